import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../core/json";

/*
 * What a change feed remembers of what it has emitted.
 *
 * Zoho stamps changes with whole seconds and may show them some seconds late, so no single time divides the old from the new. A feed
 * therefore reads the last minute again each time, and remembers what it has emitted of it by id, by time, and by a print of the content:
 * a record that is written twice within one second keeps its time, and only its content tells. What is older than that minute is settled: one
 * time, `since`, stands for all of it.
 *
 * All times are Zoho's, in seconds since the epoch. The clock of this machine has no say.
 */

/**
 * How far behind Zoho's clock a change is settled, in seconds: the time in which it becomes visible (seconds), the second that a time is
 * rounded down by, and the time in which an answer may have been under way (30 s).
 */
const OVERLAP = 60;

/** The most changes that are remembered. Beyond, the oldest are forgotten: they may be emitted twice, never not at all. */
const MAX_REMEMBERED = 100_000;

/** Few enough to be packed again quickly when one is added. */
const CHUNK = 1000;

/** One version of a record: what is emitted once. */
export interface Version {
  readonly id: string;
  readonly time: number;
  readonly print: string;
}

/** Versions as text, and what has to be known to forget them without reading it. */
interface Chunk {
  readonly newest: number;
  readonly count: number;
  readonly packed: string;
}

export interface Seen {
  /** Everything before this time was emitted. */
  readonly since: number;
  /** A time that Zoho's clock is known to have reached. */
  readonly asOf: number;
  /** What an answer's `Date` said at `asOf`. It is only compared with later ones, to tell how much time has passed. */
  readonly date?: number;
  /** What was emitted at `since` or later, in the order of emission. */
  readonly emitted: readonly Chunk[];
}

/** A memory of nothing, for a feed that begins at `since`. */
export const beginAt = (since: number, asOf = since, date?: number): Seen => ({
  since,
  asOf,
  ...(date === undefined ? {} : { date }),
  emitted: [],
});

/** How many versions are remembered. */
export const sizeOf = ({ emitted }: Seen): number => emitted.reduce((sum, { count }) => sum + count, 0);

/** The time before which nothing can appear any more. */
export const settled = ({ asOf }: Seen): number => asOf - OVERLAP;

/** Takes note of Zoho's time: the newest change that was read, and the time that has passed since by the `Date` of its answers. */
export function observe(seen: Seen, { date, newest = 0 }: { date?: number; newest?: number }): Seen {
  const passed =
    date === undefined || seen.date === undefined ? 0 : Math.max(0, Math.floor(date - seen.date));
  return { ...seen, asOf: Math.max(seen.asOf + passed, newest), ...(date === undefined ? {} : { date }) };
}

/** What is remembered of these ids: the print of each version by its time. */
export function recall({ emitted }: Seen, ids: ReadonlySet<string>): Map<string, Map<number, string>> {
  const found = new Map<string, Map<number, string>>();
  for (const chunk of ids.size > 0 ? emitted : []) {
    for (const { id, time, print } of unpack(chunk)) {
      if (ids.has(id)) found.set(id, (found.get(id) ?? new Map<number, string>()).set(time, print));
    }
  }
  return found;
}

/**
 * Moves on to `since`, which never goes back, forgets what is before it, and remembers what was emitted at it or later. With `keep`, what was
 * remembered from there on is kept too.
 */
export function remember(
  seen: Seen,
  versions: readonly Version[],
  since = seen.since,
  keep = Number.POSITIVE_INFINITY,
): Seen {
  const from = Math.max(since, seen.since);
  const kept = seen.emitted.filter(({ newest }) => newest >= Math.min(from, keep));
  const fresh = versions.filter(({ time }) => time >= from);
  const last = kept.at(-1);
  const open = last && fresh.length > 0 && last.count + fresh.length <= CHUNK ? unpack(last) : undefined;
  const added = chunks([...(open ?? []), ...fresh]);
  const emitted = [...(open ? kept.slice(0, -1) : kept), ...added];
  for (let over = sizeOf({ ...seen, emitted }) - MAX_REMEMBERED; over > 0; )
    over -= emitted.shift()?.count ?? over;
  return { ...seen, since: from, emitted };
}

/** Forgets what was emitted of these ids. */
export function forget(seen: Seen, ids: ReadonlySet<string>): Seen {
  const kept = seen.emitted.flatMap(unpack).filter(({ id }) => !ids.has(id));
  return { ...seen, emitted: chunks(kept) };
}

/**
 * A short print of a record's content, behind a shorter one of the fields that were read: prints of other fields tell nothing about each other.
 * A lookup counts by its id, since its name may change without the record.
 */
export function printer(fields: readonly string[]): (record: JsonObject) => string {
  const layout = digest(fields.join()).slice(0, LAYOUT);
  return (record) =>
    layout +
    digest(
      JSON.stringify(record, (key, value: unknown) => {
        if (key === "" || !isObject(value)) return key === FOREIGN ? undefined : value;
        return value.id ?? value;
      }),
    ).slice(0, 4);
}

/** Whether two prints may be of the same content. */
export const isSamePrint = (left: string, right: string): boolean =>
  left === right || left.slice(0, LAYOUT) !== right.slice(0, LAYOUT);

const LAYOUT = 2;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** A field that changes without a change of the record. */
const FOREIGN = "Last_Activity_Time";

/** A memory as it comes back from where it was saved; undefined for anything else. */
export function seenFrom(value: unknown): Seen | undefined {
  if (!isObject(value) || !isTime(value.since) || !isTime(value.asOf)) return undefined;
  const { since, asOf, date, emitted } = value;
  if (date !== undefined && !isTime(date)) return undefined;
  if (!Array.isArray(emitted) || !emitted.every(isChunk)) return undefined;
  return { ...beginAt(since, asOf, date), emitted };
}

export const isTime = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

const isChunk = (value: unknown): value is Chunk =>
  isObject(value) &&
  isTime(value.newest) &&
  isTime(value.count) &&
  typeof value.packed === "string" &&
  /^-?\d+:-?\d+:[\w-]*( -?\d+:-?\d+:[\w-]*)*$/.test(value.packed);

function chunks(versions: readonly Version[]): Chunk[] {
  return Array.from({ length: Math.ceil(versions.length / CHUNK) }, (_, index) => {
    const part = versions.slice(index * CHUNK, (index + 1) * CHUNK);
    const newest = Math.max(...part.map(({ time }) => time));
    return { newest, count: part.length, packed: pack(part) };
  });
}

/** Times and ids as differences from the version before, which are short since neighbours are alike. */
function pack(versions: readonly Version[]): string {
  let before = { time: 0, id: 0n };
  const parts = versions.map(({ id, time, print }) => {
    const number = BigInt(id);
    const part = `${time - before.time}:${number - before.id}:${print}`;
    before = { time, id: number };
    return part;
  });
  return parts.join(" ");
}

function unpack({ packed }: Chunk): Version[] {
  let before = { time: 0, id: 0n };
  return packed.split(" ").map((part) => {
    const [time = "0", id = "0", print = ""] = part.split(":");
    before = { time: before.time + Number(time), id: before.id + BigInt(id) };
    return { ...before, id: String(before.id), print };
  });
}
