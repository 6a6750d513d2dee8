import assert from "node:assert/strict";
import type { Connection } from "@prismatic-io/spectral";
import type { Runner } from "../runner";
import type { Teller } from "./teller";
import { at, textAt } from "./values";

/** From a deal that was won in Zoho CRM to money in Zoho Books. */
export async function tellBooks(teller: Teller, runner: Runner, connection: Connection): Promise<void> {
  const act = async (key: string, inputs: Record<string, unknown>): Promise<unknown> =>
    (await runner.action(key, { connection, ...inputs }))?.data;
  const price = "1249.95";
  let account = "";
  let customer_id = "";
  let estimateId = "";
  let invoice = { recordType: "invoices", recordId: "" };

  teller.chapter("From CRM to Books");

  await teller.step("Find a deal that was won", async () => {
    const query =
      "select Deal_Name, Account_Name from Deals where (Stage = :stage and Account_Name is not null) limit 1";
    const found = await act("crmRunQuery", { query, parameters: [{ key: "stage", value: "Closed Won" }] });
    account = textAt(found, "data.0.Account_Name.id");
    assert.notEqual(account, "", "There is no deal that was won.");
    return textAt(found, "data.0.Deal_Name");
  });

  await teller.step("Bring its account into Books", async () => {
    const imported = await act("booksImportFromCrm", { crmModule: "Accounts", crmRecordId: account });
    customer_id = textAt(imported, "data.customer_id") || textAt(imported, "data.contact_id");
    assert.match(customer_id, /^\d+$/);
    const contact = await act("booksGetRecord", { recordType: "contacts", recordId: customer_id });
    return `contact ${textAt(contact, "contact.contact_name")}`;
  });

  const line_items = [{ name: "Onboarding", rate: price, quantity: "3" }];

  await teller.step("Write an estimate, and have it accepted", async () => {
    const created = await act("booksCreateRecord", {
      recordType: "estimates",
      record: { customer_id, line_items },
    });
    estimateId = textAt(created, "estimate.estimate_id");
    const estimate = { recordType: "estimates", recordId: estimateId };
    await act("booksRunRecordAction", { ...estimate, recordAction: "markSent" });
    await act("booksRunRecordAction", { ...estimate, recordAction: "markAccepted" });
    const accepted = await act("booksGetRecord", estimate);
    assert.equal(textAt(accepted, "estimate.status"), "accepted");
    return `${textAt(accepted, "estimate.estimate_number")} over ${textAt(accepted, "estimate.total")}`;
  });

  await teller.step("Make it an invoice", async () => {
    const record = { customer_id, line_items, invoiced_estimate_id: estimateId };
    const created = await act("booksCreateRecord", { recordType: "invoices", record });
    invoice = { recordType: "invoices", recordId: textAt(created, "invoice.invoice_id") };
    assert.equal(at(created, "invoice.total"), 3749.85);
    await act("booksRunRecordAction", { ...invoice, recordAction: "markSent" });
    return `${textAt(created, "invoice.invoice_number")} over ${textAt(created, "invoice.total")}`;
  });

  await teller.step("Record a part of the payment, then the rest", async () => {
    await act("booksRecordPayment", { ...invoice, amount: "1000.10", paymentMode: "banktransfer" });
    const partly = await act("booksGetRecord", invoice);
    assert.equal(at(partly, "invoice.balance"), 2749.75);
    await act("booksRecordPayment", { ...invoice, paymentMode: "banktransfer" });
    const paid = await act("booksGetRecord", invoice);
    assert.deepEqual([at(paid, "invoice.balance"), at(paid, "invoice.status")], [0, "paid"]);
    return "balance 2749.75, then 0: paid";
  });

  await teller.step("Download it as a PDF", async () => {
    const file = await runner.action("booksDownloadPdf", { connection, ...invoice });
    assert.ok(Buffer.isBuffer(file?.data) && file.data.subarray(0, 5).toString() === "%PDF-");
    return `${file.data.length} bytes of ${file.contentType}`;
  });
}
