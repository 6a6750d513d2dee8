import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { type PageWindow, windowOver } from "../core/pages";
import { ZohoError } from "../http/errors";
import type { Operation } from "../http/operation";
import type { Call } from "../http/request";
import type { Crm } from "./crm";

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

  for (let reading = 1; ; reading += 1) {
    const { isWhole, ...list } = await readAll(crm, ask, key, { maxRecords, per_page });
    if (isWhole) return list;
    if (reading < MAX_READINGS) continue;
    crm.log.warn(
      `Some ${key} were removed while their list was read, ${reading} times over. One of the others may be missing.`,
    );
    return list;
  }
}

/** So often is a list read from the start where rows were removed meanwhile. */
const MAX_READINGS = 3;

/** Zoho's most for one page, and the last row that pages reach by their numbers. */
const MAX_PER_PAGE = 200;
const WALL = 2000;

/**
 * Follows the pages to the end. Those by number overlap by a row: `isWhole` is false where that row was gone,
 * so that others may have moved up past the pages that were read.
 */
async function readAll(
  crm: Crm,
  ask: (paging: Call["query"]) => Promise<Page>,
  key: string,
  { maxRecords, per_page }: { readonly maxRecords: number; readonly per_page?: number },
): Promise<Page & { readonly isWhole: boolean }> {
  const largest = Math.min(per_page ?? MAX_PER_PAGE, MAX_PER_PAGE);
  const rows: JsonObject[] = [];
  const seen = new Set<string>();
  let window: PageWindow = { page: 1, per_page: largest };
  let paging: Call["query"] = { per_page: largest };
  let last: string | undefined;
  let isWhole = true;
  for (let number = 1; ; number += 1) {
    const next = await untilWall(crm, async () => {
      const page = await ask(paging);
      // Zoho said that there are more: an empty answer then is asked for once more before it is believed.
      return page.rows.length === 0 && number > 1 ? ask(paging) : page;
    });
    if (!next) return { rows, info: { count: rows.length, more_records: true }, atWall: true, isWhole };
    const keys = next.rows.map(keyOf);
    if (last !== undefined && !keys.includes(last)) isWhole = false;
    const fresh = unseen(next.rows, seen);
    rows.push(...fresh);
    const more = next.info.more_records === true;
    if (rows.length >= maxRecords) {
      const cut = rows.slice(0, maxRecords);
      const more_records = more || cut.length < rows.length;
      return { rows: cut, info: { ...next.info, count: cut.length, more_records }, isWhole };
    }
    const info = { ...next.info, count: rows.length };
    if (!more) return { rows, info, isWhole };
    if (fresh.length === 0) {
      crm.log.warn(`Zoho says that there are more ${key}, and shows none of them.`);
      return { rows, info, isWhole };
    }
    const stopped = crm.stoppedEarly();
    if (stopped) return { rows, info: { ...info, stopped }, isWhole };
    if (number % 25 === 0) crm.log.info(`${rows.length} ${key} read so far.`);
    const page_token = textAt(next.info, "next_page_token");
    if (page_token !== undefined) paging = { per_page: largest, page_token };
    else {
      // A page with fewer rows than it may have says nothing of where its last one stands.
      const end = next.rows.length === window.per_page ? keys.at(-1) : undefined;
      const { page, per_page } = window;
      window = end === undefined ? { page: page + 1, per_page } : windowOver(window, largest, WALL);
      last = (window.page - 1) * window.per_page < page * per_page ? end : undefined;
      paging = { ...window };
    }
  }
}

const keyOf = ({ id, deleted_time }: JsonObject): string | undefined =>
  id === undefined ? undefined : `${id} ${deleted_time}`;

/**
 * The rows that no earlier page had: records that are added meanwhile move others onto the next page once
 * more.
 */
function unseen(rows: readonly JsonObject[], seen: Set<string>): JsonObject[] {
  const keys = rows.map(keyOf);
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
