import type { Route } from "../../http/route";
import { type Failure, failure } from "../answers";
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
    symbol: given.symbol ?? given.iso_code,
    name: given.name ?? given.iso_code,
    created_by: personOf(organization.currentUser),
    created_time: organization.now(),
    modified_by: personOf(organization.currentUser),
    modified_time: organization.now(),
  }),
  mayChange: ({ organization }, currency, changes) => {
    const at = (name: string) => ({ api_name: name, json_path: `$.currencies[0].${name}` });
    if (currency.is_base === true && changes.is_active === false)
      return failure("NOT_ALLOWED", "the home currency cannot be deactivated", at("is_active"));
    if (currency.is_base === true && changes.exchange_rate !== undefined)
      return failure("NOT_ALLOWED", "the exchange rate of the home currency is 1", at("exchange_rate"));
    return changes.is_active === true && currency.is_active !== true
      ? tooManyActive(organization)
      : undefined;
  },
  mayCreate: ({ organization }, given) => {
    const at = { api_name: "symbol", json_path: "$.currencies[0].symbol" };
    const all = [...currencies.of(organization).values()];
    if (given.symbol !== undefined && all.some(({ symbol }) => symbol === given.symbol))
      return failure("INVALID_DATA", "Currency symbol is already used", at);
    return given.is_active === false ? undefined : tooManyActive(organization);
  },
});

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
