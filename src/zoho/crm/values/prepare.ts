import { idOf } from "../../core/decimal";
import { asJson, type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { convert } from "./convert";
import { type Field, isBlank, isOwnKey, namedField } from "./fields";
import { combined, invalid, missing, type Problem } from "./problem";
import { rulesOf } from "./rules";
import { type Schema, schemaFor } from "./schema";

export interface Checking {
  readonly operation: "create" | "update" | "upsert";
  /** Refuse read-only fields, instead of leaving them out with a warning. */
  readonly strict: boolean;
  /** Send picklist values that the module's metadata does not list, and let Zoho decide. */
  readonly newPicklistValues: boolean;
}

/**
 * A record as Zoho wants it, with what its builder should know of it in sentences; or what is wrong with it.
 */
export type Prepared =
  | { readonly ok: true; readonly record: JsonObject; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Keys of the record come from key/value lists too: an id alone is a layout, and what is written as JSON is
 * meant as JSON.
 */
const ownValue = (key: string, value: unknown): unknown =>
  typeof value === "string" && key === "Layout" ? { id: value.trim() } : asJson(value);

/**
 * Checks a record against its module and gives each value the type that its field wants. Everything that is
 * wrong is said at once. Keys are API names or labels. A key without a value (`undefined`) is as good as
 * absent; only null or an empty text clears a field. Of a module whose fields Zoho does not list, values are
 * passed on as they are.
 */
export function prepare(input: JsonObject, schema: Schema, how: Checking): Prepared {
  const { operation, strict } = how;
  const record: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const warnings: string[] = [];
  if (schema.fields.byName.size === 0) return { ok: true, record: input, warnings };
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (value === undefined) continue;
    if (key === "id" && operation !== "create" && !isBlank(value)) {
      const id = idOf(value);
      record.id = id.ok ? id.value : value;
      if (!id.ok) problems.push(invalid("id", id.expected));
      continue;
    }
    if (isOwnKey(key)) {
      record[key] = ownValue(key, value);
      continue;
    }
    const named = namedField(key, schema.recordType, schema.fields);
    if (!named.ok) {
      problems.push(named.problem);
      continue;
    }
    const { field } = named;
    if (!isWritable(field, operation)) {
      if (strict) problems.push(invalid(field.name, "no value, the field is read-only"));
      else warnings.push(`${field.name} is read-only and was left out.`);
    } else if (operation !== "create" || !isBlank(value)) {
      const converted = convert(value, field, schema, how);
      record[field.name] = converted.ok ? converted.value : value;
      if (!converted.ok) problems.push(converted.problem);
      else if (converted.warning) warnings.push(converted.warning);
    }
  }
  problems.push(
    ...lackingFields(record, schema, operation),
    ...rulesOf(schema.recordType, record, operation === "create", schema.stages),
  );
  const [first, ...others] = problems;
  return first ? { ok: false, problem: combined([first, ...others]) } : { ok: true, record, warnings };
}

function isWritable({ creatable, updatable }: Field, operation: Checking["operation"]): boolean {
  if (operation === "create") return creatable;
  return operation === "update" ? updatable : creatable || updatable;
}

/**
 * Mandatory fields that a new record lacks, or that an update would empty; for a new one, those of its layout
 * too. Of calls, Zoho wants a duration of those alone that have taken place, which it knows better.
 */
function lackingFields(
  record: JsonObject,
  { fields, layouts, recordType }: Schema,
  operation: Checking["operation"],
): Problem[] {
  const isCreated = operation === "create";
  const id = textAt(record.Layout, "id");
  const layout = id === undefined ? undefined : layouts?.get(id);
  if (layouts && id !== undefined && !layout) return [unknownLayout(id, recordType, layouts)];
  const names = layout && isCreated ? new Set([...fields.mandatory, ...layout.required]) : fields.mandatory;
  const lacking: Problem[] = [];
  for (const name of names) {
    const isZohos = recordType === "Calls" && name === "Call_Duration";
    if (!isZohos && isBlank(record[name]) && (isCreated || name in record)) lacking.push(missing(name));
  }
  return lacking;
}

function unknownLayout(id: string, recordType: string, layouts: NonNullable<Schema["layouts"]>): Problem {
  const known = [...layouts].map(([knownId, { name }]) => `${name} (${knownId})`).join(", ");
  return {
    code: "INVALID_DATA",
    message: `Layout: ${recordType} has no layout ${id}. It has ${known}`,
    details: { api_name: "Layout" },
  };
}

/**
 * The values of one record, each with the type that its field wants. Picklist values are Zoho's to judge.
 * @param operation `create` for a whole record, whose mandatory fields must be there; `update` for some of
 * its fields.
 * @throws ZohoError of kind `input`, before anything is sent, that says all that is wrong.
 */
export async function typedRecord(
  crm: Crm,
  recordType: string,
  values: JsonObject,
  operation: "create" | "update",
): Promise<JsonObject> {
  const schema = await schemaFor(crm, recordType, [values]);
  const prepared = prepare(values, schema, { operation, strict: false, newPicklistValues: true });
  if (!prepared.ok) throw crm.error({ kind: "input", ...prepared.problem });
  for (const warning of prepared.warnings) crm.log.warn(warning);
  return prepared.record;
}
