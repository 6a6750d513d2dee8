import { crmPicker } from "../../define";
import { viewableModule } from "../../inputs/modules";
import {
  cadenceChoices,
  contactRoleChoices,
  currencyChoices,
  profileChoices,
  roleChoices,
  territoryChoices,
  userGroupChoices,
  variableChoices,
} from "../../zoho/crm/settings/operations";

export const selectCurrency = crmPicker({
  label: "Select Currency",
  description: "Lists the currencies of the organization.",
  inputs: {},
  call: currencyChoices,
  example: [{ key: "EUR", label: "Euro - EUR" }],
});

export const selectVariable = crmPicker({
  label: "Select Variable",
  description: "Lists the variables of the organization.",
  inputs: {},
  call: variableChoices,
  example: [{ key: "Last_Sync", label: "Last Sync" }],
});

export const selectRole = crmPicker({
  label: "Select Role",
  description: "Lists the roles of the organization.",
  inputs: {},
  call: roleChoices,
  example: [{ key: "5725767000000026005", label: "CEO" }],
});

export const selectProfile = crmPicker({
  label: "Select Profile",
  description: "Lists the profiles of the organization.",
  inputs: {},
  call: profileChoices,
  example: [{ key: "5725767000000026011", label: "Administrator" }],
});

export const selectTerritory = crmPicker({
  label: "Select Territory",
  description: "Lists the territories of the organization, up to 1,000.",
  inputs: {},
  call: territoryChoices,
  example: [{ key: "5725767000000140002", label: "Europe" }],
});

export const selectUserGroup = crmPicker({
  label: "Select User Group",
  description: "Lists the user groups of the organization, up to 1,000.",
  inputs: {},
  call: userGroupChoices,
  example: [{ key: "5725767000000150001", label: "Sales Team" }],
});

export const selectContactRole = crmPicker({
  label: "Select Contact Role",
  description: "Lists the roles that contacts can have in deals.",
  inputs: {},
  call: contactRoleChoices,
  example: [{ key: "5725767000000160001", label: "Decision Maker" }],
});

export const selectCadence = crmPicker({
  label: "Select Cadence",
  description: "Lists the cadences of a module.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => cadenceChoices(crm, recordType),
  example: [{ key: "5725767000000230001", label: "New Leads" }],
});
