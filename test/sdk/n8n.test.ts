import { startSandbox, type TestSandbox } from "../support/sandbox";

/** Paths in lower case as n8n's node has them, with the least that its form asks for and one change. */
const resources: [path: string, module: string, create: object, change: object][] = [
  ["/accounts", "Accounts", { Account_Name: "n8n" }, { Phone: "1" }],
  ["/contacts", "Contacts", { Last_Name: "n8n", Mailing_City: "Bern" }, { Phone: "1" }],
  ["/deals", "Deals", { Deal_Name: "n8n", Stage: "Qualification" }, { Amount: 10 }],
  ["/leads", "Leads", { Company: "n8n", Last_Name: "n8n", City: "Bern" }, { Phone: "1" }],
  ["/products", "Products", { Product_Name: "n8n" }, { Unit_Price: 10 }],
  ["/vendors", "Vendors", { Vendor_Name: "n8n" }, { Phone: "1" }],
];

describe("the requests that n8n's node sends to v2", () => {
  let sandbox: TestSandbox;
  let authorization: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    authorization = `Bearer ${(await sandbox.connection()).token.access_token}`;
  });
  afterAll(() => sandbox.close());

  /** A request with its one record under `data`, and no body where there is none. */
  async function call(method: string, path: string, record?: object) {
    const headers = { authorization, accept: "application/json", "content-type": "application/json" };
    const body = record && JSON.stringify({ data: [record] });
    const response = await fetch(`${sandbox.url}/crm/v2${path}`, { method, headers, body });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  it.each(resources)(
    "%s: create, upsert, get, list, update, delete",
    async (path, module, create, change) => {
      const created = await call("POST", path, create);
      expect(created).toMatchObject({ status: 201, body: { data: [{ code: "SUCCESS" }] } });
      const { id } = created.body.data[0].details;
      expect(await call("POST", `${path}/upsert`, { id, ...create })).toMatchObject({
        status: 200,
        body: { data: [{ code: "SUCCESS", action: "update" }] },
      });
      expect(await call("GET", `${path}/${id}`)).toMatchObject({ status: 200, body: { data: [{ id }] } });
      const list = await call("GET", `${path}?per_page=200&page=1`);
      expect(list).toMatchObject({ status: 200, body: { info: { page: 1, more_records: false } } });
      expect(list.body.data.map((record: { id: string }) => record.id)).toContain(id);
      expect(await call("PUT", `${path}/${id}`, change)).toMatchObject({ status: 200 });
      expect((await sandbox.records(module)).find((record) => record.id === id)).toMatchObject(change);
      expect(await call("DELETE", `${path}/${id}`)).toMatchObject({
        status: 200,
        body: { data: [{ code: "SUCCESS", message: "record deleted" }] },
      });
    },
  );

  it.each([
    ["/invoices", "Invoices", "Invoiced_Items"],
    ["/quotes", "Quotes", "Quoted_Items"],
    ["/sales_orders", "Sales_Orders", "Ordered_Items"],
    ["/purchase_orders", "Purchase_Orders", "Purchased_Items"],
  ])("%s: create with Product_Details, get, update, delete", async (path, module, items) => {
    const idOf = async (of: string, record: object) =>
      (await call("POST", of, record)).body.data[0].details.id as string;
    const product = await idOf("/products", { Product_Name: "n8n", Unit_Price: 4 });
    const vendor = await idOf("/vendors", { Vendor_Name: "n8n" });
    // The node names the product twice: as the row's id, and nested.
    const details = [{ id: product, quantity: 3, list_price: 5, product: { id: product } }];
    const other = path === "/purchase_orders" ? { Vendor_Name: { id: vendor } } : {};
    const created = await call("POST", path, { Subject: "n8n", ...other, Product_Details: details });
    expect(created).toMatchObject({ status: 201, body: { data: [{ code: "SUCCESS" }] } });
    const { id } = created.body.data[0].details;
    expect((await sandbox.records(module)).find((record) => record.id === id)).toMatchObject({
      [items]: [{ Product_Name: { id: product }, Quantity: 3, List_Price: 5, Total: 15 }],
      Grand_Total: 15,
    });
    const { body } = await call("GET", `${path}/${id}`);
    const [line] = body.data[0].Product_Details;
    expect(line).toMatchObject({ product: { name: "n8n", id: product }, quantity: 3, total: 15 });
    const change = { Product_Details: [{ ...line, quantity: 4 }] };
    expect(await call("PUT", `${path}/${id}`, change)).toMatchObject({ status: 200 });
    expect((await call("GET", `${path}/${id}`)).body.data[0].Product_Details).toMatchObject([
      { id: line.id, quantity: 4, total: 20 },
    ]);
    expect(await call("DELETE", `${path}/${id}`)).toMatchObject({ status: 200 });
  });

  it.each(resources)("%s: the fields that its form offers", async (_, module) => {
    const { status, body } = await call("GET", `/settings/fields?module=${module}`);
    expect([status, body.fields[0]]).toEqual([
      200,
      expect.objectContaining({ api_name: expect.any(String) }),
    ]);
  });
});
