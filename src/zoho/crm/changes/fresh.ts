import type { Change } from "../../changes/change";
import { fingerprinter, isSameFingerprint, type Version } from "../../changes/versions";
import { isBeforeOpening, recall, type Window } from "../../changes/window";
import type { CrmChangeQuery, Row } from "./rows";

export interface FreshRows {
  readonly changes: Change[];
  /** What is to be remembered of the rows. */
  readonly versions: Version[];
  /** Whether any row was not remembered, emitted or not. */
  readonly hasNews: boolean;
}

export interface FreshReading {
  /** The fields that were read. */
  readonly names: readonly string[];
  /** Set where Zoho said itself what happened to the records. */
  readonly said?: "insert" | "update";
  /** The deletes that were emitted. */
  readonly deleted?: Window;
}

/**
 * The changes among rows: what has not been emitted in this version, as created where the record was not
 * known before. A version whose delete was emitted at the same time is emitted again, for then the record was
 * restored within that second.
 */
export function freshAmong(
  query: CrmChangeQuery,
  window: Window,
  rows: readonly Row[],
  reading: FreshReading,
): FreshRows {
  const ids = new Set(rows.map(({ id }) => id));
  const known = recall(window, ids);
  const gone = reading.deleted && recall(reading.deleted, ids);
  const fingerprintOf = fingerprinter(reading.names);
  const changes: Change[] = [];
  const versions: Version[] = [];
  let hasNews = false;
  for (const row of rows) {
    const { id, time, record } = row;
    const before = known.get(id);
    const emitted = before?.get(time);
    const fingerprint = fingerprintOf(record);
    // What is settled was read again after its second had passed: only its time counts, for fields may change
    // by themselves.
    const isSame = time < window.cursor || isSameFingerprint(emitted ?? "", fingerprint);
    if (emitted !== undefined && isSame && !gone?.get(id)?.has(time)) continue;
    hasNews = true;
    if (!reading.said && isBeforeOpening(window, row)) {
      versions.push({ id, time, fingerprint });
      continue;
    }
    const isYoung =
      row.created >= (window.opening ?? window.from) || (reading.said === "insert" && !gone?.has(id));
    const change = kindOf(query, row, isYoung && before === undefined, reading.said);
    // What others are to tell of updates is not remembered as told.
    if (change || query.updated) versions.push({ id, time, fingerprint });
    if (change) changes.push(changeOf(query.recordType, row, change));
  }
  return { changes, versions, hasNews };
}

/** A row of a module as the change that is emitted. */
export const changeOf = (module: string, { id, record }: Row, change: Change["change"]): Change => ({
  change,
  id,
  module,
  modifiedTime: String(record.Modified_Time),
  record,
});

/**
 * A record that was made and changed since is new to those who ask for new records, and updated to those who
 * do not.
 */
function kindOf(
  { created, updated }: CrmChangeQuery,
  row: Row,
  isNew: boolean,
  said: FreshReading["said"],
): Change["change"] | undefined {
  if (isNew && created) return "created";
  return updated && (!isNew || row.time > row.created || said === "update") ? "updated" : undefined;
}
