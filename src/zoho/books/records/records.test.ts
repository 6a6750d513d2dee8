import { openBooks, recordIn } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { type JsonObject, objectsAt } from "../../core/json";
import type { Books } from "../books";
import { getRecords } from "./listing";
import { createRecord, getRecord, removeRecord, updateRecord, upsertRecord } from "./records";

let sandbox: TestSandbox;
let books: Books & { warnings: string[] };

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset({ seed: 1, books: { invoices: 250 } });
  books = await openBooks(sandbox);
});

const invoices = { recordType: "invoices" };
const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
const lastRequest = async () => (await sandbox.requests()).at(-1) ?? {};

describe("a list", () => {
  it("is Zoho's own body, one page of 200 unless asked otherwise", async () => {
    const page = await getRecords(books, invoices);
    expect(page).toMatchObject({
      code: 0,
      message: "success",
      page_context: { page: 1, has_more_page: true },
    });
    expect(objectsAt(page, "invoices")).toHaveLength(200);
    const second = await getRecords(books, { ...invoices, page: 3, per_page: 120 });
    expect(objectsAt(second, "invoices")).toHaveLength(10);
  });

  it("stops at maxRecords and says that there is more", async () => {
    const body = await getRecords(books, { ...invoices, fetchAll: true, maxRecords: 210 });
    expect(objectsAt(body, "invoices")).toHaveLength(210);
    expect(body.page_context).toMatchObject({ has_more_page: true });
  });

  it("has each record once, even where a new one moves the others to the next page", async () => {
    const list = (page: number, ids: string[]) => ({
      status: 200,
      body: {
        code: 0,
        invoices: ids.map((invoice_id) => ({ invoice_id })),
        page_context: { page, has_more_page: page < 2 },
      },
    });
    await sandbox.fault(
      { path: "/invoices$", times: 1, effect: list(1, ["3", "2"]) },
      { path: "/invoices$", times: 1, effect: list(2, ["2", "1"]) },
    );
    const all = objectsAt(await getRecords(books, { ...invoices, fetchAll: true }), "invoices");
    expect(all.map(({ invoice_id }) => invoice_id)).toEqual(["3", "2", "1"]);
  });

  it("takes search fields, a filter, an order and a text", async () => {
    const [first] = objectsAt(await getRecords(books, invoices), "invoices");
    const found = await getRecords(books, {
      ...invoices,
      searchFields: { customer_id: first?.customer_id },
      filterBy: "Status.All",
      sort_by: "total",
      sort_order: "asc",
    });
    const totals = objectsAt(found, "invoices").map(({ total }) => Number(total));
    expect(new Set(objectsAt(found, "invoices").map((row) => row.customer_id))).toEqual(
      new Set([first?.customer_id]),
    );
    expect(totals).toEqual([...totals].sort((left, right) => left - right));
    await getRecords(books, { ...invoices, searchText: "INV-000007" });
    expect((await lastRequest()).query).toMatchObject({ search_text: "INV-000007" });
    expect(books.warnings).toEqual([]);
  });

  it("warns of a search parameter that Zoho would ignore", async () => {
    await getRecords(books, {
      ...invoices,
      searchFields: { costumer_name: "Bowman", total_greater_than: "5" },
    });
    expect(books.warnings).toEqual([
      "Zoho names no search parameter costumer_name for invoices, and may ignore it.",
    ]);
  });

  it("lists what changed since a time, the newest first and without Zoho's filter", async () => {
    const all = objectsAt(await getRecords(books, { ...invoices, fetchAll: true }), "invoices");
    const times = all.map((row) => Date.parse(String(row.last_modified_time))).sort((a, b) => a - b);
    const since = new Date(times[200] ?? 0).toISOString().replace(".000Z", "+00:00");
    const body = await getRecords(books, { ...invoices, modifiedSince: since, fetchAll: true });
    expect(objectsAt(body, "invoices")).toHaveLength(
      times.filter((time) => time >= Date.parse(since)).length,
    );
    const { query } = await lastRequest();
    expect(query).toMatchObject({ sort_column: "last_modified_time", sort_order: "D" });
    expect(query).not.toHaveProperty("last_modified_time");
  });

  it("refuses to ask for changes where Zoho's list does not tell them", () => {
    const since = { recordType: "settings/currencies", modifiedSince: "2026-03-01T09:00:00+00:00" };
    expect(() => getRecords(books, since)).toThrow(
      /Modified Since: Zoho's list of settings\/currencies does not say/,
    );
  });

  it("needs the parent of what stands under another", async () => {
    expect(() => getRecords(books, { recordType: "tasks" })).toThrow(
      /Parent Record ID: tasks stands under projects/,
    );
  });

  it("is an error when the answer has no list, never an empty one", async () => {
    await sandbox.fault({
      path: "/books/v3/invoices$",
      times: 1,
      effect: { status: 200, body: { code: 0, message: "success" } },
    });
    await expect(getRecords(books, invoices)).rejects.toMatchObject({ code: "UNREADABLE_ANSWER" });
  });

  it("is found under another key too, where it is the only one", async () => {
    const body = { code: 0, message: "success", customerpayments: [{ payment_id: "1" }] };
    await sandbox.fault({ path: "/books/v3/customerpayments$", times: 1, effect: { status: 200, body } });
    const all = await getRecords(books, { recordType: "customerpayments", fetchAll: true });
    expect(all.customerpayments).toEqual([{ payment_id: "1" }]);
  });
});

describe("one record", () => {
  const customer = async () =>
    recordIn(
      await createRecord(books, { recordType: "contacts", record: { contact_name: "Bowman & Co" } }),
      "contact",
    );

  it("is created from values of all kinds, typed", async () => {
    const { contact_id } = await customer();
    const fieldValues = {
      customer_id: String(contact_id),
      is_inclusive_tax: "false",
      due_date: "2026-03-31",
      line_items: '[{ "name": "Desk", "rate": "19.99", "quantity": "3" }]',
      cf_region: "West",
      Score: "7.5",
    };
    const body = await createRecord(books, {
      ...invoices,
      fieldValues,
      dynamicValues: { date: "2026-03-01" },
    });
    expect((await lastRequest()).body).toEqual({
      date: "2026-03-01",
      customer_id: contact_id,
      is_inclusive_tax: false,
      due_date: "2026-03-31",
      line_items: [{ name: "Desk", rate: 19.99, quantity: 3 }],
      custom_fields: [
        { api_name: "cf_region", value: "West" },
        { label: "Score", value: "7.5" },
      ],
    });
    const { invoice_id } = recordIn(body, "invoice");
    const read = recordIn(await getRecord(books, { ...invoices, recordId: String(invoice_id) }), "invoice");
    expect(read).toMatchObject({
      total: 59.97,
      balance: 59.97,
      custom_field_hash: { cf_region: "West", cf_score_unformatted: 7.5 },
    });
  });

  it("can be sent, and can bring its own number", async () => {
    const { contact_id } = await customer();
    const record = {
      customer_id: contact_id,
      line_items: [{ name: "Desk", rate: 5 }],
      invoice_number: "A-1",
    };
    const body = await createRecord(books, {
      ...invoices,
      record,
      send: true,
      ignore_auto_number_generation: true,
    });
    expect(recordIn(body, "invoice")).toMatchObject({ invoice_number: "A-1", status: "sent" });
    expect((await lastRequest()).query).toMatchObject({
      send: "true",
      ignore_auto_number_generation: "true",
    });
  });

  it("is upserted by a unique custom field: made once, then changed", async () => {
    const upsert = (notes: string) =>
      upsertRecord(books, {
        recordType: "contacts",
        uniqueField: "cf_external_id",
        uniqueValue: "ERP-1",
        record: { contact_name: "SAF Instruments", notes },
      });
    const first = recordIn(await upsert("new"), "contact");
    const second = recordIn(await upsert("changed"), "contact");
    expect(second).toMatchObject({ contact_id: first.contact_id, notes: "changed" });
  });

  it("is not created twice when the connection breaks after it was", async () => {
    await sandbox.fault({
      method: "POST",
      path: "/books/v3/contacts$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    const error = await failure(customer());
    expect(error).toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
    const found = await getRecords(books, {
      recordType: "contacts",
      searchFields: { contact_name: "Bowman & Co" },
    });
    expect(objectsAt(found, "contacts")).toHaveLength(1);
  });

  it("fails with Zoho's words when there is none", async () => {
    const error = await failure(getRecord(books, { ...invoices, recordId: "1" }));
    expect(error).toMatchObject({ name: "ZohoError", product: "books", code: "1002", kind: "notFound" });
    expect(String(error)).toMatch(/Invoice does not exist/);
  });

  it("fails when a good status hides a code that is not 0", async () => {
    const body = { code: 1038, message: "JSON is not well formed" };
    await sandbox.fault({ path: "/books/v3/invoices/", times: 3, effect: { status: 200, body } });
    for (const call of [getRecord, removeRecord]) {
      const error = await failure(call(books, { ...invoices, recordId: "1" }));
      expect(error).toMatchObject({ code: "1038", status: 200 });
    }
    await expect(updateRecord(books, { ...invoices, recordId: "1", record: {} })).rejects.toMatchObject({
      code: "1038",
    });
  });

  it("is refused before any request where Zoho offers no such call", async () => {
    await sandbox.clearLedger();
    const key = { recordType: "employees", recordId: "1" };
    await expect(updateRecord(books, { ...key, record: {} })).rejects.toThrow("employees cannot be updated");
    await expect(getRecord(books, { recordType: "invoices" })).rejects.toThrow("Record ID: expected the id");
    expect(await sandbox.ledger()).toMatchObject({ requests: 0 });
  });

  it("keeps ids and paths where they belong", async () => {
    await failure(getRecord(books, { ...invoices, recordId: "1/email?x=#" }));
    expect((await lastRequest()).path).toBe("/books/v3/invoices/1%2Femail%3Fx%3D%23");
  });
});

describe("the limits of an organisation", () => {
  it("waits out a minute that is used up, and a crowd", async () => {
    const said = (code: number): JsonObject => ({
      status: 429,
      body: { code, message: "Too many requests" },
    });
    await sandbox.fault(
      { path: "/books/v3/invoices$", times: 1, effect: said(44) },
      { path: "/books/v3/invoices$", times: 1, effect: said(1070) },
    );
    const clock = books.transport;
    const before = clock.now();
    expect(objectsAt(await getRecords(books, invoices), "invoices")).toHaveLength(200);
    expect(clock.now() - before).toBeGreaterThanOrEqual(61_000);
  });

  it("says plainly that the day is spent, and does not wait for the next", async () => {
    await sandbox.limits({ books: { perDay: 0 } });
    const error = await failure(getRecords(books, invoices));
    expect(error).toMatchObject({ code: "45", status: 429, kind: "credits" });
    expect(String(error)).toMatch(/requests of the day are spent. Zoho Books takes more in \d+ \S+.* UTC\.$/);
    await sandbox.limits({ books: { perDay: 10_000 } });
  });
});
