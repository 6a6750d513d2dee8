import fc from "fast-check";
import { BooksClient } from "../testing/client";

describe("payments and credits", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  let count = 0;
  const contact = async (contact_type = "customer") => {
    const body = { contact_name: `Party ${count++}`, contact_type };
    return String((await books.ok("books.contacts.create", "contact", { body })).contact_id);
  };
  const today = async () => Object(await books.control("GET", "clock")).now.slice(0, 10);
  const invoice = async (customer_id: string, rate: number, body: object = {}, query = { send: "true" }) => {
    const whole = { customer_id, payment_terms: 30, line_items: [{ name: "Part", rate }], ...body };
    return String((await books.ok("books.invoices.create", "invoice", { body: whole, query })).invoice_id);
  };
  const pay = async (customer_id: string, amount: number, invoices: object[] = []) =>
    books.call("books.customerpayments.create", {
      body: { customer_id, payment_mode: "cash", amount, date: await today(), invoices },
    });
  const paid = async (customer_id: string, amount: number, invoices: object[] = []) =>
    Object((await pay(customer_id, amount, invoices)).body.payment);
  const read = (id: string) => books.ok("books.invoices.get", "invoice", { params: { invoice_id: id } });
  const readContact = (id: string) =>
    books.ok("books.contacts.get", "contact", { params: { contact_id: id } });

  it("leave an invoice sent, partially paid and paid in turn, and its balance exact", async () => {
    const customer = await contact();
    const id = await invoice(customer, 0.3);
    expect(await read(id)).toMatchObject({ status: "sent", balance: 0.3 });
    await pay(customer, 0.1, [{ invoice_id: id, amount_applied: 0.1 }]);
    expect(await read(id)).toMatchObject({ status: "partially_paid", balance: 0.2, payment_made: 0.1 });
    await pay(customer, 0.2, [{ invoice_id: id, amount_applied: 0.2 }]);
    expect(await read(id)).toMatchObject({
      status: "paid",
      balance: 0,
      payment_made: 0.3,
      last_payment_date: await today(),
    });
  });

  it("give the balance back when a payment ends or is moved to another invoice", async () => {
    const customer = await contact();
    const [first, second] = [await invoice(customer, 50), await invoice(customer, 50)];
    const { payment_id } = await paid(customer, 50, [{ invoice_id: first, amount_applied: 50 }]);
    const params = { payment_id };
    const body = { invoices: [{ invoice_id: second, amount_applied: 30 }] };
    const moved = await books.ok("books.customerpayments.update", "payment", { params, body });
    expect(moved).toMatchObject({
      unused_amount: 20,
      invoices: [{ invoice_id: second, amount_applied: 30 }],
    });
    expect(await read(first)).toMatchObject({ status: "sent", balance: 50 });
    expect(await read(second)).toMatchObject({ status: "partially_paid", balance: 20 });
    await books.call("books.customerpayments.delete", { params });
    expect(await read(second)).toMatchObject({ status: "sent", balance: 50 });
  });

  it("stay as they are when an update does not name them", async () => {
    const customer = await contact();
    const id = await invoice(customer, 10);
    const { payment_id } = await paid(customer, 10, [{ invoice_id: id, amount_applied: 10 }]);
    const body = { description: "By hand" };
    await books.ok("books.customerpayments.update", "payment", { params: { payment_id }, body });
    expect(await read(id)).toMatchObject({ status: "paid" });
  });

  it("cannot be more than what is owed, nor than the payment, and then nothing has changed", async () => {
    const customer = await contact();
    const id = await invoice(customer, 10);
    const half = { invoice_id: id, amount_applied: 6 };
    expect(await pay(customer, 20, [{ invoice_id: id, amount_applied: 10.01 }])).toMatchObject({
      status: 400,
    });
    expect(await pay(customer, 20, [half, half])).toMatchObject({ status: 400 });
    expect(await pay(customer, 5, [half])).toMatchObject({ status: 400 });
    expect(await pay(customer, 5, [{ invoice_id: "1", amount_applied: 5 }])).toMatchObject({
      status: 404,
      body: { code: 1002 },
    });
    expect(await read(id)).toMatchObject({ status: "sent", balance: 10 });
    const payments = (await books.stored("customerpayments")).filter((row) => row.customer_id === customer);
    expect(payments).toEqual([]);
  });

  it("make an invoice overdue by the day alone, which is no change of it", async () => {
    const customer = await contact();
    const id = await invoice(customer, 10, { payment_terms: 1 });
    const before = await read(id);
    await books.control("POST", "clock", { advanceSeconds: 3 * 24 * 60 * 60 });
    expect(await read(id)).toMatchObject({
      status: "overdue",
      last_modified_time: before.last_modified_time,
    });
    await pay(customer, 10, [{ invoice_id: id, amount_applied: 10 }]);
    expect(await read(id)).toMatchObject({ status: "paid" });
  });

  it("are followed by the contact's balances", async () => {
    const customer = await contact();
    const [draft, sent] = [await invoice(customer, 5, {}, { send: "false" }), await invoice(customer, 70.1)];
    expect(await readContact(customer)).toMatchObject({
      outstanding_receivable_amount: 70.1,
      has_transaction: true,
    });
    await pay(customer, 100, [{ invoice_id: sent, amount_applied: 70 }]);
    expect(await readContact(customer)).toMatchObject({
      outstanding_receivable_amount: 0.1,
      unused_credits_receivable_amount: 30,
    });
    await books.call("books.invoices.status.sent", { params: { invoice_id: draft } });
    expect(await readContact(customer)).toMatchObject({ outstanding_receivable_amount: 5.1 });
  });

  it("keep an invoice and a contact from being deleted", async () => {
    const customer = await contact();
    const id = await invoice(customer, 10);
    const { payment_id } = await paid(customer, 10, [{ invoice_id: id, amount_applied: 10 }]);
    const remove = () => books.call("books.invoices.delete", { params: { invoice_id: id } });
    const removeContact = () => books.call("books.contacts.delete", { params: { contact_id: customer } });
    expect(await remove()).toMatchObject({ status: 400 });
    expect(await removeContact()).toMatchObject({ status: 400 });
    await books.call("books.customerpayments.delete", { params: { payment_id } });
    expect(await remove()).toMatchObject({ status: 200 });
    expect(await removeContact()).toMatchObject({ status: 200 });
  });

  it("of several payments end together by books.customerpayments.bulkDelete, or none does", async () => {
    const customer = await contact();
    const id = await invoice(customer, 10);
    const entry = [{ invoice_id: id, amount_applied: 5 }];
    const ids = [await paid(customer, 5, entry), await paid(customer, 5, entry)].map(
      ({ payment_id }) => payment_id,
    );
    const remove = (payment_id: string) =>
      books.call("books.customerpayments.bulkDelete", { query: { payment_id, bulk_delete: "true" } });
    expect(await remove(`${ids[0]},1`)).toMatchObject({ status: 404 });
    expect(await read(id)).toMatchObject({ status: "paid" });
    expect(await remove(ids.join(","))).toMatchObject({ status: 200, body: { code: 0 } });
    expect(await read(id)).toMatchObject({ balance: 10 });
    expect(await remove("")).toMatchObject({ status: 400 });
  });

  it("of a vendor settle bills, and books.vendorpayments.bulkDelete ends them", async () => {
    const vendor = await contact("vendor");
    const line_items = [{ name: "Paper", rate: 33.33, quantity: 3 }];
    const bill = await books.ok("books.bills.create", "bill", {
      body: { vendor_id: vendor, bill_number: "S-1", payment_terms: 30, line_items },
    });
    const params = { bill_id: bill.bill_id };
    expect(bill).toMatchObject({ status: "open", balance: 99.99 });
    const payment = await books.ok("books.vendorpayments.create", "vendorpayment", {
      body: { vendor_id: vendor, amount: 99.99, bills: [{ bill_id: bill.bill_id, amount_applied: 99.98 }] },
    });
    expect(payment).toMatchObject({ balance: 0.01, bills: [{ amount_applied: 99.98 }] });
    expect(await books.ok("books.bills.get", "bill", { params })).toMatchObject({
      status: "partially_paid",
      balance: 0.01,
    });
    expect(await readContact(vendor)).toMatchObject({
      outstanding_payable_amount: 0.01,
      unused_credits_payable_amount: 0.01,
    });
    await books.call("books.vendorpayments.bulkDelete", {
      query: { vendorpayment_id: String(payment.payment_id) },
    });
    expect(await books.ok("books.bills.get", "bill", { params })).toMatchObject({
      status: "open",
      balance: 99.99,
    });
  });

  it("of a retainer invoice are what its payment came to", async () => {
    const customer = await contact();
    const retainer = await books.ok("books.retainerinvoices.create", "retainerinvoice", {
      body: { customer_id: customer, line_items: [{ description: "Retainer", rate: 200 }] },
    });
    const params = { retainerinvoice_id: retainer.retainerinvoice_id };
    await books.call("books.retainerinvoices.status.sent", { params });
    const body = { customer_id: customer, payment_mode: "cash", amount: 200, date: await today(), ...params };
    await books.ok("books.customerpayments.create", "payment", { body });
    const settled = await books.ok("books.retainerinvoices.get", "retainerinvoice", { params });
    expect(settled).toMatchObject({ status: "paid", balance: 0 });
  });

  it("in any number and order leave exactly the rest", async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(amounts, fc.nat(5000), async (cents, rest) => {
      const customer = await contact();
      const total = cents.reduce((left, right) => left + right, rest);
      const id = await invoice(customer, total / 100);
      for (const part of cents)
        await pay(customer, part / 100, [{ invoice_id: id, amount_applied: part / 100 }]);
      expect(await read(id)).toMatchObject({
        balance: rest / 100,
        payment_made: (total - rest) / 100,
        status: rest === 0 ? "paid" : "partially_paid",
      });
    });
    await fc.assert(property, { numRuns: 15 });
  });
});
