import { BooksClient, type CallOptions } from "../../testing/client";

describe("a list", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const list = async (
    operation: string,
    key: string,
    query: Record<string, string> = {},
    more: CallOptions = {},
  ) => {
    const { status, body } = await books.call(operation, { ...more, query });
    if (status !== 200) throw new Error(JSON.stringify(body));
    const rows: Record<string, unknown>[] = Object(body[key]);
    return { rows, context: Object(body.page_context) };
  };
  const contacts = (query: Record<string, string>) => list("books.contacts.list", "contacts", query);
  const names = async (query: Record<string, string>) =>
    (await contacts(query)).rows.map((row) => row.contact_name);
  const refusal = async (query: Record<string, string>) =>
    (await books.call("books.contacts.list", { query })).body;

  describe("in pages", () => {
    it("has 200 records a page, of which page_context tells whether more follow", async () => {
      await books.control("POST", "reset", { books: { items: 450 } });
      const sizes: unknown[] = [];
      const ids = new Set<unknown>();
      for (const page of ["1", "2", "3", "4"]) {
        const { rows, context } = await list("books.items.list", "items", { page });
        sizes.push([rows.length, context.has_more_page, context.per_page]);
        for (const row of rows) ids.add(row.item_id);
      }
      expect(sizes).toEqual([
        [200, true, 200],
        [200, true, 200],
        [50, false, 200],
        [0, false, 200],
      ]);
      expect(ids.size).toBe(450);
    });

    it("says that no more follow where a page is just full", async () => {
      await books.control("POST", "reset", { books: { items: 6 } });
      const { context } = await list("books.items.list", "items", { per_page: "3", page: "2" });
      expect(context).toEqual({
        page: 2,
        per_page: 3,
        has_more_page: false,
        report_name: "Items",
        applied_filter: "Status.All",
        custom_fields: [],
        sort_column: "name",
        sort_order: "A",
      });
    });

    it("refuses a page that is none", async () => {
      expect(await refusal({ page: "0" })).toEqual({ code: 2, message: "Invalid value passed for page" });
      expect(await refusal({ per_page: "many" })).toMatchObject({ code: 2 });
    });
  });

  describe("of contacts", () => {
    beforeAll(async () => {
      await books.control("POST", "reset", { books: { contacts: 3 } });
      for (const [contact_name, first_name] of [
        ["Zeta Works", "Ada"],
        ["zeta labs", "Bert"],
        ["Omega", "Ada"],
      ]) {
        const body = { contact_name, contact_persons: [{ first_name, email: `${first_name}@zeta.example` }] };
        await books.ok("books.contacts.create", "contact", { body });
      }
    });

    it("is by name, regardless of case, unless it is sorted", async () => {
      const all = await names({});
      expect(all.slice(-2)).toEqual(["zeta labs", "Zeta Works"]);
      expect(await names({ sort_order: "D" })).toEqual([...all].reverse());
    });

    it("sorts by the columns Books has, in both directions", async () => {
      const { rows, context } = await contacts({ sort_column: "last_modified_time", sort_order: "D" });
      const times = rows.map((row) => row.last_modified_time);
      expect(times).toEqual([...times].sort().reverse());
      expect(context).toMatchObject({ sort_column: "last_modified_time", sort_order: "D" });
    });

    it("refuses other columns, orders and filters with code 2", async () => {
      expect(await refusal({ sort_column: "notes" })).toMatchObject({ code: 2 });
      expect(await refusal({ sort_order: "down" })).toMatchObject({ code: 2 });
      expect(await refusal({ filter_by: "Status.Gone" })).toEqual({
        code: 2,
        message: "Invalid value passed for filter_by",
      });
    });

    it("filters by a field, its beginning, or a part of it", async () => {
      expect(await names({ contact_name: "omega" })).toEqual(["Omega"]);
      expect(await names({ contact_name_startswith: "zeta" })).toEqual(["zeta labs", "Zeta Works"]);
      expect(await names({ contact_name_contains: "meg" })).toEqual(["Omega"]);
      expect(await names({ first_name: "Ada" })).toEqual(["Omega", "Zeta Works"]);
      expect(await names({ email: "bert@zeta.example" })).toEqual(["zeta labs"]);
    });

    it("passes over parameters it does not know", async () => {
      expect(await names({ shoe_size: "44" })).toHaveLength(6);
    });

    it("searches by text, up to 100 characters", async () => {
      expect(await names({ search_text: "zeta" })).toEqual(["zeta labs", "Zeta Works"]);
      expect(await refusal({ search_text: "x".repeat(101) })).toMatchObject({ code: 15 });
    });

    it("filters by status", async () => {
      const [omega] = (await contacts({ contact_name: "Omega" })).rows;
      const params = { contact_id: omega?.contact_id };
      await books.call("books.contacts.inactive", { params });
      expect(await names({ filter_by: "Status.Inactive" })).toEqual(["Omega"]);
      expect(await names({ filter_by: "Status.Active" })).toHaveLength(5);
      await books.call("books.contacts.active", { params });
    });

    it("leaves out what has parts of its own, but for custom fields", async () => {
      const { rows } = await contacts({});
      for (const row of rows) {
        expect(row).not.toHaveProperty("billing_address");
        expect(row).toHaveProperty("custom_fields");
      }
    });
  });

  describe("of invoices", () => {
    let customer: string;
    beforeAll(async () => {
      await books.control("POST", "reset", { books: { invoices: 0, debitnotes: 0 } });
      const contact = await books.ok("books.contacts.create", "contact", {
        body: { contact_name: "Filtered" },
      });
      customer = String(contact.contact_id);
      for (const [date, rate] of [
        ["2024-01-10", 10],
        ["2024-02-10", 20],
        ["2024-03-10", 30],
      ]) {
        const body = {
          customer_id: customer,
          date,
          due_date: date,
          line_items: [{ name: `Part ${rate}`, rate }],
        };
        await books.ok("books.invoices.create", "invoice", { body });
      }
    });

    const totals = async (query: Record<string, string>) =>
      (await list("books.invoices.list", "invoices", { sort_column: "total", ...query })).rows.map(
        (row) => row.total,
      );

    it("filters by day and by amount, from, to, before and after", async () => {
      expect(await totals({ date: "2024-02-10" })).toEqual([20]);
      expect(await totals({ date_start: "2024-02-10" })).toEqual([20, 30]);
      expect(await totals({ date_end: "2024-02-10" })).toEqual([10, 20]);
      expect(await totals({ date_before: "2024-02-10" })).toEqual([10]);
      expect(await totals({ date_after: "2024-02-10" })).toEqual([30]);
      expect(await totals({ total: "20" })).toEqual([20]);
      expect(await totals({ total_greater_equals: "20" })).toEqual([20, 30]);
      expect(await totals({ total_less_than: "20" })).toEqual([10]);
    });

    it("filters by customer, and by an item of a line", async () => {
      expect(await totals({ customer_id: customer })).toEqual([10, 20, 30]);
      expect(await totals({ customer_name_contains: "filter" })).toEqual([10, 20, 30]);
      expect(await totals({ item_name: "Part 20" })).toEqual([20]);
      expect(await totals({ customer_id: "1" })).toEqual([]);
    });

    it("filters by status: as a parameter, and as filter_by", async () => {
      const { rows } = await list("books.invoices.list", "invoices", { total: "30" });
      await books.call("books.invoices.status.sent", { params: { invoice_id: rows[0]?.invoice_id } });
      expect(await totals({ status: "draft" })).toEqual([10, 20]);
      expect(await totals({ status: "overdue" })).toEqual([30]);
      expect(await totals({ filter_by: "Status.OverDue" })).toEqual([30]);
      expect(await totals({ filter_by: "Status.Unpaid" })).toEqual([30]);
      expect(await totals({ filter_by: "Status.All" })).toEqual([10, 20, 30]);
      const { body } = await books.call("books.invoices.list", { query: { status: "lost" } });
      expect(body).toMatchObject({ code: 2, message: "Invalid value passed for status" });
    });

    it("filters by the time of change, from a moment on, in whole seconds with an offset without a colon", async () => {
      const { rows } = await list("books.invoices.list", "invoices", { total: "10" });
      await books.control("POST", "clock", { advanceSeconds: 3600 });
      const params = { invoice_id: rows[0]?.invoice_id };
      const changed = await books.ok("books.invoices.update", "invoice", { params, body: { notes: "Late" } });
      expect(changed.last_modified_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0530$/);
      expect(await totals({ last_modified_time: String(changed.last_modified_time) })).toEqual([10]);
      await books.control("POST", "clock", { advanceSeconds: 3600 });
      const later = await books.ok("books.invoices.update", "invoice", { params, body: { notes: "Later" } });
      expect(await totals({ last_modified_time: String(later.last_modified_time) })).toEqual([10]);
      const [, date, time] = /^(\S+)T(\S+)\+0530$/.exec(String(later.last_modified_time)) ?? [];
      const utc = new Date(`${date}T${time}+05:30`).toISOString().replace(".000Z", "+0000");
      expect(await totals({ last_modified_time: utc })).toEqual([10]);
    });

    it("does not filter by the time of change where Books does not", async () => {
      const since = { last_modified_time: "2999-01-01T00:00:00+0000" };
      expect(await totals(since)).toEqual([]);
      expect((await contacts(since)).rows.length).toBeGreaterThan(0);
    });

    it("keeps debit notes apart: they are listed by filter_by=Type.DebitNote, under a key of their own", async () => {
      const { rows } = await list("books.invoices.list", "invoices", { total: "20" });
      const body = {
        type: "debit_note",
        customer_id: customer,
        reference_invoice_id: rows[0]?.invoice_id,
        line_items: [{ name: "More", rate: 5 }],
      };
      const created = await books.call("books.invoices.create", { body });
      expect(created).toMatchObject({
        status: 201,
        body: { message: "The debit note has been created.", invoice: { invoice_number: "DN-00001" } },
      });
      const notes = await list("books.invoices.list", "debit_notes", { filter_by: "Type.DebitNote" });
      expect(notes.rows).toMatchObject([{ invoice_number: "DN-00001", total: 5 }]);
      expect(await totals({})).toEqual([10, 20, 30]);
      const params = { invoice_id: Object(created.body.invoice).invoice_id };
      const updated = await books.call("books.invoices.update", { params, body: { notes: "x" } });
      expect(updated.body.message).toBe("The debit note has been updated.");
      expect(await books.stored("debitnotes")).toHaveLength(1);
    });
  });

  it("filters by a flag, by the days between two ends, and vendor credits by their vendor", async () => {
    const body = { name: "Flagged", rate: 1, is_taxable: true };
    await books.ok("books.items.create", "item", { body });
    const flagged = await list("books.items.list", "items", { is_taxable: "true" });
    expect(flagged.rows.map((row) => row.name)).toEqual(["Flagged"]);
    const [entry] = await books.stored("projects/timeentries");
    const days = async (query: Record<string, string>) =>
      (await list("books.projects.timeentries.list", "time_entries", query)).rows.map((row) => row.log_date);
    const day = String(entry?.log_date);
    expect(new Set(await days({ from_date: day, to_date: day }))).toEqual(new Set([day]));
    expect(await days({ from_date: "2999-01-01" })).toEqual([]);
    const [credit] = await books.stored("vendorcredits");
    const ofVendor = await list("books.vendorcredits.list", "vendor_credits", {
      customer_id: String(credit?.vendor_id),
    });
    expect(ofVendor.rows).toContainEqual(
      expect.objectContaining({ vendor_credit_id: credit?.vendor_credit_id }),
    );
    const ofNobody = await list("books.vendorcredits.list", "vendor_credits", { customer_id: "1" });
    expect(ofNobody.rows).toEqual([]);
  });

  it("of accounts filters by the group of the type", async () => {
    const types = async (filter_by: string) => {
      const { rows } = await list("books.chartofaccounts.list", "chartofaccounts", { filter_by });
      return new Set(rows.map((row) => row.account_type));
    };
    expect(await types("AccountType.Equity")).toEqual(new Set(["equity"]));
    expect(await types("AccountType.Income")).toEqual(new Set(["income", "other_income"]));
  });

  it("of journals filters by the stretch that holds the day", async () => {
    const [date] = new Date(Object(await books.control("GET", "clock")).now).toISOString().split("T");
    const day = async (filter_by: string) =>
      (await list("books.journals.list", "journals", { filter_by })).rows.map((row) => row.journal_date);
    const [account] = await books.stored("chartofaccounts");
    const line_items = ["debit", "credit"].map((debit_or_credit) => ({
      account_id: account?.account_id,
      amount: 1,
      debit_or_credit,
    }));
    await books.ok("books.journals.create", "journal", { body: { journal_date: date, line_items } });
    expect(await day("JournalDate.ThisMonth")).toContain(date);
    expect(await day("JournalDate.ThisYear")).toContain(date);
  });

  it("of payments filters by mode, and of currencies without the base currency", async () => {
    const modes = await list("books.customerpayments.list", "customerpayments", {
      filter_by: "PaymentMode.BankTransfer",
    });
    expect(modes.rows.map((row) => row.payment_mode)).toEqual([
      "banktransfer",
      "banktransfer",
      "banktransfer",
    ]);
    const cash = await list("books.customerpayments.list", "customerpayments", {
      filter_by: "PaymentMode.Cash",
    });
    expect(cash.rows).toEqual([]);
    const foreign = await list("books.settings.currencies.list", "currencies", {
      filter_by: "Currencies.ExcludeBaseCurrency",
    });
    expect(foreign.rows.map((row) => row.currency_code)).toEqual(["EUR", "GBP", "INR", "JPY", "KWD"]);
  });

  it("without paging has all its records and no page_context", async () => {
    const { body } = await books.call("books.locations.list");
    expect(body).toMatchObject({
      code: 0,
      message: "success",
      locations: [{ location_name: "Head Office" }],
    });
    expect(body).not.toHaveProperty("page_context");
  });
});
