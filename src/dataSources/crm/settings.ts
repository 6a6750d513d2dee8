import { crmPicker } from "../../define";
import { fieldName, pipelineLayoutId, pipelineModule, viewableModule } from "../../inputs/modules";
import {
  customViewChoices,
  layoutChoices,
  picklistChoices,
  pipelineChoices,
  relatedListChoices,
  tagChoices,
} from "../../zoho/crm/metadata/choices";
import { channelChoices } from "../../zoho/crm/notifications/channels";
import {
  assignmentRuleChoices,
  cadenceChoices,
  contactRoleChoices,
  currencyChoices,
  emailTemplateChoices,
  globalPicklistChoices,
  profileChoices,
  roleChoices,
  territoryChoices,
  userGroupChoices,
  variableChoices,
} from "../../zoho/crm/settings/choices";

export const selectNotificationChannel = crmPicker({
  label: "Select Notification Channel",
  description: "Lists the notification channels that are open, up to 200 of their modules.",
  inputs: {},
  call: (crm) => channelChoices(crm),
  example: [{ key: "1000000068001", label: "1000000068001 (Leads.all)" }],
});

export const selectCustomView = crmPicker({
  label: "Select Custom View",
  description: "Lists the custom views of a module, up to 1,000.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => customViewChoices(crm, recordType),
  example: [{ key: "5725767000000087501", label: "All Leads" }],
});

export const selectLayout = crmPicker({
  label: "Select Layout",
  description: "Lists the layouts of a module.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => layoutChoices(crm, recordType),
  example: [{ key: "5725767000000091055", label: "Standard" }],
});

export const selectPicklistValue = crmPicker({
  label: "Select Picklist Value",
  description: "Lists the values of a picklist field that are in use.",
  inputs: { recordType: viewableModule, fieldName },
  call: (crm, { recordType, fieldName }) => picklistChoices(crm, recordType, fieldName),
  example: [{ key: "Contacted", label: "Contacted" }],
});

export const selectPipeline = crmPicker({
  label: "Select Pipeline",
  description: "Lists the pipelines of a layout, or of all layouts of a module.",
  inputs: { recordType: pipelineModule, layoutId: pipelineLayoutId },
  call: (crm, { recordType, layoutId }) => pipelineChoices(crm, recordType, layoutId),
  example: [{ key: "Sales", label: "Sales" }],
});

export const selectRelatedList = crmPicker({
  label: "Select Related List",
  description: "Lists the related lists of a module.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => relatedListChoices(crm, recordType),
  example: [{ key: "Products", label: "Products" }],
});

export const selectTag = crmPicker({
  label: "Select Tag",
  description: "Lists the tags of a module.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => tagChoices(crm, recordType),
  example: [{ key: "Trade Show", label: "Trade Show" }],
});

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

export const selectAssignmentRule = crmPicker({
  label: "Select Assignment Rule",
  description: "Lists the assignment rules of a module.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => assignmentRuleChoices(crm, recordType),
  example: [{ key: "5725767000001380001", label: "Leads by Country" }],
});

export const selectEmailTemplate = crmPicker({
  label: "Select Email Template",
  description: "Lists the email templates of a module, up to 1,000.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => emailTemplateChoices(crm, recordType),
  example: [{ key: "5725767000000091071", label: "Follow Up" }],
});

export const selectGlobalPicklist = crmPicker({
  label: "Select Global Picklist",
  description: "Lists the picklists that fields of several modules share.",
  inputs: {},
  call: (crm) => globalPicklistChoices(crm),
  example: [{ key: "Region", label: "Region" }],
});
