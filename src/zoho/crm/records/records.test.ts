import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { JsonObject } from "../../core/json";
import { getAllRecords } from "./allRecords";
import { getRecord, getRecords } from "./records";

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

const recordType = "Leads";
const fields = ["Last_Name", "Email"];

/** Changes a record as only Zoho itself does. */
function put(moduleName: string, id: string, values: JsonObject): void {
  const module = sandbox.world.crm.schema.get(moduleName);
  const store = module && sandbox.world.crm.store(module);
  store?.put({ ...store.get(id), id, ...values });
}

describe("one record", () => {
  test("with all its fields, or with those that are named", async () => {
    const crm = await sandbox.crm();
    const [lead] = await sandbox.records("Leads");
    const recordId = String(lead?.id);
    const whole = await getRecord(crm, { recordType, recordId });
    expect(whole.data[0]).toMatchObject({
      id: recordId,
      Last_Name: lead?.Last_Name,
      Site_Visits: expect.any(Array),
    });
    const part = await getRecord(crm, { recordType, recordId, fields });
    expect(Object.keys(part.data[0] ?? {}).sort()).toEqual(["Email", "Last_Name", "id"]);
  });

  test("by external id", async () => {
    await sandbox.writeAsOther("Leads", [{ Last_Name: "Burns", Company: "A", ERP_Id: "A/7 ü" }]);
    const found = await getRecord(await sandbox.crm(), {
      recordType,
      recordId: "A/7 ü",
      externalIdField: "ERP_Id",
    });
    expect(found.data[0]).toMatchObject({ Last_Name: "Burns" });
  });

  test("that is not there is an error, or an empty list when that is allowed", async () => {
    const crm = await sandbox.crm();
    const key = { recordType, recordId: "5725767000000999999" };
    await expect(getRecord(crm, key)).rejects.toMatchObject({ code: "RECORD_NOT_FOUND", kind: "notFound" });
    expect(await getRecord(crm, { ...key, allowMissing: true })).toEqual({ data: [] });
  });

  test("with what is no id is refused before any request", async () => {
    const crm = await sandbox.crm();
    await expect(getRecord(crm, { recordType, recordId: "../Contacts" })).rejects.toThrow(
      /Record ID: expected a number/,
    );
    expect(crm.ledger.requests).toBe(0);
  });
});

describe("a list", () => {
  test("is one page with Zoho's info", async () => {
    const { data, info } = await getRecords(await sandbox.crm(), {
      recordType,
      fields,
      page: 2,
      per_page: 5,
    });
    expect(data).toHaveLength(5);
    expect(info).toMatchObject({
      page: 2,
      per_page: 5,
      count: 5,
      more_records: true,
      next_page_token: expect.any(String),
    });
  });

  test("goes on by page token", async () => {
    const crm = await sandbox.crm();
    const first = await getRecords(crm, { recordType, fields, per_page: 5 });
    const page_token = String(first.info.next_page_token);
    const second = await getRecords(crm, { recordType, fields, per_page: 5, page_token });
    const direct = await getRecords(crm, { recordType, fields, page: 2, per_page: 5 });
    expect(second.data).toEqual(direct.data);
  });

  test("without fields has the module's first fifty", async () => {
    const crm = await sandbox.crm();
    const { data } = await getRecords(crm, { recordType, per_page: 1 });
    expect(Object.keys(data[0] ?? {}).length).toBeGreaterThan(20);
    expect(crm.ledger.requests).toBe(2);
  });

  test("of nothing is empty, also when nothing changed since", async () => {
    const crm = await sandbox.crm();
    const since = { recordType, fields, modifiedSince: "2099-01-01T00:00:00+00:00" };
    expect(await getRecords(crm, since)).toEqual({ data: [], info: { count: 0, more_records: false } });
    expect(await getRecords(crm, { ...since, fetchAll: true })).toMatchObject({ data: [] });
  });

  test("is sorted and filtered as asked", async () => {
    const crm = await sandbox.crm();
    const ids = (await sandbox.records("Leads")).slice(0, 3).map(({ id }) => String(id));
    const chosen = await getRecords(crm, { recordType, fields, ids, sort_by: "id", sort_order: "asc" });
    expect(chosen.data.map(({ id }) => id)).toEqual(ids);
    const both = getRecords(crm, { recordType, fields, sort_by: "id", customViewId: "1" });
    await expect(both).rejects.toThrow(/Sort By and Custom View exclude each other/);
  });

  test.each([199, 200, 201, 2000, 2001, 2400])(
    "of %p is read to the end with fetchAll, each record once",
    async (count) => {
      await sandbox.reset({ seed: 1, records: { Leads: count } });
      const crm = await sandbox.crm();
      const { data, info } = await getRecords(crm, { recordType, fields, fetchAll: true });
      const ids = (await sandbox.records("Leads")).map(({ id }) => id);
      expect(data.map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(info).toMatchObject({ count: ids.length, more_records: false });
      expect(crm.ledger.requests).toBe(Math.ceil(ids.length / 200));
    },
  );

  test("keeps to maxRecords", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 1000 } });
    const crm = await sandbox.crm();
    const { data, info } = await getRecords(crm, { recordType, fields, fetchAll: true, maxRecords: 450 });
    expect(data).toHaveLength(450);
    expect(info).toMatchObject({ count: 450, more_records: true });
    expect(crm.ledger.requests).toBe(3);
  });

  test("has what waits for approval when asked for", async () => {
    const [waiting] = await sandbox.records("Leads");
    put("Leads", String(waiting?.id), { $approval_state: "approval_pending" });
    const crm = await sandbox.crm();
    const ids = async (approved?: "true" | "false" | "both") =>
      (await getRecords(crm, { recordType, fields, approved, fetchAll: true })).data.map(({ id }) => id);
    expect(await ids()).not.toContain(waiting?.id);
    expect(await ids("false")).toEqual([waiting?.id]);
    expect(await ids("both")).toContain(waiting?.id);
  });

  test("since a time has what changed in that second, whatever fraction of it is named", async () => {
    await sandbox.advance(3600);
    const [{ id } = {}] = await sandbox.records("Leads");
    await sandbox.writeAsOther("Leads", [{ id, Last_Name: "Changed" }]);
    const [changed] = (await sandbox.records("Leads")).filter((lead) => lead.id === id);
    const modifiedSince = new Date(String(changed?.Modified_Time)).toISOString().replace(".000", ".900");
    const { data } = await getRecords(await sandbox.crm(), { recordType, fields, modifiedSince });
    expect(data.map((record) => record.id)).toEqual([id]);
    const wrong = { recordType, fields, modifiedSince: "yesterday" };
    await expect(getRecords(await sandbox.crm(), wrong)).rejects.toThrow(/Modified Since: expected a time/);
  });

  test("goes on by query where Zoho's page tokens end", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 3300 } });
    await sandbox.limits({ pagedRecords: 1000 });
    const converted = String((await sandbox.records("Leads"))[0]?.id);
    put("Leads", converted, { Converted__s: true });
    const { data, info } = await getRecords(await sandbox.crm(), { recordType, fields, fetchAll: true });
    const ids = (await sandbox.records("Leads")).map(({ id }) => id).filter((id) => id !== converted);
    expect(data.map(({ id }) => id)).toEqual(ids.reverse());
    expect(Object.keys(data.at(-1) ?? {}).sort()).toEqual(Object.keys(data[0] ?? {}).sort());
    expect(info).toMatchObject({ count: ids.length, more_records: false });

    const limits = { fetchAll: true, maxRecords: 2500, sort_order: "asc" } as const;
    const bounded = await getRecords(await sandbox.crm(), { recordType, fields, ...limits });
    expect(bounded.data).toEqual([...data].reverse().slice(0, 2500));
  });

  test("with a filter ends at that wall with what it has, and says so", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 1200 } });
    await sandbox.limits({ pagedRecords: 1000 });
    const warnings: string[] = [];
    const log = { debug: () => {}, info: () => {}, warn: (message: string) => warnings.push(message) };
    const filtered = { recordType, fields: ["Last_Name"], fetchAll: true, converted: "both" } as const;
    const { data, info } = await getRecords(await sandbox.crm({ log }), filtered);
    expect(data.length).toBe(1000);
    expect(info).toMatchObject({ more_records: true });
    expect(warnings.join()).toContain("PAGINATION_LIMIT_EXCEEDED");
  });
});

describe("all records by the cheapest way", () => {
  test.each([150, 200, 201, 4500])("of %p, each once", async (count) => {
    await sandbox.reset({ seed: 1, records: { Leads: count } });
    const crm = await sandbox.crm();
    const { data, info } = await getAllRecords(crm, { recordType, fields });
    const ids = (await sandbox.records("Leads")).map(({ id }) => id);
    expect(data.map(({ id }) => id)).toEqual(ids);
    const { requests, credits } = await sandbox.ledger();
    expect(info).toEqual({
      count: ids.length,
      more_records: false,
      method: "coql",
      reason: expect.any(String),
      requests,
      credits,
    });
    // The fields, a first small page, the number of the others, and large pages of three credits each.
    const others = Math.max(0, ids.length - 200);
    expect(credits).toBeLessThanOrEqual(2 + Math.sign(others) + 3 * Math.ceil(others / 2000));
  });

  test("by list where a query cannot select a field, and to maxRecords", async () => {
    const listed = await getAllRecords(await sandbox.crm(), {
      recordType,
      fields: ["Last_Name", "Site_Photos"],
    });
    expect(listed.info).toMatchObject({ method: "list", count: (await sandbox.records("Leads")).length });
    const bounded = await getAllRecords(await sandbox.crm(), { recordType, maxRecords: 7 });
    expect(bounded.info).toMatchObject({ method: "coql", count: 7, more_records: true });
  });

  test("by bulk jobs where many records make them cheaper, in the order of ids", async () => {
    await sandbox.reset({ seed: 1, records: { Deals: 4700 } });
    const names = ["Deal_Name", "Stage_Modified_Time"];
    const { data, info } = await getAllRecords(await sandbox.crm(), { recordType: "Deals", fields: names });
    const stored = await sandbox.records("Deals");
    expect(data.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    expect(info).toMatchObject({
      method: "bulk",
      reason: expect.stringContaining(`${stored.length} records`),
    });
    expect(info.credits).toBeLessThan(60);
  });

  test("by bulk jobs where it is known from a short while ago that there are many", async () => {
    await sandbox.reset({ seed: 1, records: { Deals: 4700 } });
    const crm = await sandbox.crm();
    await getAllRecords(crm, { recordType: "Deals", fields: ["Deal_Name"] });
    const names = ["Deal_Name", "Stage_Modified_Time"];
    const { data, info } = await getAllRecords(crm, { recordType: "Deals", fields: names });
    expect(info.method).toBe("bulk");
    expect(data).toHaveLength((await sandbox.records("Deals")).length);
  });

  test.each(["coql", "list", "bulk"] as const)("by %s where that is asked for", async (method) => {
    const [waiting, converted] = await sandbox.records("Leads");
    put("Leads", String(waiting?.id), { $approval_state: "approval_pending", Converted__s: false });
    put("Leads", String(converted?.id), { Converted__s: true });
    const { data, info } = await getAllRecords(await sandbox.crm(), { recordType, fields, method });
    expect(info).toMatchObject({ method, reason: "It was asked for.", more_records: false });
    const stored = await sandbox.records("Leads");
    const open = stored.filter((lead) => lead.Converted__s !== true).map(({ id }) => id);
    expect(data.map(({ id }) => id)).toEqual(open);
  });

  test("not by a query that cannot select a field", async () => {
    const asked = { recordType, fields: ["Site_Photos"], method: "coql" } as const;
    await expect(getAllRecords(await sandbox.crm(), asked)).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("Site_Photos"),
    });
  });
});

test("an unknown module is Zoho's own error", async () => {
  await expect(getRecords(await sandbox.crm(), { recordType: "Nothings", fields })).rejects.toMatchObject({
    code: "INVALID_MODULE",
    hint: expect.stringContaining("API name"),
  });
});
