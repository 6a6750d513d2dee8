import { isObject, type JsonObject, textAt } from "../../../core/json";
import type { ZohoError } from "../../../http/errors";
import type { FileContent } from "../../../http/files";
import type { Crm } from "../../crm";
import { fileIn } from "../archive";
import { csvWriter, rowsIn } from "../csv";
import { type Progress, progressOf, resultOf, startedId, waitForBulkJob } from "../jobs";
import { recordReader } from "./criteria";
import { type BulkQuery, downloadArchive, getBulkReadJob, moduleIn, startBulkRead } from "./job";

export interface BulkReadInput extends BulkQuery {
  readonly output?: "records" | "csv";
  /** The most records to return; 100,000 records, and any number in a CSV, when left out. */
  readonly maxRecords?: number;
  /** A job that was started before: the read goes on with it. */
  readonly jobId?: string;
  /** Seconds to wait for each job, 60 when left out. */
  readonly waitSeconds?: number;
}

/** The records of a bulk read. */
export interface BulkRead {
  readonly data: readonly JsonObject[];
  readonly info: {
    readonly count: number;
    /** Whether there are others: a job that was not waited for, or more than were to be returned. */
    readonly more_records: boolean;
    /** Where another bulk read goes on, for a day. */
    readonly next_page_token?: string;
    readonly method: "bulk";
    /** The last job, with which a later run goes on where its state is not COMPLETED. */
    readonly job_id: string;
    readonly state: string;
    readonly jobs: number;
    readonly requests: number;
    readonly credits: number;
  };
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
  if (input.output === "csv") {
    const csv = await csvCollector(crm, input.maxRecords ?? Number.POSITIVE_INFINITY);
    const reading = await readJobs(crm, input, async () => csv);
    if (reading.progress === "completed") return csv.all();
    throw underWay(crm, reading);
  }
  return bulkRecords(crm, input);
}

/** The records of a bulk read; see `bulkRead`. */
export async function bulkRecords(crm: Crm, input: BulkReadInput): Promise<BulkRead> {
  const most = input.maxRecords ?? MOST_RECORDS;
  let records: Collector<JsonObject[]> | undefined;
  const reading = await readJobs(crm, input, async (module) => {
    records ??= recordCollector(crm, module, most);
    return records;
  });
  return recordsWith(crm, records?.all() ?? [], reading);
}

/** Records with how far their read came, and what it cost. */
function recordsWith(crm: Crm, data: readonly JsonObject[], reading: Reading): BulkRead {
  const { requests, credits } = crm.ledger;
  const { jobId: job_id, state, jobs, more, token } = reading;
  const next = token === undefined ? {} : { next_page_token: token };
  const count = data.length;
  return {
    data,
    info: { count, more_records: more, ...next, method: "bulk", job_id, state, jobs, requests, credits },
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

async function readJobs(
  crm: Crm,
  input: BulkReadInput,
  collectorFor: (recordType: string) => Promise<Collector<unknown>>,
): Promise<Reading> {
  const most = input.maxRecords ?? (input.output === "csv" ? Number.POSITIVE_INFINITY : MOST_RECORDS);
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
    const collector = await collectorFor(recordType);
    const { more_records: more, next_page_token: token, count } = resultOf(job);
    const goesOn = more === true && collector.count() + Number(count ?? 0) < most;
    if (goesOn && typeof token !== "string") throw noToken(crm, id);
    // Zoho works on the next page while this one is read.
    const next = goesOn ? await started(crm, { recordType, pageToken: String(token) }) : undefined;
    const { data } = await downloadArchive(crm, id);
    await collector.take(data, id);
    if (next === undefined || collector.isCut())
      return { jobId: id, state, progress, jobs, more: more === true || collector.isCut() };
    jobId = next;
  }
}

async function started(crm: Crm, query: BulkQuery): Promise<string> {
  const { data } = await startBulkRead(crm, query);
  return startedId(crm, data[0].details);
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
  { jobId, output, maxRecords }: Pick<BulkReadInput, "output" | "maxRecords"> & { readonly jobId: string },
): Promise<BulkRead | FileContent> {
  const [job] = (await getBulkReadJob(crm, { jobId })).data;
  const progress = progressOf(job);
  const { more_records: more, next_page_token: token } = resultOf(job);
  const reading = { jobId, state: textAt(job, "state") ?? "", progress, jobs: 1, more: more === true };
  if (progress === "failed") throw failed(crm, jobId, job);
  if (progress === "underWay") throw underWay(crm, reading);
  const { data: archive } = await downloadArchive(crm, jobId);
  if (output === "csv") {
    const csv = await csvCollector(crm, maxRecords ?? Number.POSITIVE_INFINITY);
    await csv.take(archive, jobId);
    return csv.all();
  }
  const records = recordCollector(crm, moduleIn(job), maxRecords ?? MOST_RECORDS);
  await records.take(archive, jobId);
  const isWhole = !records.isCut() && typeof token === "string";
  return recordsWith(crm, records.all(), {
    ...reading,
    more: reading.more || records.isCut(),
    ...(isWhole ? { token } : {}),
  });
}

/** Takes the results of jobs, one after the other, up to so many rows in all. */
interface Collector<T> {
  /** Takes the rows of an archive, a batch at a time. */
  take(archive: Buffer, jobId: string): Promise<void>;
  /** How many rows it has. */
  count(): number;
  /** Whether there were more than it was to take. */
  isCut(): boolean;
  all(): T;
}

/** What is done with the rows of a result: once with its header, then with some at a time. */
interface Sink<T> {
  header(names: readonly string[], isFirst: boolean): Promise<void>;
  rows(rows: readonly (readonly string[])[]): void;
  all(): T;
}

function collector<T>(crm: Crm, most: number, sink: Sink<T>): Collector<T> {
  let count = 0;
  let isCut = false;
  let jobs = 0;
  return {
    count: () => count,
    isCut: () => isCut,
    all: () => sink.all(),
    async take(archive, jobId) {
      const what = `The result of the bulk read ${jobId}`;
      let hasHeader = false;
      for await (const batch of rowsIn(crm, fileIn(crm, archive, what), what)) {
        const [header = []] = batch;
        if (!hasHeader) await sink.header(header, jobs === 0);
        const rows = hasHeader ? batch : batch.slice(1);
        hasHeader = true;
        const wanted = rows.slice(0, most - count);
        sink.rows(wanted);
        count += wanted.length;
        isCut ||= wanted.length < rows.length;
        if (isCut) break;
      }
      jobs += 1;
    },
  };
}

/** Collects records with typed values. */
function recordCollector(crm: Crm, recordType: string, most: number): Collector<JsonObject[]> {
  const records: JsonObject[] = [];
  let read: (row: readonly string[]) => JsonObject = () => ({});
  return collector(crm, most, {
    async header(names) {
      read = await recordReader(crm, recordType, names);
    },
    rows: (rows) => void records.push(...rows.map(read)),
    all: () => records,
  });
}

/** Collects one CSV with one header, whose column of ids is called `id`. */
async function csvCollector(crm: Crm, most: number): Promise<Collector<FileContent>> {
  const write = await csvWriter();
  const parts: Buffer[] = [];
  return collector(crm, most, {
    async header(names, isFirst) {
      if (isFirst) parts.push(write([names.map((name) => (name.toLowerCase() === "id" ? "id" : name))]));
    },
    rows: (rows) => void parts.push(write(rows)),
    all: () => ({ data: Buffer.concat(parts), contentType: "text/csv" }),
  });
}
