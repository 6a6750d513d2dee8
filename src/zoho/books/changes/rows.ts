import { fingerprinter } from "../../changes/fingerprint";
import type { ListPage } from "../../changes/listScan";
import type { Version } from "../../changes/versions";
import { type JsonObject, textAt } from "../../core/json";
import { secondsOf } from "../../core/time";
import { ZohoError } from "../../http/errors";
import type { Books } from "../books";
import { addressOf } from "../records/address";
import { readPage } from "../records/paging";
import type { RecordType } from "../recordTypes";

/** A listed record as it was when it was read, with its times in seconds since the epoch. */
export interface Row extends Version {
  /** Undefined where Zoho's list does not say when a record was made. */
  readonly created: number | undefined;
  readonly modifiedTime: string;
  readonly record: JsonObject;
}

/** Zoho's most for one page. */
export const PER_PAGE = 200;

export interface BooksPage extends ListPage<Row> {
  /** Whether Zoho refused to sort the list by the time of change. */
  readonly isSortRefused: boolean;
}

/**
 * One page of a list, the newest changes first where Zoho sorts by them. Its filter by that time is not used: on some types it gives what changed at the very
 * time, on others what changed since, or everything. Where Zoho refuses to sort, or does not, the list is read whole.
 */
export async function changedRows(
  books: Books,
  type: RecordType,
  page: number,
  isSortRefused: boolean,
): Promise<BooksPage> {
  const sorting = { sort_column: type.timeField, sort_order: "D" };
  const call = { ...addressOf(type, "list", { recordType: type.key }) };
  const query = { ...type.fixed?.query, ...(!isSortRefused && sorting) };
  try {
    const { headers, more, rows: records } = await readPage(books, type, { ...call, query }, page, PER_PAGE);
    const rows = readable(books, type, records);
    const times = rows.map(({ time }) => time).filter((time) => time > 0);
    const isSorted = !isSortRefused && times.every((time, at) => at === 0 || time <= (times[at - 1] ?? time));
    const date = secondsOf(headers.date);
    const known = Number.isNaN(date) ? Math.floor(books.now() / 1000) : date;
    return { rows, more, isSorted, date: known, isSortRefused };
  } catch (error) {
    if (isSortRefused || !refusesSort(error)) throw error;
    books.log.info(`Zoho does not sort ${type.key} by the time of change: the list is read whole each time.`);
    return changedRows(books, type, page, true);
  }
}

const refusesSort = (error: unknown): boolean =>
  error instanceof ZohoError && error.status === 400 && /sort_column/.test(error.message);

/** The rows of a list that is of some use to a feed. */
function readable(books: Books, type: RecordType, records: readonly JsonObject[]): Row[] {
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

/** What Zoho gives no time of was never changed: it counts as old. */
function rowOf({ keys, timeField = "" }: RecordType, record: JsonObject, fingerprint: string): Row {
  const createdTime = textAt(record, "created_time");
  const modifiedTime = textAt(record, timeField) || createdTime || "";
  const created = createdTime === undefined ? undefined : secondsOf(createdTime) || 0;
  return {
    id: String(record[keys.id]),
    time: secondsOf(modifiedTime) || 0,
    fingerprint,
    created,
    modifiedTime,
    record,
  };
}
