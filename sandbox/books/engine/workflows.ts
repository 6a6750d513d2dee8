import type { BooksOrganization } from "../core/organization";
import { objectsOf, type Row, textOf } from "../core/values";
import { idOf, type RecordType } from "../table/recordType";
import { full } from "./show";

/** What a rule is of, by the path of the record type. */
const entities: Readonly<Record<string, string>> = {
  contacts: "customer",
  items: "item",
  estimates: "estimate",
  invoices: "invoice",
  salesorders: "salesorder",
  customerpayments: "customer_payment",
  retainerinvoices: "retainer_invoice",
};

/**
 * Finds the active workflow rules that a record meets as it is saved or deleted, and calls their webhooks:
 * with the whole record, or the id of a deleted one. Vendors are contacts, but no customers.
 */
export function meetRules(
  organization: BooksOrganization,
  type: RecordType,
  row: Row,
  event: "add_edit" | "delete",
): void {
  const entity = entities[type.path];
  if (entity === undefined || row.contact_type === "vendor") return;
  for (const rule of organization.records("settings/workflows").all()) {
    if (rule.entity !== entity || rule.rule_type !== event || rule.is_active === false) continue;
    for (const { action_id } of objectsOf(rule.instant_actions)) {
      const told = event === "delete" ? { [type.keys[2]]: idOf(type, row) } : full(organization, type, row);
      organization.callWebhook(textOf(action_id), { [type.keys[1]]: told });
    }
  }
}
