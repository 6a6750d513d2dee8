import { OVERLAP, openAt, remember, type Window } from "../../changes/window";
import type { Cache } from "../../core/cache";
import type { JsonObject } from "../../core/json";
import { ZohoError } from "../../http/errors";
import { rowsInArchive } from "../bulk/archive";
import { givesAlike, progressOf, resultOf, waitForBulkJob } from "../bulk/jobs";
import { recordReader } from "../bulk/read/criteria";
import {
  type BulkQuery,
  bulkReadOperations,
  downloadArchive,
  getBulkReadJob,
  startBulkRead,
} from "../bulk/read/job";
import type { Crm } from "../crm";
import { startedId } from "../jobs/waitForJob";
import { moduleName } from "../query/coql";
import { countRows, everyRecord } from "../query/select";
import { freshAmong } from "./fresh";
import type { BulkPlace, RecordPage, RecordState } from "./records";
import { type CrmChangeQuery, newestOf, rowOf, timeColumns } from "./rows";

/*
 * Initial syncs of large modules by bulk jobs, for 50 credits each instead of two for a thousand records. The
 * window opens before the job is begun: what was changed before it is settled and comes by the job alone;
 * what was changed since is remembered where the job has it, and comes by the feed where it has not.
 */

/** Rows from which a job costs less than the queries for as many, and is worth the wait for it. */
const BULK_PAYS = 50_000;
/** Rows of one page. */
const MOST = 1000;

/**
 * Begins with all records by bulk jobs where they pay; undefined where queries read them, because they are
 * few, or because a job does not give what is asked for in the same form.
 * @param from rows from which bulk jobs are taken.
 */
export async function beginInBulk(
  crm: Crm,
  query: CrmChangeQuery,
  from = BULK_PAYS,
): Promise<RecordState | undefined> {
  const { recordType, fields, moreFields = [], conditions = [] } = query;
  if (fields.length === 0 || moreFields.length > 0 || conditions.length > 0) return undefined;
  const names = columnsOf(query);
  if (!(await givesAlike(crm, recordType, names)) || crm.shortage()) return undefined;
  const count = await countRows(crm, moduleName(recordType), everyRecord);
  if (count === undefined || count < from) return undefined;
  const { newest, date } = await newestOf(crm, recordType);
  const cursor = Math.max(0, (newest ?? date) - OVERLAP);
  try {
    const jobId = await started(crm, { recordType, fields: names });
    return { window: { cursor, from: cursor, emitted: [] }, bulk: { jobId, skip: 0 } };
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    crm.log.info(`Zoho starts no bulk job for ${recordType} (${error.code}), so queries read its records.`);
    return undefined;
  }
}

const columnsOf = ({ fields }: CrmChangeQuery): string[] => [
  ...new Set([...timeColumns, ...fields.filter((name) => name !== "id")]),
];

async function started(crm: Crm, query: BulkQuery): Promise<string> {
  const { data } = await startBulkRead(crm, query);
  return startedId(crm, bulkReadOperations.startBulkRead, data[0].details);
}

/**
 * The next page of a sync by bulk jobs. A job that is not done yet gives an empty one. Where the job is gone
 * or has failed, queries read everything: what was handed on comes once more then.
 */
export async function readInBulk(
  crm: Crm,
  query: CrmChangeQuery,
  window: Window,
  place: BulkPlace,
): Promise<RecordPage> {
  try {
    return await nextPage(crm, query, window, place);
  } catch (error) {
    if (!(error instanceof ZohoError) || !isGone(error)) throw error;
    crm.log.warn(`${error.reason}. All records of ${query.recordType} are read by queries instead.`);
    return { changes: [], more: true, state: { window: openAt(0) } };
  }
}

const isGone = ({ kind, code }: ZohoError): boolean =>
  kind === "notFound" || kind === "input" || code === "JOB_FAILED" || code === "EXPIRED_VALUE";

async function nextPage(
  crm: Crm,
  query: CrmChangeQuery,
  window: Window,
  { jobId, skip }: BulkPlace,
): Promise<RecordPage> {
  const { recordType } = query;
  const ask = async () => (await getBulkReadJob(crm, { jobId })).data[0];
  const job = await waitForBulkJob(crm, { id: jobId, ask });
  const at = { window, bulk: { jobId, skip } };
  const progress = progressOf(job);
  if (progress === "underWay") return { changes: [], more: true, state: at };
  if (progress === "failed")
    throw crm.error({
      kind: "unavailable",
      code: "JOB_FAILED",
      message: `Zoho ended the bulk read ${jobId} as failed`,
    });
  const { records, isLast } = await take(crm, recordType, at.bulk, Math.min(query.most ?? MOST, MOST));
  const rows = records.map(rowOf);
  // Every record is new to those who begin with all of them.
  const fresh = freshAmong(query, { ...window, opening: 0 }, rows, { names: query.fields });
  const versions = fresh.versions.filter(({ time }) => time >= window.cursor);
  const remembered = remember(window, versions);
  const page = { changes: fresh.changes, more: true };
  if (!isLast)
    return { ...page, state: { window: remembered, bulk: { jobId, skip: skip + records.length } } };
  const { more_records: more, next_page_token: token } = resultOf(job);
  if (more !== true) return { ...page, state: { window: remembered } };
  const next = await started(crm, { recordType, pageToken: String(token) });
  return { ...page, state: { window: remembered, bulk: { jobId: next, skip: 0 } } };
}

/** A result that is being read: as long as the process lives, the next page goes on where this one ended. */
interface OpenResult {
  readonly batches: AsyncGenerator<string[][]>;
  readonly read: (row: readonly string[]) => JsonObject;
  /** Rows that were taken before those that wait. */
  at: number;
  waiting: string[][];
  /** The rows of the last page, which are asked for again where it was too large. */
  last: string[][];
  isDone: boolean;
}

/** Results that are kept open at once: of more, the oldest is closed and downloaded again if need be. */
const MOST_OPEN = 2;
const opened = new WeakMap<Cache, Map<string, OpenResult>>();

/** The results that are open for a connection, by their jobs. */
function openOf({ cache }: Crm): Map<string, OpenResult> {
  const open = opened.get(cache) ?? new Map<string, OpenResult>();
  opened.set(cache, open);
  return open;
}

/** Records of a job's result from a row on. */
async function take(
  crm: Crm,
  recordType: string,
  { jobId, skip }: BulkPlace,
  most: number,
): Promise<{ records: JsonObject[]; isLast: boolean }> {
  const open = openOf(crm);
  const known = open.get(jobId);
  open.delete(jobId);
  if (known && known.at - known.last.length === skip) {
    known.waiting.unshift(...known.last);
    known.at = skip;
  }
  let result = known;
  if (known?.at !== skip) {
    await known?.batches.return(undefined);
    result = await openResult(crm, recordType, jobId);
    while (result.at < skip && (await fill(result, 1))) {
      const passed = result.waiting.splice(0, skip - result.at);
      result.at += passed.length;
    }
  }
  if (!result) return { records: [], isLast: true };
  await fill(result, most + 1);
  result.last = result.waiting.splice(0, most);
  result.at += result.last.length;
  const isLast = result.isDone && result.waiting.length === 0;
  if (isLast) await result.batches.return(undefined);
  else await keep(open, jobId, result);
  return { records: result.last.map(result.read), isLast };
}

async function openResult(crm: Crm, recordType: string, jobId: string): Promise<OpenResult> {
  const what = `The result of the bulk read ${jobId}`;
  const batches = rowsInArchive(crm, (file) => downloadArchive(crm, jobId, file), what);
  const first = await batches.next();
  const [header = [], ...waiting] = first.done ? [] : first.value;
  const read = await recordReader(crm, recordType, header);
  return { batches, read, at: 0, waiting, last: [], isDone: first.done === true };
}

/** Reads on until so many rows wait, or there are no more. @returns whether any waits. */
async function fill(result: OpenResult, rows: number): Promise<boolean> {
  while (!result.isDone && result.waiting.length < rows) {
    const next = await result.batches.next();
    if (next.done) result.isDone = true;
    else result.waiting.push(...next.value);
  }
  return result.waiting.length > 0;
}

async function keep(open: Map<string, OpenResult>, jobId: string, result: OpenResult): Promise<void> {
  open.set(jobId, result);
  for (const [id, oldest] of open) {
    if (open.size <= MOST_OPEN) return;
    open.delete(id);
    await oldest.batches.return(undefined);
  }
}
