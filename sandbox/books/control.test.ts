import { samples } from "./seed/samples";
import { recordTypes } from "./table";
import { BooksClient } from "./testing/client";

describe("the control interface", () => {
  let books: BooksClient;
  beforeEach(async () => {
    books = await BooksClient.start();
  });
  afterEach(() => books.close());

  it("makes as many records as are asked for of every type that has a list, by its path", async () => {
    const counts = Object.fromEntries(Object.keys(samples).map((path) => [path, 40]));
    await books.control("POST", "reset", { books: counts });
    for (const path of Object.keys(samples))
      expect([path, (await books.stored(path)).length]).toEqual([path, 40]);
  });

  it("makes comments too, under records of their type", async () => {
    await books.control("POST", "reset", { books: { "invoices/comments": 5 } });
    expect(await books.stored("invoices/comments")).toHaveLength(5);
  });

  it("has a sample for every type but those that stand under others", async () => {
    const without = [...recordTypes.keys()].filter(
      (path) => !(path in samples) && !path.endsWith("/comments"),
    );
    expect(without).toEqual(["projects/users"]);
  });

  it("gives the same organisation for the same seed", async () => {
    const contacts = async (seed: number) => {
      await books.control("POST", "reset", { seed });
      return (await books.stored("contacts")).map(({ contact_name, email }) => [contact_name, email]);
    };
    const first = await contacts(7);
    expect(await contacts(8)).not.toEqual(first);
    expect(await contacts(7)).toEqual(first);
  });

  it("refuses a type that does not exist, and then nothing has changed", async () => {
    const before = await books.stored("contacts");
    await expect(books.control("POST", "reset", { books: { nothings: 1 } })).rejects.toThrow("nothings");
    expect(await books.stored("contacts")).toEqual(before);
    await expect(books.control("GET", "books/nothings")).rejects.toThrow("nothings");
  });

  it("makes 2,000 invoices whose balances are exact", async () => {
    await books.control("POST", "reset", { books: { invoices: 2_000 } });
    const rows = await books.stored("invoices");
    expect(rows).toHaveLength(2_000);
    expect(new Set(rows.map((row) => row.invoice_number)).size).toBe(2_000);
    expect(rows.every((row) => row.balance === row.total)).toBe(true);
  });

  it("writes as another user: new, changed and deleted records, with what was refused", async () => {
    const write = async (data: object[]) =>
      Object(await books.control("POST", "books/contacts", { data })).data;
    const [made, refused] = await write([{ contact_name: "Outside" }, { contact_name: "" }]);
    expect(made).toMatchObject({ code: 0, id: expect.any(String) });
    expect(refused).toMatchObject({ code: 4, message: "Invalid value passed for contact_name" });
    const read = async () => (await books.stored("contacts")).find((row) => row.contact_id === made.id);
    const before = await read();
    await books.control("POST", "clock", { advanceSeconds: 90 });
    await write([{ contact_id: made.id, notes: "Changed outside" }]);
    const after = await read();
    expect(after).toMatchObject({ contact_name: "Outside", notes: "Changed outside" });
    expect(String(after?.last_modified_time) > String(before?.last_modified_time)).toBe(true);
    expect(await write([{ contact_id: made.id, $delete: true }])).toMatchObject([{ code: 0 }]);
    expect(await read()).toBeUndefined();
    expect(await write([{ contact_id: made.id, notes: "x" }])).toMatchObject([{ code: 1002 }]);
  });

  it("writes numbers of one's own, and under parents", async () => {
    const [contact] = await books.stored("contacts");
    const data = [
      { customer_id: contact?.contact_id, invoice_number: "OWN-1", line_items: [{ name: "A", rate: 1 }] },
    ];
    await books.control("POST", "books/invoices", { data });
    expect(await books.stored("invoices")).toContainEqual(
      expect.objectContaining({ invoice_number: "OWN-1" }),
    );
    const [project] = await books.stored("projects");
    const task = { project_id: project?.project_id, task_name: "Outside" };
    expect(await books.control("POST", "books/tasks", { data: [task] })).toMatchObject({
      data: [{ code: 0 }],
    });
    expect(await books.stored("projects/tasks")).toContainEqual(expect.objectContaining(task));
  });

  it("reads and writes in the organisation that is named", async () => {
    await books.control("POST", "reset", { books: { organizations: 2 } });
    const second = books.server.world.books.all()[1]?.id;
    await books.control("POST", `books/contacts?organization_id=${second}`, {
      data: [{ contact_name: "There" }],
    });
    const named = async (query: string): Promise<unknown[]> =>
      Object(await books.control("GET", `books/contacts${query}`)).data.map(
        (row: Record<string, unknown>) => row.contact_name,
      );
    expect(await named(`?organization_id=${second}`)).toContain("There");
    expect(await named("")).not.toContain("There");
    await expect(books.control("GET", "books/contacts?organization_id=1")).rejects.toThrow("organisation");
  });

  it("refuses a body that is no list of records", async () => {
    await expect(books.control("POST", "books/contacts", { records: [] })).rejects.toThrow("data");
  });
});
