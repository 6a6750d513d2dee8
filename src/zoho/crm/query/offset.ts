import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { pageSize, reportProgress, type Step, type Walked } from "./keyset";

/** Zoho's window of rows in this API version: past it, only a keyset helps. */
const windowOf = (crm: Crm): number => (crm.version >= 7 ? 100_000 : 10_000);

/** How often rows are read again from the beginning because others came or went meanwhile. */
const MAX_RESTARTS = 2;

/**
 * Reads rows by offset, as far as Zoho's window goes. Each page begins with the last row of the one before:
 * where it does not, rows have come or gone meanwhile, and what was read may lack some. Then it is read
 * again, and when that does not help, the log says so.
 */
export async function walkByOffset(
  crm: Crm,
  { start, wanted }: { start: number; wanted: number },
  ask: (limit: number, offset: number) => Promise<Step>,
): Promise<Walked> {
  let rows: JsonObject[] = [];
  for (let restarts = 0; ; ) {
    const overlap = rows.length > 0 ? 1 : 0;
    const offset = start + rows.length - overlap;
    const limit = Math.min(pageSize(crm), wanted - rows.length + overlap, windowOf(crm) - offset);
    if (limit <= overlap) {
      if (rows.length < wanted) crm.log.warn(wallText(crm));
      return { rows, more: true };
    }
    const next = await ask(limit, offset);
    const isWhole = overlap === 0 || isSame(next.rows[0], rows.at(-1));
    if (!isWhole && restarts < MAX_RESTARTS) {
      restarts += 1;
      rows = [];
      continue;
    }
    if (!isWhole) crm.log.warn(shiftText(rows.length));
    const known = new Set(rows.slice(-pageSize(crm)).flatMap((row) => textAt(row, "id") ?? []));
    const fresh = isWhole
      ? next.rows.slice(overlap)
      : next.rows.filter((row) => !known.has(textAt(row, "id") ?? ""));
    rows.push(...fresh);
    if (!next.more) return { rows, more: false };
    if (fresh.length === 0) return { rows, more: true };
    const stopped = crm.stoppedEarly();
    if (stopped) return { rows, more: true, stopped };
    reportProgress(crm, rows.length);
  }
}

const wallText = (crm: Crm): string =>
  `Zoho ends a sorted, grouped or limited query at ${windowOf(crm)} rows. What was read is returned.`;
const shiftText = (rows: number): string =>
  `Records were added or removed while the query was read by pages, so that some near row ${rows} may be missing. Without an order of its own it is read by id, which misses none.`;

/** The same row, by its id, or without ids by all it holds. */
function isSame(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
  const [left, right] = [textAt(one, "id"), textAt(other, "id")];
  if (left !== undefined && right !== undefined) return left === right;
  return JSON.stringify(one) === JSON.stringify(other);
}
