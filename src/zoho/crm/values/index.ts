import { isObject, type JsonObject, textAt } from "../../../json";
import { type Field, type FieldIndex, findField, nearestName } from "./fields";
import { combined, invalid, missing, type Problem, refused, type Typed, typed } from "./problem";
import * as references from "./references";
import { rulesOf } from "./rules";
import * as scalars from "./scalars";

/** What the values of a record are checked against. */
export interface Schema {
  readonly fields: FieldIndex;
  /** The fields of each module that describes the rows of a subform. */
  readonly rows: ReadonlyMap<string, FieldIndex>;
  readonly recordType: string;
  /** Fields that the named layout requires. */
  readonly layoutRequired: readonly string[];
}

export interface Checking {
  readonly operation: "create" | "update" | "upsert";
  /** Refuse read-only fields, instead of leaving them out with a warning. */
  readonly strict: boolean;
  /** Send picklist values that the module does not know. */
  readonly newPicklistValues: boolean;
}

/** A record as Zoho wants it, with what was left out of it; or what is wrong with it. */
export type Prepared =
  | { readonly ok: true; readonly record: JsonObject; readonly left: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

const converters: Readonly<Record<string, scalars.Converter>> = {
  email: scalars.email,
  phone: scalars.phone,
  website: scalars.website,
  date: scalars.date,
  datetime: scalars.datetime,
  integer: scalars.integer,
  bigint: scalars.bigint,
  double: scalars.decimal,
  currency: scalars.decimal,
  percent: scalars.decimal,
  boolean: scalars.boolean,
  picklist: scalars.picklist,
  multiselectpicklist: scalars.multiselect,
  lookup: references.lookup,
  ownerlookup: references.lookup,
  userlookup: references.lookup,
  multi_module_lookup: references.lookup,
  layout: references.lookup,
  multiselectlookup: references.linked,
  multiuserlookup: references.linked,
  imageupload: references.uploaded,
  fileupload: references.uploaded,
  RRULE: references.ruled("RRULE"),
  ALARM: references.ruled("ACTION"),
  event_reminder: references.list,
  line_tax: references.list,
};

/** Turns one value, given as text or JSON, into what the field's type wants. Nothing, or empty text, clears the field. */
export function convert(value: unknown, field: Field, schema: Schema, how: scalars.Conversion): Typed {
  if (value === null || value === undefined || value === "")
    return typed(field.type === "boolean" ? false : null);
  if (field.name === "Tag") return references.tags(value, field, how);
  if (field.type === "subform") return subform(value, field, schema, how);
  const converter = Object.hasOwn(converters, field.type) ? converters[field.type] : undefined;
  return (converter ?? scalars.text)(value, field, how);
}

/** Rows of a subform or of line items, each checked by the fields of the module that describes them. */
function subform(value: unknown, field: Field, schema: Schema, how: scalars.Conversion): Typed {
  if (!Array.isArray(value))
    return refused(invalid(field.name, "a list of rows", { expected_data_type: "jsonarray" }));
  const fields = schema.rows.get(field.rowsModule ?? "");
  const rows: JsonObject[] = [];
  for (const [index, row] of value.entries()) {
    const place = `${field.name}[${index}]`;
    if (!isObject(row)) return refused(invalid(place, "an object", { expected_data_type: "jsonobject" }));
    const converted = fields ? rowOf(row, fields, schema, place, how) : typed(row);
    if (!converted.ok) return converted;
    rows.push(isObject(converted.value) ? converted.value : row);
  }
  return typed(rows);
}

function rowOf(
  row: JsonObject,
  fields: FieldIndex,
  schema: Schema,
  place: string,
  how: scalars.Conversion,
): Typed {
  if (Object.hasOwn(row, "_delete")) return typed(row);
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const field = findField(fields, key);
    if (!field) {
      values[key] = value;
      continue;
    }
    const converted = convert(value, field, schema, how);
    if (!converted.ok)
      return refused({ ...converted.problem, message: `${place}: ${converted.problem.message}` });
    values[field.name] = converted.value;
  }
  const isNew = row.id === undefined;
  const lacking = [...fields.byName.values()].find(
    ({ mandatory, creatable, name }) =>
      mandatory && creatable && isBlank(values[name]) && (isNew || name in values),
  );
  return lacking
    ? refused(missing(lacking.name, { json_path: `$.${place}.${lacking.name}` }))
    : typed(values);
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Keys that belong to the record itself rather than to a field. */
const isOwnKey = (key: string): boolean =>
  key === "id" || key === "Layout" || key === "Wizard" || key.startsWith("$");

/**
 * Checks a record against its module and gives each value the type that its field wants. Everything that is wrong is said at once.
 * Keys are API names or labels.
 */
export function prepare(input: JsonObject, schema: Schema, how: Checking): Prepared {
  const { operation, strict } = how;
  const record: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const left: string[] = [];
  for (const [key, value] of Object.entries(input)) {
    if (isOwnKey(key)) {
      record[key] = value;
      continue;
    }
    const field = findField(schema.fields, key);
    if (!field) {
      problems.push(unknownField(key, schema));
      continue;
    }
    const writable =
      operation === "create"
        ? field.creatable
        : operation === "update"
          ? field.updatable
          : field.creatable || field.updatable;
    if (!writable) {
      if (strict) problems.push(invalid(field.name, "no value, the field is read-only"));
      else left.push(field.name);
      continue;
    }
    if (operation === "create" && isBlank(value)) continue;
    const converted = convert(value, field, schema, how);
    record[field.name] = converted.ok ? converted.value : value;
    if (!converted.ok) problems.push(converted.problem);
  }
  problems.push(
    ...lackingFields(record, schema, operation),
    ...rulesOf(schema.recordType, record, operation === "create"),
  );
  const [first, ...others] = problems;
  return first ? { ok: false, problem: combined([first, ...others]) } : { ok: true, record, left };
}

/** Mandatory fields that a new record lacks, or that an update would empty. */
function lackingFields(record: JsonObject, schema: Schema, operation: Checking["operation"]): Problem[] {
  const mandatory = [...schema.fields.byName.values()].filter((field) => field.mandatory && field.creatable);
  const names = new Set([...mandatory.map(({ name }) => name), ...schema.layoutRequired]);
  const isCreated = operation === "create";
  return [...names]
    .filter((name) => isBlank(record[name]) && (isCreated || name in record))
    .map((name) => missing(name));
}

function unknownField(key: string, { fields, recordType }: Schema): Problem {
  const nearest = nearestName(fields, key);
  const message = `${recordType} has no field ${key}${nearest ? `; the nearest is ${nearest}` : ""}`;
  return { code: "INVALID_DATA", message, details: { api_name: key, ...(nearest ? { nearest } : {}) } };
}

/** The layout that a record names, if it does. */
export const layoutIn = (record: JsonObject): string | undefined =>
  isObject(record.Layout) ? textAt(record.Layout, "id") : textAt(record, "Layout");
