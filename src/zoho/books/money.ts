import type { JsonObject } from "../core/json";
import { inputError } from "../http/errors";
import type { Books } from "./books";
import { todayIn } from "./organizations";
import { itemOf } from "./records/address";
import { createRecord, getRecord } from "./records/records";
import { findRecordType } from "./recordTypes";
import { typedObject } from "./values/values";

/** Credits on what is owed. Twice applied is twice paid, so none of these is ever sent again. */
export const moneyOperations = {
  applyInvoiceCredits: {
    method: "POST",
    path: "/books/{version}/invoices/{id}/credits",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.invoices.CREATE",
    credits: 1,
    success: [200, 201],
  },
  applyBillCredits: {
    method: "POST",
    path: "/books/{version}/bills/{id}/credits",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.bills.CREATE",
    credits: 1,
    success: [200, 201],
  },
} as const;

/** What can be paid, and where the payment goes. */
const payable = {
  invoices: { payments: "customerpayments", party: "customer_id", list: "invoices", account: "account_id" },
  bills: {
    payments: "vendorpayments",
    party: "vendor_id",
    list: "bills",
    account: "paid_through_account_id",
  },
  retainerinvoices: {
    payments: "customerpayments",
    party: "customer_id",
    list: undefined,
    account: "account_id",
  },
} as const;

export interface PaymentInput {
  readonly recordType: keyof typeof payable;
  readonly recordId: string;
  /** A decimal in the currency of the record; its open balance when left out. */
  readonly amount?: string;
  /** A day, `2026-03-31`; today where the organization is when left out. */
  readonly date?: string;
  /** How it was paid, `cash` when left out. */
  readonly paymentMode?: string;
  readonly referenceNumber?: string;
  /** The account that the money goes to, or for a bill comes from. */
  readonly accountId?: string;
  /** Further fields of the payment. */
  readonly dynamicValues?: JsonObject;
}

/**
 * Records a payment of one invoice, retainer invoice or bill, as Zoho's own body, at the exchange rate of the
 * record unless another is given. What exceeds the open balance stays with the customer or vendor as a
 * credit.
 * @see https://www.zoho.com/books/api/v3/customer-payments/#create-a-payment
 */
export async function recordPayment(books: Books, input: PaymentInput): Promise<JsonObject> {
  const { recordType, recordId } = input;
  const { payments, party, list, account } = payable[recordType];
  const paid = itemOf(await getRecord(books, { recordType, recordId }), findRecordType(recordType));
  const balance = Number(paid.balance);
  if (!(balance > 0)) throw inputError("books", `Record ID: ${recordType} ${recordId} has no open balance`);
  const amount = input.amount ?? balance;
  if (!(Number(amount) > 0)) throw inputError("books", "Amount: expected an amount above 0");
  const applied = { [findRecordType(recordType).keys.id]: recordId };
  return createRecord(books, {
    recordType: payments,
    dynamicValues: {
      [party]: paid[party],
      payment_mode: input.paymentMode ?? "cash",
      amount,
      date: input.date ?? (await todayIn(books.transport, await books.organization())),
      // In a foreign currency Zoho would take the rate for 1.
      ...(Number(paid.exchange_rate) > 0 ? { exchange_rate: paid.exchange_rate } : {}),
      reference_number: input.referenceNumber,
      [account]: input.accountId,
      ...(list
        ? { [list]: [{ ...applied, amount_applied: Number(amount) < balance ? amount : balance }] }
        : applied),
      ...input.dynamicValues,
    },
  });
}

export interface CreditsInput {
  readonly recordType: "invoices" | "bills";
  readonly recordId: string;
  /**
   * Each with `amount_applied` and the id of what is applied: `creditnote_id`, `payment_id` or
   * `vendor_credit_id`.
   */
  readonly credits: readonly JsonObject[];
}

/** How Zoho names the credits of each: the id that tells a kind, and the list that takes it. */
const creditable = {
  invoices: {
    operation: moneyOperations.applyInvoiceCredits,
    kinds: { creditnote_id: "apply_creditnotes", payment_id: "invoice_payments" },
  },
  bills: {
    operation: moneyOperations.applyBillCredits,
    kinds: { vendor_credit_id: "apply_vendor_credits", payment_id: "bill_payments" },
  },
} as const;

/**
 * Applies credit notes and excess payments to an invoice, or vendor credits and excess payments to a bill.
 * @see https://www.zoho.com/books/api/v3/invoices/#apply-credits
 */
export async function applyCredits(
  books: Books,
  { recordType, recordId, credits }: CreditsInput,
): Promise<JsonObject> {
  const { operation, kinds } = creditable[recordType];
  const lists: Record<string, JsonObject[]> = {};
  for (const [index, credit] of credits.entries()) {
    const [, list] = Object.entries(kinds).find(([id]) => credit[id]) ?? [];
    if (!list || credit.amount_applied === undefined) {
      const ids = Object.keys(kinds).join(" or ");
      throw inputError("books", `Credits, item ${index + 1}: expected ${ids}, and amount_applied`);
    }
    lists[list] = [...(lists[list] ?? []), typedObject(credit)];
  }
  return books.ask(operation, { path: { id: recordId }, body: lists });
}
