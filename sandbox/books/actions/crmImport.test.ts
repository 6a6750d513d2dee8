import { BooksClient } from "../testing/client";

describe("an import from CRM", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const record = (module: string): Record<string, unknown> => ({
    ...books.server.world.crm.records(module)[0],
  });

  it.each([
    ["books.crm.account.import", "Accounts", "Account_Name", "zcrm_account_id"],
    ["books.crm.vendor.import", "Vendors", "Vendor_Name", "zcrm_vendor_id"],
  ])("%s copies the record once, tied to it", async (operation, module, name, link) => {
    const source = record(module);
    const params = { crm_id: source.id };
    const data = await books.ok(operation, "data", { params });
    const contact = await books.ok("books.contacts.get", "contact", {
      params: { contact_id: data.customer_id },
    });
    expect(contact).toMatchObject({
      contact_name: source[name],
      [link]: source.id,
      is_linked_with_zohocrm: true,
    });
    expect(await books.ok(operation, "data", { params })).toEqual(data);
    const found = await books.call("books.contacts.list", {
      query: { [link]: String(source.id) },
    });
    expect(found.body.contacts).toMatchObject([{ contact_id: data.customer_id }]);
  });

  it("books.crm.contact.import brings the person along", async () => {
    const source = record("Contacts");
    const data = await books.ok("books.crm.contact.import", "data", { params: { crm_id: source.id } });
    const contact = await books.ok("books.contacts.get", "contact", {
      params: { contact_id: data.customer_id },
    });
    expect(contact).toMatchObject({
      last_name: source.Last_Name,
      email: source.Email,
      contact_type: "customer",
    });
    expect(
      (await books.call("books.contacts.list", { query: { filter_by: "Status.Crm" } })).body.contacts,
    ).toContainEqual(expect.objectContaining({ contact_id: data.customer_id }));
  });

  it("books.crm.item.import makes an item of a product", async () => {
    const source = record("Products");
    const data = await books.ok("books.crm.item.import", "data", { params: { crm_id: source.id } });
    const item = await books.ok("books.items.get", "item", { params: { item_id: data.item_id } });
    expect(item).toMatchObject({ name: source.Product_Name, rate: source.Unit_Price });
  });

  it("of a record that is not there is 404", async () => {
    const reply = await books.call("books.crm.account.import", { params: { crm_id: "1" } });
    expect(reply).toMatchObject({ status: 404, body: { code: 1002, message: "Account does not exist." } });
  });
});
