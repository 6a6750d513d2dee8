import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError } from "../http/errors";
import type { Crm } from "./crm";
import { crmOperations } from "./operations";

/** Metadata changes when an administrator changes it: ten minutes of memory cost little and save a credit a call. */
const LIFETIME_MS = 10 * 60_000;

/** A list of metadata, kept for a while for this connection. */
export const kept = (crm: Crm, key: string, load: () => Promise<JsonObject[]>): Promise<JsonObject[]> =>
  crm.cache.get(key, LIFETIME_MS, crm.now(), load);

/**
 * The organisation's modules, custom ones included, as Zoho describes them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
 */
export const getModules = (crm: Crm): Promise<JsonObject[]> =>
  kept(crm, "modules", async () => objectsAt((await crm.send(crmOperations.getModules)).body, "modules"));

/**
 * The fields of a module, as Zoho describes them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 */
export const getFields = (crm: Crm, recordType: string): Promise<JsonObject[]> =>
  kept(crm, fieldsKey(recordType), async () => {
    const query = { module: recordType };
    return objectsAt(
      (await crm.send(crmOperations.getFields, { query, path: { module: recordType } })).body,
      "fields",
    );
  });

/**
 * The layouts of a module with their sections and fields, as Zoho describes them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html
 */
export const getLayouts = (crm: Crm, recordType: string): Promise<JsonObject[]> =>
  kept(crm, layoutsKey(recordType), async () => {
    const query = { module: recordType };
    return objectsAt((await crm.send(crmOperations.getLayouts, { query })).body, "layouts");
  });

/** Forgets the fields and layouts of a module, after Zoho's answer has contradicted them. */
export function forgetFields(crm: Crm, recordType: string): void {
  crm.cache.forget(fieldsKey(recordType));
  crm.cache.forget(layoutsKey(recordType));
}

const fieldsKey = (recordType: string): string => `fields ${recordType}`;
const layoutsKey = (recordType: string): string => `layouts ${recordType}`;

const isVisible = (field: JsonObject, ...hiddenTypes: string[]): boolean =>
  field.visible !== false && !hiddenTypes.includes(textAt(field, "data_type") ?? "");

/** Rows that only the record itself shows. */
const rowTypes = ["subform", "multiselectlookup", "multiuserlookup"];

/** The API names of a module's fields that lists return; the first `max` of them, Zoho's limit for one request. */
export async function listedFields(crm: Crm, recordType: string, max = 50): Promise<string[]> {
  const fields = await getFields(crm, recordType);
  return fields
    .filter((field) => isVisible(field, ...rowTypes))
    .map(nameOf)
    .slice(0, max);
}

/** The API names of a module's fields that a COQL query can select. */
export async function selectableFields(crm: Crm, recordType: string): Promise<string[]> {
  const fields = await getFields(crm, recordType);
  return fields.filter((field) => isVisible(field, ...rowTypes, "imageupload", "profileimage")).map(nameOf);
}

export const nameOf = (described: JsonObject): string => textAt(described, "api_name") ?? "";

/** What a module's records can be chosen for, by the flags of its description. */
export type ModuleUse = "viewable" | "creatable" | "editable" | "deletable" | "convertable";

const isOffered = (module: JsonObject): boolean =>
  module.api_supported === true && (module.status === undefined || module.status === "visible");

/** The modules that the API serves, the organisation shows, and the use allows; all of its flags must be set. */
export async function usableModules(crm: Crm, uses: readonly ModuleUse[]): Promise<JsonObject[]> {
  const modules = await getModules(crm);
  return modules.filter((module) => isOffered(module) && uses.every((use) => module[use] === true));
}

/** The field by which people know a record of the module: its display field, else the first that bears a usual name. */
export async function nameFieldOf(crm: Crm, recordType: string): Promise<string> {
  const fields = await getFields(crm, recordType);
  const names = fields.map(nameOf);
  const displayed = fields.find((field) => field.display_field === true);
  const usual = [
    "Full_Name",
    `${recordType.replace(/s$/, "")}_Name`,
    "Name",
    "Subject",
    "Event_Title",
    "Note_Title",
  ];
  const name = (displayed && nameOf(displayed)) ?? usual.find((candidate) => names.includes(candidate));
  return name ?? names.find((candidate) => /(_Name|_Title|Subject)$/.test(candidate)) ?? "id";
}

/** Where a lookup field leads; undefined for any other field. */
export function lookupModuleOf(field: JsonObject): string | undefined {
  const lookup = isObject(field.lookup) ? field.lookup : {};
  return isObject(lookup.module) ? textAt(lookup.module, "api_name") : textAt(lookup, "module");
}

/**
 * The description of a field by a path such as `Account_Name.Annual_Revenue`.
 * @throws ZohoError of kind `input` that names the field which is unknown.
 */
export async function fieldAt(crm: Crm, recordType: string, path: string): Promise<JsonObject | undefined> {
  const [name = "", ...rest] = path.split(".");
  const field = (await getFields(crm, recordType)).find((candidate) => nameOf(candidate) === name);
  if (!field || rest.length === 0) return field;
  const module = lookupModuleOf(field);
  if (!module) throw inputError("crm", `${name} of ${recordType} is no lookup, so ${path} leads nowhere`);
  return fieldAt(crm, module, rest.join("."));
}
