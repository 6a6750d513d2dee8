import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { getSharedRecord, lockRecord, revokeSharedRecord, shareRecord, unlockRecord } from "../sharing";
import { getBlueprint, updateBlueprint } from "./blueprint";
import { cloneRecord } from "./clone";
import { getDeletedRecords, getFullData, getRecordTimeline, getStageHistory } from "./history";
import { createRecord } from "./write/create";
import { removeRecords, updateRecord } from "./write/update";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 3, Cases: 0 } });
  await sandbox.clearLedger();
});

const recordType = "Leads";
const idOf = ({ data }: { data: readonly JsonObject[] }) => textAt(data[0]?.details, "id") ?? "";
const newLead = async (more: JsonObject = {}) =>
  idOf(
    await createRecord(await sandbox.crm(), {
      recordType,
      record: { Last_Name: "Burns", Company: "ABC", ...more },
    }),
  );
const stored = async (id: string) => (await sandbox.records(recordType)).find((record) => record.id === id);

describe("a clone", () => {
  test("has the values of its original, but for those that are given, typed", async () => {
    const recordId = await newLead({ City: "Paris", Seats: 1 });
    const clone = await cloneRecord(await sandbox.crm(), {
      recordType,
      recordId,
      fieldValues: { Seats: "5" },
      triggers: ["none"],
    });
    expect(await stored(idOf(clone))).toMatchObject({ Last_Name: "Burns", City: "Paris", Seats: 5 });
    expect((await sandbox.requests()).at(-1)?.body).toEqual({ data: [{ Seats: 5 }], trigger: [] });
  });

  test("needs no values, and Zoho's refusal is an error", async () => {
    const recordId = await newLead({ Referral_Code: "R-1" });
    const crm = await sandbox.crm();
    await expect(cloneRecord(crm, { recordType, recordId })).rejects.toMatchObject({
      code: "DUPLICATE_DATA",
    });
    const clone = await cloneRecord(crm, { recordType, recordId, record: { Referral_Code: "R-2" } });
    expect(clone.data).toMatchObject([{ code: "SUCCESS", message: "record added" }]);
    await expect(cloneRecord(crm, { recordType, recordId, record: { Seats: "x" } })).rejects.toThrow(/Seats/);
  });

  test("is not made twice when it is unclear whether it was made", async () => {
    const recordId = await newLead();
    await sandbox.fault({ path: "actions/clone$", applied: true, effect: { reset: true } });
    await expect(cloneRecord(await sandbox.crm(), { recordType, recordId })).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
    });
    expect(await sandbox.records(recordType)).toHaveLength(5);
  });
});

describe("deleted records", () => {
  test.each([0, 200, 201, 2001])("%p of them are read to the end", async (count) => {
    await sandbox.reset({ seed: 1, records: { Leads: count } });
    const crm = await sandbox.crm();
    const recordIds = (await sandbox.records(recordType)).map(({ id }) => String(id));
    if (count > 0) await removeRecords(crm, { recordType, recordIds });
    const { data, info } = await getDeletedRecords(crm, { recordType, type: "recycle", fetchAll: true });
    expect(data.map(({ id }) => id).sort()).toEqual(recordIds.sort());
    expect(info).toMatchObject({ count, more_records: false });
  });

  test("are listed since a time, by kind and by page", async () => {
    const [first, second] = [await newLead(), await newLead()];
    const crm = await sandbox.crm();
    await removeRecords(crm, { recordType, recordIds: [first] });
    await sandbox.advance(60);
    const since = `${new Date(sandbox.world.clock.now() - 30_000).toISOString().slice(0, 19)}+00:00`;
    await removeRecords(crm, { recordType, recordIds: [second] });
    const idsIn = async (input: object) =>
      (await getDeletedRecords(crm, { recordType, ...input })).data.map(({ id }) => id);
    expect(await idsIn({ since })).toEqual([second]);
    expect(await idsIn({ type: "permanent" })).toEqual([]);
    expect(await idsIn({ page: 2, per_page: 1 })).toEqual([first]);
  });
});

describe("rich texts", () => {
  const Proposal = "x".repeat(2_000);
  const asked = async () =>
    (await sandbox.requests()).filter(({ path }) => String(path).endsWith("/fetch_full_data"));
  /** What is answered, and for what Zoho was asked. */
  async function read(input: Omit<Parameters<typeof getFullData>[1], "recordType">, module = recordType) {
    const before = (await asked()).length;
    const { data } = await getFullData(await sandbox.crm(), { recordType: module, ...input });
    return { data, queries: (await asked()).slice(before).map(({ query }) => query) };
  }

  test("are given in full, by their names in the module where none is named", async () => {
    const [id, other] = [await newLead({ Proposal }), await newLead({ Description: "Plain" })];
    expect(await read({ recordIds: [id, other] })).toEqual({
      data: [{ id, Proposal }, { id: other }],
      queries: [{ ids: `${id},${other}`, fields: "Proposal" }],
    });
  });

  test("of more fields than Zoho takes come together again, record by record", async () => {
    const recordIds = [await newLead({ Proposal }), await newLead({ Proposal: "Short" })];
    const others = Array.from({ length: 8 }, (_, index) => `Text_${index}`);
    expect(await read({ recordIds, fields: [...others, "Proposal"] })).toEqual({
      data: [
        { id: recordIds[0], Proposal },
        { id: recordIds[1], Proposal: "Short" },
      ],
      queries: [others.join(","), "Proposal"].map((fields) => ({ ids: recordIds.join(","), fields })),
    });
  });

  test("of a module that has none are nothing, and nothing is asked for", async () => {
    expect(await read({ recordIds: ["1"] }, "Tasks")).toEqual({ data: [], queries: [] });
  });
});

describe("a timeline", () => {
  test("tells what changed, and is read to the end", async () => {
    const recordId = await newLead({ City: "Paris" });
    const crm = await sandbox.crm();
    for (let number = 0; number < 203; number += 1)
      await sandbox.writeAsOther(recordType, [{ id: recordId, City: `City ${number}` }]);
    const all = await getRecordTimeline(crm, { recordType, recordId, fetchAll: true });
    expect([all.__timeline.length, all.info.more_records]).toEqual([204, false]);
    expect(all.__timeline[0]).toMatchObject({
      action: "updated",
      field_history: [{ api_name: "City", _value: { new: "City 202" } }],
    });
    const first = await getRecordTimeline(crm, { recordType, recordId, per_page: 2, sort_order: "asc" });
    expect(first.__timeline).toMatchObject([{ action: "added" }, { action: "updated" }]);
    const page_token = String(first.info.next_page_token);
    const next = await getRecordTimeline(crm, {
      recordType,
      recordId,
      per_page: 2,
      sort_order: "asc",
      page_token,
    });
    expect(next.info).toMatchObject({ page: 2, count: 2 });
  });

  test("is empty for a record of which nothing is told", async () => {
    const [lead] = await sandbox.records(recordType);
    expect(await getRecordTimeline(await sandbox.crm(), { recordType, recordId: String(lead?.id) })).toEqual({
      __timeline: [],
      info: { count: 0, more_records: false },
    });
  });
});

describe("the history of a deal's stages", () => {
  const newDeal = async (crm: Crm) =>
    idOf(
      await createRecord(crm, {
        recordType: "Deals",
        record: { Deal_Name: "Zylker", Stage: "Qualification", Closing_Date: "2026-06-30" },
      }),
    );
  const stagesOf = (rows: readonly JsonObject[]) =>
    rows.map(({ Stage, Moved_To__s }) => [Stage, Moved_To__s]);

  test("has each stage in turn, and where the deal is at the end, for one request", async () => {
    const crm = await sandbox.crm();
    const recordId = await newDeal(crm);
    // The first two moves are of one second.
    for (const [Stage, seconds] of [
      ["Needs Analysis", 0],
      ["Qualification", 3],
      ["Closed Won", 0],
    ] as const) {
      await sandbox.advance(seconds);
      await updateRecord(crm, { recordType: "Deals", recordId, record: { Stage } });
    }
    await sandbox.clearLedger();
    const { data, info } = await getStageHistory(crm, { recordId });
    expect(stagesOf(data)).toEqual([
      ["Qualification", "Needs Analysis"],
      ["Needs Analysis", "Qualification"],
      ["Qualification", "Closed Won"],
      ["Closed Won", null],
    ]);
    expect(info).toMatchObject({ count: 4, more_records: false });
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  test("is in turn whatever order and offset Zoho's rows have", async () => {
    const row = (id: string, Stage: string, Modified_Time: string) => ({ id, Stage, Modified_Time });
    const data = [
      row("10", "C", "2026-03-02T09:00:00+05:30"),
      row("7", "A", "2026-03-01T23:00:00-04:00"),
      row("9", "B", "2026-03-02T09:00:00+05:30"),
    ];
    const info = { per_page: 200, count: 3, page: 1, more_records: false };
    await sandbox.fault({ path: "Stage_History$", effect: { status: 200, body: { data, info } } });
    const history = await getStageHistory(await sandbox.crm(), { recordId: "1", fields: ["Stage"] });
    expect(history.data.map(({ Stage }) => Stage)).toEqual(["A", "B", "C"]);
  });
});

describe("a blueprint", () => {
  const newCase = async (more: JsonObject = {}) => {
    const record = { Subject: "Broken", Status: "New", Case_Origin: "Web", ...more };
    return {
      recordType: "Cases",
      recordId: idOf(await createRecord(await sandbox.crm(), { recordType: "Cases", record })),
    };
  };
  const status = async (recordId: string) =>
    (await sandbox.records("Cases")).find(({ id }) => id === recordId)?.Status;

  test("is given as Zoho describes it, and in short with what each transition lacks", async () => {
    const { blueprint, transitions } = await getBlueprint(
      await sandbox.crm(),
      await newCase({ Priority: "High" }),
    );
    expect(blueprint.process_info).toMatchObject({ field_value: "New" });
    expect(transitions).toMatchObject([
      {
        name: "Wait for the customer",
        next_field_value: "On Hold",
        mandatory_fields: ["Case_Reason"],
        missing_fields: ["Case_Reason"],
      },
      {
        name: "Escalate",
        mandatory_fields: ["Priority", "Description"],
        missing_fields: ["Description"],
        available: true,
      },
    ]);
  });

  test("moves on by a transition's name or id", async () => {
    const crm = await sandbox.crm();
    const record = await newCase();
    await updateBlueprint(crm, {
      ...record,
      transition: "wait for the CUSTOMER",
      fieldValues: { Case_Reason: "New problem" },
    });
    expect(await status(record.recordId)).toBe("On Hold");
    const { transitions } = await getBlueprint(crm, record);
    const resume = transitions.find(({ name }) => name === "Resume");
    const made = await updateBlueprint(crm, { ...record, transition: String(resume?.id) });
    expect(made).toEqual({
      code: "SUCCESS",
      details: {},
      message: "transition updated successfully",
      status: "success",
    });
    expect(await status(record.recordId)).toBe("New");
  });

  test.each([
    [
      "a transition that is not open",
      { transition: "Close" },
      /Close is not open to the record. Open are Wait for the customer \(\d+\), Escalate/,
    ],
    ["a transition that lacks a field", { transition: "Escalate" }, /Escalate needs Priority, Description/],
    [
      "a value of another type",
      { transition: "Escalate", record: { Priority: {}, Description: "x" } },
      /Priority/,
    ],
  ])("refuses %s before it is half made", async (_, input, message) => {
    const record = await newCase();
    await expect(updateBlueprint(await sandbox.crm(), { ...record, ...input })).rejects.toThrow(message);
    expect(await status(record.recordId)).toBe("New");
  });

  test("that Zoho saves in part is an error, for the record stays where it is", async () => {
    const record = await newCase();
    const body = { code: "SUCCESS", details: {}, message: "transition saved partially", status: "success" };
    await sandbox.fault({ method: "PUT", path: "blueprint$", effect: { status: 200, body } });
    const attempt = updateBlueprint(await sandbox.crm(), {
      ...record,
      transition: "Wait for the customer",
      record: { Case_Reason: "New problem" },
    });
    await expect(attempt).rejects.toMatchObject({ code: "TRANSITION_INCOMPLETE" });
  });

  test("of a record that is in none is Zoho's error", async () => {
    const recordId = await newLead();
    await expect(getBlueprint(await sandbox.crm(), { recordType, recordId })).rejects.toMatchObject({
      code: "RECORD_NOT_IN_PROCESS",
    });
  });
});

test("a lock keeps a record as it is until it is ended", async () => {
  const recordId = await newLead();
  const crm = await sandbox.crm();
  expect((await lockRecord(crm, { recordType, recordId, lockReason: "Audit" })).data).toMatchObject([
    { code: "SUCCESS" },
  ]);
  const change = () => updateRecord(crm, { recordType, recordId, record: { City: "Rome" } });
  await expect(change()).rejects.toMatchObject({ code: "RECORD_LOCKED" });
  await expect(lockRecord(crm, { recordType, recordId, lockReason: "Again" })).rejects.toMatchObject({
    code: "NOT_ALLOWED",
    status: 403,
    kind: "input",
  });
  await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true, applied: true } });
  expect(await unlockRecord(crm, { recordType, recordId })).toMatchObject({ data: [{ status: "success" }] });
  await change();
  await expect(unlockRecord(crm, { recordType, recordId })).rejects.toMatchObject({
    code: "RECORD_NOT_LOCKED",
    kind: "notFound",
  });
});

describe("sharing", () => {
  const users = () => sandbox.world.crm.staff.users.map(({ id }) => id);

  test("is with those that are named, is told, and ends", async () => {
    const record = { recordType, recordId: await newLead() };
    const [, jane = "", ravi = ""] = users();
    const crm = await sandbox.crm();
    expect(await getSharedRecord(crm, record)).toEqual({ share: [] });
    const input = {
      ...record,
      sharedWithType: "users" as const,
      sharedWithIds: [jane, ravi],
      permission: "read_write" as const,
    };
    expect((await shareRecord(crm, { ...input, notifySharedMembers: true })).share).toHaveLength(2);
    expect((await getSharedRecord(crm, record)).share).toMatchObject([
      { shared_with: { id: jane }, permission: "read_write", type: "private" },
      { shared_with: { id: ravi } },
    ]);
    expect((await revokeSharedRecord(crm, record)).share).toMatchObject({ message: "Sharing Revoked" });
    await expect(revokeSharedRecord(crm, record)).rejects.toMatchObject({
      code: "CANNOT_PROCESS",
      kind: "conflict",
    });
    await shareRecord(crm, input);
    await sandbox.fault({ method: "DELETE", times: 1, applied: true, effect: { reset: true } });
    expect((await revokeSharedRecord(crm, record)).share).toMatchObject({ status: "success" });
  });

  test("that Zoho refuses for one of several is an error", async () => {
    const [, jane = ""] = users();
    const record = { recordType, recordId: await newLead() };
    const input = {
      ...record,
      sharedWithType: "users" as const,
      sharedWithIds: [jane, "1"],
      permission: "read_only" as const,
    };
    await expect(shareRecord(await sandbox.crm(), input)).rejects.toMatchObject({
      code: "INVALID_DATA",
      message: expect.stringContaining("invalid user Id (users: 1). Shares of the request that were made: 1"),
    });
    expect((await getSharedRecord(await sandbox.crm(), record)).share).toMatchObject([
      { shared_with: { id: jane } },
    ]);
  });

  test.each([
    ["users", 10],
    ["groups", 5],
    ["roles", 5],
  ] as const)(
    "with %s is with %d at most, as the page about it says, told before it is sent",
    async (sharedWithType, limit) => {
      const crm = await sandbox.crm();
      for (const sharedWithIds of [[], Array(limit + 1).fill("1")]) {
        const input = {
          recordType,
          recordId: "1",
          sharedWithType,
          sharedWithIds,
          permission: "read_only" as const,
        };
        await expect(shareRecord(crm, input)).rejects.toThrow(`1 to ${limit} IDs`);
      }
      expect(crm.ledger.requests).toBe(0);
    },
  );
});
