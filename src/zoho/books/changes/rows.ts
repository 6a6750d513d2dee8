import type { ListPage } from "../../changes/pass";
import { printer, type Version } from "../../changes/seen";
import { type JsonObject, textAt } from "../../core/json";
import { booksTime, secondsOf, timeText } from "../../core/time";
import type { Books } from "../books";
import { addressOf } from "../records/address";
import { readPage } from "../records/paging";
import { type RecordType, sortsByTime } from "../recordTypes";

/** A listed record as it was when it was read, with its times in seconds since the epoch. */
export interface Row extends Version {
  readonly created: number;
  readonly modifiedTime: string;
  readonly record: JsonObject;
}

/** Zoho's most for one page. */
export const PER_PAGE = 200;

/**
 * One page of the records that changed at a time or later. Where Zoho does not filter by that time, the newest changes come first and the list
 * ends with the page on which older ones begin.
 */
export async function changedRows(
  books: Books,
  type: RecordType,
  since: number,
  page: number,
): Promise<ListPage<Row>> {
  const sorts = sortsByTime(type);
  const query = {
    ...type.fixed?.query,
    ...(type.filtersByTime && since > 0 && { last_modified_time: booksTime(timeText(since)) }),
    ...(sorts && { sort_column: type.timeField, sort_order: "D" }),
  };
  const call = { ...addressOf(type, "list", { recordType: type.key }), query };
  const { headers, more, ...list } = await readPage(books, type, call, page, PER_PAGE);
  const printOf = printer([]);
  const rows = list.rows.map((record) => rowOf(type, record, printOf(record)));
  const known = rows.filter(({ time }) => time > 0);
  if (rows.some(({ id }) => !/^\d+$/.test(id)) || (rows.length > 0 && known.length === 0)) {
    throw books.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      message: `Zoho's list of ${type.key} does not say which record was changed when`,
    });
  }
  const date = secondsOf(headers.date);
  return {
    rows,
    more: more && reaches(rows, sorts ? since : 0),
    ...(Number.isNaN(date) ? {} : { date }),
  };
}

/** Whether rows, the newest first, end with one that was changed at a time or later. */
export const reaches = (rows: readonly Row[], since: number): boolean => (rows.at(-1)?.time ?? -1) >= since;

/** What Zoho gives no time of was never changed: it counts as old. */
function rowOf({ keys, timeField = "" }: RecordType, record: JsonObject, print: string): Row {
  const createdTime = textAt(record, "created_time");
  const modifiedTime = textAt(record, timeField) || createdTime || "";
  const [time = 0, created = 0] = [modifiedTime, createdTime].map((text) => secondsOf(text) || 0);
  return { id: String(record[keys.id]), time, print, created, modifiedTime, record };
}
