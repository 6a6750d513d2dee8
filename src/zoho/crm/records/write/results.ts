import { type Outcome, unknownOutcome } from "../../../batch/outcomes";
import type { Entry, Result } from "../../../batch/queue";
import { isObject, type JsonObject, objectsAt, textAt } from "../../../core/json";
import type { ZohoError } from "../../../http/errors";
import { type Answer, kindOf } from "../../../http/judge";
import { type Crm, succeeded } from "../../crm";

/** Codes of an item that Zoho turned away unread, as a 429 turns away a request. */
const throttled = new Set(["TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"]);
/**
 * Codes of an item that may have been carried out, as a request with a status of 500 and more may have been.
 */
const unclear = new Set([
  "INTERNAL_ERROR",
  "INTERNAL_SERVER_ERROR",
  "SERVICE_UNAVAILABLE",
  "REQUEST_TIMEOUT",
]);

/**
 * What an answer says of each record: one item a record. A record that was sent alone may have several items,
 * for Zoho makes a record of each occurrence of a recurring activity. One item that says `SCHEDULED`, and
 * names no record, is of all.
 * @returns undefined for a record that the answer does not mention.
 * @throws ZohoError when the one item of several records is a refusal of the whole request.
 */
export function resultsIn(
  crm: Crm,
  { list, action }: { readonly list: string; readonly action: Outcome["action"] },
  entries: readonly Entry<JsonObject>[],
  answer: Answer,
): (Result | undefined)[] {
  const items = sharing(objectsAt(answer.body, list));
  const [first] = items;
  if (items.length === 1 && first?.code === "SCHEDULED" && textAt(first.details, "id") === undefined)
    return entries.map(({ index }) => resultOf(index, [first], action));
  if (entries.length === 1 && items.length > 0)
    return entries.map(({ index, record }) =>
      items.every((item) => isOfAnother(item, record)) ? undefined : resultOf(index, items, action),
    );
  const own = ownItems(entries, items);
  if (items.length !== entries.length) {
    if (items.length === 1 && first?.status === "error") {
      const result = resultOf(0, [first], action);
      if (result.verdict === "final") throw refusalOfAll(crm, first);
      return entries.map(({ index }) => ({ ...result, outcome: { ...result.outcome, index } }));
    }
    if (!own.isWhole) {
      const message = `Zoho's answer has ${items.length} results for ${entries.length} records`;
      return entries.map(({ index }) => ({ outcome: unknownOutcome(index, message), verdict: "unknown" }));
    }
  }
  return entries.map(({ index, record }, position) => {
    const item = own.items[position];
    return item && !isOfAnother(item, record) ? resultOf(index, [item], action) : undefined;
  });
}

/**
 * The record that an item names. Of a duplicate Zoho names the other one, and an upsert may have found
 * another than the one whose id it was given.
 */
export const namedBy = (item: JsonObject): string | undefined =>
  "duplicate_field" in item || /^DUPLICATE_/.test(textAt(item, "code") ?? "")
    ? undefined
    : textAt(item.details, "id");

/** Whether an item tells of a success with another record than the one that was sent. */
function isOfAnother(item: JsonObject, record: JsonObject): boolean {
  if (!succeeded(item)) return false;
  const [sent, named] = [textAt(record, "id"), namedBy(item)];
  return sent !== undefined && named !== undefined && sent !== named;
}

/**
 * The item of each record. One that names a record which was sent belongs to it, for Zoho does not promise an
 * answer in the order of the ids; the others go to the records that are left, in order.
 * @returns `isWhole` where every item names a record, so that a record without an item was not spoken of.
 */
function ownItems(
  entries: readonly Entry<JsonObject>[],
  items: readonly JsonObject[],
): { items: readonly (JsonObject | undefined)[]; isWhole: boolean } {
  const ids = new Set(entries.map(({ record }) => textAt(record, "id")));
  const byId = new Map<string, JsonObject>();
  const nameless: JsonObject[] = [];
  for (const item of items) {
    const id = namedBy(item);
    if (id === undefined || !ids.has(id)) nameless.push(item);
    else if (byId.has(id)) return { items, isWhole: false };
    else byId.set(id, item);
  }
  const isWhole = nameless.length === 0;
  const own = entries.map(({ record }) => byId.get(textAt(record, "id") ?? "") ?? nameless.shift());
  return { items: own, isWhole };
}

function resultOf(index: number, items: readonly JsonObject[], action: Outcome["action"]): Result {
  const [item = {}] = items;
  if (succeeded(item)) return { outcome: success(index, items, action), verdict: "final" };
  const outcome = refused(index, item);
  if (throttled.has(outcome.code)) return { outcome, verdict: "throttled" };
  // What is neither a success nor a refusal with a reason says nothing.
  if (item.status === "error" && textAt(item, "code") !== undefined && !unclear.has(outcome.code))
    return { outcome, verdict: "final" };
  const message = `${outcome.message} (${outcome.code}), so that the record may or may not have been written`;
  return { outcome: unknownOutcome(index, message, { cause: outcome.code }), verdict: "unknown" };
}

/**
 * What an item has in common with the one before it, such as who and when, is kept once: 100,000 outcomes are
 * held until all are there.
 */
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

/**
 * Zoho's details, with the field that an upsert found the record by, and the records of a recurring activity.
 */
function detailsOf({ details, duplicate_field }: JsonObject, items: readonly JsonObject[]): unknown {
  if (items.length === 1 && !duplicate_field) return details ?? {};
  const occurrences = items.map((item) => textAt(item.details, "id"));
  return {
    ...(isObject(details) ? details : {}),
    ...(duplicate_field ? { duplicate_field } : {}),
    ...(occurrences.length > 1 ? { occurrences } : {}),
  };
}

function refused(index: number, item: JsonObject): Outcome {
  const details = isObject(item.details) ? item.details : {};
  const first = objectsAt(details, "errors")
    .map((error) => idIn(error.details))
    .find((id) => id !== undefined);
  const id = idIn(details) ?? first;
  return {
    index,
    status: "error",
    code: textAt(item, "code") ?? "UNKNOWN",
    message: textAt(item, "message") ?? "Zoho gave no reason",
    ...(id === undefined ? {} : { id }),
    details,
  };
}

/** The id that details tell: of the record itself, or of the one that it collided with. */
const idIn = (details: unknown): string | undefined =>
  isObject(details) ? (textAt(details.duplicate_record, "id") ?? textAt(details, "id")) : undefined;

/**
 * The id of the record that a refusal calls a duplicate by a field, where nothing else is wrong. Zoho names
 * it in `duplicate_record`, or in the details themselves, and with several unique fields inside of
 * `MULTIPLE_OR_MULTI_ERRORS`.
 */
export function duplicateBy(field: string, { code, details }: Outcome): string | undefined {
  const errors = code === "DUPLICATE_DATA" ? [{ code, details }] : objectsAt(details, "errors");
  if (errors.some((error) => error.code !== "DUPLICATE_DATA")) return undefined;
  return idIn(errors.map((error) => error.details).find((each) => textAt(each, "api_name") === field));
}

/**
 * Refusals for the state that a record is in, which an earlier try of the same write may have brought about.
 */
const states = new Set([
  ...["ALREADY_MODIFIED", "CANNOT_PERFORM_ACTION", "CONVERTED_RECORD", "NOT_ALLOWED", "NOT_APPROVED"],
  ...["NOT_REVIEWED", "RECORD_IN_BLUEPRINT", "RECORD_LOCKED", "RECORD_NOT_FOUND"],
]);

/**
 * Whether a refusal is for the state of the record rather than for the data that were sent; that there is
 * none is a state too.
 */
export const isForState = ({ code, details }: Outcome, key = "id"): boolean =>
  states.has(code) || (code === "INVALID_DATA" && isForKey(details, key));

/** Zoho names the field that a record was looked for by, or that it stood in the path. */
function isForKey(details: unknown, key: string): boolean {
  if (!isObject(details)) return false;
  const path = textAt(details, "json_path") ?? "";
  const isOfRecord = path === "" || /^\$\.data\[\d+\]\.\w+$/.test(path);
  return details.resource_path_index !== undefined || (details.api_name === key && isOfRecord);
}
