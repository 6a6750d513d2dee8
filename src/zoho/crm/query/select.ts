import { isObject, type JsonObject, objectsAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { readingColumns } from "./columns";
import { column, joined, literal, literals, moduleName } from "./coql";
import { type IdWalk, type Walked, walkById } from "./keyset";

/** Queries. */
export const queryOperations = {
  runQuery: {
    method: "POST",
    path: "/crm/{version}/coql",
    safety: "safe",
    class: "sub",
    scope: "ZohoCRM.coql.READ",
    credits: "byRows",
    success: [200, 204],
    answers: "data",
    spurious: "SYNTAX_ERROR",
  },
} as const;

/*
 * Queries that the connector makes itself: columns, groups of them, and scans of a module by keyset.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Limitations.html
 */

export interface QueryAnswer {
  readonly rows: JsonObject[];
  readonly info: JsonObject;
  /** The metadata of the selected fields, where it was asked for. */
  readonly fields?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends one query as it is. One that is refused as no query is sent once more: of several queries at the same
 * time, Zoho has been seen to refuse some so without a cause.
 * @param rows the most rows that may come, by which Zoho counts credits.
 */
export async function sendQuery(
  crm: Crm,
  query: string,
  rows: number,
  includeMeta = false,
): Promise<QueryAnswer> {
  const body = { select_query: query, ...(includeMeta ? { include_meta: ["fields"] } : {}) };
  const ask = () => crm.send(queryOperations.runQuery, { body, units: rows });
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof ZohoError && error.code === "SYNTAX_ERROR") return ask();
    throw error;
  });
  const told = isObject(answer.body) ? answer.body : {};
  if (answer.body !== undefined && !Array.isArray(told.data)) throw unreadable(crm, answer.status);
  const info = isObject(told.info) ? told.info : { count: 0, more_records: false };
  const fields = includeMeta ? told.fields : undefined;
  return {
    rows: objectsAt(told, "data"),
    info,
    headers: answer.headers,
    ...(fields === undefined ? {} : { fields }),
  };
}

/** Only an answer without content says that there are no records. */
const unreadable = (crm: Crm, status: number): ZohoError =>
  crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    status,
    message: "Zoho's answer to the query lists no records",
  });

/** What a query of our own asks for. */
export interface Selection {
  readonly module: string;
  /**
   * API names. Their number has no limit: where Zoho's asks for several queries, the answers are put
   * together.
   */
  readonly names: readonly string[];
  /** Whether a name that Zoho lets no query select is left out, because nobody asked for it by name. */
  readonly optional?: boolean;
  /** All records when it is left out. */
  readonly where?: string;
  /** Conditions of every query, also of those that read records by their ids. */
  readonly always?: readonly string[];
  readonly order?: string;
  readonly limit: number;
  readonly offset?: number;
}

export interface Selected {
  readonly rows: JsonObject[];
  readonly more: boolean;
  /** The names that were read, without those that were left out. */
  readonly names: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The condition that every record meets: a query must have one. */
export const everyRecord = "id is not null";

/** Columns that one query selects, by API version, and the fewest that any is known to select. */
const mostColumns = (crm: Crm): number => (crm.version >= 7 ? 500 : FEWEST_COLUMNS);
const FEWEST_COLUMNS = 50;

/** Ids that one query may name; Zoho's pages say 50 in older versions and 100 in newer ones. */
export const MAX_IDS = 50;

/**
 * Records with these columns. Where their number asks for several queries, a record that is in the first
 * answer and no longer in another is read by its id, or left out when it is gone.
 */
export async function select(crm: Crm, selection: Selection): Promise<Selected> {
  if (!selection.optional) return selectNames(crm, selection);
  const columns = { names: selection.names, refused: [] };
  const { result } = await readingColumns(crm, selection.module, columns, (names) =>
    selectNames(crm, { ...selection, names }),
  );
  return result;
}

async function selectNames(crm: Crm, selection: Selection): Promise<Selected> {
  try {
    return await selectInGroups(crm, selection, mostColumns(crm));
  } catch (error) {
    const isTooWide = error instanceof ZohoError && error.code === "LIMIT_EXCEEDED";
    if (!isTooWide || selection.names.length <= FEWEST_COLUMNS || crm.version < 7) throw error;
    return selectInGroups(crm, selection, FEWEST_COLUMNS);
  }
}

async function selectInGroups(crm: Crm, selection: Selection, size: number): Promise<Selected> {
  const { names } = selection;
  const columns = [...new Set(names)].filter((name) => name !== "id");
  const [first = ["id"], ...others] = inParts(columns, size);
  const answer = await ask(crm, selection, first);
  let rows = answer.rows;
  for (const group of rows.length > 0 ? others : []) {
    const rest = new Map<unknown, JsonObject>();
    const add = (more: readonly JsonObject[]) => {
      for (const row of more) rest.set(row.id, row);
    };
    add((await ask(crm, selection, group)).rows);
    const missing = rows.map((row) => String(row.id)).filter((id) => !rest.has(id));
    for (const ids of inParts(missing, MAX_IDS)) {
      const where = `id in ${literals(ids)}`;
      add((await ask(crm, { ...selection, where, limit: MAX_IDS, offset: 0 }, group)).rows);
    }
    rows = rows.flatMap((row) => (rest.has(row.id) ? [{ ...rest.get(row.id), ...row }] : []));
  }
  return { rows, more: answer.info.more_records === true, names, headers: answer.headers };
}

/** A list in parts of a size; no part for an empty one. */
export const inParts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );

function ask(
  crm: Crm,
  { module, where = everyRecord, always = [], order = "id asc", limit, offset = 0 }: Selection,
  columns: readonly string[],
): Promise<QueryAnswer> {
  const head = `select ${columns.map(column).join(", ")} from ${moduleName(module)}`;
  const tail = `order by ${order} limit ${limit}${offset > 0 ? ` offset ${offset}` : ""}`;
  return sendQuery(crm, `${head} where ${joined([where, ...always], "and")} ${tail}`, limit);
}

/** What a walk through a module asks for. */
export type Scan = Omit<Selection, "limit" | "offset" | "order"> & IdWalk;

/** Reads a module to the end by keyset on id, however many records it has. */
export async function scan(crm: Crm, asked: Scan): Promise<Walked> {
  const { module, where, optional, descending = false } = asked;
  const order = descending ? "id desc" : "id asc";
  const conditionAfter = (last: string | undefined) =>
    last === undefined ? where : beyond(last, descending, where);
  let { names } = asked;
  return walkById(crm, asked, {
    of: `${moduleName(module)} where ${conditionAfter(asked.after) ?? everyRecord} order by ${order}`,
    rows: async (last, limit, offset) => {
      const condition = conditionAfter(last);
      const step = await select(crm, { module, names, optional, where: condition, order, limit, offset });
      names = step.names;
      return step;
    },
    count: (last) => countRows(crm, moduleName(module), conditionAfter(last) ?? everyRecord),
  });
}

/** How many records meet a condition, for one credit; undefined where Zoho refuses to count them. */
export async function countRows(crm: Crm, module: string, where: string): Promise<number | undefined> {
  try {
    const { rows } = await sendQuery(crm, `select COUNT(id) from ${module} where ${where}`, 1);
    const [, count] = Object.entries(rows[0] ?? {}).find(([name]) => name !== "id") ?? [];
    return Number.isSafeInteger(Number(count)) ? Number(count) : undefined;
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    crm.log.info(
      `Zoho does not count these records, so they are read one page after another: ${error.code}.`,
    );
    return undefined;
  }
}

/** The condition of a keyset: what comes after an id, and meets another condition. */
export function beyond(id: string, descending: boolean, where?: string): string {
  const after = `id ${descending ? "<" : ">"} ${literal(id)}`;
  return where === undefined ? after : joined([`(${where})`, after], "and");
}
