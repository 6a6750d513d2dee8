import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { flag, optionalApiName, optionalInteger, requiredText, textList } from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import {
  getAssignmentRules,
  getBusinessHours,
  getEmailTemplates,
  getFeatures,
  getFiscalYear,
  getGlobalPicklists,
  getHolidays,
  getInventoryTemplates,
  removeGlobalPicklist,
  replacePicklistValue,
  setGlobalPicklist,
} from "../../../zoho/crm/settings/reference";
import { numberedPageInfo, time, user } from "../exampleValues";

const anyModule = input({
  ...viewableModule,
  required: false,
  comments: "The API name of the module. Leave empty for all modules.",
  clean: optionalApiName("Record Type"),
});

const year = input({
  label: "Year",
  type: "string",
  placeholder: "Enter a year",
  comments: "The year whose holidays to list. Leave empty for Zoho's default, the current year.",
  example: "2026",
  clean: optionalInteger("Year", 1970, 2100),
});

const globalPicklist = input({
  label: "Global Picklist",
  type: "string",
  required: true,
  dataSource: "selectGlobalPicklist",
  placeholder: "Select a global picklist",
  comments: "The API name, the label or the unique identifier of the global picklist.",
  example: "Region",
  clean: requiredText("Global Picklist"),
});

const setPicklist = input({
  ...globalPicklist,
  comments:
    "The API name, the label or the unique identifier of the global picklist. One of this label is created if there is none. Maximum is 50 characters.",
});

const picklistValues = input({
  label: "Values",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter a value",
  comments: "The values that the picklist is to have. Those that it has stay what they are.",
  example: "Africa",
  clean: (value: unknown) => {
    const values = textList("Values")(value);
    if (values.length > 0) return values;
    throw new Error("Values: expected at least one, got nothing.");
  },
});

const removeOthers = input({
  label: "Remove Others",
  type: "boolean",
  default: "false",
  comments: "When true, values of the picklist that are not named are removed.",
  clean: flag("Remove Others"),
});

const valueInput = (label: string, comments: string, example: string) =>
  input({
    label,
    type: "string",
    required: true,
    placeholder: "Enter a value",
    comments,
    example,
    clean: requiredText(label),
  });

const oldValue = valueInput("Old Value", "The value of the picklist that is to go.", "Asia");
const newValue = valueInput("New Value", "The value of the picklist that records have instead.", "Europe");

const template = (name: string, module: string) => ({
  id: "5725767000000170001",
  name,
  module: { api_name: module, id: "5725767000000002175" },
  folder: { name: "Public Templates", id: "5725767000000170000" },
  category: "normal",
  editor_mode: "rich_text",
  favorite: false,
  created_by: user,
  created_time: time,
  modified_by: user,
  modified_time: time,
  last_usage_time: time,
});

export const crmGetEmailTemplates = crmAction({
  label: "CRM - Get Email Templates",
  description: "Returns the email templates of a module or of all modules, one page or all of them.",
  inputs: { recordType: anyModule, ...numberedPaging },
  call: getEmailTemplates,
  example: {
    email_templates: [
      {
        ...template("Welcome", "Leads"),
        subject: "Welcome",
        active: true,
        associated: false,
        consent_linked: false,
        attachments: [],
        last_version_statistics: { tracked: 0, delivered: 0, opened: 0, bounced: 0, sent: 0, clicked: 0 },
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmGetInventoryTemplates = crmAction({
  label: "CRM - Get Inventory Templates",
  description:
    "Returns the templates of quotes, orders and invoices of a module or of all modules, one page or all of them.",
  inputs: { recordType: anyModule, ...numberedPaging },
  call: getInventoryTemplates,
  example: { inventory_templates: [template("Quote", "Quotes")], info: numberedPageInfo },
});

export const crmGetGlobalPicklists = crmAction({
  label: "CRM - Get Global Picklists",
  description: "Returns the picklists that fields of several modules share, with their values.",
  inputs: {},
  call: getGlobalPicklists,
  example: {
    global_picklists: [
      {
        id: "5725767000000190001",
        api_name: "Region",
        display_label: "Region",
        actual_label: "Region",
        description: null,
        source: "crm",
        presence: true,
        customizable: true,
        pick_list_values_sorted_lexically: false,
        pick_list_values: [
          {
            id: "5725767000000190002",
            type: "used",
            sequence_number: 1,
            display_value: "Europe",
            reference_value: "Europe",
            actual_value: "Europe",
          },
        ],
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
    ],
  },
});

const scheduled = (key: string, message: string) => ({
  [key]: [{ code: "SCHEDULED", details: { job_id: "5725767000001408012" }, message, status: "success" }],
});

export const crmSetGlobalPicklist = crmAction({
  label: "CRM - Set Global Picklist",
  description: "Gives a global picklist further values, and creates the picklist if there is none.",
  inputs: { globalPicklist: setPicklist, values: picklistValues, removeOthers },
  call: setGlobalPicklist,
  writes: true,
  example: {
    global_picklists: [
      {
        code: "SUCCESS",
        details: { id: "5725767000000190001" },
        message: "global picklist updated",
        status: "success",
      },
    ],
  },
});

export const crmRemoveGlobalPicklist = crmAction({
  label: "CRM - Remove Global Picklist",
  description: "Deletes a global picklist that no field uses.",
  inputs: { globalPicklist },
  call: removeGlobalPicklist,
  writes: true,
  example: scheduled("global_picklists", "global picklist deletion scheduled"),
});

export const crmReplacePicklistValue = crmAction({
  label: "CRM - Replace Picklist Value",
  description: "Replaces a value of a global picklist by another of its values, in all records that have it.",
  inputs: { globalPicklist, oldValue, newValue },
  call: replacePicklistValue,
  writes: true,
  example: scheduled("replace_picklist_values", "picklist value replacement scheduled"),
});

export const crmGetAssignmentRules = crmAction({
  label: "CRM - Get Assignment Rules",
  description: "Returns the rules that give new records of a module to users.",
  inputs: { recordType: viewableModule },
  call: getAssignmentRules,
  example: {
    assignment_rules: [
      {
        id: "5725767000000175001",
        name: "Leads to Sales",
        api_name: "Leads_to_Sales",
        description: "",
        module: { api_name: "Leads", name: "Leads", id: "5725767000000002175" },
        default_assignee: user,
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
    ],
  },
});

export const crmGetBusinessHours = crmAction({
  label: "CRM - Get Business Hours",
  description: "Returns the business hours of the organization.",
  inputs: {},
  call: getBusinessHours,
  example: {
    business_hours: {
      id: "5725767000000220001",
      type: "custom",
      week_starts_on: "Monday",
      timezone: "America/Los_Angeles",
      business_days: ["Monday", "Tuesday"],
      same_as_everyday: true,
      daily_timing: ["09:00", "17:00"],
      custom_timing: [{ days: "Monday", business_timing: ["09:00", "17:00"] }],
    },
  },
});

export const crmGetHolidays = crmAction({
  label: "CRM - Get Holidays",
  description: "Returns the holidays of a year.",
  inputs: { year },
  call: getHolidays,
  example: {
    holidays: [
      {
        id: "5725767000000200001",
        name: "New Year",
        date: "2026-01-01",
        year: 2026,
        type: "business_holiday",
        shift_hour: { name: "All", id: "5725767000000200000" },
      },
    ],
  },
});

export const crmGetFiscalYear = crmAction({
  label: "CRM - Get Fiscal Year",
  description: "Returns how the fiscal year of the organization is divided.",
  inputs: {},
  call: getFiscalYear,
  example: {
    fiscal_year: {
      id: "5725767000000220002",
      calendar_type: "gregorian",
      display_based_on: "start_month",
      start_month: "APRIL",
      start_date: null,
      surplus_week: { period: 0, year: 0, quarter: 0 },
      past_surplus_weeks: null,
      interval_display_option: null,
      structure: null,
    },
  },
});

export const crmGetFeatures = crmAction({
  label: "CRM - Get Features",
  description:
    "Returns the features of the organization's edition with their limits and what of them is used.",
  inputs: { recordType: anyModule },
  call: getFeatures,
  example: {
    __features: [
      {
        id: "5725767000000210001",
        api_name: "custom_field",
        feature_label: "custom field",
        parent_feature: { api_name: "fields" },
        module_supported: true,
        components: [],
        details: {
          available_count: { total: 480 },
          limits: { total: 500, edition_limit: 500 },
          used_count: { total: 20 },
        },
      },
    ],
  },
});
