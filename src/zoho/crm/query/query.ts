import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { pageSize, walkById } from "./keyset";
import { walkByOffset } from "./offset";
import { bindParameters, partsOf } from "./parameters";
import { beyond, countRows, sendQuery } from "./select";

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

/** Columns that one query may be ordered by. */
const MAX_ORDER_COLUMNS = 10;

/**
 * Runs a COQL query. With `fetchAll`, a query without an order, grouping or limit of its own is read to the
 * end by keyset on id, past every wall; any other is paged by offset up to Zoho's window of 100,000 rows, and
 * then `info.more_records` stays true.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
 */
export async function runQuery(
  crm: Crm,
  { query, parameters = {}, fetchAll = false, maxRecords, includeFieldMetadata = false }: QueryInput,
): Promise<QueryResult> {
  const bound = partsOf(query) && (await bindParameters(crm, query, parameters));
  const parts = bound === undefined ? undefined : partsOf(bound);
  if (bound === undefined || !parts)
    throw inputError(
      "crm",
      "Query: expected a COQL query, select … from … where …; the where clause is mandatory",
    );
  const { head, where, tail, limit, offset } = parts;
  let fields: unknown;
  const ask = async (text: string, rows: number) => {
    const answer = await sendQuery(crm, text, rows, includeFieldMetadata && fields === undefined);
    fields ??= answer.fields;
    return { rows: answer.rows, more: answer.info.more_records === true, info: answer.info };
  };
  const told = (data: JsonObject[], info: JsonObject) => ({
    data,
    info,
    ...(fields === undefined ? {} : { fields }),
  });
  if (!fetchAll) {
    const { rows, info } = await ask(bound, Math.min(limit ?? 200, pageSize(crm)));
    return told(rows, info);
  }
  const hasOwnWindow = tail !== "" || parts.aggregates || limit !== undefined || offset !== undefined;
  const conditionAfter = (last: string | undefined) =>
    last === undefined ? where : beyond(last, false, where);
  // Between records that are equal in what they are sorted by the id decides, on every page alike.
  const isSorted = !parts.aggregates && /^order\s+by\b/i.test(tail) && !/[\s,]id\b/i.test(tail);
  const order = isSorted && tail.split(",").length < MAX_ORDER_COLUMNS ? `${tail}, id asc` : tail;
  const wanted = Math.min(limit ?? Number.POSITIVE_INFINITY, maxRecords ?? Number.POSITIVE_INFINITY);
  const { rows, more, stopped } = hasOwnWindow
    ? await walkByOffset(crm, { start: offset ?? 0, wanted }, (most, from) =>
        ask(`${head} where ${where} ${order} limit ${most} offset ${from}`, most),
      )
    : await walkById(
        crm,
        { maxRecords },
        {
          of: `${parts.module} where ${where}`,
          rows: (last, most, from) => {
            const condition = conditionAfter(last);
            const window = `limit ${most}${from > 0 ? ` offset ${from}` : ""}`;
            return ask(`${head} where ${condition} order by id asc ${window}`, most);
          },
          count: (last) => countRows(crm, parts.module, conditionAfter(last)),
        },
      );
  return told(rows, { count: rows.length, more_records: more, ...(stopped ? { stopped } : {}) });
}
