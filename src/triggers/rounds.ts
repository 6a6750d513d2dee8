import { randomUUID } from "node:crypto";
import { isObject, textAt } from "../zoho/core/json";

/** A page of what a feed emits, and what it then remembers. */
export interface ChangesPage<Item, State> {
  readonly changes: readonly Item[];
  readonly state: State;
  readonly more: boolean;
}

/** Reads the page behind what is remembered, with so many changes at most. */
export type Read<Item, State> = (remembered: unknown, most?: number) => Promise<ChangesPage<Item, State>>;

/**
 * What is kept of a reading. A page counts as emitted when the platform asks for the next one, for then its
 * items were handed on: until then it is kept apart, and a run that dies before reads it again.
 */
export interface RoundReading {
  /** What is remembered behind the last page that was handed on. */
  readonly state?: unknown;
  /** The page that is being handed on. */
  readonly page?: { readonly id: string; readonly state: unknown; readonly more: boolean };
}

/** What one run emits at most where the platform does not come back for the next page. */
const MAX_CHANGES = 10_000;

/**
 * A page of a batched run goes back to the platform through a request of limited size: so many changes and
 * bytes at most.
 */
const PAGE_CHANGES = 1000;
const PAGE_BYTES = 4_000_000;

/** So many pages without news are read before the place is saved. */
const EMPTY_PAGES = 20;

export interface Round<Item> {
  readonly items: readonly Item[];
  readonly reading: RoundReading;
  /** What the platform comes back with for the next round; none ends the run. */
  readonly cursor: Readonly<Record<string, unknown>> | null;
}

/**
 * One round of a run: one page where the platform comes back for the next, which it does once more behind the
 * last one; otherwise a bounded number of pages, and the rest is for the next run.
 */
export async function readRound<Item, State>(
  isBatching: boolean,
  reading: RoundReading,
  cursor: unknown,
  read: Read<Item, State>,
): Promise<Round<Item>> {
  const at = placeOf(reading, cursor);
  if (at === undefined) return { items: [], reading, cursor: null };
  if (!at.more) return { items: [], reading: { state: at.state }, cursor: null };
  if (!isBatching) return readUnbatched(at.state, read);

  let page = await fittingPage(at.state, read);
  for (let empty = 1; page.changes.length === 0 && page.more && empty < EMPTY_PAGES; empty += 1)
    page = await fittingPage(page.state, read);
  const { changes, state, more } = page;
  if (changes.length === 0 && !more) return { items: [], reading: { state }, cursor: null };
  const id = randomUUID();
  return {
    items: changes,
    reading: { state: at.state, page: { id, state, more } },
    cursor: { page: id, more, state: brief(state) },
  };
}

async function readUnbatched<Item, State>(
  remembered: unknown,
  read: Read<Item, State>,
): Promise<Round<Item>> {
  let page = await read(remembered);
  const items = [...page.changes];
  while (page.more && items.length < MAX_CHANGES) {
    page = await read(page.state);
    items.push(...page.changes);
  }
  return { items, reading: { state: page.state }, cursor: null };
}

/**
 * Where a round goes on: behind the page that its cursor names, which is thereby handed on. Where another run
 * has read since, that one goes on, and this one ends; where nothing was saved between two rounds, the cursor
 * itself says enough.
 */
function placeOf(reading: RoundReading, cursor: unknown): { state: unknown; more: boolean } | undefined {
  if (!isObject(cursor)) return { state: reading.state, more: true };
  if (reading.page?.id === textAt(cursor, "page")) return reading.page;
  return reading.page ? undefined : { state: cursor.state, more: cursor.more === true };
}

/** A page that the platform takes. Zoho is asked again for fewer records where they are wide. */
async function fittingPage<Item, State>(
  remembered: unknown,
  read: Read<Item, State>,
): Promise<ChangesPage<Item, State>> {
  for (let most = PAGE_CHANGES; ; ) {
    const page = await read(remembered, most);
    const bytes = Buffer.byteLength(JSON.stringify(page.changes));
    if (bytes <= PAGE_BYTES || most === 1 || page.changes.length > most) return page;
    most = Math.max(1, Math.floor((page.changes.length * PAGE_BYTES) / bytes / 1.25));
  }
}

/** More than this of a cursor, in bytes, is not sent to and fro. */
const CURSOR_BYTES = 32_000;

/**
 * A state for the cursor. A large one goes without the versions that it remembers, which are all that grows:
 * a feed that goes on from it emits some of them twice, and loses none.
 */
function brief(state: unknown): unknown {
  if (JSON.stringify(state).length <= CURSOR_BYTES) return state;
  return JSON.parse(JSON.stringify(state, (key, value: unknown) => (key === "emitted" ? [] : value)));
}

/** A reading as it comes back from where it was saved; what is none is an empty one. */
export function readingFrom(value: unknown): RoundReading {
  if (!isObject(value)) return {};
  const { state, page } = value;
  const id = textAt(page, "id");
  return {
    state,
    ...(isObject(page) && id !== undefined && { page: { id, state: page.state, more: page.more === true } }),
  };
}
