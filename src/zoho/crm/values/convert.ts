import { isObject, type JsonObject, parseInput } from "../../core/json";
import { durationOf } from "../../core/words";
import { alarm, participants, recurrence, reminders } from "./activities";
import { type Field, type FieldIndex, isBlank, namedField } from "./fields";
import * as picklists from "./picklists";
import { invalid, missing, type Problem, refused, type Typed, typed } from "./problem";
import * as references from "./references";
import * as scalars from "./scalars";
import type { Schema } from "./schema";

const byType: ReadonlyMap<string, scalars.Converter> = new Map(
  Object.entries({
    text: scalars.text,
    textarea: scalars.text,
    autonumber: scalars.text,
    formula: scalars.text,
    rollup_summary: scalars.text,
    profileimage: scalars.text,
    email: scalars.email,
    phone: scalars.phone,
    website: scalars.website,
    date: scalars.date,
    datetime: scalars.datetime,
    integer: scalars.integer,
    bigint: scalars.bigint,
    double: scalars.decimal,
    currency: scalars.decimal,
    percent: scalars.percent,
    boolean: scalars.boolean,
    picklist: picklists.picklist,
    multiselectpicklist: picklists.multiselect,
    lookup: references.lookup,
    ownerlookup: references.lookup,
    userlookup: references.lookup,
    multi_module_lookup: references.lookup,
    consent_lookup: references.lookup,
    layout: references.lookup,
    multiselectlookup: references.linked,
    multiuserlookup: references.linked,
    imageupload: references.uploaded,
    fileupload: references.uploaded,
    line_tax: references.taxes,
    RRULE: recurrence,
    ALARM: alarm,
    event_reminder: reminders,
    multireminder: reminders,
  }),
);

/** Fields that Zoho describes as text and that hold lists of their own kind. */
const byName: ReadonlyMap<string, scalars.Converter> = new Map([
  ["Tag", references.tags],
  ["Participants", participants],
]);

/**
 * The module of a record, where it is one that is written, and the fields of those that describe its rows.
 */
type Described = Pick<Schema, "rows"> & Partial<Pick<Schema, "recordType">>;

/** How long a call took, in units as Zoho writes it: `30 min` is `30:00`. */
const duration: scalars.Converter = (value, field, how) =>
  scalars.text((typeof value === "string" ? durationOf(value) : undefined) ?? value, field, how);

/**
 * Turns one value into what the field's type wants. Null or empty text clears the field. What is an object or
 * a list may be given as its JSON text.
 */
export function convert(value: unknown, field: Field, schema: Described, how: scalars.Conversion): Typed {
  if (value === null || value === "") return typed(field.type === "boolean" ? false : null);
  if ((field.isList || field.isObject) && typeof value === "string" && /^\s*[[{]/.test(value)) {
    const given = fromJson(value);
    return given === undefined
      ? refused(invalid(field.name, "valid JSON where it begins with a bracket"))
      : convert(given, field, schema, how);
  }
  if (field.type === "subform") return subform(value, field, schema, how);
  const isDuration = schema.recordType === "Calls" && field.name === "Call_Duration";
  const named = field.isList ? byName.get(field.name) : isDuration ? duration : undefined;
  const converter = named ?? byType.get(field.type);
  return converter ? converter(value, field, how) : passedOn(value, field);
}

/** A value of a type that came to Zoho after this was written: Zoho decides. */
const passedOn = (value: unknown, { name, type }: Field): Typed => ({
  ok: true,
  value,
  warning: `${name} is of the type ${type}, which is not checked here; its value was sent as it is.`,
});

function fromJson(text: string): unknown {
  try {
    return parseInput(text);
  } catch {
    return undefined;
  }
}

/** Rows of a subform or of line items, each checked by the fields of the module that describes them. */
function subform(value: unknown, field: Field, schema: Described, how: scalars.Conversion): Typed {
  if (!Array.isArray(value))
    return refused(
      invalid(field.name, "a list of rows, as JSON when it is text", { expected_data_type: "jsonarray" }),
    );
  const module = field.rowsModule ?? "";
  const fields = schema.rows.get(module);
  return references.each([...value.entries()], ([index, row]) => {
    const place = `${field.name}[${index}]`;
    if (!isObject(row)) return refused(invalid(place, "an object", { expected_data_type: "jsonobject" }));
    return fields ? rowOf(row, fields, schema, { name: module, place }, how) : typed(row);
  });
}

/** Keys of a row that belong to the row itself rather than to a field. */
const isOwnKey = (key: string): boolean => key === "id" || key === "Parent_Id" || key.startsWith("$");

function rowOf(
  row: JsonObject,
  fields: FieldIndex,
  schema: Described,
  { name: module, place }: { readonly name: string; readonly place: string },
  how: scalars.Conversion,
): Typed {
  if (Object.hasOwn(row, "_delete")) return typed(row);
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue;
    if (isOwnKey(key)) {
      values[key] = value;
      continue;
    }
    const named = namedField(key, module, fields);
    if (!named.ok) return refusedAt(place, named.problem);
    const { field } = named;
    if (field.creatable || field.updatable) {
      const converted = convert(value, field, schema, how);
      if (!converted.ok) return refusedAt(place, converted.problem);
      values[field.name] = converted.value;
    }
  }
  const isNew = row.id === undefined;
  const lacking = fields.mandatory.find((name) => isBlank(values[name]) && (isNew || name in values));
  return lacking ? refusedAt(place, missing(lacking)) : typed(values);
}

/** A refusal with the row it is about. */
const refusedAt = (place: string, { message, details, ...problem }: Problem): Typed => {
  const path = `$.${place}.${String(details.api_name)}`;
  return refused({
    ...problem,
    message: `${place}: ${message}`,
    details: { ...details, json_path: details.json_path ?? path },
  });
};
