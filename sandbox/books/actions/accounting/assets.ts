import type { Route } from "../../../http/route";
import { type BooksCall, done } from "../../call";
import { invalidValue, notAllowed } from "../../core/refusal";
import { isEmpty, objectsOf, type Row, textOf } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { setFields } from "../../engine/write";
import { forecast } from "../../rules/assets";
import { recordAction } from "../action";

/** What a fixed asset loses, and how it ends. */
export const assetRoutes: Route[] = [
  recordAction("GET", "fixedassets", "forecast", (_, asset) => done("success", { data: forecast(asset) })),
  recordAction("GET", "fixedassets", "history", (_, asset) => {
    const asset_history = objectsOf(asset._history);
    return done("success", { asset_history, page_context: { page: 1, per_page: 200, has_more_page: false } });
  }),
  recordAction("POST", "fixedassets", "writeoff", (call, asset, type) => {
    const { date, expense_account_id, reason } = bodyOf(call);
    for (const [name, value] of Object.entries({ date, expense_account_id, reason }))
      if (isEmpty(value)) throw invalidValue(name);
    end(call, asset, "write_off", textOf(date), type);
    return done("Fixed asset has been written off");
  }),
  recordAction("POST", "fixedassets", "sell", (call, asset, type) => {
    const { invoice_id, line_item_id, reason, expense_account_id } = bodyOf(call);
    const needed = { invoice_id, line_item_id, reason, expense_account_id };
    for (const [name, value] of Object.entries(needed)) if (isEmpty(value)) throw invalidValue(name);
    const invoice = recordAt(call.organization, "invoices", invoice_id);
    if (!objectsOf(invoice.line_items).some((line) => line.line_item_id === textOf(line_item_id))) {
      throw invalidValue("line_item_id");
    }
    end(call, asset, "sold", textOf(invoice.date), type);
    return done("Fixed asset has been sold");
  }),
];

/** Takes an asset out of use: nothing is left of its value. */
function end(
  { organization }: BooksCall,
  asset: Row,
  state: string,
  date: string,
  type: Parameters<typeof setFields>[1],
): void {
  if (asset.status !== "active") throw notAllowed("Only an active asset can be sold or written off.");
  const valuation = {
    valuation_id: organization.nextId(),
    description: state,
    valuation_date: date,
    depreciated_value: asset.current_asset_value,
    current_value: 0,
    accumulated_value: asset.dep_start_value,
    type: state,
    is_journal_posted: true,
  };
  const _history = [...objectsOf(asset._history), valuation];
  setFields(organization, type, asset, { _state: state, status: state, current_asset_value: 0, _history });
}
