import { isObject } from "../core/json";
import { isTime, observe, recall, remember, type Seen, seenFrom, settled, type Version } from "./seen";

/*
 * Reading a list that Zoho pages by number. Rows come and go while its pages are read, and one that goes lets a later one slip past. So `since`
 * follows one pass behind: everything is there to be read in two passes before it counts as settled.
 */

export interface PassMemory {
  readonly seen: Seen;
  /** The page that an unfinished pass goes on with, and Zoho's time when the pass began. */
  readonly pass?: { readonly page: number; readonly asOf: number };
}

export interface ListPage<Row extends Version> {
  readonly rows: readonly Row[];
  readonly more: boolean;
  /** Zoho's own time, by the answer's `Date`. */
  readonly date?: number;
}

export interface PassPage<Row extends Version> {
  /** The rows that were not emitted in this version. */
  readonly fresh: readonly Row[];
  readonly memory: PassMemory;
  readonly more: boolean;
}

/** Reads the next page of a pass. */
export async function readPass<Row extends Version>(
  { seen, pass }: PassMemory,
  read: (page: number) => Promise<ListPage<Row>>,
): Promise<PassPage<Row>> {
  const number = pass?.page ?? 1;
  const asOf = pass?.asOf ?? seen.asOf;
  const { rows, more, date } = await read(number);
  const emitted = recall(seen, new Set(rows.map(({ id }) => id)));
  const fresh = rows.filter(
    ({ id, time, print }) => time >= seen.since && emitted.get(id)?.get(time) !== print,
  );
  const newest = rows.reduce((latest, { time }) => Math.max(latest, time), 0);
  const noted = observe(seen, { date, newest });
  return {
    fresh,
    more,
    memory: more
      ? { seen: remember(noted, fresh), pass: { page: number + 1, asOf } }
      : { seen: remember(noted, fresh, settled({ ...seen, asOf })) },
  };
}

/** A memory as it comes back from where it was saved; undefined for anything else. */
export function passFrom(value: unknown): PassMemory | undefined {
  const seen = isObject(value) ? seenFrom(value.seen) : undefined;
  if (!isObject(value) || !seen) return undefined;
  const { pass } = value;
  if (pass === undefined) return { seen };
  return isObject(pass) && isTime(pass.page) && isTime(pass.asOf)
    ? { seen, pass: { page: pass.page, asOf: pass.asOf } }
    : undefined;
}
