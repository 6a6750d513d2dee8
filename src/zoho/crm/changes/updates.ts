import { beginAt, observe, recall, remember, type Seen, settled, sizeOf } from "../../changes/seen";
import type { Crm } from "../crm";
import { allColumns, type Columns, readingColumns } from "../query/columns";
import { whereOf } from "../search/conditions";
import { newestOf, type Rows, rowsFrom } from "./rows";
import { tell } from "./tell";
import type { Change, ChangeQuery } from "./types";

/** What is remembered of the new and updated records of a module. */
export interface RecordMemory {
  readonly seen: Seen;
  /** All fields of the module, where all are read. */
  readonly columns?: Columns;
  /** Where an unfinished reading stands: behind this row, after so many pages. Records made before `from` were there when it began. */
  readonly walk?: Walk;
}

export interface Walk {
  readonly from: number;
  readonly time: number;
  readonly id: string;
  readonly pages: number;
}

export interface RecordPage {
  readonly changes: Change[];
  readonly memory: RecordMemory;
  readonly more: boolean;
}

/** Rows a page: a poll without news asks for few, a backlog for as many as Zoho gives. */
const pageSizes = [200, 1000];
const MAX_PAGE = 2000;

/** Begins at a time. The newest change tells how far Zoho's clock has come, so that a backlog is known to be one. */
export async function beginRecordsAt(crm: Crm, module: string, since: number): Promise<RecordMemory> {
  return { seen: observe(beginAt(since), await newestOf(crm, module)) };
}

/**
 * Begins now: what was changed before counts as emitted. One request where the module has been quiet for longer than the overlap; else what is not settled
 * is read too, since a record that has just changed may change again within the same second.
 */
export async function beginRecordsNow(crm: Crm, query: ChangeQuery): Promise<RecordMemory> {
  const { newest, date } = await newestOf(crm, query.recordType);
  if (newest === undefined) return { seen: beginAt(0, 0, date) };
  const isQuiet = date !== undefined && settled(beginAt(0, date)) > newest;
  let memory: RecordMemory = {
    seen: beginAt(isQuiet ? newest + 1 : settled(beginAt(0, newest)), newest, date),
  };
  for (let more = !isQuiet; more; ) ({ memory, more } = await readRecords(crm, query, memory));
  return memory;
}

/** The next page of new and updated records. `deleted` are the deletes that were emitted. */
export async function readRecords(
  crm: Crm,
  query: ChangeQuery,
  memory: RecordMemory,
  deleted?: Seen,
): Promise<RecordPage> {
  const { walk } = memory;
  const step = walk?.pages ?? pageSizes.filter((size) => size <= sizeOf(memory.seen)).length;
  const { most = MAX_PAGE } = query;
  const limit = Math.min(crm.version >= 7 ? (pageSizes[step] ?? MAX_PAGE) : 200, most);
  const position = walk ? { time: walk.time, after: walk.id } : { time: memory.seen.since };
  const where = await conditionsOf(crm, query);
  const read = (names: readonly string[]) => rowsFrom(crm, query.recordType, names, position, limit, where);

  let { seen } = memory;
  let page = await readFields(crm, query, memory, read);
  if (page.more && !walk && (seen.date === undefined || page.date === undefined)) {
    // No answer tells Zoho's time: only its newest change does.
    seen = observe(seen, await newestOf(crm, query.recordType));
    page = await readFields(crm, query, memory, read);
  }
  const last = page.more ? page.rows.at(-1) : undefined;
  seen = observe(seen, { date: page.date, newest: page.rows.at(-1)?.time });

  // Among what is not settled, changes may still appear. So `since` stops before it, and goes no further as long as this reading lasts.
  const hasStopped = walk !== undefined && seen.since < walk.time;
  const since = hasStopped ? seen.since : Math.min(last?.time ?? settled(seen), settled(seen));
  const from = walk?.from ?? seen.since;
  const { changes, versions } = tell(query, seen, page.rows, { from, since, names: page.names, deleted });
  return {
    changes,
    more: page.more,
    memory: {
      // Until the reading ends, its end may bring a record again that was new before it began.
      seen: remember(seen, versions, since, last && from),
      ...(page.columns && { columns: page.columns }),
      ...(last && { walk: { from, time: last.time, id: last.id, pages: step + 1 } }),
    },
  };
}

const conditionsOf = async (crm: Crm, { recordType, conditions = [], match = "all" }: ChangeQuery) =>
  conditions.length > 0 ? whereOf(crm, recordType, conditions, match) : undefined;

/** Rows with the fields that were read, and the columns to remember where all are read. */
type FieldRows = Rows & { readonly names: readonly string[]; readonly columns?: Columns };

/** Enough to see whether there is news. */
const noColumns: Columns = { names: [], refused: [] };

/** Reads the fields that are asked for, or all: with those that were known before, and where there is news, with those there are now. */
async function readFields(
  crm: Crm,
  { recordType, fields, moreFields }: ChangeQuery,
  { seen, columns: known }: RecordMemory,
  read: (names: readonly string[]) => Promise<Rows>,
): Promise<FieldRows> {
  if (fields.length > 0) return { ...(await read(fields)), names: fields };
  const { result, columns } = await readingColumns(crm, recordType, known ?? noColumns, read);
  const emitted = recall(seen, new Set(result.rows.map(({ id }) => id)));
  const isNews = result.rows.some(({ id, time }) => !emitted.get(id)?.has(time));
  const current = isNews ? await allColumns(crm, recordType, moreFields, columns.refused) : columns;
  if (current.names.every((name) => columns.names.includes(name)))
    return { ...result, names: columns.names, ...(known && { columns }) };
  const again = await readingColumns(crm, recordType, current, read);
  return { ...again.result, names: again.columns.names, columns: again.columns };
}
