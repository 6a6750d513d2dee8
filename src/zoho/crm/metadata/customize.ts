import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { settledBy } from "../../http/outcome";
import { type Crm, doneBefore } from "../crm";
import {
  changing,
  creating,
  given,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "../settings/calls";
import { forgetFields, readFields, readModules } from "./modules";

const fieldScope = "ZohoCRM.settings.fields";

/** What an administrator adds to modules: fields and modules of one's own. */
export const customizeOperations = {
  createField: {
    ...creating,
    path: "/crm/{version}/settings/fields",
    scope: `${fieldScope}.CREATE`,
    items: "fields",
  },
  updateField: {
    ...changing,
    method: "PATCH",
    path: "/crm/{version}/settings/fields/{id}",
    scope: `${fieldScope}.UPDATE`,
    items: "fields",
  },
  deleteField: {
    ...removing,
    path: "/crm/{version}/settings/fields/{id}",
    scope: `${fieldScope}.DELETE`,
    items: "fields",
  },
  createModule: {
    ...creating,
    path: "/crm/{version}/settings/modules",
    scope: "ZohoCRM.settings.modules.CREATE",
    items: "modules",
  },
  updateModule: {
    ...changing,
    path: "/crm/{version}/settings/modules/{module}",
    scope: "ZohoCRM.settings.modules.UPDATE",
    items: "modules",
  },
} as const;

/** What a field is. What is left out of a change stays as it is. */
export interface FieldInput {
  readonly recordType: string;
  readonly label?: string;
  /** Most characters of a text, digits of a number. */
  readonly length?: number;
  /** The values of a picklist, in their order. */
  readonly values?: readonly string[];
  readonly unique?: boolean;
  /** Whatever else Zoho takes, under its own names. */
  readonly properties?: JsonObject;
}

const fieldBody = (
  { label, length, unique, properties }: FieldInput,
  pick_list_values: readonly JsonObject[] | undefined,
  more: JsonObject = {},
) => ({
  fields: [
    given({
      ...properties,
      field_label: label,
      length,
      unique: unique ? { case_sensitive: false } : undefined,
      pick_list_values,
      ...more,
    }),
  ],
});

const picklistValue = (value: string): JsonObject => ({ display_value: value, actual_value: value });
const listed = (values: readonly string[] = []) =>
  values.length > 0 ? values.map(picklistValue) : undefined;

/**
 * Adds a field to a module, on its layouts.
 * @param input.lookupModule the module that a lookup leads to.
 * @throws ZohoError `DUPLICATE_DATA` for a label that a field has, `LIMIT_EXCEEDED` where the edition has no
 * further field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-custom-field.html
 */
export async function createField(
  crm: Crm,
  { lookupModule, fieldType, ...input }: FieldInput & { fieldType: string; lookupModule?: string },
): Promise<SettingList> {
  const lookup = lookupModule ? { module: { api_name: lookupModule } } : undefined;
  const body = fieldBody(input, listed(input.values), given({ data_type: fieldType, lookup }));
  const call = { query: { module: input.recordType }, body };
  const written = await writeSetting(crm, customizeOperations.createField, call);
  forgetFields(crm, input.recordType);
  return written;
}

/** The field of a module that has an API name, as Zoho describes it now. */
async function fieldOf(
  crm: Crm,
  recordType: string,
  fieldName: string,
): Promise<JsonObject & { id: string }> {
  const field = (await readFields(crm, recordType)).find(({ api_name }) => api_name === fieldName);
  const id = textAt(field, "id");
  if (field && id) return { ...field, id };
  throw inputError("crm", `Field: ${recordType} has no field ${fieldName}`);
}

/**
 * Changes a field of a module. Values of a picklist that it has keep what they are; new ones are added.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-custom-fields.html
 */
export async function updateField(
  crm: Crm,
  { fieldName, ...input }: FieldInput & { fieldName: string },
): Promise<SettingList> {
  const field = await fieldOf(crm, input.recordType, fieldName);
  const known = objectsAt(field, "pick_list_values").filter(
    ({ display_value }) => display_value !== "-None-",
  );
  const kept = known.map(({ id, display_value, actual_value }) => given({ id, display_value, actual_value }));
  const added = (input.values ?? []).filter((name) => !known.some((value) => value.display_value === name));
  const values = input.values?.length ? [...kept, ...added.map(picklistValue)] : undefined;
  const call = {
    path: { id: field.id },
    query: { module: input.recordType },
    body: fieldBody(input, values),
  };
  const written = await writeSetting(crm, customizeOperations.updateField, call).catch((error: unknown) => {
    const isOfValue = added.length > 0 && error instanceof ZohoError && error.code === "DUPLICATE_DATA";
    if (!isOfValue || !error.resent) throw error;
    return settledBy(crm, error, async () => {
      const now = objectsAt(await fieldOf(crm, input.recordType, fieldName), "pick_list_values");
      const isDone = added.every((name) => now.some((value) => value.display_value === name));
      return isDone ? { [customizeOperations.updateField.items]: [doneBefore(field.id)] } : undefined;
    });
  });
  forgetFields(crm, input.recordType);
  return written;
}

/**
 * Deletes a custom field of a module, which its records lose.
 * @throws ZohoError `NOT_ALLOWED` for one that is in use elsewhere, such as by a workflow.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-custom-field.html
 */
export async function removeField(
  crm: Crm,
  { recordType, fieldName }: { recordType: string; fieldName: string },
): Promise<SettingList> {
  const { id } = await fieldOf(crm, recordType, fieldName);
  const call = { path: { id }, query: { module: recordType } };
  const remaining = () => readFields(crm, recordType);
  const removed = await removeSetting(crm, customizeOperations.deleteField, call, id, { remaining });
  forgetFields(crm, recordType);
  return removed;
}

/** The labels of a module, and the profiles whose users see it. */
export interface ModuleInput {
  readonly singularLabel: string;
  readonly pluralLabel: string;
  readonly profileIds: readonly string[];
}

function moduleBody(
  { singularLabel, pluralLabel, profileIds }: ModuleInput,
  more: JsonObject,
  gone: string[] = [],
) {
  const profiles = [...profileIds.map((id) => ({ id })), ...gone.map((id) => ({ id, _delete: null }))];
  return { modules: [{ singular_label: singularLabel, plural_label: pluralLabel, profiles, ...more }] };
}

/**
 * Adds a module of the organization's own.
 * @throws ZohoError `DUPLICATE_DATA` for a name that a module has.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-custom-module-api.html
 */
export async function createModule(
  crm: Crm,
  { apiName, ...input }: ModuleInput & { apiName: string },
): Promise<SettingList> {
  const body = moduleBody(input, { api_name: apiName });
  const written = await writeSetting(crm, customizeOperations.createModule, { body });
  crm.cache.forget("modules");
  return written;
}

/**
 * Gives a module other labels, and shows it to the profiles that are named and to no others: Zoho adds those
 * that a request names, and takes away those that it marks.
 * @throws ZohoError of kind `input` for a module that is not there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-custom-module-api.html
 */
export async function updateModule(
  crm: Crm,
  { recordType, ...input }: ModuleInput & { recordType: string },
): Promise<SettingList> {
  const found = (await readModules(crm)).find(({ api_name }) => api_name === recordType);
  if (!found) throw inputError("crm", `Record Type: there is no module ${recordType}`);
  const seenBy = objectsAt(found, "profiles").flatMap((profile) => textAt(profile, "id") ?? []);
  const gone = seenBy.filter((id) => !input.profileIds.includes(id));
  const body = moduleBody(input, { id: textAt(found, "id") }, gone);
  const call = { path: { module: recordType }, body };
  const written = await writeSetting(crm, customizeOperations.updateModule, call);
  crm.cache.forget("modules");
  return written;
}
