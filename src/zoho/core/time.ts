const time =
  /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

/**
 * A day of the calendar as Zoho writes it; undefined for what is none, the 30th of February included. A
 * time's own day counts.
 */
export function dateOf(value: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? value : time.exec(value)?.[1];
  if (day === undefined) return undefined;
  // A day that its month does not have becomes one of the next month.
  return new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8)) ? day : undefined;
}

/**
 * A moment as Zoho writes it: its own offset kept, `Z` as `+00:00`, milliseconds dropped. A local form
 * without an offset is taken as UTC, a plain date as its midnight.
 * @returns undefined for what is no moment.
 */
export function timeOf(value: string): string | undefined {
  const day = dateOf(value);
  if (day === undefined) return undefined;
  const [, , hours = "00", minutes = "00", seconds = "00", zone = "Z"] = time.exec(value) ?? [];
  const offset = zone.toUpperCase() === "Z" ? "+00:00" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  return `${day}T${hours}:${minutes}:${seconds}${offset}`;
}

/**
 * A time of Zoho's, in seconds since the epoch; NaN for what is none. Books leaves the colon of the offset
 * out.
 */
export const secondsOf = (text = ""): number =>
  Math.floor(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) / 1000);

/** Seconds since the epoch as a time that CRM's queries, bodies and headers take. */
export const timeText = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19)}+00:00`;

/** A moment without its milliseconds, in UTC, as CRM takes it. */
export const timeOfDate = (date: Date): string => timeText(date.getTime() / 1000);

/** The same as Books takes it, without the colon in the offset. */
export const booksTime = (iso: string): string => iso.replace(/([+-]\d{2}):(\d{2})$/, "$1$2");

/** Milliseconds as people say them, rounded up: `45 s`, `10 min`, `10 h 21 min`. */
export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${minutes} min` : `${hours} h${rest === 0 ? "" : ` ${rest} min`}`;
}
