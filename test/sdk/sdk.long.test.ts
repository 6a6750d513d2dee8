import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startSandbox, type TestSandbox } from "../support/sandbox";
import { furtherFlows } from "./further";

/**
 * The programs, which run in Node processes of their own as on any user's machine, by the version that they
 * call.
 */
const programs = [
  ["v8", "recent.mjs", "@zohocrm/nodejs-sdk-8.0"],
  ["v7", "recent.mjs", "@zohocrm/nodejs-sdk-7.0"],
  ["v2", "v2.mjs", "@zohocrm/nodejs-sdk-2.0"],
] as const;

const id = expect.stringMatching(/^\d{15,}$/);

/** What a version answers in a form of its own. */
const converted: Record<string, object> = {
  v2: { contacts: id, accounts: id, deals: id },
  v7: { code: "SUCCESS", details: { Contacts: { id }, Accounts: { id }, Deals: { name: "Deal" } } },
  v8: { code: "SUCCESS", details: { Contacts: { id }, Accounts: { id }, Deals: { name: "Deal" } } },
};

/**
 * What was refused: the record without a name, which v2 answers with 202; the SDK of v2 asks for the fields
 * of an object.
 */
const refusals: Record<string, [string, object][]> = {
  v2: [["/crm/v2/settings/fields", { module: "[object Object]" }]],
  v7: [["/crm/v7/Leads", {}]],
  v8: [["/crm/v8/Leads", {}]],
};

const success = (message: string) => ({ data: [{ status: "success", code: "SUCCESS", message }] });
const rows = (key: string, row: object) => ({
  [key]: expect.arrayContaining([expect.objectContaining(row)]),
});
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
const done = { status: "success", code: "SUCCESS" };
const picture = { file: { name: "dot.png" } };

const archive = { file: { name: expect.stringMatching(/^\d+\.zip$/) } };

/** Bulk jobs from their start to their result. */
const bulkSteps = {
  bulkRead: { data: [{ code: "ADDED_SUCCESSFULLY", details: { id, operation: "read", state: "ADDED" } }] },
  bulkReadJob: { id, state: "COMPLETED", result: { perPage: 200_000, moreRecords: false } },
  bulkReadResult: archive,
  bulkUpload: { status: "success", code: "FILE_UPLOAD_SUCCESS", details: { file_id: id } },
  bulkWrite: { ...done, details: { id } },
  bulkWriteJob: { id, status: "COMPLETED", resource: [{ file: { addedCount: 2, totalCount: 2 } }] },
  bulkWriteResult: archive,
};

/** What an SDK must have understood of the answers, step by step. */
const expectedOf = (version: string): Record<string, unknown> => ({
  create: { data: [{ ...done, message: "record added", details: { Created_Time: time } }, done] },
  read: {
    data: [
      {
        Last_Name: "Burns",
        Email: "sdk@example.com",
        Lead_Source: "Web Download",
        Annual_Revenue: 1200.5,
        No_of_Employees: 5,
        Created_Time: time,
        Owner: { name: "Patricia Boyle" },
        Tag: [],
      },
    ],
  },
  list: {
    data: [{ Last_Name: "Other", Created_Time: time }, { Last_Name: "Burns" }],
    info: { count: 2, moreRecords: true },
  },
  update: success("record updated"),
  updateMany: { data: [done, done] },
  upsert: { data: [{ ...done, action: "update", duplicateField: "Email" }] },
  refused: {
    data: [{ status: "error", code: "MANDATORY_NOT_FOUND", details: { api_name: "Last_Name" } }],
  },
  missing: null,
  search: { data: [{ Company: "Again" }] },
  coql: { data: [{ Last_Name: "Burns", Company: "Again", Created_Time: time }] },
  attach: success("attachment uploaded successfully"),
  attachments: { data: [{ fileName: "dot.png" }] },
  download: picture,
  detach: success("record deleted"),
  setPhoto: { ...done, message: "photo uploaded successfully" },
  photo: { file: expect.anything() },
  note: success("record added"),
  changeNote: success("record updated"),
  readNote: { data: [{ noteTitle: "Called", noteContent: "Sent." }] },
  relatedNotes: { data: [{ Note_Title: "Called" }] },
  deleteNote: success("record deleted"),
  createTag: { tags: [{ ...done, message: "tags created successfully" }] },
  tags: rows("tags", { name: "sdk" }),
  addTag: success("tags updated successfully"),
  countTag: { count: expect.stringMatching(/^1$/) },
  removeTag: success("tags updated successfully"),
  deleteTag: { tags: [done] },
  users: rows("users", { email: "patricia.boyle@zylker.example" }),
  organization: { org: [{ domainName: "org60012345678" }] },
  modules: rows("modules", { apiName: "Leads", generatedType: "default" }),
  fields: rows("fields", { apiName: "Last_Name", dataType: "text" }),
  layouts: rows("layouts", { name: "Standard" }),
  relatedLists: rows("relatedLists", { apiName: "Notes" }),
  customViews: rows("customViews", { systemName: "ALLVIEWS" }),
  roles: rows("roles", { name: "CEO" }),
  profiles: rows("profiles", { name: "Administrator" }),
  uploadFile: success("dot.png uploaded successfully"),
  file: picture,
  watch: { watch: [{ ...done, details: { events: [{ channelId: "1000000068001", channelExpiry: time }] } }] },
  watched: { watch: [{ events: ["Leads.create", "Leads.edit"], token: "secret", channelExpiry: time }] },
  unwatch: { watch: [done] },
  convert: { data: [converted[version]] },
  ...(version === "v2" ? {} : bulkSteps),
  delete: success("record deleted"),
  deleted: rows("data", { displayName: "Other", type: "recycle", deletedTime: time }),
  ...(version === "v8" ? furtherFlows : {}),
});

describe.each(programs)("Zoho's own SDK of %s", (version, program, name) => {
  const expected = expectedOf(version);
  let sandbox: TestSandbox;
  let folder: string;
  let outcomes: Map<string, { answer?: unknown; error?: string }>;
  beforeAll(async () => {
    sandbox = await startSandbox();
    folder = mkdtempSync(path.join(tmpdir(), "sdk-"));
    const command = [path.join(__dirname, program), name, sandbox.url, folder];
    const { stdout } = await promisify(execFile)(process.execPath, command);
    const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
    outcomes = new Map(lines.map((line) => JSON.parse(line)).map(({ name, ...rest }) => [name, rest]));
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await sandbox.close();
  });

  it("goes all its steps", () => {
    expect([...outcomes.keys()]).toEqual(Object.keys(expected));
  });

  it.each(Object.keys(expected))("reads what it is answered: %s", (step) => {
    const { answer, error } = outcomes.get(step) ?? {};
    expect(error).toBeUndefined();
    if (expected[step] === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject(expected[step] as object);
  });

  it("was answered under its own version, and was refused only what it was to be refused", async () => {
    const calls = (await sandbox.requests()).filter(({ path: place }) => String(place).startsWith("/crm/"));
    expect(calls.length).toBeGreaterThan(40);
    const own = new RegExp(`^/crm/(bulk/)?${version}/`);
    expect(calls.filter(({ path: place }) => !own.test(String(place)))).toEqual([]);
    const refused = calls.filter(({ status }) => Number(status) >= 400);
    expect(refused.map(({ path: place, query }) => [place, query])).toEqual(refusals[version]);
  });
});

test("at least 110 flows of v8 are gone through, each by a name of its own", () => {
  const flows = Object.keys(expectedOf("v8"));
  expect(new Set(flows).size).toBe(flows.length);
  expect(flows.length).toBeGreaterThanOrEqual(154);
  console.info(`${flows.length} flows of Zoho's SDK of v8: ${flows.join(", ")}`);
});
