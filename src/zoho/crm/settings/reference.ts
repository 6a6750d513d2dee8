import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import {
  changing,
  creating,
  reading,
  readSettings,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

/** What is set up for the organization: templates, global picklists, working times and features. */
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
  getGlobalPicklists: {
    ...reading,
    path: "/crm/{version}/settings/global_picklists",
    scope: "ZohoCRM.settings.global_picklist.READ",
    answers: "global_picklists",
  },
  createGlobalPicklist: {
    ...creating,
    path: "/crm/{version}/settings/global_picklists",
    scope: "ZohoCRM.settings.global_picklist.CREATE",
    items: "global_picklists",
  },
  updateGlobalPicklist: {
    ...changing,
    method: "PATCH",
    path: "/crm/{version}/settings/global_picklists/{id}",
    scope: "ZohoCRM.settings.global_picklist.UPDATE",
    items: "global_picklists",
  },
  deleteGlobalPicklist: {
    ...removing,
    path: "/crm/{version}/settings/global_picklists/{id}",
    scope: "ZohoCRM.settings.global_picklist.DELETE",
    items: "global_picklists",
  },
  replacePicklistValue: {
    ...creating,
    path: "/crm/{version}/settings/global_picklists/{id}/actions/replace_picklist_values",
    scope: "ZohoCRM.settings.global_picklist.ALL",
    items: "replace_picklist_values",
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

export interface TemplatesInput extends Omit<PagingInput, "page_token"> {
  /** The module whose templates to list; all when left out. */
  readonly recordType?: string;
}

/**
 * Email templates, of a module or all of them, by page or to the end.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-email-templates.html
 */
export async function getEmailTemplates(
  crm: Crm,
  { recordType, ...paging }: TemplatesInput,
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
  { recordType, ...paging }: TemplatesInput,
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
 * The picklists that fields of several modules share, with their values.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-global-picklists.html
 */
export const getGlobalPicklists = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, referenceOperations.getGlobalPicklists, { query: { include: "pick_list_values" } });

/** The picklist of a name, a label or an id, and all that there are. */
async function picklistOf(crm: Crm, wanted: string) {
  const all = objectsAt(await getGlobalPicklists(crm), "global_picklists");
  const picklist = all.find((each) => [each.id, each.api_name, each.display_label].includes(wanted));
  return {
    picklist,
    id: textAt(picklist, "id"),
    names: all.map((each) => each.api_name).join(", ") || "none",
  };
}

async function knownPicklist(crm: Crm, wanted: string): Promise<{ id: string; picklist: JsonObject }> {
  const { picklist, id, names } = await picklistOf(crm, wanted);
  if (picklist && id) return { picklist, id };
  throw inputError("crm", `Global Picklist: the organization has no ${wanted}. It has ${names}`);
}

/**
 * Gives a global picklist values, and makes one of this label if there is none. Values that it has stay, unless
 * `removeOthers` takes away those that are not named.
 * @throws ZohoError `NOT_ALLOWED` for a value that Zoho does not let go.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-global-picklist.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/update-global-picklist.html
 */
export async function setGlobalPicklist(
  crm: Crm,
  input: { globalPicklist: string; values: readonly string[]; removeOthers?: boolean },
): Promise<SettingList> {
  const { picklist, id } = await picklistOf(crm, input.globalPicklist);
  const known = objectsAt(picklist, "pick_list_values");
  const added = input.values
    .filter((value) => !known.some(({ display_value }) => display_value === value))
    .map((value) => ({ display_value: value, type: "used" }));
  if (!id) {
    const made = { display_label: input.globalPicklist, pick_list_values: added };
    const body = { global_picklists: [made] };
    return writeSetting(crm, referenceOperations.createGlobalPicklist, { body });
  }
  const gone = known.filter(({ display_value }) => !input.values.includes(String(display_value)));
  const removed = (input.removeOthers ? gone : []).map((value) => ({ id: value.id, _delete: true }));
  const body = { global_picklists: [{ pick_list_values: [...added, ...removed] }] };
  return writeSetting(crm, referenceOperations.updateGlobalPicklist, { path: { id }, body });
}

/**
 * Deletes a global picklist, which Zoho does a little later.
 * @throws ZohoError `NOT_ALLOWED` while fields use it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-global-picklist.html
 */
export async function removeGlobalPicklist(
  crm: Crm,
  { globalPicklist }: { globalPicklist: string },
): Promise<SettingList> {
  const { id } = await knownPicklist(crm, globalPicklist);
  return removeSetting(crm, referenceOperations.deleteGlobalPicklist, { path: { id } }, id);
}

/**
 * Replaces a value of a global picklist by another of its values, in all records that have it, by a job.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/replace-picklist-values.html
 */
export async function replacePicklistValue(
  crm: Crm,
  { globalPicklist, oldValue, newValue }: { globalPicklist: string; oldValue: string; newValue: string },
): Promise<SettingList> {
  const { id } = await knownPicklist(crm, globalPicklist);
  const [old_value, new_value] = [{ display_value: oldValue }, { display_value: newValue }];
  const body = { replace_picklist_values: [{ old_value, new_value }] };
  return writeSetting(crm, referenceOperations.replacePicklistValue, { path: { id }, body });
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
 * The features of the organization's edition with their limits and what of them is used.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-features.html
 */
export const getFeatures = (crm: Crm, { recordType }: { recordType?: string }): Promise<SettingList> =>
  readSettings(crm, referenceOperations.getFeatures, { query: { module: recordType } });
