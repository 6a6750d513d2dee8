import { runBatch } from "../../batch/batch";
import { type BatchResult, type Outcome, reportOf } from "../../batch/outcomes";
import type { Entry, Reply } from "../../batch/queue";
import type { JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { settledBy } from "../../http/outcome";
import type { Books } from "../books";
import { findRecordType, pathOf, type RecordType, type Verb, verbsOf } from "../recordTypes";
import { typedObject } from "../values/values";
import { type BooksRecordKey, expectVerb, idIn, itemOf, pathFor } from "./address";
import { recordOperations } from "./operations";
import { createRecord, getRecord, removeRecord, updateRecord, type WriteInput } from "./records";

/** What makes something new or writes to people: done twice, it is there twice. Changes of state are not. */
const onceOnly = new Set([
  ...["clone", "createInvoice", "emailStatement", "enablePortal", "invite", "sell", "sendPaymentReminder"],
  ...["match", "startTimer"],
]);

interface RecordActionInput extends BooksRecordKey {
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
    if (!(error instanceof ZohoError && error.resent && error.kind !== "unknown")) throw error;
    return settledBy(books, error, async () =>
      (await isDone(books, type, key, template)) ? alreadyDone : undefined,
    );
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

interface ManySettings {
  /** Requests in flight at once. */
  readonly concurrency?: number;
  readonly failOnError?: boolean;
}

interface BooksManyInput
  extends ManySettings,
    Omit<WriteInput, "recordId" | "record" | "dynamicValues" | "fieldValues"> {
  readonly records: readonly JsonObject[];
}

/** Creates records, one request each, for Zoho Books takes no more at once. */
export const createRecords = (books: Books, { records, ...input }: BooksManyInput): Promise<BatchResult> => {
  const write = async (record: JsonObject, type: RecordType): Promise<Written> => {
    const body = await createRecord(books, { ...input, record });
    return { body, id: idIn(body, type) };
  };
  return writeEach(books, { verb: "create", write }, input, records);
};

/**
 * Updates records, each by the id that it holds in its own id field, such as `invoice_id`, or in `id`; those
 * of one record in their order.
 */
export const updateRecords = (books: Books, { records, ...input }: BooksManyInput): Promise<BatchResult> => {
  const idOf = (values: JsonObject, { keys }: RecordType): string =>
    String(values[keys.id] ?? values.id ?? "");
  const write = async (values: JsonObject, type: RecordType): Promise<Written> => {
    const recordId = idOf(values, type);
    if (!recordId) throw inputError("books", `Records: each needs its id in ${type.keys.id}`);
    expectWhole(type.keys.id, values[type.keys.id] ?? values.id);
    const { [type.keys.id]: _, id: __, ...record } = values;
    return { body: await updateRecord(books, { ...input, record, recordId }), id: recordId };
  };
  return writeEach(books, { verb: "update", idOf, write }, input, records);
};

/** Refuses an id that as a number has lost its last digits, and names another record. */
function expectWhole(name: string, id: unknown): void {
  if (typeof id !== "number" || Number.isSafeInteger(id)) return;
  throw inputError("books", `${name}: expected an id as text, for a number loses its last digits, got ${id}`);
}

interface RemoveManyInput extends ManySettings, Omit<BooksRecordKey, "recordId"> {
  readonly recordIds: readonly string[];
}

/** Removes records by their ids. */
export const removeRecords = (
  books: Books,
  { recordIds, ...input }: RemoveManyInput,
): Promise<BatchResult> => {
  const write = async (recordId: string): Promise<Written> => ({
    body: await removeRecord(books, { ...input, recordId }),
    id: recordId,
  });
  return writeEach(books, { verb: "remove", idOf: String, write }, input, recordIds);
};

interface Written {
  readonly body: JsonObject;
  readonly id?: string;
}

/** So many requests may be in flight at once in Zoho's smallest edition. */
const CONCURRENCY = 5;

const actions = { create: "insert", update: "update", remove: "delete" } as const;

/** How one verb writes, and what a record is known by. */
interface Writing<T> {
  readonly verb: Exclude<Verb, "list" | "get">;
  readonly idOf?: (item: T, type: RecordType) => string;
  readonly write: (item: T, type: RecordType) => Promise<Written>;
}

/**
 * Writes records, one request each, several at a time and as fast as the organization's minute allows, and
 * says of each what became of it.
 * @throws ZohoError where nothing at all could be written, or with `failOnError` where anything failed.
 */
async function writeEach<T>(
  books: Books,
  { verb, idOf, write }: Writing<T>,
  { concurrency = CONCURRENCY, failOnError = false, ...key }: ManySettings & BooksRecordKey,
  items: readonly T[],
): Promise<BatchResult> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  expectVerb(type, verb);
  await books.organization();
  const send = async ([entry]: readonly Entry<T>[]): Promise<Reply> => {
    if (!entry) return { results: [] };
    const written = await write(entry.record, type);
    return { results: [{ outcome: success(entry.index, actions[verb], written), verdict: "final" }] };
  };
  const attempted = await runBatch(
    books,
    {
      chunkSize: 1,
      concurrency,
      send,
      keys: (item) => (idOf ? [idOf(item, type)] : []),
      repeatable: () => (verb === "create" ? "never" : "always"),
    },
    items.map((record, index) => ({ index, record })),
    items.length,
  );
  const ids = idOf && items.map((item) => idOf(item, type) || undefined);
  return reportOf(books, { ...attempted, ids }, failOnError);
}

const success = (index: number, action: Outcome["action"], { body, id }: Written): Outcome => ({
  index,
  status: "success",
  code: "0",
  message: typeof body.message === "string" ? body.message : "",
  ...(id === undefined ? {} : { id }),
  action,
  details: body,
});
