import { crmPicker } from "../../define";
import { currencyChoices, variableChoices } from "../../zoho/crm/settings/choices";

export const selectCurrency = crmPicker({
  label: "Select Currency",
  description: "Lists the currencies of the organisation.",
  inputs: {},
  call: currencyChoices,
  example: [{ key: "EUR", label: "Euro - EUR" }],
});

export const selectVariable = crmPicker({
  label: "Select Variable",
  description: "Lists the variables of the organisation.",
  inputs: {},
  call: variableChoices,
  example: [{ key: "Last_Sync", label: "Last Sync" }],
});
