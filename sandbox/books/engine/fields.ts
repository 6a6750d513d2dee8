import { isDate } from "../core/dates";
import { invalidParameter, invalidValue, tooLong } from "../core/refusal";
import { type Draft, isEmpty, isObject, words } from "../core/values";
import type { RecordType } from "../table/recordType";

type Kind = "text" | "number" | "flag" | "list" | "object";

interface Field {
  name: string;
  kind: Kind;
  /** The greatest length of a text. */
  length: number;
}

const kinds: Record<string, Kind> = { "#": "number", "?": "flag", "[]": "list", "{}": "object" };
const parsed = new Map<string, readonly Field[]>();

/** The fields that a notation of `fields.ts` lists. */
function fieldsOf(notation: string): readonly Field[] {
  const known = parsed.get(notation);
  if (known) return known;
  const fields = words(notation).map((word) => {
    const [, name = "", mark = "", length = ""] = /^(\w+?)(#|\?|\[\]|\{\})?(?::(\d+))?$/.exec(word) ?? [];
    return {
      name,
      kind: kinds[mark] ?? "text",
      length: length === "" ? Number.POSITIVE_INFINITY : Number(length),
    };
  });
  parsed.set(notation, fields);
  return fields;
}

/**
 * What of a body a type takes, each value as its field has it; throws a Refusal for a value that cannot be
 * one.
 */
export function takeFields(type: RecordType, body: unknown): Draft {
  if (body !== undefined && !isObject(body)) throw invalidValue("JSONString");
  const taken: Draft = {};
  for (const field of fieldsOf(type.fields)) {
    const value = body?.[field.name];
    if (value !== undefined)
      taken[field.name] = isEmpty(value) ? emptyOf(field.kind) : typedValue(field, value);
  }
  return taken;
}

/**
 * Throws for a required field that is missing: of a new record at all, of a known one only when it was
 * emptied.
 */
export function requireFields(type: RecordType, given: Draft, isNew: boolean): void {
  for (const name of words(type.required ?? "")) {
    if (isEmpty(given[name]) && (isNew || name in given)) throw invalidValue(name);
  }
}

const emptyOf = (kind: Kind): unknown => (kind === "list" ? [] : kind === "object" ? {} : "");

function typedValue({ name, kind, length }: Field, value: unknown): unknown {
  switch (kind) {
    case "number":
      return numberOf(name, value);
    case "flag":
      if (value === true || value === "true") return true;
      if (value === false || value === "false") return false;
      throw invalidValue(name);
    case "list":
      if (!Array.isArray(value)) throw invalidValue(name);
      return value;
    case "object":
      if (!isObject(value)) throw invalidValue(name);
      return value;
    case "text":
      return textFor(name, length, value);
  }
}

function numberOf(name: string, value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Math.abs(number) < 1e15) return number;
  throw name === "payment_terms" ? invalidParameter("Payment Terms") : invalidValue(name);
}

function textFor(name: string, length: number, value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    throw invalidValue(name);
  const text = String(value);
  if (text.length > length) throw tooLong(name, length);
  if (/(^|_)date$/.test(name) && !isDate(text)) throw invalidValue(name);
  return text;
}
