import type { Operation } from "../../../src/zoho/http/operation";
import type { Digest, DigestCall } from "../../oas/digest";
import { shownPath } from "./knownCalls";
import { toldBodies } from "./told";

/*
 * Templates of the bodies that Zoho's calls take: the keys that are needed and some of the others, with
 * values of their types.
 */

type Json = Readonly<Record<string, unknown>>;
type Schemas = Digest["schemas"];

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Keys of an object that a template has, where fewer are needed. */
const SHOWN = 10;
/** Levels of objects and lists that it goes down. */
const DEPTH = 12;

const ID = "5725767000000524001";
const EMAIL = "ada.burns@example.com";
const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-03-01T09:00:00+01:00",
  date: "2026-03-01",
  email: EMAIL,
};

/** A schema without references and choices: the first of those that there are. */
function plain(schemas: Schemas, given: unknown): Json {
  const schema = isObject(given) ? given : {};
  const named = typeof schema.$ref === "string" ? schemas[schema.$ref.split("/").at(-1) ?? ""] : undefined;
  if (named) return plain(schemas, named);
  const [one] = [...listOf(schema.oneOf), ...listOf(schema.anyOf)];
  if (one !== undefined) {
    const chosen = plain(schemas, one);
    return isObject(chosen.properties) || !isObject(schema.properties) ? chosen : { ...schema, ...chosen };
  }
  const parts = listOf(schema.allOf).map((part) => plain(schemas, part));
  if (parts.length === 0) return schema;
  const properties = Object.assign({}, ...[...parts, schema].map((part) => part.properties));
  return {
    type: "object",
    ...schema,
    properties,
    required: [...parts, schema].flatMap((part) => part.required ?? []),
  };
}

const typeOf = ({ type, properties, items }: Json): unknown => {
  const named = listOf(type).find((each) => each !== "null") ?? listOf(type)[0] ?? type;
  return named ?? (isObject(properties) ? "object" : isObject(items) ? "array" : undefined);
};

/** A text like those that a schema takes, as far as its format, its pattern and its name tell. */
function textOf({ format, pattern }: Json, name: string): string {
  if (/(^|_)ids?$/i.test(name)) return ID;
  if (/(^|_)email$/i.test(name)) return EMAIL;
  if (/^\^\(?\[0-1\]\[0-9\]/.test(String(pattern))) return "09:00";
  return formats[String(format)] ?? (/^\^\[0-9\]/.test(String(pattern)) ? "1" : "text");
}

/** A value of a schema; undefined for a file, which no JSON holds. */
function templateOf(schemas: Schemas, given: unknown, name: string, depth: number): unknown {
  const schema = plain(schemas, given);
  const [first, second] = listOf(schema.enum);
  const only = schema.const ?? first;
  // Where Zoho's files fix a value that is no word, they took it from an example.
  if (only !== undefined && (second !== undefined || /^[A-Za-z]\w*$/.test(String(only)))) return only;
  switch (typeOf(schema)) {
    case "object":
      return objectOf(schemas, schema, depth);
    case "array":
      return depth > DEPTH ? [] : [templateOf(schemas, schema.items, name, depth + 1) ?? "text"];
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return schema.format === "binary" ? undefined : textOf(schema, name);
  }
}

function objectOf(schemas: Schemas, { properties, required }: Json, depth: number): Json {
  if (depth > DEPTH) return {};
  const all = isObject(properties) ? Object.keys(properties) : [];
  const needed = all.filter((name) => listOf(required).includes(name));
  const others = all.filter((name) => !needed.includes(name)).slice(0, Math.max(0, SHOWN - needed.length));
  const shown = depth > 3 && needed.length > 0 ? needed : [...needed, ...others];
  const values = shown.map((name) => {
    const value = templateOf(schemas, isObject(properties) ? properties[name] : undefined, name, depth + 1);
    return [name, value] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The template of a call's body; undefined for a call that takes none in JSON, or of which nobody tells. */
function bodyOf(schemas: Schemas, { method, path, body }: DigestCall): unknown {
  if (method === "GET") return undefined;
  const told = toldBodies[`${method} ${path}`];
  if (told !== undefined || body === undefined) return told;
  const template = templateOf(schemas, schemas[body], "", 0);
  const { required } = plain(schemas, schemas[body]);
  const isWhole = isObject(template) && listOf(required).every((name) => String(name) in template);
  return isWhole && Object.keys(template).length > 0 ? template : undefined;
}

/**
 * The templates of a product's calls, by what a picker keeps of the calls, as JSON. Where two files have the
 * same call, the latter's.
 */
export function bodiesText(
  calls: readonly DigestCall[],
  schemas: Schemas,
  own: Readonly<Record<string, Operation>>,
): string {
  const bodies = new Map<string, string>();
  for (const call of calls) {
    const body = bodyOf(schemas, call);
    const key = `${call.method} ${shownPath(call, Object.values(own))}`;
    if (body !== undefined) bodies.set(key, JSON.stringify(body));
  }
  const rows = [...bodies].map(([key, body]) => `${JSON.stringify(key)}: ${body}`);
  return `{\n${rows.join(",\n")}\n}\n`;
}
