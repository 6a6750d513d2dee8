import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { type Answer, kindOf } from "../../http/answers/judge";
import type { ZohoError } from "../../http/errors";
import type { Outcome, Settled } from "../../http/outcomes";
import type { Crm } from "../crm";
import type { Batch } from "./batch";

/** A record on its way, with its place in the input. */
export interface Entry {
  readonly index: number;
  readonly record: JsonObject;
}

/**
 * The outcomes that an answer lists: one item a record, in the order of the records. A record that was sent alone may have several items, for Zoho makes a
 * record of each occurrence of a recurring activity.
 * @throws ZohoError when the one item of several records is a refusal of the whole request.
 */
export function outcomesIn(crm: Crm, batch: Batch, entries: readonly Entry[], answer: Answer): Outcome[] {
  const items = sharing(objectsAt(answer.body, batch.operation.items ?? "data"));
  const [first] = items;
  const isAlone = entries.length === 1 && items.length > 0;
  if (!isAlone && items.length !== entries.length) {
    if (items.length === 1 && first?.status === "error") throw refusalOfAll(crm, first);
    const message = `Zoho's answer has ${items.length} results for ${entries.length} records`;
    return entries.map(({ index }) => unknownOutcome(index, message));
  }
  return entries.map(({ index, record }, position): Outcome => {
    const item = items[position] ?? {};
    if (item.status === "success") return success(index, isAlone ? items : [item], batch.action);
    // The first try deleted it, which is why the second finds nothing.
    if (batch.action === "delete" && answer.resent && item.code === "INVALID_DATA")
      return removed(index, record);
    return refused(index, item);
  });
}

/** What an item has in common with the one before it, such as who and when, is kept once: 100,000 outcomes are held until all are there. */
function sharing(items: readonly JsonObject[]): JsonObject[] {
  let before: JsonObject = {};
  return items.map((item) => {
    before = shared(item, before);
    return before;
  });
}

function shared(value: JsonObject, before: JsonObject): JsonObject {
  const kept: Record<string, unknown> = {};
  let isSame = Object.keys(before).length === Object.keys(value).length;
  for (const key of Object.keys(value)) {
    const [own, other] = [value[key], before[key]];
    kept[key] = own === other ? other : isObject(own) && isObject(other) ? shared(own, other) : own;
    isSame &&= kept[key] === other;
  }
  return isSame ? before : kept;
}

function refusalOfAll(crm: Crm, { code: given, message, details }: JsonObject): ZohoError {
  const code = typeof given === "string" ? given : "UNKNOWN";
  return crm.error({ kind: kindOf(400, code), code, message: String(message ?? ""), details });
}

function success(index: number, items: readonly JsonObject[], action: Outcome["action"]): Outcome {
  const [item = {}] = items;
  const told = textAt(item, "action");
  return {
    index,
    status: "success",
    code: textAt(item, "code") ?? "SUCCESS",
    message: textAt(item, "message") ?? "",
    id: textAt(item.details, "id"),
    action: told === "insert" || told === "update" ? told : action,
    details: detailsOf(item, items),
  };
}

/** Zoho's details, with the field that an upsert found the record by, and the records of a recurring activity. */
function detailsOf({ details, duplicate_field }: JsonObject, items: readonly JsonObject[]): unknown {
  if (items.length === 1 && !duplicate_field) return details ?? {};
  const occurrences = items.map((item) => textAt(item.details, "id"));
  return {
    ...(isObject(details) ? details : {}),
    ...(duplicate_field ? { duplicate_field } : {}),
    ...(occurrences.length > 1 ? { occurrences } : {}),
  };
}

const removed = (index: number, record: JsonObject): Outcome => ({
  index,
  status: "success",
  code: "SUCCESS",
  message: "record deleted",
  id: textAt(record, "id"),
  action: "delete",
});

function refused(index: number, item: JsonObject): Outcome {
  const details = isObject(item.details) ? item.details : {};
  const id = textAt(details.duplicate_record, "id") ?? textAt(details, "id");
  return {
    index,
    status: "error",
    code: textAt(item, "code") ?? "UNKNOWN",
    message: textAt(item, "message") ?? "Zoho gave no reason",
    ...(id === undefined ? {} : { id }),
    details,
  };
}

/** The record that an outcome calls a duplicate by a field, where nothing else is wrong. */
export function duplicateBy(field: string | undefined, { code, details }: Settled): string | undefined {
  const errors = code === "DUPLICATE_DATA" ? [{ code, details }] : objectsAt(details, "errors");
  if (errors.some((error) => error.code !== "DUPLICATE_DATA")) return undefined;
  const own = errors.map((error) => error.details).find((each) => textAt(each, "api_name") === field);
  return isObject(own) ? (textAt(own.duplicate_record, "id") ?? textAt(own, "id")) : undefined;
}

export const failureOutcome = (index: number, cause: ZohoError): Settled => ({
  index,
  status: "error",
  code: cause.code,
  message: cause.reason,
  ...(cause.details === undefined ? {} : { details: cause.details }),
  cause,
});

export const unknownOutcome = (index: number, message: string): Outcome => ({
  index,
  status: "error",
  code: "OUTCOME_UNKNOWN",
  message,
});
