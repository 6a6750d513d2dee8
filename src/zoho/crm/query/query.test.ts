import fc from "fast-check";
import { parseCoql } from "../../../../sandbox/crm/coql/parse";
import { crmAt, json, startHostile } from "../../../../test/hostile/zoho";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { bindParameters } from "./parameters";
import { runQuery } from "./query";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset({ seed: 1 });
  await sandbox.clearFaults();
  await sandbox.clearLedger();
});

const some = "select Last_Name from Leads where id is not null";

test("one page, as Zoho gives it", async () => {
  const crm = await sandbox.crm();
  const result = await runQuery(crm, { query: `${some} limit 3` });
  expect(result.data).toHaveLength(3);
  expect(result.info).toEqual({ count: 3, more_records: true });
  expect(crm.ledger).toMatchObject({ requests: 1, credits: 1 });
});

test("no rows are an empty list", async () => {
  const query = "select Last_Name from Leads where Last_Name = 'Nobody of this name'";
  for (const fetchAll of [false, true]) {
    const result = await runQuery(await sandbox.crm(), { query, fetchAll });
    expect(result).toEqual({ data: [], info: { count: 0, more_records: false } });
  }
});

describe("fetchAll", () => {
  test.each([199, 200, 201, 1999, 2000, 2001, 4100])(
    "reads %p records to the end, each once",
    async (count) => {
      await sandbox.reset({ seed: 1, records: { Leads: count } });
      const crm = await sandbox.crm();
      const { data, info } = await runQuery(crm, { query: some, fetchAll: true });
      const ids = (await sandbox.records("Leads")).map(({ id }) => id);
      expect(data.map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(info).toEqual({ count: ids.length, more_records: false });
      const counts = ids.length > 2000 ? 1 : 0;
      expect(crm.ledger.requests).toBe(Math.max(1, Math.ceil(ids.length / 2000)) + counts);
    },
  );

  test("takes columns that are named like words of a query for what they are", async () => {
    const zoho = await startHostile();
    zoho.respond((_, response) =>
      json(response, 200, { data: [{ id: "1" }], info: { more_records: false } }),
    );
    try {
      const query =
        "select 'Order', Last_Name from Leads where 'Limit' = 1 and 'Group' = 'x' or 'Offset' = 2";
      await runQuery(crmAt({ url: zoho.url }), { query, fetchAll: true });
      expect(zoho.received.map(({ body }) => JSON.parse(body).select_query)).toEqual([
        `${query} order by id asc limit 2000`,
      ]);
    } finally {
      await zoho.close();
    }
  });

  test("goes past the end of Zoho's window by keyset", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 11_000 } });
    const crm = await sandbox.crm({ version: "v6" });
    const { data, info } = await runQuery(crm, { query: some, fetchAll: true });
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
    expect(data.length).toBe((await sandbox.records("Leads")).length);
    expect(info).toMatchObject({ more_records: false });
    const costs = await sandbox.ledger();
    expect(crm.ledger).toMatchObject({ requests: costs.requests, credits: costs.credits });
  });

  test("a query with its own order is paged by offset, and says where Zoho ends", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 10_500 } });
    const warnings: string[] = [];
    const log = { debug: () => {}, info: () => {}, warn: (message: string) => warnings.push(message) };
    const crm = await sandbox.crm({ log, version: "v6" });
    const { data, info } = await runQuery(crm, {
      query: `${some} order by Modified_Time desc`,
      fetchAll: true,
    });
    expect(data).toHaveLength(10_000);
    expect(info).toEqual({ count: 10_000, more_records: true });
    expect(warnings.join()).toContain("10000 rows");
  });

  test("keeps to the query's own limit and offset, and to maxRecords", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 5000 } });
    const all = (await runQuery(await sandbox.crm(), { query: `${some} order by id asc`, fetchAll: true }))
      .data;
    const limited = await runQuery(await sandbox.crm(), {
      query: `${some} order by id asc limit 2500 offset 100`,
      fetchAll: true,
    });
    expect(limited.data).toEqual(all.slice(100, 2600));
    const bounded = await runQuery(await sandbox.crm(), { query: some, fetchAll: true, maxRecords: 2100 });
    expect(bounded.data).toEqual(all.slice(0, 2100));
    expect(bounded.info).toMatchObject({ count: 2100, more_records: true });
  });

  test.each(["kept", "moving"])("an order of many equals misses none: ties %s", async (tiesInQueries) => {
    await sandbox.reset({ seed: 1, records: { Leads: 2500 } });
    await sandbox.behaviours({ tiesInQueries });
    const query = `${some} order by Lead_Source desc`;
    const { data } = await runQuery(await sandbox.crm(), { query, fetchAll: true });
    await sandbox.behaviours({ tiesInQueries: "kept" });
    expect([new Set(data.map(({ id }) => id)).size, data.length]).toEqual([2500, 2500]);
  });

  test.each(["code", "error"])("waits for a call too many, said by %s", async (throttleKeys) => {
    await sandbox.behaviours({ throttleKeys });
    await sandbox.limits({ concurrency: 1 });
    const crm = await sandbox.crm();
    const ask = () => runQuery(crm, { query: `${some} limit 1` });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    await sandbox.behaviours({ throttleKeys: "code" });
    await sandbox.reset();
    expect(answers.map(({ data }) => data.length)).toEqual([1, 1, 1, 1]);
    await sandbox.behaviours({ throttleKeys });
    await sandbox.limits({ creditsPerDay: 0 });
    const error = await ask().catch((thrown: unknown) => thrown);
    await sandbox.behaviours({ throttleKeys: "code" });
    await sandbox.reset();
    expect(error).toMatchObject({ code: "TOO_MANY_REQUESTS", status: 429 });
  });

  test("groups and counts", async () => {
    const query =
      "select Lead_Source, COUNT(id) as total from Leads where id is not null group by Lead_Source";
    const crm = await sandbox.crm();
    const { data } = await runQuery(crm, { query, fetchAll: true });
    const total = data.reduce((sum, row) => sum + Number(row.total), 0);
    expect(total).toBe((await sandbox.records("Leads")).length);
  });

  test("records written between two pages are not lost, and none comes twice", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 4000 } });
    const before = (await sandbox.records("Leads")).map(({ id }) => id);
    const crm = await sandbox.crm();
    const reading = runQuery(crm, { query: some, fetchAll: true });
    await sandbox.writeAsOther("Leads", [
      { Last_Name: "Newcomer", Company: "A" },
      { id: String(before[0]), Last_Name: "Renamed" },
    ]);
    const ids = (await reading).data.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const read = new Set(ids);
    expect(before.filter((id) => !read.has(id))).toEqual([]);
  });

  test("goes on over a lost answer", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 4100 } });
    await sandbox.fault({ path: "/coql$", skip: 1, times: 2, effect: { truncate: 1000 } });
    const { data } = await runQuery(await sandbox.crm(), { query: some, fetchAll: true });
    expect(data.length).toBe((await sandbox.records("Leads")).length);
  });
});

test("an old version of the API has smaller pages", async () => {
  await sandbox.reset({ seed: 1, records: { Leads: 700 } });
  const crm = await sandbox.crm({ version: "v2" });
  const all = await runQuery(crm, { query: some, fetchAll: true });
  expect(all.data.length).toBe((await sandbox.records("Leads")).length);
  const sorted = await runQuery(crm, { query: `${some} order by Last_Name asc`, fetchAll: true });
  expect(sorted.info).toEqual({ count: all.data.length, more_records: false });
});

describe("parameters", () => {
  test("are bound by the type of their column", async () => {
    await sandbox.writeAsOther("Leads", [
      { Last_Name: "0042", Company: "O'Neil \\ Sons", Annual_Revenue: 1500, Is_Partner: true },
    ]);
    const ask = async (where: string, parameters: Record<string, unknown>) =>
      (
        await runQuery(await sandbox.crm(), {
          query: `select Last_Name from Leads where ${where}`,
          parameters,
        })
      ).data;
    expect(await ask("Company = :company", { company: "O'Neil \\ Sons" })).toHaveLength(1);
    expect(await ask("Last_Name = :name", { name: "0042" })).toHaveLength(1);
    expect(
      await ask("(Annual_Revenue >= :low and Last_Name in (:names))", {
        low: "1500",
        names: ["0042", "x'y"],
      }),
    ).toHaveLength(1);
    expect(await ask("(Is_Partner = :partner and Last_Name = '0042')", { partner: "true" })).toHaveLength(1);
    expect(await ask("Company = :company", { company: "x' or id is not null or Company = 'x" })).toHaveLength(
      0,
    );
  });

  test("no value can change the query", async () => {
    const queries: string[] = [];
    const crm = await sandbox.crm();
    const send = crm.send.bind(crm);
    crm.send = (operation, call) => {
      queries.push(String(Reflect.get(Object(call?.body), "select_query")));
      return send(operation, call);
    };
    const query = "select id from Leads where (Company = :c and Last_Name like 'it''s :c')";
    const plain = JSON.stringify(parseCoql(query.replace(":c and", "'only place' and")));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom("'", "\\'", "\\", '"', "') or (id is not null")),
        async (c) => {
          await runQuery(crm, { query, parameters: { c } });
          const parsed = JSON.parse(JSON.stringify(parseCoql(queries.at(-1) ?? "")));
          expect(parsed).toEqual(JSON.parse(plain, (_, part) => (part === "only place" ? c : part)));
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each<[string, string, Record<string, unknown>, RegExp]>([
    ["an object", "Company = :x", { x: { a: 1 } }, /x expects text, .* got an object/],
    ["a number that is none", "Annual_Revenue = :x", { x: Number.NaN }, /Annual_Revenue expects a number/],
    ["a number past 2^53", "id = :x", { x: Number("5725767000000411001") }, /as text/],
    ["an empty list", "Company in (:x)", { x: [] }, /x is an empty list/],
    ["a list where one value goes", "Company = :x", { x: ["a", "b"] }, /a list goes with Company in/],
    ["a list in a list", "Company in (:x)", { x: [["a"]] }, /x expects text/],
    ["nothing in a list", "Company in (:x)", { x: ["a", null] }, /x expects text/],
    ["null where it cannot be", "Annual_Revenue > :x", { x: null }, /null goes with = and !=/],
    ["undefined", "Company = :x", { x: undefined }, /has no value for it/],
  ])("%s is refused before any query", async (_, where, parameters, message) => {
    const crm = await sandbox.crm();
    const query = `select id from Leads where ${where}`;
    await expect(runQuery(crm, { query, parameters })).rejects.toThrow(message);
    expect(crm.ledger.requests).toBe(0);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["Company = :x", { x: null }, "Company is null"],
    ["Company != :x", { x: null }, "Company is not null"],
    ["Company in :x", { x: ["a"] }, "Company in ('a')"],
    ["Company in (:x)", { x: ["a", "b'"] }, "Company in ('a', 'b''')"],
    ["Company = :x", { x: true }, "Company = true"],
    ["Annual_Revenue = :x", { x: "71006926071870.82" }, "Annual_Revenue = 71006926071870.82"],
    ["Annual_Revenue = :x", { x: 0.0000001 }, "Annual_Revenue = 0.0000001"],
    ["Last_Name = :x", { x: "0042" }, "Last_Name = '0042'"],
    ["Modified_Time > :x", { x: "2026-01-01T00:00:00.000Z" }, "Modified_Time > '2026-01-01T00:00:00+00:00'"],
    ["Modified_Time > :x", { x: new Date(0) }, "Modified_Time > '1970-01-01T00:00:00+00:00'"],
    ["Modified_Time > '2026-01-01T00:00:00.123+05:30'", {}, "Modified_Time > '2026-01-01T00:00:00+05:30'"],
    ["Last_Name = '2026-01-01T00:00:00.123Z'", {}, "Last_Name = '2026-01-01T00:00:00.123Z'"],
    ["id is not null limit :x", { x: "5" }, "id is not null limit 5"],
  ])("%s with %j is %s", async (where, parameters, expected) => {
    const crm = await sandbox.crm();
    const bound = await bindParameters(crm, `select id from Leads where ${where}`, parameters);
    expect(bound).toBe(`select id from Leads where ${expected}`);
  });

  test("without a value are an error before any request", async () => {
    const crm = await sandbox.crm();
    const query = "select id from Leads where Company = :company";
    await expect(runQuery(crm, { query, parameters: { other: "x" } })).rejects.toThrow(/names :company/);
    expect(crm.ledger.requests).toBe(0);
  });
});

test("what is no query is refused before any request", async () => {
  const crm = await sandbox.crm();
  await expect(runQuery(crm, { query: "select Last_Name from Leads" })).rejects.toThrow(
    /where clause is mandatory/,
  );
  expect(crm.ledger.requests).toBe(0);
});

test("Zoho's refusals come with their code and column", async () => {
  const query = "select Nothing from Leads where id is not null";
  await expect(runQuery(await sandbox.crm(), { query })).rejects.toMatchObject({
    code: "INVALID_QUERY",
    status: 400,
  });
});

test.each<[string, string, RegExp]>([
  ["a column twice", "City, City", /duplicate select column: City\. Name each column/],
  ["one sum twice", "SUM(Seats), SUM(Seats)", /duplicate aggregate function: Seats\. Name each column/],
  ["no function", "Total(Seats)", /invalid data \(unsupported aggregate function\): Total\(Seats\)/],
])("%s in a query is told as what it is", async (_, columns, message) => {
  const query = `select ${columns} from Leads where id is not null`;
  await expect(runQuery(await sandbox.crm(), { query })).rejects.toThrow(message);
});

test("field metadata comes along when asked for", async () => {
  const result = await runQuery(await sandbox.crm(), { query: some, includeFieldMetadata: true });
  expect(result.fields).toMatchObject({ Last_Name: { data_type: "text" } });
  expect(await runQuery(await sandbox.crm(), { query: some })).not.toHaveProperty("fields");
});
