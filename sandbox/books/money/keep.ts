import type { BooksOrganization } from "../core/organization";
import { type Row, textOf } from "../core/values";
import { type Decimal, decimal, times, toNumber, zero } from "./decimal";

/** What a record adds to a contact's balances, by the field of the contact. */
type Balance = readonly [contact: string, field: string, amount: (row: Row) => Decimal];

const isOpen = (row: Row): boolean =>
  !["draft", "void", "pending_approval", "approved"].includes(textOf(row.status));
const openBalance = (row: Row): Decimal => (isOpen(row) ? decimal(row.balance) : zero);

const balances: Readonly<Record<string, Balance>> = {
  invoices: ["customer_id", "outstanding_receivable_amount", openBalance],
  creditnotes: ["customer_id", "unused_credits_receivable_amount", openBalance],
  customerpayments: ["customer_id", "unused_credits_receivable_amount", (row) => decimal(row.unused_amount)],
  bills: ["vendor_id", "outstanding_payable_amount", openBalance],
  vendorcredits: ["vendor_id", "unused_credits_payable_amount", openBalance],
  vendorpayments: ["vendor_id", "unused_credits_payable_amount", (row) => decimal(row.balance)],
};

/** Stores a record, and carries what it changes in balance over to its contact. */
export function keep(organization: BooksOrganization, path: string, row: Row, id: string): void {
  const records = organization.records(path);
  const before = records.get(id);
  records.put(row);
  carry(organization, path, before, row);
}

/** Takes a record out, and what it had in balance off its contact. */
export function drop(organization: BooksOrganization, path: string, row: Row, id: string): void {
  organization.records(path).remove(id);
  carry(organization, path, row, undefined);
}

function carry(
  organization: BooksOrganization,
  path: string,
  before: Row | undefined,
  after: Row | undefined,
): void {
  const balance = balances[path];
  if (!balance) return;
  if (before) add(organization, balance, before, -1n);
  if (after) add(organization, balance, after, 1n);
}

function add(
  organization: BooksOrganization,
  [owner, field, amountOf]: Balance,
  row: Row,
  sign: bigint,
): void {
  const amount = amountOf(row) * sign;
  const contacts = organization.records("contacts");
  const contact = contacts.get(textOf(row[owner]));
  if (amount === zero || !contact) return;
  const inBase = times(amount, decimal(row.exchange_rate ?? 1), organization.precision);
  contacts.put({
    ...contact,
    [field]: toNumber(decimal(contact[field]) + amount),
    [`${field}_bcy`]: toNumber(decimal(contact[`${field}_bcy`]) + inBase),
  });
}
