import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { ZohoError } from "../http/errors";
import type { Operation } from "../http/operation";
import type { Call } from "../http/request";
import type { Crm } from "./crm";
import { stoppedEarly } from "./query/keyset";

/** The page inputs of a list, under Zoho's own names. */
export interface PagingInput {
  /** Follow the pages to the end, or to `maxRecords`. */
  readonly fetchAll?: boolean;
  readonly maxRecords?: number;
  readonly page?: number;
  readonly per_page?: number;
  readonly page_token?: string;
}

export interface Page {
  readonly rows: JsonObject[];
  readonly info: JsonObject;
  /** True where Zoho ended the walk, and not the list. */
  readonly atWall?: boolean;
}

/** Zoho's description of a list without rows, which it sends as an empty answer. */
const noMore: JsonObject = { count: 0, more_records: false };

/** One page of any list of Zoho CRM. An answer without a body is the empty page. */
export async function readPage(crm: Crm, operation: Operation, call: Call, key: string): Promise<Page> {
  const { body } = await crm.send(operation, call);
  const info = isObject(body) && isObject(body.info) ? body.info : noMore;
  return { rows: objectsAt(body, key), info };
}

/**
 * A list of Zoho CRM: one page, or with `fetchAll` all of them, by page token where Zoho gives one and by
 * page number elsewhere. It stops at `maxRecords` or at Zoho's own wall with what it has; `info.more_records`
 * then stays true.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 */
export async function readList(
  crm: Crm,
  operation: Operation,
  call: Call,
  key: string,
  { fetchAll = false, maxRecords = Number.POSITIVE_INFINITY, page, per_page, page_token }: PagingInput,
): Promise<Page> {
  const ask = (paging: Call["query"]) =>
    readPage(crm, operation, { ...call, query: { ...call.query, ...paging } }, key);
  if (!fetchAll) return ask({ page: page_token ? undefined : page, per_page, page_token });

  const rows: JsonObject[] = [];
  const seen = new Set<string>();
  let paging: Call["query"] = { per_page: Math.min(per_page ?? 200, 200) };
  for (let number = 1; ; number += 1) {
    const next = await untilWall(crm, () => ask(paging));
    if (!next) return { rows, info: { count: rows.length, more_records: true }, atWall: true };
    const fresh = unseen(next.rows, seen);
    rows.push(...fresh);
    const more = next.info.more_records === true;
    if (rows.length >= maxRecords) {
      const cut = rows.slice(0, maxRecords);
      return {
        rows: cut,
        info: { ...next.info, count: cut.length, more_records: more || cut.length < rows.length },
      };
    }
    if (!more) return { rows, info: { ...next.info, count: rows.length } };
    if (fresh.length === 0) {
      crm.log.warn(`Zoho says that there are more ${key}, and shows none of them.`);
      return { rows, info: { ...next.info, count: rows.length } };
    }
    const stopped = stoppedEarly(crm);
    if (stopped) return { rows, info: { ...next.info, count: rows.length, stopped } };
    if (number % 25 === 0) crm.log.info(`${rows.length} ${key} read so far.`);
    const token = textAt(next.info, "next_page_token");
    paging = { ...paging, ...(token ? { page_token: token } : { page: number + 1 }) };
  }
}

/**
 * The rows that no earlier page had: records that are added meanwhile move others onto the next page once
 * more.
 */
function unseen(rows: readonly JsonObject[], seen: Set<string>): JsonObject[] {
  const keys = rows.map(({ id, deleted_time }) => (id === undefined ? undefined : `${id} ${deleted_time}`));
  const fresh = rows.filter((_, index) => !seen.has(keys[index] ?? ""));
  for (const key of keys) if (key !== undefined) seen.add(key);
  return fresh;
}

const walls = ["PAGINATION_LIMIT_EXCEEDED", "DISCRETE_PAGINATION_LIMIT_EXCEEDED", "LIMIT_REACHED"];

/** Runs one step of a walk; undefined where Zoho offers no further page. */
async function untilWall<T>(crm: Crm, step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ZohoError) || !walls.includes(error.code)) throw error;
    crm.log.warn(`${error.message} What was read up to there is returned.`);
    return undefined;
  }
}
