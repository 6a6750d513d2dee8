import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import fc from "fast-check";
import { QuickClock } from "../../../../test/support/quickClock";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { isObject } from "../../core/json";
import { getAllRecords } from "../records/allRecords";
import { runQuery } from "./query";

/** What others do before a query is carried out: records come and go anywhere among the others. */
interface Write {
  readonly kind: "insert" | "delete";
  /** Where, as a part of all ids. */
  readonly at: number;
  readonly count: number;
}

const SPREAD = 1000;
const query = "select id from Leads where id is not null";

/** A Zoho with one module, whose records are their ids. */
class Module {
  readonly server: Server = createServer((request, response) => void this.serve(request, response));
  ids: number[] = [];
  queries: string[] = [];
  most = 0;
  counts = true;
  writes: readonly (readonly Write[])[] = [];
  /** Ids that were there at the beginning and have not gone. */
  readonly always = new Set<number>();
  readonly ever = new Set<number>();
  private inFlight = 0;

  fill(count: number): void {
    this.ids = Array.from({ length: count }, (_, index) => (index + 1) * SPREAD);
    this.always.clear();
    this.ever.clear();
    for (const id of this.ids) for (const known of [this.always, this.ever]) known.add(id);
    Object.assign(this, { queries: [], most: 0, counts: true, writes: [] });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.inFlight += 1;
    this.most = Math.max(this.most, this.inFlight);
    const body = await json(request);
    const { status, told } = this.answer(isObject(body) ? String(body.select_query) : "");
    setImmediate(() => {
      this.inFlight -= 1;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(told));
    });
  }

  private answer(text: string): { status: number; told: object } {
    for (const write of this.writes[this.queries.length] ?? []) this.write(write);
    this.queries.push(text);
    const last = Number(/id > '?(\d+)/.exec(text)?.[1] ?? 0);
    const beyond = this.ids.filter((id) => id > last);
    if (text.includes("COUNT(id)")) {
      const refusal = { code: "INVALID_DATA", message: "unsupported aggregate function", details: {} };
      return this.counts
        ? { status: 200, told: { data: [{ "COUNT(id)": beyond.length }], info: { count: 1 } } }
        : { status: 400, told: { ...refusal, status: "error" } };
    }
    const [, limit = "200", offset = "0"] = /limit (\d+)(?: offset (\d+))?/.exec(text) ?? [];
    const page = beyond.slice(Number(offset), Number(offset) + Number(limit));
    const more = beyond.length > Number(offset) + page.length && page.length > 0;
    const data = page.map((id) => ({ id: String(id) }));
    return { status: 200, told: { data, info: { count: page.length, more_records: more } } };
  }

  private write({ kind, at, count }: Write): void {
    const place = Math.floor(at * this.ids.length);
    if (kind === "delete") for (const id of this.ids.splice(place, count)) this.always.delete(id);
    else
      for (let added = 0; added < count; added += 1) {
        const id = (this.ids[place] ?? this.ids.length * SPREAD) + 1 + Math.floor(at * (SPREAD - 2));
        if (this.ever.has(id)) continue;
        this.ever.add(id);
        this.ids = [...this.ids, id].sort((one, other) => one - other);
      }
  }
}

const leads = new Module();
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  await new Promise<void>((resolve) => leads.server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  leads.server.close();
  await sandbox.close();
});

/** Below v4 a page has 200 rows, so that few records have many pages. */
const client = (version = "v3", clock = new QuickClock()) =>
  sandbox.crm({ base: `http://127.0.0.1:${(leads.server.address() as AddressInfo).port}`, version, clock });

test("whatever others insert and delete, every record that stays is read once, in order", async () => {
  const write = fc.record({
    kind: fc.constantFrom("insert" as const, "delete" as const),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    count: fc.integer({ min: 1, max: 250 }),
  });
  const schedule = fc.array(fc.array(write, { maxLength: 2 }), { maxLength: 20 });
  const crm = await client();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2500 }), schedule, async (count, writes) => {
      leads.fill(count);
      leads.writes = writes;
      const { data, info } = await runQuery(crm, { query, fetchAll: true });
      const ids = data.map(({ id }) => Number(id));
      expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
      const read = new Set(ids);
      expect([...leads.always].filter((id) => !read.has(id))).toEqual([]);
      expect(ids.filter((id) => !leads.ever.has(id))).toEqual([]);
      expect(info.more_records).toBe(false);
      expect(leads.most).toBeLessThanOrEqual(5);
    }),
    { numRuns: 40 },
  );
});

test("a removed record is noticed where two pages meet, and costs one small query more", async () => {
  leads.fill(1400);
  await runQuery(await client(), { query, fetchAll: true });
  const calm = leads.queries.length;
  leads.fill(1400);
  leads.writes = [[], [], [], [], [], [{ kind: "delete", at: 0.2, count: 3 }]];
  const { data } = await runQuery(await client(), { query, fetchAll: true });
  expect(data).toHaveLength(1400);
  expect(leads.queries.length - calm).toBe(1);
});

test("never asks for more credits than one page after another, but for the count and the rows in common", async () => {
  for (const count of [0, 1, 199, 200, 201, 1999, 2000, 2001, 2300, 4000, 5001, 9999, 10_000, 12_345]) {
    leads.fill(count);
    const crm = await client("v8");
    const before = crm.ledger.credits;
    const { data } = await runQuery(crm, { query, fetchAll: true });
    expect(data).toHaveLength(count);
    const inARow = 3 * Math.max(1, Math.ceil(count / 2000));
    const spent = crm.ledger.credits - before;
    expect(spent).toBeLessThanOrEqual(inARow + (count > 2000 ? 2 : 0));
    if (count <= 2000) expect(leads.queries).toHaveLength(1);
  }
});

test("five pages are in flight at once, and a small module is one request", async () => {
  leads.fill(2000);
  await runQuery(await client(), { query, fetchAll: true });
  expect(leads.most).toBe(5);
  leads.fill(200);
  await runQuery(await client(), { query, fetchAll: true });
  expect(leads.queries).toHaveLength(1);
});

/** Reads twice, and tells the queries of the second time. */
async function readAgain(second: string, clock = new QuickClock()) {
  const crm = await client("v8", clock);
  await runQuery(crm, { query, fetchAll: true });
  await clock.sleep(60_000);
  const [asked, before] = [leads.queries.length, crm.ledger.credits];
  const { data } = await runQuery(crm, { query: second, fetchAll: true });
  return { data, queries: leads.queries.slice(asked), credits: crm.ledger.credits - before };
}

test("what was read a short while ago is read at once, without a count", async () => {
  leads.fill(10_000);
  const { data, queries, credits } = await readAgain(query);
  expect(data).toHaveLength(10_000);
  const begins = queries.map((text) => Number(/id > '?(\d+)/.exec(text)?.[1] ?? 0) / SPREAD);
  expect(begins).toEqual([0, 2000, 4000, 6000, 8000]);
  expect(leads.most).toBe(5);
  expect(credits).toBe(15);
});

test("what was read with another condition, or an hour ago, tells nothing", async () => {
  leads.fill(10_000);
  const other = await readAgain("select id from Leads where (id is not null)");
  expect(other.queries.filter((text) => text.includes("COUNT"))).toHaveLength(1);
  const clock = new QuickClock();
  const crm = await client("v8", clock);
  await runQuery(crm, { query, fetchAll: true });
  await clock.sleep(3_600_000);
  leads.fill(200);
  await runQuery(crm, { query, fetchAll: true });
  expect(leads.queries).toHaveLength(1);
});

test("rows that came and went since are read as they are, and the others once", async () => {
  const crm = await client();
  leads.fill(1400);
  await runQuery(crm, { query, fetchAll: true });
  const inserted = { kind: "insert", at: 0.05, count: 1 } as const;
  const some = Array.from({ length: 30 }, (_, place) => ({ ...inserted, at: 0.05 + place / 1000 }));
  leads.writes = Object.assign([], {
    [leads.queries.length]: [...some, { kind: "delete", at: 0.5, count: 250 }],
  });
  const asked = leads.queries.length;
  const { data } = await runQuery(crm, { query, fetchAll: true });
  expect(data.map(({ id }) => Number(id))).toEqual(leads.ids);
  expect(leads.ids).toHaveLength(1180);
  // Seven pages, and what no longer fits in the first of them.
  expect(leads.queries.length - asked).toBe(8);
});

test("more rows than a short while ago are counted, and read several at a time", async () => {
  const crm = await client();
  leads.fill(600);
  await runQuery(crm, { query, fetchAll: true });
  leads.fill(2600);
  const { data } = await runQuery(crm, { query, fetchAll: true });
  expect(data).toHaveLength(2600);
  expect(leads.most).toBe(5);
  expect(leads.queries.filter((text) => text.includes("COUNT"))).toHaveLength(1);
});

test("where Zoho refuses to count, pages are read one after another", async () => {
  leads.fill(1100);
  leads.counts = false;
  const { data } = await runQuery(await client(), { query, fetchAll: true });
  expect(data.map(({ id }) => Number(id))).toEqual(leads.ids);
  // The count and the second page go together; every other page waits for the one before.
  expect(leads.most).toBe(2);
  expect(leads.queries.filter((text) => text.includes("offset"))).toEqual([]);
});

test("of the most that are wanted no more is asked for", async () => {
  leads.fill(1100);
  const { data, info } = await runQuery(await client(), { query, fetchAll: true, maxRecords: 705 });
  expect(data.map(({ id }) => Number(id))).toEqual(leads.ids.slice(0, 705));
  expect(info).toEqual({ count: 705, more_records: true });
  expect(leads.queries.at(-1)).toContain("limit 107 ");
});

test("all records of the sandbox are read as its store has them", async () => {
  await sandbox.reset({ seed: 1, records: { Leads: 5000 } });
  const { data } = await getAllRecords(await sandbox.crm(), { recordType: "Leads", fields: ["Last_Name"] });
  const ids = (await sandbox.records("Leads")).map(({ id }) => String(id)).sort();
  expect(data.map(({ id }) => id)).toEqual(ids);
});
