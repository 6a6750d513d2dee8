import type { JsonObject } from "../../core/json";
import { booksTime, timeOf } from "../../core/time";
import { inputError } from "../../http/errors";
import type { QueryValue } from "../../http/request";
import type { Books } from "../books";
import { findRecordType, type RecordType, tellsChanges, wordsOf } from "../recordTypes";
import { addressOf, type BooksRecordKey } from "./address";
import { type BooksPagingInput, readList } from "./paging";
import { readSince } from "./since";

type Query = Readonly<Record<string, QueryValue>>;

export interface ListInput extends BooksRecordKey, BooksPagingInput {
  /** Search parameters of the record type, such as `contact_name` or `total_greater_than`. */
  readonly searchFields?: JsonObject;
  readonly searchText?: string;
  /** One of Zoho's own filters, such as `Status.Overdue`. */
  readonly filterBy?: string;
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  /** ISO 8601 with an offset; for the types whose lists say when a record was changed. */
  readonly modifiedSince?: string;
}

/**
 * Records of a type, as Zoho's own body: `{ code, message, invoices: […], page_context }`.
 * @throws ZohoError `INVALID_INPUT` for `modifiedSince` on a type whose list does not say when a record was
 * changed.
 */
export function getRecords(
  books: Books,
  { searchFields, searchText, filterBy, sort_by, sort_order, modifiedSince, ...input }: ListInput,
): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  const since = tellsChanges(type) ? modifiedSince : undefined;
  if (modifiedSince && !since && !type.filtersByTime) {
    throw inputError(
      "books",
      `Modified Since: Zoho's list of ${type.key} does not say when a record was changed. Leave it empty`,
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
    last_modified_time: since ? undefined : modifiedSince && booksTime(modifiedSince),
    ...search,
  };
  expectHonored(type, query);
  const call = { ...addressOf(type, "list", input), query };
  return since ? readSince(books, type, call, since, input) : readList(books, type, call, input);
}

/** Parameters of a call, as text. */
export const textsOf = (values: JsonObject = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, key === "last_modified_time" ? momentOf(value) : String(value)]),
  );

/**
 * A time in the one form that Zoho filters by: in any other it would refuse the call, or give the whole list.
 */
function momentOf(value: unknown): string {
  const time = timeOf(String(value));
  if (time === undefined)
    throw inputError("books", `last_modified_time: expected a time, got ${JSON.stringify(value)}`);
  return booksTime(time);
}

/**
 * Refuses searches that Zoho would answer with other records than were asked for: a filter makes it ignore
 * dates and parts of a contact's name, and bank transactions have a status only within an account.
 */
function expectHonored({ key }: RecordType, query: Query): void {
  const given = Object.keys(query).filter((name) => query[name] !== undefined && query[name] !== "");
  const ignored = given.filter((name) => /(^|_)date(_|$)|^contact_name_/.test(name));
  if (query.filter_by && ignored.length > 0) {
    const message = `Filter By: Zoho ignores ${ignored.join(", ")} beside it. Leave one of them empty, or use the search parameter status`;
    throw inputError("books", message);
  }
  const byStatus = given.filter((name) => name === "status" || name === "filter_by");
  if (key !== "banktransactions") return;
  if (byStatus.length > 0 && !query.account_id) {
    throw inputError(
      "books",
      `Search Fields: banktransactions with ${byStatus.join(" and ")} need account_id, the bank account`,
    );
  }
  const passedOver = given.filter((name) => name === "date_start" || name === "date_end");
  if (passedOver.length > 0)
    throw inputError("books", `Search Fields: Zoho ignores ${passedOver.join(" and ")} of banktransactions`);
}

const inEveryList = ["filter_by", "sort_column", "sort_order", "search_text", "page", "per_page", "cf_"];

/** Zoho ignores parameters that it does not know, so that a mistyped one would return everything. */
function warnOfUnknown(books: Books, { key, search }: RecordType, given: readonly string[]): void {
  const known = [...wordsOf(search), ...inEveryList, "last_modified_time"];
  const unknown = given.filter((name) => !known.some((word) => name.startsWith(word)));
  if (unknown.length > 0)
    books.log.warn(`Zoho names no search parameter ${unknown.join(", ")} for ${key}, and may ignore it.`);
}
