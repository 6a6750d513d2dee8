import { type JsonObject, textAt } from "../../core/json";
import { secondsOf } from "../../core/time";
import { ZohoError } from "../../http/errors";
import type { RecordType } from "../recordTypes";
import { contextOf } from "./paging";

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
