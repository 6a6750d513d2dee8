import type { ListPage } from "../../changes/listScan";
import { fingerprinter, type Version } from "../../changes/versions";
import { type JsonObject, textAt } from "../../core/json";
import { booksTime, secondsOf, timeText } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Books } from "../books";
import { addressOf } from "../records/address";
import { readPage } from "../records/paging";
import { changedAt, isNewestFirst, newestFirst, refusesSort } from "../records/since";
import { findRecordType, type RecordType, recordTypes, tellsChanges } from "../recordTypes";

/** Which changes of a record type are asked for. */
export interface BooksChangeQuery {
  readonly recordType: string;
  readonly created: boolean;
  readonly updated: boolean;
  /** About the most changes of one part: whole pages are read, of which Zoho's have 200. */
  readonly most?: number;
}

/**
 * The row of a record type whose changes can be found.
 * @throws ZohoError `INVALID_INPUT` for any other.
 */
export function changingType(recordType: string): RecordType {
  const type = findRecordType(recordType);
  if (tellsChanges(type)) return type;
  const others = [...recordTypes().values()].filter(tellsChanges).map(({ key }) => key);
  throw inputError(
    "books",
    `Record Type: Zoho's list of ${type.key} does not say when a record was changed, so that its changes cannot be found. Use one of ${others.join(", ")}`,
  );
}

/** A listed record as it was when it was read, with its times in seconds since the epoch. */
export interface BooksRow extends Version {
  /** Undefined where Zoho's list does not say when a record was made. */
  readonly created: number | undefined;
  readonly modifiedTime: string;
  readonly record: JsonObject;
}

/** Zoho's most for one page. */
export const PER_PAGE = 200;

interface BooksPage extends ListPage<BooksRow> {
  /** Whether Zoho refused to sort the list by the time of change. */
  readonly isSortRefused: boolean;
}

/**
 * How to read a page: with the newest changes first, or where Zoho refuses that, whole or by Zoho's filter.
 */
interface Way {
  readonly isSortRefused: boolean;
  /**
   * Zoho's filter by the time of change, in seconds since the epoch. It is to be trusted only where it is
   * seen to let through what has changed since.
   */
  readonly filter?: number;
}

/**
 * One page of a list, the newest changes first where Zoho sorts by them. Where Zoho refuses to sort, or does
 * not, the list is read whole.
 */
export async function changedRows(
  books: Books,
  type: RecordType,
  page: number,
  { isSortRefused, filter }: Way,
): Promise<BooksPage> {
  const call = { ...addressOf(type, "list", { recordType: type.key }) };
  const query = {
    ...type.fixed?.query,
    ...(!isSortRefused && newestFirst(type)),
    ...(filter !== undefined && { last_modified_time: booksTime(timeText(filter)) }),
  };
  try {
    const read = await readPage(books, type, { ...call, query }, page, PER_PAGE);
    const rows = readable(books, type, read.rows);
    const isSorted = !isSortRefused && isNewestFirst(type, read.body, read.rows);
    const date = secondsOf(read.headers.date);
    const known = Number.isNaN(date) ? Math.floor(books.now() / 1000) : date;
    return { rows, more: read.more, isSorted, date: known, isSortRefused };
  } catch (error) {
    if (isSortRefused || !refusesSort(error)) throw error;
    books.log.info(`Zoho does not sort ${type.key} by the time of change.`);
    return changedRows(books, type, page, { isSortRefused: true });
  }
}

/** The rows of a list that is of some use to a feed. */
function readable(books: Books, type: RecordType, records: readonly JsonObject[]): BooksRow[] {
  const fingerprintOf = fingerprinter([]);
  const rows = records.map((record) => rowOf(type, record, fingerprintOf(record)));
  const isReadable = rows.every(({ id }) => /^\d+$/.test(id)) && rows.some(({ time }) => time > 0);
  if (rows.length === 0 || isReadable) return rows;
  throw books.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    message: `Zoho's list of ${type.key} does not say which record was changed when`,
  });
}

function rowOf(type: RecordType, record: JsonObject, fingerprint: string): BooksRow {
  const { keys, timeField = "" } = type;
  const createdTime = textAt(record, "created_time");
  const modifiedTime = textAt(record, timeField) || createdTime || "";
  const created = createdTime === undefined ? undefined : secondsOf(createdTime) || 0;
  return {
    id: String(record[keys.id]),
    time: changedAt(type, record),
    fingerprint,
    created,
    modifiedTime,
    record,
  };
}
