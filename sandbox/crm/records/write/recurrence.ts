import { isObject, textOf } from "../../objects";
import type { Values } from "../values/required";

const dayMs = 24 * 3600 * 1000;
const maxOccurrences = 100;

/** Days, or months, from one occurrence to the next. */
const steps: Readonly<Record<string, { days?: number; months?: number }>> = {
  DAILY: { days: 1 },
  WEEKLY: { days: 7 },
  MONTHLY: { months: 1 },
  YEARLY: { months: 12 },
};

/**
 * The days of a rule such as `FREQ=DAILY;INTERVAL=1;DTSTART=2022-04-06;UNTIL=2022-04-12`, both ends included;
 * just one, or none, for a rule without an end.
 */
function daysOf(rule: string): number[] {
  const parts = new Map(
    rule.split(";").map((part): [string, string] => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""]),
  );
  const start = Date.parse(parts.get("DTSTART") ?? "");
  const end = Date.parse(parts.get("UNTIL") ?? "");
  const step = steps[parts.get("FREQ") ?? ""];
  if (Number.isNaN(start) || Number.isNaN(end) || !step) return [];
  const interval = Number(parts.get("INTERVAL") ?? 1) || 1;
  const days: number[] = [];
  for (let count = 0; count < maxOccurrences; count += 1) {
    const day = new Date(start + (step.days ?? 0) * interval * count * dayMs);
    day.setUTCMonth(day.getUTCMonth() + (step.months ?? 0) * interval * count);
    if (day.getTime() > end) break;
    days.push(day.getTime());
  }
  return days;
}

const shiftedTime = (value: unknown, ms: number): unknown => {
  const text = textOf(value);
  const zone = text?.slice(19);
  if (text === undefined || !zone) return value;
  const local = Date.parse(`${text.slice(0, 19)}Z`);
  return Number.isNaN(local) ? value : `${new Date(local + ms).toISOString().slice(0, 19)}${zone}`;
};

/**
 * What is sent for a recurring activity, once for each occurrence after the first: its times moved on, a task
 * due on the day.
 */
export function laterOccurrences(input: unknown): Values[] {
  if (!isObject(input) || !isObject(input.Recurring_Activity)) return [];
  const [first = 0, ...later] = daysOf(textOf(input.Recurring_Activity.RRULE) ?? "");
  return later.map((day) => ({
    ...input,
    ...("Event_Title" in input
      ? {
          Start_DateTime: shiftedTime(input.Start_DateTime, day - first),
          End_DateTime: shiftedTime(input.End_DateTime, day - first),
        }
      : { Due_Date: new Date(day).toISOString().slice(0, 10) }),
  }));
}
