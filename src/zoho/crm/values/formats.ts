/*
 * The forms of texts that Zoho takes, after the patterns on its Insert Records page.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

const email =
  /^[+\-\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]*@(?=.{4,256}$)(?:[\p{L}\p{N}\p{M}](?:[-_]*[\p{L}\p{M}\p{N}])*\.)+[\p{L}\p{M}]{2,22}$/u;
const phone = /^\+?\(?[\dA-Za-z][\dA-Za-z .\-();,#]*$/;
const website = /^(?:(?:https?|ftp):\/\/)?[^\s<>"'@/?]+\.[^\s<>"'@/?.]+(?:[/?]\S*)?$/i;
const time =
  /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$/i;

export const isEmail = (text: string): boolean => email.test(text);
export const isPhone = (text: string): boolean => phone.test(text);
export const isWebsite = (text: string): boolean => website.test(text);
export const isId = (text: string): boolean => /^\d{1,20}$/.test(text);

/** A day of the calendar as Zoho writes it; undefined for what is none, the 30th of February included. A time's own day counts. */
export function dateOf(value: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? value : time.exec(value)?.[1];
  if (day === undefined) return undefined;
  // A day that its month does not have becomes one of the next month.
  return new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8)) ? day : undefined;
}

/**
 * A moment as Zoho writes it: its own offset kept, `Z` as `+00:00`, milliseconds dropped. A local form without an offset is taken as UTC,
 * a plain date as its midnight.
 */
export function timeOf(value: string): string | undefined {
  const day = dateOf(value);
  if (day === undefined) return undefined;
  const [, , hours = "00", minutes = "00", seconds = "00", zone = "Z"] = time.exec(value) ?? [];
  const offset = zone.toUpperCase() === "Z" ? "+00:00" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  return `${day}T${hours}:${minutes}:${seconds}${offset}`;
}

/** A number without an exponent, for counting its digits. */
export function plainNumber(value: number): string {
  const written = String(value);
  return written.includes("e-") ? value.toFixed(20).replace(/0+$/, "") : written;
}
