import { type JsonObject, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import type { Crm } from "../crm";
import { refusedColumn } from "../query/columns";
import { column, joined, literal, literals } from "../query/coql";
import { inParts, MAX_IDS, select, sendQuery } from "../query/select";
import type { Condition } from "../search/conditions";

/** Which changes of a module are asked for. */
export interface CrmChangeQuery {
  readonly recordType: string;
  readonly created: boolean;
  readonly updated: boolean;
  readonly deleted: boolean;
  /** API names, with dots for the fields of lookups; every field that a query can select when empty. */
  readonly fields: readonly string[];
  /** Fields to read besides all, such as those of lookups. */
  readonly moreFields?: readonly string[];
  /** What new and updated records have to meet. */
  readonly conditions?: readonly Condition[];
  readonly match?: "all" | "any";
  /** The most new and updated records of one page. */
  readonly most?: number;
}

/** A record as it was when it was read, with its times in seconds since the epoch. */
export interface Row {
  readonly id: string;
  readonly time: number;
  readonly created: number;
  readonly record: JsonObject;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly more: boolean;
  /** Zoho's own time, by the answer's `Date`; without one, that of this machine. */
  readonly date: number;
}

/** A place in the order of (Modified_Time, id): all rows from a time on, or those behind a row. */
export interface Position {
  readonly time: number;
  readonly id?: string;
  /** Set where only the rest of that second is read, since it has more rows than a page. */
  readonly isWithin?: boolean;
}

export const timeColumns = ["Modified_Time", "Created_Time"];

/** A page of rows, and where the next one begins; nowhere where this is the last. */
export interface RowsFrom extends Rows {
  readonly next?: Position;
}

/** Beside those of place: the conditions of the feed. */
interface Conditions extends Named {
  readonly where: readonly string[];
}

/**
 * The rows from a position on, by (Modified_Time, id), with the named fields. Where Zoho's limit of columns
 * asks for several queries, their answers are put together; a record that has moved or gone meanwhile is read
 * by its id, or left out.
 *
 * No query has two bounds on one column, which some organizations refuse: a page begins with the second in
 * which the one before ended, and the rows that were read are left out. A second with more rows than a page
 * is read by its ids.
 */
export async function rowsFrom(
  crm: Crm,
  module: string,
  names: readonly string[],
  position: Position,
  limit: number,
  { where, ...named }: Conditions,
): Promise<RowsFrom> {
  const { time, id, isWithin = false } = position;
  const at = literal(timeText(time));
  const start = time > 0 ? `Modified_Time >= ${at}` : "id is not null";
  const bounds = isWithin && id !== undefined ? [`Modified_Time = ${at}`, `id > ${literal(id)}`] : [start];
  const page = await read(crm, module, names, [...bounds, ...where], named, limit);
  const isBehind = (row: Row) =>
    row.time > time || (row.time === time && (id === undefined || BigInt(row.id) > BigInt(id)));
  const rows = page.rows.filter(isBehind);
  const next = nextPosition(position, page.rows.at(-1), rows.length, page.more);
  return { ...page, rows, ...(next && { next }) };
}

/** Where to go on behind a page. One that does not lead on is the last, whatever Zoho says. */
function nextPosition(
  { time, id, isWithin }: Position,
  last: Row | undefined,
  count: number,
  more: boolean,
): Position | undefined {
  if (isWithin) return more && last && count > 0 ? { time, id: last.id, isWithin } : { time: time + 1 };
  if (!more || !last || last.time < time) return undefined;
  if (last.time > time) return { time: last.time, id: last.id };
  return { time, id: count > 0 ? last.id : (id ?? "0"), isWithin: true };
}

/** The records of these ids, as far as there are any. */
export async function rowsOf(
  crm: Crm,
  module: string,
  names: readonly string[],
  ids: readonly string[],
  named: Named,
): Promise<Rows> {
  const parts: Rows[] = [];
  for (const some of inParts(ids, MAX_IDS))
    parts.push(await read(crm, module, names, [`id in ${literals(some)}`], named, MAX_IDS));
  return { rows: parts.flatMap(({ rows }) => rows), more: false, date: parts.at(-1)?.date ?? nowOf(crm) };
}

/**
 * The newest change of a module that Zoho's `Date` has reached, and that `Date`; no change where there is
 * none.
 */
export async function newestOf(crm: Crm, module: string): Promise<{ newest?: number; date: number }> {
  const newest = async (where: string) => {
    const query = `select Modified_Time from ${column(module)} where ${where} order by Modified_Time desc, id desc limit 1`;
    const { rows, headers } = await sendQuery(crm, query, 1);
    const time = secondsOf(textAt(rows[0], "Modified_Time"));
    return { ...(Number.isNaN(time) ? {} : { newest: time }), date: dateOf(headers) ?? nowOf(crm) };
  };
  const first = await newest("id is not null");
  if (first.newest === undefined || first.newest <= first.date) return first;
  const { newest: reached } = await newest(`Modified_Time <= ${literal(timeText(first.date))}`);
  return { ...(reached !== undefined && { newest: reached }), date: first.date };
}

/** The `Date` of an answer in seconds since the epoch. */
export function dateOf(headers: Readonly<Record<string, string>>): number | undefined {
  const date = secondsOf(headers.date);
  return Number.isNaN(date) ? undefined : date;
}

/** This machine's time, for answers without a `Date`. */
export const nowOf = (crm: Crm): number => Math.floor(crm.now() / 1000);

async function read(
  crm: Crm,
  module: string,
  names: readonly string[],
  where: readonly string[],
  { always, times }: Named,
  limit: number,
): Promise<Rows> {
  const { rows, more, headers } = await select(crm, {
    module,
    names: [...times, ...names],
    where: joined(where, "and"),
    always,
    order: "Modified_Time asc, id asc",
    limit,
  });
  const isAsked = times.includes(CREATED);
  const read = rows.map(rowOf).map((row) => (isAsked ? row : { ...row, created: row.time }));
  return { rows: read, more, date: dateOf(headers) ?? nowOf(crm) };
}

/** A record as a row, by its id and its times. */
export function rowOf(record: JsonObject): Row {
  const time = secondsOf(textAt(record, "Modified_Time"));
  const created = secondsOf(textAt(record, "Created_Time"));
  return { id: String(record.id), time, created: Number.isNaN(created) ? 0 : created, record };
}

/*
 * A query leaves converted leads out unless its criteria name `Converted__s`. A lead that is converted is a
 * change of it, and not its end: so the feed names the column. It asks for `Created_Time` too, by which new
 * records are told from others. An organization may refuse the one, and a module may lack the other, as the
 * history of a field does, whose rows are all new: the feed does without then.
 */

const CONVERTED = "Converted__s";
const CREATED = "Created_Time";

const withoutIt: Readonly<Record<string, string>> = {
  [CONVERTED]: "what changes of converted leads is not emitted",
  [CREATED]: "each of its records is emitted as new, once",
};

/** What a feed's queries name besides its fields and their place, as far as Zoho lets them. */
export interface Named {
  /** Conditions that every query has. */
  readonly always: readonly string[];
  readonly times: readonly string[];
}

/** Reads with what the feed names, without the columns that were refused before, or are now. */
export async function naming<T>(
  crm: Crm,
  module: string,
  refused: readonly string[],
  read: (named: Named) => Promise<T>,
): Promise<{ result: T; refused: readonly string[] }> {
  const always = module === "Leads" && !refused.includes(CONVERTED) ? [either] : [];
  const times = timeColumns.filter((name) => !refused.includes(name));
  try {
    return { result: await read({ always, times }), refused };
  } catch (error) {
    const column = refusedColumn(error) ?? "";
    const loss = withoutIt[column];
    if (loss === undefined || refused.includes(column)) throw error;
    crm.log.warn(`Zoho lets no query of ${module} name ${column}: ${loss}.`);
    return naming(crm, module, [...refused, column], read);
  }
}

const either = `(${CONVERTED} = true or ${CONVERTED} = false)`;
