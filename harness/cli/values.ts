import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import type { Input } from "../component";

/** Inputs whose value is an object: they are written as JSON. */
const jsonTypes = [
  "conditional",
  "dynamicObject",
  "jsonForm",
  "objectFieldMap",
  "objectSelection",
  "structuredObject",
];

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("It takes JSON.");
  }
}

function file(name: string): Buffer {
  try {
    return readFileSync(name);
  } catch {
    throw new InvalidArgumentError(`The file ${name} cannot be read.`);
  }
}

function boolean(text: string): boolean {
  if (text !== "true" && text !== "false") throw new InvalidArgumentError("It takes true or false.");
  return text === "true";
}

/** One value as its type wants it, from text, JSON or a file. */
export function readValue(type: string, text: string): unknown {
  const path = text.startsWith("@") && !text.startsWith("@@") ? text.slice(1) : undefined;
  if (path && type === "data") return { data: file(path), contentType: "application/octet-stream" };
  const value = path ? file(path).toString() : text.replace(/^@@/, "@");
  if (type === "boolean") return boolean(value);
  return jsonTypes.includes(type) ? json(value) : value;
}

function pair(input: Input, text: string): { key: string; value: unknown } {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It takes key=value.");
  return { key: text.slice(0, at), value: readValue(input.type, text.slice(at + 1)) };
}

/**
 * The value of an input from what was typed: text as it is, JSON where the input holds an object, `@path` for
 * a file's content (`@@` for a text that starts with `@`). A list grows by each flag; in a key/value list
 * each is `key=value`.
 */
export function parseValue(input: Input, text: string, before: unknown): unknown {
  const list = Array.isArray(before) ? before : [];
  if (input.collection === "valuelist") return [...list, readValue(input.type, text)];
  if (input.collection === "keyvaluelist") return [...list, pair(input, text)];
  return readValue(input.type, text);
}
