import type { JsonObject } from "../../core/json";

/** What a channel tells of a module's records. */
interface Wanted {
  readonly created: boolean;
  readonly updated: boolean;
  readonly deleted: boolean;
}

/** The modules that events name, each once: `["Leads.all", "Leads.edit"]` names Leads. */
export const modulesOf = (events: readonly string[]): string[] => [
  ...new Set(events.map((event) => event.slice(0, event.lastIndexOf(".")))),
];

/** What the events ask of a module. */
export function wantedOf(events: readonly string[], module: string): Wanted {
  const has = (operation: string) =>
    [`${module}.${operation}`, `${module}.all`].some((event) => events.includes(event));
  return { created: has("create"), updated: has("edit"), deleted: has("delete") };
}

/**
 * The names that are a module's: `Stage` is every module's, `Deals.Stage` that of Deals alone, as `Stage`.
 */
export function namesFor(module: string, names: readonly string[], events: readonly string[]): string[] {
  const modules = modulesOf(events);
  return names.flatMap((name) => {
    const [owner = "", ...rest] = name.split(".");
    if (rest.length === 0 || !modules.includes(owner)) return [name];
    return owner === module ? [rest.join(".")] : [];
  });
}

/** The events one by one, as Zoho lists them: `Leads.all` stands for three. */
export const eachOf = (events: readonly string[]): string[] => [
  ...new Set(
    events.flatMap((event) =>
      event.endsWith(".all")
        ? ["create", "edit", "delete"].map((operation) => event.replace(/all$/, operation))
        : [event],
    ),
  ),
];

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
