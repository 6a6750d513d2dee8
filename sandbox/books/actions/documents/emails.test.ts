import { BooksClient } from "../../testing/client";

describe("an email", () => {
  let books: BooksClient;
  beforeEach(async () => {
    books = await BooksClient.start();
  });
  afterEach(() => books.close());

  const mails = async (): Promise<Record<string, unknown>[]> =>
    Object(await books.control("GET", "books/mails")).data;

  it.each([
    ["books.invoices.email", "books.invoices.email.get", "invoices", "invoice_id", 200],
    ["books.estimates.email", "books.estimates.email.get", "estimates", "estimate_id", 200],
    ["books.salesorders.email", "books.salesorders.email.get", "salesorders", "salesorder_id", 201],
    ["books.salesreceipts.email", undefined, "salesreceipts", "sales_receipt_id", 201],
    [
      "books.retainerinvoices.email",
      "books.retainerinvoices.email.get",
      "retainerinvoices",
      "retainerinvoice_id",
      200,
    ],
    ["books.creditnotes.email", "books.creditnotes.email.get", "creditnotes", "creditnote_id", 200],
    [
      "books.purchaseorders.email",
      "books.purchaseorders.email.get",
      "purchaseorders",
      "purchaseorder_id",
      201,
    ],
    ["books.vendorpayments.email", "books.vendorpayments.email.get", "vendorpayments", "payment_id", 200],
    ["books.contacts.email", undefined, "contacts", "contact_id", 200],
    ["books.contacts.statements.email", "books.contacts.statements.email.get", "contacts", "contact_id", 200],
  ])("%s is kept, not sent", async (operation, content, path, idField, status) => {
    const [record] = await books.stored(path);
    const params = { [idField]: record?.[idField] };
    const body = { to_mail_ids: ["a@example.com", "b@example.com"], subject: "Hello", body: "There" };
    expect(await books.call(operation, { params, body })).toMatchObject({ status, body: { code: 0 } });
    expect(await mails()).toMatchObject([
      { path, id: record?.[idField], to: body.to_mail_ids, subject: "Hello" },
    ]);
    if (content) {
      const told = await books.call(content, { params });
      expect(told.status).toBe(200);
      expect(JSON.stringify(told.body)).toContain('"subject"');
    }
  });

  it("goes to the contact with Books' own words where no body comes, and makes a draft sent", async () => {
    const [invoice] = await books.stored("invoices");
    const params = { invoice_id: invoice?.invoice_id };
    expect(invoice).toMatchObject({ status: "draft", is_emailed: false });
    const first = await books.call("books.invoices.email", { params });
    expect(first.body).toMatchObject({ message: "Your invoice has been sent.", is_first_email: true });
    expect(await mails()).toMatchObject([{ to: [invoice?.email], subject: expect.stringContaining("INV-") }]);
    const sent = await books.ok("books.invoices.get", "invoice", { params });
    expect(sent.is_emailed).toBe(true);
    expect((await books.call("books.invoices.email", { params })).body).toMatchObject({
      is_first_email: false,
    });
    expect(["sent", "overdue"]).toContain(sent.status);
  });

  it("with a body needs someone to go to", async () => {
    const [invoice] = await books.stored("invoices");
    const params = { invoice_id: invoice?.invoice_id };
    const reply = await books.call("books.invoices.email", { params, body: { subject: "Hello" } });
    expect(reply).toMatchObject({ status: 400, body: { message: "Invalid value passed for to_mail_ids" } });
    expect(await mails()).toEqual([]);
  });

  it("of a credit note is in its history: books.creditnotes.emailhistory", async () => {
    const [note] = await books.stored("creditnotes");
    const params = { creditnote_id: note?.creditnote_id };
    await books.call("books.creditnotes.email", { params });
    const { body } = await books.call("books.creditnotes.emailhistory", { params });
    expect(body.email_history).toMatchObject([{ to_mail_ids: [note?.email] }]);
  });

  it.each([
    ["books.invoices.emailMany", "invoices", "invoice_id", "invoice_ids"],
    ["books.estimates.emailMany", "estimates", "estimate_id", "estimate_ids"],
  ])("%s goes for up to 10 at once", async (operation, path, idField, parameter) => {
    const ids = (await books.stored(path)).map((row) => row[idField]);
    const query = { [parameter]: ids.slice(0, 2).join(",") };
    expect(await books.call(operation, { query })).toMatchObject({ status: 200, body: { code: 0 } });
    expect(await mails()).toHaveLength(2);
    const eleven = { [parameter]: Array.from({ length: 11 }, () => ids[0]).join(",") };
    expect(await books.call(operation, { query: eleven })).toMatchObject({ status: 400 });
    expect(await books.call(operation)).toMatchObject({ status: 400 });
  });

  it("reminds of an invoice that is open, and of no other", async () => {
    const [invoice, other] = await books.stored("invoices");
    const params = { invoice_id: invoice?.invoice_id };
    expect(await books.call("books.invoices.paymentreminder", { params })).toMatchObject({ status: 400 });
    await books.call("books.invoices.status.sent", { params });
    expect(await books.call("books.invoices.paymentreminder", { params })).toMatchObject({ status: 200 });
    expect(await books.ok("books.invoices.get", "invoice", { params })).toMatchObject({ reminders_sent: 1 });
    const told = await books.ok("books.invoices.paymentreminder.get", "data", { params });
    expect(told).toHaveProperty("subject");
    const query = { invoice_ids: `${invoice?.invoice_id},${other?.invoice_id}` };
    expect(await books.call("books.invoices.remindMany", { query })).toMatchObject({
      status: 201,
      body: { info: { email_success_info: { sent_count: 1 } } },
    });
  });
});
