import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { startBulkWrite } from "./bulk/write/bulkWrite";
import type { Crm } from "./crm";
import { sendEmail } from "./email";
import { addAttachment } from "./files/attachments";
import { convertInventoryRecord, massConvertInventory } from "./inventory";
import { mergeRecords } from "./jobs/merge";
import { convertLead, massConvertLeads } from "./leads";
import { cancelMeeting } from "./meetings";
import { createNote } from "./notes";
import { cloneRecord } from "./records/clone";
import { lockRecord } from "./sharing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset();
});

const lead = { recordType: "Leads", recordId: "5725767000000524001" };
const from = { email: "patricia.boyle@zylker.example" };

type Write = readonly [name: string, path: string, key: string, write: (crm: Crm) => Promise<unknown>];
const writes: readonly Write[] = [
  ["an email", "send_mail$", "data", (crm) => sendEmail(crm, { ...lead, from, to: [from], content: "Hi" })],
  ["a note", "Notes$", "data", (crm) => createNote(crm, { ...lead, noteContent: "Called" })],
  ["a clone", "clone$", "data", (crm) => cloneRecord(crm, { ...lead })],
  ["a link", "Attachments$", "data", (crm) => addAttachment(crm, { ...lead, attachmentUrl: "https://a.bc" })],
  ["a lock", "Locking_Information__s$", "data", (crm) => lockRecord(crm, { ...lead, lockReason: "Audit" })],
  ["a meeting that is off", "cancel$", "data", (crm) => cancelMeeting(crm, { recordId: lead.recordId })],
  ["a conversion", "actions/convert$", "data", (crm) => convertLead(crm, { recordId: lead.recordId })],
  ["a merge", "merge$", "merge", (crm) => mergeRecords(crm, { ...lead, mergeIds: ["5725767000000524002"] })],
  [
    "an order of a quote",
    "convert$",
    "data",
    (crm) => convertInventoryRecord(crm, { ...lead, recordType: "Quotes", convertTo: "Sales_Orders" }),
  ],
];

describe("what a good answer does not tell of", () => {
  it.each(
    writes.flatMap(([name, path, key, write]) =>
      [[], [{}], [{ code: "SUCCESS", message: "done", details: {} }]].map(
        (items) => [name, JSON.stringify(items), path, { [key]: items }, write] as const,
      ),
    ),
  )("may have been done: %s, %s", async (_, __, path, body, write) => {
    const crm = await sandbox.crm();
    await sandbox.fault({ path, times: 9, effect: { status: 200, body } });
    await sandbox.clearLedger();
    await expect(write(crm)).rejects.toMatchObject({ kind: "unknown", code: "OUTCOME_UNKNOWN" });
    const { routes } = await sandbox.ledger();
    expect(Object.entries(routes).filter(([route]) => new RegExp(path).test(route))).toEqual([
      [expect.any(String), 1],
    ]);
  });

  it.each<Write>([
    ["leads", "mass_convert$", "", (crm) => massConvertLeads(crm, { recordIds: [lead.recordId] })],
    [
      "quotes",
      "mass_convert$",
      "",
      (crm) =>
        massConvertInventory(crm, {
          recordType: "Quotes",
          recordIds: [lead.recordId],
          convertTo: "Sales_Orders",
        }),
    ],
    [
      "a bulk write",
      "/crm/bulk/v8/write$",
      "",
      (crm) =>
        startBulkWrite(crm, {
          recordType: "Leads",
          operation: "insert",
          records: [{ Last_Name: "Burns", Company: "ABC" }],
        }),
    ],
  ])("may run as a job without a name: %s", async (_, path, __, write) => {
    const crm = await sandbox.crm();
    const body = { code: "SUCCESS", status: "success", message: "started", details: {} };
    await sandbox.fault({ method: "POST", path, times: 9, effect: { status: 200, body } });
    await expect(write(crm)).rejects.toMatchObject({ kind: "unknown", code: "OUTCOME_UNKNOWN" });
  });

  it("is told as a refusal where it is one, and as done where it is done", async () => {
    const crm = await sandbox.crm();
    const [recordId = ""] = (await sandbox.records("Leads")).map(({ id }) => String(id));
    const item = { code: "NOT_ALLOWED", message: "no", details: {} };
    await sandbox.fault({ path: "Notes$", times: 1, effect: { status: 200, body: { data: [item] } } });
    const note = () => createNote(crm, { ...lead, recordId, noteContent: "Called" });
    await expect(note()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const done = { code: "SUCCESS", status: "success", message: "done", details: { id: "1" } };
    await sandbox.fault({ path: "Notes$", times: 1, effect: { status: 200, body: { data: done } } });
    expect(await note()).toEqual({ data: [done] });
    expect(await note()).toMatchObject({ data: [{ status: "success" }] });
  });
});
