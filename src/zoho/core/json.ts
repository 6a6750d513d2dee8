import { randomUUID } from "node:crypto";
import { ExactDecimal, isHeld } from "./decimal";

/** JSON objects as they come from Zoho or a builder: known to be objects, nothing more. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value of JSON is an object: no list, and not null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactDecimal);

/** The list of objects under a key; empty when there is none. */
export function objectsAt(body: unknown, key: string): JsonObject[] {
  const list = isObject(body) ? body[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The text under a key; undefined when there is none. */
export function textAt(body: unknown, key: string): string | undefined {
  const value = isObject(body) ? body[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/**
 * Numbers of JSON's grammar where a value may stand: as Zoho writes its own, with at most nine places, and
 * any.
 */
const zohoNumber = /(?<![^\s:[,])-?(?:0|[1-9]\d*)(?:\.\d{1,9})?(?=\s*(?:[,\]}]|$))/g;
const anyNumber = /(?<![^\s:[,])-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*(?:[,\]}]|$))/g;

/** A double holds every number of so few characters. */
const SURE_LENGTH = 15;

/** A longer one where a value may stand; Zoho's ids stand in quotes. */
const longNumber = /(?<![^\s:[,])[-\d][\d.eE+-]{15}/;

/**
 * JSON.parse for what Zoho sends: a number that a double would change becomes text, as Zoho writes its own
 * ids. Longer fractions than Zoho keeps are noise and stay numbers. A byte order mark is skipped.
 * @throws SyntaxError as JSON.parse does.
 */
export const parseJson = (text: string): unknown => parseKeeping(zohoNumber, text);

/**
 * The same for what a builder writes: no number at all is changed before it is checked.
 * @throws SyntaxError as JSON.parse does.
 */
export const parseInput = (text: string): unknown => parseKeeping(anyNumber, text);

/** What is written as the JSON of a list, an object or a boolean, read; anything else as it is. */
export function asJson(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*(true|false|[[{])/.test(value)) return value;
  try {
    return parseInput(value);
  } catch {
    return value;
  }
}

function parseKeeping(pattern: RegExp, text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (!longNumber.test(json)) return JSON.parse(json);
  const parts: string[] = [];
  let outside = 0;
  while (outside < json.length) {
    const opens = json.indexOf('"', outside);
    const end = opens < 0 ? json.length : opens;
    const structure = json.slice(outside, end);
    parts.push(structure.replace(pattern, kept));
    outside = opens < 0 ? end : endOfText(json, opens);
    parts.push(json.slice(end, outside));
  }
  return JSON.parse(parts.join(""));
}

const kept = (number: string): string =>
  number.length <= SURE_LENGTH || isHeld(number) ? number : `"${number}"`;

/** Where the text that opens at a quote is over: behind the first quote that no backslash escapes. */
function endOfText(json: string, opens: number): number {
  let at = opens;
  do at = json.indexOf('"', at + 1);
  while (at > 0 && isEscaped(json, at));
  return at < 0 ? json.length : at + 1;
}

function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json[first - 1] === "\\") first -= 1;
  return (at - first) % 2 === 1;
}

const mark = `exact:${randomUUID()}:`;
const marked = new RegExp(`"${mark}([^"]*)"`, "g");

/** JSON.stringify that writes exact decimals as the numbers they are, digit by digit. */
export function writeJson(value: unknown): string {
  const { shown } = ExactDecimal;
  let isExact = false;
  ExactDecimal.shown = (digits) => {
    isExact = true;
    return mark + digits;
  };
  try {
    const json = JSON.stringify(value);
    return isExact ? json.replace(marked, "$1") : json;
  } finally {
    ExactDecimal.shown = shown;
  }
}
