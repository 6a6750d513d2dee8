import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("converting many leads, quotes and orders", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 4, Contacts: 0 } }));

  const stored = async (module: string) =>
    ((await crm.control("GET", `records/${module}`)) as { data: Item[] }).data;
  const massConvert = (body: object) => crm.call("POST", "/Leads/actions/mass_convert", body);
  const status = async (jobId: string) => (await crm.get(`/Leads/actions/mass_convert?job_id=${jobId}`)).body;

  it("converts leads by a job: crm.leads.massConvert and crm.leads.massConvertStatus", async () => {
    const [first, second, third] = (await stored("Leads")).map(({ id }) => id);
    await crm.call("POST", `/Leads/${third}/actions/convert`, { data: [{}] });
    const started = await massConvert({
      ids: [first, second, third],
      Deals: { Deal_Name: "D", Stage: "Qualification", Closing_Date: "2026-01-01" },
    });
    expect([started.status, started.body.code]).toEqual([202, "SCHEDULED"]);
    const jobId = String(started.body.details.job_id);
    expect(await stored("Contacts")).toHaveLength(1);
    const told = [await status(jobId), await status(jobId), await status(jobId)].map(({ data }) => data[0]);
    expect(told.map((item) => item?.Status)).toEqual(["SCHEDULED", "RUNNING", "COMPLETED"]);
    expect(told[0]).toMatchObject({ Total_Count: 3, Converted_Count: 0, Not_Converted_Count: 3 });
    expect((await status(jobId)).data).toEqual([
      { Status: "COMPLETED", Total_Count: 3, Converted_Count: 2, Not_Converted_Count: 1, Failed_Count: 0 },
    ]);
    expect(await stored("Contacts")).toHaveLength(3);
  });

  it("counts the leads that could not be converted", async () => {
    const [first] = (await stored("Leads")).map(({ id }) => id);
    const started = await massConvert({ ids: [first], Deals: { Deal_Name: "No stage" } });
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect((await status(String(started.body.details.job_id))).data).toMatchObject([
      { Converted_Count: 0, Failed_Count: 1 },
    ]);
    expect(await stored("Contacts")).toEqual([]);
  });

  it("takes 50 leads at most, and one at least", async () => {
    const many = await massConvert({ ids: Array.from({ length: 51 }, (_, index) => String(index)) });
    expect([many.status, many.body.code, many.body.details.limit]).toEqual([400, "LIMIT_EXCEEDED", 50]);
    expect((await massConvert({ ids: [] })).body.code).toBe("MANDATORY_NOT_FOUND");
    const [id] = (await stored("Leads")).map((lead) => lead.id);
    expect((await massConvert({ ids: [id], Deals: {} })).body.code).toBe("MANDATORY_NOT_FOUND");
    expect((await status("1")).code).toBe("NOT_FOUND");
  });

  it.each([
    ["a lead that is not there", { ids: ["1"] }, { api_name: "ids", json_path: "$.ids[1]" }],
    ["what is no ID", { ids: ["x"] }, { api_name: "ids", json_path: "$.ids[1]", expected_data_type: "long" }],
    ["a user who is not there", { assign_to: { id: "1" } }, { api_name: "id", json_path: "$.assignee.id" }],
  ])(
    "refuses all for %s",
    async (_, { ids = [], ...more }: { ids?: string[]; assign_to?: object }, details) => {
      const [id] = (await stored("Leads")).map((lead) => String(lead.id));
      const refused = await massConvert({ ids: [id, ...ids], ...more });
      expect([refused.status, refused.body.code, refused.body.details]).toEqual([
        400,
        "INVALID_DATA",
        details,
      ]);
    },
  );

  it("makes an order of a quote and an invoice of the order, with their line items", async () => {
    const [quote] = await stored("Quotes");
    const moduleId = (name: string) => crm.world.crm.schema.get(name)?.id;
    const convert = (from: string, id: unknown, to: string) =>
      crm.call("POST", `/${from}/${id}/actions/convert`, {
        data: [{ convert_to: [{ module: { api_name: to, id: moduleId(to) } }] }],
      });
    const reply = await convert("Quotes", quote?.id, "Sales_Orders");
    expect(reply.status).toBe(200);
    const order = itemOf(reply).details.Sales_Orders as Item;
    expect(order.name).toBe(quote?.Subject);
    const made = await crm.read("Sales_Orders", String(order.id));
    expect(made).toMatchObject({ Quote_Name: { id: quote?.id }, Grand_Total: quote?.Grand_Total });
    expect(made.Ordered_Items).toHaveLength(2);
    const invoice = itemOf(await convert("Sales_Orders", order.id, "Invoices")).details.Invoices as Item;
    expect(await crm.read("Invoices", String(invoice.id))).toMatchObject({ Sales_Order: { id: order.id } });
    expect((await convert("Quotes", quote?.id, "Sales_Orders")).body.code).toBe("ID_ALREADY_CONVERTED");
    expect(itemOf(await convert("Sales_Orders", order.id, "Quotes")).code).toBe("INVALID_DATA");
    const nothing = await crm.call("POST", `/Quotes/${quote?.id}/actions/convert`, { data: [{}] });
    expect([nothing.status, nothing.body.code]).toEqual([400, "MANDATORY_NOT_FOUND"]);
  });

  it.each([
    ["a target without a name", { module: {} }, "EXPECTED_FIELD_MISSING"],
    [
      "two names of two targets",
      { module: { api_name: "Sales_Orders", id: "1" } },
      "AMBIGUITY_DURING_PROCESSING",
    ],
    ["a target of no use", { module: { api_name: "Leads" } }, "INVALID_DATA"],
    ["a no to tags", { module: { api_name: "Sales_Orders" }, carry_over_tags: false }, "NOT_ALLOWED"],
  ])("makes nothing of a quote for %s", async (_, target, code) => {
    const [quote] = await stored("Quotes");
    const orders = await stored("Sales_Orders");
    const refused = await crm.call("POST", `/Quotes/${quote?.id}/actions/convert`, {
      data: [{ convert_to: [target] }],
    });
    expect([refused.status, itemOf(refused).code]).toEqual([400, code]);
    expect(await stored("Sales_Orders")).toHaveLength(orders.length);
  });
});
