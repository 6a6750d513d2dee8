import { isObject } from "../core/json";
import { isChunk, packed, unpacked, type Version, type VersionChunk } from "./versions";

/*
 * The cursor of a change feed, and its de-duplication window.
 *
 * Zoho stamps changes with whole seconds and may show them some seconds late, so no single time divides the
 * old from the new. A feed therefore reads again from some time before its newest change, and remembers what
 * it has emitted since then by id, by time and by a fingerprint: a record that is written twice within one
 * second keeps its time, and only its content tells. Before the cursor its time alone does.
 *
 * No clock is believed alone. The cursor advances to the newest time of a record that an answer's `Date` has
 * reached too, less the overlap; a record from the future moves nothing, and is remembered until that future
 * has come. Where `Date` is before the cursor, the cursor comes down: what it had passed may be emitted
 * twice, and nothing is lost. The clock of this machine has no say.
 *
 * All times are Zoho's, in seconds since the epoch.
 */

/** How late a change may become visible, in seconds. */
const LAG = 30;

/**
 * How far behind the newest change the cursor stays: the lag, and the time in which an answer may have been
 * under way.
 */
export const OVERLAP = 2 * LAG;

/**
 * How far the cursor comes down below a `Date` that went back: a feed may have been asked so long ago before
 * that happened.
 */
export const REWIND = 7200;

/**
 * Readings without news, each half a minute of `Date` after the other, that tell that time has passed. No
 * single step of it can tell so.
 */
const CALM_READINGS = 3;

/**
 * So much of what is settled is read again nevertheless: it takes no further request, and finds what a step
 * of a clock had hidden.
 */
export interface Extra {
  readonly versions: number;
  readonly seconds: number;
}
const EXTRA: Extra = { versions: 100, seconds: REWIND };

/**
 * The most versions that are remembered. Beyond, the oldest are forgotten: they may be emitted twice, never
 * not at all.
 */
const MAX_REMEMBERED = 100_000;

/** Few enough to be unpacked at each reading. */
const MAX_UNPACKED = 5000;

export interface Window {
  /** Everything before this time was emitted as it is now. */
  readonly cursor: number;
  /**
   * Where a reading begins, at the cursor or before it. What was emitted of this time or later is remembered.
   */
  readonly from: number;
  /** Until the first reading has ended: what is older than this is remembered, and was not asked for. */
  readonly opening?: number;
  /** How many readings without news there were, and what the `Date` of the last that counted said. */
  readonly calm?: { readonly readings: number; readonly date: number };
  readonly emitted: readonly VersionChunk[];
}

/** A reading that has come to its end. */
export interface Reading {
  /** The newest time of a record that was read and that `Date` had reached. */
  readonly newest: number | undefined;
  /** The `Date` of the last answer. */
  readonly date: number;
  readonly hasNews: boolean;
}

/** An empty window, for a feed that begins at a time that Zoho's clock has reached. */
export function openAt(opening: number): Window {
  const cursor = Math.max(0, opening - OVERLAP);
  return { cursor, from: cursor, ...(opening > 0 && { opening }), emitted: [] };
}

/** A `Date` so far behind the newest change tells that all is settled, whichever clock is off by hours. */
const LONG_AGO = 24 * 3600;

/**
 * A window for a feed that begins now, and whether what lies behind its cursor is to be read first, and
 * counts as emitted. A feed that `needsOne` is to remember some row, however long ago that was changed.
 */
export function openNow({ newest, date }: { newest?: number; date: number }, needsOne = false) {
  if (newest === undefined) return { window: openAt(0), isSettled: true };
  const isSettled = newest + LONG_AGO < date && !needsOne;
  const cursor = isSettled ? newest + 1 : newest - OVERLAP;
  return { window: { cursor, from: cursor, emitted: [] }, isSettled };
}

/** How many versions are remembered. */
export const sizeOf = ({ emitted }: Window): number => emitted.reduce((sum, { count }) => sum + count, 0);

/** The newest of these times that `Date` has reached. */
export const newestReached = (rows: readonly { readonly time: number }[], date: number): number | undefined =>
  rows.reduce<number | undefined>(
    (newest, { time }) => (time <= date && time > (newest ?? 0) ? time : newest),
    undefined,
  );

/** What is remembered of these ids: the fingerprint of each version by its time. */
export function recall({ emitted }: Window, ids: ReadonlySet<string>): Map<string, Map<number, string>> {
  const found = new Map<string, Map<number, string>>();
  for (const chunk of ids.size > 0 ? emitted : []) {
    for (const { id, time, fingerprint } of unpacked(chunk)) {
      if (ids.has(id)) found.set(id, (found.get(id) ?? new Map<number, string>()).set(time, fingerprint));
    }
  }
  return found;
}

/** What is remembered since a time. */
export const versionsFrom = ({ emitted }: Window, since: number): Version[] =>
  emitted
    .flatMap((chunk) => (chunk.newest >= since ? unpacked(chunk) : []))
    .filter(({ time }) => time >= since);

/** Remembers what was emitted. */
export function remember(window: Window, versions: readonly Version[], most = MAX_REMEMBERED): Window {
  if (versions.length === 0) return window;
  const last = window.emitted.at(-1);
  const open = last && last.count + versions.length <= packed.most ? unpacked(last) : undefined;
  const emitted = [
    ...(open ? window.emitted.slice(0, -1) : window.emitted),
    ...packed([...(open ?? []), ...versions]),
  ];
  for (let over = sizeOf({ ...window, emitted }) - most; over > 0; ) over -= emitted.shift()?.count ?? over;
  return { ...window, emitted };
}

/** Forgets what was emitted of these ids. */
export function forget(window: Window, ids: ReadonlySet<string>): Window {
  const kept = window.emitted.flatMap(unpacked).filter(({ id }) => !ids.has(id));
  return { ...window, emitted: packed(kept) };
}

/**
 * Moves the cursor on after a reading of everything from `from` on, and forgets what no reading brings again.
 * What `Date` had reached before it went back, and has not reached again, moves nothing.
 */
export function settle(window: Window, { newest = 0, date, hasNews }: Reading, extra = EXTRA): Window {
  const calm = calmAfter(window.calm, date, hasNews);
  const isPast = calm.readings >= CALM_READINGS && newest + OVERLAP + LAG <= date;
  const settled = newest === 0 || newest > date ? 0 : isPast ? newest + 1 : newest - OVERLAP;
  const cursor = Math.max(window.cursor, settled);
  return { cursor, ...kept({ ...window, cursor }, extra), calm };
}

function calmAfter(before: Window["calm"], date: number, hasNews: boolean): NonNullable<Window["calm"]> {
  if (hasNews || !before || date < before.date - LAG) return { readings: 0, date };
  return date < before.date + LAG ? before : { readings: Math.min(before.readings + 1, CALM_READINGS), date };
}

/** Whether a version counts as emitted because it is older than what was asked for. */
export const isBeforeOpening = ({ opening = 0 }: Window, { time }: { readonly time: number }): boolean =>
  time < opening;

/** Where the next reading begins, and what is remembered from there on. */
function kept({ cursor, from, emitted }: Window, extra: Extra): Pick<Window, "from" | "emitted"> {
  const earliest = Math.max(from, cursor - extra.seconds);
  const recent = emitted.filter(({ newest }) => newest >= earliest);
  if (sizeOf({ cursor, from, emitted: recent }) > MAX_UNPACKED)
    return { from: cursor, emitted: recent.filter(({ newest }) => newest >= cursor) };
  const versions = recent.flatMap(unpacked);
  const times = versions.map(({ time }) => time).sort((left, right) => right - left);
  const crowded = times[extra.versions];
  const next = crowded === undefined ? earliest : Math.min(cursor, Math.max(earliest, crowded + 1));
  return { from: next, emitted: packed(versions.filter(({ time }) => time >= next)) };
}

/**
 * The window with its cursor brought down, where `Date` says that it is ahead of what may still appear;
 * undefined where all is well.
 */
export function rewound(window: Window, date: number): Window | undefined {
  if (window.cursor <= date - LAG || window.cursor <= 0) return undefined;
  const cursor = Math.min(window.cursor, Math.max(0, date - REWIND));
  return { cursor, from: Math.min(window.from, cursor), emitted: window.emitted };
}

/** What a log says of a cursor that came down. */
export const rewindMessage = (what: string, { cursor }: Window, date: number): string =>
  `Zoho's answer says that it is ${new Date(date * 1000).toISOString()}, which is before changes of ${what} that were read. What changed since ${new Date(cursor * 1000).toISOString()} is read again, and may be emitted twice.`;

/** A window as it comes back from where it was saved; undefined for anything else. */
export function windowFrom(value: unknown): Window | undefined {
  if (!isObject(value) || !isTime(value.cursor) || !isTime(value.from)) return undefined;
  const { cursor, from, opening, calm, emitted } = value;
  if (!Array.isArray(emitted) || !emitted.every(isChunk)) return undefined;
  const isCalm = isObject(calm) && isTime(calm.readings) && isTime(calm.date);
  return {
    cursor,
    from,
    ...(isTime(opening) && { opening }),
    ...(isCalm && { calm: { readings: Number(calm.readings), date: Number(calm.date) } }),
    emitted,
  };
}

/** Whether a value is a time in seconds since the epoch. */
export const isTime = (value: unknown): value is number => Number.isFinite(value);
