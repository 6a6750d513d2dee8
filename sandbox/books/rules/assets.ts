import { isEmpty, type Row, textOf } from "../core/values";
import { decimal, toNumber, zero } from "../money/decimal";
import type { Rules } from "../table/recordType";

const terms = `expense_account_id depreciation_account_id depreciation_method depreciation_frequency
  depreciation_percentage total_life salvage_value computation_type`.split(/\s+/);

/** An asset takes the terms of its type where it has none of its own. */
export const fixedAssets: Rules = {
  complete(draft, { organization }) {
    const type = organization.records("fixedassettypes").get(textOf(draft.fixed_asset_type_id));
    for (const term of terms) if (isEmpty(draft[term])) draft[term] = type?.[term] ?? "";
    draft._state ??= "draft";
    draft.status = draft._state;
    draft.asset_cost = toNumber(decimal(draft.asset_cost));
    draft.dep_start_value ??= draft.asset_cost;
    if (isEmpty(draft.depreciation_start_date)) draft.depreciation_start_date = draft.asset_purchase_date;
    draft.current_asset_value ??= draft.asset_cost;
    draft.accumulated_dep_value ??= 0;
    draft.last_depreciation_date ??= "";
  },
};

/** One year of an asset's depreciation. */
export interface Valuation {
  valuation_date: string;
  depreciated_value: number;
  current_value: number;
  accumulated_value: number;
}

const MONTHS_A_YEAR = 12;

/**
 * How an asset loses its value year by year until only its salvage value is left: straight, or by a
 * percentage of what is left.
 */
export function forecast(asset: Row): Valuation[] {
  const cost = decimal(asset.dep_start_value);
  const salvage = decimal(asset.salvage_value);
  const years = Math.max(1, Math.ceil(Number(asset.total_life) / MONTHS_A_YEAR));
  const declines = textOf(asset.depreciation_method).includes("declining");
  const percent = BigInt(Math.round(Number(asset.depreciation_percentage) * 100));
  const start = textOf(asset.depreciation_start_date);
  const valuations: Valuation[] = [];
  let value = cost;
  for (let year = 1; year <= years && value > salvage; year++) {
    const step = declines && percent > 0n ? (value * percent) / 10_000n : (cost - salvage) / BigInt(years);
    const loss = cents(value - step < salvage || year === years ? value - salvage : step);
    value -= loss;
    valuations.push({
      valuation_date: `${Number(start.slice(0, 4)) + year}${start.slice(4)}`,
      depreciated_value: toNumber(loss),
      current_value: toNumber(value),
      accumulated_value: toNumber(cost - value),
    });
    if (loss === zero) break;
  }
  return valuations;
}

const cents = (value: bigint): bigint => value - (value % 10_000n);
