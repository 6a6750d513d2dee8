import type { Comparison, Condition, CoqlQuery, Operator } from "../ast";
import type { Row } from "../catalog";
import { Fault } from "../fault";
import type { Column } from "./columns";
import { likeTest } from "./like";
import { type Key, plainText } from "./valueTypes";

/** Whether a row meets a condition. */
export type Test = (row: Row) => boolean;

/** What a condition needs of its query. */
export interface Scope {
  column(name: string): Column;
  /** Runs the subquery that `column` is compared with and gives its values in that column's type. */
  subquery(query: CoqlQuery, column: Column, operator: Operator): Key[];
}

/**
 * Compiles a condition once, so that a row costs no more than its comparisons. Empty values meet only `is
 * null`, as in SQL.
 */
export function compileCondition(condition: Condition, scope: Scope): Test {
  if (condition.kind === "comparison") return compileComparison(condition, scope);
  const left = compileCondition(condition.left, scope);
  const right = compileCondition(condition.right, scope);
  return condition.kind === "and" ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
}

function compileComparison(comparison: Comparison, scope: Scope): Test {
  const column = scope.column(comparison.column);
  checkOperator(comparison, column);
  const { operator, operand } = comparison;
  if (operator === "like" || operator === "not like") return pattern(comparison, column);
  if (operator === "is null" || operator === "is not null") return presence(operator === "is null", column);
  const keys =
    operand.kind === "query"
      ? scope.subquery(operand.query, column, operator)
      : literalKeys(comparison, column);
  const meets = keyTests[operator](keys);
  return (row) => meets(column.type.key(column.read(row)));
}

function checkOperator({ operator, operand }: Comparison, column: Column): void {
  if (column.type.operators.has(operator)) return;
  if (column.type.operators.size > 0) {
    const details = { reason: "invalid operator found", column_name: column.name, operator };
    throw new Fault("INVALID_QUERY", "Invalid query formed", details);
  }
  const emptiness = operator === "is null" ? "=" : operator === "is not null" ? "!=" : undefined;
  const written = operand.kind === "values" ? operand.values.join(",") : "";
  throw new Fault("INVALID_QUERY", "unsupported column in criteria", {
    cv_criteria: false,
    column_name: column.name,
    value: emptiness ? `\${EMPTY}` : written,
    operator: emptiness ?? operator,
  });
}

/** The literals of a comparison in the column's type. */
export function literalKeys({ operand }: Comparison, column: Column): Key[] {
  const values = operand.kind === "values" ? operand.values : [];
  return values.map((text) => {
    const key = column.type.parse(text);
    if (key !== undefined) return key;
    throw new Fault("INVALID_QUERY", "value given seems to be invalid for the column", {
      ...(column.name === "id" && { expected_data_type: "bigint" }),
      column_name: column.name,
    });
  });
}

function pattern({ operator, operand }: Comparison, column: Column): Test {
  const text = operand.kind === "values" ? (operand.values[0] ?? "") : "";
  if (operator === "not like" && !/^%.*%$/s.test(text)) {
    const details = { reason: "invalid operator found", column_name: column.name, operator };
    throw new Fault("INVALID_QUERY", "Invalid query formed", details);
  }
  const matches = likeTest(text);
  const expected = operator === "like";
  return (row) => {
    const key = column.type.key(column.read(row));
    return key !== undefined && matches(String(key)) === expected;
  };
}

const presence =
  (empty: boolean, column: Column): Test =>
  (row) =>
    (plainText(column.read(row)) === "") === empty;

type KeyTest = (key: Key | undefined) => boolean;
type KeyOperator = Exclude<Operator, "like" | "not like" | "is null" | "is not null">;

const ordered =
  (meets: (key: Key, first: Key, second: Key) => boolean) =>
  ([first, second = first]: readonly Key[]): KeyTest =>
    first === undefined || second === undefined
      ? () => false
      : (key) => key !== undefined && meets(key, first, second);

const listed =
  (expected: boolean) =>
  (keys: readonly Key[]): KeyTest => {
    const set = new Set(keys);
    return (key) => key !== undefined && set.has(key) === expected;
  };

const keyTests: Readonly<Record<KeyOperator, (keys: readonly Key[]) => KeyTest>> = {
  in: listed(true),
  "not in": listed(false),
  "=": ordered((key, first) => key === first),
  "!=": ordered((key, first) => key !== first),
  ">": ordered((key, first) => key > first),
  ">=": ordered((key, first) => key >= first),
  "<": ordered((key, first) => key < first),
  "<=": ordered((key, first) => key <= first),
  between: ordered((key, first, second) => key >= first && key <= second),
  "not between": ordered((key, first, second) => key < first || key > second),
};
