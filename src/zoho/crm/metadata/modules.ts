import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";

/** Modules, fields and layouts. */
export const metadataOperations = {
  getModules: {
    method: "GET",
    path: "/crm/{version}/settings/modules",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.modules.READ",
    credits: 1,
    success: [200, 204],
    answers: "modules",
  },
  getFields: {
    method: "GET",
    path: "/crm/{version}/settings/fields",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.fields.READ",
    credits: 1,
    success: [200, 204],
    answers: "fields",
  },
  getLayouts: {
    method: "GET",
    path: "/crm/{version}/settings/layouts",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.layouts.READ",
    credits: 1,
    success: [200, 204],
    answers: "layouts",
  },
} as const;

/**
 * Metadata changes when an administrator changes it: ten minutes of memory cost little and save a credit a
 * call.
 */
const LIFETIME_MS = 10 * 60_000;
/** How often fields are read again because a record names one that the kept ones lack. */
const REREAD_MS = 60_000;

type Load = () => Promise<JsonObject[]>;

/**
 * A list of metadata, kept for a while for this connection. It is everybody's: whoever hands it on hands on a
 * copy.
 */
export const kept = (crm: Crm, key: string, load: Load): Promise<readonly JsonObject[]> =>
  crm.cache.get(key, LIFETIME_MS, crm.now(), load);

/** A list of metadata as it is now, kept for those who come next; the caller gets a copy. */
export async function readAnew(crm: Crm, key: string, load: Load): Promise<JsonObject[]> {
  crm.cache.forget(key);
  return structuredClone([...(await kept(crm, key, load))]);
}

const loadModules = (crm: Crm) => async () =>
  objectsAt((await crm.send(metadataOperations.getModules)).body, "modules");

/** The organisation's modules as they were described within the last minutes. */
export const getModules = (crm: Crm): Promise<readonly JsonObject[]> =>
  kept(crm, "modules", loadModules(crm));

/**
 * The organisation's modules, custom ones included, as Zoho describes them now.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
 */
export const readModules = (crm: Crm): Promise<JsonObject[]> => readAnew(crm, "modules", loadModules(crm));

const loadFields = (crm: Crm, recordType: string) => async () => {
  const call = { query: { module: recordType }, path: { module: recordType } };
  return objectsAt((await crm.send(metadataOperations.getFields, call)).body, "fields");
};

/**
 * The fields of a module as they were described within the last minutes; none where Zoho answers without a
 * body, as it does for some modules.
 * @param suffices whether they are all that is needed; where not, they are read again, once a minute at most.
 */
export async function getFields(
  crm: Crm,
  recordType: string,
  suffices: (fields: readonly JsonObject[]) => boolean = () => true,
): Promise<readonly JsonObject[]> {
  const key = fieldsKey(recordType);
  let isNew = false;
  const load = () => {
    isNew = true;
    return loadFields(crm, recordType)();
  };
  const fields = await kept(crm, key, load);
  if (isNew || suffices(fields)) return fields;
  await crm.cache.get(`${key} again`, REREAD_MS, crm.now(), async () => crm.cache.forget(key));
  return kept(crm, key, load);
}

/**
 * The fields of a module, as Zoho describes them now.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 */
export const readFields = (crm: Crm, recordType: string): Promise<JsonObject[]> =>
  readAnew(crm, fieldsKey(recordType), loadFields(crm, recordType));

const loadLayouts = (crm: Crm, recordType: string) => async () =>
  objectsAt(
    (await crm.send(metadataOperations.getLayouts, { query: { module: recordType } })).body,
    "layouts",
  );

/** The layouts of a module as they were described within the last minutes. */
export const getLayouts = (crm: Crm, recordType: string): Promise<readonly JsonObject[]> =>
  kept(crm, layoutsKey(recordType), loadLayouts(crm, recordType));

/**
 * The layouts of a module with their sections and fields, as Zoho describes them now.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html
 */
export const readLayouts = (crm: Crm, recordType: string): Promise<JsonObject[]> =>
  readAnew(crm, layoutsKey(recordType), loadLayouts(crm, recordType));

/** Forgets the fields and layouts of a module, after Zoho's answer has contradicted them. */
export function forgetFields(crm: Crm, recordType: string): void {
  crm.cache.forget(fieldsKey(recordType));
  crm.cache.forget(layoutsKey(recordType));
}

const fieldsKey = (recordType: string): string => `fields ${recordType}`;
const layoutsKey = (recordType: string): string => `layouts ${recordType}`;

/** Whether a field is shown at all, and is of none of these types. */
export const isVisible = (field: JsonObject, ...hiddenTypes: string[]): boolean =>
  field.visible !== false && !hiddenTypes.includes(textAt(field, "data_type") ?? "");

/** Rows that only the record itself shows. */
const rowTypes = ["subform", "multiselectlookup", "multiuserlookup"];

/**
 * The API names of a module's fields that lists return; the first `max` of them, Zoho's limit for one
 * request.
 */
export async function listedFields(crm: Crm, recordType: string, max = 50): Promise<string[]> {
  const fields = await getFields(crm, recordType);
  return fields
    .filter((field) => isVisible(field, ...rowTypes))
    .map(nameOf)
    .slice(0, max);
}

/** The API name of what is described; empty where it has none. */
export const nameOf = (described: JsonObject): string => textAt(described, "api_name") ?? "";

/** What a module's records can be chosen for, by the flags of its description. */
export type ModuleUse = "viewable" | "creatable" | "editable" | "deletable" | "convertable";

const isOffered = (module: JsonObject): boolean =>
  module.api_supported === true && (module.status === undefined || module.status === "visible");

/**
 * The modules that the API serves, the organisation shows, and the use allows; all of its flags must be set.
 */
export async function usableModules(crm: Crm, uses: readonly ModuleUse[]): Promise<JsonObject[]> {
  const modules = await getModules(crm);
  return modules.filter((module) => isOffered(module) && uses.every((use) => module[use] === true));
}

/**
 * The field by which people know a record of the module: its display field, else the first that bears a usual
 * name.
 */
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

/** A module as Zoho names it where it wants both: `{ api_name, id }`. */
export async function moduleReference(crm: Crm, name: string): Promise<JsonObject> {
  const module = (await getModules(crm)).find((candidate) => nameOf(candidate) === name);
  if (!module) throw inputError("crm", `The organization has no module ${name}`);
  return { api_name: name, id: textAt(module, "id") };
}
