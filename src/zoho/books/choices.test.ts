import { openBooks } from "../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { actionChoices, fieldChoices, organizationChoices, recordChoices } from "./choices";
import { runRecordAction } from "./records/many";
import { createRecord } from "./records/records";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset({ seed: 1, books: { contacts: 250, invoices: 3, organizations: 2 } }));

const open = async () => openBooks(sandbox, { organizationId: sandbox.world.books.all()[0]?.id });
const labels = (choices: readonly { label: string }[]) => choices.map(({ label }) => label);
const sorted = (choices: readonly { label: string }[]) =>
  [...labels(choices)].sort((left, right) => left.localeCompare(right, "en"));

it("offers the organisations without needing one", async () => {
  const choices = await organizationChoices(await openBooks(sandbox));
  expect(choices).toHaveLength(2);
  expect(labels(choices)).toEqual(sorted(choices));
});

it("offers records by name past the first page, sorted", async () => {
  const books = await open();
  await sandbox.clearLedger();
  const choices = await recordChoices(books, { recordType: "contacts" });
  expect(choices).toHaveLength(250);
  expect(labels(choices)).toEqual(sorted(choices));
  expect(await sandbox.ledger()).toMatchObject({ requests: 2 });
  const [invoice] = await recordChoices(books, { recordType: "invoices" });
  expect(invoice).toEqual({
    key: expect.stringMatching(/^\d+$/),
    label: expect.stringMatching(/^INV-\d+, \w+/),
  });
});

it("narrows records to a text: by Zoho where Zoho searches, by name elsewhere", async () => {
  const books = await open();
  await createRecord(books, { recordType: "contacts", record: { contact_name: "Zylker Needle" } });
  expect(labels(await recordChoices(books, { recordType: "contacts", searchText: "needle" }))).toEqual([
    "Zylker Needle",
  ]);
  const taxes = await recordChoices(books, { recordType: "settings/taxes", searchText: "standard" });
  expect(labels(taxes)).toEqual(["Standard Rate"]);
});

it("offers what stands under a record", async () => {
  const books = await open();
  const [project] = await recordChoices(books, { recordType: "projects" });
  await createRecord(books, {
    recordType: "tasks",
    parentRecordId: project?.key,
    record: { task_name: "Wiring" },
  });
  const tasks = await recordChoices(books, {
    recordType: "tasks",
    parentRecordType: "projects",
    parentRecordId: project?.key,
  });
  expect(labels(tasks)).toEqual(expect.arrayContaining([expect.stringMatching(/^Wiring/)]));
});

it("offers fields: Zoho's own, and the custom ones in use", async () => {
  const books = await open();
  const record = { contact_name: "Zylker Newest", custom_fields: [{ api_name: "cf_region", value: "West" }] };
  await createRecord(books, { recordType: "contacts", record });
  const choices = await fieldChoices(books, { recordType: "contacts" });
  expect(choices).toEqual(
    expect.arrayContaining([
      { key: "contact_name", label: "Contact Name" },
      { key: "currency_id", label: "Currency ID" },
      { key: "cf_region", label: "Region" },
    ]),
  );
  expect(labels(await fieldChoices(books, { recordType: "settings/taxgroups" }))).toEqual([
    "Tax Group Name",
    "Taxes",
  ]);
});

it("offers the actions of a type", () => {
  expect(actionChoices({ recordType: "items" })).toEqual([
    { key: "markActive", label: "Mark Active" },
    { key: "markInactive", label: "Mark Inactive" },
  ]);
  expect(actionChoices({ recordType: "expenses" })).toEqual([]);
});

it("offers inactive items and accounts too, whatever a list shows by itself", async () => {
  const { behaviours } = sandbox.world;
  behaviours.booksItemsShown = "active";
  try {
    const books = await open();
    const [item] = await recordChoices(books, { recordType: "items" });
    await runRecordAction(books, { recordType: "items", recordId: item?.key, recordAction: "markInactive" });
    expect(await recordChoices(books, { recordType: "items" })).toContainEqual(item);
    const [account] = await recordChoices(books, { recordType: "chartofaccounts", searchText: "Equity" });
    const key = { recordType: "chartofaccounts", recordId: account?.key };
    await runRecordAction(books, { ...key, recordAction: "markInactive" });
    expect(await recordChoices(books, { recordType: "chartofaccounts" })).toContainEqual(account);
  } finally {
    behaviours.booksItemsShown = "all";
  }
});

it("offers custom fields that only an older record has a value in", async () => {
  const books = await open();
  for (const [contact_name, field] of [
    ["Older", "cf_score"],
    ["Newer", "cf_region"],
  ])
    await createRecord(books, { recordType: "contacts", record: { contact_name, [field ?? ""]: "7" } });
  const keys = (await fieldChoices(books, { recordType: "contacts" })).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(["cf_score", "cf_region"]));
});
