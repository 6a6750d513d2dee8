import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/settings/currencies", {
  crmGetCurrencies: () => ({}),
  crmCreateCurrency: () => ({ isoCode: "GBP", exchangeRate: "0.79", currencyName: "British Pound - GBP" }),
  crmUpdateCurrency: () => ({ currency: "EUR", exchangeRate: "0.93" }),
  crmGetTaxes: () => ({}),
  crmSetTax: () => ({ tax: "Sales Tax", rate: "8.5", taxName: "State Sales Tax" }),
});
