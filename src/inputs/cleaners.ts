import { idOf } from "../zoho/core/decimal";
import { isObject, parseInput } from "../zoho/core/json";
import { dateOf, timeOf, timeOfDate } from "../zoho/core/time";
import { booleanOf } from "../zoho/core/words";

/*
 * How the platform's values are checked: cleaners run for every declared input, with undefined where it was
 * left empty, and must say by name what is wrong with it.
 */

/** Whether nothing was given. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Whether nothing was given, or spaces alone. */
const isBlank = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === "string" && value.trim() === "");

/** @throws Error that says of which input it is, what was expected and what was given. */
export function refuse(label: string, expected: string, value: unknown): never {
  throw new Error(`${label}: expected ${expected}, got ${isEmpty(value) ? "nothing" : shown(value)}.`);
}

/** A value as a message may show it: short, and by its kind where it is more than a plain value. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

/** Text, numbers and booleans as text. */
const plain = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;

const LONG = "a number past 9007199254740991 as text, for a number loses its last digits";

/**
 * Text without outer spaces; undefined when empty. A whole number that has lost digits already is refused: it
 * may be an id.
 */
export const optionalText =
  (label: string) =>
  (value: unknown): string | undefined => {
    if (isEmpty(value)) return undefined;
    if (typeof value !== "string" && typeof value !== "number") return refuse(label, "text", value);
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse(label, LONG, value);
    return String(value).trim() || undefined;
  };

/** Text without outer spaces. */
export const requiredText =
  (label: string) =>
  (value: unknown): string =>
    optionalText(label)(value) ?? refuse(label, "a value", value);

/** Text up to a number of characters; undefined when empty. */
export const limitedText =
  (label: string, max: number) =>
  (value: unknown): string | undefined => {
    const text = optionalText(label)(value);
    if (text === undefined || text.length <= max) return text;
    throw new Error(`${label}: expected at most ${max} characters, got ${text.length}.`);
  };

const matching =
  (label: string, pattern: RegExp, expected: string) =>
  (value: unknown): string | undefined => {
    const text = optionalText(label)(value);
    return text === undefined || pattern.test(text) ? text : refuse(label, expected, text);
  };

/** What a cleaner makes of a value that must be given. */
export const required =
  <T>(label: string, expected: string, clean: (value: unknown) => T | undefined) =>
  (value: unknown): T =>
    clean(value) ?? refuse(label, expected, value);

const ID = "an id of Zoho's, a number of up to 20 digits such as 5725767000000524001";
/**
 * An id as text; undefined when empty. A number past 2^53 is refused: it has lost its last digits and names
 * another record.
 */
export const optionalId =
  (label: string) =>
  (value: unknown): string | undefined => {
    if (isBlank(value)) return undefined;
    const id = idOf(value);
    return id.ok ? id.value : refuse(label, typeof value === "number" ? id.expected : ID, value);
  };
/** An id: up to 20 digits. */
export const requiredId = (label: string) => required(label, ID, optionalId(label));

const API_NAME = "an API name: a letter, then letters, digits and underscores, such as Last_Name";
/** An API name, such as Last_Name; undefined when empty. */
export const optionalApiName = (label: string) => matching(label, /^[$A-Za-z]\w{0,99}$/, API_NAME);
/** An API name, such as Last_Name. */
export const requiredApiName = (label: string) => required(label, API_NAME, optionalApiName(label));

/** A whole number within bounds; undefined when empty. */
export const optionalInteger =
  (label: string, min: number, max: number) =>
  (value: unknown): number | undefined => {
    if (isEmpty(value)) return undefined;
    const number = typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
    const fits = typeof number === "number" && Number.isInteger(number) && number >= min && number <= max;
    return fits ? number : refuse(label, `a whole number from ${min} to ${max}`, value);
  };

/** Booleans come as booleans or in words; empty is false. */
export const flag =
  (label: string) =>
  (value: unknown): boolean =>
    optionalFlag(label)(value) ?? false;

/** True or false; undefined when empty. */
export const optionalFlag =
  (label: string) =>
  (value: unknown): boolean | undefined => {
    if (isEmpty(value)) return undefined;
    return booleanOf(plain(value) ?? "") ?? refuse(label, "true or false", value);
  };

/** True or false, which must be given. */
export const requiredFlag =
  (label: string) =>
  (value: unknown): boolean =>
    optionalFlag(label)(value) ?? refuse(label, "true or false", undefined);

/** One of a few values; undefined when empty. */
export const optionalChoice =
  <const T extends string>(label: string, choices: readonly T[]) =>
  (value: unknown): T | undefined => {
    if (isEmpty(value)) return undefined;
    return choices.find((choice) => choice === value) ?? refuse(label, `one of ${choices.join(", ")}`, value);
  };

/** One of the choices, `otherwise` when nothing is given. */
export const chosen =
  <const T extends string>(label: string, choices: readonly T[], otherwise: T) =>
  (value: unknown): T =>
    optionalChoice(label, choices)(value) ?? otherwise;

/**
 * A list of texts. Comma-separated text and JSON arrays are accepted too, as they come from earlier steps.
 */
export const textList =
  (label: string) =>
  (value: unknown): string[] => {
    if (isEmpty(value)) return [];
    const list = Array.isArray(value) ? value : splitList(label, value);
    return list.map((item) => optionalText(label)(item)).filter((item) => item !== undefined);
  };

function splitList(label: string, value: unknown): unknown[] {
  if (typeof value !== "string") return refuse(label, "a list", value);
  if (!value.trim().startsWith("[")) return value.split(",");
  const parsed = readJson(label, value);
  return Array.isArray(parsed) ? parsed : refuse(label, "a list", value);
}

const listMatching =
  (label: string, pattern: RegExp, expected: string, max: number) =>
  (value: unknown): string[] => {
    const list = textList(label)(value);
    const wrong = list.find((item) => !pattern.test(item));
    if (wrong !== undefined) return refuse(label, `each to be ${expected}`, wrong);
    return list.length <= max ? list : refuse(label, `at most ${max}`, `${list.length} of them`);
  };

/** A list of ids. */
export const idList = (label: string, max = 100_000) => listMatching(label, /^\d{1,20}$/, ID, max);

/** At least one id, of any number. */
export const someIds =
  (label: string, max = Number.POSITIVE_INFINITY) =>
  (value: unknown): string[] => {
    const ids = idList(label, max)(value);
    return ids.length > 0 ? ids : refuse(label, "at least one id", undefined);
  };

const FIELD = `${API_NAME}, with dots for the fields of a lookup`;
/** A list of fields' API names. */
export const fieldList = (label: string, max = 50) =>
  listMatching(label, /^[$A-Za-z]\w*(\.\w+){0,2}$/, FIELD, max);

const keyOf = ({ key, name, field }: Record<string, unknown>): string | undefined =>
  plain(key) ?? plain(name) ?? plain(field);

/**
 * Key/value rows as an object, later rows winning; the key may stand under `name` or `field` too. A row
 * without a value says nothing; an empty one clears. An object, and JSON text of either, are taken as they
 * are.
 */
export const keyValues =
  (label: string) =>
  (value: unknown): Record<string, unknown> => {
    if (isBlank(value)) return {};
    const given = readJson(label, value);
    if (isObject(given)) return { ...given };
    if (!Array.isArray(given)) return refuse(label, "a list of keys and values", value);
    const rows = given.filter(isObject).filter((row) => keyOf(row) && row.value !== undefined);
    return Object.fromEntries(rows.map((row) => [keyOf(row)?.trim(), row.value]));
  };

const areRows = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isObject(row) && keyOf(row) !== undefined);

/**
 * The values of a record by field: an object, what a record form was filled with, or rows of keys and values;
 * undefined when empty. A mapping of fields has none, and is refused by the name of its own input.
 */
export const recordValues =
  (label: string) =>
  (value: unknown): Record<string, unknown> | undefined => {
    if (isBlank(value)) return undefined;
    const given = readJson(label, value);
    if (Array.isArray(given) && given.length === 0) return undefined;
    const rows = isObject(given) ? (given.mappings ?? given.fields) : undefined;
    if (Array.isArray(rows) && rows.length > 0 && rows.every((row) => isObject(row) && "field" in row))
      throw new Error(
        `${label}: expected the values of a record, got a mapping of fields. Give it in Field Mapping.`,
      );
    if (isObject(given)) return { ...given };
    return areRows(given)
      ? keyValues(label)(given)
      : refuse(label, "a JSON object, or rows of keys and values", value);
  };

/** What JSON text or a file of it says; any other value as it is. */
export function readJson(label: string, value: unknown): unknown {
  const text = isObject(value) && Buffer.isBuffer(value.data) ? value.data.toString("utf8") : value;
  if (typeof text !== "string") return text;
  try {
    return parseInput(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new Error(`${label}: expected valid JSON. ${reason}`);
  }
}

/** A JSON object, given as text or as the result of an earlier step; undefined when empty. */
export const optionalObject =
  (label: string) =>
  (value: unknown): Record<string, unknown> | undefined => {
    if (isBlank(value)) return undefined;
    const parsed = readJson(label, value);
    return isObject(parsed) ? { ...parsed } : refuse(label, "a JSON object", value);
  };

/**
 * A list of JSON objects; one object counts as a list of one, and `{ data: [...] }`, an earlier step's
 * result, as its list. An item may be rows of keys and values too.
 * @param options keys beside `data` that belong to a call rather than to a result, with the inputs that set
 * them.
 */
export const objectList =
  (label: string, options: Readonly<Record<string, string>> = {}) =>
  (value: unknown): Record<string, unknown>[] => {
    if (isBlank(value)) return [];
    const parsed = readJson(label, value);
    const body = isObject(parsed) && Array.isArray(parsed.data) ? parsed : undefined;
    const option = Object.keys(options).find((key) => body !== undefined && Object.hasOwn(body, key));
    if (option)
      throw new Error(
        `${label}: the body sets ${option}. Use ${options[option]} instead, and give its list alone.`,
      );
    const list = body ? body.data : isObject(parsed) ? [parsed] : parsed;
    if (!Array.isArray(list)) return refuse(label, "a list of JSON objects", value);
    return list.map((item, index) => {
      const place = `${label}, item ${index + 1}`;
      if (areRows(item)) return keyValues(place)(item);
      return isObject(item) ? { ...item } : refuse(place, "a JSON object, or rows of keys and values", item);
    });
  };

/**
 * A date and time; undefined when empty. One without an offset is of UTC, and so is the midnight of a plain
 * date.
 */
export const optionalTime =
  (label: string) =>
  (value: unknown): string | undefined => {
    if (isEmpty(value)) return undefined;
    const time = value instanceof Date ? value : new Date(timeOf(plain(value)?.trim() ?? "") ?? Number.NaN);
    return Number.isNaN(time.getTime()) ? refuse(label, TIME, value) : timeOfDate(time);
  };

const TIME = "a date and time such as 2026-03-01T09:00:00Z, in UTC where it has no offset";

/** A day of the calendar; undefined when empty. */
export const optionalDate =
  (label: string) =>
  (value: unknown): string | undefined => {
    if (isEmpty(value)) return undefined;
    return dateOf(plain(value)?.trim() ?? "") ?? refuse(label, "a date such as 2026-03-31", value);
  };
