import type { BooksOrganization } from "../core/organization";
import { itemsOf, present, type Row, textOf } from "../core/values";
import { type Decimal, decimal, fraction, percentOf, sum, toNumber } from "./decimal";

/** A tax as lines apply it: one percentage, or the several of a group. */
export interface Tax {
  name: string;
  type: string;
  percentage: number;
  parts: readonly { name: string; percentage: Decimal; isCompound: boolean }[];
}

const partOf = (row: Row) => ({
  name: textOf(row.tax_name),
  percentage: decimal(row.tax_percentage),
  isCompound: row.tax_type === "compound_tax",
});

/** The tax, or the group of taxes, of an id; undefined where there is none. */
export function taxOf(organization: BooksOrganization, id: unknown): Tax | undefined {
  const taxes = organization.records("settings/taxes");
  const tax = taxes.get(textOf(id));
  if (tax) return combined(textOf(tax.tax_name), textOf(tax.tax_type), [tax]);
  const group = organization.records("settings/taxgroups").get(textOf(id));
  if (!group) return undefined;
  const rows = present(itemsOf(textOf(group._tax_ids)).map((taxId) => taxes.get(taxId)));
  return combined(textOf(group.tax_group_name), "tax_group", rows);
}

function combined(name: string, type: string, rows: readonly Row[]): Tax {
  const parts = rows.map(partOf);
  return { name, type, percentage: toNumber(sum(parts.map(({ percentage }) => percentage))), parts };
}

/**
 * What each part of a tax comes to on an amount. A compound tax is taken on the amount with the simple ones.
 */
export function taxAmounts(tax: Tax, amount: Decimal, places: number): { name: string; amount: Decimal }[] {
  const simple = tax.parts.filter(({ isCompound }) => !isCompound);
  const onSimple = sum(simple.map(({ percentage }) => percentOf(amount, percentage, places)));
  return tax.parts.map(({ name, percentage, isCompound }) => ({
    name,
    amount: percentOf(isCompound ? amount + onSimple : amount, percentage, places),
  }));
}

/** The amount without tax of an amount that has its tax in. */
export function withoutTax(amount: Decimal, tax: Tax, places: number): Decimal {
  const hundred = decimal(100);
  const taxed = sum([hundred, ...taxAmounts(tax, hundred, 6).map((part) => part.amount)]);
  return fraction(amount, hundred, taxed, places);
}
