import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { perOrganization } from "../perOrganization";
import { Ids } from "../store/ids";

interface Tax {
  id: string;
  name: string;
  display_label: string;
  value: number;
  sequence_number: number;
}

const most = 200;

const taxesOf = perOrganization(() => {
  const ids = new Ids(130);
  const stock: [string, number][] = [
    ["Sales Tax", 5],
    ["Vat", 12.5],
  ];
  const taxes = stock.map(
    ([name, value], index): Tax => ({
      id: ids.next(),
      name,
      display_label: name,
      value,
      sequence_number: index + 1,
    }),
  );
  return { taxes, preference: { auto_populate_tax: false, modify_tax_rates: true } };
});

const at = (index: number, name: string) => ({
  api_name: name,
  json_path: `$.org_taxes.taxes[${index}].${name}`,
});

type Change = { tax: Tax; isNew: boolean; isGone: boolean };

/** What one of the taxes of a body does: add one, change the one of its id, or with `_delete` remove it. */
function read(
  { organization }: CrmCall,
  item: Record<string, unknown>,
  index: number,
): { change: Change } | { problem: Failure } {
  const { taxes } = taxesOf(organization);
  const known = taxes.find(({ id }) => id === item.id);
  if (item.id !== undefined && !known)
    return { problem: failure("INVALID_DATA", "the id given seems to be invalid", at(index, "id")) };
  const name = textOf(item.name) ?? known?.name;
  const value = item.value ?? known?.value;
  if (!name)
    return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at(index, "name")) };
  if (taxes.some((tax) => tax !== known && tax.name === name))
    return { problem: failure("DUPLICATE_DATA", "duplicate data", at(index, "name")) };
  if (typeof value !== "number" || value < 0 || value > 100)
    return { problem: failure("INVALID_DATA", "invalid data", at(index, "value")) };
  const sequence = typeof item.sequence_number === "number" ? item.sequence_number : known?.sequence_number;
  return {
    change: {
      isNew: !known,
      isGone: item._delete === true,
      tax: {
        id: known?.id ?? organization.ids.next(),
        name,
        display_label: textOf(item.display_label) ?? name,
        value,
        sequence_number: sequence ?? taxes.length + 1,
      },
    },
  };
}

/** `PUT /org/taxes`: all of it or nothing. */
function update(call: CrmCall): Answer {
  const { body } = call.request;
  const given = isObject(body) && isObject(body.org_taxes) ? body.org_taxes : {};
  const kept = taxesOf(call.organization);
  const read_ = objectsOf(given.taxes).map((item, index) => read(call, item, index));
  const problems = read_.flatMap((each) => ("problem" in each ? [each.problem] : []));
  const changes = read_.flatMap((each) => ("change" in each ? [each.change] : []));
  const [problem] = problems;
  if (problem) return refusal(problem);
  if (changes.length === 0 && !isObject(given.preference))
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", {
        api_name: "taxes",
        json_path: "$.org_taxes.taxes",
      }),
    );
  if (kept.taxes.length + changes.filter(({ isNew }) => isNew).length > most)
    return refusal(failure("LIMIT_EXCEEDED", "limit exceeded", { limit: most, ...at(0, "name") }));
  for (const { tax, isGone } of changes) {
    kept.taxes = kept.taxes.filter(({ id }) => id !== tax.id);
    if (!isGone) kept.taxes.push(tax);
  }
  kept.taxes.sort((left, right) => left.sequence_number - right.sequence_number);
  if (isObject(given.preference)) kept.preference = { ...kept.preference, ...given.preference };
  const [last] = changes.slice(-1);
  const verb = !last ? "updated" : last.isGone ? "deleted" : last.isNew ? "added" : "updated";
  const ids = changes.map(({ tax }) => tax.id);
  const details = { id: ids[0], ids };
  return ok({ org_taxes: { code: "SUCCESS", details, message: `tax ${verb}`, status: "success" } });
}

function get({ organization, request }: CrmCall): Answer {
  const { taxes, preference } = taxesOf(organization);
  const found = taxes.filter(({ id }) => request.params.id === undefined || id === request.params.id);
  return found.length > 0 || request.params.id === undefined
    ? ok({ org_taxes: { taxes: found, preference } })
    : noContent;
}

const path = "/org/taxes";

/** The taxes of the organisation. */
export const taxRoutes: Route[] = [
  crmRoute("crm.taxes.list", ["GET", path], get, { scopes: scope("ZohoCRM.org.READ") }),
  crmRoute("crm.taxes.get", ["GET", `${path}/:id`], get, { scopes: scope("ZohoCRM.org.READ") }),
  crmRoute("crm.taxes.update", ["PUT", path], update, { scopes: scope("ZohoCRM.org.UPDATE") }),
];
