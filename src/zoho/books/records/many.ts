import type { JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { type BatchResult, batchResult, type Outcome, orFail } from "../../http/outcomes";
import type { Books } from "../books";
import { findRecordType, type RecordType, type Verb } from "../recordTypes";
import { expectVerb, type RecordKey } from "./address";
import { createRecord, idIn, removeRecord, updateRecord, type WriteInput } from "./records";

interface ManySettings {
  /** Requests in flight at once. */
  readonly concurrency?: number;
  readonly failOnError?: boolean;
}

export interface ManyInput
  extends ManySettings,
    Omit<WriteInput, "recordId" | "record" | "dynamicValues" | "fieldValues"> {
  readonly records: readonly JsonObject[];
}

/** Creates records, one request each, for Zoho Books takes no more at once. */
export const createRecords = (books: Books, { records, ...input }: ManyInput): Promise<BatchResult> =>
  writeEach(books, "create", input, records, async (record, type) => {
    const body = await createRecord(books, { ...input, record });
    return { body, id: idIn(body, type) };
  });

/** Updates records, each by the id that it holds in its own id field, such as `invoice_id`, or in `id`. */
export const updateRecords = (books: Books, { records, ...input }: ManyInput): Promise<BatchResult> =>
  writeEach(books, "update", input, records, async (values, { keys }) => {
    const { [keys.id]: own, id, ...record } = values;
    const recordId = String(own ?? id ?? "");
    if (!recordId) throw inputError("books", `Records: each needs its id in ${keys.id}`);
    return { body: await updateRecord(books, { ...input, record, recordId }), id: recordId };
  });

export interface RemoveManyInput extends ManySettings, Omit<RecordKey, "recordId"> {
  readonly recordIds: readonly string[];
}

/** Removes records by their ids. */
export const removeRecords = (books: Books, { recordIds, ...input }: RemoveManyInput): Promise<BatchResult> =>
  writeEach(books, "remove", input, recordIds, async (recordId) => ({
    body: await removeRecord(books, { ...input, recordId }),
    id: recordId,
  }));

interface Written {
  readonly body: JsonObject;
  readonly id?: string;
}

/** Kept of an execution's time for handing on what was done. */
const RESERVE_MS = 15_000;
/** So many requests may be in flight at once in Zoho's smallest edition. */
const CONCURRENCY = 5;
const PROGRESS_EVERY = 100;

const actions = { create: "insert", update: "update", remove: "delete" } as const;

/**
 * Writes one record after the other, several at a time and as fast as the organisation's minute allows, and says of each what became of it.
 * It stops where every further one would fail too, and before the execution ends; the rest is `NOT_ATTEMPTED`.
 * @throws ZohoError where nothing at all could be written, or with `failOnError` where anything failed.
 */
async function writeEach<T>(
  books: Books,
  verb: Exclude<Verb, "list" | "get">,
  { concurrency = CONCURRENCY, failOnError = false, ...key }: ManySettings & RecordKey,
  items: readonly T[],
  write: (item: T, type: RecordType) => Promise<Written>,
): Promise<BatchResult> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  expectVerb(type, verb);
  await books.organization();
  const outcomes: (Outcome | undefined)[] = new Array(items.length).fill(undefined);
  const queue = items.entries();
  let stopped: ZohoError | undefined;
  const worker = async (): Promise<void> => {
    while (!stopped && books.now() < books.deadlineAt - RESERVE_MS) {
      const { value, done } = queue.next();
      if (done) return;
      const [index, item] = value;
      try {
        outcomes[index] = success(index, actions[verb], await write(item, type));
      } catch (error) {
        if (!(error instanceof ZohoError)) throw error;
        if (endsAll(error)) stopped = error;
        else outcomes[index] = failure(index, error);
      }
      if ((index + 1) % PROGRESS_EVERY === 0)
        books.log.info(`${index + 1} of ${items.length} records of ${type.key} sent.`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  const touched = outcomes.some(
    (outcome) => outcome?.status === "success" || outcome?.code === "OUTCOME_UNKNOWN",
  );
  if (stopped && !touched && stopped.code !== "OUT_OF_TIME") throw stopped;
  const reason = stopped?.message ?? "The time of this execution was over before this record was sent";
  return orFail("books", batchResult(outcomes, books.ledger, reason), failOnError);
}

/** A failure of which nothing was done, and which every further record would meet. */
const endsAll = ({ kind, code }: ZohoError): boolean =>
  kind === "connection" || kind === "credits" || code === "OUT_OF_TIME";

const success = (index: number, action: Outcome["action"], { body, id }: Written): Outcome => ({
  index,
  status: "success",
  code: "0",
  message: typeof body.message === "string" ? body.message : "",
  ...(id === undefined ? {} : { id }),
  action,
  details: body,
});

const failure = (index: number, { code, message, details }: ZohoError): Outcome => ({
  index,
  status: "error",
  code,
  message,
  ...(details === undefined ? {} : { details }),
});
