import { isSamePrint, printer, recall, type Seen, type Version } from "../../changes/seen";
import type { Row } from "./rows";
import type { Change, ChangeQuery } from "./types";

export interface Told {
  readonly changes: Change[];
  /** What is to be remembered of the rows. */
  readonly versions: Version[];
}

export interface Telling {
  /** Records made before this time were there before. */
  readonly from: number;
  /** What is younger is remembered. */
  readonly since: number;
  /** The fields that were read. */
  readonly names: readonly string[];
  /** Set where Zoho said itself that the records were updated. */
  readonly updated?: boolean;
  /** The deletes that were emitted. */
  readonly deleted?: Seen;
}

/**
 * Tells the changes among rows: what has not been emitted in this version, as created where the record was not known before. A version whose delete was
 * emitted at the same time is emitted again, for then the record was restored within that second.
 */
export function tell(query: ChangeQuery, seen: Seen, rows: readonly Row[], telling: Telling): Told {
  const { since, deleted } = telling;
  const ids = new Set(rows.map(({ id }) => id));
  const known = recall(seen, ids);
  const gone = deleted && recall(deleted, ids);
  const printOf = printer(telling.names);
  const changes: Change[] = [];
  const versions: Version[] = [];
  for (const row of rows) {
    const { id, time, record } = row;
    const before = known.get(id);
    const emitted = before?.get(time);
    const print = emitted !== undefined || time >= since ? printOf(record) : "";
    const isEmitted = emitted !== undefined && isSamePrint(emitted, print);
    if (isEmitted && !gone?.get(id)?.has(time)) continue;
    const change = kindOf(query, row, before !== undefined, telling);
    // What others are to tell of updates is not remembered as told.
    if (change || query.updated) versions.push({ id, time, print });
    if (change) changes.push(changeOf(query.recordType, row, change));
  }
  return { changes, versions };
}

export const changeOf = (module: string, { id, record }: Row, change: Change["change"]): Change => ({
  change,
  id,
  module,
  modifiedTime: String(record.Modified_Time),
  record,
});

/** A record that was made and changed since is new to those who ask for new records, and updated to those who do not. */
function kindOf(
  { created, updated }: ChangeQuery,
  row: Row,
  wasEmitted: boolean,
  telling: Telling,
): Change["change"] | undefined {
  const isNew = row.created >= telling.from && !wasEmitted;
  if (isNew && created) return "created";
  return updated && (!isNew || row.time > row.created || telling.updated) ? "updated" : undefined;
}
