import type { Change } from "../../changes/change";
import type { ListState } from "../../changes/listScan";
import { fingerprinter } from "../../changes/versions";
import { forget, remember, versionsFrom } from "../../changes/window";
import { isObject } from "../../core/json";
import type { Crm } from "../crm";
import { changeOf } from "./fresh";
import { conditionsOf, type RecordState, rowsById } from "./records";
import type { CrmChangeQuery } from "./rows";

/*
 * A record may come back from the recycle bin with the time it had, and then no query by time tells of it.
 * But it leaves the list of deleted records: what was told as deleted, is no longer listed and is found by
 * its id was restored.
 */

/** How often each id was looked for that had left the list and was not found. */
export type Left = Readonly<Record<string, number>>;

/** So often a record is looked for: it may show some seconds late, or not be for this user to see. */
const MAX_LOOKS = 10;

/** The most records that one reading looks for. */
const MAX_IDS = 200;

export interface Restored {
  readonly changes: Change[];
  readonly records: RecordState;
  readonly deletes: ListState;
  readonly left: Left;
}

/**
 * The records that were told as deleted and are there again, given all ids that the list of deleted records
 * has since `from`. Where all are still listed, it takes no request.
 * @throws ZohoError when a request fails.
 */
export async function restoredSince(
  crm: Crm,
  query: CrmChangeQuery,
  { records, deletes, left = {} }: { records: RecordState; deletes: ListState; left?: Left },
  { from, listed }: { readonly from: number; readonly listed: readonly string[] },
): Promise<Restored> {
  const there = new Set(listed);
  const told = new Set(versionsFrom(deletes.window, from).map(({ id }) => id));
  const missing = [...told].filter((id) => !there.has(id)).slice(0, Math.min(MAX_IDS, query.most ?? MAX_IDS));
  if (missing.length === 0) return { changes: [], records, deletes, left: {} };
  const read = await rowsById(crm, query, records, missing, await conditionsOf(crm, query));
  const fingerprintOf = fingerprinter(read.names);
  const versions = read.rows.map(({ id, time, record }) => ({
    id,
    time,
    fingerprint: fingerprintOf(record),
  }));
  const found = new Set(read.rows.map(({ id }) => id));
  const looks = missing.filter((id) => !found.has(id)).map((id) => [id, (left[id] ?? 0) + 1] as const);
  const isOver = ([, count]: readonly [string, number]) => count >= MAX_LOOKS;
  const settled = new Set([...found, ...looks.filter(isOver).map(([id]) => id)]);
  return {
    changes: read.rows.map((row) => changeOf(query.recordType, row, "updated")),
    records: { ...read.records, window: remember(records.window, versions) },
    deletes: settled.size > 0 ? { ...deletes, window: forget(deletes.window, settled) } : deletes,
    left: Object.fromEntries(looks.filter((look) => !isOver(look))),
  };
}

/** What was kept of it; nothing where it is none. */
export const leftFrom = (value: unknown): Left =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([id, looks]) => (typeof looks === "number" ? [[id, looks]] : [])),
      )
    : {};
