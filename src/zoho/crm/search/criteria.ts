import { decimalOf, ExactDecimal } from "../../core/decimal";
import { textAt } from "../../core/json";
import { secondsOf, timeOf, timeOfDate, timeText } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt } from "../metadata/modules";
import type { Condition } from "./conditions";

/*
 * The criteria of Zoho's search: ((Company:equals:Zoho)and(Annual_Revenue:greater_than:1000)).
 * @see https://www.zoho.com/crm/developer/docs/api/v8/search-records.html
 */

/** Zoho's limits for one search. */
const MAX_CONDITIONS = 10;
const MAX_LENGTH = 3000;

/** A value as criteria hold it: what would end it or divide it stands behind a backslash. */
export const escapeValue = (value: string): string => value.replace(/\\(?=[(),\\]|$)|[(),]/g, "\\$&");

/** `:name` where a value stands. */
const parameter = /(?<=[:,]\s*):([A-Za-z_]\w*)(?=\s*[,)])/g;

/**
 * Criteria with each `:name` replaced by its value, escaped; a list becomes values divided by commas. Times
 * lose their milliseconds, which Zoho refuses, and numbers have all of their digits and no exponent.
 * @throws ZohoError of kind `input` for a name without a value, and for what Zoho would refuse: over ten
 * conditions or 3,000 characters.
 */
export function bindCriteria(criteria: string, parameters: Readonly<Record<string, unknown>>): string {
  const bound = criteria.replace(parameter, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const values = (Array.isArray(value) ? value : [value]).map(textOf);
    if (values.length > 0 && values.every((text) => text !== "")) return values.map(escapeValue).join(",");
    throw inputError("crm", `Criteria: they name :${name}, and Parameters has no value for it`);
  });
  const conditions = countConditions(bound);
  if (conditions > MAX_CONDITIONS) {
    throw inputError(
      "crm",
      `Criteria: Zoho's search takes ${MAX_CONDITIONS} conditions, got ${conditions}. Conditions takes 25`,
    );
  }
  if (bound.length > MAX_LENGTH) {
    throw inputError("crm", `Criteria: Zoho's search takes ${MAX_LENGTH} characters, got ${bound.length}`);
  }
  return bound;
}

const timeWithMilliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:?\d\d)$/;

const textOf = (value: unknown): string => {
  if (value instanceof Date) return timeOfDate(value);
  if (typeof value === "number" || value instanceof ExactDecimal) {
    const read = decimalOf(value);
    if (read.ok) return read.value.digits;
    throw inputError("crm", `Criteria: expected ${read.expected}`);
  }
  const text = value === undefined || value === null ? "" : String(value).trim();
  return timeWithMilliseconds.test(text) ? (timeOf(text) ?? text) : text;
};

/** Conditions are what stands in parentheses and has a name, an operator and a value. */
const countConditions = (criteria: string): number =>
  [...criteria.replace(/\\./g, "").matchAll(/\(\s*[\w$.]+\s*:\s*\w+\s*:/g)].length;

/** How many seconds further in the first time lies that meets a bound; Zoho's times have whole seconds. */
const lower: Partial<Record<Condition["operator"], number>> = { greater: 1, greater_or_equal: 0 };
const upper: Partial<Record<Condition["operator"], number>> = { less: -1, less_or_equal: 0 };

/**
 * The same conditions, with a lower and an upper bound on one time as `between`: on some modules Zoho has
 * been seen to refuse two bounds on one.
 * @returns undefined where there are no such bounds.
 */
export async function withSpans(
  crm: Crm,
  recordType: string,
  conditions: readonly Condition[],
): Promise<Condition[] | undefined> {
  const spans: Condition[] = [];
  const joinedToOne = new Set<Condition>();
  for (const low of conditions) {
    const high = conditions.find(({ field, operator }) => field === low.field && operator in upper);
    if (!(low.operator in lower) || !high || joinedToOne.has(high)) continue;
    if (textAt(await fieldAt(crm, recordType, low.field), "data_type") !== "datetime") continue;
    const value = [moved(low.value, lower[low.operator]), moved(high.value, upper[high.operator])];
    if (value.includes(undefined)) continue;
    spans.push({ field: low.field, operator: "between", value });
    joinedToOne.add(low).add(high);
  }
  if (spans.length === 0) return undefined;
  return [...conditions.filter((condition) => !joinedToOne.has(condition)), ...spans];
}

/** A time some seconds later; undefined for what is none. */
function moved(value: unknown, seconds = 0): string | undefined {
  const time = value instanceof Date ? timeOfDate(value) : timeOf(String(value).trim());
  return time === undefined ? undefined : timeText(secondsOf(time) + seconds);
}
