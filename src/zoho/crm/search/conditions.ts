import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { column, joined, literal } from "../query/coql";
import { literalsFor, type ToLiteral } from "../query/values";

/** One thing that is asked of a record. */
export interface Condition {
  /** A field by API name; fields of a lookup with dots, such as `Account_Name.Industry`. */
  readonly field: string;
  readonly operator: Operator;
  /** A list for `in`, two values for `between`, none for `is_empty` and `is_not_empty`. */
  readonly value?: unknown;
}

export type Operator = keyof typeof operators;

/** Writes the part of a condition that stands right of its column. */
type Writer = (value: unknown, write: ToLiteral, condition: Condition) => string;

const one =
  (sign: string): Writer =>
  (value, write, condition) => {
    if (isBlank(value)) throw refuse(condition, "a value; is_empty and is_not_empty ask for its absence");
    return `${sign} ${write(value)}`;
  };

/**
 * A pattern is text whatever the column's type, and `%` in it stands for any characters: there is no way to
 * say a percent sign.
 */
const like =
  (before: string, after: string): Writer =>
  (value, _, condition) => {
    const text = isBlank(value) ? "" : String(value);
    if (text === "") throw refuse(condition, "a text");
    if (text.includes("%")) throw refuse(condition, "a text without %, which stands for any characters");
    return `like ${literal(before + text + after)}`;
  };

/** Values that Zoho compares with in one condition. */
const MAX_VALUES = 100;

const among: Writer = (value, write, condition) => {
  const values = listOf(value);
  if (values.length === 0) throw refuse(condition, "a list of values");
  if (values.length > MAX_VALUES)
    throw refuse(condition, `at most ${MAX_VALUES} values, got ${values.length}`);
  return `in (${values.map(write).join(", ")})`;
};

const between: Writer = (value, write, condition) => {
  const [low, high, ...more] = listOf(value);
  if (isBlank(low) || isBlank(high) || more.length > 0) throw refuse(condition, "two values");
  return `between ${write(low)} and ${write(high)}`;
};

/** `!=` that one column may be compared with; Zoho refuses a third, and takes any number of `not in`. */
const MAX_UNEQUAL = 2;

const noneOf: Writer = (value, write, condition) => {
  if (isBlank(value)) throw refuse(condition, "a value; is_empty and is_not_empty ask for its absence");
  return `not in (${write(value)})`;
};

const operators = {
  equals: one("="),
  not_equals: one("!="),
  contains: like("%", "%"),
  starts_with: like("", "%"),
  ends_with: like("%", ""),
  in: among,
  between,
  greater: one(">"),
  greater_or_equal: one(">="),
  less: one("<"),
  less_or_equal: one("<="),
  is_empty: () => "is null",
  is_not_empty: () => "is not null",
} satisfies Record<string, Writer>;

/** Conditions that Zoho takes in one query. */
const MAX_CONDITIONS = 25;

/**
 * The where clause that a list of conditions amounts to. Every value is written as a literal of its field's
 * type, so that none can change the query.
 * @throws ZohoError of kind `input`, before any query is sent, for what is no field, no value of its type, or
 * too much.
 */
export async function whereOf(
  crm: Crm,
  recordType: string,
  conditions: readonly Condition[],
  match: "all" | "any",
): Promise<string> {
  if (conditions.length > MAX_CONDITIONS) {
    throw inputError(
      "crm",
      `Conditions: Zoho takes ${MAX_CONDITIONS} in one query, got ${conditions.length}`,
    );
  }
  const written: string[] = [];
  const unequal = (field: string) =>
    conditions.filter((other) => other.field === field && other.operator === "not_equals").length;
  for (const condition of conditions) {
    const write = await literalsFor(crm, recordType, condition.field, "Conditions");
    const isChained = condition.operator === "not_equals" && unequal(condition.field) > MAX_UNEQUAL;
    const test: Writer = isChained ? noneOf : operators[condition.operator];
    written.push(`${column(condition.field)} ${test(condition.value, write, condition)}`);
  }
  return joined(written, match === "all" ? "and" : "or");
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

/** A list, or text divided by commas. */
const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return isBlank(value) ? [] : [value];
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
};

const refuse = ({ field, operator }: Condition, expected: string) =>
  inputError("crm", `Conditions: ${field} ${operator} expects ${expected}`, { api_name: field });
