import type { BooksOrganization } from "../core/organization";
import { invalidValue, notAllowed, unknownPath } from "../core/refusal";
import { type Draft, isEmpty, itemsOf, objectsOf, present, type Row, textOf } from "../core/values";
import { placesOfCurrency } from "../money/places";
import { taxOf } from "../money/taxes";
import type { Rules } from "../table/recordType";
import { keepNamed } from "./removal";

export const taxes: Rules = {
  complete(draft) {
    if (isEmpty(draft.tax_type)) draft.tax_type = "tax";
    draft.tax_factor ??= "rate";
    draft.is_default_tax ??= false;
    draft.is_editable ??= true;
    draft.is_value_added ??= false;
    if (Number(draft.tax_percentage) < 0) throw invalidValue("tax_percentage");
  },
  mayRemove: keepNamed("items expenses", "tax_id", "tax_id", "A tax that is in use cannot be deleted."),
};

export const taxGroups: Rules = {
  complete(draft, { organization, given, before }) {
    const ids = "taxes" in given ? itemsOf(textOf(given.taxes)) : itemsOf(textOf(before?._tax_ids));
    for (const id of ids) if (!organization.records("settings/taxes").get(id)) throw invalidValue("taxes");
    draft._tax_ids = ids.join(",");
    draft.taxes = undefined;
  },
  show(group, organization) {
    const rows = present(
      itemsOf(textOf(group._tax_ids)).map((id) => organization.records("settings/taxes").get(id)),
    );
    const percentage = taxOf(organization, group.tax_group_id)?.percentage ?? 0;
    return { ...group, tax_group_percentage: percentage, taxes: rows };
  },
  mayRemove: keepNamed(
    "items expenses",
    "tax_id",
    "tax_group_id",
    "A tax group that is in use cannot be deleted.",
  ),
};

/** What a webhook tells of the rules that call it: an empty text where none does. */
function rulesThatCall({ webhook_id: id }: Row, organization: BooksOrganization): Draft {
  if (organization.behaviours.booksRelatedRules === "absent") return {};
  const rules = organization
    .records("settings/workflows")
    .all()
    .filter((rule) => objectsOf(rule.instant_actions).some(({ action_id }) => action_id === id))
    .map(({ workflow_id, workflow_name }) => ({ workflow_id, workflow_name }));
  return { related_rules: rules.length > 0 ? rules : "" };
}

/** A webhook is called once as it is saved. The values of its headers are not told again. */
export const webhooks: Rules = {
  complete(_, { organization }) {
    if (organization.behaviours.booksWebhooks === "refused") throw unknownPath;
  },
  stored({ webhook_id }, { organization }) {
    organization.callWebhook(textOf(webhook_id), { payload: "" });
  },
  show(webhook, organization) {
    const headers = objectsOf(webhook.headers).map(({ param_name }) => ({ param_name, param_value: "" }));
    return { ...webhook, headers, ...rulesThatCall(webhook, organization) };
  },
  inList: (webhook, organization) => rulesThatCall(webhook, organization),
};

export const workflows: Rules = {
  complete(draft, { organization }) {
    if (!["add_edit", "delete"].includes(textOf(draft.rule_type))) throw invalidValue("rule_type");
    const known = organization.records("settings/webhooks");
    const isKnown = objectsOf(draft.instant_actions).every(
      ({ action_type, action_id }) => action_type === "webhook" && known.get(textOf(action_id)),
    );
    if (!isKnown) throw invalidValue("instant_actions");
    draft.is_active ??= true;
  },
};

const inUse =
  "contacts invoices estimates salesorders creditnotes customerpayments bills purchaseorders vendorcredits vendorpayments expenses";

export const currencies: Rules = {
  complete(draft) {
    draft.currency_symbol ??= draft.currency_code;
    draft.currency_name ??= draft.currency_code;
    draft.price_precision ??= placesOfCurrency(textOf(draft.currency_code));
    draft.is_base_currency ??= false;
  },
  mayRemove(row, organization) {
    if (row.is_base_currency === true) throw notAllowed("The base currency cannot be deleted.");
    keepNamed(
      inUse,
      "currency_id",
      "currency_id",
      "A currency that is in use cannot be deleted.",
    )(row, organization);
  },
};

export const exchangeRates: Rules = {
  complete(draft, { organization }) {
    const currency = organization.records("settings/currencies").get(textOf(draft.currency_id));
    draft.currency_code = currency?.currency_code ?? "";
    if (!(Number(draft.rate) > 0)) throw invalidValue("rate");
  },
};

export const locations: Rules = {
  complete(draft) {
    draft._state ??= "active";
    draft.status = draft._state;
    draft.is_primary ??= false;
    if (isEmpty(draft.type)) draft.type = "general";
  },
};

export const users: Rules = {
  complete(draft) {
    draft._state ??= "invited";
    draft.status = draft._state;
    draft.user_role ??= "staff";
    draft.user_type ??= "zoho";
    draft.is_current_user ??= false;
  },
  mayRemove(row) {
    if (row.is_current_user === true) throw notAllowed("The user who calls cannot be deleted.");
  },
};
