import { BooksClient } from "../../testing/client";

describe("a file", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const form = (field: string, ...files: [name: string, content: string | Buffer][]): FormData => {
    const data = new FormData();
    for (const [name, content] of files)
      data.append(field, new Blob([content], { type: "text/plain" }), name);
    return data;
  };
  const post = (path: string, body: FormData) => books.fetch(path, { method: "POST", body });

  it.each([
    [
      "invoices",
      "invoice_id",
      200,
      "books.invoices.attachment books.invoices.attachment.get books.invoices.attachment.update books.invoices.attachment.delete",
    ],
    [
      "salesorders",
      "salesorder_id",
      201,
      "books.salesorders.attachment books.salesorders.attachment.get books.salesorders.attachment.update books.salesorders.attachment.delete",
    ],
    [
      "purchaseorders",
      "purchaseorder_id",
      201,
      "books.purchaseorders.attachment books.purchaseorders.attachment.get books.purchaseorders.attachment.update books.purchaseorders.attachment.delete",
    ],
    [
      "bills",
      "bill_id",
      201,
      "books.bills.attachment books.bills.attachment.get books.bills.attachment.delete",
    ],
    [
      "retainerinvoices",
      "retainerinvoice_id",
      200,
      "books.retainerinvoices.attachment books.retainerinvoices.attachment.get",
    ],
    ["journals", "journal_id", 201, "books.journals.attachment"],
  ])("of %s comes back as it went", async (path, idField, status, operations) => {
    const [record] = await books.stored(path);
    const at = `${path}/${record?.[idField]}/attachment`;
    for (const name of ["logo.svg", "plan.zip", "pdf"])
      expect((await post(at, form("attachment", [name, "one"]))).status).toBe(400);
    expect((await post(at, form("attachment", ["plan ü.pdf", "one\ntwo"]))).status).toBe(status);
    const shown = async () => (await books.stored(path)).find((row) => row[idField] === record?.[idField]);
    expect(await shown()).toMatchObject({
      has_attachment: true,
      attachment_name: "plan ü.pdf",
      documents: [{ file_name: "plan ü.pdf", file_type: "text/plain", file_size: 7 }],
    });
    const offers = (verb: string) => operations.includes(`.attachment.${verb}`);
    if (offers("get")) {
      const response = await books.fetch(at);
      expect(response.headers.get("content-type")).toBe("text/plain");
      expect(await response.text()).toBe("one\ntwo");
    }
    if (offers("update")) {
      const response = await books.fetch(`${at}?can_send_in_mail=true`, { method: "PUT" });
      expect(response.status).toBe(200);
      expect(await shown()).toMatchObject({ can_send_in_mail: true });
      expect((await books.fetch(at, { method: "PUT" })).status).toBe(400);
    }
    if (offers("delete")) {
      expect((await books.fetch(at, { method: "DELETE" })).status).toBe(200);
      expect(await shown()).toMatchObject({ has_attachment: false, attachment_name: "" });
      expect((await books.fetch(at)).status).toBe(404);
      expect((await books.fetch(at, { method: "DELETE" })).status).toBe(404);
    }
  });

  it("of an expense is a receipt, which takes the place of the one before: books.expenses.receipt", async () => {
    const [expense] = await books.stored("expenses");
    const at = `expenses/${expense?.expense_id}/receipt`;
    await post(at, form("receipt", ["first.pdf", "1"]));
    await post(at, form("receipt", ["second.pdf", "2"]));
    expect(await (await books.fetch(at)).text()).toBe("2");
    const params = { expense_id: expense?.expense_id };
    const shown = await books.ok("books.expenses.get", "expense", { params });
    expect(shown).toMatchObject({ expense_receipt_name: "second.pdf", expense_receipt_type: "pdf" });
    expect(await books.call("books.expenses.receipt.delete", { params })).toMatchObject({ status: 200 });
    expect(await books.call("books.expenses.receipt.get", { params })).toMatchObject({ status: 404 });
    await post(at, form("receipt", ["third.pdf", "3"]));
    expect(await books.call("books.invoices.expenses.receipt.delete", { params })).toMatchObject({
      status: 200,
    });
    expect((await books.fetch(at)).status).toBe(404);
  });

  it("of an expense may come with others: books.expenses.attachment describes them", async () => {
    const [expense] = await books.stored("expenses");
    const files = form("attachment", ["a.pdf", "a"], ["b.pdf", "bb"]);
    const response = await post(`expenses/${expense?.expense_id}/attachment`, files);
    expect(await response.json()).toMatchObject({
      code: 0,
      documents: [
        { file_name: "a.pdf", file_size: 1 },
        { file_name: "b.pdf", file_size: 2 },
      ],
    });
  });

  it("is a document of its invoice, which can be described and deleted", async () => {
    const [, invoice] = await books.stored("invoices");
    const params = { invoice_id: invoice?.invoice_id };
    await post(
      `invoices/${invoice?.invoice_id}/attachment`,
      form("attachment", ["a.pdf", "a"], ["b.pdf", "b"]),
    );
    const { documents } = await books.ok("books.invoices.get", "invoice", { params });
    const [first] = Object(documents);
    const ofFirst = { params: { ...params, document_id: first.document_id } };
    expect(await books.ok("books.invoices.documents.get", "document", ofFirst)).toMatchObject({
      file_name: "a.pdf",
    });
    expect(await books.call("books.invoices.documents.delete", ofFirst)).toMatchObject({ status: 200 });
    expect(await books.call("books.invoices.documents.get", ofFirst)).toMatchObject({ status: 404 });
    expect(await books.ok("books.invoices.get", "invoice", { params })).toMatchObject({
      attachment_name: "b.pdf",
    });
  });

  it("of a retainer invoice is deleted as a document", async () => {
    const [, retainer] = await books.stored("retainerinvoices");
    const params = { retainerinvoice_id: retainer?.retainerinvoice_id };
    await post(
      `retainerinvoices/${retainer?.retainerinvoice_id}/attachment`,
      form("attachment", ["a.pdf", "a"]),
    );
    const { documents } = await books.ok("books.retainerinvoices.get", "retainerinvoice", { params });
    const document_id = Object(documents)[0].document_id;
    const reply = await books.call("books.retainerinvoices.documents.delete", {
      params: { ...params, document_id },
    });
    expect(reply).toMatchObject({ status: 200 });
  });

  it("needs the right part, and may not be over 10 MB", async () => {
    const [invoice] = await books.stored("invoices");
    const at = `invoices/${invoice?.invoice_id}/attachment`;
    expect((await post(at, form("file", ["a.pdf", "a"]))).status).toBe(400);
    const large = await post(at, form("attachment", ["large.pdf", Buffer.alloc(10 * 1024 * 1024 + 1)]));
    expect(large.status).toBe(413);
    expect((await books.fetch(at)).status).toBe(404);
  });
});
