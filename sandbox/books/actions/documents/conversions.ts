import type { Route } from "../../../http/route";
import { type BooksCall, booksRoute, done } from "../../call";
import { invalidValue, notAllowed } from "../../core/refusal";
import { type Draft, isEmpty, itemsOf, objectsOf, type Row, textOf } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { full } from "../../engine/show";
import { createRecord, setFields } from "../../engine/write";
import { typeAt } from "../../table";

/** What a document hands on to the one that is made from it. */
const carried =
  `customer_id currency_id exchange_rate reference_number notes terms discount is_discount_before_tax
  discount_type is_inclusive_tax shipping_charge adjustment salesperson_name zcrm_potential_id`.split(/\s+/);

const linesFrom = (row: Row): Draft[] =>
  objectsOf(row.line_items).map(({ line_item_id, ...line }) => ({
    ...line,
    salesorder_item_id: line_item_id,
  }));

const carriedFrom = (row: Row): Draft =>
  Object.fromEntries(carried.filter((field) => !isEmpty(row[field])).map((field) => [field, row[field]]));

/**
 * Ties invoices to the sales orders their lines come from; those that name none, or another customer's, are
 * told as errors.
 */
function mapOrders({ organization }: BooksCall, ids: readonly string[]): Draft[] {
  const invoices = ids.map((id) => recordAt(organization, "invoices", id));
  return invoices.flatMap((invoice) => {
    const lines = objectsOf(invoice.line_items).map((line) => textOf(line.salesorder_item_id));
    const order = organization
      .records("salesorders")
      .all()
      .find((row) => objectsOf(row.line_items).some((line) => lines.includes(textOf(line.line_item_id))));
    const id = textOf(invoice.invoice_id);
    if (!order) return [];
    if (order.customer_id !== invoice.customer_id) {
      return [{ code: 4001, message: "Customer mismatch between invoice and sales order", ids: [id] }];
    }
    if (order.status === "void") {
      return [{ code: 4003, message: "Sales order is in void status and cannot be linked", ids: [id] }];
    }
    setFields(organization, typeAt("invoices"), invoice, { salesorder_id: order.salesorder_id });
    return [];
  });
}

/** What an estimate is in before it becomes an invoice by a call; at the screen, a draft does too. */
const convertible = new Set(["sent", "accepted", "invoiced"]);

/** Documents made from others, and tied to them. */
export const conversionRoutes: Route[] = [
  booksRoute(
    "invoices.fromsalesorder",
    "POST invoices/fromsalesorder",
    "invoices",
    ({ organization, query }) => {
      const order = recordAt(organization, "salesorders", query.get("salesorder_id"));
      const body = {
        ...carriedFrom(order),
        salesorder_id: order.salesorder_id,
        line_items: linesFrom(order),
      };
      const type = typeAt("invoices");
      const row = createRecord(organization, type, body);
      return done("The invoice has been created.", { invoice: full(organization, type, row) }, 201);
    },
  ),
  booksRoute(
    "invoices.fromestimates",
    "POST invoices/fromestimates",
    "invoices",
    ({ organization, query }) => {
      const ids = itemsOf(query.get("estimate_ids"));
      const estimates = ids.map((id) => recordAt(organization, "estimates", id));
      if (estimates.length === 0) throw invalidValue("estimate_ids");
      if (estimates.some(({ status }) => !convertible.has(textOf(status)))) {
        const message = "Some of the quotes cannot be converted to Invoices";
        return done("", { data: { code: 1002, ids, message } });
      }
      for (const estimate of estimates) {
        const { estimate_id } = estimate;
        const line_items = objectsOf(estimate.line_items).map(({ line_item_id: _, ...line }) => line);
        const body = { ...carriedFrom(estimate), invoiced_estimate_id: estimate_id, line_items };
        const { invoice_id } = createRecord(organization, typeAt("invoices"), body);
        const invoiced = recordAt(organization, "estimates", textOf(estimate_id));
        const invoice_ids = [
          ...(Array.isArray(estimate.invoice_ids) ? estimate.invoice_ids : []),
          invoice_id,
        ];
        setFields(organization, typeAt("estimates"), invoiced, { invoice_ids });
      }
      return done("", { data: {} });
    },
  ),
  booksRoute("invoices.mapwithorder", "POST invoices/mapwithorder", "invoices.UPDATE", (call) => {
    const ids = bodyOf(call).invoice_ids;
    if (!Array.isArray(ids) || ids.length === 0) throw invalidValue("invoice_ids");
    const errors = mapOrders(call, ids.map(textOf));
    return done("The invoices selected have been associated with their sales orders.", { errors });
  }),
  booksRoute(
    "bills.frompurchaseorders",
    "GET bills/editpage/frompurchaseorders",
    "bills",
    ({ organization, query }) => {
      const ids = itemsOf(query.get("purchaseorder_ids"));
      const orders = ids.map((id) => recordAt(organization, "purchaseorders", id));
      const [first] = orders;
      if (!first) throw invalidValue("purchaseorder_ids");
      if (orders.some((order) => order.vendor_id !== first.vendor_id))
        throw notAllowed("The orders are of several vendors.");
      const line_items = orders.flatMap((order) =>
        objectsOf(order.line_items).map(({ line_item_id, ...line }) => ({
          ...line,
          purchaseorder_item_id: line_item_id,
        })),
      );
      const { vendor_id, vendor_name, currency_id, currency_code, exchange_rate } = first;
      const bill = {
        vendor_id,
        vendor_name,
        currency_id,
        currency_code,
        exchange_rate,
        purchaseorder_ids: ids,
        line_items,
      };
      return done("success", { purchaseorder_ids: ids, bill });
    },
  ),
];
