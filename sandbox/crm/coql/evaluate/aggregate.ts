import type { Row } from "../catalog";
import type { Column } from "./columns";
import type { AggregateName, Selected } from "./selection";
import { compareKeys, type Key } from "./valueTypes";

/** What an aggregate has gathered of a group so far. Empty values count for nothing. */
interface Tally {
  count: number;
  sum: number;
  least?: { key: Key; value: unknown };
  most?: { key: Key; value: unknown };
}

/** Rows that are equal in the grouped columns; `row` is the first of them. */
export interface Group {
  row: Row | undefined;
  tallies: Tally[];
}

const results: Readonly<Record<AggregateName, (tally: Tally) => unknown>> = {
  COUNT: (tally) => tally.count,
  SUM: (tally) => (tally.count === 0 ? null : tally.sum),
  AVG: (tally) => (tally.count === 0 ? null : tally.sum / tally.count),
  MIN: (tally) => tally.least?.value ?? null,
  MAX: (tally) => tally.most?.value ?? null,
};

function add(tally: Tally, column: Column, row: Row): void {
  const value = column.read(row);
  const key = column.type.key(value);
  if (key === undefined) return;
  tally.count += 1;
  if (typeof key === "number") tally.sum += key;
  if (compareKeys(key, tally.least?.key) < 0 || !tally.least) tally.least = { key, value };
  if (compareKeys(key, tally.most?.key) > 0) tally.most = { key, value };
}

/**
 * Groups rows and gathers the aggregates of each group. Without columns to group by there is one group, even
 * of no rows.
 */
export function groupRows(
  rows: Iterable<Row>,
  groupBy: readonly Column[],
  selected: readonly Selected[],
): Group[] {
  const fresh = (row?: Row): Group => ({ row, tallies: selected.map(() => ({ count: 0, sum: 0 })) });
  const groups = new Map<string, Group>();
  if (groupBy.length === 0) groups.set("[]", fresh());
  for (const row of rows) {
    const name = JSON.stringify(groupBy.map((column) => String(column.type.key(column.read(row)) ?? null)));
    const group = groups.get(name) ?? fresh(row);
    groups.set(name, group);
    for (const [index, { column, aggregate }] of selected.entries()) {
      const tally = group.tallies[index];
      if (aggregate && tally) add(tally, column, row);
    }
  }
  return [...groups.values()];
}

/** A selected column's value in a group. */
export function groupValue(group: Group, selected: readonly Selected[], index: number): unknown {
  const select = selected[index];
  const tally = group.tallies[index];
  if (select?.aggregate && tally) return results[select.aggregate](tally);
  return group.row && select?.column.read(group.row);
}
