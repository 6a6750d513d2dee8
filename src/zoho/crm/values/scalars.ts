import { dateOf, timeOf } from "../../core/time";
import type { Field } from "./fields";
import { isEmail, isPhone, isWebsite, plainNumber } from "./formats";
import { invalid, refused, type Typed, typed } from "./problem";

/** Turns a value into what the field's type wants, or says why it cannot be. */
export type Converter = (value: unknown, field: Field, how: Conversion) => Typed;

export interface Conversion {
  /** Send picklist values that Zoho's description does not list, and let Zoho decide; it lists not all that there are. */
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

export const text: Converter = (value, field) => {
  if (field.isList) return Array.isArray(value) ? typed(value) : wrong(field, "a list");
  const content = textOf(value);
  if (content === undefined) return wrong(field, "text");
  if (field.length !== undefined && content.length > field.length)
    return tooLong(field, field.length, "characters");
  return typed(content);
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

const rewritten =
  (rewrite: (text: string) => string | undefined, expected: string): Converter =>
  (value, field) => {
    const content = value instanceof Date ? value.toISOString() : textOf(value)?.trim();
    const written = content === undefined ? undefined : rewrite(content);
    return written === undefined ? wrong(field, expected) : typed(written);
  };

export const date = rewritten(dateOf, "a date such as 2026-03-01");
export const datetime = rewritten(timeOf, "a date and time such as 2026-03-01T09:00:00+01:00");

const numberOf = (value: unknown): number | undefined => {
  const content = typeof value === "string" ? value.trim() : value;
  if (typeof content === "string")
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(content) ? Number(content) : undefined;
  return typeof content === "number" && Number.isFinite(content) ? content : undefined;
};

export const integer: Converter = (value, field) => {
  const number = numberOf(value);
  const digits = field.length ?? 9;
  if (number === undefined || !Number.isInteger(number)) return wrong(field, "a whole number");
  return Math.abs(number) >= 10 ** digits ? tooLong(field, digits, "digits") : typed(number);
};

/** Zoho keeps nine digits behind the point. */
const DECIMALS = 9;

export const decimal: Converter = (value, field) => {
  const number = numberOf(value);
  if (number === undefined) return wrong(field, "a number such as 250000.9");
  if (
    typeof value === "string" &&
    significantDigits(value) > 15 &&
    significantDigits(plainNumber(number)) < significantDigits(value)
  ) {
    return wrong(field, "a number of at most 15 digits, more would be changed on the way");
  }
  const whole = field.length ?? 16;
  if (Math.abs(number) >= 10 ** whole) return tooLong(field, whole, "digits before the point");
  const [, fraction = ""] = plainNumber(number).split(".");
  return fraction.length > DECIMALS ? tooLong(field, DECIMALS, "digits behind the point") : typed(number);
};

const significantDigits = (number: string): number =>
  number.replace(/e.*$/i, "").replace(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "").length;

/** Long integers stay text: a double would change their last digits. */
export const bigint: Converter = (value, field) => {
  const content =
    typeof value === "number" && !Number.isSafeInteger(value) ? undefined : textOf(value)?.trim();
  if (content === undefined || !/^-?\d+$/.test(content))
    return wrong(field, "a whole number, as text when it is long");
  const digits = field.length ?? 18;
  return content.replace("-", "").length > digits ? tooLong(field, digits, "digits") : typed(content);
};

export const boolean: Converter = (value, field) => {
  if (typeof value === "boolean") return typed(value);
  const content = typeof value === "string" ? value.trim().toLowerCase() : "";
  return content === "true" || content === "false"
    ? typed(content === "true")
    : wrong(field, "true or false");
};
