import { decimalOf } from "../../core/decimal";
import { isObject, type JsonObject, parseInput } from "../../core/json";
import { dateOf } from "../../core/time";
import { inputError } from "../../http/errors";
import { type FieldKind, kindOf } from "./fieldKinds";

/**
 * A value as Zoho Books wants it in a field. A list of keys and values holds text alone: here it becomes
 * numbers, booleans, lists, objects and checked dates, at every depth. What has its type already stays as it
 * is.
 * @throws ZohoError `INVALID_INPUT` naming the field, for text that cannot be what the field holds.
 */
export function typed(field: string, value: unknown): unknown {
  if (value instanceof Date) return dayOf(field, value.toISOString());
  if (Array.isArray(value))
    return value.map((item) => (isObject(item) ? typedObject(item) : typedId(field, item)));
  if (isObject(value)) return typedObject(value);
  const kind = kindOf(field);
  if (typeof value === "number" && kind?.startsWith("number")) return numberOf(field, value);
  if (typeof value !== "string") return typedId(field, value);
  if (value === "") return value;
  if (kind !== undefined) return fromText[kind](field, value.trim());
  return field === "date" || field.endsWith("_date") ? dayOf(field, value.trim()) : value;
}

export const typedObject = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, typed(name, value)]));

/** Ids that came as numbers become text again, when they are still whole. */
function typedId(field: string, value: unknown): unknown {
  if (typeof value !== "number" || !/_ids?$/.test(field)) return value;
  return Number.isSafeInteger(value)
    ? String(value)
    : refuse(field, "an id as text, for a number loses its last digits", value);
}

function refuse(field: string, expected: string, value: unknown): never {
  throw inputError("books", `${field}: expected ${expected}, got ${JSON.stringify(value)}`, {
    api_name: field,
  });
}

/** A number as it goes on the wire: every digit, without the noise of a computed one. */
function numberOf(field: string, value: string | number): unknown {
  const number = decimalOf(value);
  return number.ok ? number.value.exact : refuse(field, number.expected, value);
}

const fromText: Readonly<Record<FieldKind, (field: string, text: string) => unknown>> = {
  number: numberOf,
  numberOrText: (_, text) => {
    const number = decimalOf(text);
    return number.ok ? number.value.exact : text;
  },
  numberOrPercent: (field, text) => {
    const number = decimalOf(text.replace(/\s*%$/, ""));
    if (!number.ok) return refuse(field, "a number such as 12.5, or a percentage such as 10%", text);
    return text.endsWith("%") ? `${number.value.digits}%` : number.value.exact;
  },
  boolean: (field, text) => booleanOf(text) ?? refuse(field, "true or false", text),
  booleanOrText: (_, text) => booleanOf(text) ?? text,
  object: (field, text) => {
    const value = json(field, text);
    return isObject(value) ? typedObject(value) : refuse(field, "a JSON object", text);
  },
  objectOrText: (field, text) => (isJson(text) ? fromText.object(field, text) : text),
  objects: (field, text) => listOf(field, json(field, text)),
  list: (field, text) =>
    isJson(text)
      ? listOf(field, json(field, text))
      : text
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean),
  listOrText: (field, text) => (isJson(text) ? listOf(field, json(field, text)) : text),
};

const isJson = (text: string): boolean => /^[[{]/.test(text);

function booleanOf(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

function json(field: string, text: string): unknown {
  try {
    return parseInput(text);
  } catch {
    return refuse(field, "JSON", text);
  }
}

/** A list from JSON; one object counts as a list of one. */
function listOf(field: string, value: unknown): unknown {
  if (!isObject(value) && !Array.isArray(value)) return refuse(field, "a JSON list", value);
  return typed(field, Array.isArray(value) ? value : [value]);
}

/** A day of the calendar; of a time, the day that it names. */
const dayOf = (field: string, text: string): string =>
  dateOf(text) ?? refuse(field, "a date such as 2026-03-31", text);
