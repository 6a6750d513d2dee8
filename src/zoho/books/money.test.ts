import { openBooks, recordIn } from "../../../test/support/books";
import { Maker } from "../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { objectsAt } from "../core/json";
import { applyCredits, recordPayment } from "./money";
import { getRecords } from "./records/listing";
import { runRecordAction } from "./records/many";
import { createRecord, getRecord, removeRecord } from "./records/records";

let sandbox: TestSandbox;
let make: Maker;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  make = new Maker(await openBooks(sandbox));
});

const DATE = "2026-03-31";
/** 3 × 19.99 and 7 × 0.1 with 6.25 % tax: sums that a double gets wrong. */
const lines = async (tax: string) => [
  { name: "Desk", rate: "19.99", quantity: "3", tax_id: tax },
  { name: "Cable", rate: "0.1", quantity: "7", tax_id: tax },
];

async function invoice(): Promise<Record<string, unknown>> {
  const tax = await make.first("settings/taxes", ({ tax_percentage }) => tax_percentage === 6.25);
  const fieldValues = {
    customer_id: await make.id("contacts"),
    line_items: JSON.stringify(await lines(tax)),
  };
  const made = recordIn(await createRecord(make.books, { recordType: "invoices", fieldValues }), "invoice");
  await runRecordAction(make.books, {
    recordType: "invoices",
    recordId: String(made.invoice_id),
    recordAction: "markSent",
  });
  return made;
}

async function bill(): Promise<Record<string, unknown>> {
  const record = {
    vendor_id: await make.vendor(),
    bill_number: make.name("B"),
    date: DATE,
    line_items: [{ name: "Paper", rate: 33.33, quantity: 3, account_id: await make.account("expense") }],
  };
  return recordIn(await createRecord(make.books, { recordType: "bills", record }), "bill");
}

const read = async (recordType: string, id: unknown, key: string) =>
  recordIn(await getRecord(make.books, { recordType, recordId: String(id) }), key);

const key = (id: unknown) => ({ recordType: "invoices" as const, recordId: String(id) });

describe("an invoice", () => {
  it("comes to the cent", async () => {
    // 59.97 + 0.70 = 60.67, and 6.25 % of it is 3.79.
    expect(await invoice()).toMatchObject({
      sub_total: 60.67,
      tax_total: 3.79,
      total: 64.46,
      balance: 64.46,
    });
  });

  it("is paid in parts to the last cent, and then is paid", async () => {
    const { invoice_id } = await invoice();
    await recordPayment(make.books, { ...key(invoice_id), amount: "0.10", date: DATE });
    await recordPayment(make.books, { ...key(invoice_id), amount: "0.20", date: DATE });
    expect(await read("invoices", invoice_id, "invoice")).toMatchObject({
      balance: 64.16,
      status: "partially_paid",
    });
    const body = await recordPayment(make.books, {
      ...key(invoice_id),
      date: DATE,
      paymentMode: "banktransfer",
      referenceNumber: "REF-1",
      accountId: await make.account("cash"),
      dynamicValues: { description: "Rest" },
    });
    expect(recordIn(body, "payment")).toMatchObject({
      amount: 64.16,
      payment_mode: "banktransfer",
      reference_number: "REF-1",
      description: "Rest",
    });
    expect(await read("invoices", invoice_id, "invoice")).toMatchObject({ balance: 0, status: "paid" });
    const payments = await getRecords(make.books, {
      recordType: "payments",
      parentRecordType: "invoices",
      parentRecordId: String(invoice_id),
    });
    expect(objectsAt(payments, "payments").map(({ amount }) => amount)).toEqual(
      expect.arrayContaining([0.1, 0.2, 64.16]),
    );
  });

  it("leaves what was paid too much with the customer, for the next invoice", async () => {
    const first = await invoice();
    const body = await recordPayment(make.books, { ...key(first.invoice_id), amount: "100", date: DATE });
    const { payment_id } = recordIn(body, "payment");
    const second = await invoice();
    const credits = [{ payment_id, amount_applied: "35.54" }];
    await applyCredits(make.books, { ...key(second.invoice_id), credits });
    expect(await read("invoices", second.invoice_id, "invoice")).toMatchObject({ balance: 28.92 });
    expect(await read("customerpayments", payment_id, "payment")).toMatchObject({ unused_amount: 0 });
  });

  it("is settled by a credit note, and owed again when the credit is taken back", async () => {
    const { invoice_id, customer_id } = await invoice();
    const record = { customer_id, date: DATE, line_items: [{ name: "Desk", rate: 64.46, quantity: 1 }] };
    const note = recordIn(
      await createRecord(make.books, { recordType: "creditnotes", record }),
      "creditnote",
    );
    await runRecordAction(make.books, {
      recordType: "creditnotes",
      recordId: String(note.creditnote_id),
      recordAction: "markOpen",
    });
    await applyCredits(make.books, {
      ...key(invoice_id),
      credits: [{ creditnote_id: note.creditnote_id, amount_applied: 64.46 }],
    });
    expect(await read("invoices", invoice_id, "invoice")).toMatchObject({ balance: 0, status: "paid" });
    expect(await read("creditnotes", note.creditnote_id, "creditnote")).toMatchObject({
      balance: 0,
      status: "closed",
    });
    const under = {
      recordType: "creditsapplied",
      parentRecordType: "invoices",
      parentRecordId: String(invoice_id),
    };
    const [applied] = objectsAt(await getRecords(make.books, under), "credits");
    await removeRecord(make.books, { ...under, recordId: String(applied?.creditnotes_invoice_id) });
    expect(await read("invoices", invoice_id, "invoice")).toMatchObject({ balance: 64.46 });
  });

  it("takes no payment when nothing is owed", async () => {
    const { invoice_id } = await invoice();
    await recordPayment(make.books, { ...key(invoice_id), date: DATE });
    await expect(recordPayment(make.books, { ...key(invoice_id), date: DATE })).rejects.toThrow(
      /has no open balance/,
    );
  });

  it("refuses credits that name nothing, before any request", async () => {
    const credits = [{ vendor_credit_id: "1", amount_applied: 1 }];
    await expect(applyCredits(make.books, { ...key("1"), credits })).rejects.toThrow(
      "Credits, item 1: expected creditnote_id or payment_id, and amount_applied",
    );
  });
});

describe("a bill", () => {
  it("is settled by a vendor credit and a payment, to the cent", async () => {
    const { bill_id, vendor_id } = await bill();
    const record = {
      vendor_id,
      date: DATE,
      line_items: [{ name: "Paper", rate: 9.99, quantity: 1, account_id: await make.account("expense") }],
    };
    const credit = recordIn(
      await createRecord(make.books, { recordType: "vendorcredits", record }),
      "vendor_credit",
    );
    await runRecordAction(make.books, {
      recordType: "vendorcredits",
      recordId: String(credit.vendor_credit_id),
      recordAction: "markOpen",
    });
    const owed = { recordType: "bills" as const, recordId: String(bill_id) };
    await applyCredits(make.books, {
      ...owed,
      credits: [{ vendor_credit_id: credit.vendor_credit_id, amount_applied: "9.99" }],
    });
    expect(await read("bills", bill_id, "bill")).toMatchObject({ total: 99.99, balance: 90 });
    await recordPayment(make.books, { ...owed, date: DATE, accountId: await make.account("cash") });
    expect(await read("bills", bill_id, "bill")).toMatchObject({ balance: 0, status: "paid" });
  });
});

describe("a retainer invoice", () => {
  it("is paid by its customer", async () => {
    const recordId = await make.id("retainerinvoices");
    await runRecordAction(make.books, { recordType: "retainerinvoices", recordId, recordAction: "markSent" });
    await recordPayment(make.books, { recordType: "retainerinvoices", recordId, date: DATE });
    expect(await read("retainerinvoices", recordId, "retainerinvoice")).toMatchObject({
      balance: 0,
      status: "paid",
    });
  });
});

describe("the payment of a foreign invoice", () => {
  const EVENING_S = 20 * 3600;

  const euros = async () => {
    const currency_id = await make.first(
      "settings/currencies",
      ({ currency_code }) => currency_code === "EUR",
    );
    const record = {
      customer_id: await make.id("contacts"),
      currency_id,
      exchange_rate: 1.1,
      line_items: [{ name: "Desk", rate: 100, quantity: 1 }],
    };
    return recordIn(await createRecord(make.books, { recordType: "invoices", record }), "invoice");
  };

  it("is booked at the invoice's own rate, on the organization's day", async () => {
    const { invoice_id } = await euros();
    const now = await sandbox.advance(0);
    const sinceMidnight = (Date.parse(String(now.now)) / 1000) % 86_400;
    await sandbox.advance((86_400 + EVENING_S - sinceMidnight) % 86_400);
    // The first token has ended by now.
    const { payment } = await recordPayment(await openBooks(sandbox), key(invoice_id));
    const [organization] = sandbox.world.books.all();
    expect(payment).toMatchObject({ amount: 100, exchange_rate: 1.1, date: organization?.today() });
    expect(organization?.today()).not.toBe(new Date(sandbox.world.clock.now()).toISOString().slice(0, 10));
  });

  it("is booked at the rate that is given", async () => {
    const { invoice_id } = await euros();
    const dynamicValues = { exchange_rate: "1.25" };
    const { payment } = await recordPayment(make.books, { ...key(invoice_id), date: DATE, dynamicValues });
    expect(payment).toMatchObject({ exchange_rate: 1.25, date: DATE });
  });
});
