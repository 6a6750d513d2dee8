import type { ChangePage } from "../../changes/change";
import { isBeforeOpening, recall, remember } from "../../changes/window";
import type { Books } from "../books";
import type { RecordType } from "../recordTypes";
import { type BooksBegin, type BooksFeedState, changeIn, feedAt } from "./changes";
import { type BooksChangeQuery, type BooksRow, changedRows, PER_PAGE } from "./rows";

/** A record that a call is about. */
export interface CalledRecord {
  readonly id: string;
  /** When it was changed last, as the call says: in seconds since the epoch. */
  readonly changedAt?: number;
}

/** So many pages of a list are looked through: the record has just changed, so that it is near the top. */
const CALLED_PAGES = 3;

/** The most versions that calls alone make a feed remember. */
const MAX_CALLED = 20_000;

/**
 * The change that a call of Zoho's is about, as the list shows the record now, and where the feed stands
 * afterwards: the feed shares the state, so that neither emits what the other has. What the list does not
 * show yet is left to the feed.
 * @throws ZohoError when a request fails; the feed finds the change all the same.
 */
export async function calledChange(
  books: Books,
  query: BooksChangeQuery,
  saved: unknown,
  { id, changedAt = 0 }: CalledRecord,
  begin: BooksBegin,
): Promise<ChangePage<BooksFeedState>> {
  const { type, state } = await feedAt(books, query, saved, begin);
  const nothing = { changes: [], state, more: false };
  const row = await rowOf(books, type, state, id);
  // Times in lists are whole seconds, which may be rounded otherwise than in a record.
  if (!row || row.time < changedAt - 1) {
    books.log.info(
      `Zoho's list of ${type.key} does not show the change of ${id} yet. A scheduled run finds it.`,
    );
    return nothing;
  }
  const known = recall(state.window, new Set([id])).get(id);
  if (known?.get(row.time) === row.fingerprint || isBeforeOpening(state.window, row)) return nothing;
  const window = remember(state.window, [row], MAX_CALLED);
  const changes = changeIn(type, query, state, { row, isKnown: known !== undefined });
  return { changes, state: { ...state, window }, more: false };
}

/** The row of a record in its list, the newest changes first where Zoho sorts by them. */
async function rowOf(
  books: Books,
  type: RecordType,
  { isSortRefused = false }: BooksFeedState,
  wanted: string,
): Promise<BooksRow | undefined> {
  let way = { isSortRefused };
  for (let page = 1; page <= CALLED_PAGES; page += 1) {
    const read = await changedRows(books, type, page, way);
    const row = read.rows.find(({ id }) => id === wanted);
    if (row || !read.more || read.rows.length < PER_PAGE) return row;
    way = { isSortRefused: read.isSortRefused };
  }
  return undefined;
}
