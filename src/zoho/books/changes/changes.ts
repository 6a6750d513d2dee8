import { type Change, type ChangePage, instantOf, refuseFuture } from "../../changes/change";
import { type List, type ListState, listStateFrom, scanList } from "../../changes/listScan";
import { newestReached, openAt, openNow, REWIND, recall, versionsFrom } from "../../changes/window";
import { isObject, textAt } from "../../core/json";
import type { Books } from "../books";
import type { RecordType } from "../recordTypes";
import { type BooksChangeQuery, type BooksRow, changedRows, changingType, PER_PAGE } from "./rows";

/** Where the feed of a record type stands: plain JSON, which may be saved after any part. */
export interface BooksFeedState extends ListState {
  readonly recordType: string;
  readonly organization: string;
  /** Set where Zoho refuses to sort the list by the time of change. */
  readonly isSortRefused?: boolean;
  /** Set where the unfinished scan reads by Zoho's filter. */
  readonly isFiltered?: boolean;
  /**
   * The highest id that was read, where the list does not say when records were made: higher ones are new.
   */
  readonly highestId?: string;
}

/** Pages that are read at once, so that the changes on them come in order. */
const MAX_PAGES = 10;

/**
 * Where a feed begins: with `all` records; with what has changed since a time in ISO 8601, UTC's where it has
 * no offset; or since Zoho's clock said so, in seconds since the epoch, some hours before where it says
 * something earlier now.
 */
export type BooksBegin = string | number;

/**
 * Given where the feed stood, the next changes of a record type, oldest first, and where it then stands. A
 * part has up to 2,000 changes; a larger backlog comes in several. Without a state the feed begins: now,
 * which emits nothing, or where `begin` says. A feed without news costs one request where Zoho sorts the list
 * by the time of change or filters it by that, and else as many as the list has pages.
 * @throws ZohoError when any request fails, the state from before then still holds; `INVALID_INPUT` to begin
 * in the future.
 * @see https://www.zoho.com/books/api/v3/invoices/#list-invoices
 */
export async function nextChanges(
  books: Books,
  query: BooksChangeQuery,
  saved: unknown,
  begin?: BooksBegin,
): Promise<ChangePage<BooksFeedState>> {
  const { type, state } = await feedAt(books, query, saved, begin);
  if (begin === undefined && saved === undefined) return { changes: [], state, more: false };
  const part = await readPart(books, type, state, query);
  const changes = part.fresh.flatMap((fresh) => changeIn(type, query, state, fresh));
  return { changes, state: part.state, more: part.more };
}

/** Where the feed of a record type stands, or begins where none is kept of it. */
export async function feedAt(
  books: Books,
  query: BooksChangeQuery,
  saved: unknown,
  begin?: BooksBegin,
): Promise<{ type: RecordType; state: BooksFeedState }> {
  const type = changingType(query.recordType);
  const organization = await books.organization();
  const named = { recordType: type.key, organization };
  return { type, state: feedStateFrom(saved, named) ?? (await begunAt(books, type, named, begin)) };
}

/** A version of a record that was not emitted. */
export interface Fresh {
  readonly row: BooksRow;
  /** Whether an earlier version of the record is remembered. */
  readonly isKnown: boolean;
}

/** What a version tells where a feed stands; nothing where it is not asked for. */
export function changeIn(
  type: RecordType,
  query: BooksChangeQuery,
  { window, highestId }: BooksFeedState,
  { row, isKnown }: Fresh,
): Change[] {
  const { from, opening = from } = window;
  const change = kindOf(query, row, !isKnown && isYoung(row, opening, highestId));
  if (!change) return [];
  const { id, modifiedTime, record } = row;
  return [{ change, id, module: type.key, modifiedTime, record }];
}

/** Reads on until the list ends or enough was read, and gives what is new by the time of change. */
async function readPart(
  books: Books,
  type: RecordType,
  begun: BooksFeedState,
  query: BooksChangeQuery,
): Promise<{ fresh: Fresh[]; state: BooksFeedState; more: boolean }> {
  const found: Fresh[] = [];
  const { recordType, organization } = begun;
  const list = listOf(books, type, begun);
  let state: ListState = begun;
  let highestId = begun.highestId;
  let more = true;
  const most = Math.max(1, Math.floor((query.most ?? MAX_PAGES * PER_PAGE) / PER_PAGE));
  for (let pages = 0; more && pages < most; pages += 1) {
    const before = state.window;
    const page = await scanList(state, list);
    const known = recall(before, new Set(page.fresh.map(({ id }) => id)));
    found.push(...page.fresh.map((row) => ({ row, isKnown: known.has(row.id) })));
    highestId = highest(highestId, page.fresh);
    ({ state, more } = page);
  }
  const fresh = found.sort((left, right) => left.row.time - right.row.time);
  const kept = { recordType, organization, ...(highestId !== undefined && { highestId }) };
  return { fresh, more, state: { ...kept, ...state, ...list.learned(more) } };
}

type Way = Pick<BooksFeedState, "isSortRefused" | "isFiltered">;

/**
 * The list of a type. Where Zoho refuses to sort it, it is read by Zoho's filter from before what is
 * remembered: if a row comes that is remembered, the filter lets through what has changed since; else the
 * list is read whole.
 */
function listOf(
  books: Books,
  type: RecordType,
  before: Partial<BooksFeedState>,
): List<BooksRow> & { learned: (isUnfinished: boolean) => Way } {
  let { isSortRefused = false, isFiltered = false } = before;
  const known = new Set(
    before.window ? versionsFrom(before.window, before.window.from).map(({ id }) => id) : [],
  );
  let isBegun = before.scan !== undefined;
  return {
    name: type.key,
    warn: (message) => books.log.warn(message),
    learned: (isUnfinished) => ({
      ...(isSortRefused && { isSortRefused }),
      ...(isFiltered && isUnfinished && { isFiltered }),
    }),
    read: async (page, from) => {
      const filter = from - 1;
      const isFirst = page === 1 && !isBegun;
      isBegun = true;
      if (isSortRefused && type.filtersByTime && isFirst && known.size > 0) {
        const read = await changedRows(books, type, page, { isSortRefused, filter });
        isFiltered = read.rows.some(({ id }) => known.has(id));
        if (isFiltered) return read;
      }
      const read = await changedRows(books, type, page, { isSortRefused, ...(isFiltered && { filter }) });
      ({ isSortRefused } = read);
      return read;
    },
  };
}

type Named = Pick<BooksFeedState, "recordType" | "organization">;

/**
 * Begins a feed: now, with all records, or with what changed since a time. What is settled neither then nor
 * now is read, and counts as emitted.
 */
async function begunAt(
  books: Books,
  type: RecordType,
  named: Named,
  begin?: BooksBegin,
): Promise<BooksFeedState> {
  if (begin === "all") return { ...named, window: openAt(0), highestId: "0" };
  const list = listOf(books, type, {});
  const since = typeof begin === "string" ? instantOf("books", begin) : begin;
  const { newest, date, rows } = await newestOf(list);
  if (typeof begin === "string" && since !== undefined) refuseFuture("books", since, date);
  const highestId = highest(undefined, rows);
  const kept = { ...named, ...(highestId !== undefined && { highestId }) };
  if (since !== undefined) return { ...kept, window: openAt(since > date ? date - REWIND : since) };
  const { window, isSettled } = openNow({ newest, date }, list.learned(false).isSortRefused === true);
  let state: ListState = { window };
  for (let more = !isSettled; more; ) ({ state, more } = await scanList(state, list));
  return { ...kept, ...state, ...list.learned(false) };
}

/** The newest change of a list that Zoho's `Date` has reached, and the rows of its first page. */
async function newestOf(
  list: List<BooksRow>,
): Promise<{ newest?: number; date: number; rows: readonly BooksRow[] }> {
  const first = await list.read(1, 0);
  let newest = newestReached(first.rows, first.date);
  let last = first;
  const seen = new Set<string>();
  // A page that shows no other rows than those before it is the last, whatever Zoho says.
  const goesOn = () => last.more && last.rows.some(({ id }) => !seen.has(id));
  for (let page = 2; goesOn() && !(last.isSorted && newest !== undefined); page += 1) {
    for (const { id } of last.rows) seen.add(id);
    last = await list.read(page, 0);
    const reached = newestReached(last.rows, last.date);
    if (reached !== undefined && reached > (newest ?? 0)) newest = reached;
  }
  return { ...(newest !== undefined && { newest }), date: first.date, rows: first.rows };
}

const highest = (before: string | undefined, rows: readonly BooksRow[]): string | undefined =>
  rows
    .filter(({ created }) => created === undefined)
    .reduce((most, { id }) => (most === undefined || BigInt(id) > BigInt(most) ? id : most), before);

/** Whether a record was made since the readings began, as far as Zoho's list tells. */
const isYoung = ({ created, id }: BooksRow, from: number, highestId: string | undefined): boolean =>
  created === undefined ? highestId !== undefined && BigInt(id) > BigInt(highestId) : created >= from;

/** A state as it comes back from where it was saved; undefined where it is none, or is of other records. */
function feedStateFrom(value: unknown, named: Named): BooksFeedState | undefined {
  const state = listStateFrom(value);
  if (!isObject(value) || !state) return undefined;
  const isSame = value.recordType === named.recordType && value.organization === named.organization;
  const highestId = textAt(value, "highestId");
  return isSame
    ? {
        ...named,
        ...state,
        ...(value.isSortRefused === true && { isSortRefused: true }),
        ...(value.isFiltered === true && { isFiltered: true }),
        ...(highestId !== undefined && /^\d+$/.test(highestId) && { highestId }),
      }
    : undefined;
}

/**
 * A record that was made and changed since is new to those who ask for new records, and updated to those who
 * do not.
 */
function kindOf(
  { created, updated }: BooksChangeQuery,
  row: BooksRow,
  isNew: boolean,
): "created" | "updated" | undefined {
  if (isNew && created) return "created";
  return updated && (!isNew || row.time > (row.created ?? 0)) ? "updated" : undefined;
}
