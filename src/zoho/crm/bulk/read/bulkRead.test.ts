import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { json } from "node:stream/consumers";
import { startSandbox, type TestSandbox } from "../../../../../test/support/sandbox";
import { isObject, type JsonObject, objectsAt } from "../../../core/json";
import type { FileContent } from "../../../http/files";
import type { Crm } from "../../crm";
import { getRecords } from "../../records/records";
import { type BulkRead, type BulkReadInput, bulkRead, bulkReadPages, downloadBulkRead } from "./bulkRead";
import { getBulkReadJob, startBulkRead } from "./job";

let sandbox: TestSandbox;
let crm: Crm;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 30 } });
  await sandbox.clearLedger();
  crm = await sandbox.crm();
});

const isFile = (read: BulkRead | FileContent): read is FileContent => "contentType" in read;

async function records(input: Partial<BulkReadInput> = {}): Promise<BulkRead> {
  const read = await bulkRead(crm, { recordType: "Leads", ...input });
  if (isFile(read)) throw new Error("That is a file.");
  return read;
}

const idsOf = (rows: readonly JsonObject[]) => rows.map(({ id }) => id);
const stored = async () =>
  idsOf((await sandbox.records("Leads")).filter((lead) => lead.Converted__s !== true));

test("values come out as a list gives them, lookups by their ids", async () => {
  const fields = [
    "Last_Name",
    "Email",
    "Annual_Revenue",
    "Owner",
    "Email_Opt_Out",
    "Created_Time",
    "Lead_Source",
  ];
  const { data } = await records({ fields });
  const listed = await getRecords(crm, { recordType: "Leads", fields, fetchAll: true, sort_order: "asc" });
  const bare = (row: JsonObject) =>
    Object.fromEntries(
      ["id", ...fields].map((name) => {
        const value = row[name];
        return [name, isObject(value) ? { id: value.id } : value];
      }),
    );
  expect(data.map(bare)).toEqual(listed.data.map(bare));
  expect(data.length).toBeGreaterThan(20);
});

test.each(["Id", "id"])("the column of ids may be called %s", async (bulkIdColumn) => {
  await sandbox.behaviours({ bulkIdColumn });
  expect(idsOf((await records({ fields: ["Last_Name"] })).data)).toEqual(await stored());
});

test("the state decides, and not a result that is named early", async () => {
  for (const bulkEarlyResult of ["named", "absent"]) {
    await sandbox.behaviours({ bulkEarlyResult });
    expect((await records({ fields: ["Last_Name"] })).info).toMatchObject({ state: "COMPLETED", jobs: 1 });
  }
});

test("jobs are chained by their page token, at 50 credits each, and no record is missed or doubled", async () => {
  await sandbox.limits({ bulkReadRows: 7 });
  const all = await stored();
  crm = await sandbox.crm();
  const { data, info } = await records({ fields: ["Last_Name"] });
  expect(idsOf(data)).toEqual(all);
  const jobs = Math.ceil(all.length / 7);
  expect(info).toMatchObject({ jobs, count: all.length, more_records: false, method: "bulk" });
  // The fields and the modules cost a credit each.
  expect(crm.ledger.credits).toBe(50 * jobs + 2);
  const bodies = (await sandbox.requests()).filter(
    ({ path, method }) => method === "POST" && path === "/crm/bulk/v8/read",
  );
  expect(Object.keys(Object(bodies.at(-1)?.body).query)).toEqual(["page_token"]);
});

test("it ends at the most records, starts no job for more, and says that there are more", async () => {
  await sandbox.limits({ bulkReadRows: 7 });
  const { data, info } = await records({ fields: ["Last_Name"], maxRecords: 10 });
  expect(idsOf(data)).toEqual((await stored()).slice(0, 10));
  expect(info).toMatchObject({ jobs: 2, more_records: true });
});

test("conditions become criteria, whatever their values hold", async () => {
  await sandbox.writeAsOther("Leads", [
    { Last_Name: 'O\'Zylker "A"', Company: "Zylker, Ltd", Annual_Revenue: 12345 },
  ]);
  const named = async (conditions: BulkReadInput["conditions"], match: "all" | "any" = "all") =>
    (await records({ fields: ["Last_Name"], conditions, match })).data.map((row) => row.Last_Name);
  const zylker = ['O\'Zylker "A"'];
  expect(await named([{ field: "Last_Name", operator: "equals", value: zylker[0] }])).toEqual(zylker);
  expect(await named([{ field: "Company", operator: "contains", value: "ker, L" }])).toEqual(zylker);
  expect(await named([{ field: "Annual_Revenue", operator: "between", value: [12344, 12346] }])).toEqual(
    zylker,
  );
  expect(
    await named([
      { field: "Last_Name", operator: "starts_with", value: "O'Z" },
      { field: "Annual_Revenue", operator: "less", value: 5 },
    ]),
  ).toEqual([]);
  expect(
    await named(
      [
        { field: "Last_Name", operator: "in", value: zylker },
        { field: "Last_Name", operator: "is_empty" },
      ],
      "any",
    ),
  ).toEqual(zylker);
});

test.each<[string, Partial<BulkReadInput>, RegExp]>([
  ["notes", { recordType: "Notes" }, /Notes/],
  ["attachments", { recordType: "Attachments" }, /Attachments/],
  ["e-mails", { recordType: "Emails" }, /Emails/],
  ["a linking module", { recordType: "Leads_X_Products" }, /Leads_X_Products/],
  ["a multi-select lookup", { fields: ["Interested_Products"] }, /Interested_Products.*multiselectlookup/],
  ["an unknown field", { fields: ["Last_Nam"] }, /Last_Name/],
  [
    "an unknown field in a condition",
    { conditions: [{ field: "Nope", operator: "equals", value: 1 }] },
    /Nope/,
  ],
  ["a condition without a value", { conditions: [{ field: "City", operator: "equals" }] }, /City/],
  [
    "26 conditions",
    {
      conditions: Array.from({ length: 26 }, () => ({
        field: "City",
        operator: "equals" as const,
        value: "A",
      })),
    },
    /25/,
  ],
])("%s is refused before a job is started", async (_, input, message) => {
  await expect(records(input)).rejects.toMatchObject({
    kind: "input",
    message: expect.stringMatching(message),
  });
  const { routes } = await sandbox.ledger();
  expect(Object.keys(routes).filter((route) => route.includes("/bulk/"))).toEqual([]);
});

test("a CSV has one header, its ids under id, and the rows of all jobs", async () => {
  await sandbox.limits({ bulkReadRows: 12 });
  const file = await bulkRead(crm, { recordType: "Leads", fields: ["Last_Name"], output: "csv" });
  if (!isFile(file)) throw new Error("That is no file.");
  const lines = file.data.toString().trim().split("\n");
  expect(file.contentType).toBe("text/csv");
  expect(lines[0]).toBe("id,Last_Name");
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(await stored());
});

test("a job that is not waited for is named, and a later run goes on with it and starts none", async () => {
  const first = await records({ fields: ["Last_Name"], waitSeconds: 0 });
  expect(first).toMatchObject({ data: [], info: { more_records: true, state: "ADDED" } });
  const csv = bulkRead(crm, { recordType: "Leads", output: "csv", waitSeconds: 0, jobId: first.info.job_id });
  await expect(csv).rejects.toMatchObject({ code: "JOB_UNDER_WAY", details: { job_id: first.info.job_id } });
  await sandbox.clearLedger();
  const second = await records({ jobId: first.info.job_id });
  expect(idsOf(second.data)).toEqual(await stored());
  const { routes } = await sandbox.ledger();
  expect(Object.keys(routes).filter((route) => /POST .*bulk/.test(route))).toEqual([]);
});

test("its three parts do the same", async () => {
  await sandbox.limits({ bulkReadRows: 20 });
  const { data } = await startBulkRead(crm, { recordType: "Leads", fields: ["Last_Name"] });
  const jobId = String(Object(data[0].details).id);
  await expect(downloadBulkRead(crm, { jobId })).rejects.toMatchObject({ code: "JOB_UNDER_WAY" });
  await sandbox.advance(5);
  expect((await getBulkReadJob(crm, { jobId })).data[0]).toMatchObject({ state: "COMPLETED" });
  const read = await downloadBulkRead(crm, { jobId });
  if (isFile(read)) throw new Error("That is a file.");
  expect(read.info).toMatchObject({ count: 20, more_records: true });
  const next = await records({ pageToken: String(read.info.next_page_token) });
  expect([...idsOf(read.data), ...idsOf(next.data)]).toEqual(await stored());
});

test("Zoho calls back once when a job has ended, asked or not, and the call names the job to download", async () => {
  const calls: JsonObject[] = [];
  let arrived = () => {};
  const flow = createServer((request, response) => {
    void json(request).then((body) => {
      if (isObject(body)) calls.push(body);
      response.end();
      arrived();
    });
  }).listen(0, "127.0.0.1");
  await once(flow, "listening");
  const callbackUrl = `http://127.0.0.1:${(flow.address() as AddressInfo).port}/trigger`;
  const called = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await startBulkRead(crm, { recordType: "Leads", fields: ["Last_Name"], callbackUrl });
  await sandbox.advance(5);
  await called;
  const [job] = objectsAt(calls[0], "data");
  expect(job).toMatchObject({ state: "COMPLETED", result: { count: (await stored()).length } });
  const read = await downloadBulkRead(crm, { jobId: String(job?.id) });
  if (isFile(read)) throw new Error("That is a file.");
  expect(idsOf(read.data)).toEqual(await stored());
  expect(calls).toHaveLength(1);
  flow.close();
});

test("an unknown job is an error that says so", async () => {
  await expect(records({ jobId: "12345" })).rejects.toMatchObject({
    kind: "notFound",
    code: "RESOURCE_NOT_FOUND",
  });
});

test("more downloads than Zoho allows in a minute are waited for", async () => {
  await sandbox.fault({
    path: "/result$",
    times: 1,
    effect: {
      status: 429,
      body: { code: "TOO_MANY_REQUESTS", message: "too many", details: {}, status: "error" },
    },
  });
  expect((await records({ fields: ["Last_Name"] })).info.state).toBe("COMPLETED");
});

test("a job that Zoho ends as failed is an error with Zoho's reason", async () => {
  const error_message = {
    status: "error",
    code: "INTERNAL_SERVER_ERROR",
    message: "Internal server error",
    details: {},
  };
  const job = { id: "1", operation: "read", state: "FAILURE", result: { error_message } };
  await sandbox.fault({
    method: "GET",
    path: "/bulk/v8/read/",
    effect: { status: 200, body: { data: [job] } },
  });
  await expect(records()).rejects.toMatchObject({
    code: "JOB_FAILED",
    message: expect.stringContaining("Internal server error"),
  });
});

test("a result is returned some records at a time, across its jobs, each once", async () => {
  await sandbox.limits({ bulkReadRows: 12 });
  const seen: unknown[] = [];
  let more: Partial<BulkReadInput> = { fields: ["Last_Name"] };
  for (let calls = 0; calls < 20; calls += 1) {
    const { data, info } = await records({ ...more, maxRecords: 5 });
    expect(data.length).toBeLessThanOrEqual(5);
    seen.push(...idsOf(data));
    if (!info.more_records) break;
    const { job_id: jobId, next_skip: skip, next_page_token: pageToken } = info;
    more = skip === undefined ? { pageToken } : { jobId, skip };
    await sandbox.advance(60);
  }
  expect(seen).toEqual(await stored());
});

test("records are handed on a page at a time, and what takes them is waited for", async () => {
  await sandbox.limits({ bulkReadRows: 12 });
  const seen: unknown[] = [];
  let taking = 0;
  const info = await bulkReadPages(crm, { recordType: "Leads", fields: ["Last_Name"] }, async (page) => {
    taking += 1;
    await new Promise(setImmediate);
    seen.push(...idsOf(page));
    taking -= 1;
  });
  expect(taking).toBe(0);
  expect(seen).toEqual(await stored());
  expect(info).toMatchObject({ count: seen.length, more_records: false });
});

test("it stops before a job that would take credits which the connection leaves to others", async () => {
  await sandbox.limits({ bulkReadRows: 12 });
  crm = await sandbox.crm({ minimumCredits: 5000 });
  crm.ledger.creditsLeft = 100;
  const { data, info } = await records({ fields: ["Last_Name"] });
  expect(idsOf(data)).toEqual((await stored()).slice(0, 12));
  expect(info).toMatchObject({
    more_records: true,
    stopped: expect.stringContaining("100 credits"),
    jobs: 1,
  });
  crm = await sandbox.crm();
  const rest = await records({ pageToken: info.next_page_token });
  expect([...idsOf(data), ...idsOf(rest.data)]).toEqual(await stored());
});

/** Does something with a temporary folder of its own, in which nothing may be left. */
async function leavingNothing(work: (folder: string) => Promise<void>): Promise<void> {
  const own = await mkdtemp(path.join(os.tmpdir(), "bulk-"));
  // A test's own environment is a copy, in which the system does not look.
  const where = jest.spyOn(os, "tmpdir").mockReturnValue(own);
  await work(own).finally(() => where.mockRestore());
  expect(await readdir(own)).toEqual([]);
  await rm(own, { recursive: true });
}

test("an answer that is cut is asked for again, and one that is a page of no file gives no records", async () => {
  await sandbox.fault({ path: "/result$", times: 1, effect: { truncate: 40 } });
  expect(idsOf((await records({ fields: ["Last_Name"] })).data)).toEqual(await stored());
  await sandbox.fault({ path: "/result$", times: 20, effect: { status: 200, body: { data: [] } } });
  await leavingNothing(async () => {
    await expect(records()).rejects.toMatchObject({ code: "BROKEN_ARCHIVE" });
  });
});

test("records leave nothing on the disk, wherever the process ends meanwhile, and a CSV nothing at its end", async () => {
  await leavingNothing(async (folder) => {
    const names: string[][] = [];
    await bulkReadPages(crm, { recordType: "Leads" }, async () => names.push(await readdir(folder)));
    expect(names.length).toBeGreaterThan(0);
    expect(names.flat()).toEqual([]);
    await bulkRead(crm, { recordType: "Leads", output: "csv" });
    expect(os.tmpdir).toHaveBeenCalledTimes(3);
  });
});

test("a cut archive gives no records", async () => {
  await sandbox.fault({ path: "/result$", times: 10, effect: { truncate: 40 } });
  await expect(records()).rejects.toThrow(/Zoho CRM/);
});
