import type { BooksOrganization } from "../core/organization";
import type { Draft } from "../core/values";
import { type Decimal, decimal, fraction, sum, times, toNumber, zero } from "./decimal";
import { type Line, linesOf, type Side, shareOf } from "./lines";
import { placesOf } from "./places";
import { taxAmounts } from "./taxes";

/**
 * Fills in a document's lines and what they come to. Each line and each tax on it is rounded to the
 * organisation's places, half away from zero, and sums are exact. A discount on the whole document is shared
 * out over the lines for their tax where it comes before tax.
 */
export function fillTotals(draft: Draft, organization: BooksOrganization, side: Side): void {
  const places = placesOf(organization, draft.currency_id);
  const lines = linesOf(draft, organization, side);
  const subTotal = sum(lines.map(({ net }) => net));
  const isWhole = draft.discount_type !== "item_level";
  const isBeforeTax = draft.is_discount_before_tax !== false;
  const early = isWhole && isBeforeTax ? shareOf(draft.discount, subTotal, places) : zero;
  const taxes = taxesOf(lines, subTotal, early, places);
  const taxTotal = sum([...taxes.values()]);
  const late = isWhole && !isBeforeTax ? shareOf(draft.discount, subTotal + taxTotal, places) : zero;
  const extras = decimal(draft.shipping_charge) + decimal(draft.adjustment);
  const total = subTotal - early + taxTotal - late + extras;
  Object.assign(draft, {
    line_items: lines.map(({ shown }) => shown),
    sub_total: toNumber(subTotal),
    discount_amount: toNumber(early + late),
    tax_total: toNumber(taxTotal),
    taxes: [...taxes].map(([tax_name, amount]) => ({ tax_name, tax_amount: toNumber(amount) })),
    total: toNumber(total),
    bcy_total: toNumber(times(total, decimal(draft.exchange_rate ?? 1), organization.precision)),
    price_precision: places,
  });
}

/** Each tax by its name, over all lines. */
function taxesOf(
  lines: readonly Line[],
  subTotal: Decimal,
  discount: Decimal,
  places: number,
): Map<string, Decimal> {
  const taxes = new Map<string, Decimal>();
  for (const { tax, net, withTax } of lines) {
    const taxable = discount === zero ? net : fraction(net, subTotal - discount, subTotal, 6);
    const parts = tax ? taxAmounts(tax, taxable, places) : [];
    // What rounding would add to a rate that has its tax in, or take from it, is the first tax's.
    const rest =
      withTax === undefined || discount !== zero
        ? zero
        : withTax - net - sum(parts.map(({ amount }) => amount));
    for (const [position, { name, amount }] of parts.entries()) {
      taxes.set(name, (taxes.get(name) ?? zero) + amount + (position === 0 ? rest : zero));
    }
  }
  return taxes;
}
