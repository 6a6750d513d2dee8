import { BooksClient } from "../../testing/client";
import { sampleOf } from "../../testing/samples";

describe("a document", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const first = async (path: string) => (await books.stored(path))[0] ?? {};
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());
  /**
   * What a reader of PDFs checks first: the header, the trailer, and that the table of objects is where it
   * says.
   */
  const expectPdf = (pdf: Buffer, pages: number) => {
    const text = pdf.toString("latin1");
    expect(text.startsWith("%PDF-1.")).toBe(true);
    expect(text.trimEnd().endsWith("%%EOF")).toBe(true);
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
    const offsets = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset));
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    expect(text.match(/\/Type \/Page /g)).toHaveLength(pages);
    for (const [, length, stream] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
      expect(stream).toHaveLength(Number(length));
    }
    return text;
  };

  it.each([
    ["invoices", "invoice_id", "invoice_number"],
    ["estimates", "estimate_id", "estimate_number"],
    ["salesorders", "salesorder_id", "salesorder_number"],
    ["salesreceipts", "sales_receipt_id", "receipt_number"],
    ["creditnotes", "creditnote_id", "creditnote_number"],
    ["purchaseorders", "purchaseorder_id", "purchaseorder_number"],
    ["vendorcredits", "vendor_credit_id", "vendor_credit_number"],
    ["customerpayments", "payment_id", "payment_number"],
  ])("of %s comes as a PDF that names it, by accept=pdf", async (path, idField, numberField) => {
    const record = await first(path);
    const response = await books.fetch(`${path}/${record[idField]}?accept=pdf`);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toContain(`${record[numberField]}.pdf`);
    expect(expectPdf(await bytes(response), 1)).toContain(String(record[numberField]));
  });

  it.each([
    ["books.invoices.pdf books.invoices.print", "invoices", "invoice_id", "invoice_ids"],
    ["books.estimates.pdf books.estimates.print", "estimates", "estimate_id", "estimate_ids"],
    ["books.salesorders.pdf books.salesorders.print", "salesorders", "salesorder_id", "salesorder_ids"],
  ])("comes with others in one PDF, up to 25: %s", async (_, path, idField, parameter) => {
    const ids = (await books.stored(path)).slice(0, 2).map((row) => row[idField]);
    for (const action of ["pdf", "print"]) {
      const response = await books.fetch(`${path}/${action}?${parameter}=${ids.join(",")}`);
      expectPdf(await bytes(response), 2);
      const many = Array.from({ length: 26 }, () => ids[0]).join(",");
      expect((await books.fetch(`${path}/${action}?${parameter}=${many}`)).status).toBe(400);
      expect((await books.fetch(`${path}/${action}`)).status).toBe(400);
    }
  });

  it.each([
    ["books.invoices.address.billing", "invoices", "invoice_id", "billing_address"],
    ["books.invoices.address.shipping", "invoices", "invoice_id", "shipping_address"],
    ["books.estimates.address.billing", "estimates", "estimate_id", "billing_address"],
    ["books.estimates.address.shipping", "estimates", "estimate_id", "shipping_address"],
    ["books.salesorders.address.billing", "salesorders", "salesorder_id", "billing_address"],
    ["books.salesorders.address.shipping", "salesorders", "salesorder_id", "shipping_address"],
    ["books.creditnotes.address.billing", "creditnotes", "creditnote_id", "billing_address"],
    ["books.creditnotes.address.shipping", "creditnotes", "creditnote_id", "shipping_address"],
    ["books.retainerinvoices.address.billing", "retainerinvoices", "retainerinvoice_id", "billing_address"],
    ["books.bills.address.billing", "bills", "bill_id", "billing_address"],
    ["books.purchaseorders.address.billing", "purchaseorders", "purchaseorder_id", "billing_address"],
  ])("has an address of its own: %s", async (operation, path, idField, field) => {
    const record = await first(path);
    const reply = await books.call(operation, {
      params: { [idField]: record[idField] },
      body: { city: "Chennai" },
    });
    expect(reply).toMatchObject({ status: 200, body: { [field]: { city: "Chennai" } } });
    expect(Object((await first(path))[field]).city).toBe("Chennai");
    const contact = (await books.stored("contacts")).find(
      (row) => row.contact_id === (record.customer_id ?? record.vendor_id),
    );
    expect(Object(contact?.[field]).city).not.toBe("Chennai");
  });

  it.each([
    ["books.invoices.templates.list", "books.invoices.templates.set", "invoices", "invoice_id"],
    ["books.estimates.templates.list", "books.estimates.templates.set", "estimates", "estimate_id"],
    ["books.salesorders.templates.list", "books.salesorders.templates.set", "salesorders", "salesorder_id"],
    [
      "books.retainerinvoices.templates.list",
      "books.retainerinvoices.templates.set",
      "retainerinvoices",
      "retainerinvoice_id",
    ],
    ["books.creditnotes.templates.list", "books.creditnotes.templates.set", "creditnotes", "creditnote_id"],
    [
      "books.purchaseorders.templates.list",
      "books.purchaseorders.templates.set",
      "purchaseorders",
      "purchaseorder_id",
    ],
  ])("is printed with a template: %s", async (list, set, path, idField) => {
    const { body } = await books.call(list);
    const [template] = Object(body.templates);
    const record = await first(path);
    const params = { [idField]: record[idField], template_id: template.template_id };
    expect(await books.call(set, { params })).toMatchObject({ status: 200 });
    expect(await first(path)).toMatchObject({
      template_id: template.template_id,
      template_name: template.template_name,
    });
    expect(await books.call(set, { params: { ...params, template_id: "1" } })).toMatchObject({ status: 404 });
  });

  it("that recurs has a template too: books.recurringinvoices.templates.set", async () => {
    const { recurring_invoice_id } = await first("recurringinvoices");
    const params = { recurring_invoice_id, template_id: "1" };
    expect(await books.call("books.recurringinvoices.templates.set", { params })).toMatchObject({
      status: 404,
    });
  });

  it("is made from a sales order, which is invoiced then and stays", async () => {
    const order = await books.ok("books.salesorders.create", "salesorder", {
      body: sampleOf(books, "salesorders").body,
    });
    const query = { salesorder_id: String(order.salesorder_id) };
    const reply = await books.call("books.invoices.fromsalesorder", { query });
    expect(reply).toMatchObject({
      status: 201,
      body: { invoice: { customer_id: order.customer_id, total: order.total, status: "draft" } },
    });
    const params = { salesorder_id: order.salesorder_id };
    expect(await books.ok("books.salesorders.get", "salesorder", { params })).toMatchObject({
      status: "invoiced",
    });
    expect(await books.call("books.salesorders.delete", { params })).toMatchObject({ status: 400 });
  });

  it("is made from an estimate that was sent, and twice of one that is invoiced: books.invoices.fromestimates", async () => {
    const body = sampleOf(books, "estimates").body;
    const { estimate_id } = await books.ok("books.estimates.create", "estimate", { body });
    const params = { estimate_id };
    const read = () => books.ok("books.estimates.get", "estimate", { params });
    const convert = () =>
      books.call("books.invoices.fromestimates", { query: { estimate_ids: String(estimate_id) } });
    expect(await convert()).toEqual({
      status: 200,
      body: {
        code: 0,
        message: "",
        data: {
          code: 1002,
          ids: [estimate_id],
          message: "Some of the quotes cannot be converted to Invoices",
        },
      },
    });
    await books.call("books.estimates.status.sent", { params });
    expect(await convert()).toEqual({ status: 200, body: { code: 0, message: "", data: {} } });
    const { status, invoice_ids } = await read();
    expect([status, invoice_ids]).toEqual(["invoiced", [expect.stringMatching(/^\d+$/)]]);
    await convert();
    expect((await read()).invoice_ids).toHaveLength(2);
  });

  it("that was made by hand is tied to the sales order its lines come from: books.invoices.mapwithorder", async () => {
    const order = await books.ok("books.salesorders.create", "salesorder", {
      body: sampleOf(books, "salesorders").body,
    });
    const [line] = Object(order.line_items);
    const line_items = [{ name: "Part", rate: 1, salesorder_item_id: line.line_item_id }];
    const body = { customer_id: order.customer_id, line_items };
    const { invoice_id } = await books.ok("books.invoices.create", "invoice", { body });
    const mapped = await books.call("books.invoices.mapwithorder", { body: { invoice_ids: [invoice_id] } });
    expect(mapped).toMatchObject({ status: 200, body: { errors: [] } });
    const invoice = await books.ok("books.invoices.get", "invoice", { params: { invoice_id } });
    expect(invoice.salesorder_id).toBe(order.salesorder_id);
  });

  it("makes an estimate invoiced that it names", async () => {
    const estimate = await books.ok("books.estimates.create", "estimate", {
      body: sampleOf(books, "estimates").body,
    });
    const { estimate_id, customer_id } = estimate;
    const body = { customer_id, invoiced_estimate_id: estimate_id, line_items: [{ name: "Part", rate: 1 }] };
    await books.ok("books.invoices.create", "invoice", { body });
    const after = await books.ok("books.estimates.get", "estimate", { params: { estimate_id } });
    expect(after.status).toBe("invoiced");
  });

  it("is prepared from purchase orders, which are billed with the bill: books.bills.frompurchaseorders", async () => {
    const order = await books.ok("books.purchaseorders.create", "purchaseorder", {
      body: sampleOf(books, "purchaseorders").body,
    });
    const query = { purchaseorder_ids: String(order.purchaseorder_id) };
    const prepared = await books.ok("books.bills.frompurchaseorders", "bill", { query });
    const made = await books.ok("books.bills.create", "bill", {
      body: { ...prepared, bill_number: "FROM-PO" },
    });
    expect(made.total).toBe(order.total);
    const params = { purchaseorder_id: order.purchaseorder_id };
    const after = await books.ok("books.purchaseorders.get", "purchaseorder", { params });
    expect(after.status).toBe("billed");
  });

  it("can have its balance written off, and back", async () => {
    const body = sampleOf(books, "invoices").body;
    const { invoice_id, total } = await books.ok("books.invoices.create", "invoice", {
      body,
      query: { send: "true" },
    });
    const params = { invoice_id };
    const read = () => books.ok("books.invoices.get", "invoice", { params });
    expect(await books.call("books.invoices.writeoff", { params })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ status: "paid", balance: 0, write_off_amount: total });
    expect(await books.call("books.invoices.writeoff", { params })).toMatchObject({ status: 400 });
    expect(await books.call("books.invoices.writeoff.cancel", { params })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ balance: total, write_off_amount: 0 });
    expect(await books.call("books.invoices.writeoff.cancel", { params })).toMatchObject({ status: 400 });
  });

  it("has reminders switched off and on, a sub-status, and a link to be paid by", async () => {
    const { invoice_id } = await first("invoices");
    const params = { invoice_id };
    const enabled = async () =>
      (await books.ok("books.invoices.get", "invoice", { params })).payment_reminder_enabled;
    await books.call("books.invoices.paymentreminder.disable", { params });
    expect(await enabled()).toBe(false);
    await books.call("books.invoices.paymentreminder.enable", { params });
    expect(await enabled()).toBe(true);
    const { salesorder_id } = await first("salesorders");
    const sub = { params: { salesorder_id, status_code: "cs_packed" } };
    expect(await books.call("books.salesorders.substatus", sub)).toMatchObject({ status: 200 });
    expect(await first("salesorders")).toMatchObject({ current_sub_status: "cs_packed" });
    const query = {
      transaction_id: String(invoice_id),
      transaction_type: "invoice",
      link_type: "public",
      expiry_time: "2030-01-01",
    };
    const link = await books.ok("books.share.paymentlink", "data", { query });
    expect(link.share_link).toContain(String(invoice_id));
    expect(await books.call("books.share.paymentlink")).toMatchObject({ status: 400 });
  });

  it.each([
    [
      "invoices",
      "invoice_id",
      "books.invoices.comments.create books.invoices.comments.list books.invoices.comments.update books.invoices.comments.delete",
    ],
    [
      "estimates",
      "estimate_id",
      "books.estimates.comments.create books.estimates.comments.list books.estimates.comments.update books.estimates.comments.delete",
    ],
    [
      "salesorders",
      "salesorder_id",
      "books.salesorders.comments.create books.salesorders.comments.list books.salesorders.comments.update books.salesorders.comments.delete",
    ],
    [
      "retainerinvoices",
      "retainerinvoice_id",
      "books.retainerinvoices.comments.create books.retainerinvoices.comments.list books.retainerinvoices.comments.update books.retainerinvoices.comments.delete",
    ],
    [
      "purchaseorders",
      "purchaseorder_id",
      "books.purchaseorders.comments.create books.purchaseorders.comments.list books.purchaseorders.comments.update books.purchaseorders.comments.delete",
    ],
    [
      "creditnotes",
      "creditnote_id",
      "books.creditnotes.comments.create books.creditnotes.comments.list books.creditnotes.comments.delete",
    ],
    ["bills", "bill_id", "books.bills.comments.create books.bills.comments.list books.bills.comments.delete"],
    [
      "vendorcredits",
      "vendor_credit_id",
      "books.vendorcredits.comments.create books.vendorcredits.comments.list books.vendorcredits.comments.delete",
    ],
    [
      "projects",
      "project_id",
      "books.projects.comments.create books.projects.comments.list books.projects.comments.delete",
    ],
    ["journals", "journal_id", "books.journals.comments.create books.journals.comments.delete"],
    ["fixedassets", "fixed_asset_id", "books.fixedassets.comments.create books.fixedassets.comments.delete"],
    ["recurringinvoices", "recurring_invoice_id", "books.recurringinvoices.comments.list"],
    ["recurringbills", "recurring_bill_id", "books.recurringbills.comments.list"],
    ["expenses", "expense_id", "books.expenses.comments.list"],
    ["recurringexpenses", "recurring_expense_id", "books.recurringexpenses.comments.list"],
  ])("of %s has comments", async (path, idField, operations) => {
    const record = await first(path);
    const params = { [idField]: record[idField] };
    const has = (verb: string) => operations.split(" ").find((name) => name.endsWith(`.${verb}`));
    const list = has("list");
    if (list)
      expect(await books.call(list, { params })).toMatchObject({
        status: 200,
        body: { code: 0, comments: [] },
      });
    const create = has("create");
    if (!create) return;
    expect((await books.call(create, { params, body: { description: "Call back" } })).body.code).toBe(0);
    const [comment] = await books.stored(`${path}/comments`);
    expect(comment).toMatchObject({
      description: "Call back",
      commented_by: "Maya Lindqvist",
      [idField]: record[idField],
    });
    const ofComment = { params: { ...params, comment_id: comment?.comment_id } };
    const update = has("update");
    if (update) await books.ok(update, "comment", { ...ofComment, body: { description: "Called" } });
    if (list) {
      const { body } = await books.call(list, { params });
      expect(body.comments).toMatchObject([{ description: update ? "Called" : "Call back" }]);
    }
    expect(await books.call(has("delete") ?? "", ofComment)).toMatchObject({ status: 200 });
    expect(await books.stored(`${path}/comments`)).toEqual([]);
  });
});
