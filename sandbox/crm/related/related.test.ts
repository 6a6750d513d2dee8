import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("the related lists of a record", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Products: 3, Leads: 2 } }));

  const stored = async (module: string): Promise<Item[]> => {
    const { data } = (await crm.control("GET", `records/${module}`)) as { data: Item[] };
    return data;
  };
  const first = async (module: string): Promise<Item> => (await stored(module))[0] ?? {};
  const ids = ({ data }: { data: Item[] }) => data.map(({ id }) => id);

  it("crm.related.list gives the records that look up to the record, page by page", async () => {
    const account = await first("Accounts");
    const made: string[] = [];
    for (const name of ["A", "B", "C"]) {
      made.unshift(await crm.add("Contacts", { Last_Name: name, Account_Name: { id: account.id } }));
    }
    const path = `/Accounts/${account.id}/Contacts?fields=Last_Name`;
    const one = await crm.get(`${path}&per_page=2`);
    expect(one.status).toBe(200);
    expect(ids(one.body).slice(0, 2)).toEqual(made.slice(0, 2));
    expect(one.body.data[0]).toEqual({ id: made[0], Last_Name: "C" });
    expect(one.body.info).toMatchObject({ per_page: 2, count: 2, more_records: true });
    const two = await crm.get(`${path}&per_page=2&page_token=${one.body.info.next_page_token}`);
    expect(ids(two.body)[0]).toBe(made[2]);
  });

  it("crm.related.update joins records both ways, and keeps what the link knows", async () => {
    const [campaign, lead] = [await first("Campaigns"), await first("Leads")];
    const path = `/Campaigns/${campaign.id}/Leads`;
    expect((await crm.get(`${path}?fields=Last_Name`)).status).toBe(204);
    const joined = await crm.call("PUT", path, { data: [{ id: lead.id, Member_Status: "Active" }] });
    expect(joined.status).toBe(200);
    expect(itemOf(joined)).toMatchObject({ status: "success", details: { id: lead.id } });
    const { body } = await crm.get(`${path}?fields=Last_Name,Member_Status`);
    expect(body.data).toEqual([{ id: lead.id, Last_Name: lead.Last_Name, Member_Status: "Active" }]);
    const back = await crm.get(`/Leads/${lead.id}/Campaigns?fields=Campaign_Name`);
    expect(back.body.data).toEqual([{ id: campaign.id, Campaign_Name: campaign.Campaign_Name }]);
  });

  it("crm.related.update says of each record what became of it", async () => {
    const lead = await first("Leads");
    const products = await stored("Products");
    const data = [{ id: products[0]?.id }, { id: "111" }, {}];
    const reply = await crm.call("PUT", `/Leads/${lead.id}/Products`, { data });
    expect(reply.status).toBe(207);
    expect(reply.body.data.map(({ code }) => code)).toEqual([
      "SUCCESS",
      "INVALID_DATA",
      "MANDATORY_NOT_FOUND",
    ]);
    expect(itemOf(reply, 1).details).toEqual({ api_name: "id", json_path: "$.data[1].id" });
  });

  it("crm.related.update wants a role of a deal's contact", async () => {
    const [deal, contact] = [await first("Deals"), await first("Contacts")];
    const path = `/Deals/${deal.id}/Contact_Roles`;
    const refused = await crm.call("PUT", path, { data: [{ id: contact.id }] });
    expect(refused.status).toBe(400);
    expect(itemOf(refused)).toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Contact_Role" },
    });
    const Contact_Role = { name: "Decision Maker", id: "5725767000000006871" };
    await crm.call("PUT", path, { data: [{ id: contact.id, Contact_Role }] });
    const { body } = await crm.get(`${path}?fields=Last_Name,Contact_Role`);
    expect(body.data).toMatchObject([{ id: contact.id, Contact_Role }]);
  });

  it("crm.related.delinkMany parts records, which stay", async () => {
    const lead = await first("Leads");
    const products = await stored("Products");
    const path = `/Leads/${lead.id}/Products`;
    await crm.call("PUT", path, { data: products.map(({ id }) => ({ id })) });
    const reply = await crm.call("DELETE", `${path}?ids=${products[0]?.id},111`);
    expect(reply.status).toBe(207);
    expect(itemOf(reply)).toMatchObject({ code: "SUCCESS", details: { id: products[0]?.id } });
    expect(itemOf(reply, 1)).toMatchObject({ code: "INVALID_DATA", message: "relation not found" });
    expect(ids((await crm.get(`${path}?fields=Product_Name`)).body)).toHaveLength(2);
    expect(await stored("Products")).toHaveLength(3);
  });

  it("crm.related.get, crm.related.updateOne and crm.related.delink serve one record of a list", async () => {
    const lead = await first("Leads");
    const product = await first("Products");
    const path = `/Leads/${lead.id}/Products/${product.id}`;
    expect((await crm.get(`${path}?fields=Product_Name`)).status).toBe(204);
    expect((await crm.call("PUT", path, { data: [{}] })).status).toBe(200);
    const { body } = await crm.get(`${path}?fields=Product_Name`);
    expect(body.data).toEqual([{ id: product.id, Product_Name: product.Product_Name }]);
    expect((await crm.call("DELETE", path)).status).toBe(200);
    expect((await crm.call("DELETE", path)).status).toBe(400);
  });

  it("finds the record by an external id", async () => {
    const account = await crm.add("Accounts", { Account_Name: "Zylker", External_Account_ID: "ERP-1" });
    const contact = await crm.add("Contacts", { Last_Name: "Burns", Account_Name: { id: account } });
    const { body } = await crm.get("/Accounts/ERP-1/Contacts?fields=Last_Name", {
      "X-EXTERNAL": "Accounts.External_Account_ID",
    });
    expect(ids(body)).toEqual([contact]);
  });

  it.each([
    ["an unknown record", "/Leads/111/Products?fields=id", 400, "INVALID_DATA", 1],
    ["an unknown list", "/Leads/{id}/Nothing?fields=id", 400, "INVALID_DATA", 2],
    ["an unknown module", "/Nothing/{id}/Products?fields=id", 400, "INVALID_MODULE", 0],
  ])("refuses %s", async (_, path, status, code, resource_path_index) => {
    const reply = await crm.get(path.replace("{id}", String((await first("Leads")).id)));
    expect(reply).toMatchObject({ status, body: { code, details: { resource_path_index } } });
  });

  it("refuses a list without fields, and more than 100 ids", async () => {
    const lead = await first("Leads");
    const path = `/Leads/${lead.id}/Products`;
    expect((await crm.get(path)).body).toMatchObject({
      code: "REQUIRED_PARAM_MISSING",
      details: { param_name: "fields" },
    });
    const many = Array.from({ length: 101 }, (_, index) => String(index + 1));
    expect((await crm.call("DELETE", `${path}?ids=${many}`)).body.code).toBe("LIMIT_EXCEEDED");
    expect((await crm.call("PUT", path, { data: many.map((id) => ({ id })) })).body.code).toBe(
      "LIMIT_EXCEEDED",
    );
  });

  it("does not link what belongs to the record by a lookup", async () => {
    const [account, contact] = [await first("Accounts"), await first("Contacts")];
    const path = `/Accounts/${account.id}/Contacts`;
    expect((await crm.call("PUT", path, { data: [{ id: contact.id }] })).body.code).toBe("NOT_SUPPORTED");
    expect((await crm.call("DELETE", `${path}?ids=${contact.id}`)).body.code).toBe("NOT_SUPPORTED");
  });
});
