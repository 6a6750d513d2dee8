import type { Route } from "../../../http/route";
import { type BooksCall, done } from "../../call";
import type { Draft, Row } from "../../core/values";
import type { Application } from "../../money/applications";
import { toNumber } from "../../money/decimal";
import { idOf } from "../../table/recordType";
import { recordAction } from "../action";
import { removeApplied } from "./applied";
import { applyAll, type Lists, wantedFrom } from "./wanted";

/** What was set against a record from one type, with the record it came from. */
const toRow = (call: BooksCall, id: string, path: string): [Application, Row][] =>
  call.organization.applications
    .to(id)
    .filter(({ source }) => source.path === path)
    .map((application) => [application, call.organization.records(path).get(application.source.id) ?? {}]);

const paymentEntry = ([application, payment]: [Application, Row]): Draft => ({
  payment_id: application.source.id,
  payment_number: payment.payment_number,
  payment_mode: payment.payment_mode,
  description: payment.description ?? "",
  date: payment.date,
  reference_number: payment.reference_number ?? "",
  exchange_rate: payment.exchange_rate,
  amount: toNumber(application.amount),
});

/** What is set against an invoice. */
export const invoiceRoutes: Route[] = [
  recordAction("GET", "invoices", "payments", (call, row, type) => {
    const id = idOf(type, row);
    const payments = toRow(call, id, "customerpayments").map((pair) => ({
      ...paymentEntry(pair),
      invoice_id: id,
      invoice_payment_id: pair[0].id,
      is_single_invoice_payment: call.organization.applications.from(pair[0].source.id).length === 1,
    }));
    return done("success", { payments });
  }),
  recordAction("GET", "invoices", "creditsapplied", (call, row, type) => {
    const credits = toRow(call, idOf(type, row), "creditnotes").map(
      ([{ id, source, date, amount }, note]) => ({
        creditnote_id: source.id,
        creditnotes_invoice_id: id,
        creditnotes_number: note.creditnote_number,
        credited_date: date,
        amount_applied: toNumber(amount),
      }),
    );
    return done("success", { credits });
  }),
  recordAction("POST", "invoices", "credits", (call, row, type) => {
    const target = { path: "invoices", id: idOf(type, row) };
    const lists: Lists = {
      apply_creditnotes: ["creditnotes", "creditnote_id"],
      invoice_payments: ["customerpayments", "payment_id"],
    };
    applyAll(call, wantedFrom(call, target, lists));
    return done("Credits have been applied to the invoice(s).");
  }),
  removeApplied("invoices", "payments", "invoice_payment_id", "to", "The payment has been deleted."),
  removeApplied(
    "invoices",
    "creditsapplied",
    "creditnotes_invoice_id",
    "to",
    "Credits applied to an invoice have been deleted.",
  ),
];

/** What is set against a bill. */
export const billRoutes: Route[] = [
  recordAction("GET", "bills", "payments", (call, row, type) => {
    const id = idOf(type, row);
    const payments = toRow(call, id, "vendorpayments").map((pair) => ({
      ...paymentEntry(pair),
      bill_id: id,
      bill_payment_id: pair[0].id,
      vendor_id: row.vendor_id,
      vendor_name: row.vendor_name,
      paid_through: pair[1].paid_through_account_name ?? "",
      is_single_bill_payment: call.organization.applications.from(pair[0].source.id).length === 1,
    }));
    return done("success", { payments });
  }),
  recordAction("POST", "bills", "credits", (call, row, type) => {
    const target = { path: "bills", id: idOf(type, row) };
    const lists: Lists = {
      apply_vendor_credits: ["vendorcredits", "vendor_credit_id"],
      bill_payments: ["vendorpayments", "payment_id"],
    };
    applyAll(call, wantedFrom(call, target, lists));
    return done('Credits have been applied to the bill(s)."', {}, 201);
  }),
  removeApplied("bills", "payments", "bill_payment_id", "to", "The payment has been deleted."),
];
