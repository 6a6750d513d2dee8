import { instantOf, refuseFuture } from "../../changes/begin";
import type { Change, ChangePage } from "../../changes/change";
import { type List, type ListState, listStateFrom, scanList } from "../../changes/listScan";
import { newestReached, openAt, openNow, recall } from "../../changes/window";
import { isObject, textAt } from "../../core/json";
import type { Books } from "../books";
import type { RecordType } from "../recordTypes";
import { changedRows, PER_PAGE, type Row } from "./rows";
import { type BooksChangeQuery, changingType } from "./types";

/** Where the feed of a record type stands: plain JSON, which may be saved after any part. */
export interface BooksFeedState extends ListState {
  readonly recordType: string;
  readonly organization: string;
  /** Set where Zoho refuses to sort the list by the time of change. */
  readonly isSortRefused?: boolean;
  /** The highest id that was read, where the list does not say when records were made: higher ones are new. */
  readonly highestId?: string;
}

/** Pages that are read at once, so that the changes on them come in order. */
const MAX_PAGES = 10;

/**
 * Given where the feed stood, the next changes of a record type, oldest first, and where it then stands. A part has up to 2,000 changes; a
 * larger backlog comes in several. Without a state the feed begins: now, which emits nothing, or where `begin` says: with what has changed
 * since a time in ISO 8601, UTC's where it has no offset, or with `all` records.
 * A feed without news costs one request where Zoho sorts the list by the time of change, and else as many as the list has pages.
 * @throws ZohoError when any request fails, the state from before then still holds; `INVALID_INPUT` to begin in the future.
 * @see https://www.zoho.com/books/api/v3/invoices/#list-invoices
 */
export async function nextChanges(
  books: Books,
  query: BooksChangeQuery,
  saved: unknown,
  begin?: string,
): Promise<ChangePage<BooksFeedState>> {
  const type = changingType(query.recordType);
  const organization = await books.organization();
  const named = { recordType: type.key, organization };
  const state = feedStateFrom(saved, named) ?? (await begunAt(books, type, named, begin));
  if (!begin && saved === undefined) return { changes: [], state, more: false };
  const { from, opening = from } = state.window;
  const part = await readPart(books, type, state, query);
  const changes = part.fresh.flatMap(({ row, isKnown }) => {
    const change = kindOf(query, row, !isKnown && isYoung(row, opening, state.highestId));
    return change ? [changeOf(type, row, change)] : [];
  });
  return { changes, state: part.state, more: part.more };
}

interface Fresh {
  readonly row: Row;
  /** Whether an earlier version of the record is remembered. */
  readonly isKnown: boolean;
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
  const list = listOf(books, type, begun.isSortRefused === true);
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
  return { fresh, more, state: { ...kept, ...state, ...(list.isSortRefused() && { isSortRefused: true }) } };
}

function listOf(
  books: Books,
  type: RecordType,
  refused: boolean,
): List<Row> & { isSortRefused: () => boolean } {
  let isRefused = refused;
  return {
    name: type.key,
    warn: (message) => books.log.warn(message),
    isSortRefused: () => isRefused,
    read: async (page) => {
      const read = await changedRows(books, type, page, isRefused);
      isRefused = read.isSortRefused;
      return read;
    },
  };
}

type Named = Pick<BooksFeedState, "recordType" | "organization">;

/** Begins a feed: now, with all records, or with what changed since a time. What is settled neither then nor now is read, and counts as emitted. */
async function begunAt(
  books: Books,
  type: RecordType,
  named: Named,
  begin?: string,
): Promise<BooksFeedState> {
  if (begin === "all") return { ...named, window: openAt(0), highestId: "0" };
  const list = listOf(books, type, false);
  const since = begin === undefined ? 0 : instantOf("books", begin);
  const { newest, date, rows } = await newestOf(list);
  if (begin !== undefined) refuseFuture("books", since, date);
  const highestId = highest(undefined, rows);
  const kept = { ...named, ...(highestId !== undefined && { highestId }) };
  if (begin !== undefined) return { ...kept, window: openAt(since) };
  const { window, isSettled } = openNow({ newest, date });
  let state: ListState = { window };
  for (let more = !isSettled; more; ) ({ state, more } = await scanList(state, list));
  return { ...kept, ...state, ...(list.isSortRefused() && { isSortRefused: true }) };
}

/** The newest change of a list that Zoho's `Date` has reached, and the rows of its first page. */
async function newestOf(list: List<Row>): Promise<{ newest?: number; date: number; rows: readonly Row[] }> {
  const first = await list.read(1, 0);
  let newest = newestReached(first.rows, first.date);
  let last = first;
  for (
    let page = 2;
    last.more && last.rows.length > 0 && !(last.isSorted && newest !== undefined);
    page += 1
  ) {
    last = await list.read(page, 0);
    const reached = newestReached(last.rows, last.date);
    if (reached !== undefined && reached > (newest ?? 0)) newest = reached;
  }
  return { ...(newest !== undefined && { newest }), date: first.date, rows: first.rows };
}

const highest = (before: string | undefined, rows: readonly Row[]): string | undefined =>
  rows
    .filter(({ created }) => created === undefined)
    .reduce((most, { id }) => (most === undefined || BigInt(id) > BigInt(most) ? id : most), before);

/** Whether a record was made since the readings began, as far as Zoho's list tells. */
const isYoung = ({ created, id }: Row, from: number, highestId: string | undefined): boolean =>
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
        ...(highestId !== undefined && /^\d+$/.test(highestId) && { highestId }),
      }
    : undefined;
}

/** A record that was made and changed since is new to those who ask for new records, and updated to those who do not. */
function kindOf(
  { created, updated }: BooksChangeQuery,
  row: Row,
  isNew: boolean,
): "created" | "updated" | undefined {
  if (isNew && created) return "created";
  return updated && (!isNew || row.time > (row.created ?? 0)) ? "updated" : undefined;
}

const changeOf = (type: RecordType, { id, modifiedTime, record }: Row, change: Change["change"]): Change => ({
  change,
  id,
  module: type.key,
  modifiedTime,
  record,
});
