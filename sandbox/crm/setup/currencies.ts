import type { Route } from "../../http/route";
import { type Failure, failure } from "../answers";
import { isObject } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { setupList } from "./setupList";
import { taxRoutes } from "./taxes";

const rate = /^\d{1,9}(\.\d{1,9})?$/;
const mostActive = 10;

const format = {
  numeral_system: "International",
  decimal_places: "2",
  decimal_separator: "Period",
  thousand_separator: "Comma",
};

/** How amounts may be written, and what Zoho calls each choice. */
const formats: Readonly<Record<string, { called: string; values: readonly string[] }>> = {
  thousand_separator: { called: "Thousand separator", values: ["Comma", "Period", "Space"] },
  decimal_separator: { called: "Decimal separator", values: ["Comma", "Period"] },
  decimal_places: { called: "Decimal places", values: ["0", "2", "3", "4", "5", "6"] },
  numeral_system: { called: "Numeral system", values: ["Indian", "International"] },
};

const currencies = setupList({
  name: "currencies",
  key: "currencies",
  path: "/org/currencies",
  scope: "ZohoCRM.settings.currencies",
  fields: {
    iso_code: {
      type: "text",
      required: true,
      pattern: /^[A-Z]{3}$/,
      wrong: "Currency isocode given seems to be invalid",
    },
    exchange_rate: {
      type: "text",
      required: true,
      most: 18,
      pattern: rate,
      wrong: "Exchange rate given seems to be invalid",
    },
    name: { type: "text", most: 255 },
    symbol: { type: "text", most: 50 },
    is_active: { type: "boolean" },
    exchange_rate_auto_update: { type: "boolean", wrong: "invalid data" },
    format: { type: "object" },
  },
  unique: "iso_code",
  most: 180,
  words: {
    created: "The currency created successfully.",
    updated: "The currency updated successfully.",
    deleted: "",
    taken: "Duplicate value given for Isocode parameter",
  },
  createdStatus: 200,
  idsFrom: 120,
  stock: ({ currentUser }, nextId) =>
    [
      { iso_code: "USD", name: "US Dollar - USD", symbol: "$", exchange_rate: "1.000000000", is_base: true },
      { iso_code: "EUR", name: "Euro - EUR", symbol: "€", exchange_rate: "0.920000000", is_base: false },
    ].map((currency) => ({
      ...currency,
      prefix_symbol: true,
      is_active: true,
      exchange_rate_auto_update: false,
      exchange_rate_updated_time: currentUser.createdTime,
      format,
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: personOf(currentUser),
      modified_time: currentUser.createdTime,
      id: nextId(),
    })),
  fill: ({ organization }, given) => ({
    is_base: false,
    prefix_symbol: given.prefix_symbol ?? true,
    is_active: given.is_active ?? true,
    format: given.format ?? format,
    exchange_rate_auto_update: given.exchange_rate_auto_update ?? false,
    exchange_rate_updated_time: organization.now(),
    symbol: given.symbol ?? given.iso_code,
    name: given.name ?? given.iso_code,
    created_by: personOf(organization.currentUser),
    created_time: organization.now(),
    modified_by: personOf(organization.currentUser),
    modified_time: organization.now(),
  }),
  settle: ({ organization }, { exchange_rate }) =>
    exchange_rate === undefined ? {} : { exchange_rate_updated_time: organization.now() },
  mayChange: ({ organization }, currency, changes, at) => {
    if (currency.is_base === true && changes.is_active === false)
      return failure("NOT_ALLOWED", "the home currency cannot be deactivated", at("is_active"));
    if (currency.is_base === true && changes.exchange_rate !== undefined)
      return failure("NOT_ALLOWED", "the exchange rate of the home currency is 1", at("exchange_rate"));
    const problem = wrongLook(organization, changes, at, currency);
    if (problem) return problem;
    return changes.is_active === true && currency.is_active !== true
      ? tooManyActive(organization)
      : undefined;
  },
  mayCreate: ({ organization }, given, at) => {
    const problem = wrongLook(organization, given, at);
    return problem ?? (given.is_active === false ? undefined : tooManyActive(organization));
  },
});

/** What is wrong with the symbol of a currency, or with how its amounts are written. */
function wrongLook(
  organization: CrmOrganization,
  { symbol, format: given }: Readonly<Record<string, unknown>>,
  at: (name: string) => object,
  own?: object,
): Failure | undefined {
  const others = [...currencies.of(organization).values()].filter((each) => each !== own);
  if (symbol !== undefined && others.some((each) => each.symbol === symbol))
    return failure("INVALID_DATA", "Currency symbol is already used", { ...at("symbol") });
  if (!isObject(given)) return undefined;
  const within = (name: string) => ({ ...at(`format.${name}`), api_name: name });
  for (const [name, { called, values }] of Object.entries(formats))
    if (given[name] !== undefined && !values.includes(String(given[name])))
      return failure("INVALID_DATA", `${called} given seems to be invalid`, within(name));
  const [thousand, decimal] = [given.thousand_separator, given.decimal_separator];
  if (thousand !== undefined && thousand === decimal) {
    const message = "Thousand separator and Decimal separator should not be equal";
    return failure("NOT_ALLOWED", message, within("decimal_places"));
  }
  if (given.numeral_system !== "Indian" || thousand !== "Space") return undefined;
  const message =
    "The only supported thousand and decimal separators in the Indian numeral system are the comma and the period";
  return failure("INVALID_DATA", message, within("numeral_system"));
}

function tooManyActive(organization: CrmOrganization): Failure | undefined {
  const active = [...currencies.of(organization).values()].filter((each) => each.is_active === true);
  const message =
    "Allowed active currency limit reached. Please deactivate any one of the existing active currencies to create this currency.";
  return active.length >= mostActive
    ? failure("ACTIVE_STATE_LIMIT_EXCEEDED", message, { limit: mostActive })
    : undefined;
}

/** The currencies and the taxes of the organisation. */
export const currencyRoutes: Route[] = [
  currencies.list,
  currencies.get,
  currencies.create,
  currencies.update,
  currencies.updateMany,
  ...taxRoutes,
];
