import { isObject, type JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import { reading, readSettings, type SettingList } from "./calls";

/** What is set up for the organization: templates, assignment rules, working times and features. */
export const referenceOperations = {
  getEmailTemplates: {
    ...reading,
    path: "/crm/{version}/settings/email_templates",
    scope: "ZohoCRM.templates.email.READ",
    answers: "email_templates",
  },
  getInventoryTemplates: {
    ...reading,
    path: "/crm/{version}/settings/inventory_templates",
    scope: "ZohoCRM.templates.inventory.READ",
    answers: "inventory_templates",
  },
  getAssignmentRules: {
    ...reading,
    path: "/crm/{version}/settings/automation/assignment_rules",
    scope: "ZohoCRM.settings.assignment_rules.READ",
    answers: "assignment_rules",
  },
  getBusinessHours: {
    ...reading,
    path: "/crm/{version}/settings/business_hours",
    scope: "ZohoCRM.settings.business_hours.READ",
    answers: "business_hours",
  },
  getHolidays: {
    ...reading,
    path: "/crm/{version}/settings/holidays",
    scope: "ZohoCRM.settings.business_hours.READ",
    answers: "holidays",
  },
  getFiscalYear: {
    ...reading,
    path: "/crm/{version}/settings/fiscal_year",
    scope: "ZohoCRM.settings.fiscal_year.READ",
    answers: "fiscal_year",
  },
  getFeatures: {
    ...reading,
    path: "/crm/{version}/__features",
    scope: "ZohoCRM.features.READ",
    answers: "__features",
  },
} as const;

/** A list of what one module has, or all of them. */
export interface ModuleListInput extends Omit<PagingInput, "page_token"> {
  /** The module whose ones to list; all when left out. */
  readonly recordType?: string;
}

/**
 * Email templates, of a module or all of them, by page or to the end.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-email-templates.html
 */
export async function getEmailTemplates(
  crm: Crm,
  { recordType, ...paging }: ModuleListInput,
): Promise<{ email_templates: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(
    crm,
    referenceOperations.getEmailTemplates,
    call,
    "email_templates",
    paging,
  );
  return { email_templates: rows, info };
}

/**
 * Templates of quotes, orders and invoices, of a module or all of them, by page or to the end.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-inventory-templates.html
 */
export async function getInventoryTemplates(
  crm: Crm,
  { recordType, ...paging }: ModuleListInput,
): Promise<{ inventory_templates: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(
    crm,
    referenceOperations.getInventoryTemplates,
    call,
    "inventory_templates",
    paging,
  );
  return { inventory_templates: rows, info };
}

/**
 * The rules that give new records of a module to users; a write applies one that is named by its id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-assignment-rules.html
 */
export const getAssignmentRules = (crm: Crm, { recordType }: { recordType: string }): Promise<SettingList> =>
  readSettings(crm, referenceOperations.getAssignmentRules, { query: { module: recordType } });

/**
 * The business hours of the organization; an empty object where none are set.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-business-hours.html
 */
export async function getBusinessHours(crm: Crm): Promise<{ business_hours: JsonObject }> {
  const { body } = await crm.send(referenceOperations.getBusinessHours);
  return { business_hours: isObject(body) && isObject(body.business_hours) ? body.business_hours : {} };
}

/**
 * The holidays of a year, of the organization and of its shifts.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-holidays.html
 */
export const getHolidays = (crm: Crm, { year }: { year?: number }): Promise<SettingList> =>
  readSettings(crm, referenceOperations.getHolidays, { query: { year } });

/**
 * How the fiscal year of the organization is divided.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-fiscal-year.html
 */
export async function getFiscalYear(crm: Crm): Promise<{ fiscal_year: JsonObject }> {
  const { body } = await crm.send(referenceOperations.getFiscalYear);
  return { fiscal_year: isObject(body) && isObject(body.fiscal_year) ? body.fiscal_year : {} };
}

/**
 * The features of the organization's edition with their limits and what of them is used, for a module or for
 * all of it, by page or to the end.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-features.html
 */
export async function getFeatures(
  crm: Crm,
  { recordType, ...paging }: ModuleListInput,
): Promise<{ __features: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(crm, referenceOperations.getFeatures, call, "__features", paging);
  return { __features: rows, info };
}
