import { typeAt } from "../table";
import { BooksClient } from "../testing/client";
import { sampleOf } from "../testing/samples";

/**
 * Calls of state in the order they are made on one new record, each with the status code and the status that
 * follows.
 */
const walks: readonly [
  path: string,
  ...steps: (readonly [operation: string, code: number, status: string])[],
][] = [
  [
    "invoices",
    ["books.invoices.submit", 200, "pending_approval"],
    ["books.invoices.approve", 200, "approved"],
    ["books.invoices.status.sent", 200, "sent"],
    ["books.invoices.status.void", 200, "void"],
    ["books.invoices.status.draft", 200, "draft"],
  ],
  [
    "estimates",
    ["books.estimates.submit", 200, "pending_approval"],
    ["books.estimates.approve", 200, "approved"],
    ["books.estimates.status.sent", 200, "sent"],
    ["books.estimates.status.accepted", 200, "accepted"],
    ["books.estimates.status.declined", 200, "declined"],
  ],
  [
    "salesorders",
    ["books.salesorders.submit", 200, "pending_approval"],
    ["books.salesorders.approve", 200, "approved"],
    ["books.salesorders.status.open", 201, "open"],
    ["books.salesorders.status.void", 201, "void"],
  ],
  [
    "retainerinvoices",
    ["books.retainerinvoices.submit", 200, "pending_approval"],
    ["books.retainerinvoices.approve", 200, "approved"],
    ["books.retainerinvoices.status.sent", 200, "sent"],
    ["books.retainerinvoices.status.void", 200, "void"],
    ["books.retainerinvoices.status.draft", 200, "draft"],
  ],
  [
    "creditnotes",
    ["books.creditnotes.status.void", 200, "void"],
    ["books.creditnotes.status.draft", 200, "draft"],
    ["books.creditnotes.submit", 200, "pending_approval"],
    ["books.creditnotes.approve", 200, "open"],
    ["books.creditnotes.status.open", 200, "open"],
  ],
  [
    "recurringinvoices",
    ["books.recurringinvoices.status.stop", 201, "stopped"],
    ["books.recurringinvoices.status.resume", 201, "active"],
  ],
  [
    "recurringexpenses",
    ["books.recurringexpenses.status.stop", 200, "stopped"],
    ["books.recurringexpenses.status.resume", 200, "active"],
  ],
  [
    "recurringbills",
    ["books.recurringbills.status.stop", 200, "stopped"],
    ["books.recurringbills.status.resume", 200, "active"],
  ],
  [
    "bills",
    ["books.bills.submit", 200, "pending_approval"],
    ["books.bills.approve", 200, "open"],
    ["books.bills.status.void", 201, "void"],
    ["books.bills.status.open", 201, "open"],
  ],
  [
    "purchaseorders",
    ["books.purchaseorders.submit", 200, "pending_approval"],
    ["books.purchaseorders.approve", 200, "approved"],
    ["books.purchaseorders.status.open", 201, "open"],
    ["books.purchaseorders.status.billed", 201, "billed"],
    ["books.purchaseorders.status.cancelled", 201, "cancelled"],
    ["books.purchaseorders.reject", 201, "rejected"],
  ],
  [
    "vendorcredits",
    ["books.vendorcredits.submit", 200, "pending_approval"],
    ["books.vendorcredits.approve", 200, "open"],
    ["books.vendorcredits.status.void", 201, "void"],
    ["books.vendorcredits.status.open", 201, "open"],
  ],
  ["journals", ["books.journals.status.publish", 201, "published"]],
  [
    "fixedassets",
    ["books.fixedassets.status.active", 200, "active"],
    ["books.fixedassets.status.cancel", 200, "cancel"],
    ["books.fixedassets.status.draft", 200, "draft"],
  ],
  ["contacts", ["books.contacts.inactive", 200, "inactive"], ["books.contacts.active", 200, "active"]],
  ["items", ["books.items.inactive", 200, "inactive"], ["books.items.active", 200, "active"]],
  [
    "users",
    ["books.users.inactive", 200, "inactive"],
    ["books.users.active", 200, "active"],
    ["books.users.invite", 200, "invited"],
  ],
  ["locations", ["books.locations.inactive", 200, "inactive"], ["books.locations.active", 200, "active"]],
  ["projects", ["books.projects.inactive", 200, "inactive"], ["books.projects.active", 200, "active"]],
  [
    "bankaccounts",
    ["books.bankaccounts.inactive", 201, "inactive"],
    ["books.bankaccounts.active", 201, "active"],
  ],
  [
    "chartofaccounts",
    ["books.chartofaccounts.inactive", 201, "inactive"],
    ["books.chartofaccounts.active", 201, "active"],
  ],
];

describe("a change of state", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  it.each(walks)("of %s shows in the record's status, and is a change of it", async (path, ...steps) => {
    const [, itemKey, idField] = typeAt(path).keys;
    const made = await books.ok(`books.${path}.create`, itemKey, { body: sampleOf(books, path).body });
    const params = { [idField]: made[idField] };
    const stored = async () => (await books.stored(path)).find((row) => row[idField] === made[idField]);
    for (const [operation, code, status] of steps) {
      await books.control("POST", "clock", { advanceSeconds: 1 });
      const before = await stored();
      const reply = await books.call(operation, { params });
      expect([reply.status, reply.body.code]).toEqual([code, 0]);
      const after = await stored();
      expect(after?.status).toBe(status);
      if (before?.status === status) continue;
      expect(String(after?.last_modified_time) > String(before?.last_modified_time)).toBe(true);
    }
  });

  const invoice = async (body: object = {}, query: Record<string, string> = {}) => {
    const whole = { ...sampleOf(books, "invoices").body, ...body };
    return books.ok("books.invoices.create", "invoice", { body: whole, query });
  };

  it("says what Books says", async () => {
    const { invoice_id } = await invoice();
    const { body } = await books.call("books.invoices.status.sent", { params: { invoice_id } });
    expect(body).toEqual({ code: 0, message: "Invoice status has been changed to Sent." });
  });

  it("tells in is_active whether an account is active", async () => {
    const [account] = await books.stored("bankaccounts");
    const params = { account_id: account?.account_id };
    await books.call("books.bankaccounts.inactive", { params });
    expect(await books.ok("books.bankaccounts.get", "bankaccount", { params })).toMatchObject({
      is_active: false,
    });
    await books.call("books.bankaccounts.active", { params });
  });

  it("makes a draft only of what is void", async () => {
    const { invoice_id } = await invoice();
    const reply = await books.call("books.invoices.status.draft", { params: { invoice_id } });
    expect(reply).toMatchObject({ status: 400 });
  });

  it("to void takes payments off the invoice, and leaves them to the customer", async () => {
    const made = await invoice({}, { send: "true" });
    const { invoice_id, customer_id, total, date } = made;
    const invoices = [{ invoice_id, amount_applied: total }];
    const body = { customer_id, payment_mode: "cash", amount: total, date, invoices };
    const { payment_id } = await books.ok("books.customerpayments.create", "payment", { body });
    await books.call("books.invoices.status.void", { params: { invoice_id } });
    const voided = await books.ok("books.invoices.get", "invoice", { params: { invoice_id } });
    expect(voided).toMatchObject({ status: "void", balance: 0, payment_made: 0 });
    const payment = await books.ok("books.customerpayments.get", "payment", { params: { payment_id } });
    expect(payment).toMatchObject({ unused_amount: total, invoices: [] });
  });

  it("of an unknown record is 404", async () => {
    const reply = await books.call("books.invoices.status.sent", { params: { invoice_id: "1" } });
    expect(reply).toMatchObject({ status: 404, body: { code: 1002 } });
  });

  it("to rejected needs the scope of an update", async () => {
    const [order] = await books.stored("purchaseorders");
    const path = `purchaseorders/${order?.purchaseorder_id}/reject`;
    const create = books.server.authorization(["ZohoBooks.purchaseorders.CREATE"]);
    expect((await books.fetch(path, { method: "POST", headers: create })).status).toBe(401);
    const update = books.server.authorization(["ZohoBooks.purchaseorders.UPDATE"]);
    expect((await books.fetch(path, { method: "POST", headers: update })).status).toBe(201);
  });
});
