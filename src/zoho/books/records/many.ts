import { runBatch } from "../../batch/batch";
import { type BatchResult, type Outcome, reportOf } from "../../batch/outcomes";
import type { Entry } from "../../batch/queue";
import type { Reply } from "../../batch/types";
import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Books } from "../books";
import { findRecordType, type RecordType, type Verb } from "../recordTypes";
import { type BooksRecordKey, expectVerb } from "./address";
import { idIn } from "./item";
import { createRecord, removeRecord, updateRecord, type WriteInput } from "./records";

interface ManySettings {
  /** Requests in flight at once. */
  readonly concurrency?: number;
  readonly failOnError?: boolean;
}

export interface BooksManyInput
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
    const { [type.keys.id]: _, id: __, ...record } = values;
    return { body: await updateRecord(books, { ...input, record, recordId }), id: recordId };
  };
  return writeEach(books, { verb: "update", idOf, write }, input, records);
};

export interface RemoveManyInput extends ManySettings, Omit<BooksRecordKey, "recordId"> {
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
      // What a first try removed, the second does not find.
      afterDoubt: (outcome, item) =>
        verb === "remove" && outcome.code === "1002" ? removed(outcome.index, String(item)) : outcome,
    },
    items.map((record, index) => ({ index, record })),
    items.length,
  );
  return reportOf(books, attempted, failOnError);
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

const removed = (index: number, id: string): Outcome =>
  success(index, "delete", { body: { code: 0, message: "The record is gone." }, id });
