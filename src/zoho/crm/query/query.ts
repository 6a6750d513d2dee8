import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { timeOfDate } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt } from "../metadata";
import { crmOperations } from "../operations";
import { bind, columnsOfParameters, literal, literals, partsOf, type QueryParts } from "./coql";

export interface QueryResult {
  readonly data: JsonObject[];
  readonly info: JsonObject;
  readonly fields?: unknown;
}

export interface QueryInput {
  readonly query: string;
  /** Values for the `:name` places of the query; lists for `in (:name)`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly fetchAll?: boolean;
  readonly maxRecords?: number;
  readonly includeFieldMetadata?: boolean;
}

/** Zoho's window of rows in this API version: past it, only a keyset helps. */
const windowOf = (crm: Crm): number => (crm.version >= 7 ? 100_000 : 10_000);

/**
 * Runs a COQL query. With `fetchAll`, a query without an order, grouping or limit of its own is read to the end by keyset on id, past every wall;
 * any other is paged by offset up to Zoho's window of 100,000 rows, and then `info.more_records` stays true.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
 */
export async function runQuery(
  crm: Crm,
  { query, parameters = {}, fetchAll = false, maxRecords, includeFieldMetadata = false }: QueryInput,
): Promise<QueryResult> {
  const parts = partsOf(query);
  if (!parts)
    throw inputError(
      "crm",
      "Query: expected a COQL query, select … from … where …; the where clause is mandatory",
    );
  const bound = await bindParameters(crm, query, parts, parameters);
  if (!fetchAll) return page(crm, bound, rowsOf(crm, parts.limit ?? 200), includeFieldMetadata);
  const boundParts = partsOf(bound) ?? parts;
  const ownWindow =
    parts.tail !== "" || parts.aggregates || parts.limit !== undefined || parts.offset !== undefined;
  return ownWindow
    ? readByOffset(crm, boundParts, maxRecords, includeFieldMetadata)
    : readByKeyset(crm, boundParts, maxRecords, includeFieldMetadata);
}

/** The most rows that one query returns in this API version. */
export const pageSize = (crm: Crm): number => (crm.version >= 4 ? 2000 : 200);
const rowsOf = (crm: Crm, limit: number): number => Math.min(limit, pageSize(crm));

/** Sends one query as it is. */
export async function page(crm: Crm, query: string, rows: number, includeMeta = false): Promise<QueryResult> {
  const body = { select_query: query, ...(includeMeta ? { include_meta: ["fields"] } : {}) };
  const answer = await crm.send(crmOperations.runQuery, { body, units: rows });
  const info =
    isObject(answer.body) && isObject(answer.body.info)
      ? answer.body.info
      : { count: 0, more_records: false };
  const fields = isObject(answer.body) && includeMeta ? answer.body.fields : undefined;
  return { data: objectsAt(answer.body, "data"), info, ...(fields === undefined ? {} : { fields }) };
}

async function readByKeyset(
  crm: Crm,
  parts: QueryParts,
  maxRecords = Number.POSITIVE_INFINITY,
  includeMeta = false,
) {
  const { head, where } = parts;
  const first = (limit: number) => `${head} where ${where} order by id asc limit ${limit}`;
  const after = (id: string, limit: number) =>
    `${head} where ((${where}) and id > ${literal(id)}) order by id asc limit ${limit}`;
  const data: JsonObject[] = [];
  let fields: unknown;
  for (let lastId: string | undefined; ; ) {
    const limit = Math.min(pageSize(crm), maxRecords - data.length);
    const next = await page(
      crm,
      lastId === undefined ? first(limit) : after(lastId, limit),
      limit,
      includeMeta && !lastId,
    );
    fields ??= next.fields;
    data.push(...next.data);
    lastId = textAt(next.data.at(-1), "id");
    const more = next.info.more_records === true && lastId !== undefined;
    if (!more || data.length >= maxRecords) return result(data, more, fields);
    progress(crm, data.length);
  }
}

async function readByOffset(
  crm: Crm,
  parts: QueryParts,
  maxRecords = Number.POSITIVE_INFINITY,
  includeMeta = false,
) {
  const start = parts.offset ?? 0;
  const wanted = Math.min(parts.limit ?? Number.POSITIVE_INFINITY, maxRecords);
  const data: JsonObject[] = [];
  let fields: unknown;
  for (;;) {
    const limit = Math.min(pageSize(crm), wanted - data.length, windowOf(crm) - start - data.length);
    if (limit <= 0) {
      const atWall = data.length < wanted;
      if (atWall)
        crm.log.warn(
          `Zoho ends a sorted, grouped or limited query at ${windowOf(crm)} rows. What was read is returned.`,
        );
      return result(data, true, fields);
    }
    const offset = start + data.length;
    const query = `${parts.head} where ${parts.where} ${parts.tail} limit ${limit} offset ${offset}`;
    const next = await page(crm, query, limit, includeMeta && data.length === 0);
    fields ??= next.fields;
    data.push(...next.data);
    if (next.info.more_records !== true) return result(data, false, fields);
    progress(crm, data.length);
  }
}

const result = (data: JsonObject[], more: boolean, fields: unknown): QueryResult => ({
  data,
  info: { count: data.length, more_records: more },
  ...(fields === undefined ? {} : { fields }),
});

function progress(crm: Crm, rows: number): void {
  if (rows % 20_000 < pageSize(crm)) crm.log.info(`${rows} rows read so far.`);
}

/** Binds every parameter as a literal. Text that looks like a number or a boolean is bound by the type of the column it is compared with. */
async function bindParameters(
  crm: Crm,
  query: string,
  { module }: QueryParts,
  parameters: Readonly<Record<string, unknown>>,
): Promise<string> {
  const values = new Map<string, string>();
  for (const [name, columnPath] of columnsOfParameters(query)) {
    if (!Object.hasOwn(parameters, name)) continue;
    const value = parameters[name];
    const list = Array.isArray(value) ? value : [value];
    const items = await Promise.all(list.map((item) => typed(crm, module, columnPath, item)));
    values.set(name, Array.isArray(value) ? literals(items).slice(1, -1) : items.map(literal).join());
  }
  return bind(query, values);
}

const numberLike = /^-?\d{1,15}(\.\d+)?$/;
const booleanLike = /^(true|false)$/;
const numeric = ["integer", "double", "currency", "percent", "bigint", "formula", "rollup_summary"];

async function typed(
  crm: Crm,
  module: string,
  path: string,
  value: unknown,
): Promise<string | number | boolean> {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = value instanceof Date ? timeOfDate(value) : String(value ?? "");
  if (!numberLike.test(text) && !booleanLike.test(text)) return text;
  const type = textAt(await fieldAt(crm, module, path), "data_type") ?? "";
  if (booleanLike.test(text)) return type === "boolean" ? text === "true" : text;
  return numeric.includes(type) ? Number(text) : text;
}
