import { decimalOf } from "../../core/decimal";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { dateOf } from "../../core/time";
import { booleanOf } from "../../core/words";
import { inputError, ZohoError } from "../../http/errors";
import type { Books } from "../books";
import { addressOf, itemOf } from "../records/address";
import { recordOperations } from "../records/operations";
import { readPage } from "../records/paging";
import { type RecordType, verbsOf, wordsOf } from "../recordTypes";

/** A custom field of a record type, as records tell of it. */
export interface CustomField {
  /** Its API name, or its id where it has none. */
  readonly name: string;
  readonly label: string;
  /** Zoho's word for its type, such as `date`, `decimal` or `multiselect`. */
  readonly kind: string;
}

const LIFETIME_MS = 600_000;
/** Records that are read one by one for fields that lists only name. */
const MAX_READ = 5;

/**
 * The custom fields that the 200 newest records of a type have values in, for Zoho's API does not list them.
 * One request, and up to five more where lists tell no more than names; kept for ten minutes.
 */
export async function knownCustomFields(books: Books, type: RecordType): Promise<readonly CustomField[]> {
  const verbs = verbsOf(type);
  if (type.parent || !verbs.includes("list") || !verbs.includes("get")) return [];
  const organization = await books.organization();
  return books.cache.get(`books fields ${organization} ${type.key}`, LIFETIME_MS, books.now(), () =>
    readCustomFields(books, type),
  );
}

async function readCustomFields(books: Books, type: RecordType): Promise<CustomField[]> {
  const byTime = ["created_time", "last_modified_time"].find((column) => wordsOf(type.sort).includes(column));
  const query = { ...type.fixed?.query, sort_column: byTime, sort_order: byTime && "D" };
  const { rows } = await readPage(
    books,
    type,
    { ...addressOf(type, "list", { recordType: type.key }), query },
    1,
    200,
  );
  const fields = new Map<string, CustomField>();
  for (const row of rows) addFields(fields, row);
  for (let read = 0; read < MAX_READ; read += 1) {
    const row = rows.find((candidate) => namedIn(candidate).some((name) => !fields.has(name)));
    if (!row) break;
    const call = addressOf(type, "get", { recordType: type.key, recordId: textAt(row, type.keys.id) });
    addFields(fields, itemOf(await books.ask(recordOperations.getRecord, call), type));
    // What the record itself does not describe is known by its name alone.
    for (const name of namedIn(row)) if (!fields.has(name)) fields.set(name, { name, label: name, kind: "" });
  }
  return [...fields.values()];
}

/** The custom fields that a row of a list names, each of which stands there in three spellings. */
const namedIn = (row: JsonObject): string[] =>
  Object.keys(row).filter((name) => name.startsWith("cf_") && !/_(un)?formatted$/.test(name));

function addFields(fields: Map<string, CustomField>, record: JsonObject): void {
  for (const entry of objectsAt(record, "custom_fields")) {
    const name = textAt(entry, "api_name") ?? textAt(entry, "customfield_id") ?? "";
    if (name && !fields.has(name))
      fields.set(name, {
        name,
        label: textAt(entry, "label") ?? name,
        kind: textAt(entry, "data_type") ?? "",
      });
  }
}

/**
 * The custom field that a name means: by API name, or by label in any case.
 * @throws ZohoError `INVALID_INPUT` naming the fields where several have the label.
 */
export function customFieldOf(fields: readonly CustomField[], name: string): CustomField | undefined {
  const byName = fields.find((field) => field.name === name);
  if (byName) return byName;
  const wanted = name.trim().toLowerCase();
  const [field, other] = fields.filter(({ label }) => label.trim().toLowerCase() === wanted);
  if (field && other) {
    throw inputError(
      "books",
      `${name}: the fields ${field.name} and ${other.name} have this label. Use one of the names`,
    );
  }
  return field;
}

const numbers = new Set(["decimal", "number", "amount", "percent", "currency"]);

/**
 * A value as a custom field of a kind takes it; of an unknown kind, as it is but for lost digits.
 * @throws ZohoError `INVALID_INPUT` naming the field, for a value that it cannot hold.
 */
export function typedCustom(name: string, kind: string, value: unknown): unknown {
  const refuse = (expected: string): never => {
    throw inputError("books", `${name}: expected ${expected}, got ${JSON.stringify(value)}`, {
      api_name: name,
    });
  };
  if (value === "") return value;
  if (typeof value === "number" || (numbers.has(kind) && typeof value === "string")) {
    const number = decimalOf(value);
    return number.ok ? number.value.exact : refuse(number.expected);
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "string") return value;
  if (kind === "date") return dateOf(value.trim()) ?? refuse("a date such as 2026-03-31");
  if (kind === "check_box") return booleanOf(value) ?? refuse("true or false, yes or no");
  return kind === "multiselect" ? value.split(",").map((item) => item.trim()) : value;
}

/** The same, or no fields where they cannot be read: then Zoho decides what a name means. */
export async function customFieldsIfReadable(
  books: Books,
  type: RecordType,
): Promise<readonly CustomField[]> {
  try {
    return await knownCustomFields(books, type);
  } catch (error) {
    if (error instanceof ZohoError && error.kind !== "credits") return [];
    throw error;
  }
}

/**
 * The entries of `custom_fields` by label instead of API name, where labels are known; undefined where
 * nothing changes.
 */
export function byLabel(body: JsonObject, fields: readonly CustomField[]): JsonObject | undefined {
  const entries = objectsAt(body, "custom_fields");
  const named = entries.map((entry) => {
    const field = fields.find(({ name }) => name === entry.api_name);
    return field ? { label: field.label, value: entry.value } : entry;
  });
  const isChanged = named.some((entry, index) => entry !== entries[index]);
  return isObject(body) && isChanged ? { ...body, custom_fields: named } : undefined;
}
