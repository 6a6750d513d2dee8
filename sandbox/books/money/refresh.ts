import type { BooksOrganization } from "../core/organization";
import { isEmpty, type Row, textOf } from "../core/values";
import { keep } from "./keep";
import { settledTarget } from "./settle";

const lastDays = new WeakMap<BooksOrganization, string>();

/** What becomes overdue or expires by the day alone, by its id's name and the field of the day. */
const dated = [
  ["invoices", "invoice_id", "due_date"],
  ["bills", "bill_id", "due_date"],
  ["retainerinvoices", "retainerinvoice_id", "due_date"],
  ["estimates", "estimate_id", "expiry_date"],
] as const;

/** Brings statuses up to date that follow from the day, once a day; no record counts as changed by it. */
export function refreshStatuses(organization: BooksOrganization): void {
  const today = organization.today();
  if (lastDays.get(organization) === today) return;
  lastDays.set(organization, today);
  for (const [path, id, field] of dated) {
    for (const row of organization.records(path).all()) {
      if (!isEmpty(row[field]) && textOf(row[field]) < today)
        keepCurrent(organization, path, row, textOf(row[id]));
    }
  }
}

function keepCurrent(organization: BooksOrganization, path: string, row: Row, id: string): void {
  const isExpired = path === "estimates" && row.status === "sent";
  const current = isExpired ? { ...row, status: "expired" } : settledTarget(organization, path, row);
  if (current.status !== row.status) keep(organization, path, current, id);
}
