import { isObject, type JsonObject, parseInput, textAt } from "../../core/json";
import { convert } from "./convert";
import { type Field, findField, isBlank } from "./fields";
import { isId } from "./formats";
import { combined, invalid, missing, type Problem, unknownField } from "./problem";
import { rulesOf } from "./rules";
import type { Schema } from "./schema";

export interface Checking {
  readonly operation: "create" | "update" | "upsert";
  /** Refuse read-only fields, instead of leaving them out with a warning. */
  readonly strict: boolean;
  /** Send picklist values that the module's metadata does not list, and let Zoho decide. */
  readonly newPicklistValues: boolean;
}

/** A record as Zoho wants it, with what was left out of it; or what is wrong with it. */
export type Prepared =
  | { readonly ok: true; readonly record: JsonObject; readonly left: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

/** Keys that belong to the record itself rather than to a field. */
const isOwnKey = (key: string): boolean =>
  key === "id" || key === "Layout" || key === "Wizard" || key.startsWith("$");

/** Keys of the record come from key/value lists too: an id alone is a layout, and what is written as JSON is meant as JSON. */
function ownValue(key: string, value: unknown): unknown {
  if (key === "id" && typeof value === "number") return String(value);
  if (typeof value !== "string" || key === "id") return value;
  if (key === "Layout") return { id: value.trim() };
  if (!/^\s*(true|false|[[{].*)\s*$/s.test(value)) return value;
  try {
    return parseInput(value);
  } catch {
    return value;
  }
}

/** The layout that a record names, if it does. */
export const layoutIn = ({ Layout }: JsonObject): string | undefined =>
  isObject(Layout) ? textAt(Layout, "id") : typeof Layout === "string" ? Layout : undefined;

/**
 * Checks a record against its module and gives each value the type that its field wants. Everything that is wrong is said at once.
 * Keys are API names or labels.
 */
export function prepare(input: JsonObject, schema: Schema, how: Checking): Prepared {
  const { operation, strict } = how;
  const record: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const left: string[] = [];
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (isOwnKey(key)) {
      record[key] = ownValue(key, value);
      if (key === "id" && operation !== "create" && !isBlank(value) && !isId(String(value)))
        problems.push(invalid("id", "a number of up to 20 digits"));
      continue;
    }
    const field = findField(schema.fields, key);
    if (!field) {
      problems.push(unknownField(key, schema.recordType, schema.fields));
    } else if (!isWritable(field, operation)) {
      if (strict) problems.push(invalid(field.name, "no value, the field is read-only"));
      else left.push(field.name);
    } else if (operation !== "create" || !isBlank(value)) {
      const converted = convert(value, field, schema.rows, how);
      record[field.name] = converted.ok ? converted.value : value;
      if (!converted.ok) problems.push(converted.problem);
    }
  }
  problems.push(
    ...lackingFields(record, schema, operation),
    ...rulesOf(schema.recordType, record, operation === "create", schema.stages),
  );
  const [first, ...others] = problems;
  return first ? { ok: false, problem: combined([first, ...others]) } : { ok: true, record, left };
}

function isWritable({ creatable, updatable }: Field, operation: Checking["operation"]): boolean {
  if (operation === "create") return creatable;
  return operation === "update" ? updatable : creatable || updatable;
}

/** Mandatory fields that a new record lacks, or that an update would empty; for a new one, those of its layout too. */
function lackingFields(
  record: JsonObject,
  { fields, layouts, recordType }: Schema,
  operation: Checking["operation"],
): Problem[] {
  const isCreated = operation === "create";
  const id = layoutIn(record);
  const layout = id === undefined ? undefined : layouts?.get(id);
  if (layouts && id !== undefined && !layout) return [unknownLayout(id, recordType, layouts)];
  const names = layout && isCreated ? new Set([...fields.mandatory, ...layout.required]) : fields.mandatory;
  return [...names]
    .filter((name) => isBlank(record[name]) && (isCreated || name in record))
    .map((name) => missing(name));
}

function unknownLayout(id: string, recordType: string, layouts: NonNullable<Schema["layouts"]>): Problem {
  const known = [...layouts].map(([knownId, { name }]) => `${name} (${knownId})`).join(", ");
  return {
    code: "INVALID_DATA",
    message: `Layout: ${recordType} has no layout ${id}. It has ${known}`,
    details: { api_name: "Layout" },
  };
}
