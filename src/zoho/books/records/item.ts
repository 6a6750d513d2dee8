import { isObject, type JsonObject } from "../../core/json";
import type { RecordType } from "../recordTypes";

/**
 * The record inside an answer, under its own key or its list's; Zoho wraps some in a list, and shows some
 * without a key.
 */
export function itemOf(body: JsonObject, { keys }: RecordType): JsonObject {
  const item = body[keys.item] ?? body[keys.list];
  if (isObject(item)) return item;
  const [first] = Array.isArray(item) ? item : [];
  return isObject(first) ? first : body;
}

/** The id of the record inside an answer. */
export function idIn(body: JsonObject, type: RecordType): string | undefined {
  const id = itemOf(body, type)[type.keys.id];
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
