import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { optionalApiName, optionalInteger } from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import {
  getAssignmentRules,
  getBusinessHours,
  getEmailTemplates,
  getFeatures,
  getFiscalYear,
  getHolidays,
  getInventoryTemplates,
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
        default_assignee: { ...user, type: "user", resource: user },
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
    "Returns the features of the organization's edition with their limits and what of them is used, one page or all of them.",
  inputs: { recordType: anyModule, ...numberedPaging },
  call: getFeatures,
  example: {
    __features: [
      {
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
    info: numberedPageInfo,
  },
});
