/** JSON objects as they come from Zoho or a builder: known to be objects, nothing more. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

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

const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * JSON.parse that keeps long integers: one that a double would change becomes a string, as Zoho writes its own ids.
 * @throws SyntaxError as JSON.parse does.
 */
export function parseJson(text: string): unknown {
  if (!/[:[,\s]-?\d{16,}/.test(text) && !/^\s*-?\d{16,}/.test(text)) return JSON.parse(text);
  const kept = (part: string) =>
    part.startsWith('"') || Number.isSafeInteger(Number(part)) ? part : `"${part}"`;
  return JSON.parse(text.replace(stringOrLongInteger, kept));
}
