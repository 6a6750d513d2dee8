import { isObject, type JsonObject, parseJson, textAt } from "../../core/json";
import type { Operation, Product } from "../operation";

/** The body of an answer, read as far as it can be. */
export type Body = { kind: "empty" } | { kind: "json"; value: unknown } | { kind: "text"; start: string };

export function readBody(bytes: Buffer): Body {
  const text = bytes.toString("utf8");
  if (text.trim() === "") return { kind: "empty" };
  try {
    return { kind: "json", value: parseJson(text) };
  } catch {
    return { kind: "text", start: text.trimStart().slice(0, 60) };
  }
}

const fieldsOf = (body: Body) => (body.kind === "json" && isObject(body.value) ? body.value : {});

/** What says no: the body itself, or the first failed item of a list in it. */
function reasonOf(body: Body): JsonObject {
  const fields = fieldsOf(body);
  if (fields.code !== undefined) return fields;
  const items = Object.values(fields).find(Array.isArray) ?? [];
  return items.find((item) => isObject(item) && item.status === "error") ?? fields;
}

export function codeOf(body: Body): string | undefined {
  const { code } = reasonOf(body);
  return typeof code === "string" || typeof code === "number" ? String(code) : undefined;
}

export const messageOf = (body: Body): string | undefined => textAt(reasonOf(body), "message");

export const detailsOf = (body: Body): unknown => reasonOf(body).details;

/** Zoho's two ways of saying no inside a 2xx: CRM's `status: "error"`, and in Books a `code` other than 0. */
export function saysNo(product: Product, body: Body): boolean {
  const { status, code } = fieldsOf(body);
  return product === "books" ? code !== undefined && String(code) !== "0" : status === "error";
}

/** Whether the answer lists one outcome a record under this key. */
export const listsItems = (body: Body, key: string | undefined): boolean =>
  key !== undefined && Array.isArray(fieldsOf(body)[key]);

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;

/**
 * What a body lacks to be a good answer of the operation; undefined where it is one. Zoho's maintenance and
 * proxies on the way answer 200 too.
 */
export function lacks(
  product: Product,
  { anyAnswer, answers, items }: Operation,
  body: Body,
): string | undefined {
  if (body.kind === "empty") return "is empty";
  if (body.kind === "text") return "is not whole JSON";
  if (anyAnswer) return undefined;
  const { value } = body;
  if (!isObject(value)) return `is ${kindOf(value)} instead of an object`;
  if (Object.keys(value).length === 0) return "is an empty object";
  const key = answers ?? items ?? (product === "books" ? "code" : undefined);
  return key === undefined || value[key] !== undefined ? undefined : `has no ${key}`;
}
