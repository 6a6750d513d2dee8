import { HostileLeads } from "../../../../../test/hostile/leads";
import { QuickClock } from "../../../../../test/support/quickClock";
import type { JsonObject } from "../../../core/json";
import { addTags } from "../../tags";
import { createRecords } from "./create";
import { removeRecords, updateRecord, updateRecords } from "./update";
import { upsertRecord, upsertRecords } from "./upsert";

const server = new HostileLeads();
beforeAll(() => server.open());
afterAll(() => server.close());
beforeEach(() => server.clear());

const recordType = "Leads";
const leads = (count: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ Last_Name: `Lead ${index}`, Code: `c${index}` }));
const refusal = (status: number, code: string, details: JsonObject = {}) => ({
  status,
  body: { code, details, message: "no", status: "error" },
});

describe("an item that failed", () => {
  test.each([["items" as const], ["itemsAfter" as const]])(
    "with INTERNAL_ERROR is not inserted again: %s",
    async (mishap) => {
      server.mishaps = [mishap];
      const { data } = await createRecords(server.crm(), { recordType, records: leads(3) });
      expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "OUTCOME_UNKNOWN", "SUCCESS"]);
      expect(data[1]?.details).toMatchObject({ cause: "INTERNAL_ERROR" });
      expect(server.writes).toHaveLength(1);
    },
  );

  test("with INTERNAL_ERROR is looked up by a unique field", async () => {
    server.mishaps = ["itemsAfter"];
    const { summary } = await createRecords(server.crm(), {
      recordType,
      records: leads(4),
      uniqueField: "Code",
    });
    expect(summary).toMatchObject({ succeeded: 4 });
    expect(server.held).toHaveLength(4);
  });

  test("with INTERNAL_ERROR is updated again, alone", async () => {
    const records = leads(2).map((record) => ({ id: server.put(record), Note: "new" }));
    server.mishaps = ["items"];
    expect((await updateRecords(server.crm(), { recordType, records })).summary).toMatchObject({
      succeeded: 2,
    });
    expect(server.writes.map(({ body }) => body.data)).toEqual([records, [records[1]]]);
  });

  test("that was turned away unread is sent again, an insert too", async () => {
    server.mishaps = ["throttledItems"];
    const { summary } = await createRecords(server.crm(), { recordType, records: leads(4) });
    expect(summary).toMatchObject({ succeeded: 4 });
    expect(server.held).toHaveLength(4);
  });

  test("more often than it is sent again is unknown, and not refused", async () => {
    const records = leads(2).map((record) => ({ id: server.put(record), Note: "new" }));
    server.mishaps = ["items"];
    server.rules = {
      instead: ({ body }) =>
        Array.isArray(body.data) && body.data.length === 1
          ? {
              status: 200,
              body: { data: [{ status: "error", code: "INTERNAL_ERROR", message: "no", details: {} }] },
            }
          : undefined,
    };
    const { data } = await updateRecords(server.crm(), { recordType, records });
    expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "OUTCOME_UNKNOWN"]);
    expect(server.writes).toHaveLength(3);
  });
});

describe("a mixed batch is told by its items", () => {
  const success = (id: string) => ({
    status: "success",
    code: "SUCCESS",
    message: "record added",
    details: { id },
  });
  const duplicate = (details: JsonObject) => ({
    status: "error",
    code: "DUPLICATE_DATA",
    message: "duplicate data",
    details,
  });

  test.each([[200], [201], [202], [207], [400]])("with the status %i", async (status) => {
    const data = [success("1"), duplicate({ api_name: "Code", id: "7" })];
    server.rules = { instead: ({ method }) => (method === "POST" ? { status, body: { data } } : undefined) };
    const result = await createRecords(server.crm(), { recordType, records: leads(2) });
    expect(result.data).toMatchObject([
      { status: "success", id: "1" },
      { status: "error", code: "DUPLICATE_DATA", id: "7" },
    ]);
    expect(server.writes).toHaveLength(1);
  });

  const record = { id: "7", module: { api_name: "Leads", id: "1" } };
  test.each<[string, JsonObject]>([
    ["with its id alone", duplicate({ api_name: "Code", id: "7" })],
    [
      "with the record and its module",
      duplicate({ api_name: "Code", json_path: "$.data[0].Code", duplicate_record: record }),
    ],
    [
      "among several errors",
      {
        status: "error",
        code: "MULTIPLE_OR_MULTI_ERRORS",
        message: "Multiple errors in the request",
        details: { errors: [duplicate({ api_name: "Code", duplicate_record: record })] },
      },
    ],
  ])("a duplicate %s carries the id of the record it collided with", async (_, item) => {
    server.rules = {
      instead: ({ method }) => (method === "POST" ? { status: 400, body: { data: [item] } } : undefined),
    };
    const { data } = await createRecords(server.crm(), { recordType, records: leads(1) });
    expect(data[0]).toMatchObject({ status: "error", id: "7" });
  });

  test("and the flat refusal of a gone record is its own, not another failure", async () => {
    const flat = refusal(400, "INVALID_DATA", { resource_path_index: 1 });
    server.rules = { instead: ({ method }) => (method === "PUT" ? flat : undefined) };
    const call = updateRecord(server.crm(), { recordType, recordId: "1", record: { Note: "x" } });
    await expect(call).rejects.toMatchObject({ code: "INVALID_DATA", details: { resource_path_index: 1 } });
  });
});

describe("limits", () => {
  const post = (answer: (count: number) => ReturnType<typeof refusal> | undefined) => ({
    instead: ({ method, body }: { method: string; body: JsonObject }) =>
      method === "POST" && Array.isArray(body.data) ? answer(body.data.length) : undefined,
  });

  test("that sending fewer cannot mend cost one request a chunk", async () => {
    server.rules = post(() => refusal(400, "LIMIT_EXCEEDED", { limit: 100_000 }));
    const { summary, data } = await createRecords(server.crm(), { recordType, records: leads(300) });
    expect(data.every(({ code }) => code === "LIMIT_EXCEEDED")).toBe(true);
    expect(summary).toMatchObject({ failed: 300, requests: 4 });
  });

  test("of a request's size are met by halves", async () => {
    server.rules = post((count) => (count > 30 ? ({ status: 413, body: undefined } as never) : undefined));
    const { summary } = await createRecords(server.crm(), { recordType, records: leads(100) });
    expect(summary).toMatchObject({ succeeded: 100 });
    expect(server.writes.map(({ body }) => (body.data as unknown[]).length)).toEqual([
      100, 50, 25, 25, 50, 25, 25,
    ]);
  });

  test("of what one request should hold are kept before anything is sent", async () => {
    const records = leads(4).map((record) => ({ ...record, Note: "x".repeat(10 * 1024 * 1024) }));
    const { summary } = await createRecords(server.crm(), { recordType, records, validate: false });
    expect(summary).toMatchObject({ succeeded: 4 });
    expect(server.writes.map(({ body }) => (body.data as unknown[]).length)).toEqual([2, 2]);
  });

  test("of the client are a record that was not attempted, beside others that were", async () => {
    const records: JsonObject[] = leads(2);
    records.push({ Last_Name: "Large", Note: "x".repeat(121 * 1024 * 1024) });
    const { data } = await createRecords(server.crm(), { recordType, records, validate: false });
    expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "SUCCESS", "NOT_ATTEMPTED"]);
  }, 30_000);

  test("of the execution's time, met in a queue, leave records unattempted", async () => {
    const clock = new QuickClock();
    const crm = server.crm({ clock, deadlineAt: clock.now() + 60_000 });
    server.mishaps = ["throttled", "throttled", "throttled", "throttled", "throttled"];
    server.rules = {
      instead: ({ method }) => {
        if (method === "POST") clock.slept += 61_000;
        return method === "POST" ? refusal(429, "TOO_MANY_REQUESTS") : undefined;
      },
    };
    const { data } = await createRecords(crm, {
      recordType,
      records: leads(150),
      validate: false,
      concurrency: 1,
    });
    expect(new Set(data.slice(100).map(({ code }) => code))).toEqual(new Set(["NOT_ATTEMPTED"]));
  });
});

describe("an upsert", () => {
  const late = (ms: number, count: number) => {
    server.mishaps = Array(count).fill(`late ${ms}`);
  };

  test("of many records has a time that suits them", async () => {
    late(250, 1);
    const { summary } = await upsertRecords(server.crm({ timeoutMs: 150 }), {
      recordType,
      records: leads(11),
    });
    expect(summary).toMatchObject({ succeeded: 11 });
    expect(server.writes).toHaveLength(1);
  });

  test("by a field that is not unique is unknown after a time-out, and not sent again beside itself", async () => {
    late(250, 1);
    const record = { Last_Name: "Lead", Email: "a@b.cd" };
    const call = upsertRecord(server.crm({ timeoutMs: 100 }), { recordType, record });
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.writes).toHaveLength(1);
  });

  test.each([["lostAfter" as const], ["503After" as const]])(
    "whose answer was lost says what is known: added or updated (%s)",
    async (mishap) => {
      server.mishaps = [mishap];
      const { data } = await upsertRecords(server.crm(), { recordType, records: leads(1) });
      expect(data[0]).toMatchObject({ status: "success", id: server.held[0]?.id });
      expect(data[0]).not.toHaveProperty("action");
      expect(data[0]?.message).toMatch(/added or updated/);
    },
  );

  test("that was never carried out before says that it added", async () => {
    server.mishaps = ["lostBefore"];
    const { data } = await upsertRecords(server.crm(), { recordType, records: leads(1) });
    expect(data[0]).toMatchObject({ status: "success", action: "insert" });
  });
});

describe("one bad id", () => {
  test.each([[".."], ["."], ["x/../y"]])("%s is the failure of its own record alone", async (bad) => {
    const id = server.put({ Last_Name: "Lead", Code: "A" });
    const { data } = await removeRecords(server.crm(), { recordType, recordIds: [bad, id, bad] });
    expect(data.map(({ status }) => status)).toEqual(["error", "success", "error"]);
    const removals = server.writes.map(({ path }) => new URL(path, "http://zoho").searchParams.get("ids"));
    expect(removals).toEqual([id]);
    server.rules = {
      instead: () => ({
        status: 200,
        body: { data: [{ status: "success", code: "SUCCESS", details: { id: "1" }, message: "" }] },
      }),
    };
    const external = await removeRecords(server.crm(), {
      recordType,
      recordIds: ["a", "..", "b"],
      externalIdField: "Code",
    });
    expect(external.data.map(({ status, code }) => [status, code])).toEqual([
      ["success", "SUCCESS"],
      ["error", "INVALID_INPUT"],
      ["success", "SUCCESS"],
    ]);
  });

  test("leaves an outcome for each of the records that are tagged", async () => {
    server.rules = {
      instead: ({ body }) => ({
        status: 207,
        body: {
          data: (body.ids as string[]).map((id) =>
            id === ".."
              ? {
                  status: "error",
                  code: "INVALID_DATA",
                  message: "the id given seems to be invalid",
                  details: { id },
                }
              : {
                  status: "success",
                  code: "SUCCESS",
                  message: "tags updated successfully",
                  details: { id, tags: ["hot"] },
                },
          ),
        },
      }),
    };
    const { data } = await addTags(server.crm(), { recordType, recordIds: ["1", "..", "2"], tags: ["hot"] });
    expect(data.map(({ status }) => status)).toEqual(["success", "error", "success"]);
  });
});

test("a key without a value takes nothing from the record, and clears nothing", async () => {
  const recordId = server.put({ Last_Name: "Lead", Note: "old", Email: "a@b.cd" });
  await updateRecord(server.crm(), {
    recordType,
    recordId,
    record: { Last_Name: "New" },
    dynamicValues: { Email: undefined },
    fieldValues: { Last_Name: undefined, Note: undefined },
  });
  expect(server.held).toEqual([{ id: recordId, Last_Name: "New", Note: "old", Email: "a@b.cd" }]);
});
