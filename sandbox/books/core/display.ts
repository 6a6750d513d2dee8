import type { BooksOrganization } from "./organization";
import { type Draft, textOf } from "./values";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day as the organisation shows it, by its `date_format`, such as `dd MMM yyyy`. */
export function displayDate(day: string, { details }: BooksOrganization): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    MMM: months[Number(month) - 1] ?? "",
    MM: month,
    dd: date,
  };
  return textOf(details.date_format).replace(/yyyy|MMM|MM|dd/g, (part) => parts[part] ?? part);
}

/** An amount as the organisation shows it: thousands apart, and its places. */
export const displayNumber = (value: number, { precision }: BooksOrganization): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: precision, maximumFractionDigits: precision });

/** A value as people read it: days and amounts in the organisation's form, other texts with a capital. */
export function display(value: unknown, organization: BooksOrganization): string {
  if (typeof value === "number") return displayNumber(value, organization);
  const text = textOf(value);
  if (/^\d{4}-\d\d-\d\d/.test(text)) return displayDate(text, organization);
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll("_", " ");
}

/** Fills in what a row shows once more as people read it: `status_formatted` beside `status`. */
export function withDisplayed(row: Draft, organization: BooksOrganization): Draft {
  for (const name of Object.keys(row)) {
    if (row[name] !== "" || !name.endsWith("_formatted")) continue;
    const value = row[name.slice(0, -"_formatted".length)];
    if (value !== undefined && value !== "") row[name] = display(value, organization);
  }
  return row;
}
