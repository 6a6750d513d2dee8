import type { PassMemory } from "../../changes/pass";
import { beginAt, forget, recall } from "../../changes/seen";
import { secondsOf } from "../../core/time";
import type { Crm } from "../crm";
import { beginDeletesNow, readDeletes } from "./deletes";
import { type ChangeMemory, memoryFrom } from "./memory";
import { newestOf } from "./rows";
import type { Change, ChangeQuery } from "./types";
import { beginRecordsAt, beginRecordsNow, type RecordMemory, readRecords } from "./updates";

export interface ChangePage {
  readonly changes: Change[];
  /** What to remember. It may be saved after any page, and the feed goes on from there. */
  readonly memory: ChangeMemory;
  /** Whether another page is there to be read now. */
  readonly more: boolean;
}

/**
 * Given what was remembered, the next page of a module's changes and what to remember. Without a memory the feed begins: now, or where `begin` says.
 * A feed without news costs one request and one credit; where deleted records are asked for, it costs one request more.
 * @throws ZohoError when any request fails; what was remembered before then still holds.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
 */
export async function nextChanges(
  crm: Crm,
  query: ChangeQuery,
  remembered: unknown,
  begin?: (crm: Crm, query: ChangeQuery) => Promise<ChangeMemory>,
): Promise<ChangePage> {
  const memory = memoryFrom(remembered, query.recordType);
  if (memory) return readChanges(crm, query, memory);
  if (begin) return readChanges(crm, query, await begin(crm, query));
  return { changes: [], memory: await beginNow(crm, query), more: false };
}

/** The next page: new and updated records first, by (Modified_Time, id), then the deleted ones. */
async function readChanges(crm: Crm, query: ChangeQuery, memory: ChangeMemory): Promise<ChangePage> {
  const module = query.recordType;
  let { records, deletes } = memory;
  const changes: Change[] = [];
  if (wantsRecords(query) && !deletes?.pass) {
    records ??= await beginRecordsNow(crm, query);
    const page = await readRecords(crm, query, records, deletes?.seen);
    records = page.memory;
    changes.push(...page.changes);
    deletes = deletes && withoutRestored(deletes, page.changes);
    if (page.more) return { changes, memory: memoryOf(module, records, deletes), more: true };
  }
  if (!query.deleted) return { changes, memory: memoryOf(module, records), more: false };
  deletes ??= await beginDeletesNow(crm, module, await asOf(crm, module, records));
  const page = await readDeletes(crm, module, deletes);
  changes.push(...page.changes);
  return { changes, memory: memoryOf(module, records, page.memory), more: page.more };
}

/** Begins a feed now: nothing of what happened before is emitted. */
export async function beginNow(crm: Crm, query: ChangeQuery): Promise<ChangeMemory> {
  const records = wantsRecords(query) ? await beginRecordsNow(crm, query) : undefined;
  return memoryOf(query.recordType, records, await deletesFromNow(crm, query, records));
}

/** Begins a feed with all records there are. Of the deleted ones, those that are deleted from now on are emitted. */
export async function beginWithAll(crm: Crm, query: ChangeQuery): Promise<ChangeMemory> {
  const records = await beginRecordsAt(crm, query.recordType, 0);
  return memoryOf(query.recordType, records, await deletesFromNow(crm, query, records));
}

/** Begins a feed with what has changed since a time in ISO 8601. */
export const beginSince =
  (time: string) =>
  async (crm: Crm, query: ChangeQuery): Promise<ChangeMemory> => {
    const since = secondsOf(time);
    return memoryOf(query.recordType, await beginRecordsAt(crm, query.recordType, since), {
      seen: beginAt(since),
    });
  };

/** A record that is there again may be deleted again, even within the second in which it was deleted before. */
export function withoutRestored(deletes: PassMemory, changes: readonly Change[]): PassMemory {
  const ids = new Set(changes.map(({ id }) => id));
  return recall(deletes.seen, ids).size > 0 ? { ...deletes, seen: forget(deletes.seen, ids) } : deletes;
}

const wantsRecords = ({ created, updated }: ChangeQuery): boolean => created || updated;

const deletesFromNow = async (crm: Crm, { recordType, deleted }: ChangeQuery, records?: RecordMemory) =>
  deleted ? beginDeletesNow(crm, recordType, await asOf(crm, recordType, records)) : undefined;

/** A time that Zoho's clock has reached. */
const asOf = async (crm: Crm, module: string, records: RecordMemory | undefined): Promise<number> =>
  records?.seen.asOf ?? (await newestOf(crm, module)).newest ?? 0;

const memoryOf = (module: string, records?: RecordMemory, deletes?: PassMemory): ChangeMemory => ({
  module,
  ...(records && { records }),
  ...(deletes && { deletes }),
});
