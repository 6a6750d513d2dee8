import type { Change } from "../../changes/change";
import { type List, type ListState, scanList } from "../../changes/listScan";
import type { Version } from "../../changes/versions";
import { OVERLAP, recall, remember } from "../../changes/window";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import type { Crm } from "../crm";
import { historyOperations } from "../records/history";
import { dateOf, nowOf } from "./rows";

/**
 * A row of the list of deleted records. Nothing in it changes, so that its time alone tells its versions
 * apart.
 */
type Deleted = Version & { readonly record: JsonObject };

export interface DeletePage {
  readonly changes: Change[];
  readonly state: ListState;
  readonly more: boolean;
  /** The ids of all that are listed, at the end of the list. */
  readonly listed?: readonly string[];
}

/**
 * What is read again: as many as make one page with what is new, so that a record is noticed that leaves the
 * recycle bin. It empties itself after 60 days.
 */
const EXTRA = { versions: 150, seconds: 60 * 24 * 3600 } as const;

/**
 * Begins now: what was deleted before counts as emitted. `reached` is a time that Zoho's clock has reached.
 */
export async function beginDeletesNow(crm: Crm, module: string, reached: number): Promise<ListState> {
  const cursor = Math.max(0, reached - OVERLAP);
  let state: ListState = { window: { cursor, from: cursor, emitted: [] } };
  for (let more = true; more; ) ({ state, more } = await scanList(state, listOf(crm, module)));
  return state;
}

/**
 * The next page of deleted records, those in the recycle bin and those gone for good.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
 */
export async function readDeletes(crm: Crm, module: string, before: ListState): Promise<DeletePage> {
  const { fresh, ...page } = await scanList(before, listOf(crm, module));
  return { ...page, changes: fresh.map((row) => changeOf(module, row)) };
}

/** Pages of the list that a call's deletes are looked for on: the newest, in whichever order they come. */
const MAX_PAGES = 50;

/** The deletes of these records since a time, where they were not emitted before. */
export async function deletesOf(
  crm: Crm,
  module: string,
  { window, ...state }: ListState,
  { ids, since }: { readonly ids: readonly string[]; readonly since: number },
): Promise<{ changes: Change[]; state: ListState }> {
  const emitted = recall(window, new Set(ids));
  const found = new Map<string, Deleted>();
  const { read } = listOf(crm, module);
  for (let page = 1, more = true; more && page <= MAX_PAGES && found.size < ids.length; page += 1) {
    const listed = await read(page, Math.max(since, window.from));
    for (const row of listed.rows) if (ids.includes(row.id)) found.set(row.id, row);
    more = listed.more && listed.rows.length > 0;
  }
  const fresh = [...found.values()].filter(
    ({ id, time }) => time >= window.from && !emitted.get(id)?.has(time),
  );
  return {
    changes: fresh.map((row) => changeOf(module, row)),
    state: { ...state, window: remember(window, fresh) },
  };
}

const listOf = (crm: Crm, module: string): List<Deleted> => ({
  name: `the deleted records of ${module}`,
  extra: EXTRA,
  warn: (message) => crm.log.warn(message),
  read: async (page, since) => {
    // One second less, whether Zoho lists what is as old as the time or only what is younger.
    const after = since > 0 ? timeText(since - 1) : undefined;
    const { body, headers } = await crm.send(historyOperations.getDeletedRecords, {
      path: { module },
      query: { type: "all", page, per_page: 200 },
      headers: { "If-Modified-Since": after },
    });
    const info = isObject(body) && isObject(body.info) ? body.info : {};
    const rows = objectsAt(body, "data").map(
      (record): Deleted => ({
        id: String(record.id),
        time: secondsOf(textAt(record, "deleted_time")),
        fingerprint: "",
        record,
      }),
    );
    const more = info.more_records === true;
    return { rows, more, isSorted: false, date: dateOf(headers) ?? nowOf(crm) };
  },
});

const changeOf = (module: string, { id, record }: Deleted): Change => ({
  change: "deleted",
  id,
  module,
  modifiedTime: String(record.deleted_time),
  record,
});
