import type { Condition, CoqlQuery } from "../ast";
import type { Column } from "./columns";
import { type Limits, limitExceeded } from "./limits";

function comparisons(condition: Condition): { values: number }[] {
  if (condition.kind !== "comparison")
    return [...comparisons(condition.left), ...comparisons(condition.right)];
  return [{ values: condition.operand.kind === "values" ? condition.operand.values.length : 0 }];
}

function check(clause: string, count: number, limit: number): void {
  if (count > limit) throw limitExceeded(clause, limit);
}

/** @throws Fault LIMIT_EXCEEDED where a clause holds more than the version allows. */
export function checkCounts(query: CoqlQuery, limits: Limits): void {
  const conditions = comparisons(query.where);
  check("select", query.columns.length, limits.columns);
  check(
    "aggregate",
    query.columns.filter((column) => column.function !== undefined).length,
    limits.aggregates,
  );
  check("where", conditions.length, limits.conditions);
  check("in", Math.max(...conditions.map(({ values }) => values)), limits.inValues);
  check("group by", query.groupBy.length, limits.groupBy);
  check("order by", query.orderBy.length, limits.orderBy);
}

/** @throws Fault LIMIT_EXCEEDED when the columns go through more lookups than the version allows. */
export function checkJoins(base: readonly Column[], selected: readonly Column[], limits: Limits): void {
  const baseJoins = new Set(base.flatMap((column) => column.joins));
  const selectJoins = new Set(
    selected.flatMap((column) => column.joins).filter((join) => !baseJoins.has(join)),
  );
  check("join", baseJoins.size, limits.baseJoins);
  check("join", selectJoins.size, limits.selectJoins);
}
