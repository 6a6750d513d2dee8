import { isObject, type JsonObject } from "../../core/json";
import { type PageWindow, windowOver } from "../../core/pages";
import type { Call } from "../../http/request";
import type { Books } from "../books";
import { type RecordType, verbsOf } from "../recordTypes";
import { recordOperations } from "./operations";

/** The page inputs of a list, under Zoho's own names. */
export interface BooksPagingInput {
  /** Follow the pages to the end, or to `maxRecords`. */
  readonly fetchAll?: boolean;
  readonly maxRecords?: number;
  readonly page?: number;
  readonly per_page?: number;
}

/** Zoho's most for one page. */
const MAX_PER_PAGE = 200;

export interface BooksPage {
  /** Zoho's answer, and the key under which its list stands. */
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
  readonly rows: JsonObject[];
  readonly more: boolean;
}

/**
 * A list of Zoho Books, as Zoho's own body: one page, or with `fetchAll` all of them as one list. Where it
 * stops at `maxRecords`, or because requests are left to others, `page_context.has_more_page` stays true.
 * @see https://www.zoho.com/books/api/v3/pagination/
 */
export async function readList(
  books: Books,
  type: RecordType,
  call: Call,
  { fetchAll = false, maxRecords = Number.POSITIVE_INFINITY, page, per_page }: BooksPagingInput,
): Promise<JsonObject> {
  if (!fetchAll) return (await readPage(books, type, call, page, per_page)).body;
  let stopped: string | undefined;
  const goesOn = () => {
    stopped = books.stoppedEarly();
    return stopped === undefined;
  };
  const { body, key, rows, more } = await readWhole(books, type, call, { maxRecords, goesOn });
  const has_more_page = more || rows.length > maxRecords;
  const context = { ...contextOf(body), has_more_page, ...(more && stopped && { stopped }) };
  return { ...body, [key]: rows.slice(0, maxRecords), page_context: context };
}

/** A list that was read to its end, or as far as was asked for. */
export interface BooksList extends BooksPage {
  /** How many pages it had. */
  readonly pages: number;
}

/** How far to read a list: up to so many records, and as long as a page says so. */
export interface Reach {
  readonly maxRecords?: number;
  readonly goesOn?: (body: JsonObject, rows: readonly JsonObject[]) => boolean;
}

/** So often is a list read from the start where records were removed meanwhile. */
const MAX_READINGS = 3;

/** Follows the pages to the end; from the start again where records were removed meanwhile. */
export async function readWhole(
  books: Books,
  type: RecordType,
  call: Call,
  reach: Reach = {},
): Promise<BooksList> {
  for (let reading = 1; ; reading += 1) {
    const { isWhole, ...list } = await readAll(books, type, call, reach);
    if (isWhole) return list;
    if (reading < MAX_READINGS) continue;
    books.log.warn(
      `Records of ${type.key} were removed while their list was read, ${reading} times over. A record may be missing.`,
    );
    return list;
  }
}

/**
 * Follows the pages to the end; `isWhole` is false where records were removed meanwhile, so that others may
 * have been passed over.
 */
async function readAll(
  books: Books,
  type: RecordType,
  call: Call,
  { maxRecords = Number.POSITIVE_INFINITY, goesOn = () => true }: Reach,
): Promise<BooksList & { isWhole: boolean }> {
  const rows: JsonObject[] = [];
  const repeats = repeatsAmong(type);
  // What cannot be told apart by ids cannot be seen to move.
  const overlaps = verbsOf(type).includes("get");
  let isWhole = true;
  let window: PageWindow = { page: 1, per_page: MAX_PER_PAGE };
  for (let pages = 1; ; pages += 1) {
    const next = await readPage(books, type, call, window.page, window.per_page);
    const last = rows.at(-1)?.[type.keys.id];
    if (overlaps && last !== undefined && !next.rows.some((row) => row[type.keys.id] === last))
      isWhole = false;
    const fresh = next.rows.filter((row) => !repeats(row));
    rows.push(...fresh);
    // A page of nothing but repeats tells no more, however many follow.
    const more = next.more && fresh.length > 0;
    if (!more || rows.length >= maxRecords || !goesOn(next.body, next.rows))
      return { ...next, rows, more, pages, isWhole };
    if (pages % 10 === 0) books.log.info(`${rows.length} records of ${type.key} read so far.`);
    window = overlaps ? windowOver(window, MAX_PER_PAGE) : { page: window.page + 1, per_page: MAX_PER_PAGE };
  }
}

/**
 * Tells the records that came before: one that is created while a list is read moves others to the next page,
 * where they come once more. What cannot be read by its id may rightly stand in a list several times.
 */
function repeatsAmong(type: RecordType): (row: JsonObject) => boolean {
  if (!verbsOf(type).includes("get")) return () => false;
  const seen = new Set<unknown>();
  return ({ [type.keys.id]: id }) => {
    const repeats = seen.has(id);
    if (id !== undefined) seen.add(id);
    return repeats;
  };
}

/** One page of a list. */
export async function readPage(
  books: Books,
  type: RecordType,
  call: Call,
  page?: number,
  per_page?: number,
): Promise<BooksPage> {
  const { body, headers } = await books.send(recordOperations.listRecords, {
    ...call,
    query: { ...call.query, page, per_page },
  });
  const found = isObject(body) ? listIn(body, type) : undefined;
  if (!isObject(body) || !found) {
    throw books.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      message: `Zoho's answer has no list of ${type.key}`,
    });
  }
  return { body, headers, ...found, more: contextOf(body).has_more_page === true };
}

/**
 * The list in an answer: under the key that Zoho documents, else the only list there is, for Zoho's documents
 * name some keys in two ways. What there is only one of, as the opening balances, is a list of one; an empty
 * text is an empty list.
 */
function listIn(body: JsonObject, { keys }: RecordType): { key: string; rows: JsonObject[] } | undefined {
  const own = body[keys.list];
  if (Array.isArray(own)) return { key: keys.list, rows: own.filter(isObject) };
  if (isObject(own)) return { key: keys.list, rows: [own] };
  const lists = Object.entries(body).filter(([key, value]) => key !== "page_context" && Array.isArray(value));
  const [[key, list] = [], another] = lists;
  if (key !== undefined && Array.isArray(list) && !another) return { key, rows: list.filter(isObject) };
  return own === "" ? { key: keys.list, rows: [] } : undefined;
}

/** Zoho's description of a page; its documents show it as an object and as a list of one. */
export function contextOf({ page_context: context }: JsonObject): JsonObject {
  const described: unknown = Array.isArray(context) ? context[0] : context;
  return isObject(described) ? described : {};
}
