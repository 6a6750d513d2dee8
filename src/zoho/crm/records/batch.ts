import { isObject, type JsonObject, objectsAt, textAt } from "../../../json";
import { ZohoError } from "../../http/errors";
import type { Answer } from "../../http/judge";
import type { Operation } from "../../http/operation";
import type { Outcome, Settled } from "../../http/outcomes";
import type { Call } from "../../http/request";
import type { Transport } from "../../http/transport";

/** A record on its way, with its place in the input. */
export interface Entry {
  readonly index: number;
  readonly record: JsonObject;
}

/** How one kind of write is sent, many records at a time. */
export interface Batch {
  readonly operation: Operation;
  readonly chunkSize: number;
  readonly concurrency: number;
  readonly action: "insert" | "update" | "delete";
  readonly call: (records: readonly JsonObject[]) => Call;
  /** Whether a record does no harm when it is sent twice; the operation decides where this is left out. */
  readonly isRepeatable?: (record: JsonObject) => boolean;
  /** How records whose outcome is unknown are looked up by a field of theirs: outcomes for those that are there; the others are sent again. */
  readonly recovery?: {
    readonly field: string;
    readonly find: (entries: readonly Entry[]) => Promise<Map<number, Outcome>>;
  };
}

/** What became of every record; undefined for one that was not attempted, and why. */
export interface Attempted {
  readonly outcomes: readonly (Settled | undefined)[];
  readonly reason: string;
}

/** Kept of an execution's time for handing on what was done. */
const RESERVE_MS = 15_000;
/** How often the records that Zoho itself calls passing failures are tried again. */
const ITEM_RETRIES = 2;
const passing = new Set([
  "TOO_MANY_REQUESTS",
  "RATE_LIMIT_EXCEEDED",
  "SERVICE_UNAVAILABLE",
  "INTERNAL_ERROR",
]);
const tooMuch = new Set(["LIMIT_EXCEEDED", "BODY_SIZE_REACHED", "REQUEST_ENTITY_TOO_LARGE", "HTTP_413"]);
const PROGRESS_EVERY = 50;

/**
 * Sends records in chunks, several at a time, and says of each what became of it.
 * @param source what is to be sent, already with the outcomes of records that are not sent at all.
 * @throws ZohoError of kind `connection` or `credits` when nothing at all was written.
 */
export async function runBatch(
  crm: Transport,
  batch: Batch,
  source: Iterable<Entry | Outcome>,
  total: number,
): Promise<Attempted> {
  const outcomes: (Settled | undefined)[] = new Array(total).fill(undefined);
  const chunks = chunksOf(source, batch, outcomes);
  let stopped: ZohoError | undefined;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const chunk of chunks) {
      const sent = await sendChunk(crm, batch, chunk);
      for (const outcome of sent.outcomes) outcomes[outcome.index] = outcome;
      done += 1;
      if (done % PROGRESS_EVERY === 0)
        crm.log.info(`${Math.min(total, done * batch.chunkSize)} of ${total} records sent.`);
      stopped ??= sent.fatal;
      if (stopped || crm.now() > crm.deadlineAt - RESERVE_MS) return;
    }
  };
  await Promise.all(Array.from({ length: batch.concurrency }, worker));
  const touched = outcomes.some(
    (outcome) => outcome?.status === "success" || outcome?.code === "OUTCOME_UNKNOWN",
  );
  if (stopped && !touched && stopped.code !== "OUT_OF_TIME") throw stopped;
  return {
    outcomes,
    reason: stopped?.message ?? "The time of this execution was over before this record was sent",
  };
}

/** Chunks of records that may be sent together, drawn as the senders ask for them, so that nothing waits in memory. */
function* chunksOf(
  source: Iterable<Entry | Outcome>,
  batch: Batch,
  outcomes: (Settled | undefined)[],
): Generator<Entry[]> {
  const open = { repeatable: [] as Entry[], once: [] as Entry[] };
  for (const item of source) {
    if ("status" in item) {
      outcomes[item.index] = item;
      continue;
    }
    const kind = isRepeatable(batch, item.record) ? "repeatable" : "once";
    open[kind].push(item);
    if (open[kind].length < batch.chunkSize) continue;
    yield open[kind];
    open[kind] = [];
  }
  if (open.repeatable.length > 0) yield open.repeatable;
  if (open.once.length > 0) yield open.once;
}

const isRepeatable = (batch: Batch, record: JsonObject): boolean =>
  batch.operation.effect !== "once" && (batch.isRepeatable?.(record) ?? true);

interface Sent {
  readonly outcomes: readonly Settled[];
  /** A failure that every further chunk would meet too. */
  readonly fatal?: ZohoError;
}

async function sendChunk(crm: Transport, batch: Batch, entries: readonly Entry[], tries = 0): Promise<Sent> {
  const [first] = entries;
  if (!first) return { outcomes: [] };
  const effect = isRepeatable(batch, first.record) ? batch.operation.effect : "once";
  try {
    const call = batch.call(entries.map(({ record }) => record));
    const answer = await crm.send({ ...batch.operation, effect }, { ...call, units: entries.length });
    return await withRetries(crm, batch, entries, read(batch, entries, answer), tries);
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    if (tooMuch.has(error.code) && entries.length > 1) return inHalves(crm, batch, entries);
    if (error.kind === "unknown" && batch.recovery && tries < ITEM_RETRIES)
      return recovered(crm, batch, entries, error, tries);
    const fatal =
      error.kind === "connection" || error.kind === "credits" || error.code === "OUT_OF_TIME"
        ? error
        : undefined;
    // Out of time and out of credits mean that nothing was sent: those records are left as not attempted.
    return { outcomes: fatal ? [] : entries.map(({ index }) => failureOutcome(index, error)), fatal };
  }
}

async function inHalves(crm: Transport, batch: Batch, entries: readonly Entry[]): Promise<Sent> {
  const middle = Math.ceil(entries.length / 2);
  const left = await sendChunk(crm, batch, entries.slice(0, middle));
  if (left.fatal) return left;
  const right = await sendChunk(crm, batch, entries.slice(middle));
  return { outcomes: [...left.outcomes, ...right.outcomes], fatal: right.fatal };
}

/** Looks up what became of records, and sends those that are not there once more. */
async function recovered(
  crm: Transport,
  batch: Batch,
  entries: readonly Entry[],
  error: ZohoError,
  tries: number,
): Promise<Sent> {
  let found: Map<number, Outcome>;
  try {
    found = (await batch.recovery?.find(entries)) ?? new Map();
  } catch (lookupError) {
    if (!(lookupError instanceof ZohoError)) throw lookupError;
    return { outcomes: entries.map(({ index }) => failureOutcome(index, error)) };
  }
  const unsettled = entries.filter(({ index }) => !found.has(index));
  const again = await sendChunk(crm, batch, unsettled, tries + 1);
  // A record that Zoho did not show yet, and now calls a duplicate of itself, is there after all.
  const settled = again.outcomes.map((outcome) => {
    const isItself =
      outcome.code === "DUPLICATE_DATA" && textAt(outcome.details, "api_name") === batch.recovery?.field;
    return isItself
      ? { ...outcome, status: "success" as const, code: "SUCCESS", action: batch.action }
      : outcome;
  });
  return { outcomes: [...found.values(), ...settled], fatal: again.fatal };
}

/** Sends again the records that failed for a passing reason, and only those. */
async function withRetries(
  crm: Transport,
  batch: Batch,
  entries: readonly Entry[],
  outcomes: readonly Settled[],
  tries: number,
): Promise<Sent> {
  const again = new Set(
    outcomes.filter(({ status, code }) => status === "error" && passing.has(code)).map(({ index }) => index),
  );
  if (again.size === 0 || tries >= ITEM_RETRIES) return { outcomes };
  await crm.sleep(1000 * 2 ** tries);
  const retried = await sendChunk(
    crm,
    batch,
    entries.filter(({ index }) => again.has(index)),
    tries + 1,
  );
  return {
    outcomes: [...outcomes.filter(({ index }) => !again.has(index)), ...retried.outcomes],
    fatal: retried.fatal,
  };
}

/** The outcomes that an answer lists: one item a record, in the order of the records. */
function read(batch: Batch, entries: readonly Entry[], answer: Answer): Outcome[] {
  const items = objectsAt(answer.body, batch.operation.items ?? "data");
  return entries.map(({ index, record }, position) => {
    const item = items[position];
    if (!item) return unknownOutcome(index, "Zoho's answer does not mention this record");
    if (item.status === "success") return success(index, item, batch.action);
    const gone = batch.action === "delete" && answer.resent && item.code === "INVALID_DATA";
    // The first try deleted it, which is why the second finds nothing.
    if (gone)
      return {
        index,
        status: "success",
        code: "SUCCESS",
        message: "record deleted",
        id: textAt(record, "id"),
        action: "delete",
      };
    return refused(index, item);
  });
}

function success(index: number, item: JsonObject, action: Outcome["action"]): Outcome {
  const told = textAt(item, "action");
  return {
    index,
    status: "success",
    code: textAt(item, "code") ?? "SUCCESS",
    message: textAt(item, "message") ?? "",
    id: textAt(item.details, "id"),
    action: told === "insert" || told === "update" ? told : action,
    details: { ...(isObject(item.details) ? item.details : {}), ...duplicateField(item) },
  };
}

const duplicateField = (item: JsonObject): JsonObject =>
  item.duplicate_field === undefined || item.duplicate_field === null
    ? {}
    : { duplicate_field: item.duplicate_field };

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

const failureOutcome = (index: number, cause: ZohoError): Settled => ({
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
