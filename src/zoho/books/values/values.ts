import { nearestOf } from "../../core/choice";
import { decimalOf } from "../../core/decimal";
import { isObject, type JsonObject, parseInput } from "../../core/json";
import { dateOf } from "../../core/time";
import { booleanOf, daysOf } from "../../core/words";
import { inputError } from "../../http/errors";
import type { Books } from "../books";
import { type RecordType, wordsOf } from "../recordTypes";
import { type CustomField, customFieldOf, customFieldsIfReadable, typedCustom } from "./customFields";
import { type FieldKind, fieldNames, kindOf } from "./fieldNames";

/** The values of one record, in the forms in which builders give them; the later ones win. */
export interface RecordValues {
  readonly record?: JsonObject;
  readonly dynamicValues?: JsonObject;
  readonly fieldValues?: JsonObject;
}

/**
 * The body of a write: every value typed, and what is no field of Zoho's own among `custom_fields`, by API
 * name (`cf_region`), by id, or by label in any case (`Sales Region`). Zoho ignores a name that it does not
 * know: such a one is sent, and the log names the nearest. What lists of records tell of custom fields is
 * read where labels or times need it.
 * @throws ZohoError `INVALID_INPUT` naming the field, for a value that it cannot hold and a label that
 * several fields have.
 */
export async function recordBody(
  books: Books,
  type: RecordType,
  { record, dynamicValues, fieldValues }: RecordValues,
): Promise<Record<string, unknown>> {
  const given = givenValues([record, dynamicValues, fieldValues]);
  const own = ownNames(type);
  const isUnknown = (name: string): boolean => own.size > 2 && !own.has(name);
  const isOpen = ([name, value]: [string, unknown]): boolean =>
    isUnknown(name) && (!/^(cf_|\d+$)/.test(name) || isMoment(value));
  const fields = given.some(isOpen) ? await customFieldsIfReadable(books, type) : [];
  const body: Record<string, unknown> = { ...type.fixed?.body };
  const custom: JsonObject[] = [];
  for (const [name, value] of given) {
    const entry =
      type.scope === "custommodules" || own.has(name) ? undefined : customEntry(name, value, fields);
    if (entry) custom.push(entry);
    else body[name] = typed(name, value);
    if (!entry && isUnknown(name)) warnOfUnknown(books, type, name, own);
  }
  const listed = Array.isArray(body.custom_fields) ? body.custom_fields.filter(isObject) : [];
  return custom.length > 0 ? { ...body, custom_fields: [...listed, ...custom] } : body;
}

/** All values together, the later ones winning. One that is absent takes nothing from the others. */
function givenValues(parts: readonly (JsonObject | undefined)[]): [string, unknown][] {
  const all = parts.flatMap((values = {}) => Object.entries(values));
  return Object.entries(Object.fromEntries(all.filter(([, value]) => value !== undefined)));
}

/** The names of a type's own fields; two where its fields are not known. */
export const ownNames = (type: RecordType): ReadonlySet<string> =>
  new Set([...wordsOf(fieldNames[type.key]), ...wordsOf(beside[type.key]), type.keys.id, "custom_fields"]);

/** What the log and a preview say of a name that Zoho does not know. */
export function unknownText({ key }: RecordType, name: string, own: ReadonlySet<string>): string {
  const nearest = nearestOf(name, [...own]);
  const near = nearest ? ` The nearest is ${nearest}.` : "";
  return `Zoho names no field ${name} of ${key}, and ignores what it does not know.${near}`;
}

/** Names that Zoho's files leave out and that have a meaning all the same. */
const beside: Readonly<Record<string, string>> = { contacts: "email phone mobile" };

/** A value whose form depends on the kind of its field. */
const isMoment = (value: unknown): boolean =>
  value instanceof Date || (typeof value === "string" && /^\d{4}-\d\d-\d\d[T ]/.test(value));

/** How Zoho is told which custom field a name means; undefined for its own fields. */
export function customEntry(
  name: string,
  value: unknown,
  fields: readonly CustomField[],
): JsonObject | undefined {
  const field = customFieldOf(fields, name);
  if (field) return { api_name: field.name, value: typedCustom(name, field.kind, value) };
  const key = name.startsWith("cf_") ? "api_name" : /^\d+$/.test(name) ? "customfield_id" : "label";
  if (key === "label" && /^[a-z][a-zA-Z0-9_]*$/.test(name)) return undefined;
  return { [key]: name, value: typedCustom(name, "", value) };
}

/** Names that were warned of, by client: thousands of records share a misspelt name. */
const warned = new WeakMap<Books, Set<string>>();

function warnOfUnknown(books: Books, type: RecordType, name: string, own: ReadonlySet<string>): void {
  const known = warned.get(books) ?? new Set();
  warned.set(books, known);
  if (known.has(`${type.key} ${name}`)) return;
  known.add(`${type.key} ${name}`);
  books.log.warn(unknownText(type, name, own));
}

/**
 * A value as Zoho Books wants it in a field. A list of keys and values holds text alone: here it becomes
 * numbers, booleans, lists, objects and checked dates, at every depth. What has its type already stays as it
 * is.
 * @throws ZohoError `INVALID_INPUT` naming the field, for text that cannot be what the field holds.
 */
export function typed(field: string, value: unknown): unknown {
  if (value instanceof Date) return dayOf(field, value.toISOString());
  if (Array.isArray(value))
    return value.map((item) => (isObject(item) ? typedObject(item) : typedId(field, item)));
  if (isObject(value)) return typedObject(value);
  if (field === "payment_terms" && typeof value === "string" && value !== "") return termsOf(field, value);
  const kind = kindOf(field);
  if (typeof value === "number" && kind?.startsWith("number")) return numberOf(field, value);
  if (typeof value !== "string") return typedId(field, value);
  if (value === "") return value;
  if (kind !== undefined) return fromText[kind](field, value.trim());
  return field === "date" || field.endsWith("_date") ? dayOf(field, value.trim()) : value;
}

/** An object whose values are typed by their names, as those of a record. */
export const typedObject = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, typed(name, value)]));

/** Ids that came as numbers become text again, when they are still whole. */
function typedId(field: string, value: unknown): unknown {
  if (typeof value !== "number" || !/_ids?$/.test(field)) return value;
  return Number.isSafeInteger(value)
    ? String(value)
    : refuse(field, "an id as text, for a number loses its last digits", value);
}

function refuse(field: string, expected: string, value: unknown): never {
  throw inputError("books", `${field}: expected ${expected}, got ${JSON.stringify(value)}`, {
    api_name: field,
  });
}

/** A number as it goes on the wire: every digit, without the noise of a computed one. */
function numberOf(field: string, value: string | number): unknown {
  const number = decimalOf(value);
  return number.ok ? number.value.exact : refuse(field, number.expected, value);
}

/** The days to pay in, as a number or in words; Zoho has negative numbers for some terms of its own. */
function termsOf(field: string, text: string): unknown {
  const number = decimalOf(daysOf(text) ?? text);
  return number.ok ? number.value.exact : refuse(field, "days such as 15, or Net 15", text);
}

const fromText: Readonly<Record<FieldKind, (field: string, text: string) => unknown>> = {
  number: numberOf,
  numberOrText: (_, text) => {
    const number = decimalOf(text);
    return number.ok ? number.value.exact : text;
  },
  numberOrPercent: (field, text) => {
    const number = decimalOf(text.replace(/\s*%$/, ""));
    if (!number.ok) return refuse(field, "a number such as 12.5, or a percentage such as 10%", text);
    return text.endsWith("%") ? `${number.value.digits}%` : number.value.exact;
  },
  boolean: (field, text) => booleanOf(text) ?? refuse(field, "true or false, yes or no", text),
  booleanOrText: (_, text) => (/^(true|false)$/i.test(text) ? booleanOf(text) : text),
  object: (field, text) => {
    const value = json(field, text);
    return isObject(value) ? typedObject(value) : refuse(field, "a JSON object", text);
  },
  objectOrText: (field, text) => (isJson(text) ? fromText.object(field, text) : text),
  objects: (field, text) => listOf(field, json(field, text)),
  list: (field, text) =>
    isJson(text)
      ? listOf(field, json(field, text))
      : text
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean),
  listOrText: (field, text) => (isJson(text) ? listOf(field, json(field, text)) : text),
};

const isJson = (text: string): boolean => /^[[{]/.test(text);

function json(field: string, text: string): unknown {
  try {
    return parseInput(text);
  } catch {
    return refuse(field, "JSON", text);
  }
}

/** A list from JSON; one object counts as a list of one. */
function listOf(field: string, value: unknown): unknown {
  if (!isObject(value) && !Array.isArray(value)) return refuse(field, "a JSON list", value);
  return typed(field, Array.isArray(value) ? value : [value]);
}

/** A day of the calendar; of a time, the day that it names. */
const dayOf = (field: string, text: string): string =>
  dateOf(text) ?? refuse(field, "a date such as 2026-03-31", text);
