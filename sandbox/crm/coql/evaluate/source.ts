import type { Condition } from "../ast";
import type { CoqlModule, Row } from "../catalog";
import type { Column, OrderColumn } from "./columns";
import { literalKeys } from "./conditions";
import { compareKeys, type Key } from "./valueTypes";

/** Rows to test, and whether they come in the query's own order, so that enough of them are enough. */
export interface Source {
  rows: Iterable<Row>;
  ordered: boolean;
}

/**
 * The least value that the column can have in a row that meets the condition; undefined when there is none to
 * be sure of.
 */
function lowerBound(condition: Condition, column: Column): Key | undefined {
  if (condition.kind !== "comparison") {
    const left = lowerBound(condition.left, column);
    const right = lowerBound(condition.right, column);
    if (left === undefined || right === undefined)
      return condition.kind === "and" ? (left ?? right) : undefined;
    return (condition.kind === "and") === left > right ? left : right;
  }
  if (condition.column !== column.name || condition.operand.kind === "query") return undefined;
  if (!["=", ">", ">=", "between", "in"].includes(condition.operator)) return undefined;
  return literalKeys(condition, column).sort(compareKeys)[0];
}

/** The ids that a row must have one of; undefined when they are not all named. */
function namedIds(condition: Condition, id: Column): Set<Key> | undefined {
  if (condition.kind !== "comparison") {
    return condition.kind === "and"
      ? (namedIds(condition.left, id) ?? namedIds(condition.right, id))
      : undefined;
  }
  if (condition.column !== "id" || condition.operand.kind === "query") return undefined;
  return ["=", "in"].includes(condition.operator) ? new Set(literalKeys(condition, id)) : undefined;
}

const byIds = (module: CoqlModule, ids: Iterable<Key>): Row[] =>
  [...ids].sort((a, b) => (a < b ? -1 : 1)).flatMap((id) => module.byId(String(id)) ?? []);

/** The rows from the one with id `least` on, in id order. */
function rowsFromId(module: CoqlModule, least: Key | undefined): Iterable<Row> {
  const seek = typeof least === "bigint" && least > 0n;
  return seek && module.rowsAfterId ? module.rowsAfterId(String(least - 1n)) : module.rows();
}

/** Chooses the shortest way to the rows of a query: named ids, a seek by id, a seek by time, or every row. */
export function chooseSource(
  module: CoqlModule,
  where: Condition,
  orderBy: readonly OrderColumn[],
  column: (name: string) => Column,
): Source {
  const descending = orderBy[0]?.descending ?? false;
  const uniform = orderBy.every((term) => term.descending === descending);
  const order = uniform ? orderBy.map((term) => term.column.name).join() : undefined;
  const inOrder = (rows: Iterable<Row>): Source => ({
    rows: descending ? [...rows].reverse() : rows,
    ordered: true,
  });
  const byId = order === "" || order === "id";
  const byTime = order === "Modified_Time,id" || order === "Modified_Time";

  const ids = namedIds(where, column("id"));
  if (ids) return byId ? inOrder(byIds(module, ids)) : { rows: byIds(module, ids), ordered: false };
  const leastId = lowerBound(where, column("id"));
  const leastTime = module.fields.has("Modified_Time")
    ? lowerBound(where, column("Modified_Time"))
    : undefined;
  if (module.rowsByModifiedTime && (byTime || (leastTime !== undefined && leastId === undefined))) {
    const rows = module.rowsByModifiedTime(typeof leastTime === "number" ? leastTime : undefined);
    return byTime ? inOrder(rows) : { rows, ordered: false };
  }
  const rows = rowsFromId(module, leastId);
  return byId ? inOrder(rows) : { rows, ordered: false };
}
