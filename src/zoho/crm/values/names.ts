import { nearestOf } from "../../core/nearest";
import type { Field, FieldIndex } from "./fields";
import type { Problem } from "./problem";

/** The field that a key names, or what is wrong with the key. */
export type Named =
  | { readonly ok: true; readonly field: Field }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The field that a key names: by API name, else by label in any case where just one field has it.
 * @param module the module whose fields these are, for the message.
 */
export function namedField(key: string, module: string, fields: FieldIndex): Named {
  const [field, ...others] = fieldsNamed(key, fields);
  if (!field) return { ok: false, problem: unknownField(key, module, fields) };
  return others.length === 0
    ? { ok: true, field }
    : { ok: false, problem: ambiguous(key, module, [field, ...others]) };
}

/** The one field of an API name, else all fields of a label. */
export function fieldsNamed(key: string, { byName, byLabel }: FieldIndex): readonly Field[] {
  const named = byName.get(key);
  return named ? [named] : (byLabel.get(key.trim().toLowerCase()) ?? []);
}

/** Whether a key belongs to the record itself rather than to a field. */
export const isOwnKey = (key: string): boolean =>
  key === "id" || key === "Layout" || key === "Wizard" || key.startsWith("$");

function ambiguous(key: string, module: string, labeled: readonly Field[]): Problem {
  const names = labeled.map(({ name }) => name);
  return {
    code: "INVALID_DATA",
    message: `${key} is the label of ${names.length} fields of ${module}; use the API name of one: ${names.join(", ")}`,
    details: { api_name: key, supported_values: names },
  };
}

/** INVALID_DATA for a key that names no field, with the nearest name. */
export function unknownField(key: string, module: string, fields: FieldIndex): Problem {
  const nearest = nearestName(key, fields);
  const message = `${module} has no field ${key}${nearest ? `; the nearest is ${nearest}` : ""}`;
  return { code: "INVALID_DATA", message, details: { api_name: key, ...(nearest ? { nearest } : {}) } };
}

/** The nearest names of keys, kept as long as the fields are: thousands of records share a misspelt key. */
const found = new WeakMap<FieldIndex, Map<string, string | undefined>>();
const MAX_FOUND = 1000;

/** The API name closest to a key that names no field, by the letters to change. */
function nearestName(key: string, fields: FieldIndex): string | undefined {
  const known = found.get(fields) ?? new Map<string, string | undefined>();
  found.set(fields, known);
  if (known.has(key)) return known.get(key);
  if (known.size >= MAX_FOUND) known.clear();
  const nearest = nearestOf(key, [...fields.byName.keys()]);
  known.set(key, nearest);
  return nearest;
}
