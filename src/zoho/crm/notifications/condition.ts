import type { JsonObject } from "../../core/json";
import { modulesOf, namesFor } from "./events";

/**
 * Which fields of an update matter: field names, with the module before a dot where they are one module's, or
 * Zoho's own conditions.
 */
export type FieldFilter = readonly string[] | readonly JsonObject[];

const isName = (part: string | JsonObject): part is string => typeof part === "string";

/**
 * Zoho's nested condition for a list of fields: the channel tells an update when any of them has changed.
 * Zoho's own conditions stay as they are.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html
 */
export function conditionsOf(filter: FieldFilter, events: readonly string[]): JsonObject[] {
  const parts: (string | JsonObject)[] = [...filter];
  const names = parts.filter(isName);
  const given = parts.flatMap((part) => (isName(part) ? [] : [part]));
  const own = modulesOf(events).flatMap((module) => {
    const fields = namesFor(module, names, events);
    return fields.length > 0
      ? [{ type: "field_selection", module: { api_name: module }, field_selection: anyOf(fields) }]
      : [];
  });
  return [...given, ...own];
}

/** Zoho's groups have two parts, so that a longer list is one field and a group of the others. */
function anyOf([first = "", ...others]: readonly string[]): JsonObject {
  const field = { field: { api_name: first } };
  return others.length === 0 ? field : { group_operator: "or", group: [field, anyOf(others)] };
}
