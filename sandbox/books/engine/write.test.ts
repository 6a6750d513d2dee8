import { objectsOf } from "../core/values";
import { BooksClient } from "../testing/client";

describe("a write", () => {
  let books: BooksClient;
  let customer_id: string;
  beforeAll(async () => {
    books = await BooksClient.start();
    const contact = await books.ok("books.contacts.create", "contact", { body: { contact_name: "Writer" } });
    customer_id = String(contact.contact_id);
  });
  afterAll(() => books.close());

  const line_items = [{ name: "Desk", rate: 10 }];
  const invoice = (body: object = {}, query: Record<string, string> = {}) =>
    books.call("books.invoices.create", { body: { customer_id, line_items, ...body }, query });
  const contact = (body: object) => books.call("books.contacts.create", { body });

  it("needs the type's required fields", async () => {
    expect(await contact({})).toEqual({
      status: 400,
      body: { code: 4, message: "Invalid value passed for contact_name" },
    });
    expect(await books.call("books.invoices.create", { body: { customer_id } })).toMatchObject({
      status: 400,
      body: { message: "Invalid value passed for line_items" },
    });
  });

  it("does not let a required field be emptied, and leaves fields alone that do not come", async () => {
    const params = { contact_id: customer_id };
    const emptied = await books.call("books.contacts.update", { params, body: { contact_name: "" } });
    expect(emptied).toMatchObject({ status: 400 });
    await books.ok("books.contacts.update", "contact", { params, body: { notes: "One" } });
    const updated = await books.ok("books.contacts.update", "contact", {
      params,
      body: { website: "two.example" },
    });
    expect(updated).toMatchObject({ contact_name: "Writer", notes: "One", website: "two.example" });
  });

  it.each([
    ["estimates", "estimate", "estimate_number", /^QT-\d{6}$/],
    ["invoices", "invoice", "invoice_number", /^INV-\d{6}$/],
    ["creditnotes", "creditnote", "creditnote_number", /^CN-\d{5}$/],
  ])("numbers %s as Zoho does", async (path, key, field, form) => {
    const body = { customer_id, line_items, date: "2026-03-01" };
    const made = await books.ok(`books.${path}.create`, key, { body });
    expect(made[field]).toMatch(form);
  });

  it("takes numbers and booleans as text too, and refuses what is none", async () => {
    expect(
      (await invoice({ discount: "5%", payment_terms: "15", is_inclusive_tax: "true" })).body,
    ).toMatchObject({
      invoice: { payment_terms: 15, is_inclusive_tax: true, payment_terms_label: "Net 15" },
    });
    for (const [name, value] of [
      ["is_inclusive_tax", "maybe"],
      ["line_items", "none"],
      ["date", "2024-02-30"],
    ] as const) {
      const { status, body } = await invoice({ [name]: value });
      expect([status, body]).toEqual([400, { code: 4, message: `Invalid value passed for ${name}` }]);
    }
    expect(await invoice({ payment_terms: "soon" })).toEqual({
      status: 400,
      body: { code: 2, message: "Invalid value passed for Payment Terms" },
    });
  });

  it("moves the day a document is due with its date and its terms, unless the day is given", async () => {
    const { body } = await invoice({ date: "2024-02-28", payment_terms: 2 });
    const made = Object(body.invoice);
    expect(made).toMatchObject({ due_date: "2024-03-01", payment_terms_label: "Net 2" });
    const params = { invoice_id: made.invoice_id };
    const change = (fields: object) => books.ok("books.invoices.update", "invoice", { params, body: fields });
    expect(await change({ payment_terms: 0 })).toMatchObject({
      due_date: "2024-02-28",
      payment_terms_label: "Due on Receipt",
    });
    expect(await change({ date: "2024-03-10" })).toMatchObject({ due_date: "2024-03-10" });
    expect(await change({ due_date: "2024-04-01" })).toMatchObject({ due_date: "2024-04-01" });
  });

  it("refuses a text that is too long with 15", async () => {
    expect(await contact({ contact_name: "x".repeat(201) })).toEqual({
      status: 400,
      body: { code: 15, message: 'Please ensure that the "contact_name" has less than 200 characters.' },
    });
  });

  it("ignores fields the type does not have, and its own", async () => {
    const { body } = await invoice({
      shoe_size: 44,
      balance: 1,
      invoice_id: "1",
      created_time: "2001-01-01T00:00:00+0000",
    });
    const made = Object(body.invoice);
    expect(made).not.toHaveProperty("shoe_size");
    expect(made).toMatchObject({ balance: 10, invoice_id: expect.stringMatching(/^46000\d{10}$/) });
    expect(made.created_time).not.toContain("2001");
  });

  it("refuses ids of records that are not there", async () => {
    expect(await invoice({ customer_id: "1" })).toMatchObject({
      status: 400,
      body: { code: 4, message: "Invalid value passed for customer_id" },
    });
    const unknownItem = [{ item_id: "1", rate: 1 }];
    expect((await invoice({ line_items: unknownItem })).body.message).toBe(
      "Invalid value passed for item_id",
    );
  });

  it("refuses a name that another contact has with 3062", async () => {
    expect(await contact({ contact_name: "writer" })).toEqual({
      status: 400,
      body: { code: 3062, message: 'The customer "writer" already exists. Please specify a different name.' },
    });
  });

  it("moves last_modified_time by the sandbox's clock, and created_time never", async () => {
    const { body } = await invoice();
    const made = Object(body.invoice);
    await books.control("POST", "clock", { advanceSeconds: 60 });
    const params = { invoice_id: made.invoice_id };
    const changed = await books.ok("books.invoices.update", "invoice", { params, body: { notes: "x" } });
    expect(changed.created_time).toBe(made.created_time);
    expect(String(changed.last_modified_time) > String(made.last_modified_time)).toBe(true);
  });

  describe("of a numbered record", () => {
    it("counts up, each type by itself", async () => {
      await books.control("POST", "reset", { books: { invoices: 0, estimates: 0, debitnotes: 0 } });
      const made = await contact({ contact_name: "Writer" });
      customer_id = Object(made.body.contact).contact_id;
      const numbers = [await invoice(), await invoice()].map(
        ({ body }) => Object(body.invoice).invoice_number,
      );
      expect(numbers).toEqual(["INV-000001", "INV-000002"]);
      const estimate = await books.ok("books.estimates.create", "estimate", {
        body: { customer_id, line_items },
      });
      expect(estimate.estimate_number).toBe("QT-000001");
    });

    it("takes a number of one's own with ignore_auto_number_generation, which demands one", async () => {
      const flag = { ignore_auto_number_generation: "true" };
      expect((await invoice({ invoice_number: "OWN-1" }, flag)).body).toMatchObject({
        invoice: { invoice_number: "OWN-1" },
      });
      expect(await invoice({}, flag)).toMatchObject({
        status: 400,
        body: { message: "Invalid value passed for invoice_number" },
      });
      expect(await invoice({ invoice_number: "OWN-1" }, flag)).toMatchObject({ status: 400 });
      expect(await invoice({ invoice_number: "OWN-2" })).toMatchObject({ status: 400 });
    });

    it("passes over numbers that are taken", async () => {
      await invoice({ invoice_number: "INV-000003" }, { ignore_auto_number_generation: "true" });
      expect((await invoice()).body).toMatchObject({ invoice: { invoice_number: "INV-000004" } });
    });

    it("uses no number up where a record is refused", async () => {
      const pay = (amount: number) =>
        books.call("books.customerpayments.create", {
          body: { customer_id, payment_mode: "cash", date: "2026-01-31", amount },
        });
      const first = Number(Object((await pay(1)).body.payment).payment_number);
      expect(await pay(-1)).toMatchObject({ status: 400 });
      expect(Number(Object((await pay(1)).body.payment).payment_number)).toBe(first + 1);
    });

    it("refuses the number of another sales order with 36004", async () => {
      const query = { ignore_auto_number_generation: "true" };
      const body = { customer_id, line_items, salesorder_number: "SO-X" };
      await books.ok("books.salesorders.create", "salesorder", { body, query });
      expect(await books.call("books.salesorders.create", { body, query })).toEqual({
        status: 400,
        body: { code: 36004, message: "This sales order number already exists." },
      });
    });
  });

  describe("of custom fields", () => {
    const withFields = (custom_fields: object[]) => invoice({ custom_fields });

    it("names them by id, API name, label or index, and shows each value in the list and by its name", async () => {
      const { body } = await withFields([{ api_name: "cf_region", value: "North" }]);
      const [shown] = Object(body.invoice).custom_fields;
      expect(shown).toMatchObject({ label: "Region", value: "North", data_type: "dropdown", index: 2 });
      for (const name of [{ customfield_id: shown.customfield_id }, { label: "Region" }, { index: 2 }]) {
        const again = await withFields([{ ...name, value: "South" }]);
        expect(again.body.invoice).toMatchObject({
          custom_field_hash: {
            cf_region: "South",
            cf_region_formatted: "South",
            cf_region_unformatted: "South",
          },
        });
      }
    });

    it("keeps the values that an update does not name, and clears one that comes empty", async () => {
      const { body } = await withFields([
        { label: "Region", value: "North" },
        { label: "Score", value: "1.5" },
      ]);
      const params = { invoice_id: Object(body.invoice).invoice_id };
      const custom_fields = [{ label: "Region", value: "" }];
      const changed = await books.ok("books.invoices.update", "invoice", { params, body: { custom_fields } });
      expect(changed).toMatchObject({
        custom_fields: [{ label: "Score", value: 1.5, value_formatted: "1.50" }],
      });
    });

    it("refuses a field that is none, and a number that is none", async () => {
      expect(await withFields([{ label: "Nothing", value: 1 }])).toMatchObject({
        status: 400,
        body: { code: 4 },
      });
      expect(await withFields([{ label: "Score", value: "high" }])).toMatchObject({
        status: 400,
        body: { code: 4 },
      });
    });

    it.each([
      ["books.invoices.customFields", "invoices", "invoice_id"],
      ["books.estimates.customFields", "estimates", "estimate_id"],
      ["books.salesorders.customFields", "salesorders", "salesorder_id"],
      ["books.purchaseorders.customFields", "purchaseorders", "purchaseorder_id"],
      ["books.bills.customFields", "bills", "bill_id"],
      ["books.items.customFields", "items", "item_id"],
      ["books.customerpayments.customFields", "customerpayments", "payment_id"],
    ])("%s changes them alone, from a list", async (operation, path, id) => {
      const [record] = await books.stored(path);
      const params = { [id]: record?.[id] };
      const reply = await books.call(operation, { params, body: [{ api_name: "cf_region", value: "West" }] });
      expect(reply).toEqual({
        status: 200,
        body: { code: 0, message: "Custom Fields Updated Successfully" },
      });
      const [after] = (await books.stored(path)).filter((row) => row[id] === record?.[id]);
      expect(after).toMatchObject({ cf_region: "West" });
    });
  });

  describe("a workflow rule", () => {
    const headers = [{ param_name: "x-event", param_value: "saved" }];
    const webhook = {
      webhook_name: "Saved",
      entity: "customer",
      url: "https://hooks.example.com/1",
      headers,
    };
    const name = { contact_name: "Told" };
    const calls = async () => objectsOf(Object(await books.control("GET", "books/deliveries")).sent);

    it.each([
      ["add_edit", { contact: { contact_name: "Told", contact_persons: [] } }],
      ["delete", { contact: { contact_id: expect.stringMatching(/^\d+$/) } }],
    ])("of the kind %s calls its webhook: books.settings.webhooks.create", async (rule_type, told) => {
      const made = await books.ok("books.settings.webhooks.create", "webhook", { body: webhook });
      expect(made).toMatchObject({
        related_rules: "",
        headers: [{ param_name: "x-event", param_value: "" }],
      });
      const params = { webhook_id: made.webhook_id };
      const body = {
        workflow_name: "Saved",
        entity: "customer",
        rule_type,
        apply_rule_always: true,
        instant_actions: [{ action_type: "webhook", action_id: made.webhook_id }],
      };
      const rule = await books.ok("books.settings.workflows.create", "workflow", { body });
      expect(await books.ok("books.settings.webhooks.get", "webhook", { params })).toMatchObject({
        related_rules: [{ workflow_id: rule.workflow_id }],
      });
      const before = (await calls()).length;
      const contact = await books.ok("books.contacts.create", "contact", { body: name });
      await books.call("books.contacts.delete", { params: { contact_id: contact.contact_id } });
      expect((await calls()).slice(before)).toMatchObject([
        { url: webhook.url, headers: { "x-event": "saved" }, body: told },
      ]);
      await books.call("books.settings.workflows.delete", { params: { workflow_id: rule.workflow_id } });
      await books.call("books.contacts.create", { body: { contact_name: `Not told: ${rule_type}` } });
      expect(await calls()).toHaveLength(before + 1);
    });

    it("is refused of a kind or with a webhook that is none", async () => {
      const rule = { workflow_name: "Saved", entity: "customer", rule_type: "add_edit" };
      const wrong = [{ action_type: "webhook", action_id: "1" }];
      for (const body of [
        { ...rule, rule_type: "add" },
        { ...rule, instant_actions: wrong },
      ])
        expect(await books.call("books.settings.workflows.create", { body })).toMatchObject({ status: 400 });
    });

    it.each([
      [
        "books.settings.webhooks.create books.settings.webhooks.update books.settings.webhooks.list books.settings.webhooks.delete books.settings.webhooks.get",
        "webhook",
        { webhook_name: "Changed" },
      ],
      [
        "books.settings.workflows.create books.settings.workflows.update books.settings.workflows.list books.settings.workflows.delete books.settings.workflows.get",
        "workflow",
        { workflow_name: "Changed" },
      ],
    ])("%s are there", async (operations, item, change) => {
      const [create = "", update = "", list = "", remove = "", get = ""] = operations.split(" ");
      const rule = { workflow_name: "Saved", entity: "item", rule_type: "add_edit" };
      const body = { ...webhook, ...rule };
      const { [`${item}_id`]: id } = await books.ok(create, item, { body });
      const params = { [`${item}_id`]: id };
      expect(await books.ok(update, item, { params, body: change })).toMatchObject(change);
      const rows = objectsOf((await books.call(list)).body[`${item}s`]);
      expect(rows).toContainEqual(expect.objectContaining({ [`${item}_id`]: id, ...change }));
      expect(await books.call(remove, { params })).toMatchObject({ status: 200 });
      expect(await books.call(get, { params })).toMatchObject({ status: 404 });
    });
  });
});
