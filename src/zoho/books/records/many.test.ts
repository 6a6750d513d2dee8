import { openBooks, SharedClock } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { getRecords } from "./listing";
import { createRecords, removeRecords, updateRecords } from "./many";
import { getRecord } from "./records";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
});

const contacts = { recordType: "contacts" };
const customers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ contact_name: `Customer ${index}` }));
const statuses = async () => (await sandbox.requests()).map(({ status }) => status);
const named = async (name: string) => {
  const found = await getRecords(await openBooks(sandbox), {
    ...contacts,
    searchFields: { contact_name: name },
  });
  return objectsAt(found, "contacts");
};

it("creates 1,000 records without one 44, at the pace of the organisation's minute", async () => {
  const clock = new SharedClock(sandbox);
  const books = await openBooks(sandbox, { clock });
  await sandbox.clearLedger();
  const start = clock.now();
  const { data, summary } = await createRecords(books, { ...contacts, records: customers(1000) });
  expect(summary).toEqual({ total: 1000, succeeded: 1000, failed: 0, requests: 1001, credits: 1001 });
  expect(data.map(({ index }) => index)).toEqual(customers(1000).map((_, index) => index));
  expect(new Set(data.map(({ id }) => id)).size).toBe(1000);
  expect((await statuses()).filter((status) => status === 429)).toEqual([]);
  const { requests, peakConcurrency } = await sandbox.ledger();
  expect(requests).toBe(1001);
  expect(peakConcurrency).toBeLessThanOrEqual(5);
  expect(clock.now() - start).toBeGreaterThanOrEqual(10 * 60_000);
}, 60_000);

it("updates and removes by id, and says of each what became of it", async () => {
  const books = await openBooks(sandbox);
  const made = (await createRecords(books, { ...contacts, records: customers(3) })).data;
  const records = [
    { contact_id: made[0]?.id, notes: "first" },
    { id: made[1]?.id, notes: "second" },
    { notes: "nobody" },
    { contact_id: "1", notes: "unknown" },
  ];
  const updated = await updateRecords(books, { ...contacts, records });
  expect(updated.data).toMatchObject([
    { index: 0, status: "success", code: "0", id: made[0]?.id, action: "update" },
    { index: 1, status: "success", code: "0", id: made[1]?.id, details: { contact: { notes: "second" } } },
    { index: 2, status: "error", code: "INVALID_INPUT", message: expect.stringContaining("contact_id") },
    { index: 3, status: "error", code: "1002", id: "1" },
  ]);
  const recordIds = made.map(({ id }) => String(id));
  const removed = await removeRecords(books, { ...contacts, recordIds: [...recordIds, "1"] });
  expect(removed.data).toMatchObject([
    ...recordIds.map((id) => ({ status: "success", action: "delete", id })),
    { status: "error", id: "1" },
  ]);
});

it("updates no record by an id that lost its digits as a number", async () => {
  const books = await openBooks(sandbox);
  await sandbox.clearLedger();
  const records = [
    { contact_id: Number("460000000000026049"), notes: "another's" },
    { id: Number("460000000000026049"), notes: "another's" },
  ];
  const { data } = await updateRecords(books, { ...contacts, records });
  const message = expect.stringContaining("expected an id as text");
  expect(data).toMatchObject(records.map(() => ({ status: "error", code: "INVALID_INPUT", message })));
  expect(Object.keys((await sandbox.ledger()).routes).filter((route) => route.startsWith("PUT"))).toEqual([]);
});

it("reports what may have happened as unknown, once, and goes on", async () => {
  const books = await openBooks(sandbox);
  await sandbox.fault({
    method: "POST",
    path: "/contacts$",
    skip: 1,
    times: 1,
    applied: true,
    effect: { reset: true },
  });
  const { data, summary } = await createRecords(books, {
    ...contacts,
    records: customers(4),
    concurrency: 1,
  });
  expect(data.map(({ code }) => code)).toEqual(["0", "OUTCOME_UNKNOWN", "0", "0"]);
  expect(summary).toMatchObject({ succeeded: 3, failed: 1 });
  expect(await named("Customer 1")).toHaveLength(1);
});

it("ends before the execution does, and leaves the rest unattempted", async () => {
  const clock = new SharedClock(sandbox);
  const books = await openBooks(sandbox, { clock, deadlineAt: clock.now() + 90_000 });
  const { data, summary } = await createRecords(books, { ...contacts, records: customers(300) });
  expect(summary.succeeded).toBeGreaterThanOrEqual(99);
  expect(summary.succeeded).toBeLessThan(300);
  const rest = data.filter(({ status }) => status === "error");
  expect(new Set(rest.map(({ code }) => code))).toEqual(new Set(["NOT_ATTEMPTED"]));
  expect(rest).toHaveLength(300 - summary.succeeded);
  expect(clock.now()).toBeLessThan(books.deadlineAt + 1000);
  const all = await getRecords(await openBooks(sandbox), {
    ...contacts,
    searchFields: { contact_name_startswith: "Customer" },
    fetchAll: true,
  });
  expect(objectsAt(all, "contacts")).toHaveLength(summary.succeeded);
});

it("stops where the day is spent, and keeps what was written", async () => {
  const books = await openBooks(sandbox);
  await books.organization();
  await sandbox.limits({ books: { perDay: 20 } });
  const { data, summary } = await createRecords(books, { ...contacts, records: customers(30) });
  await sandbox.limits({ books: { perDay: 10_000 } });
  expect(summary.succeeded).toBeGreaterThan(0);
  expect(summary.requests).toBeLessThan(30);
  expect(data.at(-1)).toMatchObject({
    code: "NOT_ATTEMPTED",
    message: expect.stringMatching(/Zoho Books takes more in .+ UTC\.$/),
  });
});

it("throws when nothing at all can be written", async () => {
  const books = await openBooks(sandbox, { scopes: "ZohoBooks.settings.READ" });
  await expect(createRecords(books, { ...contacts, records: customers(3) })).rejects.toMatchObject({
    code: "57",
    kind: "connection",
  });
  await expect(createRecords(books, { recordType: "users/me", records: customers(1) })).rejects.toThrow(
    /Record Type/,
  );
});

it("fails the step on demand, after all were attempted", async () => {
  const books = await openBooks(sandbox);
  const records = [{ contact_name: "" }, { contact_name: "Bowman & Co" }];
  const error = await createRecords(books, { ...contacts, records, failOnError: true }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({
    code: "RECORDS_FAILED",
    message: expect.stringContaining("1 of 2 records failed (record 1"),
  });
  expect(await named("Bowman & Co")).toHaveLength(1);
});

it("removes what a first try has removed, and tells what one bad id is", async () => {
  const books = await openBooks(sandbox);
  const made = (await createRecords(books, { ...contacts, records: customers(3) })).data;
  const [first = "", second = "", third = ""] = made.map(({ id }) => String(id));
  await sandbox.fault({
    method: "DELETE",
    path: `/contacts/${second}$`,
    applied: true,
    effect: { reset: true },
  });
  const recordIds = [first, "..", second, third, "1"];
  const { data } = await removeRecords(books, { ...contacts, recordIds });
  expect(data.map(({ status, code }) => [status, code])).toEqual([
    ["success", "0"],
    ["error", "INVALID_INPUT"],
    ["success", "0"],
    ["success", "0"],
    ["error", "1002"],
  ]);
});

it("takes no record for removed that is still there, whatever Zoho says of it after a lost answer", async () => {
  const books = await openBooks(sandbox);
  const [made] = (await createRecords(books, { ...contacts, records: customers(1) })).data;
  const id = String(made?.id);
  const path = `/contacts/${id}$`;
  await sandbox.fault({ method: "DELETE", path, times: 1, effect: { status: 503, body: {} } });
  const body = { code: 1002, message: "Contact does not exist." };
  await sandbox.fault({ method: "DELETE", path, times: 1, effect: { status: 400, body } });
  const { data } = await removeRecords(books, { ...contacts, recordIds: [id] });
  expect(data).toMatchObject([{ status: "error", code: "1002" }]);
  expect(await named("Customer 0")).toHaveLength(1);
});

it("updates one record in the order of its values, however slow the first is", async () => {
  const books = await openBooks(sandbox);
  const [made] = (await createRecords(books, { ...contacts, records: customers(1) })).data;
  const contact_id = String(made?.id);
  await sandbox.fault({ method: "PUT", path: "/contacts/", effect: { delayMs: 60 } });
  const records = ["old", "middle", "new"].map((notes) => ({ contact_id, notes }));
  const { summary } = await updateRecords(books, { ...contacts, records });
  expect(summary).toMatchObject({ succeeded: 3 });
  const { contact } = await getRecord(books, { ...contacts, recordId: contact_id });
  expect(contact).toMatchObject({ notes: "new" });
});
