import fc from "fast-check";
import { BooksClient } from "../testing/client";
import { decimal, sum, toNumber } from "./decimal";

describe("a document's totals", () => {
  let books: BooksClient;
  let customer_id: string;
  let taxes: Map<unknown, string>;
  beforeAll(async () => {
    books = await BooksClient.start();
    const contact = await books.ok("books.contacts.create", "contact", { body: { contact_name: "Totals" } });
    customer_id = String(contact.contact_id);
    taxes = new Map((await books.stored("settings/taxes")).map((row) => [row.tax_name, String(row.tax_id)]));
  });
  afterAll(() => books.close());

  const estimate = (body: object) =>
    books.ok("books.estimates.create", "estimate", { body: { customer_id, ...body } });
  const lines = (...rates: number[]) => rates.map((rate) => ({ name: "Part", rate }));

  it("are the sum of lines, each rounded to the cent", async () => {
    const line_items = [
      { name: "A", rate: 19.99, quantity: 3 },
      { name: "B", rate: 0.1, quantity: 7 },
      { name: "C", rate: 0.333333, quantity: 3 },
    ];
    const made = await estimate({ line_items });
    expect(made).toMatchObject({ sub_total: 61.67, tax_total: 0, total: 61.67, price_precision: 2 });
    expect(made.line_items).toMatchObject([{ item_total: 59.97 }, { item_total: 0.7 }, { item_total: 1 }]);
  });

  it("have tax by line, gathered by name", async () => {
    const line_items = [
      { name: "A", rate: 10.05, tax_id: taxes.get("Standard Rate") },
      { name: "B", rate: 99.99, tax_id: taxes.get("State Tax") },
      { name: "C", rate: 10.05, tax_id: taxes.get("Standard Rate") },
    ];
    expect(await estimate({ line_items })).toMatchObject({
      sub_total: 120.09,
      taxes: [
        { tax_name: "Standard Rate", tax_amount: 4.02 },
        { tax_name: "State Tax", tax_amount: 6.25 },
      ],
      tax_total: 10.27,
      total: 130.36,
    });
  });

  it("have each tax of a group, and a compound one on the amount with the simple ones", async () => {
    const [group] = await books.stored("settings/taxgroups");
    const made = await estimate({ line_items: [{ name: "A", rate: 100, tax_id: group?.tax_group_id }] });
    expect(made).toMatchObject({
      taxes: [
        { tax_name: "State Tax", tax_amount: 6.25 },
        { tax_name: "City Levy", tax_amount: 1.59 },
      ],
      total: 107.84,
    });
  });

  it("take the tax out of rates that have it in, to the cent", async () => {
    const tax_id = taxes.get("Standard Rate");
    const made = await estimate({ is_inclusive_tax: true, line_items: [{ name: "A", rate: 100, tax_id }] });
    expect(made).toMatchObject({ sub_total: 83.33, tax_total: 16.67, total: 100 });
    expect(made.line_items).toMatchObject([{ item_total: 83.33, item_total_inclusive_of_tax: 100 }]);
    const odd = fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 5 }),
      async (counts) => {
        const line_items = counts.map((count) => ({ name: "A", rate: count / 100, tax_id }));
        const { total } = await estimate({ is_inclusive_tax: true, line_items });
        expect(total).toBe(counts.reduce((left, right) => left + right, 0) / 100);
      },
    );
    await fc.assert(odd, { numRuns: 25 });
  });

  it("take off a discount of each line", async () => {
    const line_items = [
      { name: "A", rate: 50, quantity: 2, discount: "10%" },
      { name: "B", rate: 10, discount: 2.5 },
    ];
    const made = await estimate({ discount_type: "item_level", line_items });
    expect(made).toMatchObject({ sub_total: 97.5, total: 97.5 });
    expect(made.line_items).toMatchObject([{ discount_amount: 10 }, { discount_amount: 2.5 }]);
  });

  it("take off a discount of the whole before tax, or after it", async () => {
    const line_items = lines(60, 40).map((line) => ({ ...line, tax_id: taxes.get("Standard Rate") }));
    expect(await estimate({ line_items, discount: "10%" })).toMatchObject({
      sub_total: 100,
      discount_amount: 10,
      tax_total: 18,
      total: 108,
    });
    expect(await estimate({ line_items, discount: 12, is_discount_before_tax: false })).toMatchObject({
      discount_amount: 12,
      tax_total: 20,
      total: 108,
    });
  });

  it("add shipping and an adjustment, and tell the total in the base currency", async () => {
    const [euro] = (await books.stored("settings/currencies")).filter((row) => row.currency_code === "EUR");
    const body = { line_items: lines(10), shipping_charge: 4.5, adjustment: -0.25 };
    expect(await estimate({ ...body, currency_id: euro?.currency_id, exchange_rate: 1.1 })).toMatchObject({
      total: 14.25,
      currency_code: "EUR",
      bcy_total: 15.68,
    });
  });

  it("take what a line does not have from its item: the sale's side or the purchase's", async () => {
    const [item] = await books.stored("items");
    const tax = Number(item?.tax_percentage);
    const line_items = [{ item_id: item?.item_id, quantity: 2 }];
    const sold = await estimate({ line_items });
    expect(sold.line_items).toMatchObject([{ name: item?.name, rate: item?.rate, tax_percentage: tax }]);
    const vendor = await books.ok("books.contacts.create", "contact", {
      body: { contact_name: "Seller", contact_type: "vendor" },
    });
    const bought = await books.ok("books.bills.create", "bill", {
      body: { vendor_id: vendor.contact_id, bill_number: "T-1", line_items },
    });
    expect(bought.line_items).toMatchObject([
      { rate: item?.purchase_rate, account_id: item?.purchase_account_id },
    ]);
  });

  it("keep the ids of lines that come again, and drop lines that do not", async () => {
    const made = await estimate({ line_items: lines(1, 2, 3) });
    const [, second] = Object(made.line_items);
    const params = { estimate_id: made.estimate_id };
    const body = {
      line_items: [
        { ...second, rate: 20 },
        { name: "New", rate: 1 },
      ],
    };
    const changed = await books.ok("books.estimates.update", "estimate", { params, body });
    expect(changed).toMatchObject({ total: 21 });
    expect(Object(changed.line_items)).toHaveLength(2);
    expect(Object(changed.line_items)[0].line_item_id).toBe(second.line_item_id);
  });

  it("always are what their parts come to", async () => {
    const rate = fc.integer({ min: 1, max: 999_999 }).map((count) => count / 100);
    const line = fc.record({
      rate,
      quantity: fc.integer({ min: 1, max: 9 }),
      tax: fc.constantFrom(...taxes.keys()),
    });
    const property = fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (parts) => {
      const line_items = parts.map(({ rate, quantity, tax }) => ({
        name: "P",
        rate,
        quantity,
        tax_id: taxes.get(tax),
      }));
      const made = await estimate({ line_items });
      const of = (list: unknown, field: string) =>
        Object(list).map((entry: Record<string, unknown>) => decimal(entry[field]));
      expect(made.sub_total).toBe(toNumber(sum(of(made.line_items, "item_total"))));
      expect(made.tax_total).toBe(toNumber(sum(of(made.taxes, "tax_amount"))));
      expect(made.total).toBe(toNumber(decimal(made.sub_total) + decimal(made.tax_total)));
    });
    await fc.assert(property, { numRuns: 30 });
  });
});
