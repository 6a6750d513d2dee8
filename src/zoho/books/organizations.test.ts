import { openBooks } from "../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { getOrganizations } from "./organizations";
import { getRecords } from "./records/listing";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const contacts = { recordType: "contacts" };
const twoOrganizations = () => sandbox.reset({ seed: 1, books: { organizations: 2 } });
const ids = async () =>
  sandbox.world.books.all().map(({ id, details }) => ({ id, name: String(details.name) }));

describe("the organisation", () => {
  it("is the only one when none is named, asked for once", async () => {
    const books = await openBooks(sandbox);
    await sandbox.clearLedger();
    await getRecords(books, contacts);
    await getRecords(books, contacts);
    const { routes } = await sandbox.ledger();
    expect(routes).toEqual({ "GET /books/v3/organizations": 1, "GET /books/v3/contacts": 2 });
    const requests = await sandbox.requests();
    const [only] = await ids();
    expect(requests.at(-1)).toMatchObject({ query: { organization_id: only?.id } });
  });

  it("is an error that lists them when there are several and none is named", async () => {
    await twoOrganizations();
    const books = await openBooks(sandbox);
    const error = await getRecords(books, contacts).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ZohoError", code: "INVALID_INPUT" });
    for (const { id, name } of await ids()) expect(String(error)).toContain(`${name} (${id})`);
  });

  it("is the named one, and sees its own records alone", async () => {
    await twoOrganizations();
    const [first, second] = await ids();
    const inFirst = await getRecords(await openBooks(sandbox, { organizationId: first?.id }), contacts);
    const inSecond = await getRecords(await openBooks(sandbox, { organizationId: second?.id }), contacts);
    expect(inFirst.contacts).not.toEqual(inSecond.contacts);
  });

  it("is explained when it is foreign: Zoho's 6041, and the ones to choose from", async () => {
    const books = await openBooks(sandbox, { organizationId: "999" });
    const error = await getRecords(books, contacts).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "6041", status: 400, kind: "input" });
    const [only] = await ids();
    expect(String(error)).toContain(`The login belongs to ${only?.name} (${only?.id}). Choose one of them.`);
  });

  it("lists all of the login's", async () => {
    await twoOrganizations();
    const { transport } = await openBooks(sandbox);
    expect(await getOrganizations(transport)).toMatchObject({
      code: 0,
      organizations: (await ids()).map(({ id }) => ({ organization_id: id })),
    });
  });
});

describe("Zoho's 57", () => {
  it("is a missing scope where the login can still list its organisations", async () => {
    const [only] = await ids();
    const books = await openBooks(sandbox, { organizationId: only?.id, scopes: "ZohoBooks.settings.READ" });
    const error = await getRecords(books, contacts).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "57", kind: "connection" });
    expect(String(error)).toContain("The login is alive, so it lacks the scope ZohoBooks.contacts.READ");
  });

  it("stays open where it cannot", async () => {
    const [only] = await ids();
    const books = await openBooks(sandbox, { organizationId: only?.id });
    await sandbox.advance(3601);
    const error = await getRecords(books, contacts).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "57", kind: "connection" });
    expect(String(error)).toContain("The login has ended, or it lacks the scope ZohoBooks.contacts.READ");
  });
});
