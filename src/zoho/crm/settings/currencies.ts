import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { changing, creating, given, reading, readSettings, type SettingList, writeSetting } from "./calls";

/** What the money of an organization is: its currencies and its taxes. */
export const currencyOperations = {
  getCurrencies: {
    ...reading,
    path: "/crm/{version}/org/currencies",
    scope: "ZohoCRM.settings.currencies.READ",
    answers: "currencies",
  },
  createCurrency: {
    ...creating,
    path: "/crm/{version}/org/currencies",
    scope: "ZohoCRM.settings.currencies.CREATE",
    items: "currencies",
  },
  updateCurrency: {
    ...changing,
    path: "/crm/{version}/org/currencies/{id}",
    scope: "ZohoCRM.settings.currencies.UPDATE",
    items: "currencies",
  },
  getTaxes: {
    ...reading,
    path: "/crm/{version}/org/taxes",
    scope: "ZohoCRM.org.READ",
    answers: "org_taxes",
  },
} as const;

/**
 * The currencies of the organization with their exchange rates, all at once; none where it has one currency
 * alone.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-currencies.html
 */
export const getCurrencies = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, currencyOperations.getCurrencies);

/** A currency as a builder gives it; what is left out stays as it is. */
export interface CurrencyInput {
  /** Units of the currency for one of the home currency, as text with up to nine decimals. */
  readonly exchangeRate?: string;
  readonly active?: boolean;
}

const bodyOf = (values: JsonObject) => ({ currencies: [given(values)] });

/**
 * Adds a currency to the organization.
 * @throws ZohoError `DUPLICATE_DATA` where it is there already.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/add-currency.html
 */
export const createCurrency = (
  crm: Crm,
  {
    isoCode,
    name,
    symbol,
    exchangeRate,
    active,
  }: CurrencyInput & { isoCode: string; name?: string; symbol?: string },
): Promise<SettingList> =>
  writeSetting(crm, currencyOperations.createCurrency, {
    body: bodyOf({ iso_code: isoCode, name, symbol, exchange_rate: exchangeRate, is_active: active }),
  });

/**
 * Changes the exchange rate of a currency, or whether it is in use.
 * @param input.currency the ISO code or the id of the currency.
 * @throws ZohoError of kind `input` where there is no such currency, with those that there are.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-currency.html
 */
export async function updateCurrency(
  crm: Crm,
  { currency, exchangeRate, active }: CurrencyInput & { currency: string },
): Promise<SettingList> {
  const known = objectsAt(await getCurrencies(crm), "currencies");
  const id = textAt(
    known.find((each) => each.id === currency || each.iso_code === currency),
    "id",
  );
  if (!id) {
    const codes = known.map(({ iso_code }) => iso_code).join(", ") || "none but its home currency";
    throw inputError("crm", `Currency: the organization has no ${currency}. It has ${codes}`);
  }
  const body = bodyOf({ exchange_rate: exchangeRate, is_active: active });
  return writeSetting(crm, currencyOperations.updateCurrency, { path: { id }, body });
}

/**
 * The taxes of the organization with their rates, and how they are used.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-org-taxes.html
 */
export async function getTaxes(crm: Crm): Promise<{ org_taxes: JsonObject }> {
  const { body } = await crm.send(currencyOperations.getTaxes);
  return { org_taxes: isObject(body) && isObject(body.org_taxes) ? body.org_taxes : { taxes: [] } };
}
