import { printOf, recall, type Seen, type Version } from "../../changes/seen";
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
  /** Set where other fields are read than before, so that prints cannot be compared. */
  readonly renewed?: boolean;
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
  const { since, renewed = false, deleted } = telling;
  const ids = new Set(rows.map(({ id }) => id));
  const known = recall(seen, ids);
  const gone = deleted && recall(deleted, ids);
  const changes: Change[] = [];
  const versions: Version[] = [];
  for (const row of rows) {
    const { id, time, record } = row;
    const before = known.get(id);
    const emitted = before?.get(time);
    const print = emitted !== undefined || time >= since ? printOf(record) : "";
    const isSame = emitted !== undefined && (renewed || emitted === print);
    const isOld = isSame && !gone?.get(id)?.has(time);
    if (!isOld || renewed) versions.push({ id, time, print });
    const change = isOld ? undefined : kindOf(query, row, before !== undefined, telling);
    if (change)
      changes.push({
        change,
        id,
        module: query.recordType,
        modifiedTime: String(record.Modified_Time),
        record,
      });
  }
  return { changes, versions };
}

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
