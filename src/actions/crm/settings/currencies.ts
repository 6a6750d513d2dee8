import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { flag, limitedText, optionalFlag, optionalText, requiredText } from "../../../inputs/cleaners";
import {
  createCurrency,
  getCurrencies,
  getTaxes,
  setTax,
  updateCurrency,
} from "../../../zoho/crm/settings/currencies";
import { time, user, written } from "../exampleValues";

const isoCode = input({
  label: "ISO Code",
  type: "string",
  required: true,
  placeholder: "Enter a currency code",
  comments: "The three letters of the currency by ISO 4217.",
  example: "GBP",
  clean: (value: unknown) => {
    const code = requiredText("ISO Code")(value).toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) return code;
    throw new Error(`ISO Code: expected three letters such as GBP, got ${JSON.stringify(value)}.`);
  },
});

const currency = input({
  label: "Currency",
  type: "string",
  required: true,
  dataSource: "selectCurrency",
  placeholder: "Select a currency",
  comments: "The ISO code or the unique identifier of the currency.",
  example: "EUR",
  clean: requiredText("Currency"),
});

/** A rate as Zoho takes it: text, lest a number lose digits. */
const rate = (value: unknown): string | undefined => {
  const text = typeof value === "number" ? String(value) : optionalText("Exchange Rate")(value);
  if (text === undefined || /^\d{1,9}(\.\d{1,9})?$/.test(text)) return text;
  throw new Error(
    `Exchange Rate: expected a number with up to nine digits before and after the point, got ${JSON.stringify(text)}.`,
  );
};

const exchangeRate = input({
  label: "Exchange Rate",
  type: "string",
  placeholder: "Enter a rate",
  comments:
    "How many units of the currency one unit of the home currency buys. Leave empty to keep the rate it has. Maximum is nine digits before and nine after the point.",
  example: "0.92",
  clean: rate,
});

const firstRate = input({
  ...exchangeRate,
  required: true,
  comments:
    "How many units of the currency one unit of the home currency buys. Maximum is nine digits before and nine after the point.",
  clean: (value: unknown) => rate(requiredText("Exchange Rate")(value)),
});

const active = input({
  label: "Active",
  type: "boolean",
  comments: "When true, the currency can be used for records. Leave empty to keep what it is.",
  example: "true",
  clean: optionalFlag("Active"),
});

const currencyName = input({
  label: "Currency Name",
  type: "string",
  placeholder: "Enter a name",
  comments: "The name of the currency. Leave empty for Zoho's own name. Maximum is 255 characters.",
  example: "British Pound - GBP",
  clean: limitedText("Currency Name", 255),
});

const symbol = input({
  label: "Symbol",
  type: "string",
  placeholder: "Enter a symbol",
  comments: "The symbol of the currency. Leave empty for Zoho's own. Maximum is 50 characters.",
  example: "£",
  clean: limitedText("Symbol", 50),
});

const tax = input({
  label: "Tax",
  type: "string",
  required: true,
  placeholder: "Enter a tax",
  comments: "The name or the unique identifier of the tax. A tax of this name is added if there is none.",
  example: "Sales Tax",
  clean: requiredText("Tax"),
});

const taxRate = input({
  label: "Rate",
  type: "string",
  placeholder: "Enter a rate",
  comments: "The rate of the tax in percent, from 0 to 100. A new tax needs one. Leave empty to keep it.",
  example: "8.5",
  clean: (value: unknown) => {
    const text = typeof value === "number" ? String(value) : optionalText("Rate")(value);
    if (text === undefined) return undefined;
    if (/^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= 100) return Number(text);
    throw new Error(`Rate: expected a number from 0 to 100, got ${JSON.stringify(text)}.`);
  },
});

const taxName = input({
  label: "New Name",
  type: "string",
  placeholder: "Enter a name",
  comments: "The new name of the tax. Leave empty to keep it. Maximum is 100 characters.",
  example: "State Sales Tax",
  clean: limitedText("New Name", 100),
});

const removed = input({
  label: "Remove",
  type: "boolean",
  default: "false",
  comments: "When true, the tax is removed. Records keep what was charged.",
  clean: flag("Remove"),
});

const writtenExample = (message: string) => written("currencies", "5725767000000120002", message);

export const crmGetCurrencies = crmAction({
  label: "CRM - Get Currencies",
  description:
    "Returns the currencies of the organization with their exchange rates; none where it has one currency alone.",
  inputs: {},
  call: getCurrencies,
  example: {
    currencies: [
      {
        id: "5725767000000120001",
        iso_code: "USD",
        name: "US Dollar - USD",
        symbol: "$",
        exchange_rate: "1.000000000",
        exchange_rate_auto_update: false,
        exchange_rate_updated_time: time,
        is_base: true,
        is_active: true,
        prefix_symbol: true,
        format: {
          numeral_system: "International",
          decimal_places: "2",
          decimal_separator: "Period",
          thousand_separator: "Comma",
        },
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
    ],
  },
});

export const crmCreateCurrency = crmAction({
  label: "CRM - Create Currency",
  description: "Adds a currency to an organization that has several currencies turned on.",
  inputs: { isoCode, exchangeRate: firstRate, currencyName, symbol, active },
  call: (crm, { currencyName: name, ...input }) => createCurrency(crm, { name, ...input }),
  writes: true,
  example: writtenExample("The currency created successfully."),
});

export const crmUpdateCurrency = crmAction({
  label: "CRM - Update Currency",
  description: "Changes the exchange rate of a currency, or whether it is in use.",
  inputs: { currency, exchangeRate, active },
  call: updateCurrency,
  writes: true,
  example: writtenExample("The currency updated successfully."),
});

export const crmGetTaxes = crmAction({
  label: "CRM - Get Taxes",
  description: "Returns the taxes of the organization with their rates.",
  inputs: {},
  call: getTaxes,
  example: {
    org_taxes: {
      taxes: [
        {
          id: "5725767000000130001",
          name: "Sales Tax",
          display_label: "Sales Tax",
          value: 5,
          sequence_number: 1,
        },
      ],
      preference: { auto_populate_tax: false, modify_tax_rates: true },
    },
  },
});

export const crmSetTax = crmAction({
  label: "CRM - Set Tax",
  description: "Adds a tax to the organization, changes its rate or its name, or removes it.",
  inputs: { tax, rate: taxRate, taxName, removed },
  call: setTax,
  writes: true,
  example: {
    org_taxes: {
      code: "SUCCESS",
      details: { id: "5725767000000130001", ids: ["5725767000000130001"] },
      message: "tax updated",
      status: "success",
    },
  },
});
