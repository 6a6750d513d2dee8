import fc from "fast-check";
import { runs } from "../../../../test/support/runs";
import { type Fault, QuickClock, startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Outcome } from "../../batch/outcomes";
import type { JsonObject } from "../../core/json";
import { createRecord, createRecords } from "./write/create";
import { removeRecord, removeRecords, updateRecord, updateRecords } from "./write/update";
import { findOrCreateRecord, upsertRecord, upsertRecords } from "./write/upsert";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
  await sandbox.clearLedger();
});

const leads = (count: number, from = 0): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    Last_Name: `Canary ${from + index}`,
    Company: "Canary Ltd",
    Email: `canary.${from + index}@example.com`,
    Referral_Code: `C-${from + index}`,
  }));
const canaries = async () =>
  (await sandbox.records("Leads")).filter(({ Company }) => Company === "Canary Ltd");
const idsOf = async (count: number) => {
  const crm = await sandbox.crm();
  const { data } = await createRecords(crm, { recordType: "Leads", records: leads(count) });
  await sandbox.clearLedger();
  return data.map(({ id }) => id ?? "");
};
const recordType = "Leads";

describe("many records", () => {
  test("1,000 creates are ten requests and 100 credits, and one more of each for the fields", async () => {
    const crm = await sandbox.crm();
    const { data, summary } = await createRecords(crm, { recordType, records: leads(1000) });
    expect(summary).toEqual({ total: 1000, succeeded: 1000, failed: 0, requests: 11, credits: 101 });
    expect(data.map(({ index }) => index)).toEqual(Array.from({ length: 1000 }, (_, index) => index));
    const { requests, credits, routes } = await sandbox.ledger();
    expect({ requests, credits }).toEqual({ requests: 11, credits: 101 });
    expect(routes["POST /crm/v8/Leads"]).toBe(10);
    expect(new Set((await canaries()).map(({ id }) => id))).toEqual(new Set(data.map(({ id }) => id)));
  });

  test("with validation off, nothing but the writes is sent", async () => {
    const crm = await sandbox.crm();
    const { summary } = await createRecords(crm, { recordType, records: leads(1000), validate: false });
    expect(summary).toMatchObject({ requests: 10, credits: 100 });
  });

  test("with validation off, an id that lost its digits as a number is refused all the same", async () => {
    const crm = await sandbox.crm();
    const records = [{ id: Number("5725767000000524001"), Last_Name: "Another's" }];
    for (const write of [updateRecords, upsertRecords]) {
      const { data } = await write(crm, { recordType, records, validate: false });
      expect(data).toMatchObject([{ code: "INVALID_DATA", message: expect.stringContaining("id as text") }]);
    }
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  test("no more are in flight than asked for", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", times: 99, effect: { delayMs: 30 } });
    await createRecords(crm, { recordType, records: leads(900), concurrency: 3, validate: false });
    expect((await sandbox.ledger()).peakConcurrency).toBe(3);
  });

  test("what cannot be sent holds up nothing, and costs nothing", async () => {
    const crm = await sandbox.crm();
    const records = [
      ...leads(2),
      { Company: "No name" },
      { Last_Name: "X".repeat(300), Company: "A" },
      { Lst_Name: "Y" },
      ...leads(1, 2),
    ];
    const { data, summary } = await createRecords(crm, { recordType, records });
    expect(data.map(({ status, code }) => [status, code])).toEqual([
      ["success", "SUCCESS"],
      ["success", "SUCCESS"],
      ["error", "MANDATORY_NOT_FOUND"],
      ["error", "INVALID_DATA"],
      ["error", "MULTIPLE_OR_MULTI_ERRORS"],
      ["success", "SUCCESS"],
    ]);
    expect(data[4]?.message).toContain("the nearest is Last_Name");
    expect(summary).toMatchObject({ succeeded: 3, failed: 3, requests: 2 });
    const sent = (await sandbox.requests()).filter(({ method }) => method === "POST").at(-1);
    expect(sent).toMatchObject({ body: { data: leads(3) } });
  });

  test("a duplicate carries the id of the record it collided with", async () => {
    const crm = await sandbox.crm();
    const { data: first } = await createRecords(crm, { recordType, records: leads(1) });
    const { data } = await createRecords(crm, { recordType, records: leads(2) });
    expect(data[0]).toMatchObject({ status: "error", code: "DUPLICATE_DATA", id: first[0]?.id });
    expect(data[1]).toMatchObject({ status: "success" });
  });

  test("a chunk that Zoho finds too large is sent in halves", async () => {
    const crm = await sandbox.crm();
    const limit = {
      code: "LIMIT_EXCEEDED",
      details: { maximum_length: 50 },
      message: "too many",
      status: "error",
    };
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", effect: { status: 400, body: limit } });
    const { summary } = await createRecords(crm, { recordType, records: leads(100), validate: false });
    expect(summary).toMatchObject({ succeeded: 100, failed: 0, requests: 3 });
    expect(await canaries()).toHaveLength(100);
  });

  test("only what failed for a passing reason is tried again", async () => {
    const crm = await sandbox.crm();
    const [a, b] = await idsOf(2);
    const item = (id: string | undefined, code: string) =>
      code === "SUCCESS"
        ? { code, details: { id }, message: "record updated", status: "success" }
        : { code, details: {}, message: "later", status: "error" };
    const body = { data: [item(a, "SUCCESS"), item(b, "INTERNAL_ERROR")] };
    await sandbox.fault({ method: "PUT", path: "^/crm/v8/Leads$", effect: { status: 207, body } });
    const records = [
      { id: a, Company: "New" },
      { id: b, Company: "New" },
    ];
    const { data } = await updateRecords(crm, { recordType, records, validate: false });
    expect(data.map(({ status }) => status)).toEqual(["success", "success"]);
    const sent = (await sandbox.requests())
      .filter(({ method }) => method === "PUT")
      .map((request) => request.body);
    expect(sent).toMatchObject([{ data: records }, { data: [{ id: b, Company: "New" }] }]);
  });

  test("an insert cut off after it was done is unknown, and not sent again", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", applied: true, effect: { reset: true } });
    const { data } = await createRecords(crm, { recordType, records: leads(3), validate: false });
    expect(data.map(({ code }) => code)).toEqual(Array(3).fill("OUTCOME_UNKNOWN"));
    expect(await canaries()).toHaveLength(3);
  });

  test.each([[true], [false]])(
    "with a unique field, a cut insert is looked up (done: %p)",
    async (applied) => {
      const crm = await sandbox.crm();
      await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", applied, effect: { reset: true } });
      const input = { recordType, records: leads(120), uniqueField: "Referral_Code" };
      const { data, summary } = await createRecords(crm, input);
      expect(summary).toMatchObject({ total: 120, succeeded: 120, failed: 0 });
      const held = await canaries();
      expect(held).toHaveLength(120);
      expect(new Set(data.map(({ id }) => id))).toEqual(new Set(held.map(({ id }) => id)));
    },
  );

  test("a record that Zoho does not show yet is not written twice, and stays unknown", async () => {
    const crm = await sandbox.crm();
    await sandbox.limits({ visibilityLagSeconds: 60 });
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", applied: true, effect: { reset: true } });
    const { data } = await createRecords(crm, {
      recordType,
      records: leads(2),
      uniqueField: "Referral_Code",
    });
    await sandbox.limits({ visibilityLagSeconds: 0 });
    expect(data.map(({ code }) => code)).toEqual(["OUTCOME_UNKNOWN", "OUTCOME_UNKNOWN"]);
    expect(await canaries()).toHaveLength(2);
  });

  test("an upsert without a value to find it by is not sent again", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({
      method: "POST",
      path: "^/crm/v8/Leads/upsert$",
      applied: true,
      effect: { reset: true },
    });
    const records = [{ Last_Name: "Nameless", Company: "Canary Ltd" }];
    const { data } = await upsertRecords(crm, { recordType, records, validate: false });
    expect(data[0]).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(await canaries()).toHaveLength(1);
  });

  test("upserts of one key are one record, even where upserts at the same time do not see each other", async () => {
    const crm = await sandbox.crm();
    await sandbox.behaviours({ upsertChecks: "racing" });
    const records = [...leads(100), ...leads(100), ...leads(50)].map((lead, index) => ({
      ...lead,
      First_Name: `${index}`,
    }));
    const { summary } = await upsertRecords(crm, { recordType, records, concurrency: 10 });
    await sandbox.behaviours({ upsertChecks: "inTurn" });
    expect(summary).toMatchObject({ succeeded: 250 });
    const held = await canaries();
    expect(held).toHaveLength(100);
    expect(held.find(({ Email }) => Email === "canary.0@example.com")).toMatchObject({ First_Name: "200" });
  });

  test("a removal that took effect before its answer was lost is a success", async () => {
    const crm = await sandbox.crm();
    const recordIds = await idsOf(3);
    await sandbox.fault({
      method: "DELETE",
      path: "^/crm/v8/Leads$",
      applied: true,
      effect: { reset: true },
    });
    const { data } = await removeRecords(crm, { recordType, recordIds });
    expect(data.map(({ status, id }) => [status, id])).toEqual(recordIds.map((id) => ["success", id]));
    expect(await canaries()).toHaveLength(0);
  });

  test.each([[503], [500]])("what was never there is not reported removed after one %i", async (status) => {
    const crm = await sandbox.crm();
    const [id = ""] = await idsOf(1);
    const recordIds = ["5725767000000999999", id, String((await sandbox.records("Contacts"))[0]?.id)];
    await sandbox.fault({ method: "DELETE", path: "^/crm/v8/Leads$", effect: { status } });
    const { data } = await removeRecords(crm, { recordType, recordIds });
    expect(data.map(({ status }) => status)).toEqual(["error", "success", "error"]);
    expect(data[0]?.code).toBe("OUTCOME_UNKNOWN");
    expect(await canaries()).toHaveLength(0);
  });

  test("a removal of what is not there is an error", async () => {
    const crm = await sandbox.crm();
    const { data } = await removeRecords(crm, { recordType, recordIds: ["5725767000000999999"] });
    expect(data[0]).toMatchObject({ status: "error", code: "INVALID_DATA" });
  });

  test("what was not attempted before the end of the execution says so", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock, deadlineAt: clock.now() + 20_000 });
    await sandbox.fault({
      method: "POST",
      path: "^/crm/v8/Leads$",
      skip: 1,
      effect: {
        status: 429,
        body: { code: "TOO_MANY_REQUESTS", details: {}, message: "concurrency", status: "error" },
        headers: { "retry-after": "15" },
      },
    });
    const { data, summary } = await createRecords(crm, {
      recordType,
      records: leads(500),
      concurrency: 1,
      validate: false,
    });
    expect(summary.succeeded).toBe(200);
    expect(data.slice(200).every(({ code }) => code === "NOT_ATTEMPTED")).toBe(true);
    expect(await canaries()).toHaveLength(200);
  });

  test("a dead token before anything was written is an error of the connection, afterwards it is the outcome of the rest", async () => {
    const crm = await sandbox.crm();
    const dead: Fault = {
      method: "POST",
      path: "^/crm/v8/Leads$",
      times: 9,
      effect: {
        status: 401,
        body: { code: "INVALID_TOKEN", details: {}, message: "invalid oauth token", status: "error" },
      },
    };
    await sandbox.fault(dead);
    const input = { recordType, records: leads(300), concurrency: 1, validate: false };
    await expect(createRecords(crm, input)).rejects.toMatchObject({ kind: "connection" });
    await sandbox.clearFaults();
    await sandbox.fault({ ...dead, skip: 1 });
    const { data, summary } = await createRecords(crm, input);
    expect(summary).toMatchObject({ succeeded: 100, failed: 200 });
    expect(data[299]).toMatchObject({
      code: "NOT_ATTEMPTED",
      message: expect.stringContaining("INVALID_TOKEN"),
    });
  });

  test("failOnError fails after all were attempted, and names what failed", async () => {
    const crm = await sandbox.crm();
    const records = [{ Company: "No name" }, ...leads(2)];
    const call = createRecords(crm, { recordType, records, failOnError: true });
    await expect(call).rejects.toMatchObject({
      code: "RECORDS_FAILED",
      message: expect.stringContaining("record 1: MANDATORY_NOT_FOUND"),
    });
    expect(await canaries()).toHaveLength(2);
  });

  test("an update or a removal that fails, or was never begun, is told with the id of its record", async () => {
    await sandbox.fault({ method: "PUT", path: "/Leads$", times: 9, effect: { status: 200, body: {} } });
    const ids = ["5725767000000999999", "5725767000000999998"];
    const records = [
      { id: ids[0], Last_Name: "Burns" },
      { id: ids[1], Last_Name: "" },
    ];
    const { data } = await updateRecords(await sandbox.crm(), { recordType, records });
    expect(data).toMatchObject([
      { status: "error", id: ids[0] },
      { status: "error", code: "MANDATORY_NOT_FOUND", id: ids[1] },
    ]);
    const clock = new QuickClock();
    const late = await sandbox.crm({ clock, deadlineAt: clock.now() });
    const removed = await removeRecords(late, { recordType, recordIds: ids });
    expect(removed.data).toMatchObject(ids.map((id) => ({ code: "NOT_ATTEMPTED", id })));
  });
});

describe("one record", () => {
  test("is created, updated, upserted and removed on the same path", async () => {
    const crm = await sandbox.crm();
    const created = await createRecord(crm, {
      recordType,
      record: { Last_Name: "Old", Company: "A" },
      dynamicValues: { Last_Name: "Newer" },
      fieldValues: { "Last Name": "Burns", Email: "burns@example.com" },
    });
    expect(created.data[0]).toMatchObject({ code: "SUCCESS", message: "record added", status: "success" });
    const recordId = String((created.data[0].details as JsonObject).id);
    await updateRecord(crm, { recordType, recordId, fieldValues: { Annual_Revenue: "250000.9" } });
    const upserted = await upsertRecord(crm, {
      recordType,
      fieldValues: { Email: "burns@example.com", Last_Name: "Burns" },
    });
    expect(upserted.data[0]).toMatchObject({ action: "update", duplicate_field: "Email" });
    expect((await sandbox.records("Leads")).find(({ id }) => id === recordId)).toMatchObject({
      Last_Name: "Burns",
      Annual_Revenue: 250000.9,
    });
    expect((await removeRecord(crm, { recordType, recordId })).data[0]).toMatchObject({
      message: "record deleted",
    });
  });

  test("of a deal may name its account, which Zoho finds or makes", async () => {
    const crm = await sandbox.crm();
    const named = { Deal_Name: "Zylker, first order", Stage: "Qualification" };
    const deal = async (Account_Name: unknown) => {
      const { data } = await createRecord(crm, { recordType: "Deals", record: { ...named, Account_Name } });
      const { id } = data[0].details as JsonObject;
      return (await sandbox.records("Deals")).find((row) => row.id === id)?.Account_Name;
    };
    const account = await deal({ name: "New Co" });
    expect(account).toMatchObject({ name: "New Co" });
    expect(await deal('{ "name": "New Co" }')).toEqual(account);
    await expect(deal("New Co")).rejects.toMatchObject({ code: "INVALID_DATA" });
  });

  test("by external id is updated and removed", async () => {
    const crm = await sandbox.crm();
    await createRecord(crm, {
      recordType,
      record: { Last_Name: "Burns", Company: "Canary Ltd", ERP_Id: "ERP-1" },
    });
    const key = { recordType, recordId: "ERP-1", externalIdField: "ERP_Id" };
    await updateRecord(crm, { ...key, fieldValues: { First_Name: "Ada" } });
    expect((await canaries())[0]).toMatchObject({ First_Name: "Ada" });
    await removeRecord(crm, key);
    expect(await canaries()).toHaveLength(0);
  });

  test.each([
    [true, { status: "error", code: "OUTCOME_UNKNOWN" }],
    [false, { status: "success", code: "SUCCESS" }],
  ])("by external id is removed where an answer was lost, carried out: %s", async (applied, outcome) => {
    const crm = await sandbox.crm();
    const record = { Last_Name: "Burns", Company: "Canary Ltd", ERP_Id: "ERP-1" };
    await createRecord(crm, { recordType, record });
    await sandbox.fault({ method: "DELETE", path: "/Leads/ERP-1", applied, effect: { reset: true } });
    const input = { recordType, recordIds: ["ERP-1"], externalIdField: "ERP_Id" };
    expect((await removeRecords(crm, input)).data).toMatchObject([outcome]);
    expect(await canaries()).toHaveLength(0);
  });

  test("that fails is an error with Zoho's code, the field and what to do", async () => {
    const crm = await sandbox.crm();
    await expect(createRecord(crm, { recordType, record: { Company: "A" } })).rejects.toMatchObject({
      name: "ZohoError",
      code: "MANDATORY_NOT_FOUND",
      message: "Zoho CRM MANDATORY_NOT_FOUND: required field not found: Last_Name. Give this field a value.",
    });
    await expect(
      createRecord(crm, { recordType, record: { Company: "A" }, validate: false }),
    ).rejects.toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      message: "Zoho CRM MANDATORY_NOT_FOUND: required field not found: Last_Name. Give this field a value.",
    });
    await expect(updateRecord(crm, { recordType, recordId: "57x", record: {} })).rejects.toThrow(
      /Record ID: expected a number/,
    );
  });

  test("is not updated when it changed in the meantime", async () => {
    const crm = await sandbox.crm();
    const [recordId = ""] = await idsOf(1);
    const call = updateRecord(crm, {
      recordType,
      recordId,
      record: { Company: "B" },
      ifUnmodifiedSince: "2020-01-01T00:00:00+00:00",
    });
    await expect(call).rejects.toMatchObject({ code: "ALREADY_MODIFIED", kind: "conflict" });
  });

  test("with ifUnmodifiedSince is not sent again after a lost answer", async () => {
    const crm = await sandbox.crm();
    const [recordId = ""] = await idsOf(1);
    await sandbox.fault({ method: "PUT", applied: true, effect: { reset: true } });
    const call = updateRecord(crm, {
      recordType,
      recordId,
      record: { First_Name: "B" },
      ifUnmodifiedSince: "2099-01-01T00:00:00+00:00",
    });
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });

  test("is found, or created once", async () => {
    const crm = await sandbox.crm();
    const input = {
      recordType,
      matchField: "Email",
      matchValue: "canary.0@example.com",
      record: { Last_Name: "Canary", Company: "Canary Ltd" },
    };
    const first = await findOrCreateRecord(crm, input);
    const second = await findOrCreateRecord(crm, input);
    expect(first).toMatchObject({ created: true, data: [{ Email: "canary.0@example.com" }] });
    expect(second).toMatchObject({
      created: false,
      id: first.id,
      data: [{ id: first.id, Last_Name: "Canary" }],
    });
    expect(await canaries()).toHaveLength(1);
  });

  test("what Zoho is told to run stands in the body", async () => {
    const crm = await sandbox.crm();
    const record = { Last_Name: "Burns", Company: "Canary Ltd" };
    await createRecord(crm, {
      recordType,
      record,
      triggers: ["none"],
      skipCadences: true,
      applyLayoutRules: true,
      approved: false,
    });
    await createRecord(crm, { recordType, record, triggers: ["workflow", "pathfinder"] });
    await createRecord(crm, { recordType, record });
    const bodies = (await sandbox.requests())
      .filter(({ method }) => method === "POST")
      .slice(-3)
      .map(({ body }) => body);
    expect(bodies).toMatchObject([
      {
        trigger: [],
        skip_feature_execution: [{ name: "cadences" }],
        apply_feature_execution: [{ name: "layout_rules" }],
        data: [{ $approved: false }],
      },
      { trigger: ["workflow", "pathfinder"] },
      {},
    ]);
    expect(bodies[2]).not.toHaveProperty("trigger");
  });
});

/*
 * The law of writing: whatever breaks on the way, every record has one outcome in its place, no insert
 * happens twice, and no outcome says other than what stands in Zoho.
 */
describe("under random faults", () => {
  const effects: Fault[] = [
    {
      effect: {
        status: 429,
        body: { code: "TOO_MANY_REQUESTS", details: {}, message: "concurrency", status: "error" },
      },
    },
    { effect: { reset: true } },
    { applied: true, effect: { reset: true } },
    {
      effect: {
        status: 500,
        body: { code: "INTERNAL_ERROR", details: {}, message: "Internal Server Error", status: "error" },
      },
    },
    { applied: true, effect: { status: 503, body: "<html>maintenance</html>" } },
    { applied: true, effect: { truncate: 30 } },
    { effect: { delayMs: 5 } },
  ];
  const storm = fc.array(
    fc.record({
      fault: fc.constantFrom(...effects),
      skip: fc.integer({ min: 0, max: 3 }),
      times: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 6 },
  );

  const holds = async (data: readonly Outcome[], records: JsonObject[], kind: "create" | "upsert") => {
    expect(data.map(({ index }) => index)).toEqual(records.map((_, index) => index));
    const held = await canaries();
    expect(held.length).toBe(new Set(held.map(({ Email }) => Email)).size);
    for (const { index, status, code, id } of data) {
      const stored = held.find(({ Email }) => Email === records[index]?.Email);
      if (status === "success") expect(stored?.id).toBe(id);
      else if (code !== "OUTCOME_UNKNOWN") expect([kind, code, stored]).toEqual([kind, code, undefined]);
    }
  };

  test.each<["create" | "upsert", boolean]>([
    ["create", false],
    ["create", true],
    ["upsert", false],
  ])(
    "%s (unique field: %p)",
    async (kind, unique) => {
      await fc.assert(
        fc.asyncProperty(
          storm,
          fc.integer({ min: 1, max: 450 }),
          fc.integer({ min: 1, max: 10 }),
          async (faults, count, concurrency) => {
            await sandbox.reset();
            await sandbox.clearFaults();
            const path = kind === "create" ? "^/crm/v8/Leads$" : "^/crm/v8/Leads/upsert$";
            await sandbox.fault(
              ...faults.map(({ fault, skip, times }) => ({ method: "POST", path, skip, times, ...fault })),
            );
            const crm = await sandbox.crm();
            const records = leads(count);
            const input = { recordType, records, concurrency, validate: false };
            const { data } =
              kind === "create"
                ? await createRecords(crm, { ...input, uniqueField: unique ? "Referral_Code" : undefined })
                : await upsertRecords(crm, input);
            await holds(data, records, kind);
          },
        ),
        runs(10),
      );
    },
    120_000,
  );

  test("400 creates one by one, with every kind of fault by chance", async () => {
    const path = "^/crm/v8/Leads$";
    await sandbox.fault(
      ...effects.map((fault) => ({ method: "POST", path, times: 1000, probability: 0.08, ...fault })),
    );
    const crm = await sandbox.crm();
    const records = leads(400);
    const outcomes: string[] = [];
    for (const record of records) {
      const created = createRecord(crm, { recordType, record, validate: false });
      outcomes.push(
        await created.then(
          () => "created",
          (error) => error.code,
        ),
      );
    }
    const held = new Set((await canaries()).map(({ Email }) => Email));
    expect(await canaries()).toHaveLength(held.size);
    for (const [index, outcome] of outcomes.entries()) {
      const isHeld = held.has(records[index]?.Email);
      expect(outcome === "created" ? isHeld : outcome === "OUTCOME_UNKNOWN" || !isHeld).toBe(true);
    }
    expect(new Set(outcomes)).toContain("OUTCOME_UNKNOWN");
    expect(outcomes.filter((outcome) => outcome === "created").length).toBeGreaterThan(200);
  }, 60_000);
});
