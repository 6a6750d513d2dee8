import { type JsonObject, textAt } from "../../core/json";
import { booksTime, secondsOf } from "../../core/time";
import { ZohoError } from "../../http/errors";
import type { Call } from "../../http/request";
import type { Books } from "../books";
import type { RecordType } from "../recordTypes";
import { type BooksPage, type BooksPagingInput, contextOf, readPage, readWhole } from "./paging";

/*
 * Reading a list with the newest changes first. It tells changes whatever Zoho's filter by the time of change
 * does: reports have it that the filter gives what changed since on some types, on others what changed at
 * that very moment, or everything.
 */

/** The parameters that ask for the newest changes first. */
export const newestFirst = ({ timeField }: RecordType) => ({ sort_column: timeField, sort_order: "D" });

/** Whether Zoho refused to sort by the column that it was asked to. */
export const refusesSort = (error: unknown): boolean =>
  error instanceof ZohoError && error.status === 400 && /sort_column/.test(error.message);

/**
 * When a listed record was changed, in seconds since the epoch; 0 where Zoho gives no time, which is so of
 * what was never changed.
 */
export const changedAt = ({ timeField = "" }: RecordType, record: JsonObject): number =>
  secondsOf(textAt(record, timeField) || textAt(record, "created_time") || "") || 0;

/**
 * Whether a page that was asked for so came with the newest changes first: by what Zoho says of its order,
 * and by the rows.
 */
export function isNewestFirst(type: RecordType, body: JsonObject, rows: readonly JsonObject[]): boolean {
  const column = textAt(contextOf(body), "sort_column");
  if (column && column !== type.timeField) return false;
  const times = rows.map((row) => changedAt(type, row)).filter((time) => time > 0);
  return times.every((time, at) => at === 0 || time <= (times[at - 1] ?? time));
}

/**
 * Records that changed at or after a time, as Zoho's own body, the newest changes first unless another order
 * is asked for. The list is read up to the first older record; where Zoho does not sort it by the time of
 * change, to its end.
 * @throws ZohoError when a request fails, or the list does not say when its records were changed.
 */
export async function readSince(
  books: Books,
  type: RecordType,
  call: Call,
  since: string,
  paging: BooksPagingInput,
): Promise<JsonObject> {
  const from = secondsOf(booksTime(since));
  if (call.query?.sort_column === undefined) {
    const sorted = { ...call, query: { ...call.query, ...newestFirst(type) } };
    try {
      const list = await (paging.fetchAll ? readNewest : readNewestPage)(books, type, sorted, from, paging);
      if (list) return list;
    } catch (error) {
      if (!refusesSort(error)) throw error;
    }
    books.log.info(`Zoho does not sort ${type.key} by the time of change: the list is read whole.`);
  }
  const { body, key, rows } = await readWhole(books, type, call);
  return pageOf({ body, key, rows: changedSince(books, type, rows, from) }, paging);
}

/** Rows that changed since; the list must say when any of them did. */
function changedSince(
  books: Books,
  type: RecordType,
  rows: readonly JsonObject[],
  from: number,
): JsonObject[] {
  if (rows.length > 0 && rows.every((row) => changedAt(type, row) === 0)) {
    throw books.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      message: `Zoho's list of ${type.key} does not say when its records were changed. Leave Modified Since empty`,
    });
  }
  return rows.filter((row) => changedAt(type, row) >= from);
}

/** One page of the changes; undefined where Zoho did not sort them. */
async function readNewestPage(
  books: Books,
  type: RecordType,
  call: Call,
  from: number,
  { page, per_page }: BooksPagingInput,
): Promise<JsonObject | undefined> {
  const read = await readPage(books, type, call, page, per_page);
  if (!isNewestFirst(type, read.body, read.rows)) return undefined;
  const rows = changedSince(books, type, read.rows, from);
  return listOf(read, rows, read.more && rows.length === read.rows.length);
}

/**
 * All changes; undefined where Zoho did not sort them. A record that changes while several pages are read
 * moves before all of them: so the first is read again until it brings nothing new.
 */
async function readNewest(
  books: Books,
  type: RecordType,
  call: Call,
  from: number,
  { maxRecords = Number.POSITIVE_INFINITY }: BooksPagingInput,
): Promise<JsonObject | undefined> {
  let isSorted = true;
  const goesOn = (body: JsonObject, rows: readonly JsonObject[]) => {
    isSorted &&= isNewestFirst(type, body, rows);
    return isSorted && rows.every((row) => changedAt(type, row) >= from);
  };
  const whole = await readWhole(books, type, call, { maxRecords, goesOn });
  if (!isSorted) return undefined;
  let rows = changedSince(books, type, whole.rows, from);
  const idOf = (row: JsonObject) => row[type.keys.id];
  for (let page = 1; whole.pages > 1; page += 1) {
    const again = await readPage(books, type, call, page, 200);
    const known = new Map(rows.map((row) => [idOf(row), changedAt(type, row)]));
    const moved = again.rows.filter(
      (row) => changedAt(type, row) >= from && known.get(idOf(row)) !== changedAt(type, row),
    );
    const ids = new Set(moved.map(idOf));
    rows = [...moved, ...rows.filter((row) => !ids.has(idOf(row)))];
    if (moved.length < again.rows.length || !again.more) break;
  }
  const isCut = rows.length > maxRecords || (whole.more && rows.length >= maxRecords);
  return listOf(whole, rows.slice(0, maxRecords), isCut);
}

type Listed = Pick<BooksPage, "body" | "key">;

/** The part of a list that was asked for. */
function pageOf(list: Listed & Pick<BooksPage, "rows">, paging: BooksPagingInput): JsonObject {
  const { fetchAll, maxRecords = Number.POSITIVE_INFINITY, page = 1, per_page = 200 } = paging;
  const [start, end] = fetchAll ? [0, maxRecords] : [(page - 1) * per_page, page * per_page];
  return listOf(
    list,
    list.rows.slice(start, end),
    list.rows.length > end,
    fetchAll ? {} : { page, per_page },
  );
}

const listOf = (
  { body, key }: Listed,
  rows: readonly JsonObject[],
  has_more_page: boolean,
  more: JsonObject = {},
): JsonObject => ({ ...body, [key]: rows, page_context: { ...contextOf(body), ...more, has_more_page } });
