import { type PassMemory, passFrom, readPass } from "../../changes/pass";
import { beginAt, recall, settled } from "../../changes/seen";
import { textAt } from "../../core/json";
import { secondsOf } from "../../core/time";
import type { Books } from "../books";
import { type RecordType, sortsByTime } from "../recordTypes";
import { changedRows, PER_PAGE, type Row, reaches } from "./rows";
import { type Change, type ChangeQuery, changingType } from "./types";

/** What a feed remembers from one part to the next: plain JSON, which may be saved after any part. */
export interface ChangeMemory extends PassMemory {
  readonly recordType: string;
  readonly organization: string;
}

export interface ChangePage {
  readonly changes: Change[];
  readonly memory: ChangeMemory;
  /** Whether another part is there to be read now. */
  readonly more: boolean;
}

/** Pages that are read at once, so that the changes on them come in order. */
const MAX_PAGES = 10;

/** How far the clock of Zoho's answers may be ahead of that of its records, in seconds. */
const CLOCK_MARGIN = 3600;

/**
 * Given what was remembered, the next changes of a record type, oldest first, and what to remember. A part has up to 2,000 changes; a
 * larger backlog comes in several. Without a memory the feed begins: now, which emits nothing, or where `begin` says: with what has changed
 * since a time in ISO 8601, or with `all` records.
 * A feed without news costs one request.
 * @throws ZohoError when any request fails; what was remembered before then still holds.
 * @see https://www.zoho.com/books/api/v3/invoices/#list-invoices
 */
export async function nextChanges(
  books: Books,
  query: ChangeQuery,
  remembered: unknown,
  begin?: string,
): Promise<ChangePage> {
  const type = changingType(query.recordType);
  const organization = await books.organization();
  const named = { recordType: type.key, organization };
  const known =
    memoryFrom(remembered, named) ?? (begin && { seen: beginAt(begin === "all" ? 0 : secondsOf(begin)) });
  if (!known) return { changes: [], memory: { ...named, ...(await beginNow(books, type)) }, more: false };
  const { since } = known.seen;
  const { fresh, memory, more } = await readPart(books, type, known, query.most);
  const changes = fresh.flatMap(({ row, isKnown }) => {
    const change = kindOf(query, row, row.created >= since && !isKnown);
    return change ? [changeOf(type, row, change)] : [];
  });
  return { changes, memory: { ...named, ...memory }, more };
}

interface Fresh {
  readonly row: Row;
  /** Whether an earlier version of the record is remembered. */
  readonly isKnown: boolean;
}

const pagesOf = (most: number): number => Math.max(1, Math.floor(most / PER_PAGE));

/** Reads on until the list ends or enough was read, and gives what is new by the time of change. */
async function readPart(books: Books, type: RecordType, begun: PassMemory, most = MAX_PAGES * PER_PAGE) {
  const found: Fresh[] = [];
  let memory = begun;
  let more = true;
  for (let pages = 0; more && pages < pagesOf(most); pages += 1) {
    const { seen } = memory;
    const page = await readPass(memory, (number) => changedRows(books, type, seen.since, number));
    const known = recall(seen, new Set(page.fresh.map(({ id }) => id)));
    found.push(...page.fresh.map((row) => ({ row, isKnown: known.has(row.id) })));
    ({ memory, more } = page);
  }
  return { fresh: found.sort((left, right) => left.row.time - right.row.time), memory, more };
}

/**
 * Begins now: what was changed before counts as emitted. Where lists are sorted by the time of change, their first page tells the newest; elsewhere
 * Zoho's own clock tells about where to look, and what was changed since then is read too.
 */
async function beginNow(books: Books, type: RecordType): Promise<PassMemory> {
  const first = await changedRows(books, type, 0, 1);
  const isSorted = sortsByTime(type);
  const newest = first.rows.reduce((latest, { time }) => Math.max(latest, time), 0);
  const asOf = isSorted ? newest : Math.max(newest, (first.date ?? 0) - CLOCK_MARGIN);
  const since = Math.max(0, settled(beginAt(0, asOf)));
  const page = async (number: number) =>
    isSorted && number === 1
      ? { ...first, more: first.more && reaches(first.rows, since) }
      : changedRows(books, type, since, number);
  let memory: PassMemory = { seen: beginAt(since, asOf, first.date) };
  for (let more = true; more; ) ({ memory, more } = await readPass(memory, page));
  return memory;
}

/** A memory as it comes back from where it was saved; undefined where it is none, or is of other records. */
function memoryFrom(
  value: unknown,
  { recordType, organization }: Pick<ChangeMemory, "recordType" | "organization">,
): PassMemory | undefined {
  const isSame = textAt(value, "recordType") === recordType && textAt(value, "organization") === organization;
  return isSame ? passFrom(value) : undefined;
}

/** A record that was made and changed since is new to those who ask for new records, and updated to those who do not. */
function kindOf({ created, updated }: ChangeQuery, row: Row, isNew: boolean): Change["change"] | undefined {
  if (isNew && created) return "created";
  return updated && (!isNew || row.time > row.created) ? "updated" : undefined;
}

const changeOf = (type: RecordType, { id, modifiedTime, record }: Row, change: Change["change"]): Change => ({
  change,
  id,
  module: type.key,
  modifiedTime,
  record,
});
