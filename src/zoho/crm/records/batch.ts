import type { JsonObject } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import type { Outcome, Settled } from "../../http/outcomes";
import type { Call } from "../../http/request";
import type { Crm } from "../crm";
import { duplicateBy, type Entry, failureOutcome, outcomesIn } from "./results";

export { unknownOutcome } from "./results";

/** How one kind of write is sent, many records at a time. */
export interface Batch {
  readonly operation: Operation;
  readonly chunkSize: number;
  readonly concurrency: number;
  readonly action: "insert" | "update" | "delete";
  readonly call: (records: readonly JsonObject[]) => Call;
  /** Whether a record does no harm when it is sent twice; the operation decides where this is left out. */
  readonly isRepeatable?: (record: JsonObject) => boolean;
  /** Whether a record is sent in a request of its own. */
  readonly isAlone?: (record: JsonObject) => boolean;
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
  crm: Crm,
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
    if (batch.isAlone?.(item.record)) {
      yield [item];
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
  batch.operation.safety !== "unsafe" && (batch.isRepeatable?.(record) ?? true);

interface Sent {
  readonly outcomes: readonly Settled[];
  /** A failure that every further chunk would meet too. */
  readonly fatal?: ZohoError;
}

async function sendChunk(crm: Crm, batch: Batch, entries: readonly Entry[], tries = 0): Promise<Sent> {
  const [first] = entries;
  if (!first) return { outcomes: [] };
  const safety = isRepeatable(batch, first.record) ? batch.operation.safety : "unsafe";
  try {
    const call = batch.call(entries.map(({ record }) => record));
    const answer = await crm.send({ ...batch.operation, safety }, { ...call, units: entries.length });
    return await withRetries(crm, batch, entries, outcomesIn(crm, batch, entries, answer), tries);
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

async function inHalves(crm: Crm, batch: Batch, entries: readonly Entry[]): Promise<Sent> {
  const middle = Math.ceil(entries.length / 2);
  const left = await sendChunk(crm, batch, entries.slice(0, middle));
  if (left.fatal) return left;
  const right = await sendChunk(crm, batch, entries.slice(middle));
  return { outcomes: [...left.outcomes, ...right.outcomes], fatal: right.fatal };
}

/** Looks up what became of records, and sends those that are not there once more. */
async function recovered(
  crm: Crm,
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
    const id = duplicateBy(batch.recovery?.field, outcome);
    return id === undefined
      ? outcome
      : { ...outcome, id, status: "success" as const, code: "SUCCESS", action: batch.action };
  });
  return { outcomes: [...found.values(), ...settled], fatal: again.fatal };
}

/** Sends again the records that failed for a passing reason, and only those. */
async function withRetries(
  crm: Crm,
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
