import { hash } from "node:crypto";
import { isObject } from "../core/json";
import type { Version } from "./versions";
import {
  type Extra,
  isBeforeOpening,
  isTime,
  newestReached,
  recall,
  remember,
  rewindMessage,
  rewound,
  settle,
  type Window,
  windowFrom,
} from "./window";

/*
 * Scanning a list that Zoho pages by number. Rows come and go while its pages are read, and one that goes
 * lets a later one slip past. So the cursor follows one scan behind where a scan has several pages:
 * everything is there to be read in two scans before it counts as settled.
 *
 * Rows of equal times may come in another order with each page, so that one stands on two pages and another
 * on none. Where rows of one time lie on several pages, they are whole when as many different ones were read
 * as there are places for them; until then their pages are read again.
 */

export interface ListState {
  readonly window: Window;
  /** The newest time that the scan before had reached. */
  readonly newest?: number;
  /** Where an unfinished scan goes on. */
  readonly scan?: Scan;
}

interface Scan {
  readonly page: number;
  /** The page that was read last, in short. */
  readonly last: string;
  readonly newest?: number;
  readonly hasNews: boolean;
  readonly isWhole: boolean;
  readonly tie: Tie;
}

/** Rows that may have changed places: those of one time, or all where the list has no order. */
interface Tie {
  readonly time: number;
  /** The page on which they begin. */
  readonly page: number;
  /** The places for them, in this attempt. */
  readonly places: number;
  /** The different ones among them, in all attempts. */
  readonly ids: readonly string[];
  readonly attempts: number;
}

/** How often the pages of a tie are read before the next poll is to go on with it. */
const MAX_ATTEMPTS = 20;

/** The most rows that are looked at as one tie. */
const MAX_TIED = 20_000;

export interface ListPage<Row extends Version> {
  readonly rows: readonly Row[];
  readonly more: boolean;
  /**
   * Whether rows come in the order of their times, the newest first. Such a list is read until older ones
   * begin.
   */
  readonly isSorted: boolean;
  /** Zoho's own time, by the answer's `Date`, in seconds since the epoch. */
  readonly date: number;
}

export interface ScannedPage<Row extends Version> {
  /** The rows that were not emitted in this version. */
  readonly fresh: readonly Row[];
  readonly state: ListState;
  readonly more: boolean;
  /** The ids of all rows, at the end of a scan of a list without an order that was read whole. */
  readonly listed?: readonly string[];
}

/** A list to scan: how its pages are read, and what a log is to call it. */
export interface List<Row extends Version> {
  readonly name: string;
  /** How much of what is settled is read again. */
  readonly extra?: Extra;
  readonly read: (page: number, from: number) => Promise<ListPage<Row>>;
  readonly warn: (message: string) => void;
}

/** Reads the next page of a scan, or the first of a new one. */
export async function scanList<Row extends Version>(
  { window, newest, scan }: ListState,
  list: List<Row>,
): Promise<ScannedPage<Row>> {
  const number = scan?.page ?? 1;
  const { rows, more, isSorted, date } = await list.read(number, window.from);
  const lower = rewound(window, date);
  if (lower) {
    list.warn(rewindMessage(list.name, lower, date));
    return { fresh: [], more: true, state: { window: lower } };
  }
  const emitted = recall(window, new Set(rows.map(({ id }) => id)));
  const unknown = rows.filter(({ id, time, fingerprint }) => {
    const before = emitted.get(id)?.get(time);
    const isKnown = before !== undefined && (time < window.cursor || before === fingerprint);
    return time >= window.from && !isKnown;
  });
  const fresh = unknown.filter((row) => !isBeforeOpening(window, row));
  const reached = Math.max(scan?.newest ?? 0, newestReached(rows, date) ?? 0);
  const hasNews = (scan?.hasNews ?? false) || unknown.length > 0;
  const last = digestOf(rows);
  const oldest = rows.at(-1);
  const reachesOn = oldest !== undefined && (!isSorted || oldest.time >= window.from);
  const goesOn = more && last !== scan?.last && reachesOn;

  const tied = tieAfter(scan?.tie, rows, number, isSorted, goesOn);
  const common = { newest: reached, hasNews, isWhole: (scan?.isWhole ?? true) && tied.isWhole };
  const next = remember(window, unknown);
  if (tied.again || goesOn) {
    const page = tied.again ? tied.tie.page : number + 1;
    const onward = { ...common, page, last: tied.again ? "" : last, tie: tied.tie };
    return { fresh, more: true, state: { window: next, newest, scan: onward } };
  }
  const settled = scan === undefined ? reached : newest;
  const reading = { newest: common.isWhole ? settled : undefined, date, hasNews };
  const isOneTie = (scan?.tie.page ?? 1) === 1;
  const isKnownWhole = !isSorted && common.isWhole && isOneTie;
  return {
    fresh,
    more: false,
    state: { window: settle(next, reading, list.extra), newest: reached },
    ...(isKnownWhole && { listed: tied.ids }),
  };
}

/** What is known of the tie at the end of a page, and whether its pages are to be read again. */
function tieAfter(
  before: Tie | undefined,
  rows: readonly Version[],
  page: number,
  isSorted: boolean,
  goesOn: boolean,
): { tie: Tie; again: boolean; isWhole: boolean; ids: readonly string[] } {
  const last = rows.at(-1);
  const lastTime = isSorted && last ? last.time : 0;
  const ofTime = (wanted: number) => rows.filter(({ time }) => (isSorted ? time : 0) === wanted);
  const begun = { time: lastTime, page, places: 0, ids: [], attempts: 0 };
  const tie = withRows(before ?? begun, ofTime(before?.time ?? lastTime));
  const isOpen = goesOn && tie.time === lastTime && tie.ids.length < MAX_TIED;
  const { ids } = tie;
  if (isOpen) return { tie, again: false, isWhole: true, ids };
  const isWhole = tie.ids.length >= tie.places;
  if (!isWhole && tie.attempts < MAX_ATTEMPTS)
    return { tie: { ...tie, places: 0, attempts: tie.attempts + 1 }, again: true, isWhole: true, ids };
  return { tie: withRows(begun, ofTime(lastTime)), again: false, isWhole, ids };
}

const withRows = (tie: Tie, rows: readonly Version[]): Tie => ({
  ...tie,
  places: tie.places + rows.length,
  ids: [...new Set([...tie.ids, ...rows.map(({ id }) => id)])],
});

const digestOf = (rows: readonly Version[]): string =>
  hash("sha256", rows.map(({ id, time, fingerprint }) => `${id} ${time} ${fingerprint}`).join(), "base64url");

/** A state as it comes back from where it was saved; undefined for anything else. */
export function listStateFrom(value: unknown): ListState | undefined {
  const window = isObject(value) ? windowFrom(value.window) : undefined;
  if (!isObject(value) || !window) return undefined;
  const { newest, scan } = value;
  const known = { window, ...(isTime(newest) && { newest }) };
  if (scan === undefined) return known;
  return isScan(scan) ? { ...known, scan } : undefined;
}

const isScan = (value: unknown): value is Scan =>
  isObject(value) &&
  isTime(value.page) &&
  typeof value.last === "string" &&
  typeof value.hasNews === "boolean" &&
  typeof value.isWhole === "boolean" &&
  isTie(value.tie);

const isTie = (value: unknown): value is Tie =>
  isObject(value) &&
  [value.time, value.page, value.places, value.attempts].every(isTime) &&
  Array.isArray(value.ids) &&
  value.ids.every((id) => typeof id === "string");
