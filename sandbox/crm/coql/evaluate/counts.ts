import type { Comparison, Condition, CoqlQuery } from "../ast";
import { Fault } from "../fault";
import type { Column } from "./columns";
import { type Limits, limitExceeded } from "./limits";

/** The comparisons of a condition, in its order. */
export const comparisonsOf = (condition: Condition): Comparison[] =>
  condition.kind === "comparison"
    ? [condition]
    : [...comparisonsOf(condition.left), ...comparisonsOf(condition.right)];

const valueCount = ({ operand }: Comparison): number =>
  operand.kind === "values" ? operand.values.length : 0;

/** The most `!=` that one column may be compared with in a query; `not in` has no such end. */
const maximumUnequal = 2;

function checkUnequal(conditions: readonly Comparison[]): void {
  const columns = conditions.filter(({ operator }) => operator === "!=").map(({ column }) => column);
  const chained = columns.find((name) => columns.filter((other) => other === name).length > maximumUnequal);
  if (chained === undefined) return;
  throw new Fault("SYNTAX_ERROR", "error occured while parsing the query", { near: chained });
}

function check(clause: string, count: number, limit: number): void {
  if (count > limit) throw limitExceeded(clause, limit);
}

/** @throws Fault LIMIT_EXCEEDED where a clause holds more than the version allows. */
export function checkCounts(query: CoqlQuery, limits: Limits): void {
  const conditions = comparisonsOf(query.where);
  checkUnequal(conditions);
  check("select", query.columns.length, limits.columns);
  check(
    "aggregate",
    query.columns.filter((column) => column.function !== undefined).length,
    limits.aggregates,
  );
  check("where", conditions.length, limits.conditions);
  check("in", Math.max(...conditions.map(valueCount)), limits.inValues);
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
