import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import { invalidValue } from "../../core/refusal";
import { itemsOf, present, type Row, textOf } from "../../core/values";
import { listRecords } from "../../engine/listing/list";
import { brief, full } from "../../engine/show";
import { typeAt } from "../../table";
import { recordAction } from "../action";
import { accountRoutes } from "./accounts";
import { assetRoutes } from "./assets";
import { openingRoutes } from "./openingBalances";

/** All refunds of a kind, whatever they are refunds of. */
const refundRoute = (path: "creditnotes" | "vendorcredits", message: string): Route => {
  const type = typeAt(`${path}/refunds`);
  return booksRoute(
    `${path}.refunds.listAll`,
    `GET ${path}/refunds`,
    type.area,
    ({ organization, query }) => {
      const party = query.get("customer_id");
      const among = party === null ? [] : [(row: Row) => [row.customer_id, row.vendor_id].includes(party)];
      const { rows, context } = listRecords(
        organization,
        { ...type, filters: "last_modified_time" },
        query,
        among,
      );
      return done(message, { [type.keys[0]]: rows, page_context: context });
    },
  );
};

export const accountingRoutes: Route[] = [
  ...openingRoutes,
  ...accountRoutes,
  ...assetRoutes,
  refundRoute("creditnotes", "The list of credit note refunds are displayed successfully."),
  refundRoute("vendorcredits", "success"),
  recordAction("GET", "recurringexpenses", "expenses", ({ organization }, row) => {
    const id = textOf(row.recurring_expense_id);
    const expensehistory = organization
      .records("expenses")
      .find("recurring_expense_id", id)
      .map((expense) => brief(organization, typeAt("expenses"), expense));
    return done("success", {
      expensehistory,
      page_context: { page: 1, per_page: 200, has_more_page: false },
    });
  }),
  booksRoute("itemdetails", "GET itemdetails", "settings", ({ organization, query }) => {
    const ids = itemsOf(query.get("item_ids"));
    if (ids.length === 0) throw invalidValue("item_ids");
    const rows = present(ids.map((id) => organization.records("items").get(id)));
    const items = rows.map((row) => full(organization, typeAt("items"), row));
    return done("success", { items, page_context: { page: 1, per_page: 200, has_more_page: false } });
  }),
];
