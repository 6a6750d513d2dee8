import { compareIds } from "../coql/catalog";
import type { RecordData } from "../metadata/types";

export const modifiedTime = (record: RecordData): string =>
  typeof record.Modified_Time === "string" ? record.Modified_Time : "";

/**
 * Orders by Modified_Time, then by id. Times are written with the organisation's one offset, so they order as
 * texts.
 */
export function compareByModifiedTime(left: RecordData, right: RecordData): number {
  const leftTime = modifiedTime(left);
  const rightTime = modifiedTime(right);
  if (leftTime !== rightTime) return leftTime < rightTime ? -1 : 1;
  return compareIds(left.id, right.id);
}

/** Where a record of this id stands, or belongs, in rows that ascend by id. */
export function positionOf(rows: readonly RecordData[], id: string): number {
  return firstWhere(rows, (record) => compareIds(record.id, id) >= 0);
}

/** The first position from which on a test holds; the rows must be sorted by it. */
export function firstWhere(rows: readonly RecordData[], test: (record: RecordData) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = rows[middle];
    if (record && test(record)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Compare = (left: RecordData, right: RecordData) => number;

export function insertSorted(rows: RecordData[], record: RecordData, compare: Compare): void {
  rows.splice(
    firstWhere(rows, (other) => compare(other, record) >= 0),
    0,
    record,
  );
}

export function removeSorted(rows: RecordData[], record: RecordData, compare: Compare): void {
  rows.splice(
    firstWhere(rows, (other) => compare(other, record) >= 0),
    1,
  );
}
