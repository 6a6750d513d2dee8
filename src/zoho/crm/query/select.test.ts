import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { JsonObject } from "../../core/json";
import { getAllRecords } from "../records/allRecords";
import { searchRecords } from "../search/search";
import { selectableFields } from "./columns";
import { runQuery } from "./query";
import { scan, select } from "./select";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset({ seed: 1 }));

describe("columns", () => {
  test("of all modules that are read whole are none that a query refuses", async () => {
    const crm = await sandbox.crm();
    const modules = ["Leads", "Deals", "Cases", "Solutions", "Calls", "Events", "Price_Books", "Inspections"];
    for (const module of modules) {
      const names = await selectableFields(crm, module);
      expect((await select(crm, { module, names, limit: 1 })).names).toEqual(names);
    }
  });

  test("below v7 are read fifty at a time, and put together", async () => {
    const old = await sandbox.crm({ version: "v6" });
    const names = await selectableFields(old, "Leads");
    expect(names.length).toBeGreaterThan(50);
    const { rows, more } = await select(old, { module: "Leads", names, limit: 7 });
    const whole = await select(await sandbox.crm(), { module: "Leads", names, limit: 7 });
    expect(rows.map((row) => Object.keys(row).sort())).toEqual(
      whole.rows.map((row) => Object.keys(row).sort()),
    );
    expect(rows.map(({ id, Email, City }) => ({ id, Email, City }))).toEqual(
      whole.rows.map(({ id, Email, City }) => ({ id, Email, City })),
    );
    expect(more).toBe(true);
  });
});

/** A Zoho that answers queries by a script. */
describe("where Zoho does what no page says", () => {
  let server: Server;
  let queries: string[];
  let answer: (query: string) => { status: number; body?: JsonObject };
  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = "";
      request.on("data", (part) => {
        text += String(part);
      });
      request.on("end", () => {
        const query = String(JSON.parse(text).select_query);
        queries.push(query);
        const { status, body } = answer(query);
        response.writeHead(status, { "content-type": "application/json" });
        response.end(body && JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    queries = [];
  });

  const scripted = () => sandbox.crm({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const refusal = (code: string, details: JsonObject) => ({
    status: 400,
    body: { code, details, message: "refused", status: "error" },
  });
  const rows = (ids: readonly number[], more = false) => ({
    status: 200,
    body: { data: ids.map((id) => ({ id: String(id) })), info: { count: ids.length, more_records: more } },
  });
  const columnsOf = (query: string) => query.slice("select ".length, query.indexOf(" from ")).split(", ");

  test("a column that is refused by name, or as a word, is left out where all are read", async () => {
    answer = (query) => {
      if (columnsOf(query).includes("Odd")) return refusal("INVALID_QUERY", { column_name: "Odd" });
      return columnsOf(query).includes("Tag") ? refusal("SYNTAX_ERROR", { near: "Tag" }) : rows([1]);
    };
    const asked = { module: "Leads", names: ["Last_Name", "Odd", "Tag"], limit: 5 };
    expect((await select(await scripted(), { ...asked, optional: true })).names).toEqual(["Last_Name"]);
    await expect(select(await scripted(), asked)).rejects.toMatchObject({
      code: "INVALID_QUERY",
      details: { column_name: "Odd" },
    });
  });

  test("more columns than Zoho takes today are asked for fifty at a time", async () => {
    answer = (query) =>
      columnsOf(query).length > 50 ? refusal("LIMIT_EXCEEDED", { limit: 50 }) : rows([1, 2]);
    const names = Array.from({ length: 120 }, (_, index) => `Field_${index}`);
    expect((await select(await scripted(), { module: "Leads", names, limit: 5 })).rows).toHaveLength(2);
    expect(queries.slice(1).flatMap(columnsOf)).toEqual(names);
  });

  test("a query that is refused as none is sent once more, and no more", async () => {
    answer = () => (queries.length === 1 ? refusal("SYNTAX_ERROR", { line: 1, column: 1 }) : rows([1]));
    expect((await select(await scripted(), { module: "Leads", names: [], limit: 5 })).rows).toHaveLength(1);
    queries = [];
    answer = () => refusal("SYNTAX_ERROR", { line: 1, column: 8 });
    await expect(
      runQuery(await scripted(), { query: "select External from Leads where id is not null" }),
    ).rejects.toMatchObject({ code: "SYNTAX_ERROR" });
    expect(queries).toHaveLength(2);
  });

  test.each([
    ["no rows", [] as number[]],
    ["the rows of the page before", [1, 2]],
    ["rows of earlier pages", [1]],
  ])("a page that promises more and brings %s ends the walk", async (_, again) => {
    answer = () => (queries.length === 1 ? rows([1, 2], true) : rows(again, true));
    const read = await scan(await scripted(), { module: "Leads", names: [] });
    expect(read.rows.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(read.more).toBe(true);
    queries = [];
    const query = "select id from Leads where id is not null";
    const all = await runQuery(await scripted(), { query, fetchAll: true });
    expect(all.data.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(all.info).toEqual({ count: 2, more_records: true });
  });

  test("a scan begins with every record that has an id", async () => {
    answer = () => rows([7]);
    await scan(await scripted(), { module: "Leads", names: ["Last_Name"], firstPage: 200 });
    expect(queries).toEqual(["select Last_Name from Leads where id is not null order by id asc limit 200"]);
  });

  test("rows that come or go while pages are read by offset are noticed, and read again", async () => {
    let ids = Array.from({ length: 4500 }, (_, index) => index + 1);
    answer = (query) => {
      const [, limit = "", offset = ""] = /limit (\d+) offset (\d+)/.exec(query) ?? [];
      if (queries.length === 2) ids = ids.slice(3);
      const page = ids.slice(Number(offset), Number(offset) + Number(limit));
      return rows(page, Number(offset) + Number(limit) < ids.length);
    };
    const query = "select id from Leads where id is not null order by Created_Time asc";
    const { data, info } = await runQuery(await scripted(), { query, fetchAll: true });
    expect(data.map(({ id }) => Number(id))).toEqual(ids);
    expect(info).toEqual({ count: ids.length, more_records: false });
  });

  test("a query with its own order is read to the end of Zoho's window of 100,000 rows", async () => {
    answer = (query) => {
      const [, limit = "", offset = ""] = /limit (\d+) offset (\d+)/.exec(query) ?? [];
      return rows(
        Array.from({ length: Number(limit) }, (_, index) => Number(offset) + index + 1),
        true,
      );
    };
    const query = "select id from Leads where id is not null order by Created_Time asc";
    const { data, info } = await runQuery(await scripted(), { query, fetchAll: true });
    expect([data.length, data.at(-1)?.id]).toEqual([100_000, "100000"]);
    expect(info.more_records).toBe(true);
  });

  test("rows that come or go all the time are told of, and none comes twice", async () => {
    const warnings: string[] = [];
    const log = { debug: () => {}, info: () => {}, warn: (text: string) => warnings.push(text) };
    answer = (query) => {
      const [, limit = "", offset = ""] = /limit (\d+) offset (\d+)/.exec(query) ?? [];
      // With every page one record more stands before all others.
      const page = Array.from(
        { length: Number(limit) },
        (_, index) => 100_000 + Number(offset) + index - queries.length,
      );
      return rows(page, Number(offset) + Number(limit) < 6000);
    };
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const query = "select id from Leads where id is not null order by Created_Time asc";
    const { data } = await runQuery(await sandbox.crm({ base, log }), { query, fetchAll: true });
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
    expect(warnings.join()).toContain("added or removed");
  });
});

describe("whatever Zoho does of what nobody knows", () => {
  afterEach(() =>
    sandbox.behaviours({
      twoTimeBounds: "taken",
      waitingInQueries: "shown",
      queryColumns: "500",
      spuriousSyntaxError: "never",
    }),
  );

  test.each(["taken", "refused"])(
    "records between two times are found where two bounds are %s",
    async (way) => {
      await sandbox.behaviours({ twoTimeBounds: way });
      const leads = await sandbox.records("Leads");
      const times = leads.map((lead) => String(lead.Modified_Time)).sort();
      const [from = "", to = ""] = [times[3], times.at(-3)];
      const inside = leads.filter(({ Modified_Time: time }) => String(time) > from && String(time) <= to);
      const conditions = [
        { field: "Modified_Time", operator: "greater", value: from },
        { field: "Modified_Time", operator: "less_or_equal", value: to },
      ] as const;
      for (const more of [{ fetchAll: true }, { fetchAll: true, sort_by: "Last_Name" }, {}]) {
        const asked = { recordType: "Leads", conditions, fields: ["Last_Name"], ...more };
        const { data } = await searchRecords(await sandbox.crm(), asked);
        expect(data.map(({ id }) => id).sort()).toEqual(inside.map(({ id }) => id).sort());
      }
    },
  );

  test("fifty columns a query, and refusals without a cause, change nothing of what is read", async () => {
    const crm = await sandbox.crm();
    const { data } = await getAllRecords(crm, { recordType: "Leads" });
    await sandbox.behaviours({ queryColumns: "50", spuriousSyntaxError: "sometimes" });
    const again = await getAllRecords(await sandbox.crm(), { recordType: "Leads" });
    expect(again.data).toEqual(data);
    expect(Object.keys(data[0] ?? {}).length).toBeGreaterThan(50);
  });

  test("all records are the same by query and by list where queries hide what waits for approval", async () => {
    await sandbox.behaviours({ waitingInQueries: "hidden" });
    const [waiting] = await sandbox.records("Leads");
    const module = sandbox.world.crm.schema.get("Leads");
    const store = module && sandbox.world.crm.store(module);
    const id = String(waiting?.id);
    store?.put({ ...store.get(id), id, $approval_state: "approval_pending" });
    const crm = await sandbox.crm();
    const [queried, listed] = await Promise.all(
      [["Last_Name"], ["Site_Photos"]].map(async (fields) =>
        (await getAllRecords(crm, { recordType: "Leads", fields })).data.map((record) => record.id),
      ),
    );
    expect(listed).toEqual(queried);
    expect(listed).not.toContain(id);
  });
});

describe("all records", () => {
  test("are the same whatever fields are asked for, in the order of their ids", async () => {
    const [lead, waiting] = await sandbox.records("Leads");
    const module = sandbox.world.crm.schema.get("Leads");
    const store = module && sandbox.world.crm.store(module);
    for (const [record, state] of [
      [lead, { Converted__s: true }],
      [waiting, { $approval_state: "approval_pending" }],
    ] as const) {
      const id = String(record?.id);
      store?.put({ ...store.get(id), id, ...state });
    }
    const crm = await sandbox.crm();
    const recordType = "Leads";
    const ways = [[], ["Last_Name"], ["Last_Name", "Site_Photos"]];
    const sets = await Promise.all(
      ways.map(async (fields) => (await getAllRecords(crm, { recordType, fields })).data.map(({ id }) => id)),
    );
    expect(sets[1]).toEqual(sets[0]);
    expect(sets[2]).toEqual(sets[0]);
    expect(sets[0]).not.toContain(lead?.id);
    expect(sets[0]).toContain(waiting?.id);
  });
});
