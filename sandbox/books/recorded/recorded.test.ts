import { type Draft, isObject, objectsOf, partsOf } from "../core/values";
import { recorded } from "../engine/show";
import { findType } from "../table";
import { BooksClient } from "../testing/client";
import { type Key, keysOf, recordedPages } from "./shape";

const kindOf = (value: unknown): string => {
  if (value === "") return "blank";
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return "object";
  return typeof value === "string" ? "text" : typeof value;
};

/** The recorded keys that an answer lacks, or has with another kind of value; what is blank may be of any. */
function differences(row: Draft, keys: readonly Key[], path = ""): { seen: number; missing: string[] } {
  let seen = 0;
  const missing: string[] = [];
  for (const key of keys) {
    const value = row[key.name];
    const name = `${path}${key.name}`;
    seen++;
    if (!(key.name in row)) missing.push(`${name} is missing`);
    else if (![key.kind, "blank"].includes(kindOf(value))) missing.push(`${name} is ${kindOf(value)}`);
    for (const part of isObject(value) ? [value] : objectsOf(value)) {
      const inner = differences(part, key.keys ?? [], `${name}.`);
      seen += inner.seen;
      missing.push(...inner.missing);
    }
  }
  return { seen, missing };
}

const plain = Object.keys(recorded).filter((path) => path !== "organizations");

describe("answers beside those that were recorded of the real Books", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const expectKeys = (row: unknown, notation: string) => {
    const { seen, missing } = differences(partsOf(row), keysOf(notation));
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  };

  it.each(plain)("%s: a list's row and a record hold each recorded key, of its kind", async (path) => {
    const type = findType(path);
    const [list = "", item = "", id = ""] = type?.keys ?? [];
    const name = path.replaceAll("/", ".");
    const { body } = await books.call(`books.${name}.list`);
    const [row] = objectsOf(body[list]);
    expectKeys(row, recorded[path]?.list ?? "");
    expectKeys(body.page_context, recordedPages);
    if (recorded[path]?.record === undefined) return;
    const got = await books.ok(`books.${name}.get`, item, { params: { [id]: row?.[id] } });
    expectKeys(got, recorded[path]?.record ?? "");
  });

  it("an organization of the list holds its keys, and no page_context stands beside it", async () => {
    const { body } = await books.call("books.organizations.list");
    expectKeys(objectsOf(body.organizations)[0], recorded.organizations?.list ?? "");
    expect(body).not.toHaveProperty("page_context");
    expect(body).toMatchObject({ organizations: [{ org_settings: { is_org_active: true } }] });
  });

  it.each([
    [
      "contacts",
      "The contact has been added.",
      "Contact information has been saved.",
      "The customer has been deleted.",
    ],
    ["items", "The item has been added.", "Item details have been saved.", "The item has been deleted."],
    [
      "estimates",
      "The quote has been created.",
      "Quote information has been updated.",
      "The quote has been deleted.",
    ],
    [
      "invoices",
      "The invoice has been created.",
      "Invoice information has been updated.",
      "The invoice has been deleted.",
    ],
    [
      "bills",
      "The bill has been created.",
      "Bill information has been updated.",
      "The bill has been deleted.",
    ],
    [
      "creditnotes",
      "The credit note has been created.",
      "The credit note has been updated.",
      "The credit note has been deleted.",
    ],
    [
      "customerpayments",
      "The payment from the customer has been recorded",
      "The details of the payment received from the customer have been updated",
      "The payment has been deleted.",
    ],
    [
      "vendorpayments",
      "The payment made to the vendor has been recorded",
      "The details of the payment made to the vendor have been updated",
      "The payment has been deleted.",
    ],
    [
      "expenses",
      "The expense has been recorded.",
      "Expense information has been updated.",
      "The expense has been deleted.",
    ],
    [
      "journals",
      "The journal entry has been created.",
      "The journal entry has been updated.",
      "The selected journal entry has been deleted.",
    ],
    [
      "purchaseorders",
      "Purchase Order has been added.",
      "Purchase Order has been updated.",
      "The purchase order has been deleted.",
    ],
    [
      "bankaccounts",
      "The account has been created.",
      "The details of the account have been updated.",
      "The account has been deleted.",
    ],
  ])("%s: texts of create, update and delete", (path, ...texts) => {
    expect(findType(path)?.messages).toEqual(texts);
  });
});

describe("what people saw of lists and limits", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  it("custom fields are flat and localized in a list, and a list and a hash in a record", async () => {
    const [known] = await books.stored("bills");
    const params = { bill_id: known?.bill_id };
    await books.call("books.bills.customFields", {
      params,
      body: [
        { label: "Signed On", value: "2026-09-17" },
        { label: "Score", value: 1234.5 },
      ],
    });
    const { body } = await books.call("books.bills.list");
    const row = objectsOf(body.bills).find(({ bill_id }) => bill_id === params.bill_id);
    expect(row).toMatchObject({
      cf_signed_on: "17 Sep 2026",
      cf_signed_on_formatted: "17 Sep 2026",
      cf_signed_on_unformatted: "2026-09-17",
      cf_score: "1,234.50",
      cf_score_unformatted: 1234.5,
    });
    expect(Object.keys(row ?? {}).filter((name) => name.startsWith("custom_field"))).toEqual([]);
    const bill = await books.ok("books.bills.get", "bill", { params });
    expect(Object.keys(bill).filter((name) => name.startsWith("cf_"))).toEqual([]);
    expect(bill).toMatchObject({
      custom_fields: [
        { api_name: "cf_score", value: 1234.5, value_formatted: "1,234.50" },
        { api_name: "cf_signed_on", value: "2026-09-17", value_formatted: "17 Sep 2026" },
      ],
      custom_field_hash: { cf_signed_on: "17 Sep 2026", cf_signed_on_unformatted: "2026-09-17" },
    });
  });

  it("filter_by cancels filters by a day", async () => {
    const numberOf = async (query: Record<string, string>) =>
      objectsOf((await books.call("books.invoices.list", { query })).body.invoices).length;
    const never = { date_start: "2019-01-01", date_end: "2019-01-02" };
    expect(await numberOf(never)).toBe(0);
    expect(await numberOf({ ...never, filter_by: "Status.All" })).toBeGreaterThan(0);
  });

  it("parameters that were honored come back as criteria, and others do not", async () => {
    const query = { status: "draft", invoice_nmbr: "INV-000001" };
    const { body } = await books.call("books.invoices.list", { query });
    expect(partsOf(body.page_context)).toMatchObject({
      report_name: "Invoices",
      applied_filter: "Status.All",
      search_criteria: [{ column_name: "status", search_text: "draft", comparator: "equal" }],
    });
    expect(partsOf((await books.call("books.estimates.list")).body.page_context)).toMatchObject({
      report_name: "Quotes",
    });
  });

  it("a time is told with an offset without a colon, or refused", async () => {
    const since = (last_modified_time: string) =>
      books.call("books.chartofaccounts.list", { query: { last_modified_time } });
    const rows = async (time: string) => objectsOf((await since(time)).body.chartofaccounts).length;
    expect(await since("2099-01-01T00:00:00Z")).toMatchObject({ status: 400, body: { code: 2 } });
    expect(await since("2099-01-01T00:00:00+05:30")).toMatchObject({ status: 400, body: { code: 2 } });
    expect(await rows("2099-01-01T00:00:00+0530")).toBe(0);
    expect(await rows("2099-01-01T00:00:00 0530")).toBeGreaterThan(0);
  });

  it("a filter by time keeps what nobody knows for certain: since then, that moment, or all", async () => {
    const [row] = await books.stored("chartofaccounts");
    const moment = String(row?.last_modified_time);
    const rows = async (last_modified_time: string) => {
      const { body } = await books.call("books.chartofaccounts.list", { query: { last_modified_time } });
      return objectsOf(body.chartofaccounts).length;
    };
    const before = moment.replace(/^\d{4}/, "2000");
    const all = await rows(before);
    await books.control("POST", "behaviours", { booksModifiedFilter: "exact", booksTimeForm: "ignored" });
    expect([await rows(before), await rows("2999-01-01T00:00:00Z")]).toEqual([0, all]);
    expect(await rows(moment)).toBeGreaterThan(0);
    await books.control("POST", "behaviours", { booksModifiedFilter: "ignored" });
    expect(await rows(moment.replace(/^\d{4}/, "2999"))).toBe(all);
    await books.control("DELETE", "behaviours");
  });

  it.each(["invoices", "bills", "estimates", "creditnotes", "journals"])(
    "%s are sorted by the time of change, though no page says so",
    async (path) => {
      const query = { sort_column: "last_modified_time", sort_order: "D" };
      const { status, body } = await books.call(`books.${path}.list`, { query });
      expect(status).toBe(200);
      const times = objectsOf(body[path]).map((row) => String(row.last_modified_time));
      expect(times).toEqual([...times].sort().reverse());
      expect(body.page_context).toMatchObject({ sort_column: "last_modified_time", sort_order: "D" });
    },
  );

  it("accounts of the chart come 5,000 a page, and only the active ones unless others are asked for", async () => {
    const [account] = (await books.stored("chartofaccounts")).filter((row) => row.account_type === "equity");
    await books.call("books.chartofaccounts.inactive", { params: { account_id: account?.account_id } });
    const ids = async (query: Record<string, string>) => {
      const { body } = await books.call("books.chartofaccounts.list", { query });
      expect(body.page_context).toMatchObject({ per_page: 5000 });
      return objectsOf(body.chartofaccounts).map(({ account_id }) => account_id);
    };
    expect(await ids({})).not.toContain(account?.account_id);
    expect(await ids({ filter_by: "AccountType.All" })).toContain(account?.account_id);
  });

  it.each([
    ["customerpayments", "customerpayments"],
    ["vendorpayments", "vendorpayments"],
    ["vendorcredits", "vendor_credits"],
    ["chartofaccounts", "chartofaccounts"],
  ])("the list of %s stands under %s, whatever the pages say", async (path, key) => {
    const { body } = await books.call(`books.${path}.list`);
    expect(Object.keys(body).sort()).toEqual(["code", "message", key, "page_context"].sort());
  });

  it("taxes are the active ones by themselves, and they and currencies tell their page", async () => {
    const taxes = await books.call("books.settings.taxes.list");
    expect(taxes.body.page_context).toMatchObject({ applied_filter: "Taxes.Active", report_name: "Taxes" });
    const currencies = await books.call("books.settings.currencies.list");
    expect(currencies.body.page_context).toMatchObject({ page: 1, report_name: "Currencies" });
  });

  it("bank transactions need an account with a status, and tell uncategorized lines only where asked", async () => {
    const noAccount = await books.call("books.banktransactions.list", { query: { filter_by: "Status.All" } });
    expect(noAccount).toEqual({ status: 400, body: { code: 4, message: "The account does not exist." } });
    const [account] = await books.stored("bankaccounts");
    const account_id = String(account?.account_id);
    const transactions = [{ date: "2026-01-31", amount: 5, debit_or_credit: "credit" }];
    await books.call("books.bankstatements.import", { body: { account_id, transactions } });
    const listed = async (query: Record<string, string>) =>
      objectsOf((await books.call("books.banktransactions.list", { query })).body.banktransactions);
    expect((await listed({})).map(({ status }) => status)).not.toContain("uncategorized");
    const [line] = await listed({ account_id, status: "uncategorized" });
    const params = { transaction_id: line?.transaction_id };
    expect(await books.call("books.banktransactions.delete", { params })).toMatchObject({ status: 400 });
  });

  it("every answer tells how the day stands, refusals of limits too", async () => {
    const read = async () => {
      const { status, headers } = await books.fetch("items");
      const of = (name: string) => Number(headers.get(`x-rate-limit-${name}`));
      return { status, limit: of("limit"), remaining: of("remaining"), reset: of("reset") };
    };
    const before = await read();
    expect(await read()).toMatchObject({ status: 200, limit: before.limit, remaining: before.remaining - 1 });
    expect(before.reset).toBeGreaterThan(0);
    expect(before.reset).toBeLessThanOrEqual(86_400);
    await books.control("POST", "limits", { books: { perDay: 1 } });
    expect(await read()).toMatchObject({ status: 429, limit: 1, remaining: 0 });
    await books.control("POST", "limits", { books: { perDay: 1_000_000 } });
  });

  it("the general word for a token is taken too", async () => {
    const own = Object(books.server.authorization(["ZohoBooks.fullaccess.all"]));
    const authorization = String(own.Authorization ?? own.authorization).replace(/^\S+/, "Bearer");
    expect((await books.fetch("items", { headers: { authorization } })).status).toBe(200);
  });

  it("a bad account of a new expense has the code of a missing record", async () => {
    const body = { account_id: "1", paid_through_account_id: "1", amount: 1, date: "2026-01-31" };
    expect(await books.call("books.expenses.create", { body })).toEqual({
      status: 404,
      body: { code: 1002, message: "Please enter valid expense account" },
    });
  });

  it("an amount has as many decimals as its currency", async () => {
    const currencies = await books.stored("settings/currencies");
    const idOf = (code: string) =>
      currencies.find(({ currency_code }) => currency_code === code)?.currency_id;
    const [customer] = await books.stored("contacts");
    const total = async (code: string) => {
      const line_items = [{ name: "Desk", rate: 10.3456 }];
      const body = { customer_id: customer?.contact_id, currency_id: idOf(code), line_items };
      return (await books.ok("books.invoices.create", "invoice", { body })).total;
    };
    expect([await total("JPY"), await total("USD"), await total("KWD")]).toEqual([10, 10.35, 10.346]);
  });

  it("email and phone of a contact are dropped on create unless a person has them", async () => {
    const body = { contact_name: "Silent", email: "a@example.com", phone: "1" };
    expect(await books.ok("books.contacts.create", "contact", { body })).toMatchObject({
      email: "",
      phone: "",
      contact_persons: [],
    });
  });

  it("a payment's own invoice_id is ignored: it stays unused", async () => {
    const [invoice] = (await books.stored("invoices")).filter(({ balance }) => Number(balance) > 1);
    const body = { customer_id: invoice?.customer_id, invoice_id: invoice?.invoice_id, amount: 1 };
    const payment = { ...body, payment_mode: "cash", date: "2026-01-31" };
    expect(await books.ok("books.customerpayments.create", "payment", { body: payment })).toMatchObject({
      unused_amount: 1,
      invoices: [],
    });
  });
});
