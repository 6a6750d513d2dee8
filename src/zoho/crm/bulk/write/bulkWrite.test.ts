import { startSandbox, type TestSandbox } from "../../../../../test/support/sandbox";
import type { JsonObject } from "../../../core/json";
import type { Crm } from "../../crm";
import { type BulkWriteInput, bulkWrite, downloadBulkWrite, startBulkWrite } from "./bulkWrite";
import type { Limits } from "./chunks";
import { getBulkWriteJob } from "./job";

let sandbox: TestSandbox;
let crm: Crm;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 12 } });
  await sandbox.behaviours({ bulkResultOrder: "sent", bulkResultUrl: "relative" });
  await sandbox.clearLedger();
  crm = await sandbox.crm();
});

const write = (input: Partial<BulkWriteInput>, limits?: Limits) =>
  bulkWrite(crm, { recordType: "Leads", operation: "insert", ...input }, limits);

const lead = (number: number, more: JsonObject = {}): JsonObject => ({
  Last_Name: `Lead ${number}`,
  Company: "Zylker",
  ...more,
});
const leads = (count: number) => Array.from({ length: count }, (_, number) => lead(number));
const inSmallFiles: Limits = { rows: 4, bytes: 100_000 };
const storedNames = async () => (await sandbox.records("Leads")).map(({ Last_Name }) => Last_Name);
const jobsStarted = async () => (await sandbox.ledger()).routes["POST /crm/bulk/v8/write"] ?? 0;
const storedById = async (id: unknown) => (await sandbox.records("Leads")).find((row) => row.id === id);

test("records are written with the values that they have, and each has its outcome and its id", async () => {
  const [owner] = await sandbox.records("Leads");
  const records = [
    lead(1, {
      Annual_Revenue: "1234.5",
      Email_Opt_Out: true,
      Owner: owner?.Owner,
      Description: 'He said "no",\nand left; häßlich',
    }),
    { Company: "Nameless" },
    lead(2, { "Annual Revenue": "no number" }),
    lead(3, { Email: "ada@example.com" }),
  ];
  const { data, summary, jobs } = await write({ records });
  expect(data.map(({ index, status, code }) => [index, status, code])).toEqual([
    [0, "success", "SUCCESS"],
    [1, "error", "MANDATORY_NOT_FOUND"],
    [2, "error", "INVALID_DATA"],
    [3, "success", "SUCCESS"],
  ]);
  expect(summary).toMatchObject({ total: 4, succeeded: 2, failed: 2 });
  expect(data[0]).toMatchObject({
    action: "insert",
    message: "record added",
    details: { job_id: jobs[0]?.job_id },
  });
  expect(await storedById(data[0]?.id)).toMatchObject({
    Annual_Revenue: 1234.5,
    Email_Opt_Out: true,
    Description: 'He said "no",\nand left; häßlich',
  });
  expect(jobs).toEqual([{ job_id: expect.any(String), state: "COMPLETED", count: 2 }]);
});

test("many records go in as many files as it takes, at 500 credits each, and every outcome is its own", async () => {
  const { data, jobs } = await write({ records: leads(11) }, inSmallFiles);
  expect(jobs.map(({ count }) => count)).toEqual([4, 4, 3]);
  const names = await Promise.all(data.map(async ({ id }) => (await storedById(id))?.Last_Name));
  expect(names).toEqual(leads(11).map(({ Last_Name }) => Last_Name));
  const { credits } = await sandbox.ledger();
  expect(credits).toBeGreaterThanOrEqual(1500);
  expect(credits).toBeLessThan(1510);
});

test("files end before they are too large, and a record that no file can have is refused", async () => {
  const long = (length: number) => ({ Description: "x".repeat(length) });
  const records = [lead(1, long(400)), lead(2, long(400)), lead(3, long(4000)), lead(4, long(400))];
  const { data, jobs } = await write({ records }, { rows: 100, bytes: 1000 });
  expect(jobs.map(({ count }) => count)).toEqual([2, 1]);
  expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "SUCCESS", "LIMIT_EXCEEDED", "SUCCESS"]);
});

test.each([
  ["in another order", { bulkResultOrder: "reversed" }],
  ["from another host", { bulkResultUrl: "absolute" }],
])("results %s are joined to their records", async (_, behaviours) => {
  await sandbox.behaviours(behaviours);
  const records = [lead(1), lead(2, { Email: "no address" }), lead(2), lead(3)];
  const { data } = await write({ records });
  const names = await Promise.all(data.map(async ({ id }) => (await storedById(id))?.Last_Name));
  expect(names).toEqual(["Lead 1", undefined, "Lead 2", "Lead 3"]);
});

test("what Zoho refuses of a row is said as other writes say it", async () => {
  const [known] = await sandbox.records("Contacts");
  const records = [
    { id: "1", City: "Oslo" },
    { id: String(known?.id), Mailing_City: "Oslo" },
  ];
  const { data } = await write({
    recordType: "Contacts",
    operation: "update",
    records: [{ id: "1", Mailing_City: "Oslo" }, records[1] ?? {}],
  });
  expect(data[0]).toMatchObject({
    status: "error",
    code: "RESOURCE_NOT_FOUND",
    message: "no such record: id",
  });
  expect(data[1]).toMatchObject({ status: "success", action: "update", id: known?.id });
});

test("an upsert finds records by a field, and leaves alone what it is not told", async () => {
  const [known] = await sandbox.records("Leads");
  const records = [
    { Email: known?.Email, Last_Name: "Renamed", Company: "Zylker" },
    { Email: "new@example.com", Last_Name: "New", Company: "Zylker", City: "Bergen" },
  ];
  const { data } = await write({ operation: "upsert", findBy: "Email", records });
  expect(data.map(({ action }) => action)).toEqual(["update", "insert"]);
  expect(await storedById(known?.id)).toMatchObject({ Last_Name: "Renamed", City: known?.City ?? null });
});

test("an empty value is not sent where it would change nothing, and clears where that is asked for", async () => {
  const [known] = await sandbox.records("Leads");
  const records = [{ id: known?.id, Email: null }];
  const kept = await write({ operation: "update", records });
  expect(kept.data[0]).toMatchObject({
    status: "error",
    code: "INVALID_DATA",
    details: { api_name: "Email" },
  });
  const cleared = await write({ operation: "update", records, ignoreEmpty: false });
  expect(cleared.data[0]).toMatchObject({ status: "success" });
  expect(await storedById(known?.id)).toMatchObject({ Email: null });
});

test("without Ignore Empty, a record that lacks a column is not emptied by it", async () => {
  const [first, second] = await sandbox.records("Leads");
  const records = [
    { id: first?.id, City: "Oslo" },
    { id: second?.id, Email: "a@example.com", City: "Rome" },
  ];
  const { data } = await write({ operation: "update", records, ignoreEmpty: false });
  expect(data.map(({ status }) => status)).toEqual(["error", "success"]);
});

test("a CSV is written with its labels or API names", async () => {
  const csv = {
    data: Buffer.from('\uFEFFLast Name,Company,City\nAda,"Zylker, Ltd",\n,Zylker,Oslo\n'),
    contentType: "text/csv",
  };
  const { data } = await write({ csv });
  expect(data.map(({ code }) => code)).toEqual(["SUCCESS", "MANDATORY_NOT_FOUND"]);
  expect(await storedById(data[0]?.id)).toMatchObject({ Last_Name: "Ada", Company: "Zylker, Ltd" });
});

test.each<[string, Partial<BulkWriteInput>, RegExp]>([
  ["neither records nor CSV", {}, /Records or CSV/],
  ["a linking module", { recordType: "Leads_X_Products", records: [{ a: 1 }] }, /no bulk jobs/],
  [
    "a subform",
    { recordType: "Quotes", records: [{ Subject: "A", Quoted_Items: [] }, { Quoted_Items: [{}] }] },
    /Quoted_Items/,
  ],
  ["an unknown field", { records: [{ Last_Nam: "A" }] }, /Last_Name/],
  [
    "an unknown field to find by",
    { operation: "upsert", findBy: "Nope", records: leads(1) },
    /Find By.*Nope/,
  ],
  [
    "a CSV without rows",
    { csv: { data: Buffer.from("Last_Name\n"), contentType: "text/csv" } },
    /at least one row/,
  ],
])("%s is refused before anything is uploaded", async (_, input, message) => {
  await expect(write(input)).rejects.toMatchObject({
    kind: "input",
    message: expect.stringMatching(message),
  });
  expect((await sandbox.ledger()).routes["POST /crm/v8/upload"]).toBeUndefined();
});

test("a ragged CSV is refused before a job is started", async () => {
  const csv = { data: Buffer.from("Last_Name,Company\nA,B\nC\n"), contentType: "text/csv" };
  await expect(write({ csv })).rejects.toMatchObject({ code: "BROKEN_CSV" });
  expect(await jobsStarted()).toBe(0);
});

test("after a run that ended early, the same records find their job, and none is started twice", async () => {
  const records = leads(6);
  const first = await write({ records, waitSeconds: 0 }, inSmallFiles);
  expect(first.jobs).toHaveLength(1);
  expect(first.data.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 4 }, () => "OUTCOME_UNKNOWN"),
    "NOT_ATTEMPTED",
    "NOT_ATTEMPTED",
  ]);
  expect(first.data[0]?.details).toMatchObject({ job_id: first.jobs[0]?.job_id });
  const jobIds = first.jobs.map(({ job_id }) => job_id);
  const second = await write({ records, jobIds }, inSmallFiles);
  expect(second.summary).toMatchObject({ succeeded: 6, failed: 0 });
  expect(second.jobs.map(({ job_id }) => job_id)[0]).toBe(jobIds[0]);
  expect(await jobsStarted()).toBe(2);
  const written = (await storedNames()).filter((name) => String(name).startsWith("Lead "));
  expect(new Set(written).size).toBe(6);
  expect(written).toHaveLength(6);
});

test("it stops before a job that would take credits which the connection leaves to others", async () => {
  crm = await sandbox.crm({ minimumCredits: 5000 });
  crm.ledger.creditsLeft = 100;
  const records = leads(10);
  const first = await write({ records }, inSmallFiles);
  expect(first.data.map(({ code }) => code)).toEqual([
    ...Array(4).fill("SUCCESS"),
    ...Array(6).fill("NOT_ATTEMPTED"),
  ]);
  expect(first.data[9]?.message).toContain("leaves 5000 to others");
  crm = await sandbox.crm();
  const jobIds = first.jobs.map(({ job_id }) => job_id);
  const second = await write({ records, jobIds }, inSmallFiles);
  expect(second.summary.succeeded).toBe(10);
  expect((await storedNames()).filter((name) => name === "Lead 1")).toHaveLength(1);
});

test("a start without an answer is not repeated, and its records are unknown", async () => {
  await sandbox.fault({
    method: "POST",
    path: "/bulk/v8/write$",
    applied: true,
    times: 1,
    effect: { reset: true },
  });
  const { data } = await write({ records: leads(6) }, inSmallFiles);
  expect(data.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 4 }, () => "OUTCOME_UNKNOWN"),
    "NOT_ATTEMPTED",
    "NOT_ATTEMPTED",
  ]);
  expect(await jobsStarted()).toBe(1);
});

test("an upload without an answer is repeated, for it starts nothing", async () => {
  await sandbox.fault({ method: "POST", path: "/upload$", applied: true, times: 1, effect: { reset: true } });
  expect((await write({ records: leads(2) })).summary).toMatchObject({ succeeded: 2 });
});

test("a result that cannot be read leaves its records unknown, with the job to ask for again", async () => {
  await sandbox.fault({ path: "/bulk-write/", times: 100, effect: { status: 200, body: { ok: true } } });
  const first = await write({ records: leads(2) });
  expect(first.data[0]).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    details: { job_id: first.jobs[0]?.job_id },
  });
  await sandbox.clearFaults();
  const second = await write({ records: leads(2), jobIds: first.jobs.map(({ job_id }) => job_id) });
  expect(second.summary).toMatchObject({ succeeded: 2 });
  expect(await jobsStarted()).toBe(1);
});

test("the result of an untrusted host is not asked for, and no token goes there", async () => {
  const first = await write({ records: leads(1), waitSeconds: 0 });
  const jobIds = first.jobs.map(({ job_id }) => job_id);
  const job = {
    status: "COMPLETED",
    id: jobIds[0],
    resource: [],
    result: { download_url: "https://evil.example.com/a.zip" },
  };
  await sandbox.fault({ method: "GET", path: "/bulk/v8/write/", effect: { status: 200, body: job } });
  const { data } = await write({ records: leads(1), jobIds });
  expect(data[0]).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { cause: "UNTRUSTED_HOST" } });
});

test.each([
  ["without any of its records", 0, "INVALID_FILE_FORMAT"],
  ["after some of them", 1, "OUTCOME_UNKNOWN"],
])("a job that failed %s says so of each", async (_, added_count, code) => {
  const file = {
    status: "FAILED",
    name: "Leads.csv",
    added_count,
    updated_count: 0,
    skipped_count: 0,
    total_count: 2,
  };
  const resource = [{ status: "FAILED", code: "INVALID_FILE_FORMAT", type: "data", file }];
  await sandbox.fault({
    method: "GET",
    path: "/bulk/v8/write/",
    effect: { status: 200, body: { status: "FAILED", id: "1", resource } },
  });
  const { data } = await write({ records: leads(2) });
  expect(data.map((outcome) => outcome.code)).toEqual([code, code]);
});

test.each(["INPROGRESS", "IN PROGRESS", "QUEUED", "ADDED"])(
  "a job that is %s is waited for",
  async (status) => {
    await sandbox.fault({
      method: "GET",
      path: "/bulk/v8/write/",
      times: 3,
      effect: { status: 200, body: { status, id: "1", resource: [] } },
    });
    expect((await write({ records: leads(1) })).summary).toMatchObject({ succeeded: 1 });
  },
);

test("it can end as an error where a record failed", async () => {
  await expect(write({ records: [lead(1), {}], failOnError: true })).rejects.toMatchObject({
    code: "RECORDS_FAILED",
  });
});

test("its three parts do the same", async () => {
  const started = await startBulkWrite(crm, { recordType: "Leads", operation: "insert", records: leads(3) });
  const jobId = String(Object(started.details).id);
  await expect(downloadBulkWrite(crm, { jobId })).rejects.toMatchObject({ code: "JOB_UNDER_WAY" });
  await sandbox.advance(5);
  expect(await getBulkWriteJob(crm, { jobId })).toMatchObject({ status: "COMPLETED" });
  const { data, summary } = await downloadBulkWrite(crm, { jobId });
  expect(summary).toMatchObject({ total: 3, succeeded: 3 });
  expect(await storedById(data[2]?.id)).toMatchObject({ Last_Name: "Lead 2" });
});

test("one job takes no more than one file, and no bad record", async () => {
  const input = { recordType: "Leads", operation: "insert", records: leads(5) } as const;
  await expect(startBulkWrite(crm, input, inSmallFiles)).rejects.toMatchObject({ kind: "input" });
  const bad = startBulkWrite(crm, { ...input, records: [lead(1), { Company: "A" }] });
  await expect(bad).rejects.toMatchObject({ message: expect.stringContaining("Record 2") });
  expect(await jobsStarted()).toBe(0);
});
