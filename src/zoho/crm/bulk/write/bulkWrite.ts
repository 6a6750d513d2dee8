import {
  type Attempted,
  type BatchResult,
  failureOutcome,
  type Outcome,
  reportOf,
  unknownOutcome,
} from "../../../batch/outcomes";
import { isObject, type JsonObject, objectsAt, textAt } from "../../../core/json";
import { inputError, ZohoError } from "../../../http/errors";
import type { Crm } from "../../crm";
import { archiveOf, rowsInArchive } from "../archive";
import { csvWriter } from "../csv";
import { progressOf, resultOf, waitForBulkJob } from "../jobs";
import { type Chunk, chunksOf, type Limits } from "./chunks";
import { downloadResult, getBulkWriteJob, jobIdOf, startJob, uploadArchive } from "./job";
import { outcomeOf, type ResultRow, resultReader, resultsByRow } from "./join";
import { type CheckedRows, checkedRows, type WriteSource } from "./source";

export interface BulkWriteInput extends WriteSource {
  /**
   * Jobs that an earlier run started for the same records, in their order: they are waited for and not
   * started again.
   */
  readonly jobIds?: readonly string[];
  /** Seconds to wait for each job, 60 when left out. */
  readonly waitSeconds?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

export interface BulkWriteResult extends BatchResult {
  /** The jobs in the order of the records that they had. */
  readonly jobs: readonly { readonly job_id: string; readonly state: string; readonly count: number }[];
}

interface Ran {
  readonly outcomes: readonly Outcome[];
  readonly job?: { readonly id: string; readonly state: string };
  /** Why nothing after it is attempted. */
  readonly stop?: string;
}

/**
 * Writes any number of records by bulk jobs, 25,000 in each, one after the other: a CSV is built, packed,
 * uploaded and worked through by Zoho, and the result is joined back to the records.
 * @returns one outcome a record, in input order, each with the id of its job. A job that is not waited for to
 * its end leaves the outcomes of its records unknown: with its id in `jobIds`, and the same records, a later
 * run finds them.
 * @throws ZohoError where nothing was begun, and with `failOnError`.
 */
export async function bulkWrite(crm: Crm, input: BulkWriteInput, limits?: Limits): Promise<BulkWriteResult> {
  const checked = await checkedRows(crm, input);
  const write = await csvWriter();
  const pack = () => archiveOf(fileName(input));
  const outcomes: (Outcome | undefined)[] = [];
  const jobs: { job_id: string; state: string; count: number }[] = [];
  let stop: string | undefined;
  let last = -1;
  const refuse = (index: number, problem: Omit<Outcome, "index" | "status">): void => {
    outcomes[index] = { index, status: "error", ...problem };
    last = Math.max(last, index);
  };
  for await (const chunk of chunksOf(checked.rows, checked.columns, write, pack, refuse, limits)) {
    last = Math.max(last, chunk.indexes.at(-1) ?? -1);
    if (jobs.length > 0 && input.jobIds?.[jobs.length] === undefined) stop ??= crm.shortage()?.reason;
    if (stop !== undefined) continue;
    const ran = await run(crm, input, checked, chunk, jobs.length);
    for (const outcome of ran.outcomes) outcomes[outcome.index] = outcome;
    if (ran.job) jobs.push({ job_id: ran.job.id, state: ran.job.state, count: chunk.indexes.length });
    stop = ran.stop;
  }
  outcomes.length = last + 1;
  const attempted: Attempted = { outcomes, reason: stop ?? "The bulk write ended before" };
  return { ...reportOf(crm, attempted, input.failOnError), jobs };
}

/** Runs the job of one file, or waits for the one that it has already. */
async function run(
  crm: Crm,
  input: BulkWriteInput,
  checked: CheckedRows,
  chunk: Chunk,
  number: number,
): Promise<Ran> {
  const known = input.jobIds?.[number];
  let id: string;
  try {
    id = known ?? jobIdOf(crm, await begin(crm, input, checked, chunk));
  } catch (error) {
    if (!(error instanceof ZohoError) || (number === 0 && error.kind !== "unknown")) throw error;
    return stopped(chunk, error);
  }
  try {
    return await finish(crm, input, chunk, id);
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    const message = `${error.reason}, so that nothing is known of the record but its job ${id}`;
    const outcomes = chunk.indexes.map((index) =>
      unknownOutcome(index, message, { job_id: id, cause: error.code }),
    );
    return {
      outcomes,
      job: { id, state: "UNKNOWN" },
      stop: `Zoho did not tell what became of the job ${id}`,
    };
  }
}

/** The rows of a file that was not begun, or of which Zoho did not say whether it was. */
function stopped({ indexes }: Chunk, error: ZohoError): Ran {
  const stop = `An earlier file of the bulk write was not started: ${error.reason}`;
  return { outcomes: indexes.map((index) => failureOutcome(index, error)), stop };
}

const fileName = ({ recordType }: WriteSource): string => `${recordType}.csv`;

async function begin(
  crm: Crm,
  input: BulkWriteInput,
  { columns }: CheckedRows,
  chunk: Chunk,
): Promise<JsonObject> {
  const archive = await chunk.archive();
  const id = await uploadArchive(crm, archive, `${input.recordType}.zip`);
  const file = { id, name: fileName(input) };
  const findBy = input.findBy ?? (input.operation === "insert" ? undefined : "id");
  const started = await startJob(
    crm,
    { ...input, findBy },
    file,
    columns.map(({ mapping }) => mapping),
  );
  const [first = 0] = chunk.indexes;
  crm.log.info(`The bulk write ${jobIdOf(crm, started)} has the records from ${first + 1} on.`);
  return started;
}

async function finish(crm: Crm, input: BulkWriteInput, chunk: Chunk, id: string): Promise<Ran> {
  const ask = () => getBulkWriteJob(crm, { jobId: id });
  const job = await waitForBulkJob(crm, { id, ask }, input.waitSeconds);
  const state = textAt(job, "status") ?? "";
  const progress = progressOf(job);
  if (progress === "underWay") {
    const message = `The bulk write ${id} is ${state}, and was not waited for any longer`;
    const details = { job_id: id, state };
    const outcomes = chunk.indexes.map((index) => ({
      ...unknownOutcome(index, message, details),
      hint: "Run the action again with the same records and with the IDs of its jobs.",
    }));
    return { outcomes, job: { id, state }, stop: message };
  }
  if (progress === "failed" && textAt(resultOf(job), "download_url") === undefined)
    return { outcomes: failedRows(chunk, id, job), job: { id, state } };
  const results = await readResults(crm, id, job);
  const found = resultsByRow(chunk, results);
  const outcomes = chunk.indexes.map((index, place) => outcomeOf(index, found[place], id));
  return { outcomes, job: { id, state } };
}

/**
 * The rows of a job that failed as a whole. Where it has changed nothing by its own counts, they may be sent
 * again.
 */
function failedRows({ indexes }: Chunk, id: string, job: JsonObject): Outcome[] {
  const [resource] = objectsAt(job, "resource");
  const file = isObject(resource?.file) ? resource.file : {};
  const changed = Number(file.added_count ?? 0) + Number(file.updated_count ?? 0);
  const code = textAt(resource, "code") ?? "JOB_FAILED";
  const message = `Zoho ended the bulk write ${id} as failed (${code})`;
  const details = { job_id: id, file };
  return indexes.map((index) =>
    changed > 0
      ? unknownOutcome(index, `${message} after it had written ${changed} records`, details)
      : { index, status: "error", code, message, details },
  );
}

/** The rows of a job's result, in Zoho's order. */
async function readResults(crm: Crm, id: string, job: JsonObject): Promise<ResultRow[]> {
  const what = `The result of the bulk write ${id}`;
  const download = (file: string) => downloadResult(crm, id, job, file);
  const results: ResultRow[] = [];
  let read: ((row: readonly string[]) => ResultRow) | undefined;
  for await (const batch of rowsInArchive(crm, download, what)) {
    const rows = read ? batch : batch.slice(1);
    read ??= resultReader(batch[0] ?? []);
    if (!read)
      throw crm.error({ kind: "answer", code: "UNREADABLE_ANSWER", message: `${what} has no column STATUS` });
    results.push(...rows.map(read));
  }
  return results;
}

/**
 * Starts one bulk write and does not wait for it. All of the records must be good, and fit into one job.
 * @throws ZohoError of kind `input` before anything is sent, for the first record that cannot be.
 */
export async function startBulkWrite(crm: Crm, input: WriteSource, limits?: Limits): Promise<JsonObject> {
  const checked = await checkedRows(crm, input);
  const refuse = (index: number, { message, details }: Omit<Outcome, "index" | "status">): never => {
    throw inputError("crm", `Record ${index + 1}: ${message}`, isObject(details) ? details : undefined);
  };
  let only: Chunk | undefined;
  const write = await csvWriter();
  const pack = () => archiveOf(fileName(input));
  for await (const chunk of chunksOf(checked.rows, checked.columns, write, pack, refuse, limits)) {
    if (only)
      throw inputError("crm", "Records: they are more than one job takes, which is 25,000 records and 25 MB");
    only = chunk;
  }
  if (!only) throw inputError("crm", "Records: expected at least one record");
  return begin(crm, input, checked, only);
}

/**
 * What became of the rows of one bulk write, in Zoho's order.
 * @throws ZohoError `JOB_UNDER_WAY` for one that is not completed.
 */
export async function downloadBulkWrite(crm: Crm, { jobId }: { jobId: string }): Promise<BatchResult> {
  const job = await getBulkWriteJob(crm, { jobId });
  const progress = progressOf(job);
  if (
    progress === "completed" ||
    (progress === "failed" && textAt(resultOf(job), "download_url") !== undefined)
  ) {
    const outcomes = (await readResults(crm, jobId, job)).map((row, index) => outcomeOf(index, row, jobId));
    return reportOf(crm, { outcomes, reason: "" });
  }
  const state = textAt(job, "status") ?? "";
  const isFailed = progress === "failed";
  throw crm.error({
    kind: "unavailable",
    code: isFailed ? "JOB_FAILED" : "JOB_UNDER_WAY",
    message: `The bulk write ${jobId} is ${state} and has no result`,
    details: { job_id: jobId },
  });
}
