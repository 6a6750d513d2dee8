import type { BooksOrganization } from "../core/organization";
import { isEmpty, type Row, textOf } from "../core/values";
import { type Application, totalOf } from "./applications";
import { type Decimal, decimal, sum, toNumber, zero } from "./decimal";
import { keep } from "./keep";

/** States in which a document stands outside the books until someone moves it on. */
const waiting = ["draft", "void", "pending_approval", "approved", "rejected"];

/** A document that payments and credits are set against. */
interface Target {
  id: string;
  /** The status of one that is open and has nothing against it. */
  open: string;
  payments: string;
  credits: string;
}

const targets: Readonly<Record<string, Target>> = {
  invoices: { id: "invoice_id", open: "sent", payments: "customerpayments", credits: "creditnotes" },
  retainerinvoices: { id: "retainerinvoice_id", open: "sent", payments: "customerpayments", credits: "" },
  bills: { id: "bill_id", open: "open", payments: "vendorpayments", credits: "vendorcredits" },
};

/** A record whose money is set against documents, or refunded. */
interface Source {
  id: string;
  /** What it is worth, and the field that tells what is left of it. */
  worth: string;
  left: string;
  refunds: string;
  /** Whether being used up closes it. */
  closes: boolean;
}

const sources: Readonly<Record<string, Source>> = {
  customerpayments: {
    id: "payment_id",
    worth: "amount",
    left: "unused_amount",
    refunds: "customerpayments/refunds",
    closes: false,
  },
  vendorpayments: {
    id: "payment_id",
    worth: "amount",
    left: "balance",
    refunds: "vendorpayments/refunds",
    closes: false,
  },
  creditnotes: {
    id: "creditnote_id",
    worth: "total",
    left: "balance",
    refunds: "creditnotes/refunds",
    closes: true,
  },
  vendorcredits: {
    id: "vendor_credit_id",
    worth: "total",
    left: "balance",
    refunds: "vendorcredits/refunds",
    closes: true,
  },
};

/** Whether payments and credits are set against records of this type. */
export const isTarget = (path: string): boolean => path in targets;
export const isSource = (path: string): boolean => path in sources;

/** What is still owed on a document, as a Decimal, leaving out what one source has against it. */
export function owedOn(organization: BooksOrganization, path: string, row: Row, except = ""): Decimal {
  const id = textOf(row[targets[path]?.id ?? ""]);
  const applied = organization.applications.to(id).filter(({ source }) => source.id !== except);
  return decimal(row.total) - totalOf(applied) - decimal(row.write_off_amount);
}

/**
 * What is left of a payment or a credit, as a Decimal, were it worth `worth` and not set against anything but
 * `kept`.
 */
export function leftOf(
  organization: BooksOrganization,
  path: string,
  row: Row,
  kept: readonly Application[],
): Decimal {
  const source = sources[path];
  if (!source) return zero;
  const refunds = organization.records(source.refunds).find(source.id, textOf(row[source.id]));
  return decimal(row[source.worth]) - totalOf(kept) - sum(refunds.map(({ amount }) => decimal(amount)));
}

/**
 * The balance and status of a document, from what is set against it. `_state` is where it stood before
 * anything was.
 */
export function settledTarget(organization: BooksOrganization, path: string, row: Row): Row {
  const target = targets[path];
  if (!target) return row;
  const applied = organization.applications.to(textOf(row[target.id]));
  const from = (type: string) => applied.filter(({ source }) => source.path === type);
  const isVoid = row._state === "void";
  const balance = isVoid ? zero : owedOn(organization, path, row);
  const lastPaid = from(target.payments)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return {
    ...row,
    payment_made: toNumber(totalOf(from(target.payments))),
    credits_applied: toNumber(totalOf(from(target.credits))),
    balance: toNumber(balance),
    last_payment_date: lastPaid ?? "",
    status: statusOf(organization, row, target, applied.length > 0, balance),
  };
}

function statusOf(
  organization: BooksOrganization,
  row: Row,
  { open }: Target,
  isApplied: boolean,
  balance: Decimal,
): string {
  const state = textOf(row._state);
  if (state === "void" || (waiting.includes(state) && !isApplied)) return state;
  if (balance <= zero) return "paid";
  if (!isEmpty(row.due_date) && textOf(row.due_date) < organization.today()) return "overdue";
  return isApplied ? "partially_paid" : open;
}

/** What is left of a payment or a credit, and its status, from what it is set against. */
export function settledSource(organization: BooksOrganization, path: string, row: Row): Row {
  const source = sources[path];
  if (!source) return row;
  const left = leftOf(organization, path, row, organization.applications.from(textOf(row[source.id])));
  const state = textOf(row._state);
  const closing = waiting.includes(state) ? state : left === zero ? "closed" : "open";
  return { ...row, [source.left]: toNumber(left), ...(source.closes && { status: closing }) };
}

/** Brings a stored record's balance and status up to date; `isChange` moves its time of change. */
export function settle(organization: BooksOrganization, path: string, id: string, isChange = true): void {
  const row = organization.records(path).get(id);
  if (!row) return;
  const settled = isTarget(path)
    ? settledTarget(organization, path, row)
    : settledSource(organization, path, row);
  keep(organization, path, isChange ? { ...settled, last_modified_time: organization.now() } : settled, id);
}
