import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { type Crm, sendItem } from "../crm";
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
  updateTaxes: {
    ...changing,
    path: "/crm/{version}/org/taxes",
    scope: "ZohoCRM.org.UPDATE",
    items: "org_taxes",
  },
} as const;

/**
 * The currencies of the organization with their exchange rates, all at once; none where it has one currency
 * alone.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-currencies.html
 */
export async function getCurrencies(crm: Crm): Promise<SettingList> {
  try {
    return await readSettings(crm, currencyOperations.getCurrencies);
  } catch (error) {
    if (!(error instanceof ZohoError && error.code === "CURRENCIES_NOT_ENABLED")) throw error;
    return { [currencyOperations.getCurrencies.answers]: [] };
  }
}

/** A currency as a builder gives it; what is left out stays as it is. */
export interface CurrencyInput {
  /** Units of the currency for one of the home currency, as text with up to nine decimals. */
  readonly exchangeRate?: string;
  readonly active?: boolean;
}

const bodyOf = (values: JsonObject) => ({ currencies: [given(values)] });

/**
 * Adds a currency to the organization.
 * @throws ZohoError `DUPLICATE_DATA` where it is there already, `FEATURE_NOT_ENABLED` where the organization
 * has one currency alone, `ACTIVE_STATE_LIMIT_EXCEEDED` where no more may be in use.
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

export interface TaxInput {
  /** The name or the id of a tax that is there, or the name of a new one. */
  readonly tax: string;
  /** In percent; the one it has when left out. */
  readonly rate?: number;
  readonly taxName?: string;
  readonly removed?: boolean;
}

/**
 * Adds a tax to the organization, changes one or removes it.
 * @throws ZohoError of kind `input` for a new tax without a rate, and for one to remove that is not there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-org-taxes.html
 */
export async function setTax(
  crm: Crm,
  { tax, rate, taxName, removed = false }: TaxInput,
): Promise<{ org_taxes: JsonObject }> {
  const known = objectsAt((await getTaxes(crm)).org_taxes, "taxes");
  const found = known.find(({ id, name }) => id === tax || name === tax);
  const id = textAt(found, "id");
  if (!id && (removed || rate === undefined)) {
    const names = known.map(({ name }) => name).join(", ") || "none";
    throw inputError("crm", `Tax: the organization has no ${tax}. It has ${names}. A new one needs a rate`);
  }
  const name = taxName ?? textAt(found, "name") ?? tax;
  const change = given({ id, name, value: rate ?? found?.value, _delete: removed ? true : undefined });
  const call = { body: { org_taxes: { taxes: [change] } } };
  return { org_taxes: await sendItem(crm, currencyOperations.updateTaxes, call) };
}
