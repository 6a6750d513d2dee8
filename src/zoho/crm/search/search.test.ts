import { crmAt, type Hostile, json, logging, startHostile } from "../../../../test/hostile/zoho";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { textAt } from "../../core/json";
import { convertLead } from "../leads";
import { countRecords } from "../records/count";
import { getDeletedRecords } from "../records/history";
import { createRecord } from "../records/write/create";
import type { Condition } from "./conditions";
import { searchableFieldChoices, searchRecords } from "./search";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset({ seed: 1, records: { Leads: 0 } });
  await sandbox.clearLedger();
});

const recordType = "Leads";
const lead = (Last_Name: string, more: object = {}) => ({ Last_Name, Company: "Zylker", ...more });
const write = (...leads: object[]) => sandbox.writeAsOther("Leads", leads as Record<string, unknown>[]);
const found = async (input: object) => {
  const { data } = await searchRecords(await sandbox.crm(), { recordType, ...input });
  return data.map((record) => textAt(record, "Last_Name")).sort();
};
const by = (...conditions: Condition[]) => found({ conditions });

describe("by Zoho's search", () => {
  test("finds by criteria whose values come apart from them", async () => {
    await write(lead("Burns,B (Jr)"), lead("Burns"), lead("Other"));
    const input = {
      criteria: "((Last_Name:equals::name)and(Company:equals:Zylker))",
      parameters: { name: "Burns,B (Jr)" },
    };
    expect(await found(input)).toEqual(["Burns,B (Jr)"]);
  });

  test("finds by e-mail, phone and word", async () => {
    await write(
      lead("A", { Email: "ada@zylker.example" }),
      lead("B", { Phone: "+1 555 0134" }),
      lead("Zebra"),
    );
    expect(await found({ email: "ada@zylker.example" })).toEqual(["A"]);
    expect(await found({ phone: "555 0134" })).toEqual(["B"]);
    expect(await found({ phone: "tel:(+1) 555/0134" })).toEqual(["B"]);
    const { count } = await countRecords(await sandbox.crm(), { recordType, phone: "tel:(+1) 555/0134" });
    expect(count).toBe(1);
    expect(await found({ word: "zebra" })).toEqual(["Zebra"]);
  });

  test("gives an empty list where nothing is found", async () => {
    const crm = await sandbox.crm();
    for (const fetchAll of [false, true]) {
      expect(await searchRecords(crm, { recordType, word: "nothing", fetchAll })).toEqual({
        data: [],
        info: { count: 0, more_records: false },
      });
    }
  });

  test.each([199, 200, 201, 1999, 2000])("reads %p records to the end", async (count) => {
    await sandbox.reset({ seed: 1, records: { Leads: count } });
    const crm = await sandbox.crm();
    const { data, info } = await searchRecords(crm, {
      recordType,
      criteria: "(Seats:greater_than:0)",
      fetchAll: true,
    });
    expect(new Set(data.map(({ id }) => id)).size).toBe(count);
    expect(info).toMatchObject({ count, more_records: false });
  });

  test("stops at 2,000 records and says so, without asking for what Zoho refuses", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 2001 } });
    const warnings: string[] = [];
    const log = { debug: () => {}, info: () => {}, warn: (message: string) => void warnings.push(message) };
    const crm = await sandbox.crm({ log });
    const { data, info } = await searchRecords(crm, {
      recordType,
      criteria: "(Seats:greater_than:0)",
      fetchAll: true,
    });
    expect([data.length, info.more_records]).toEqual([2000, true]);
    expect(warnings).toEqual([expect.stringContaining("ends at 2000 records")]);
    expect(crm.ledger.requests).toBe(11);
  });

  test("sorts by any field", async () => {
    await write(lead("B"), lead("C"), lead("A"));
    const crm = await sandbox.crm();
    const { data } = await searchRecords(crm, {
      recordType,
      word: "Zylker",
      sort_by: "Last_Name",
      sort_order: "asc",
    });
    expect(data.map(({ Last_Name }) => Last_Name)).toEqual(["A", "B", "C"]);
  });

  test.each([
    ["nothing to look for", {}, /Exactly one of/],
    ["two things to look for", { word: "ab", email: "a@b.example" }, /Exactly one of/],
    ["a page behind the end", { word: "ab", page: 11, per_page: 200 }, /ends at 2000 records/],
    ["a word of one letter", { word: "a" }, /Word: expected at least 2/],
    ["a phone number of two", { phone: "12" }, /Phone: expected at least 3/],
    ["a phone number in letters", { phone: "0800 FLOWERS" }, /Phone: expected digits.*without letters/],
  ])("refuses %s before any request", async (_, input, message) => {
    const crm = await sandbox.crm();
    await expect(searchRecords(crm, { recordType, ...input })).rejects.toThrow(message);
    expect(crm.ledger.requests).toBe(0);
  });
});

describe("by conditions", () => {
  test("is exact where search is not", async () => {
    await write(lead("A", { Company: "ABC" }), lead("B", { Company: "ABC Inc." }));
    expect(await found({ criteria: "(Company:equals:ABC)" })).toEqual(["A", "B"]);
    expect(await by({ field: "Company", operator: "equals", value: "ABC" })).toEqual(["A"]);
  });

  test("knows what was written a moment ago", async () => {
    await sandbox.limits({ searchLagSeconds: 60 });
    await write(lead("Fresh"));
    expect(await found({ criteria: "(Last_Name:equals:Fresh)" })).toEqual([]);
    expect(await by({ field: "Last_Name", operator: "equals", value: "Fresh" })).toEqual(["Fresh"]);
  });

  test.each<[Condition, string[]]>([
    [{ field: "City", operator: "contains", value: "Lon" }, ["A", "B"]],
    [{ field: "City", operator: "starts_with", value: "New" }, ["B"]],
    [{ field: "City", operator: "ends_with", value: "don" }, ["A", "B"]],
    [{ field: "City", operator: "not_equals", value: "London" }, ["B"]],
    [{ field: "City", operator: "is_empty" }, ["C"]],
    [{ field: "City", operator: "is_not_empty" }, ["A", "B"]],
    [{ field: "Seats", operator: "between", value: [2, 3] }, ["B", "C"]],
    [{ field: "Seats", operator: "in", value: ["1", "3"] }, ["A", "C"]],
    [{ field: "Seats", operator: "greater", value: 2 }, ["C"]],
    [{ field: "Seats", operator: "greater_or_equal", value: 2 }, ["B", "C"]],
    [{ field: "Seats", operator: "less", value: 2 }, ["A"]],
    [{ field: "Seats", operator: "less_or_equal", value: "2" }, ["A", "B"]],
    [{ field: "Is_Partner", operator: "equals", value: "true" }, ["C"]],
    [{ field: "Trial_Start", operator: "less", value: "2026-02-01" }, ["A"]],
    [{ field: "Tier", operator: "in", value: "Gold,Silver" }, ["B"]],
  ])("%j", async (condition, names) => {
    await write(
      lead("A", { City: "London", Seats: 1, Trial_Start: "2026-01-31" }),
      lead("B", { City: "New London", Seats: 2, Tier: "Gold", Trial_Start: "2026-02-01" }),
      lead("C", { Seats: 3, Is_Partner: true }),
    );
    expect(await by(condition)).toEqual(names);
  });

  test("all must hold, or any", async () => {
    await write(
      lead("A", { City: "Oslo", Seats: 1 }),
      lead("B", { City: "Oslo", Seats: 2 }),
      lead("C", { Seats: 1 }),
    );
    const conditions: Condition[] = [
      { field: "City", operator: "equals", value: "Oslo" },
      { field: "Seats", operator: "equals", value: 1 },
    ];
    expect(await found({ conditions })).toEqual(["A"]);
    expect(await found({ conditions, match: "any" })).toEqual(["A", "B", "C"]);
  });

  test("leaves converted leads out, as lists do, unless they are asked for", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 2 } });
    const [first] = await sandbox.records("Leads");
    const crm = await sandbox.crm();
    await convertLead(crm, { recordId: String(first?.id) });
    const conditions: Condition[] = [{ field: "id", operator: "is_not_empty" }];
    expect(await found({ conditions })).toHaveLength(1);
    expect(await found({ conditions, converted: "true" })).toHaveLength(1);
    expect(await found({ conditions, converted: "both" })).toHaveLength(2);
  });

  test("is read page by page, and to the end past 2,000", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 2300 } });
    const crm = await sandbox.crm();
    const conditions: Condition[] = [{ field: "Seats", operator: "greater", value: 0 }];
    const input = { recordType, conditions, fields: ["Last_Name"] };
    const first = await searchRecords(crm, { ...input, per_page: 5 });
    const second = await searchRecords(crm, { ...input, per_page: 5, page: 2 });
    expect(first.info).toEqual({ count: 5, more_records: true });
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(10);
    const all = await searchRecords(crm, { ...input, fetchAll: true });
    expect([new Set(all.data.map(({ id }) => id)).size, all.info.more_records]).toEqual([2300, false]);
    const sorted = await searchRecords(crm, {
      ...input,
      fetchAll: true,
      sort_by: "Seats",
      sort_order: "asc",
      fields: ["Seats"],
    });
    const seats = sorted.data.map(({ Seats }) => Number(Seats));
    expect(seats).toEqual([...seats].sort((left, right) => left - right));
    expect(seats).toHaveLength(2300);
    const some = await searchRecords(crm, { ...input, fetchAll: true, maxRecords: 7 });
    expect([some.data.length, some.info.more_records]).toEqual([7, true]);
  });

  test("has no wall: past the end of Zoho's window it goes on", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 10_100 } });
    const crm = await sandbox.crm({ version: "v6" });
    const conditions: Condition[] = [{ field: "Seats", operator: "greater", value: 0 }];
    const input = { recordType, conditions, fields: ["Last_Name"], fetchAll: true };
    const { data, info } = await searchRecords(crm, input);
    expect([new Set(data.map(({ id }) => id)).size, info.more_records]).toEqual([10_100, false]);
  });

  test("returns every field that a query shows when none are named", async () => {
    await write(lead("A", { City: "Oslo" }));
    const crm = await sandbox.crm();
    const conditions: Condition[] = [{ field: "Last_Name", operator: "equals", value: "A" }];
    const { data } = await searchRecords(crm, { recordType, conditions });
    expect(data).toMatchObject([{ Last_Name: "A", City: "Oslo", Owner: { name: expect.any(String) } }]);
  });
});

describe("counts", () => {
  test("of a module, a view and a search are numbers", async () => {
    await write(lead("A", { City: "Oslo" }), lead("B"));
    const crm = await sandbox.crm();
    expect(await countRecords(crm, { recordType })).toEqual({ count: 2 });
    expect(
      await countRecords(crm, { recordType, criteria: "(City:equals::city)", parameters: { city: "Oslo" } }),
    ).toEqual({ count: 1 });
    const view = sandbox.world.crm.customViews
      .get("Leads")
      ?.find(({ name }) => name === "Not Contacted Leads");
    expect(await countRecords(crm, { recordType, customViewId: view?.id })).toEqual({ count: 0 });
    await expect(countRecords(crm, { recordType, word: "ab", email: "a@b.example" })).rejects.toThrow(
      /At most one/,
    );
  });

  test("that come as text are numbers too, and what is none is an error", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path: "count$", effect: { status: 200, body: { count: "7" } } });
    expect(await countRecords(crm, { recordType })).toEqual({ count: 7 });
    await sandbox.fault({ path: "count$", times: 9, effect: { status: 200, body: { total: 7 } } });
    await expect(countRecords(crm, { recordType })).rejects.toThrow(/has no count/);
  });
});

test.each<[string, string, RegExp]>([
  ["a field", "(Nothing:equals:1)", /formed \(the field is not available for search\): Nothing\. Check/],
  ["a value", "(Annual_Revenue:equals:x)", /\(invalid value for search\): Annual_Revenue\. .*type currency/],
])("%s that Zoho does not search by is refused with its reason", async (_, criteria, message) => {
  const crm = await sandbox.crm();
  await expect(searchRecords(crm, { recordType, criteria })).rejects.toThrow(message);
  await expect(countRecords(crm, { recordType, criteria })).rejects.toThrow(message);
});

test("the picker of searchable fields leaves out what cannot be compared", async () => {
  const keys = (await searchableFieldChoices(await sandbox.crm(), "Leads")).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(["Last_Name", "Email", "Owner", "Seats"]));
  for (const name of ["Requirements", "Site_Visits", "Site_Photos", "Layout"])
    expect(keys).not.toContain(name);
});

test("finds records that wait for approval when their state is named", async () => {
  const crm = await sandbox.crm();
  const record = { Last_Name: "Waits", Company: "X", Email: "waits@example.com" };
  const written = await createRecord(crm, { recordType: "Leads", record, approved: false });
  const id = String(Object(written.data[0].details).id);
  const found = async (approval_state?: string) =>
    (await searchRecords(crm, { recordType: "Leads", email: "waits@example.com", approval_state })).data;
  expect(await found()).toEqual([]);
  expect(await found("approval_process_pending")).toMatchObject([{ id }]);
});

test("a field that Zoho does not sort a search by is its own refusal, which names those it takes", async () => {
  await sandbox.behaviours({ searchSortBy: "threeFields" });
  const input = { recordType: "Leads", word: "Burns", sort_by: "Last_Name" };
  await expect(searchRecords(await sandbox.crm(), input)).rejects.toMatchObject({
    code: "INVALID_DATA",
    details: { param_name: "sort_by", supported_values: ["id", "Created_Time", "Modified_Time"] },
  });
  await sandbox.behaviours({ searchSortBy: "anyField" });
});

describe("pages by number", () => {
  let zoho: Hostile;
  beforeAll(async () => {
    zoho = await startHostile();
  });
  afterAll(() => zoho.close());

  /** Reads a list of some rows; before each request one may be taken out of it. */
  const reading = async (count: number, removeBefore: (request: number) => boolean) => {
    const rows = Array.from({ length: count }, (_, index) => ({ id: String(1000 + index) }));
    zoho.respond(({ url }, response, number) => {
      if (removeBefore(number)) rows.shift();
      const query = new URL(url, zoho.url).searchParams;
      const [page, size] = [Number(query.get("page") ?? 1), Number(query.get("per_page"))];
      if (page * size > 2000)
        return json(response, 400, { code: "LIMIT_REACHED", status: "error", message: "", details: {} });
      const data = rows.slice((page - 1) * size, page * size);
      json(response, 200, { data, info: { more_records: rows.length > page * size } });
    });
    const { log, lines } = logging();
    const crm = crmAt({ url: zoho.url, log });
    return {
      rows,
      lines,
      search: async (more: object = {}) =>
        (await searchRecords(crm, { recordType, word: "Burns", fetchAll: true, ...more })).data,
      deleted: async () => (await getDeletedRecords(crm, { recordType, fetchAll: true })).data,
    };
  };

  test.each(["search", "deleted"] as const)("of a %s lose nothing that moves up", async (way) => {
    const list = await reading(650, (request) => request === 2 || request === 4);
    const ids = new Set((await list[way]()).map(({ id }) => id));
    expect(list.rows.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(list.lines.warn).toEqual([]);
  });

  test("are read once where nothing moves, to the wall and no farther than is wanted", async () => {
    const calm = await reading(650, () => false);
    expect(await calm.search()).toEqual(calm.rows);
    expect(zoho.received).toHaveLength(4);
    expect(await calm.search({ maxRecords: 250 })).toEqual(calm.rows.slice(0, 250));
    expect(zoho.received).toHaveLength(6);
    const long = await reading(2500, () => false);
    expect(await long.search()).toEqual(long.rows.slice(0, 2000));
  });

  test("say so where rows go without end", async () => {
    const endless = await reading(650, () => true);
    await endless.search();
    expect(endless.lines.warn).toEqual([expect.stringContaining("One of the others may be missing")]);
    expect(zoho.received).toHaveLength(12);
  });
});
