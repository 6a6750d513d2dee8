import { invalidValue } from "../core/refusal";
import { type Draft, isEmpty, type Row, textOf } from "../core/values";
import { apply, checkLeft, checkWishes, unapply, wishesOf } from "../money/apply";
import { decimal, toNumber, zero } from "../money/decimal";
import { settledSource } from "../money/settle";
import type { Rules, Write } from "../table/recordType";
import { fillParty } from "./document";

/** A kind of payment: the list of what it pays, and how the entries of that list are called. */
interface Payment {
  path: "customerpayments" | "vendorpayments";
  /** The list of a payment, and the key of an entry's own id. */
  list: "invoices" | "bills";
  entryId: string;
  /** The document's id and number, and the words for what it came to. */
  target: { id: string; number: string };
}

const customer: Payment = {
  path: "customerpayments",
  list: "invoices",
  entryId: "invoice_payment_id",
  target: { id: "invoice_id", number: "invoice_number" },
};

const vendor: Payment = {
  path: "vendorpayments",
  list: "bills",
  entryId: "bill_payment_id",
  target: { id: "bill_id", number: "bill_number" },
};

/** What a payment is to be set against: as given, or what it is set against already. */
function wishesFor({ list, target }: Payment, given: Draft, { organization }: Write) {
  const { retainerinvoice_id, amount } = given;
  if (!isEmpty(retainerinvoice_id)) {
    const entry = { retainerinvoice_id, amount_applied: amount };
    return wishesOf(organization, [entry], "retainerinvoices", "retainerinvoice_id");
  }
  return wishesOf(organization, given[list], list, target.id);
}

const paymentRules = (payment: Payment): Rules => ({
  complete(draft, write) {
    const { organization, given } = write;
    fillParty(draft, write);
    draft.date = isEmpty(draft.date) ? organization.today() : draft.date;
    if (decimal(draft.amount) <= zero) throw invalidValue("amount");
    draft.amount = toNumber(decimal(draft.amount));
    draft.bcy_amount = toNumber((decimal(draft.amount) * decimal(draft.exchange_rate)) / decimal(1));
    draft.status ??= "success";
    const wishes = wishesFor(payment, given, write);
    const isReplaced = payment.list in given || !isEmpty(given.retainerinvoice_id);
    const id = textOf(draft.payment_id);
    checkWishes(organization, wishes, id);
    const kept = isReplaced ? [] : organization.applications.from(id);
    checkLeft(organization, { path: payment.path, row: draft }, wishes, kept);
    draft[payment.list] = undefined;
    Object.assign(draft, settledSource(organization, payment.path, draft));
  },
  stored(row, write) {
    const { organization, given } = write;
    if (!(payment.list in given) && isEmpty(given.retainerinvoice_id)) return;
    const id = textOf(row.payment_id);
    unapply(organization, organization.applications.from(id));
    apply(organization, { path: payment.path, id }, wishesFor(payment, given, write), textOf(row.date));
  },
  removed(row, organization) {
    unapply(organization, organization.applications.from(textOf(row.payment_id)));
  },
  show(row, organization) {
    const { list, entryId, target } = payment;
    const applied = organization.applications.from(textOf(row.payment_id)).map((application) => {
      const paid: Row = organization.records(application.target.path).get(application.target.id) ?? {};
      return {
        [entryId]: application.id,
        [target.id]: application.target.id,
        [target.number]: paid[target.number] ?? paid.retainerinvoice_number ?? "",
        date: paid.date,
        [`${list.slice(0, -1)}_amount`]: paid.total,
        amount_applied: toNumber(application.amount),
        balance_amount: paid.balance,
      };
    });
    // A payment of a customer that stands alone tells of its last change under another name than a list does.
    const { last_modified_time, ...rest } = row;
    return {
      ...(list === "invoices" ? { ...rest, updated_time: last_modified_time } : row),
      [list]: applied,
    };
  },
  inList(row, organization) {
    if (payment.list !== "invoices") return {};
    const paid = organization.applications.from(textOf(row.payment_id)).map(({ target, amount }) => ({
      invoice_id: target.id,
      invoice_number: organization.records(target.path).get(target.id)?.invoice_number ?? "",
      amount_applied: toNumber(amount),
    }));
    return {
      applied_invoices: paid,
      invoice_numbers: paid.map(({ invoice_number }) => invoice_number).join(", "),
    };
  },
});

export const customerPayments = paymentRules(customer);
export const vendorPayments = paymentRules(vendor);
