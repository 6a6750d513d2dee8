import { QuickClock } from "../../../../test/support/quickClock";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Crm } from "../crm";
import { massConvertLeads } from "../leads";
import { changeOwner, massDeleteRecords, massUpdateRecords } from "./massActions";
import { mergeRecords } from "./merge";
import { waitForJob } from "./waitForJob";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 30 } });
  await sandbox.clearLedger();
});

const recordType = "Leads";
const leads = () => sandbox.records("Leads");
const idsOf = async () => (await leads()).map(({ id }) => String(id));
const viewOf = (module: string, name: string) =>
  sandbox.world.crm.customViews.get(module)?.find((view) => view.name === name)?.id;
const allLeads = () => viewOf("Leads", "All Leads");
const ravi = () => String(sandbox.world.crm.staff.users[2]?.id);

describe("waiting for a job", () => {
  const answers = (...states: string[]) => {
    const left = [...states];
    return { id: "7", ask: async () => ({ Status: left.length > 1 ? left.shift() : left[0] }) };
  };

  test("pauses longer each time, up to 15 seconds, until the job is completed", async () => {
    const pauses: number[] = [];
    const clock = new QuickClock();
    const sleep = clock.sleep;
    clock.sleep = (ms) => {
      pauses.push(ms);
      return sleep(ms);
    };
    const crm = await sandbox.crm({ clock });
    const job = answers(...Array(9).fill("RUNNING"), "COMPLETED");
    expect(await waitForJob(crm, job, 600)).toEqual({ Status: "COMPLETED" });
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  test("ends when the time is over, with the state as it is", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock });
    expect(await waitForJob(crm, answers("QUEUED"), 10)).toEqual({ Status: "QUEUED" });
    expect(clock.slept).toBeLessThanOrEqual(10_000);
    expect(await waitForJob(crm, answers("SCHEDULED"), 0)).toEqual({ Status: "SCHEDULED" });
  });

  test("ends in time for the execution's own end", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock, deadlineAt: clock.now() + 20_000 });
    expect(await waitForJob(crm, answers("RUNNING"), 800)).toEqual({ Status: "RUNNING" });
    expect(clock.slept).toBeLessThanOrEqual(5_000);
  });

  test("reads states in either case, and a failed job is an error", async () => {
    const crm = await sandbox.crm();
    expect(await waitForJob(crm, { id: "7", ask: async () => ({ status: "completed" }) })).toEqual({
      status: "completed",
    });
    await expect(waitForJob(crm, answers("RUNNING", "FAILED"))).rejects.toMatchObject({
      code: "JOB_FAILED",
      kind: "unknown",
      details: { job_id: "7" },
    });
  });
});

describe("a job that Zoho does not know", () => {
  const unknown = {
    kind: "notFound",
    code: "NOT_FOUND",
    details: { job_id: "1" },
    message: expect.stringMatching(/the state of the job 1 .*Check the Job ID, and that the job is of this/),
  };
  const asks = {
    "mass update": (crm: Crm) => massUpdateRecords(crm, { recordType, jobId: "1" }),
    "mass delete": (crm: Crm) => massDeleteRecords(crm, { recordType, jobId: "1" }),
    "change of owner": (crm: Crm) => changeOwner(crm, { recordType, jobId: "1" }),
    "mass conversion": (crm: Crm) => massConvertLeads(crm, { jobId: "1" }),
    merging: (crm: Crm) => mergeRecords(crm, { recordType, recordId: "2", jobId: "1" }),
  };

  test.each(Object.entries(asks))("is an error at once: %s", async (_, ask) => {
    const crm = await sandbox.crm();
    await expect(ask(crm)).rejects.toMatchObject(unknown);
    await sandbox.fault({ method: "GET", path: "/actions/", effect: { status: 204 } });
    await sandbox.clearLedger();
    await expect(ask(crm)).rejects.toMatchObject(unknown);
    expect((await sandbox.ledger()).requests).toBe(1);
  });
});

describe("a custom view", () => {
  test("is updated by a job, whose counts are returned", async () => {
    const crm = await sandbox.crm();
    const result = await massUpdateRecords(crm, {
      recordType,
      customViewId: allLeads(),
      fieldValues: { City: "Bergen", Seats: "5" },
    });
    expect(result.data).toEqual([
      {
        Status: "COMPLETED",
        Total_Count: 30,
        Updated_Count: 30,
        Not_Updated_Count: 0,
        Failed_Count: 0,
        job_id: expect.any(String),
      },
    ]);
    expect(result.summary).toMatchObject({
      total: 30,
      succeeded: 30,
      failed: 0,
      requests: crm.ledger.requests,
    });
    expect((await leads()).every(({ City, Seats }) => City === "Bergen" && Seats === 5)).toBe(true);
  });

  test("is deleted by a job", async () => {
    const result = await massDeleteRecords(await sandbox.crm(), { recordType, customViewId: allLeads() });
    expect(result.summary).toMatchObject({ total: 30, succeeded: 30, failed: 0 });
    expect(await leads()).toEqual([]);
  });

  test("is given to another owner by a job", async () => {
    const result = await changeOwner(await sandbox.crm(), {
      recordType,
      customViewId: allLeads(),
      ownerId: ravi(),
    });
    expect(result.summary).toMatchObject({ total: 30, succeeded: 30 });
    expect((await leads()).map(({ Owner }) => Owner)).toContainEqual(expect.objectContaining({ id: ravi() }));
  });

  test("whose job takes longer gives the job, which can be asked for again", async () => {
    const crm = await sandbox.crm();
    const first = await massUpdateRecords(crm, {
      recordType,
      customViewId: allLeads(),
      record: { City: "Bergen" },
      waitSeconds: 0,
      failOnError: true,
    });
    expect(first.data).toMatchObject([{ Status: "SCHEDULED", Updated_Count: 0, Not_Updated_Count: 30 }]);
    expect(first.summary).toMatchObject({ total: 30, succeeded: 0, failed: 0 });
    const [{ job_id: jobId } = { job_id: "" }] = first.data as { job_id: string }[];
    await sandbox.clearLedger();
    const second = await massUpdateRecords(crm, { recordType, jobId });
    expect(second.data).toMatchObject([{ Status: "COMPLETED", Updated_Count: 30, job_id: jobId }]);
    expect(Object.keys((await sandbox.ledger()).routes)).toEqual(["GET /crm/v8/Leads/actions/mass_update"]);
  });

  test("keeps the job's id when its state cannot be read", async () => {
    await sandbox.fault({ method: "GET", path: "mass_update$", times: 100, effect: { status: 500 } });
    const attempt = massUpdateRecords(await sandbox.crm(), {
      recordType,
      customViewId: allLeads(),
      record: { City: "Bergen" },
    });
    await expect(attempt).rejects.toMatchObject({
      code: "INTERNAL_ERROR",
      details: { job_id: expect.stringMatching(/^\d+$/) },
      message: expect.stringMatching(/the state of the job \d+ .*Run the action again with this Job ID/),
    });
  });

  test("with failed records is an error when that is asked for", async () => {
    const [first] = await idsOf();
    await sandbox.fault({
      method: "GET",
      path: "mass_update$",
      effect: {
        status: 200,
        body: {
          data: [
            { Status: "COMPLETED", Total_Count: 2, Updated_Count: 1, Not_Updated_Count: 0, Failed_Count: 1 },
          ],
        },
      },
    });
    const input = { recordType, jobId: String(first), failOnError: true };
    await expect(massUpdateRecords(await sandbox.crm(), input)).rejects.toMatchObject({
      code: "RECORDS_FAILED",
    });
  });

  test("whose job is under way already is an error that says so", async () => {
    const crm = await sandbox.crm();
    const input = { recordType, customViewId: allLeads(), record: { City: "Bergen" }, waitSeconds: 0 };
    await massUpdateRecords(crm, input);
    await expect(massUpdateRecords(crm, input)).rejects.toMatchObject({
      code: "ALREADY_SCHEDULED",
      status: 202,
    });
  });

  test("is not started twice when it is unclear whether it was started", async () => {
    await sandbox.fault({ method: "POST", path: "mass_update$", applied: true, effect: { reset: true } });
    const attempt = massUpdateRecords(await sandbox.crm(), {
      recordType,
      customViewId: allLeads(),
      record: { City: "Bergen" },
    });
    await expect(attempt).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
    expect((await sandbox.ledger()).routes["POST /crm/v8/Leads/actions/mass_update"]).toBe(1);
  });
});

describe("records by id", () => {
  test("are updated 500 at a time, each with its outcome, in order", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 1001 } });
    const recordIds = await idsOf();
    recordIds.splice(3, 0, "1");
    const crm = await sandbox.crm();
    const { data, summary } = await massUpdateRecords(crm, {
      recordType,
      recordIds,
      fieldValues: { Seats: "7" },
    });
    expect(summary).toMatchObject({ total: 1002, succeeded: 1001, failed: 1 });
    expect(data[3]).toMatchObject({ index: 3, status: "error", code: "INVALID_DATA", id: "1" });
    expect(data.map(({ index }) => index)).toEqual(recordIds.map((_, index) => index));
    expect((await leads()).every(({ Seats }) => Seats === 7)).toBe(true);
    expect((await sandbox.ledger()).routes["POST /crm/v8/Leads/actions/mass_update"]).toBe(3);
  });

  test("are deleted and given to another owner in the same way", async () => {
    const [first = "", second = ""] = await idsOf();
    const crm = await sandbox.crm();
    const owned = await changeOwner(crm, {
      recordType,
      recordIds: [first],
      ownerId: ravi(),
      notify: true,
      relatedModules: ["Tasks"],
    });
    expect(owned.data).toMatchObject([{ status: "success", id: first, action: "update" }]);
    const deleted = await massDeleteRecords(crm, { recordType, recordIds: [second, "1"] });
    expect(deleted.data).toMatchObject([
      { status: "success", id: second, action: "delete" },
      { status: "error", id: "1" },
    ]);
    const left = await leads();
    expect(left.find(({ id }) => id === first)?.Owner).toMatchObject({ id: ravi() });
    expect(left.map(({ id }) => id)).not.toContain(second);
  });

  test("fail alone where Zoho refuses all for one", async () => {
    const [first = "", second = ""] = await idsOf();
    const crm = await sandbox.crm();
    const owned = await changeOwner(crm, { recordType, recordIds: [first, "x", second], ownerId: ravi() });
    expect(owned.data.map((row) => row.code)).toEqual(["SUCCESS", "INVALID_DATA", "SUCCESS"]);
    const deleted = await massDeleteRecords(crm, { recordType, recordIds: ["x", first, "y", second] });
    expect(deleted.data.map((row) => row.status)).toEqual(["error", "success", "error", "success"]);
    expect((await sandbox.ledger()).routes["POST /crm/v8/Leads/actions/mass_delete"]).toBe(3);
  });

  test("fail the step when that is asked for, after all were attempted", async () => {
    const [first = ""] = await idsOf();
    const input = { recordType, recordIds: ["1", first], record: { City: "Bergen" }, failOnError: true };
    await expect(massUpdateRecords(await sandbox.crm(), input)).rejects.toMatchObject({
      code: "RECORDS_FAILED",
    });
    expect((await leads())[0]?.City).toBe("Bergen");
  });
});

test.each<[string, () => object, RegExp]>([
  ["no records", () => ({}), /Exactly one of Record IDs, Custom View ID and Job ID/],
  ["records and a view", () => ({ recordIds: ["1"], customViewId: "2" }), /Exactly one of/],
  ["no values", () => ({ recordIds: ["1"] }), /at least one field to set/],
  [
    "a value of another type",
    () => ({ recordIds: ["1"], record: { Seats: "many" } }),
    /Seats: expected a whole number/,
  ],
])("mass update refuses %s before it is sent", async (_, input, message) => {
  await expect(massUpdateRecords(await sandbox.crm(), { recordType, ...input() })).rejects.toThrow(message);
  expect((await sandbox.ledger()).routes["POST /crm/v8/Leads/actions/mass_update"]).toBeUndefined();
});

test("change of owner refuses what Zoho has no place for", async () => {
  const crm = await sandbox.crm();
  await expect(changeOwner(crm, { recordType, recordIds: ["1"] })).rejects.toThrow(/Owner ID/);
  const withView = { recordType, customViewId: "1", ownerId: "2", notify: true };
  await expect(changeOwner(crm, withView)).rejects.toThrow(/go with Record IDs only/);
  expect(crm.ledger.requests).toBe(0);
});

describe("merging", () => {
  const contacts = async () => (await sandbox.records("Contacts")).map(({ id }) => String(id));

  test("one record is done at once, and the named fields win", async () => {
    const [master, other] = await sandbox.records("Contacts");
    const [recordId, mergeId] = [String(master?.id), String(other?.id)];
    const crm = await sandbox.crm();
    const { merge } = await mergeRecords(crm, {
      recordType: "Contacts",
      recordId,
      mergeIds: [mergeId],
      fieldsFrom: { Phone: mergeId, Email: recordId },
    });
    expect(merge).toMatchObject([{ code: "SUCCESS", details: { id: recordId } }]);
    const merged = (await sandbox.records("Contacts")).find(({ id }) => id === recordId);
    expect([merged?.Phone, merged?.Email]).toEqual([other?.Phone, master?.Email]);
  });

  test("two are a job, which can be asked for again", async () => {
    const [recordId = "", ...others] = await contacts();
    const crm = await sandbox.crm();
    const input = { recordType: "Contacts", recordId, mergeIds: others.slice(0, 2) };
    const { merge } = await mergeRecords(crm, { ...input, waitSeconds: 0 });
    expect(merge).toEqual([{ job_id: expect.any(String), status: "SCHEDULED" }]);
    const jobId = String(merge[0]?.job_id);
    expect(await mergeRecords(crm, { recordType: "Contacts", recordId, jobId })).toEqual({
      merge: [{ job_id: jobId, status: "completed" }],
    });
    expect(await contacts()).toHaveLength(others.length - 1);
  });

  test("refuses what cannot be merged before it is sent", async () => {
    const crm = await sandbox.crm();
    const input = { recordType: "Contacts", recordId: "1" };
    for (const mergeIds of [[], ["1"], ["2", "3", "4"]]) {
      await expect(mergeRecords(crm, { ...input, mergeIds })).rejects.toThrow(/one or two records besides/);
    }
    const stray = { ...input, mergeIds: ["2"], fieldsFrom: { Phone: "3" } };
    await expect(mergeRecords(crm, stray)).rejects.toThrow(/Phone names a record that is not merged/);
    expect(crm.ledger.requests).toBe(0);
  });

  test("tells Zoho's refusal inside the list", async () => {
    const [recordId = ""] = await contacts();
    const attempt = mergeRecords(await sandbox.crm(), { recordType: "Contacts", recordId, mergeIds: ["1"] });
    await expect(attempt).rejects.toMatchObject({ code: "INVALID_DATA", product: "crm" });
  });
});
