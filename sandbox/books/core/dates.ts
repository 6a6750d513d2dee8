import { zohoTime } from "../../core/clock";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A moment as Books writes it: whole seconds and an offset without a colon, `2013-08-05T12:06:10+0530`. */
export const booksTime = (epochMs: number, offsetMinutes: number): string =>
  zohoTime(epochMs, offsetMinutes).replace(/:(\d\d)$/, "$1");

/** Milliseconds since the epoch of a moment in Books' form, or in ISO 8601; NaN when it is neither. */
export const epochOf = (time: string): number => Date.parse(time.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));

/** Whether a text is a day that exists, as `yyyy-mm-dd`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The first and last day of the stretch around `today` that a filter such as `ThisMonth` names; undefined for
 * other words.
 */
export function stretchOf(word: string, today: string): [from: string, to: string] | undefined {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const day = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
  const sunday = addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay());
  const quarter = Math.floor((month - 1) / 3) * 3;
  switch (word) {
    case "Today":
      return [today, today];
    case "PreviousDay":
      return [addDays(today, -1), addDays(today, -1)];
    case "ThisWeek":
      return [sunday, addDays(sunday, 6)];
    case "PreviousWeek":
      return [addDays(sunday, -7), addDays(sunday, -1)];
    case "ThisMonth":
      return [day(year, month - 1, 1), day(year, month, 0)];
    case "PreviousMonth":
      return [day(year, month - 2, 1), day(year, month - 1, 0)];
    case "ThisQuarter":
      return [day(year, quarter, 1), day(year, quarter + 3, 0)];
    case "PreviousQuarter":
      return [day(year, quarter - 3, 1), day(year, quarter, 0)];
    case "ThisYear":
      return [day(year, 0, 1), day(year, 12, 0)];
    case "PreviousYear":
      return [day(year - 1, 0, 1), day(year, 0, 0)];
    default:
      return undefined;
  }
}
