import { type BatchResult, reportOf } from "../../batch/outcomes";
import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import { type Crm, type ItemOperation, sendItem } from "../crm";
import { findDeleted } from "../records/write/recovery";
import { isForState } from "../records/write/results";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
import { startedId, stateOf, waitForJob } from "./waitForJob";

/**
 * The records that a mass operation is for: exactly one of ids, a custom view, and a job that was started
 * before.
 */
export interface MassInput {
  readonly recordType: string;
  readonly recordIds?: readonly string[];
  readonly customViewId?: string;
  readonly jobId?: string;
  /** How long to wait for the job, 60 when left out. */
  readonly waitSeconds?: number;
  readonly concurrency?: number;
  readonly failOnError?: boolean;
}

/** One kind of mass operation. */
export interface MassOperation {
  /** Up to 500 records by id, each with an outcome of its own. */
  readonly many: Operation;
  /** All records of a custom view, by a job. */
  readonly start: ItemOperation;
  readonly status: Operation;
  readonly action: "update" | "delete";
  /** What stands beside the ids, and beside the custom view. */
  readonly body: JsonObject;
  readonly viewBody?: JsonObject;
}

/** An outcome a record, or the state and counts of a job; and in short what became of all. */
export interface MassResult {
  readonly data: readonly JsonObject[] | BatchResult["data"];
  readonly summary: BatchResult["summary"];
}

/** What Zoho takes in one request. */
const CHUNK = 500;

/**
 * Whether a mass operation goes on with a job, in which case nothing else is needed of its inputs. @throws
 * ZohoError unless exactly one way is given.
 */
export function onlyAsks({ recordIds = [], customViewId, jobId }: MassInput): boolean {
  const given = [recordIds.length > 0 || undefined, customViewId, jobId].filter((way) => way !== undefined);
  if (given.length === 1) return jobId !== undefined;
  throw inputError(
    "crm",
    "Exactly one of Record IDs, Custom View ID and Job ID says which records are meant",
  );
}

/**
 * Runs a mass operation: by id at once, in as many requests as it takes; by custom view as a job, which is
 * waited for.
 */
export async function runMass(crm: Crm, input: MassInput, mass: MassOperation): Promise<MassResult> {
  const { recordType, recordIds = [], customViewId, jobId, failOnError = false } = input;
  if (recordIds.length > 0) return byIds(crm, input, mass);
  const path = { module: recordType };
  const id = jobId ?? (await startJob(crm, mass, recordType, customViewId));
  const ask = async () => {
    const { body } = await crm.send(mass.status, { path, query: { job_id: id } });
    return objectsAt(body, "data")[0];
  };
  const result = jobResult(crm, id, await waitForJob(crm, { id, ask }, input.waitSeconds));
  const { failed, total } = result.summary;
  if (failed === 0 || !failOnError) return result;
  throw crm.error({
    kind: "input",
    code: "RECORDS_FAILED",
    message: `${failed} of ${total} records failed in the job ${id}`,
    details: result.data[0],
  });
}

async function byIds(crm: Crm, input: MassInput, mass: MassOperation): Promise<MassResult> {
  const { recordType, recordIds = [], concurrency = 5, failOnError = false } = input;
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const batch: RecordBatch = {
    operation: mass.many,
    action: mass.action,
    chunkSize: CHUNK,
    concurrency,
    keys: (record) => [String(record.id)],
    ...(mass.action === "delete" && {
      lookUp: (doubts) => findDeleted(crm, recordType, doubts),
      afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" || isForState(outcome) ? undefined : outcome),
    }),
    call: (records: readonly JsonObject[]) => ({
      path: { module: recordType },
      body: { ...mass.body, ids: records.map((record) => textAt(record, "id")) },
    }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, recordIds), failOnError);
}

async function startJob(
  crm: Crm,
  { start, body, viewBody = body }: MassOperation,
  recordType: string,
  cvid: string | undefined,
): Promise<string> {
  const call = { path: { module: recordType }, body: { ...viewBody, cvid } };
  return startedId(crm, start, (await sendItem(crm, start, call)).details, "job_id");
}

/**
 * The state of a job with its id, and its counts in short: what was done, and what could not be. What was not
 * is a failure at the end alone: until then Zoho counts there what it has yet to come to.
 */
export function jobResult(crm: Crm, jobId: string, status: JsonObject): MassResult {
  const count = (pattern: RegExp) =>
    Object.entries(status).reduce(
      (sum, [name, value]) => (pattern.test(name) && typeof value === "number" ? sum + value : sum),
      0,
    );
  const { requests, credits } = crm.ledger;
  const summary = {
    total: count(/^Total_Count$/i),
    succeeded: count(/^(Updated|Deleted|Converted)_Count$/i),
    failed: count(stateOf(status) === "COMPLETED" ? /^(Failed|Not_\w+)_Count$/i : /^Failed_Count$/i),
    requests,
    credits,
  };
  return { data: [{ ...status, job_id: jobId }], summary };
}
