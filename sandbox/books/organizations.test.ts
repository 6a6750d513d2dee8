import { BooksClient } from "./testing/client";

describe("an organisation", () => {
  let books: BooksClient;
  beforeEach(async () => {
    books = await BooksClient.start();
  });
  afterEach(() => books.close());

  it("is the only one of its user, unless a reset asks for more", async () => {
    const count = async () =>
      Object((await books.call("books.organizations.list")).body.organizations).length;
    expect(await count()).toBe(1);
    await books.control("POST", "reset", { books: { organizations: 3 } });
    expect(await count()).toBe(3);
    await books.control("POST", "reset", {});
    expect(await count()).toBe(1);
  });

  it("has records of its own", async () => {
    await books.control("POST", "reset", { books: { organizations: 2, items: 3 } });
    const [first, second] = Object((await books.call("books.organizations.list")).body.organizations);
    const query = { organization_id: second.organization_id };
    const [item] = Object((await books.call("books.items.list", { query })).body.items);
    const params = { item_id: item.item_id };
    expect(await books.call("books.items.get", { params, query })).toMatchObject({ status: 200 });
    const elsewhere = { organization_id: first.organization_id };
    expect(await books.call("books.items.get", { params, query: elsewhere })).toMatchObject({ status: 404 });
  });

  it("tells its details, and changes them", async () => {
    const params = { organization_id: books.organizationId };
    const read = () => books.ok("books.organizations.get", "organization", { params });
    expect(await read()).toMatchObject({
      currency_code: "USD",
      price_precision: 2,
      org_settings: { is_org_active: true },
    });
    await books.ok("books.organizations.update", "organization", { params, body: { name: "Renamed" } });
    expect(await read()).toMatchObject({ name: "Renamed", currency_code: "USD" });
    const unknown = { params: { organization_id: "1" } };
    expect(await books.call("books.organizations.get", unknown)).toMatchObject({
      status: 400,
      body: { code: 6041 },
    });
  });

  it("is made with a name, a currency, a time zone and a portal", async () => {
    const body = { name: "Second", currency_code: "EUR", time_zone: "PST", portal_name: "second" };
    expect(await books.call("books.organizations.create", { body: { name: "Second" } })).toMatchObject({
      status: 400,
    });
    const made = await books.ok("books.organizations.create", "organization", { body });
    expect(made).toMatchObject({ name: "Second", currency_code: "EUR" });
    const query = { organization_id: String(made.organization_id) };
    expect(await books.call("books.contacts.list", { query })).toMatchObject({
      status: 200,
      body: { contacts: [] },
    });
  });
});
