import { openBooks } from "../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { importFromCrm } from "./crmImport";
import { booksRawCall } from "./raw";
import { getRecord } from "./records/records";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

describe("a record of CRM in Books", () => {
  it.each([
    ["Accounts", "contacts", "contact_id"],
    ["Contacts", "contacts", "contact_id"],
    ["Vendors", "contacts", "contact_id"],
    ["Products", "items", "item_id"],
  ] as const)("%s become %s", async (crmModule, recordType, idField) => {
    const books = await openBooks(sandbox);
    const [source] = await sandbox.records(crmModule);
    const { data } = await importFromCrm(books, { crmModule, crmRecordId: String(source?.id) });
    const recordId = String(Object(data)[idField]);
    expect(await getRecord(books, { recordType, recordId })).toMatchObject({ code: 0 });
    if (recordType === "contacts") expect(data).toEqual({ contact_id: recordId, customer_id: recordId });
  });
});

describe("a request of a builder's own", () => {
  const last = async () => (await sandbox.requests()).at(-1);

  it("gets the organisation added, beside a query of its own", async () => {
    const books = await openBooks(sandbox);
    const [organization] = sandbox.world.books.all();
    const url = "/books/v3/contacts?per_page=2";
    expect(await booksRawCall(books, { url, method: "GET" })).toMatchObject({
      page_context: { per_page: 2 },
    });
    expect(await last()).toMatchObject({ query: { per_page: "2", organization_id: organization?.id } });
  });

  it("makes a webhook and the rule that calls it, which stand in none of Zoho's files", async () => {
    const books = await openBooks(sandbox);
    const post = async (url: string, data: object) =>
      Object(await booksRawCall(books, { url, method: "POST", data }));
    const entity = "customer";
    const hook = { webhook_name: "Deleted contacts", entity, url: "https://hooks.example.com/deleted" };
    const { webhook } = await post("/settings/webhooks", { ...hook, method: "POST" });
    const instant_actions = [{ action_type: "webhook", action_id: webhook.webhook_id }];
    const rule = { workflow_name: "Deleted contacts", entity, rule_type: "delete", rule: {} };
    const { workflow } = await post("/settings/workflows", { ...rule, instant_actions });
    const { contact } = await post("/contacts", { contact_name: "Told" });
    await booksRawCall(books, { url: `/contacts/${contact.contact_id}`, method: "DELETE" });
    const { sent } = sandbox.world.books.first.deliveries;
    await sandbox.world.books.first.deliveries.settled();
    expect(sent).toMatchObject([
      { url: hook.url, body: { payload: "" } },
      { url: hook.url, body: { contact: { contact_id: contact.contact_id } } },
    ]);
    const url = `/settings/workflows/${workflow.workflow_id}`;
    expect(await booksRawCall(books, { url, method: "DELETE" })).toMatchObject({ code: 0 });
  });

  it("keeps an organisation that it names", async () => {
    const books = await openBooks(sandbox);
    const call = {
      url: "/books/v3/contacts",
      method: "GET",
      queryParams: { organization_id: "999" },
    } as const;
    const error = await booksRawCall(books, call).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "6041", message: expect.stringContaining("The login belongs to") });
  });

  it("needs no organisation for the organisations", async () => {
    await sandbox.reset({ seed: 1, books: { organizations: 2 } });
    const books = await openBooks(sandbox);
    const answer = await booksRawCall(books, { url: "/books/v3/organizations", method: "GET" });
    expect(answer).toMatchObject({ organizations: [{}, {}] });
  });

  it("stays within Zoho Books", async () => {
    const books = await openBooks(sandbox);
    for (const url of ["/crm/v8/Leads", "https://example.com/books/v3/contacts", "/books/../crm/v8/Leads"]) {
      await expect(booksRawCall(books, { url, method: "GET" })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    }
  });

  it("is never repeated when it may have been carried out", async () => {
    const books = await openBooks(sandbox);
    await sandbox.fault({
      method: "POST",
      path: "/contacts$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    const data = { contact_name: "Bowman & Co" };
    const call = booksRawCall(books, { url: "/books/v3/contacts", method: "POST", data });
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });
});
