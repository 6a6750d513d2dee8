import type { Route } from "../../../http/route";
import { type BooksCall, done } from "../../call";
import { invalidValue } from "../../core/refusal";
import { isEmpty } from "../../core/values";
import { bodyOf } from "../../engine/find";
import { wishesOf } from "../../money/apply";
import { toNumber } from "../../money/decimal";
import { idOf } from "../../table/recordType";
import { recordAction } from "../action";
import { removeApplied } from "./applied";
import { applyAll } from "./wanted";

/** The entries of a list of a body, or the body itself where it is one entry. */
const entriesOf = (call: BooksCall, list: string): unknown => {
  const body = bodyOf(call);
  return isEmpty(body[list]) ? [body] : body[list];
};

/** What a credit note is set against. */
export const creditNoteRoutes: Route[] = [
  recordAction("GET", "creditnotes", "invoices", ({ organization }, row, type) => {
    const invoices_credited = organization.applications
      .from(idOf(type, row))
      .map(({ id, target, date, amount }) => ({
        creditnote_id: row.creditnote_id,
        creditnote_number: row.creditnote_number,
        creditnote_invoice_id: id,
        invoice_id: target.id,
        invoice_number: organization.records("invoices").get(target.id)?.invoice_number ?? "",
        date,
        credited_amount: toNumber(amount),
      }));
    return done("success", { invoices_credited });
  }),
  recordAction(
    "POST",
    "creditnotes",
    "invoices",
    (call, row) => {
      const entries = entriesOf(call, "invoices");
      const wishes = wishesOf(call.organization, entries, "invoices", "invoice_id");
      applyAll(call, [{ path: "creditnotes", row, wishes }]);
      return done("Credits have been applied to the invoice(s).");
    },
    { name: "invoices/apply" },
  ),
  removeApplied(
    "creditnotes",
    "invoices",
    "creditnote_invoice_id",
    "from",
    "Credits applied to an invoice have been deleted.",
  ),
];

/** What a vendor credit is set against. */
export const vendorCreditRoutes: Route[] = [
  recordAction("GET", "vendorcredits", "bills", ({ organization }, row, type) => {
    const bills_credited = organization.applications
      .from(idOf(type, row))
      .map(({ id, target, date, amount }) => ({
        vendor_credit_id: row.vendor_credit_id,
        vendor_credit_bill_id: id,
        bill_id: target.id,
        bill_number: organization.records("bills").get(target.id)?.bill_number ?? "",
        date,
        amount: toNumber(amount),
      }));
    return done("success", { bills_credited });
  }),
  recordAction(
    "POST",
    "vendorcredits",
    "bills",
    (call, row) => {
      const { bills } = bodyOf(call);
      if (isEmpty(bills)) throw invalidValue("bills");
      applyAll(call, [
        { path: "vendorcredits", row, wishes: wishesOf(call.organization, bills, "bills", "bill_id") },
      ]);
      return done("Credits have been applied to the bill(s).", { bills }, 201);
    },
    { name: "bills/apply" },
  ),
  removeApplied(
    "vendorcredits",
    "bills",
    "vendor_credit_bill_id",
    "from",
    "Credits applied to the bill have been deleted.",
  ),
];
