import { decimalOf } from "../../core/decimal";
import { isObject } from "../../core/json";
import { dateOf, timeOf, timeOfDate } from "../../core/time";
import { booleanOf } from "../../core/words";
import type { Field } from "./fields";
import { invalid, isEmail, isPhone, isWebsite, refused, type Typed, typed } from "./problem";

/** Turns a value into what the field's type wants, or says why it cannot be. */
export type Converter = (value: unknown, field: Field, how: Conversion) => Typed;

export interface Conversion {
  /**
   * Send picklist values that Zoho's description does not list, and let Zoho decide; it lists not all that
   * there are.
   */
  readonly newPicklistValues: boolean;
}

/** INVALID_DATA for a value that is not what the field's type wants. */
export const wrong = (field: Field, expected: string): Typed =>
  refused(invalid(field.name, expected, { expected_data_type: field.type }));

const tooLong = (field: Field, maximum: number, unit: string): Typed =>
  refused(invalid(field.name, `at most ${maximum} ${unit}`, { maximum_length: maximum }));

/** Text, from a number or boolean too. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;

/** A text of any length that the field takes. */
export const text: Converter = (value, field) => {
  if (field.isList) return Array.isArray(value) ? typed(value) : wrong(field, "a list");
  if (field.isObject) return isObject(value) ? typed(value) : wrong(field, "a JSON object");
  const content = textOf(value);
  if (content === undefined) return wrong(field, "text");
  const { length = Number.POSITIVE_INFINITY } = field;
  return content.length > length ? tooLong(field, length, "characters") : typed(content);
};

/** A text of a certain form. */
const formed =
  (hasForm: (text: string) => boolean, expected: string): Converter =>
  (value, field, how) => {
    const content = textOf(value)?.trim();
    return content !== undefined && hasForm(content) ? text(content, field, how) : wrong(field, expected);
  };

export const email = formed(isEmail, "an e-mail address such as ada@example.com");
export const phone = formed(isPhone, "a phone number of digits, letters, spaces and ( ) . - ; , #");
export const website = formed(isWebsite, "a web address such as www.example.com");

/** A text, or a moment of an earlier step, as Zoho writes it. */
const rewritten =
  (rewrite: (text: string) => string | undefined, expected: string): Converter =>
  (value, field) => {
    const content = value instanceof Date ? momentOf(value) : textOf(value)?.trim();
    const written = content === undefined ? undefined : rewrite(content);
    return written === undefined ? wrong(field, expected) : typed(written);
  };

const momentOf = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : timeOfDate(date);

export const date = rewritten(dateOf, "a date such as 2026-03-01");
/** A time without an offset is one of UTC. */
export const datetime = rewritten(
  timeOf,
  "a date and time such as 2026-03-01T09:00:00+01:00, in UTC where it has no offset",
);

/** A number of so many digits before and behind the point. */
const numeric =
  (mostBefore: number, mostBehind: number, expected: string): Converter =>
  (value, field) => {
    const read = decimalOf(value);
    if (!read.ok) return wrong(field, typeof value === "number" ? read.expected : expected);
    const { whole, places, exact } = read.value;
    if (mostBehind === 0 && places > 0) return wrong(field, expected);
    const before = field.length ?? mostBefore;
    if (whole > before)
      return tooLong(field, before, mostBehind === 0 ? "digits" : "digits before the point");
    return places > mostBehind ? tooLong(field, mostBehind, "digits behind the point") : typed(exact);
  };

export const integer = numeric(9, 0, "a whole number without thousands separators");
export const decimal = numeric(16, 9, "a number such as 250000.9, without thousands separators");

/** A share of a hundred, with or without its sign. */
export const percent: Converter = (value, field, how) =>
  decimal(typeof value === "string" ? value.trim().replace(/\s*%$/, "") : value, field, how);

/** Long integers are text in Zoho's JSON. */
export const bigint: Converter = (value, field) => {
  const read = decimalOf(value);
  if (!read.ok || read.value.places > 0) return wrong(field, "a whole number, as text when it is long");
  const most = field.length ?? 18;
  return read.value.whole > most ? tooLong(field, most, "digits") : typed(read.value.digits);
};

/** A checkbox, from itself or a word for it. */
export const boolean: Converter = (value, field) => {
  const known = booleanOf(textOf(value) ?? "");
  return known === undefined ? wrong(field, "true or false, yes or no") : typed(known);
};
