import type { Route } from "../../http/route";
import { failure, ok } from "../answers";
import { crmRoute, scope } from "../call";
import { personOf } from "../people/staff";
import { setupList } from "./setupList";

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
    iso_code: { type: "text", required: true, most: 3, pattern: /^[A-Z]{3}$/ },
    exchange_rate: { type: "text", required: true, most: 18, pattern: rate },
    name: { type: "text", most: 255 },
    symbol: { type: "text", most: 50 },
    is_active: { type: "boolean" },
    format: { type: "object" },
  },
  unique: "iso_code",
  most: 180,
  words: {
    created: "The multi-currency feature is enabled and the currency is added",
    updated: "The currency updated successfully",
    deleted: "",
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
    const active = [...currencies.of(organization).values()].filter((each) => each.is_active === true);
    if (changes.is_active === true && currency.is_active !== true && active.length >= mostActive)
      return failure("ACTIVE_STATE_LIMIT_EXCEEDED", "too many active currencies", {
        limit: mostActive,
        ...at("is_active"),
      });
    return undefined;
  },
});

const taxes = [
  ["Sales Tax", 5],
  ["Vat", 12.5],
] as const;

/** The currencies and the taxes of the organisation. */
export const currencyRoutes: Route[] = [
  currencies.list,
  currencies.create,
  currencies.update,
  crmRoute(
    "crm.taxes.list",
    ["GET", "/org/taxes"],
    () =>
      ok({
        org_taxes: {
          taxes: taxes.map(([name, value], index) => ({
            id: `572576700000013000${index + 1}`,
            name,
            display_label: name,
            value,
            sequence_number: index + 1,
          })),
          preference: { auto_populate_tax: false, modify_tax_rates: true },
        },
      }),
    { scopes: scope("ZohoCRM.org.READ") },
  ),
];
