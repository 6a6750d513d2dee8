import { BooksClient } from "../../testing/client";

describe("credits", () => {
  let books: BooksClient;
  let count = 0;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const line_items = (rate: number) => [{ name: "Part", rate }];
  const date = "2026-01-31";
  const contact = async (contact_type: string) => {
    const body = { contact_name: `Credited ${count++}`, contact_type };
    return (await books.ok("books.contacts.create", "contact", { body })).contact_id;
  };
  const cash = async () =>
    (await books.stored("chartofaccounts")).find((row) => row.account_type === "cash")?.account_id;

  describe("of a customer", () => {
    let customer_id: unknown;
    beforeEach(async () => {
      customer_id = await contact("customer");
    });
    const invoice = async (rate: number) => {
      const body = { customer_id, payment_terms: 90, line_items: line_items(rate) };
      return books.ok("books.invoices.create", "invoice", { body, query: { send: "true" } });
    };
    const note = (rate: number) =>
      books.ok("books.creditnotes.create", "creditnote", {
        body: { customer_id, date, line_items: line_items(rate) },
      });
    const payment = (amount: number) =>
      books.ok("books.customerpayments.create", "payment", {
        body: { customer_id, payment_mode: "cash", amount, date },
      });
    const read = ({ invoice_id }: Record<string, unknown>) =>
      books.ok("books.invoices.get", "invoice", { params: { invoice_id } });
    const readNote = ({ creditnote_id }: Record<string, unknown>) =>
      books.ok("books.creditnotes.get", "creditnote", { params: { creditnote_id } });

    it("are set against an invoice from notes and payments at once: books.invoices.credits", async () => {
      const [made, credit, paid] = [await invoice(100), await note(30), await payment(80)];
      const params = { invoice_id: made.invoice_id };
      const body = {
        apply_creditnotes: [{ creditnote_id: credit.creditnote_id, amount_applied: 30 }],
        invoice_payments: [{ payment_id: paid.payment_id, amount_applied: 69.99 }],
      };
      expect(await books.call("books.invoices.credits", { params, body })).toMatchObject({
        status: 200,
        body: { code: 0 },
      });
      expect(await read(made)).toMatchObject({
        status: "partially_paid",
        balance: 0.01,
        credits_applied: 30,
        payment_made: 69.99,
      });
      expect(await readNote(credit)).toMatchObject({
        status: "closed",
        balance: 0,
        invoices: [{ invoice_id: made.invoice_id, amount: 30 }],
      });
      const payments = await books.call("books.invoices.payments", { params });
      expect(payments.body.payments).toMatchObject([{ payment_id: paid.payment_id, amount: 69.99 }]);
      const credits = await books.call("books.invoices.creditsapplied", { params });
      expect(credits.body.credits).toMatchObject([
        { creditnote_id: credit.creditnote_id, amount_applied: 30 },
      ]);
    });

    it("are taken off an invoice again, payment by payment and note by note", async () => {
      const [made, credit, paid] = [await invoice(100), await note(30), await payment(80)];
      const params = { invoice_id: made.invoice_id };
      const body = {
        apply_creditnotes: [{ creditnote_id: credit.creditnote_id, amount_applied: 30 }],
        invoice_payments: [{ payment_id: paid.payment_id, amount_applied: 70 }],
      };
      await books.call("books.invoices.credits", { params, body });
      const [applied] = Object((await books.call("books.invoices.payments", { params })).body.payments);
      const [credited] = Object((await books.call("books.invoices.creditsapplied", { params })).body.credits);
      const ofPayment = { params: { ...params, invoice_payment_id: applied.invoice_payment_id } };
      expect(await books.call("books.invoices.payments.delete", ofPayment)).toMatchObject({ status: 200 });
      expect(await books.call("books.invoices.payments.delete", ofPayment)).toMatchObject({ status: 404 });
      const ofNote = { params: { ...params, creditnotes_invoice_id: credited.creditnotes_invoice_id } };
      expect(await books.call("books.invoices.creditsapplied.delete", ofNote)).toMatchObject({ status: 200 });
      expect(await read(made)).toMatchObject({ status: "sent", balance: 100 });
      expect(await readNote(credit)).toMatchObject({ status: "open", balance: 30 });
    });

    it("are all set against an invoice, or none", async () => {
      const [made, credit] = [await invoice(100), await note(30)];
      const params = { invoice_id: made.invoice_id };
      const entry = { creditnote_id: credit.creditnote_id, amount_applied: 20 };
      const apply = (apply_creditnotes: object[]) =>
        books.call("books.invoices.credits", { params, body: { apply_creditnotes } });
      expect(await apply([entry, entry])).toMatchObject({ status: 400 });
      expect(await apply([entry, { creditnote_id: "1", amount_applied: 1 }])).toMatchObject({ status: 404 });
      expect(await apply([])).toMatchObject({ status: 400 });
      expect(await read(made)).toMatchObject({ balance: 100 });
      expect(await readNote(credit)).toMatchObject({ balance: 30 });
    });

    it("are set against invoices from the note's side, listed and taken back: books.creditnotes.invoices", async () => {
      const [made, credit] = [await invoice(20), await note(30)];
      const params = { creditnote_id: credit.creditnote_id };
      const body = { invoices: [{ invoice_id: made.invoice_id, amount_applied: 20 }] };
      expect(await books.call("books.creditnotes.invoices.apply", { params, body })).toMatchObject({
        status: 200,
      });
      expect(await read(made)).toMatchObject({ status: "paid", balance: 0 });
      const listed = await books.call("books.creditnotes.invoices", { params });
      const [entry] = Object(listed.body.invoices_credited);
      expect(entry).toMatchObject({ invoice_number: made.invoice_number, credited_amount: 20 });
      const ofEntry = { params: { ...params, creditnote_invoice_id: entry.creditnote_invoice_id } };
      expect(await books.call("books.creditnotes.invoices.delete", ofEntry)).toMatchObject({ status: 200 });
      expect(await read(made)).toMatchObject({ balance: 20 });
    });

    it("are refunded up to what is left: books.creditnotes.refunds", async () => {
      const credit = await note(30);
      const params = { creditnote_id: credit.creditnote_id };
      const refund = (amount: number) =>
        books.call("books.creditnotes.refunds.create", { params, body: { date, amount } });
      expect(await refund(30.01)).toMatchObject({ status: 400 });
      const made = Object((await refund(10)).body.creditnote_refund);
      expect(made).toMatchObject({
        creditnote_number: credit.creditnote_number,
        amount_fcy: 10,
        amount_bcy: 10,
      });
      expect(await readNote(credit)).toMatchObject({ status: "open", balance: 20 });
      const more = {
        params: { ...params, creditnote_refund_id: made.creditnote_refund_id },
        body: { amount: 30 },
      };
      expect(await books.call("books.creditnotes.refunds.update", more)).toMatchObject({ status: 200 });
      expect(await readNote(credit)).toMatchObject({ status: "closed", balance: 0 });
      const all = await books.call("books.creditnotes.refunds.listAll", {
        query: { customer_id: String(customer_id) },
      });
      expect(all.body.creditnote_refunds).toMatchObject([{ amount: 30 }]);
      const ofContact = await books.call("books.contacts.refunds", { params: { contact_id: customer_id } });
      expect(ofContact.body.creditnote_refunds).toMatchObject([{ amount: 30 }]);
      await books.call("books.creditnotes.refunds.delete", more);
      expect(await readNote(credit)).toMatchObject({ balance: 30 });
    });

    it("of a payment are refunded too: books.customerpayments.refunds", async () => {
      const { payment_id } = await payment(10);
      const params = { payment_id };
      const body = { date, amount: 4, from_account_id: await cash() };
      expect(await books.call("books.customerpayments.refunds.create", { params, body })).toMatchObject({
        status: 201,
      });
      const after = await books.ok("books.customerpayments.get", "payment", { params });
      expect(after).toMatchObject({ amount: 10, unused_amount: 6 });
    });

    it("come back to the invoice when the note ends", async () => {
      const [made, credit] = [await invoice(20), await note(20)];
      const body = { invoices: [{ invoice_id: made.invoice_id, amount_applied: 20 }] };
      const params = { creditnote_id: credit.creditnote_id };
      await books.call("books.creditnotes.invoices.apply", { params, body });
      await books.call("books.creditnotes.delete", { params });
      expect(await read(made)).toMatchObject({ balance: 20 });
    });
  });

  describe("of a vendor", () => {
    let vendor_id: unknown;
    beforeEach(async () => {
      vendor_id = await contact("vendor");
    });
    const bill = (rate: number) =>
      books.ok("books.bills.create", "bill", {
        body: { vendor_id, bill_number: `C-${count++}`, payment_terms: 90, line_items: line_items(rate) },
      });
    const credit = (rate: number) =>
      books.ok("books.vendorcredits.create", "vendor_credit", {
        body: { vendor_id, line_items: line_items(rate) },
      });
    const read = ({ bill_id }: Record<string, unknown>) =>
      books.ok("books.bills.get", "bill", { params: { bill_id } });

    it("are set against a bill from credits and payments: books.bills.credits", async () => {
      const [made, from] = [await bill(100), await credit(30)];
      const { payment_id } = await books.ok("books.vendorpayments.create", "vendorpayment", {
        body: { vendor_id, amount: 70 },
      });
      const params = { bill_id: made.bill_id };
      const body = {
        apply_vendor_credits: [{ vendor_credit_id: from.vendor_credit_id, amount_applied: 30 }],
        bill_payments: [{ payment_id, amount_applied: 70 }],
      };
      expect(await books.call("books.bills.credits", { params, body })).toMatchObject({ status: 201 });
      expect(await read(made)).toMatchObject({
        status: "paid",
        balance: 0,
        payment_made: 70,
        credits_applied: 30,
      });
      const [entry] = Object((await books.call("books.bills.payments", { params })).body.payments);
      expect(entry).toMatchObject({ payment_id, amount: 70 });
      const ofEntry = { params: { ...params, bill_payment_id: entry.bill_payment_id } };
      expect(await books.call("books.bills.payments.delete", ofEntry)).toMatchObject({ status: 200 });
      expect(await read(made)).toMatchObject({ status: "partially_paid", balance: 70 });
    });

    it("are set against bills from the credit's side, listed and taken back: books.vendorcredits.bills", async () => {
      const [made, from] = [await bill(20), await credit(30)];
      const params = { vendor_credit_id: from.vendor_credit_id };
      const body = { bills: [{ bill_id: made.bill_id, amount_applied: 20 }] };
      expect(await books.call("books.vendorcredits.bills.apply", { params, body })).toMatchObject({
        status: 201,
      });
      const [entry] = Object((await books.call("books.vendorcredits.bills", { params })).body.bills_credited);
      expect(entry).toMatchObject({ bill_number: made.bill_number, amount: 20 });
      const ofEntry = { params: { ...params, vendor_credit_bill_id: entry.vendor_credit_bill_id } };
      expect(await books.call("books.vendorcredits.bills.delete", ofEntry)).toMatchObject({ status: 200 });
      expect(await read(made)).toMatchObject({ balance: 20 });
      expect(await books.call("books.vendorcredits.bills.apply", { params })).toMatchObject({ status: 400 });
    });

    it("are refunded, as payments are: books.vendorcredits.refunds and books.vendorpayments.refunds", async () => {
      const { vendor_credit_id } = await credit(30);
      const account_id = await cash();
      const params = { vendor_credit_id };
      const body = { date, amount: 30, account_id };
      expect(await books.call("books.vendorcredits.refunds.create", { params, body })).toMatchObject({
        status: 201,
      });
      const closed = await books.ok("books.vendorcredits.get", "vendor_credit", { params });
      expect(closed).toMatchObject({ status: "closed", balance: 0 });
      const all = await books.call("books.vendorcredits.refunds.listAll", {
        query: { customer_id: String(vendor_id) },
      });
      expect(all.body.vendor_credit_refunds).toMatchObject([{ amount: 30 }]);
      const { payment_id } = await books.ok("books.vendorpayments.create", "vendorpayment", {
        body: { vendor_id, amount: 5 },
      });
      const refund = { params: { payment_id }, body: { date, amount: 5, to_account_id: account_id } };
      expect(await books.call("books.vendorpayments.refunds.create", refund)).toMatchObject({ status: 201 });
      const left = await books.ok("books.vendorpayments.get", "vendorpayment", { params: { payment_id } });
      expect(left.balance).toBe(0);
    });
  });
});
