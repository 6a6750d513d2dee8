import { textAt } from "../../core/json";
import { secondsOf, timeOf, timeOfDate, timeText } from "../../core/time";
import type { Crm } from "../crm";
import { fieldAt } from "../metadata/modules";
import type { Condition } from "./conditions";

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
