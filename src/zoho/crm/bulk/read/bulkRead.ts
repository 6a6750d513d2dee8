import { appendFile, readFile, writeFile } from "node:fs/promises";
import { isObject, type JsonObject, textAt } from "../../../core/json";
import type { ZohoError } from "../../../http/errors";
import type { FileContent } from "../../../http/files";
import type { Crm } from "../../crm";
import { startedId } from "../../jobs/waitForJob";
import { rowsInArchive, temporaryFile } from "../archive";
import { csvWriter } from "../csv";
import { type Progress, progressOf, resultOf, waitForBulkJob } from "../jobs";
import { recordReader } from "./criteria";
import {
  type BulkQuery,
  bulkReadOperations,
  downloadArchive,
  getBulkReadJob,
  moduleIn,
  startBulkRead,
} from "./job";

export interface BulkReadInput extends BulkQuery {
  readonly output?: "records" | "csv";
  /** The most records to return; 100,000 records, and any number in a CSV, when left out. */
  readonly maxRecords?: number;
  /** A job that was started before: the read goes on with it. */
  readonly jobId?: string;
  /** Records of that job that were returned before, and are left out. */
  readonly skip?: number;
  /** Seconds to wait for each job, 60 when left out. */
  readonly waitSeconds?: number;
}

/** How far a bulk read came, and what it cost. */
export interface BulkReadInfo {
  readonly count: number;
  /** Whether there are others: a job that was not waited for, or more than were to be returned. */
  readonly more_records: boolean;
  /** Where another bulk read goes on, for a day. */
  readonly next_page_token?: string;
  /** Records of the last job that were returned, where it has more: what a later run with it skips. */
  readonly next_skip?: number;
  /** Why it ended early, where credits are left to others. */
  readonly stopped?: string;
  readonly method: "bulk";
  /** The last job, with which a later run goes on where its state is not COMPLETED. */
  readonly job_id: string;
  readonly state: string;
  readonly jobs: number;
  readonly requests: number;
  readonly credits: number;
}

/** The records of a bulk read. */
export interface BulkRead {
  readonly data: readonly JsonObject[];
  readonly info: BulkReadInfo;
}

const MOST_RECORDS = 100_000;

/** How far a read came. */
interface Reading {
  readonly jobId: string;
  readonly state: string;
  readonly progress: Progress;
  readonly jobs: number;
  readonly more: boolean;
  /** Where the next job begins, if this one was read to its end. */
  readonly token?: string;
  readonly stopped?: string;
}

/**
 * Reads any number of records by bulk jobs: starts one, waits for it, unpacks its result as a stream, and
 * goes on with the next by its page token. While one result is read, Zoho works on the next.
 * @returns records, or a CSV file. Records that did not come in time are said to be there, with the job to go
 * on with.
 * @throws ZohoError of kind `input` before anything is sent for what bulk jobs do not take; `JOB_FAILED` when
 * Zoho ends a job as failed; `JOB_UNDER_WAY` where a CSV would be only a part.
 */
export async function bulkRead(crm: Crm, input: BulkReadInput): Promise<BulkRead | FileContent> {
  if (input.output !== "csv") return bulkRecords(crm, input);
  return csvFrom(async (sink) => {
    const reading = await readJobs(crm, input, new Collector(crm, sink, input.maxRecords));
    if (reading.progress !== "completed") throw underWay(crm, reading);
  });
}

/** The records of a bulk read; see `bulkRead`. */
export async function bulkRecords(crm: Crm, input: BulkReadInput): Promise<BulkRead> {
  const data: JsonObject[] = [];
  const info = await bulkReadPages(crm, { maxRecords: MOST_RECORDS, ...input }, (page) => {
    for (const record of page) data.push(record);
  });
  return { data, info };
}

/**
 * A bulk read whose records are handed on some at a time, so that no more than those are in memory, however
 * many there are; see `bulkRead`.
 * @param take gets the next records, a thousand at most, and is waited for.
 */
export async function bulkReadPages(
  crm: Crm,
  input: BulkReadInput,
  take: (records: readonly JsonObject[]) => unknown,
): Promise<BulkReadInfo> {
  const collector = new Collector(crm, recordSink(crm, take), input.maxRecords);
  return infoOf(crm, collector, await readJobs(crm, input, collector));
}

function infoOf(crm: Crm, { count, cutAt }: Collector, reading: Reading): BulkReadInfo {
  const { requests, credits } = crm.ledger;
  const { jobId: job_id, state, jobs, more, token, stopped } = reading;
  return {
    count,
    more_records: more,
    ...(token !== undefined && { next_page_token: token }),
    ...(cutAt !== undefined && { next_skip: cutAt }),
    ...(stopped !== undefined && { stopped }),
    method: "bulk",
    job_id,
    state,
    jobs,
    requests,
    credits,
  };
}

const underWay = (crm: Crm, { jobId, state }: Reading): ZohoError =>
  crm.error({
    kind: "unavailable",
    code: "JOB_UNDER_WAY",
    message: `The bulk read ${jobId} is ${state}, and was not waited for any longer`,
    hint: "Run the action again with this Job ID, or with more Wait Seconds.",
    details: { job_id: jobId },
  });

async function readJobs(crm: Crm, input: BulkReadInput, collector: Collector): Promise<Reading> {
  let jobId = input.jobId ?? (await started(crm, input));
  let recordType: string | undefined;
  for (let jobs = 1; ; jobs += 1) {
    const id = jobId;
    const ask = async () => (await getBulkReadJob(crm, { jobId: id })).data[0];
    const job = await waitForBulkJob(crm, { id, ask }, input.waitSeconds);
    const state = textAt(job, "state") ?? "";
    const progress = progressOf(job);
    if (progress === "failed") throw failed(crm, id, job);
    if (progress === "underWay") return { jobId: id, state, progress, jobs, more: true };
    recordType ??= moduleIn(job);
    const skip = jobs === 1 ? (input.skip ?? 0) : 0;
    const { more_records: more, next_page_token: token, count } = resultOf(job);
    const wanted = more === true && collector.wants(Number(count ?? 0) - skip);
    if (wanted && typeof token !== "string") throw noToken(crm, id);
    const stopped = wanted ? crm.stoppedEarly() : undefined;
    const goesOn = wanted && stopped === undefined;
    // Zoho works on the next page while this one is read.
    const next = goesOn ? await started(crm, { recordType, pageToken: String(token) }) : undefined;
    await collector.take({ jobId: id, recordType, skip });
    const isCut = collector.cutAt !== undefined;
    if (next === undefined || isCut) {
      const goingOn = !isCut && more === true && typeof token === "string" ? { token } : {};
      return { jobId: id, state, progress, jobs, more: more === true || isCut, ...goingOn, stopped };
    }
    jobId = next;
  }
}

async function started(crm: Crm, query: BulkQuery): Promise<string> {
  const { data } = await startBulkRead(crm, query);
  return startedId(crm, bulkReadOperations.startBulkRead, data[0].details);
}

function failed(crm: Crm, jobId: string, job: JsonObject): ZohoError {
  const { error_message: error } = resultOf(job);
  const reason = isObject(error) ? `: ${textAt(error, "message") ?? textAt(error, "code") ?? ""}` : "";
  const message = `Zoho ended the bulk read ${jobId} as failed${reason}`;
  return crm.error({ kind: "unavailable", code: "JOB_FAILED", message, details: { job_id: jobId, error } });
}

const noToken = (crm: Crm, jobId: string): ZohoError =>
  crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    message: `The bulk read ${jobId} has more records and names no page token for them`,
  });

/**
 * The records or the CSV of one completed bulk read.
 * @throws ZohoError `JOB_UNDER_WAY` for one that is not completed.
 */
export async function downloadBulkRead(
  crm: Crm,
  input: Pick<BulkReadInput, "output" | "maxRecords" | "skip"> & { readonly jobId: string },
): Promise<BulkRead | FileContent> {
  const { jobId, output, maxRecords, skip = 0 } = input;
  const [job] = (await getBulkReadJob(crm, { jobId })).data;
  const progress = progressOf(job);
  const { more_records: more, next_page_token: token } = resultOf(job);
  const reading = { jobId, state: textAt(job, "state") ?? "", progress, jobs: 1, more: more === true };
  if (progress === "failed") throw failed(crm, jobId, job);
  if (progress === "underWay") throw underWay(crm, reading);
  const result = { jobId, recordType: moduleIn(job), skip };
  if (output === "csv") return csvFrom((sink) => new Collector(crm, sink, maxRecords).take(result));
  const data: JsonObject[] = [];
  const sink = recordSink(crm, (page) => data.push(...page));
  const collector = new Collector(crm, sink, maxRecords ?? MOST_RECORDS);
  await collector.take(result);
  const isCut = collector.cutAt !== undefined;
  const goingOn = !isCut && typeof token === "string" ? { token } : {};
  return { data, info: infoOf(crm, collector, { ...reading, more: reading.more || isCut, ...goingOn }) };
}

/** What is done with the rows of a result: once with its header, then with some at a time. */
interface Sink {
  header(recordType: string, names: readonly string[], isFirst: boolean): Promise<void> | void;
  rows(rows: readonly (readonly string[])[]): unknown;
}

/** Takes the results of jobs, one after the other, up to so many rows in all. */
class Collector {
  /** How many rows it has. */
  count = 0;
  /** How many rows of the last job it has, where that has more than it was to take. */
  cutAt: number | undefined;
  private jobs = 0;

  constructor(
    private readonly crm: Crm,
    private readonly sink: Sink,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  /** Whether it is to take more, with so many rows besides those that it has. */
  wants(rows: number): boolean {
    return this.count + rows < this.most;
  }

  /** Takes the rows of a job's result, a page at a time. */
  async take(result: {
    readonly jobId: string;
    readonly recordType: string;
    readonly skip: number;
  }): Promise<void> {
    const { jobId, recordType } = result;
    const what = `The result of the bulk read ${jobId}`;
    const download = (file: string) => downloadArchive(this.crm, jobId, file);
    let { skip } = result;
    let hasHeader = false;
    let taken = skip;
    for await (const batch of rowsInArchive(this.crm, download, what)) {
      if (!hasHeader) await this.sink.header(recordType, batch.shift() ?? [], this.jobs === 0);
      hasHeader = true;
      const rows = skip > 0 ? batch.slice(skip) : batch;
      skip = Math.max(0, skip - batch.length);
      const wanted = rows.slice(0, this.most - this.count);
      if (wanted.length > 0) await this.sink.rows(wanted);
      this.count += wanted.length;
      taken += wanted.length;
      if (wanted.length === rows.length) continue;
      this.cutAt = taken;
      break;
    }
    this.jobs += 1;
  }
}

/** Hands records with typed values on. */
function recordSink(crm: Crm, take: (records: readonly JsonObject[]) => unknown): Sink {
  let read: (row: readonly string[]) => JsonObject = () => ({});
  return {
    async header(recordType, names) {
      read = await recordReader(crm, recordType, names);
    },
    rows: (rows) => take(rows.map((row) => read(row))),
  };
}

/**
 * One CSV with one header, whose column of ids is called `id`. It is put together on disk, so that it is in
 * memory no more than once.
 */
async function csvFrom(collect: (sink: Sink) => Promise<void>): Promise<FileContent> {
  const write = await csvWriter();
  const { file, remove } = await temporaryFile("result.csv");
  try {
    await writeFile(file, "");
    await collect({
      async header(_, names, isFirst) {
        const own = names.map((name) => (name.toLowerCase() === "id" ? "id" : name));
        if (isFirst) await appendFile(file, write([own]));
      },
      rows: (rows) => appendFile(file, write(rows)),
    });
    return { data: await readFile(file), contentType: "text/csv" };
  } finally {
    await remove();
  }
}
