import { BooksClient } from "../testing/client";

describe("a custom module", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const params = { module: "cm_debtor" };
  const create = (body: object) => books.call("books.modules.create", { params, body });

  it("has records that are made, read, changed and deleted", async () => {
    const made = await create({ record_name: "Alice", cf_debt_amount: 10_000, other: 1 });
    expect(made).toMatchObject({
      status: 200,
      body: {
        message: "debtor is created successfully",
        module_record: { record_name: "Alice", cf_debt_amount: 10_000 },
      },
    });
    expect(made.body.module_record).not.toHaveProperty("other");
    const { module_record_id } = Object(made.body.module_record);
    const one = { params: { ...params, module_record_id } };
    const changed = await books.call("books.modules.update", { ...one, body: { cf_debt_amount: 5 } });
    expect(changed.body).toMatchObject({ module_record: { record_name: "Alice", cf_debt_amount: 5 } });
    expect(await books.ok("books.modules.get", "module_record", one)).toMatchObject({ cf_debt_amount: 5 });
    const listed = await books.call("books.modules.list", { params });
    expect(listed.body.module_record).toContainEqual(expect.objectContaining({ module_record_id }));
    expect(listed.body.page_context).toMatchObject({ has_more_page: false });
    expect(await books.call("books.modules.delete", one)).toMatchObject({ status: 200 });
    expect(await books.call("books.modules.get", one)).toMatchObject({ status: 404, body: { code: 1002 } });
  });

  it("has several records changed and deleted at once", async () => {
    const ids = [await create({ record_name: "B" }), await create({ record_name: "C" })].map(
      ({ body }) => Object(body.module_record).module_record_id,
    );
    const module_record_id = ids.join(",");
    const body = { module_record_id, record_name: "Same" };
    const changed = await books.call("books.modules.updateMany", { params, body });
    expect(changed.body.module_record).toMatchObject([{ record_name: "Same" }, { record_name: "Same" }]);
    expect(
      await books.call("books.modules.deleteMany", { params, query: { module_record_id } }),
    ).toMatchObject({ status: 200 });
    expect((await books.stored("cm_debtor")).some((row) => ids.includes(row.module_record_id))).toBe(false);
    expect(await books.call("books.modules.deleteMany", { params })).toMatchObject({ status: 400 });
  });

  it("needs a name for a record, the module's scope, and a module that exists", async () => {
    expect(await create({ cf_debt_amount: 1 })).toMatchObject({ status: 400 });
    const narrow = books.server.authorization(["ZohoBooks.settings.ALL"]);
    expect((await books.fetch("cm_debtor", { headers: narrow })).status).toBe(401);
    expect((await books.fetch("cm_nothing")).status).toBe(404);
  });
});
