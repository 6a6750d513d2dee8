import type { BooksOrganization } from "../core/organization";
import { invalidValue, Refusal } from "../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../core/values";
import type { RecordType } from "../table/recordType";

/**
 * A field that holds another record's id: the types it may be of, and what it brings along, by the field it
 * goes to.
 */
interface Reference {
  of: readonly string[];
  brings: Readonly<Record<string, string>>;
}

const accounts = ["chartofaccounts", "bankaccounts"];
const account = (name: string): Reference => ({ of: accounts, brings: { [name]: "account_name" } });
const reference = (of: string, brings: Reference["brings"] = {}): Reference => ({ of: [of], brings });

const references: Readonly<Record<string, Reference>> = {
  contact_id: reference("contacts"),
  customer_id: reference("contacts", { customer_name: "contact_name" }),
  vendor_id: reference("contacts", { vendor_name: "contact_name" }),
  item_id: reference("items"),
  project_id: reference("projects", { project_name: "project_name" }),
  task_id: reference("projects/tasks", { task_name: "task_name" }),
  user_id: reference("users", { user_name: "name" }),
  employee_id: reference("employees", { employee_name: "name" }),
  currency_id: reference("settings/currencies", {
    currency_code: "currency_code",
    currency_symbol: "currency_symbol",
  }),
  location_id: reference("locations", { location_name: "location_name" }),
  tax_authority_id: reference("settings/taxauthorities", { tax_authority_name: "tax_authority_name" }),
  tax_exemption_id: reference("settings/taxexemptions", { tax_exemption_code: "tax_exemption_code" }),
  tax_id: { of: ["settings/taxes", "settings/taxgroups"], brings: {} },
  invoice_id: reference("invoices", { invoice_number: "invoice_number" }),
  reference_invoice_id: reference("invoices"),
  invoiced_estimate_id: reference("estimates"),
  estimate_id: reference("estimates", { estimate_number: "estimate_number" }),
  salesorder_id: reference("salesorders", { salesorder_number: "salesorder_number" }),
  recurring_invoice_id: reference("recurringinvoices"),
  recurring_bill_id: reference("recurringbills"),
  retainerinvoice_id: reference("retainerinvoices"),
  fixed_asset_type_id: reference("fixedassettypes", { fixed_asset_type_name: "fixed_asset_type_name" }),
  account_id: account("account_name"),
  paid_through_account_id: account("paid_through_account_name"),
  from_account_id: account("from_account_name"),
  to_account_id: account("to_account_name"),
  target_account_id: account("target_account_name"),
  purchase_account_id: account("purchase_account_name"),
  inventory_account_id: account("inventory_account_name"),
  parent_account_id: account("parent_account_name"),
  asset_account_id: account("asset_account_name"),
  expense_account_id: account("expense_account_name"),
  depreciation_account_id: account("depreciation_account_name"),
  deposit_to_account_id: account("deposit_to_account_name"),
};

/**
 * Checks every id that a record and its lines hold, and fills in the names that go with it; throws a Refusal
 * for an unknown one.
 */
export function fillReferences(draft: Draft, organization: BooksOrganization, type: RecordType): void {
  for (const part of [draft, ...objectsOf(draft.line_items)]) {
    for (const field of Object.keys(part)) {
      const known = field === type.keys[2] ? undefined : references[field];
      if (known && !fill(part, field, known, organization)) throw unknownId(type, field);
    }
  }
}

/** Fills in what goes with an id; false where nothing has it. */
function fill(
  part: Draft,
  field: string,
  { of, brings }: Reference,
  organization: BooksOrganization,
): boolean {
  const row = isEmpty(part[field]) ? undefined : lookUp(organization, of, textOf(part[field]));
  if (!row && !isEmpty(part[field])) return false;
  for (const [target, source] of Object.entries(brings)) part[target] = row?.[source] ?? "";
  return true;
}

/** What Books says of an id that nothing has: of an expense's account, with the code of a missing record. */
const unknownId = ({ path }: RecordType, field: string): Refusal =>
  path === "expenses" && field === "account_id"
    ? new Refusal(404, 1002, "Please enter valid expense account")
    : invalidValue(field);

const lookUp = (organization: BooksOrganization, of: readonly string[], id: string): Row | undefined =>
  of.map((path) => organization.records(path).get(id)).find((row) => row !== undefined);

/** An account by its id, of the chart or at a bank. */
export const accountOf = (organization: BooksOrganization, id: unknown): Row | undefined =>
  lookUp(organization, accounts, textOf(id));
