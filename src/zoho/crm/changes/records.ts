import type { Change } from "../../changes/change";
import {
  newestReached,
  openNow,
  recall,
  remember,
  rewindMessage,
  rewound,
  settle,
  sizeOf,
  type Window,
} from "../../changes/window";
import type { Crm } from "../crm";
import { allColumns, type Columns, readingColumns } from "../query/columns";
import { whereOf } from "../search/conditions";
import { freshAmong } from "./fresh";
import {
  type CrmChangeQuery,
  naming,
  newestOf,
  type Position,
  type Rows,
  type RowsFrom,
  rowsFrom,
  rowsOf,
} from "./rows";

/** Where a feed stands among the new and updated records of a module. */
export interface RecordState {
  readonly window: Window;
  /** All fields of the module, where all are read. */
  readonly columns?: Columns;
  /** Where an unfinished scan goes on. */
  readonly scan?: RecordScan;
  /** Where an unfinished initial sync by bulk jobs goes on. */
  readonly bulk?: BulkPlace;
  /** Columns that Zoho lets no query of the feed name, though it would. */
  readonly refused?: readonly string[];
}

/** Where a sync by bulk jobs stands: the job, and how many of its rows were handed on. */
export interface BulkPlace {
  readonly jobId: string;
  readonly skip: number;
}

export interface RecordScan {
  readonly at: Position;
  /** The newest time that both clocks had reached when it began. */
  readonly newest: number;
  readonly hasNews: boolean;
}

/** A page of new and updated records. */
export interface RecordPage {
  readonly changes: Change[];
  readonly state: RecordState;
  readonly more: boolean;
}

/**
 * Rows up to which a query costs one credit, and two: a poll asks for no more than it may have to leave out.
 */
const pollSizes = [200, 1000];
const MAX_PAGE = 2000;

/**
 * Begins now: what was changed before counts as emitted. What is not settled is read, since a record that has
 * just changed may change again within the same second.
 */
export async function beginRecordsNow(crm: Crm, query: CrmChangeQuery): Promise<RecordState> {
  const { window, isSettled } = openNow(await newestOf(crm, query.recordType));
  let state: RecordState = { window };
  for (let more = !isSettled; more; ) ({ state, more } = await readRecords(crm, query, state));
  return state;
}

/** The next page of new and updated records. `deleted` are the deletes that were emitted. */
export async function readRecords(
  crm: Crm,
  query: CrmChangeQuery,
  before: RecordState,
  deleted?: Window,
): Promise<RecordPage> {
  const { window, scan } = before;
  const module = query.recordType;
  const most = Math.min(crm.version >= 7 ? MAX_PAGE : 200, query.most ?? MAX_PAGE);
  const few = Math.min(pollSizes.find((size) => size > sizeOf(window)) ?? most, most);
  const position = scan?.at ?? { time: window.from };
  const where = await conditionsOf(crm, query);
  const read = (limit: number) =>
    naming(crm, module, before.refused ?? [], (named) =>
      readFields(crm, query, before, (names) =>
        rowsFrom(crm, module, names, position, limit, { ...named, where }),
      ),
    );

  let page = await read(scan ? most : few);
  const { date } = page.result;
  const lower = rewound(window, date);
  if (lower) {
    crm.log.warn(rewindMessage(module, lower, date));
    const { scan: _, ...rest } = before;
    return { changes: [], more: true, state: { ...rest, window: lower } };
  }
  let newest = scan?.newest;
  if (!scan && page.result.next && few < most) page = await read(most);
  if (!scan && page.result.next) {
    // A backlog: what is settled of it is known before it is read, for meanwhile more may appear among what
    // is not.
    newest = (await newestOf(crm, module)).newest ?? 0;
    page = await read(most);
  }
  const { columns, names, rows, next } = page.result;
  newest ??= newestReached(rows, page.result.date);
  const fresh = freshAmong(query, window, rows, { names, deleted });
  const hasNews = (scan?.hasNews ?? false) || fresh.hasNews;
  const remembered = remember(window, fresh.versions);
  return {
    changes: fresh.changes,
    more: next !== undefined,
    state: {
      window: next ? remembered : settle(remembered, { newest, date: page.result.date, hasNews }),
      ...(columns && { columns }),
      ...(next && { scan: { at: next, newest: newest ?? 0, hasNews } }),
      ...(page.refused.length > 0 && { refused: page.refused }),
    },
  };
}

/** The conditions of a feed in COQL. */
export const conditionsOf = async (
  crm: Crm,
  { recordType, conditions = [], match = "all" }: CrmChangeQuery,
) => (conditions.length > 0 ? [await whereOf(crm, recordType, conditions, match)] : []);

/** Rows with the fields that were read, and the columns to keep where all are read. */
type FieldRows = RowsFrom & { readonly names: readonly string[]; readonly columns?: Columns };

/** Enough to see whether there is news. */
const noColumns: Columns = { names: [], refused: [] };

/**
 * Reads the fields that are asked for, or all: with those that were known before, and where there is news,
 * with those there are now.
 */
async function readFields(
  crm: Crm,
  { recordType, fields, moreFields }: CrmChangeQuery,
  { window, columns: known }: RecordState,
  read: (names: readonly string[]) => Promise<RowsFrom>,
): Promise<FieldRows> {
  if (fields.length > 0) return { ...(await read(fields)), names: fields };
  const { result, columns } = await readingColumns(crm, recordType, known ?? noColumns, read);
  const emitted = recall(window, new Set(result.rows.map(({ id }) => id)));
  const isNews = result.rows.some(({ id, time }) => !emitted.get(id)?.has(time));
  const current = isNews ? await allColumns(crm, recordType, moreFields, columns.refused) : columns;
  if (current.names.every((name) => columns.names.includes(name)))
    return { ...result, names: columns.names, ...(known && { columns }) };
  const again = await readingColumns(crm, recordType, current, read);
  return { ...again.result, names: again.columns.names, columns: again.columns };
}

/** Records with the fields that a feed reads, and what was learned of the columns. */
interface RowsById extends Rows {
  readonly names: readonly string[];
  readonly records: RecordState;
}

/**
 * The records of these ids that are there and meet the conditions, with the fields that a feed reads.
 * @throws ZohoError when a request fails.
 */
export async function rowsById(
  crm: Crm,
  query: CrmChangeQuery,
  records: RecordState,
  ids: readonly string[],
  conditions: readonly string[] = [],
): Promise<RowsById> {
  const { recordType: module, fields, moreFields } = query;
  const columns: Columns =
    fields.length > 0
      ? { names: fields, refused: [] }
      : (records.columns ?? (await allColumns(crm, module, moreFields)));
  const { result: read, refused } = await naming(crm, module, records.refused ?? [], (named) =>
    readingColumns(crm, module, columns, (names) =>
      rowsOf(crm, module, names, ids, { ...named, always: [...named.always, ...conditions] }),
    ),
  );
  return {
    ...read.result,
    names: read.columns.names,
    records: {
      ...records,
      ...(fields.length === 0 && { columns: read.columns }),
      ...(refused.length > 0 && { refused }),
    },
  };
}
