import type { JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import type { Books } from "../books";
import { findRecordType, pathOf, type RecordType, verbsOf } from "../recordTypes";
import { typedObject } from "../values/values";
import { type BooksRecordKey, pathFor } from "./address";
import { itemOf } from "./item";
import { recordOperations } from "./operations";
import { getRecord } from "./records";

/** What makes something new or writes to people: done twice, it is there twice. Changes of state are not. */
const onceOnly = new Set([
  ...["clone", "createInvoice", "emailStatement", "enablePortal", "invite", "sell", "sendPaymentReminder"],
  ...["match", "startTimer"],
]);

export interface RecordActionInput extends BooksRecordKey {
  /** A key of the record type's `actions`, such as `markSent`. */
  readonly recordAction: string;
  /** Values that some actions take, such as the reason of a void. */
  readonly actionValues?: JsonObject;
  readonly queryParams?: JsonObject;
}

/**
 * Changes the state of a record, or does something else with it that Zoho offers, as Zoho's own body: `{
 * code, message }`.
 */
export async function runRecordAction(
  books: Books,
  { recordAction, actionValues, queryParams = {}, ...key }: RecordActionInput,
): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const { template, idAs } = actionOf(type, recordAction);
  const once = onceOnly.has(recordAction) || recordAction.startsWith("categorize");
  const texts = Object.fromEntries(Object.entries(queryParams).map(([name, value]) => [name, String(value)]));
  const call = {
    ...pathFor(type, template, key),
    query: { ...(idAs ? { [idAs]: key.recordId } : {}), ...texts },
    body: actionValues && typedObject(actionValues),
  };
  try {
    return await books.ask({ ...recordOperations.runAction, safety: once ? "unsafe" : "idempotent" }, call);
  } catch (error) {
    const isDoubtful = error instanceof ZohoError && error.resent && error.kind !== "unknown";
    if (isDoubtful && (await isDone(books, type, key, template))) return alreadyDone;
    throw error;
  }
}

const alreadyDone = {
  code: 0,
  message: "The record is in this state; an earlier try of this request may have put it there.",
};

/**
 * Whether a record is in the state that an action's path names: what a first try did, Zoho may refuse to do
 * again.
 */
async function isDone(
  books: Books,
  type: RecordType,
  key: BooksRecordKey,
  template: string,
): Promise<boolean> {
  const state = template.split("/").at(-1) ?? "";
  if (!verbsOf(type).includes("get")) return false;
  const { status, is_active: isActive } = itemOf(await getRecord(books, key), type);
  if (typeof isActive === "boolean" && /^(in)?active$/.test(state)) return isActive === (state === "active");
  return status === state;
}

function actionOf(type: RecordType, name: string): { template: string; idAs?: string } {
  const actions = type.actions ?? {};
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    const offered = Object.keys(actions).join(", ") || "none";
    throw inputError("books", `Record Action: ${type.key} has no action ${name}. It has ${offered}`);
  }
  if (typeof action !== "string") return { template: action.path.slice(1), idAs: action.idAs };
  if (action.startsWith("/")) return { template: action.slice(1) };
  return { template: `${pathOf({ ...type, paths: undefined }, "get")}/${action}` };
}
