import { openBooks, recordIn } from "../../../../test/support/books";
import { describedCalls } from "../../../../test/support/booksOpenApi";
import { Maker } from "../../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { recordChoices } from "../choices";
import { findRecordType, recordTypes } from "../recordTypes";
import { runRecordAction } from "./many";
import { createRecord, getRecord, removeRecord } from "./records";

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

  it("makes an invoice of an estimate, and takes no draft that Zoho leaves as it is for a success", async () => {
    const key = { recordType: "estimates", recordId: await make.id("estimates") };
    const convert = () => runRecordAction(make.books, { ...key, recordAction: "createInvoice" });
    await expect(convert()).rejects.toMatchObject({
      code: "1002",
      message: expect.stringMatching(/quotes cannot be converted to Invoices.*mark it as sent/),
    });
    await runRecordAction(make.books, { ...key, recordAction: "markSent" });
    expect(await convert()).toMatchObject({ code: 0 });
    const { estimate } = await getRecord(make.books, key);
    const [recordId] = Object(estimate).invoice_ids;
    expect(await getRecord(make.books, { recordType: "invoices", recordId })).toMatchObject({
      invoice: { total: 240, status: "draft" },
    });
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

it.each(actions)("%s: %s goes where Zoho describes it", async (recordType, recordAction) => {
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
  // It stands on Zoho's pages and in none of its files.
  if (template !== "invoices/fromestimates") expect(posts).toContain(template);
});

const describedPosts = describedCalls()
  .filter(({ method }) => method === "POST")
  .map(({ path }) => path);

describe("after a lost answer", () => {
  const lose = (method: string, path: string) =>
    sandbox.fault({ method, path, times: 1, applied: true, effect: { reset: true } });

  it("a record that the first try removed counts as removed", async () => {
    const books = await openBooks(sandbox);
    const [item] = await recordChoices(books, { recordType: "items" });
    const made = await createRecord(books, { recordType: "items", record: { name: "Short-lived", rate: 1 } });
    const recordId = String(Object(made.item).item_id);
    await lose("DELETE", `/items/${recordId}$`);
    expect(await removeRecord(books, { recordType: "items", recordId })).toMatchObject({ code: 0 });
    await expect(removeRecord(books, { recordType: "items", recordId })).rejects.toMatchObject({
      code: "1002",
    });
    expect(item).toBeDefined();
  });

  const throttled = { method: "GET", times: 1, effect: { status: 429, headers: { "Retry-After": "99999" } } };

  it("a record that cannot be looked for then may have been removed", async () => {
    const books = await openBooks(sandbox);
    const made = await createRecord(books, { recordType: "items", record: { name: "In doubt", rate: 1 } });
    const recordId = String(Object(made.item).item_id);
    await lose("DELETE", `/items/${recordId}$`);
    await sandbox.fault({ path: `/items/${recordId}$`, ...throttled });
    await expect(removeRecord(books, { recordType: "items", recordId })).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
      details: { cause: "1002" },
    });
  });

  it("a record that cannot be looked for then may be in its state", async () => {
    const books = await openBooks(sandbox);
    const [invoice] = await recordChoices(books, { recordType: "invoices" });
    const key = { recordType: "invoices", recordId: invoice?.key ?? "" };
    const refusal = { status: 400, body: { code: 9999, message: "The invoice is void." } };
    await lose("POST", "/status/void$");
    await sandbox.fault({ method: "POST", path: "/status/void$", times: 1, effect: refusal });
    await sandbox.fault({ path: `/invoices/${key.recordId}$`, ...throttled });
    await expect(runRecordAction(books, { ...key, recordAction: "void" })).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
    });
  });

  it("a record that the first try put into its state is there", async () => {
    const books = await openBooks(sandbox);
    const [invoice] = await recordChoices(books, { recordType: "invoices" });
    const key = { recordType: "invoices", recordId: invoice?.key ?? "" };
    await lose("POST", "/status/void$");
    const refusal = { code: 9999, message: "The invoice is void." };
    await sandbox.fault({
      method: "POST",
      path: "/status/void$",
      times: 1,
      effect: { status: 400, body: refusal },
    });
    expect(await runRecordAction(books, { ...key, recordAction: "void" })).toMatchObject({ code: 0 });
    expect(await getRecord(books, key)).toMatchObject({ invoice: { status: "void" } });
  });
});

describe("what is no answer of Zoho's", () => {
  it.each([
    ["null", "null"],
    ["an empty object", "{}"],
    ["a list", "[]"],
    ["a text", '"maintenance"'],
  ])("is a failure: %s", async (_, body) => {
    const books = await openBooks(sandbox);
    await books.organization();
    const junk = (method: string) =>
      sandbox.fault({ method, path: "/books/v3/items", times: 10, effect: { status: 200, body } });
    await junk("GET");
    await expect(getRecord(books, { recordType: "items", recordId: "1" })).rejects.toMatchObject({
      code: "UNREADABLE_ANSWER",
    });
    await sandbox.clearFaults();
    await junk("POST");
    const record = { name: "Doubtful", rate: 1 };
    await expect(createRecord(books, { recordType: "items", record })).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
      kind: "unknown",
    });
    await sandbox.clearFaults();
  });
});

it("a bad id in a new record is no missing record", async () => {
  const books = await openBooks(sandbox);
  const record = { account_id: "1", paid_through_account_id: "1", amount: 1, date: "2026-01-31" };
  await expect(createRecord(books, { recordType: "expenses", record })).rejects.toMatchObject({
    code: "1002",
    kind: "input",
    message: expect.stringContaining("check the ids in it"),
  });
});
