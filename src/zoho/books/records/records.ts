import { isObject, type JsonObject } from "../../core/json";
import { booksTime } from "../../core/time";
import { inputError } from "../../http/errors";
import type { QueryValue } from "../../http/request";
import type { Books } from "../books";
import { booksOperations } from "../operations";
import { findRecordType, pathOf, type RecordType, wordsOf } from "../recordTypes";
import { type RecordValues, recordBody } from "../values/record";
import { addressOf, type RecordKey } from "./address";
import { type PagingInput, readList } from "./paging";

type Query = Readonly<Record<string, QueryValue>>;

/**
 * One record, as Zoho's own body: `{ code, message, invoice: {…} }`.
 * @throws ZohoError `1002` when there is none.
 */
export async function getRecord(books: Books, key: RecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  return books.ask(booksOperations.getRecord, addressOf(type, "get", key));
}

/** The record inside an answer, under its own key or its list's; Zoho wraps some in a list, and shows some without a key. */
export function itemOf(body: JsonObject, { keys }: RecordType): JsonObject {
  const item = body[keys.item] ?? body[keys.list];
  if (isObject(item)) return item;
  const [first] = Array.isArray(item) ? item : [];
  return isObject(first) ? first : body;
}

/** The id of the record inside an answer. */
export function idIn(body: JsonObject, type: RecordType): string | undefined {
  const id = itemOf(body, type)[type.keys.id];
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

export interface ListInput extends RecordKey, PagingInput {
  /** Search parameters of the record type, such as `contact_name` or `total_greater_than`. */
  readonly searchFields?: JsonObject;
  readonly searchText?: string;
  /** One of Zoho's own filters, such as `Status.Overdue`. */
  readonly filterBy?: string;
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  /** ISO 8601 with an offset; for the types that Zoho filters by it. */
  readonly modifiedSince?: string;
}

/**
 * Records of a type, as Zoho's own body: `{ code, message, invoices: […], page_context }`.
 * @throws ZohoError `INVALID_INPUT` for `modifiedSince` on a type that Zoho does not filter by it.
 */
export function getRecords(
  books: Books,
  { searchFields, searchText, filterBy, sort_by, sort_order, modifiedSince, ...input }: ListInput,
): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  if (modifiedSince && !type.filtersByTime) {
    throw inputError(
      "books",
      `Modified Since: Zoho does not filter ${type.key} by the time of change. Leave it empty, and sort by last_modified_time where Zoho offers it`,
    );
  }
  const search = textsOf(searchFields);
  warnOfUnknown(books, type, Object.keys(search));
  const query = {
    ...(type.parentParam ? { [type.parentParam]: input.parentRecordId } : {}),
    ...type.fixed?.query,
    filter_by: filterBy ?? type.fixed?.query.filter_by,
    search_text: searchText,
    sort_column: sort_by,
    sort_order: sort_order && { asc: "A", desc: "D" }[sort_order],
    last_modified_time: modifiedSince && booksTime(modifiedSince),
    ...search,
  };
  return readList(books, type, { ...addressOf(type, "list", input), query }, input);
}

const textsOf = (values: JsonObject = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, String(value)]),
  );

const inEveryList = ["filter_by", "sort_column", "sort_order", "search_text", "page", "per_page", "cf_"];

/** Zoho ignores parameters that it does not know, so that a mistyped one would return everything. */
function warnOfUnknown(books: Books, { key, search }: RecordType, given: readonly string[]): void {
  const known = [...wordsOf(search), ...inEveryList, "last_modified_time"];
  const unknown = given.filter((name) => !known.some((word) => name.startsWith(word)));
  if (unknown.length > 0)
    books.log.warn(`Zoho names no search parameter ${unknown.join(", ")} for ${key}, and may ignore it.`);
}

export interface WriteInput extends RecordKey, RecordValues {
  /** Email the new record to the customer. */
  readonly send?: boolean;
  /** Take the number that the record names instead of the next one. */
  readonly ignore_auto_number_generation?: boolean;
  /** Further parameters of the call. */
  readonly queryParams?: JsonObject;
}

/** Creates one record. Never sent a second time unless Zoho certainly did nothing. */
export async function createRecord(books: Books, input: WriteInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  const parent = type.parentField && input.parentRecordId ? { [type.parentField]: input.parentRecordId } : {};
  return books.ask(booksOperations.createRecord, {
    ...addressOf(type, "create", input),
    query: flagsOf(input),
    body: { ...parent, ...recordBody(type, input) },
  });
}

/** Updates one record; fields that are not given stay as they are, lists such as line items are replaced. */
export async function updateRecord(books: Books, input: WriteInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  const address = addressOf(type, "update", input);
  // What an organisation has one of stands at a path without an id, and has it in its body.
  const id = pathOf(type, "update").includes("{id}") ? {} : { [type.keys.id]: input.recordId };
  return books.ask(booksOperations.updateRecord, {
    ...address,
    query: flagsOf(input),
    body: { ...id, ...recordBody(type, input) },
  });
}

export interface UpsertInput extends WriteInput {
  /** The API name of a custom field that Zoho keeps unique, and the value to look for in it. */
  readonly uniqueField: string;
  readonly uniqueValue: string;
}

/**
 * Updates the record that has the value in its unique custom field, or creates it with that value.
 * @see https://www.zoho.com/books/api/v3/contacts/#update-a-contact-using-a-custom-fields-unique-value
 */
export async function upsertRecord(books: Books, input: UpsertInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType);
  if (!type.upserts) {
    throw inputError(
      "books",
      `Record Type: ${type.key} cannot be upserted by a custom field through Zoho's API`,
    );
  }
  return books.ask(booksOperations.upsertRecord, {
    path: { anyPath: type.key, module: type.upserts === true ? type.scope : type.upserts },
    query: flagsOf(input),
    headers: {
      "X-Unique-Identifier-Key": input.uniqueField,
      "X-Unique-Identifier-Value": input.uniqueValue,
      "X-Upsert": "true",
    },
    body: recordBody(type, input),
  });
}

/** Removes one record. */
export async function removeRecord(books: Books, key: RecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  return books.ask(booksOperations.removeRecord, addressOf(type, "remove", key));
}

function flagsOf({ send, ignore_auto_number_generation, queryParams }: WriteInput): Query {
  const flags = {
    send: send || undefined,
    ignore_auto_number_generation: ignore_auto_number_generation || undefined,
  };
  return { ...flags, ...textsOf(queryParams) };
}
