import { type Change, type ChangePage, instantOf, refuseFuture } from "../../changes/change";
import type { ListState } from "../../changes/listScan";
import { openAt, REWIND } from "../../changes/window";
import type { Crm } from "../crm";
import { withoutRestored } from "./called";
import { beginDeletesNow, readDeletes } from "./deletes";
import { beginInBulk, readInBulk } from "./initial";
import { beginRecordsNow, type RecordState, readRecords } from "./records";
import { type Left, restoredSince } from "./restored";
import { type CrmChangeQuery, newestOf } from "./rows";
import { type CrmFeedState, feedStateFrom } from "./state";

/** Where a feed begins. */
export type Begin = (crm: Crm, query: CrmChangeQuery) => Promise<CrmFeedState>;

/**
 * Given where the feed stood, the next page of a module's changes and where it then stands. Without a state
 * the feed begins: now, or where `begin` says. A feed without news costs one request and one credit; where
 * deleted records are asked for, it costs one request more.
 * @throws ZohoError when any request fails; the state from before then still holds.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
 */
export async function nextChanges(
  crm: Crm,
  query: CrmChangeQuery,
  saved: unknown,
  begin?: Begin,
): Promise<ChangePage<CrmFeedState>> {
  const state = feedStateFrom(saved, query.recordType);
  if (state) return readChanges(crm, query, state);
  if (begin) return readChanges(crm, query, await begin(crm, query));
  return { changes: [], state: await beginNow(crm, query), more: false };
}

/** The next page: new and updated records first, by (Modified_Time, id), then the deleted ones. */
async function readChanges(
  crm: Crm,
  query: CrmChangeQuery,
  before: CrmFeedState,
): Promise<ChangePage<CrmFeedState>> {
  const module = query.recordType;
  const changes: Change[] = [];
  let { records, deletes, left } = before;
  const state = () => stateOf(module, records, query.deleted ? deletes : undefined, left);
  if (wantsRecords(query) && !deletes?.scan) {
    records ??= await beginRecordsNow(crm, query);
    const page = records.bulk
      ? await readInBulk(crm, query, records.window, records.bulk)
      : await readRecords(crm, query, records, deletes?.window);
    records = page.state;
    changes.push(...page.changes);
    deletes = deletes && withoutRestored(deletes, page.changes);
    if (page.more) return { changes, state: state(), more: true };
  }
  if (!query.deleted) return { changes, state: state(), more: false };
  deletes ??= await beginDeletesNow(crm, module, await reached(crm, module, records));
  const { from } = deletes.window;
  const page = await readDeletes(crm, module, deletes);
  changes.push(...page.changes);
  deletes = page.state;
  if (records && query.updated && page.listed) {
    const { listed } = page;
    const restored = await restoredSince(crm, query, { records, deletes, left }, { from, listed });
    changes.push(...restored.changes);
    ({ records, deletes, left } = restored);
  }
  return { changes, state: state(), more: page.more };
}

/** Begins a feed now: nothing of what happened before is emitted. */
export async function beginNow(crm: Crm, query: CrmChangeQuery): Promise<CrmFeedState> {
  const records = wantsRecords(query) ? await beginRecordsNow(crm, query) : undefined;
  return stateOf(query.recordType, records, await deletesFromNow(crm, query, records));
}

/**
 * Begins a feed with all records there are, by bulk jobs from so many records on. Of the deleted ones, those
 * that are deleted from now on are emitted.
 */
export const beginWithAll =
  (bulkFrom?: number): Begin =>
  async (crm, query) => {
    const deletes = await deletesFromNow(crm, query);
    const records = (await beginInBulk(crm, query, bulkFrom)) ?? { window: openAt(0) };
    return stateOf(query.recordType, records, deletes);
  };

/**
 * Begins a feed with what has changed since a time in ISO 8601; a time without an offset is UTC's.
 * @throws ZohoError `INVALID_INPUT` when the time is in the future, by Zoho's clock.
 */
export const beginSince =
  (time: string): Begin =>
  async (crm, query) => {
    const since = instantOf("crm", time);
    refuseFuture("crm", since, (await newestOf(crm, query.recordType)).date);
    return openedAt(query.recordType, since);
  };

/**
 * Begins a feed with what has changed since Zoho's clock said so, in seconds since the epoch; some hours
 * before where it says something earlier now.
 */
export const beginAt =
  (since: number): Begin =>
  async (crm, query) => {
    const { date } = await newestOf(crm, query.recordType);
    return openedAt(query.recordType, since > date ? date - REWIND : since);
  };

const openedAt = (module: string, since: number): CrmFeedState =>
  stateOf(module, { window: openAt(since) }, { window: openAt(since) });

const wantsRecords = ({ created, updated }: CrmChangeQuery): boolean => created || updated;

const deletesFromNow = async (crm: Crm, { recordType, deleted }: CrmChangeQuery, records?: RecordState) =>
  deleted ? beginDeletesNow(crm, recordType, await reached(crm, recordType, records)) : undefined;

/** A time that Zoho's clock has reached. */
const reached = async (crm: Crm, module: string, records?: RecordState): Promise<number> =>
  records ? records.window.cursor : ((await newestOf(crm, module)).newest ?? 0);

const stateOf = (
  module: string,
  records?: RecordState,
  deletes?: ListState,
  left: Left = {},
): CrmFeedState => ({
  module,
  ...(records && { records }),
  ...(deletes && { deletes }),
  ...(Object.keys(left).length > 0 && { left }),
});
