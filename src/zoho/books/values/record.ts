import { isObject, type JsonObject } from "../../core/json";
import type { RecordType } from "../recordTypes";
import { typed } from "./values";

/** The values of one record, in the forms in which builders give them; the later ones win. */
export interface RecordValues {
  readonly record?: JsonObject;
  readonly dynamicValues?: JsonObject;
  readonly fieldValues?: JsonObject;
}

/**
 * The body of a write: every value typed, and what is no field of Zoho's own among `custom_fields`, by API name (`cf_region`), by id, or by
 * label (`Sales Region`). A label all in lower case without a space reads like a field of Zoho's; its API name is needed instead.
 */
export function recordBody(
  { scope, fixed }: RecordType,
  { record, dynamicValues, fieldValues }: RecordValues,
): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...fixed?.body };
  const custom: JsonObject[] = [];
  for (const [name, value] of Object.entries({ ...record, ...dynamicValues, ...fieldValues })) {
    if (value === undefined) continue;
    const key = scope === "custommodules" ? undefined : customKey(name);
    if (key) custom.push({ [key]: name, value });
    else fields[name] = typed(name, value);
  }
  const given = Array.isArray(fields.custom_fields) ? fields.custom_fields.filter(isObject) : [];
  return custom.length > 0 ? { ...fields, custom_fields: [...given, ...custom] } : fields;
}

/** How Zoho is told which custom field a name means; undefined for its own fields. */
function customKey(name: string): string | undefined {
  if (name.startsWith("cf_")) return "api_name";
  if (/^\d+$/.test(name)) return "customfield_id";
  return /^[a-z][a-zA-Z0-9_]*$/.test(name) ? undefined : "label";
}
