import { nextChanges as nextInBooks } from "../src/zoho/books/changes/changes";
import { getRecords as listInBooks } from "../src/zoho/books/records/listing";
import type { ChangePage } from "../src/zoho/changes/change";
import { objectsAt } from "../src/zoho/core/json";
import { calledChanges } from "../src/zoho/crm/changes/called";
import { beginSince, nextChanges } from "../src/zoho/crm/changes/changes";
import { runQuery } from "../src/zoho/crm/query/query";
import { getRecords } from "../src/zoho/crm/records/records";
import { searchRecords } from "../src/zoho/crm/search/search";
import { booksAt, crmAt, type Hostile, json, type Received, startHostile } from "./hostile/zoho";

/*
 * A Zoho that says of every page that there is another: whatever it shows then, a reading ends.
 */

/** What there is, and how many requests a reading that ends by itself takes at most. */
const IDS = ["1", "2", "3"];
const ENOUGH = 50;
/** Behind so many there is no further page, so that a reading that does not end is told by its requests. */
const LAST = 200;
const TIME = "2026-01-01T00:00:00";

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const crm = () => crmAt({ url: zoho.url });
const books = () => booksAt({ url: zoho.url });

type Pages = "repeated" | "empty" | "repeated, with a token";

function endless(pages: Pages): void {
  zoho.respond((request, response, number) => {
    const { pathname, searchParams } = new URL(request.url, zoho.url);
    const isFirst = Number(searchParams.get("page") ?? 1) === 1 && !/ offset [1-9]| id > /.test(request.body);
    const ids = pages === "empty" && !isFirst ? [] : IDS;
    json(response, 200, answerTo(request, pathname, ids, { more: number < LAST, pages }));
  });
}

function answerTo(
  { body }: Received,
  pathname: string,
  ids: readonly string[],
  { more, pages }: { more: boolean; pages: Pages },
): object {
  if (pathname.startsWith("/books")) {
    const known = { code: 0, message: "success", page_context: { has_more_page: more } };
    const created_time = `${TIME}+0000`;
    const contacts = ids.map((contact_id) => ({
      contact_id,
      created_time,
      last_modified_time: created_time,
    }));
    // The oldest first, so that the list is read whole.
    const items = ids.map((item_id) => ({
      item_id,
      created_time,
      last_modified_time: created_time.replace("00+", `0${item_id}+`),
    }));
    return pathname.endsWith("/items") ? { ...known, items } : { ...known, contacts };
  }
  if (body.includes("COUNT(id)")) return { data: [{ "COUNT(id)": 100_000 }], info: { more_records: false } };
  const data = ids.map((id) => ({
    id,
    Last_Name: id,
    Created_Time: `${TIME}+00:00`,
    Modified_Time: `${TIME}+00:00`,
    deleted_time: `${TIME}+00:00`,
  }));
  const token = pages === "repeated, with a token" ? { next_page_token: "again" } : {};
  return { data, info: { count: data.length, more_records: more, ...token } };
}

/** The ids that a feed tells, read until it says that there is no more. */
async function toldBy<State>(next: (state: unknown) => Promise<ChangePage<State>>): Promise<string[]> {
  const ids: string[] = [];
  let state: unknown;
  for (let more = true; more; ) {
    const page = await next(state);
    ids.push(...page.changes.map(({ id }) => id));
    ({ state, more } = page);
  }
  return ids;
}

const idsOf = (rows: readonly { readonly id?: unknown }[]): string[] => rows.map(({ id }) => String(id));
const asked = { recordType: "Leads", fields: ["Last_Name"] };
const query = "select Last_Name from Leads where id is not null";
const since = `${TIME}Z`;
const changes = { ...asked, created: true, updated: true, deleted: false };

const readings: Record<string, () => Promise<string[]>> = {
  "a list of CRM": async () => idsOf((await getRecords(crm(), { ...asked, fetchAll: true })).data),
  "a search": async () =>
    idsOf((await searchRecords(crm(), { ...asked, criteria: "(Last_Name:equals:a)", fetchAll: true })).data),
  "a query by id": async () => idsOf((await runQuery(crm(), { query, fetchAll: true })).data),
  "a query in an order of its own": async () =>
    idsOf((await runQuery(crm(), { query: `${query} order by Last_Name`, fetchAll: true })).data),
  "a feed of CRM": () => toldBy((state) => nextChanges(crm(), changes, state, beginSince(since))),
  "a feed of deleted records": () =>
    toldBy((state) =>
      nextChanges(
        crm(),
        { ...changes, created: false, updated: false, deleted: true },
        state,
        beginSince(since),
      ),
    ),
  "a list of Books": async () =>
    idsOf(
      objectsAt(await listInBooks(books(), { recordType: "contacts", fetchAll: true }), "contacts").map(
        ({ contact_id: id }) => ({ id }),
      ),
    ),
  "what changed in Books": async () =>
    idsOf(
      objectsAt(
        await listInBooks(books(), {
          recordType: "contacts",
          fetchAll: true,
          modifiedSince: `${TIME}+00:00`,
        }),
        "contacts",
      ).map(({ contact_id: id }) => ({ id })),
    ),
  "a feed of Books": () =>
    toldBy((state) =>
      nextInBooks(books(), { recordType: "contacts", created: true, updated: true }, state, since),
    ),
  "a feed of a list of Books without an order": () =>
    toldBy((state) =>
      nextInBooks(books(), { recordType: "items", created: true, updated: true }, state, since),
    ),
};

describe.each(Object.entries(readings))("%s", (_, read) => {
  it.each<Pages>(["repeated", "empty", "repeated, with a token"])(
    "ends where pages are %s, with each record once",
    async (pages) => {
      endless(pages);
      expect([...(await read())].sort()).toEqual(IDS);
      expect(zoho.received.length).toBeLessThanOrEqual(ENOUGH);
    },
  );
});

it("a call about a delete ends its search where pages are empty", async () => {
  endless("empty");
  const { state } = await nextChanges(crm(), { ...changes, deleted: true }, undefined, beginSince(since));
  endless("empty");
  const call = { module: "Leads", operation: "delete", ids: ["9"], time: 0, affected: new Map(), key: "" };
  const { changes: told } = await calledChanges(crm(), { ...changes, deleted: true }, state, {
    ...call,
    operation: "delete",
  });
  expect(told).toEqual([]);
  expect(zoho.received).toHaveLength(2);
});
