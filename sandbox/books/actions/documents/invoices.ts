import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import { invalidValue, notAllowed } from "../../core/refusal";
import { isEmpty, textOf } from "../../core/values";
import { recordAt } from "../../engine/find";
import { setFields } from "../../engine/write";
import { decimal, toNumber, zero } from "../../money/decimal";
import { settle } from "../../money/settle";
import { typeAt } from "../../table";
import { idOf } from "../../table/recordType";
import { recordAction } from "../action";

/** What invoices and sales orders have that other documents do not. */
export const invoiceRoutes: Route[] = [
  recordAction("POST", "invoices", "writeoff", ({ organization }, row, type) => {
    const open = decimal(row.balance);
    if (open <= zero || row._state === "draft") throw notAllowed("Only an open balance can be written off.");
    const write_off_amount = toNumber(open + decimal(row.write_off_amount));
    setFields(organization, type, row, { write_off_amount });
    settle(organization, "invoices", idOf(type, row));
    return done("Invoice has been written off");
  }),
  recordAction("POST", "invoices", "writeoff/cancel", ({ organization }, row, type) => {
    if (decimal(row.write_off_amount) === zero) throw notAllowed("Nothing was written off.");
    setFields(organization, type, row, { write_off_amount: 0 });
    settle(organization, "invoices", idOf(type, row));
    return done("The write off done for this invoice has been cancelled.");
  }),
  booksRoute(
    "share.paymentlink",
    "GET share/paymentlink",
    "settings.ALL",
    ({ organization, query, request }) => {
      for (const name of ["transaction_id", "transaction_type", "link_type", "expiry_time"]) {
        if (isEmpty(query.get(name))) throw invalidValue(name);
      }
      const { invoice_id } = recordAt(organization, "invoices", query.get("transaction_id"));
      const share_link = `${request.baseUrl}/books/Payment/secure?CInvoiceID=${textOf(invoice_id)}`;
      return done("success", { data: { share_link } });
    },
  ),
  booksRoute(
    "invoices.expenses.receipt.delete",
    "DELETE invoices/expenses/:expense_id/receipt",
    "invoices",
    ({ organization, params }) => {
      const expense = recordAt(organization, "expenses", params.expense_id);
      organization.filesOf(textOf(expense.expense_id), "receipt").length = 0;
      setFields(organization, typeAt("expenses"), expense, {
        expense_receipt_name: "",
        expense_receipt_type: "",
      });
      return done("The attached expense receipt has been deleted.");
    },
  ),
  recordAction("POST", "salesorders", "substatus/:status_code", ({ organization, params }, row, type) => {
    setFields(organization, type, row, { current_sub_status: params.status_code });
    return done("Sales Order status updated successfully.");
  }),
];
