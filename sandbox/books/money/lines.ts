import type { BooksOrganization } from "../core/organization";
import { type Draft, isEmpty, objectsOf, textOf } from "../core/values";
import { type Decimal, decimal, percentOf, rounded, times, toNumber, zero } from "./decimal";
import { placesOf } from "./places";
import { type Tax, taxOf, withoutTax } from "./taxes";

/** A line with what it comes to. */
export interface Line {
  shown: Draft;
  /** Without tax; what a discount on the whole document is shared out by. */
  net: Decimal;
  /** With tax, where the rate has it in. */
  withTax: Decimal | undefined;
  tax: Tax | undefined;
}

/** Whether a document buys, so that its lines take an item's purchase side. */
export type Side = "sale" | "purchase";

/** A share of an amount, given as `"5%"` or as an amount. */
export function shareOf(given: unknown, amount: Decimal, places: number): Decimal {
  const text = textOf(given);
  return text.endsWith("%")
    ? percentOf(amount, decimal(text.slice(0, -1)), places)
    : rounded(decimal(text), places);
}

/** The lines of a document, in order: filled in from their items, with ids, and with what each comes to. */
export function linesOf(draft: Draft, organization: BooksOrganization, side: Side): Line[] {
  return objectsOf(draft.line_items).map((given, position) => {
    const line = { ...fromItem(given, organization, side), ...given };
    return priced(line, draft, organization, position);
  });
}

function fromItem(line: Draft, organization: BooksOrganization, side: Side): Draft {
  const item = organization.records("items").get(textOf(line.item_id));
  if (!item) return {};
  const { name, unit, product_type, tax_id = "" } = item;
  const own = { name, unit, product_type, item_type: item.item_type };
  return side === "sale"
    ? { ...own, tax_id, description: item.description, rate: item.rate, account_id: item.account_id }
    : {
        ...own,
        description: item.purchase_description,
        rate: item.purchase_rate,
        account_id: item.purchase_account_id,
      };
}

function priced(line: Draft, draft: Draft, organization: BooksOrganization, position: number): Line {
  const places = placesOf(organization, draft.currency_id);
  const quantity = isEmpty(line.quantity) ? 1 : line.quantity;
  const tax = taxOf(organization, line.tax_id);
  const gross = times(decimal(line.rate), decimal(quantity), places);
  const discount = draft.discount_type === "item_level" ? shareOf(line.discount, gross, places) : zero;
  const amount = gross - discount;
  const isInclusive = draft.is_inclusive_tax === true;
  const net = isInclusive && tax ? withoutTax(amount, tax, places) : amount;
  const rate = toNumber(decimal(line.rate));
  const shown = {
    ...line,
    line_item_id: isEmpty(line.line_item_id) ? organization.nextId() : textOf(line.line_item_id),
    item_order: position + 1,
    rate,
    bcy_rate: toNumber(times(decimal(rate), decimal(draft.exchange_rate ?? 1), organization.precision)),
    quantity: toNumber(decimal(quantity)),
    discount: line.discount ?? 0,
    discount_amount: toNumber(discount),
    tax_id: tax ? textOf(line.tax_id) : "",
    tax_name: tax?.name ?? "",
    tax_type: tax?.type ?? "",
    tax_percentage: tax?.percentage ?? 0,
    item_total: toNumber(net),
    ...(isInclusive && { item_total_inclusive_of_tax: toNumber(amount) }),
  };
  return { shown, net, withTax: isInclusive ? amount : undefined, tax };
}
