import { tellApart } from "../../core/choice";
import { type FormSchema, oneOf } from "../../core/form";
import type { Field } from "../values/fields";
import { type FormField, type Lookups, lookedUpIn } from "./sections";

/** What a field asks for in a form, in values that writes take as they are. */
type Asking = (field: FormField, lookups: Lookups) => FormSchema;

const ID = "^\\d{1,20}$";

const chosen: Asking = ({ options }) =>
  options.length > 0 ? oneOf(options.map((option) => ({ key: option, label: option }))) : { type: "string" };

/** One of the records that the lookup offers, or the ID of one where none could be listed. */
const record: Asking = ({ field }, lookups) => {
  const listed = lookups.get(lookedUpIn(field) ?? "");
  if (!listed || listed.choices.length === 0)
    return { type: "string", pattern: ID, description: "The ID of a record." };
  const note = `The ${listed.choices.length} most recently changed of more. Values takes the ID of any other.`;
  return { ...oneOf(listed.choices), ...(listed.isCut ? { description: note } : {}) };
};

const several =
  (asking: Asking): Asking =>
  (field, lookups) => {
    const { description, ...items } = asking(field, lookups);
    return { type: "array", uniqueItems: true, items, ...(description ? { description } : {}) };
  };

/** A record of one of several modules. */
const anyRecord: Asking = ({ field }) => ({
  type: "object",
  properties: {
    module: { title: "Module", ...oneOf(field.modules.map((module) => ({ key: module, label: module }))) },
    id: { type: "string", title: "Record ID", pattern: ID },
  },
  required: ["module", "id"],
});

const text: Asking = ({ field }) => ({
  type: "string",
  ...(field.length ? { maxLength: field.length } : {}),
});
const formatted =
  (format: string): Asking =>
  () => ({ type: "string", format });
const whole: Asking = () => ({ type: "integer" });
const number: Asking = () => ({ type: "number" });
const example =
  (description: string): Asking =>
  () => ({ type: "string", description });

const byType: Readonly<Record<string, Asking>> = {
  text,
  textarea: text,
  phone: text,
  website: text,
  email: (shown, lookups) => ({ ...text(shown, lookups), format: "email" }),
  picklist: chosen,
  multiselectpicklist: several(chosen),
  date: formatted("date"),
  datetime: formatted("date-time"),
  integer: whole,
  bigint: () => ({ type: "string", pattern: "^[+-]?\\d{1,18}$" }),
  double: number,
  currency: number,
  percent: number,
  boolean: () => ({ type: "boolean" }),
  lookup: record,
  ownerlookup: record,
  userlookup: record,
  multiselectlookup: several(record),
  multiuserlookup: several(record),
  multi_module_lookup: anyRecord,
  RRULE: example("A rule such as FREQ=WEEKLY;INTERVAL=1."),
  ALARM: example("A rule such as ACTION=EMAIL;TRIGGER=DATE-TIME:2026-03-01T09:00:00+01:00."),
  event_reminder: example("Reminders such as 15 minutes; 1 day."),
  multireminder: example("Reminders such as 15 minutes; 1 day."),
  line_tax: example("Taxes such as Sales Tax: 10; VAT: 1.5, in percent."),
};

const tier = { type: "number" } as const;

/** Fields that Zoho describes as text and that hold lists, or text of one form. */
const byName: Readonly<Record<string, Asking>> = {
  Tag: () => ({ type: "array", uniqueItems: true, items: { type: "string", maxLength: 25 } }),
  Participants: example("E-mail addresses, or contact:, lead: or user: and an ID, separated by semicolons."),
  Call_Duration: () => ({
    type: "string",
    pattern: "^\\d+(:[0-5]?\\d){0,2}$",
    description: "Such as 12:30.",
  }),
  Pricing_Details: () => ({
    type: "array",
    items: {
      type: "object",
      properties: {
        from_range: { title: "From", ...tier },
        to_range: { title: "To", ...tier },
        discount: { title: "Discount", ...tier },
      },
      required: ["from_range", "to_range", "discount"],
    },
  }),
};

const known = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Lists and objects that are described as text are asked for where their form is known. */
const asking = ({ isList, isObject, name, type }: Field): Asking | undefined =>
  known(byName, name) ?? (type === "text" && (isList || isObject) ? undefined : known(byType, type));

/**
 * Whether a form can ask for a field: files are not uploaded in a form, and types that are not known cannot
 * be shown.
 */
export const canBeAsked = (field: Field): boolean => field.type === "subform" || asking(field) !== undefined;

/** The schema of a field in a form; of a subform, a list of rows of these fields. */
function schemaOfField(shown: FormField, lookups: Lookups, rows: readonly FormField[]): FormSchema {
  const { field, required } = shown;
  if (field.type === "subform") return { type: "array", items: objectOf(rows, lookups, true) };
  const schema = asking(field)?.(shown, lookups) ?? {};
  const isText = schema.type === "string" && !schema.oneOf;
  const isList = schema.type === "array";
  return {
    ...schema,
    ...(required && isText ? { minLength: 1 } : {}),
    ...(required && isList ? { minItems: 1 } : {}),
  };
}

/** An object of fields. */
export function objectOf(
  fields: readonly FormField[],
  lookups: Lookups,
  isNew: boolean,
  rowsOf: (field: Field) => readonly FormField[] = () => [],
): FormSchema {
  const required = fields.filter((shown) => shown.required && isNew).map(({ field }) => field.name);
  const titles = tellApart(fields.map(({ field: { name, label } }) => ({ key: name, label: label || name })));
  const schemas = fields.map((shown, index) => {
    const asked = isNew ? shown : { ...shown, required: false };
    const schema = schemaOfField(asked, lookups, rowsOf(shown.field));
    return [shown.field.name, { ...schema, title: titles[index]?.label }] as const;
  });
  return {
    type: "object",
    properties: Object.fromEntries(schemas),
    ...(required.length > 0 ? { required } : {}),
  };
}
