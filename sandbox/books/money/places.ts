import type { BooksOrganization } from "../core/organization";
import { textOf } from "../core/values";

/** Currencies whose amounts have no decimals, and those that have three (ISO 4217); all others have two. */
const none = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const three = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export const placesOfCurrency = (code: string): number => (none.has(code) ? 0 : three.has(code) ? 3 : 2);

/** Decimals of an amount in a currency of the organization, by its id. */
export function placesOf(organization: BooksOrganization, currencyId: unknown): number {
  const currency = organization.records("settings/currencies").get(textOf(currencyId));
  return currency ? Number(currency.price_precision) : organization.precision;
}
