import { BooksClient } from "../testing/client";
import { sampleOf } from "../testing/samples";

describe("an upsert by a unique custom field", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const headers = (value: string, more: Record<string, string> = {}) => ({
    "X-Unique-Identifier-Key": "cf_external_id",
    "X-Unique-Identifier-Value": value,
    "X-Upsert": "true",
    ...more,
  });

  it.each([
    ["books.contacts.upsert", "contacts", "contact", "contact_id", 201],
    ["books.items.upsert", "items", "item", "item_id", 201],
    ["books.invoices.upsert", "invoices", "invoice", "invoice_id", 201],
    ["books.estimates.upsert", "estimates", "estimate", "estimate_id", 201],
    ["books.salesorders.upsert", "salesorders", "salesorder", "salesorder_id", 201],
    ["books.creditnotes.upsert", "creditnotes", "creditnote", "creditnote_id", 201],
    ["books.recurringinvoices.upsert", "recurringinvoices", "recurring_invoice", "recurring_invoice_id", 201],
    ["books.bills.upsert", "bills", "bill", "bill_id", 201],
    ["books.purchaseorders.upsert", "purchaseorders", "purchaseorder", "purchaseorder_id", 201],
    ["books.recurringbills.upsert", "recurringbills", "recurring_bill", "recurring_bill_id", 201],
    ["books.expenses.upsert", "expenses", "expense", "expense_id", 201],
    ["books.recurringexpenses.upsert", "recurringexpenses", "recurring_expense", "recurring_expense_id", 201],
    ["books.customerpayments.upsert", "customerpayments", "payment", "payment_id", 201],
    ["books.vendorpayments.upsert", "vendorpayments", "vendorpayment", "payment_id", 201],
    ["books.projects.upsert", "projects", "project", "project_id", 201],
  ])("%s makes a record, and then changes it", async (operation, path, key, id, status) => {
    const { body } = sampleOf(books, path);
    const made = await books.call(operation, { body, headers: headers("A-1") });
    expect(made).toMatchObject({
      status,
      body: { code: 0, [key]: { custom_field_hash: { cf_external_id: "A-1" } } },
    });
    const changed = await books.call(operation, { body, headers: headers("A-1") });
    const sameId = Object(made.body[key])[id];
    expect(changed).toMatchObject({ status: 200, body: { code: 0, [key]: { [id]: sameId } } });
    const same = (await books.stored(path)).filter((row) => row.cf_external_id === "A-1");
    expect(same).toHaveLength(1);
  });

  const upsert = (more: Record<string, string>) =>
    books.call("books.contacts.upsert", {
      body: { contact_name: "Upserted" },
      headers: headers("B-1", more),
    });

  it("makes nothing without X-Upsert", async () => {
    expect(await upsert({ "X-Upsert": "false" })).toMatchObject({ status: 404, body: { code: 1002 } });
  });

  it("needs the name of a unique field, and a value", async () => {
    expect(await upsert({ "X-Unique-Identifier-Key": "cf_region" })).toMatchObject({
      status: 400,
      body: { code: 4 },
    });
    expect(await upsert({ "X-Unique-Identifier-Value": "" })).toMatchObject({
      status: 400,
      body: { code: 4 },
    });
  });

  it("of credit notes and recurring bills needs scopes of other areas, as documented", async () => {
    const narrow = books.server.authorization(["ZohoBooks.creditnotes.UPDATE"]);
    expect((await books.fetch("creditnotes", { method: "PUT", headers: narrow })).status).toBe(401);
    const settings = books.server.authorization(["ZohoBooks.settings.UPDATE"]);
    expect((await books.fetch("recurringbills", { method: "PUT", headers: settings })).status).toBe(400);
  });
});
