import { isObject, type JsonObject } from "../../core/json";
import { nearestOf } from "../../core/nearest";
import type { Books } from "../books";
import { type RecordType, wordsOf } from "../recordTypes";
import { type CustomField, customFieldOf, customFieldsIfReadable, typedCustom } from "./customFields";
import { fieldNames } from "./fieldNames";
import { typed } from "./values";

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
  const given = Object.entries({ ...record, ...dynamicValues, ...fieldValues }).filter(
    ([, value]) => value !== undefined,
  );
  const own = new Set([
    ...wordsOf(fieldNames[type.key]),
    ...wordsOf(beside[type.key]),
    type.keys.id,
    "custom_fields",
  ]);
  const isUnknown = (name: string): boolean => own.size > 2 && !own.has(name);
  const isOpen = ([name, value]: [string, unknown]): boolean =>
    isUnknown(name) && (!/^(cf_|\d+$)/.test(name) || isMoment(value));
  const fields =
    type.scope !== "custommodules" && given.some(isOpen) ? await customFieldsIfReadable(books, type) : [];
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

/** Names that Zoho's files leave out and that have a meaning all the same. */
const beside: Readonly<Record<string, string>> = { contacts: "email phone mobile" };

/** A value whose form depends on the kind of its field. */
const isMoment = (value: unknown): boolean =>
  value instanceof Date || (typeof value === "string" && /^\d{4}-\d\d-\d\d[T ]/.test(value));

/** How Zoho is told which custom field a name means; undefined for its own fields. */
function customEntry(name: string, value: unknown, fields: readonly CustomField[]): JsonObject | undefined {
  const field = customFieldOf(fields, name);
  if (field) return { api_name: field.name, value: typedCustom(name, field.kind, value) };
  const key = name.startsWith("cf_") ? "api_name" : /^\d+$/.test(name) ? "customfield_id" : "label";
  if (key === "label" && /^[a-z][a-zA-Z0-9_]*$/.test(name)) return undefined;
  return { [key]: name, value: typedCustom(name, "", value) };
}

/** Names that were warned of, by client: thousands of records share a misspelt name. */
const warned = new WeakMap<Books, Set<string>>();

function warnOfUnknown(books: Books, { key }: RecordType, name: string, own: ReadonlySet<string>): void {
  const known = warned.get(books) ?? new Set();
  warned.set(books, known);
  if (known.has(`${key} ${name}`)) return;
  known.add(`${key} ${name}`);
  const nearest = nearestOf(name, [...own]);
  const near = nearest ? ` The nearest is ${nearest}.` : "";
  books.log.warn(`Zoho names no field ${name} of ${key}, and ignores what it does not know.${near}`);
}
