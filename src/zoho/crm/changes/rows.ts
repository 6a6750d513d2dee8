import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { column, literal, literals } from "../query/coql";

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
  /** Zoho's own time, by the answer's `Date`. */
  readonly date?: number;
}

/** A place in the order of (Modified_Time, id): all rows from a time on, or those after a row. */
export interface Position {
  readonly time: number;
  readonly after?: string;
}

/** Ids that one query may name; Zoho's pages say 50 in older versions and 100 in newer ones. */
const MAX_IDS = 50;

const timeColumns = ["Modified_Time", "Created_Time"];

/**
 * The rows from a position on, by (Modified_Time, id), with the named fields. Where Zoho's limit of columns asks for several queries, their
 * answers are put together; a record that has moved or gone meanwhile is read by its id, or left out.
 */
export function rowsFrom(
  crm: Crm,
  module: string,
  names: readonly string[],
  { time, after }: Position,
  limit: number,
  conditions?: string,
): Promise<Rows> {
  const at = literal(timeText(time));
  const from =
    after === undefined
      ? `Modified_Time >= ${at}`
      : `(Modified_Time >= ${at} and (Modified_Time > ${at} or id > ${literal(after)}))`;
  return read(crm, module, names, conditions ? `(${from} and (${conditions}))` : from, limit);
}

/** The records of these ids, as far as there are any. */
export async function rowsOf(
  crm: Crm,
  module: string,
  names: readonly string[],
  ids: readonly string[],
): Promise<Rows> {
  const parts: Rows[] = [];
  for (const some of inParts(ids))
    parts.push(await read(crm, module, names, `id in ${literals(some)}`, MAX_IDS));
  return { rows: parts.flatMap(({ rows }) => rows), more: false, date: parts.at(-1)?.date };
}

const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, part) =>
    ids.slice(part * MAX_IDS, (part + 1) * MAX_IDS),
  );

/** The time of the module's newest change, and Zoho's own; no time where the module is empty. */
export async function newestOf(crm: Crm, module: string): Promise<{ newest?: number; date?: number }> {
  const query = `select Modified_Time from ${column(module)} where id is not null order by Modified_Time desc, id desc limit 1`;
  const { body, headers } = await crm.send(crmOperations.runQuery, {
    body: { select_query: query },
    units: 1,
  });
  const time = secondsOf(textAt(objectsAt(body, "data")[0], "Modified_Time"));
  return { ...(Number.isNaN(time) ? {} : { newest: time }), date: dateOf(headers) };
}

/** The `Date` of an answer in seconds since the epoch. */
export function dateOf(headers: Readonly<Record<string, string>>): number | undefined {
  const date = secondsOf(headers.date);
  return Number.isNaN(date) ? undefined : date;
}

async function read(
  crm: Crm,
  module: string,
  names: readonly string[],
  where: string,
  limit: number,
): Promise<Rows> {
  const [first = [], ...others] = columnGroups(crm, names);
  const { records, ...page } = await select(crm, module, [...timeColumns, ...first], where, limit);
  if (records.length === 0 || others.length === 0) return { rows: records.map(rowOf), ...page };
  let complete = new Map(records.map((record) => [String(record.id), record]));
  for (const group of others) {
    const rest = new Map<string, JsonObject>();
    const add = async (which: string, most: number) => {
      for (const record of (await select(crm, module, group, which, most)).records)
        rest.set(String(record.id), record);
    };
    await add(where, limit);
    const missing = [...complete.keys()].filter((id) => !rest.has(id));
    for (const ids of inParts(missing)) await add(`id in ${literals(ids)}`, MAX_IDS);
    const both = [...complete].flatMap(([id, record]) =>
      rest.has(id) ? [[id, { ...rest.get(id), ...record }] as const] : [],
    );
    complete = new Map(both);
  }
  return { rows: [...complete.values()].map(rowOf), ...page };
}

/** The names in groups of as many columns as one query may have; the first leaves room for the times. */
function columnGroups(crm: Crm, names: readonly string[]): string[][] {
  const max = crm.version >= 7 ? 500 : 50;
  const rest = [...new Set(names)].filter((name) => name !== "id" && !timeColumns.includes(name));
  const groups = [rest.splice(0, max - timeColumns.length)];
  while (rest.length > 0) groups.push(rest.splice(0, max));
  return groups;
}

async function select(
  crm: Crm,
  module: string,
  columns: readonly string[],
  where: string,
  limit: number,
): Promise<{ records: JsonObject[]; more: boolean; date?: number }> {
  const selected = columns.map(column).join(", ");
  const query = `select ${selected} from ${column(module)} where ${where} order by Modified_Time asc, id asc limit ${limit}`;
  const { body, headers } = await crm.send(crmOperations.runQuery, {
    body: { select_query: query },
    units: limit,
  });
  const info = isObject(body) && isObject(body.info) ? body.info : {};
  return { records: objectsAt(body, "data"), more: info.more_records === true, date: dateOf(headers) };
}

function rowOf(record: JsonObject): Row {
  const time = secondsOf(textAt(record, "Modified_Time"));
  const created = secondsOf(textAt(record, "Created_Time"));
  return { id: String(record.id), time, created: Number.isNaN(created) ? 0 : created, record };
}
