import { openBooks, recordIn } from "../../../../test/support/books";
import { describedCalls, hasOpenApi } from "../../../../test/support/booksOpenApi";
import { Maker } from "../../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { findRecordType, recordTypes } from "../recordTypes";
import { runRecordAction } from "./recordActions";
import { getRecord } from "./records";

let sandbox: TestSandbox;
let make: Maker;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
  make = new Maker(await openBooks(sandbox));
});

async function withActions(recordType: string, ...actions: string[]): Promise<Record<string, unknown>> {
  const key = { recordType, recordId: await make.id(recordType) };
  for (const recordAction of actions) await runRecordAction(make.books, { ...key, recordAction });
  return recordIn(await getRecord(make.books, key), findRecordType(recordType).keys.item);
}

describe("an action on a record", () => {
  it.each([
    ["contacts", "inactive", ["markInactive"]],
    ["contacts", "active", ["markInactive", "markActive"]],
    ["items", "inactive", ["markInactive"]],
    ["estimates", "accepted", ["markSent", "markAccepted"]],
    ["estimates", "declined", ["markSent", "markDeclined"]],
    ["salesorders", "open", ["markOpen"]],
    ["salesorders", "void", ["markOpen", "void"]],
    ["invoices", "sent", ["markSent"]],
    ["invoices", "void", ["markSent", "void"]],
    ["invoices", "draft", ["markSent", "void", "markDraft"]],
    ["recurringinvoices", "stopped", ["stop"]],
    ["recurringinvoices", "active", ["stop", "resume"]],
    ["creditnotes", "open", ["markOpen"]],
    ["bills", "void", ["void"]],
    ["purchaseorders", "open", ["markOpen"]],
    ["purchaseorders", "cancelled", ["markOpen", "cancel"]],
    ["vendorcredits", "void", ["markOpen", "void"]],
    ["journals", "published", ["publish"]],
  ])("%s becomes %s", async (recordType, status, actions) => {
    expect(await withActions(recordType, ...actions)).toMatchObject({ status });
  });

  it("writes an invoice off and takes that back", async () => {
    expect(await withActions("invoices", "markSent", "writeOff")).toMatchObject({ balance: 0 });
    expect(await withActions("invoices", "cancelWriteOff")).toMatchObject({
      balance: 240,
      write_off_amount: 0,
    });
  });

  it("makes an invoice of a sales order", async () => {
    const key = { recordType: "salesorders", recordId: await make.id("salesorders") };
    await runRecordAction(make.books, { ...key, recordAction: "markOpen" });
    const body = await runRecordAction(make.books, { ...key, recordAction: "createInvoice" });
    expect(recordIn(body, "invoice")).toMatchObject({ total: 240 });
  });

  it("takes values, typed, and parameters", async () => {
    const key = { recordType: "projects", recordId: await make.id("projects") };
    await runRecordAction(make.books, {
      ...key,
      recordAction: "clone",
      actionValues: { project_name: "Second network", is_billable: "true" },
      queryParams: { accept: "json" },
    });
    const request = (await sandbox.requests()).at(-1);
    expect(request).toMatchObject({
      path: `/books/v3/projects/${key.recordId}/clone`,
      query: { accept: "json" },
      body: { project_name: "Second network", is_billable: true },
    });
  });

  it("is sent again when it only changes a state, and never when it makes something", async () => {
    await sandbox.fault({
      method: "POST",
      path: "/(status/sent|clone)$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    expect(await withActions("invoices", "markSent")).toMatchObject({ status: "sent" });
    await sandbox.fault({
      method: "POST",
      path: "/clone$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    const key = { recordType: "projects", recordId: await make.id("projects") };
    const cloned = runRecordAction(make.books, {
      ...key,
      recordAction: "clone",
      actionValues: { project_name: "Again" },
    });
    await expect(cloned).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });

  it("is refused with what there is instead", async () => {
    const call = runRecordAction(make.books, { recordType: "items", recordId: "1", recordAction: "void" });
    await expect(call).rejects.toThrow(
      "Record Action: items has no action void. It has markActive, markInactive",
    );
    const none = runRecordAction(make.books, {
      recordType: "expenses",
      recordId: "1",
      recordAction: "toString",
    });
    await expect(none).rejects.toThrow("It has none");
  });
});

const actions = [...recordTypes().values()].flatMap(({ key, actions }) =>
  Object.keys(actions ?? {}).map((name) => [key, name] as const),
);

(hasOpenApi ? it : it.skip).each(actions)(
  "%s: %s goes where Zoho describes it",
  async (recordType, recordAction) => {
    const posts = describedPosts;
    await sandbox.fault({
      method: "POST",
      path: "^/books/",
      times: 1,
      effect: { status: 200, body: { code: 0, message: "" } },
    });
    await runRecordAction(make.books, { recordType, recordId: "1122", parentRecordId: "3344", recordAction });
    const { path } = (await sandbox.requests()).at(-1) ?? {};
    const template = String(path)
      .replace("/books/v3/", "")
      .replace(/1122|3344/g, "{}");
    expect(posts).toContain(template);
  },
);

const describedPosts = describedCalls()
  .filter(({ method }) => method === "POST")
  .map(({ path }) => path);
