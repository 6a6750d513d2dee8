import { crmPicker } from "../../define";
import { variableChoices } from "../../zoho/crm/settings/choices";

export const selectVariable = crmPicker({
  label: "Select Variable",
  description: "Lists the variables of the organisation.",
  inputs: {},
  call: variableChoices,
  example: [{ key: "Last_Sync", label: "Last Sync" }],
});
