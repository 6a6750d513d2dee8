import { type Item, startTestCrm, type TestCrm } from "../testing";

describe("the conversion of many quotes and sales orders", () => {
  let crm: TestCrm;
  beforeEach(async () => {
    crm = await startTestCrm();
  });
  afterEach(() => crm.close());

  const path = "/Quotes/actions/mass_convert";
  const read = async (module: string): Promise<Item[]> =>
    crm.list(`/${module}?fields=Subject,Owner,Tag,Quote_Name`, "data");
  const idsOf = async (count = 2) => (await read("Quotes")).slice(0, count).map(({ id }) => String(id));
  const body = async (more: object = {}) => ({
    convert_to: [{ module: { api_name: "Sales_Orders" }, carry_over_tags: false }],
    ids: await idsOf(),
    ...more,
  });
  const done = async (job: unknown) => {
    const states: unknown[] = [];
    for (let asked = 0; asked < 4; asked += 1) {
      const [state] = (await crm.get(`${path}?job_id=${job}`)).body.data;
      states.push(state?.status);
      if (state?.status === "COMPLETED") return { states, state };
    }
    throw new Error(`The job is ${states.join()}.`);
  };

  it("crm.inventory.massConvert makes what follows each, and crm.inventory.massConvertStatus counts", async () => {
    const ids = await idsOf();
    const before = (await read("Sales_Orders")).length;
    const [, , user] = await crm.list("/users?type=ActiveUsers", "users");
    const started = await crm.call("POST", path, await body({ assign_to: { id: user?.id } }));
    expect(started).toMatchObject({
      status: 202,
      body: { code: "SCHEDULED", message: "Mass Convert scheduled successfully" },
    });
    const { states, state } = await done(started.body.details.job_id);
    expect(states).toEqual(["SCHEDULED", "IN PROGRESS", "COMPLETED"]);
    expect(state).toMatchObject({
      total_count: 2,
      converted_count: 2,
      not_converted_count: 0,
      failed_count: 0,
    });
    const orders = await read("Sales_Orders");
    expect(orders).toHaveLength(before + 2);
    const made = orders.filter(({ Quote_Name }) => ids.includes((Quote_Name as Item | null)?.id as string));
    expect(made.map(({ Owner }) => Owner)).toEqual(Array(2).fill(expect.objectContaining({ id: user?.id })));
    const again = await crm.call("POST", path, await body());
    expect((await done(again.body.details.job_id)).state).toMatchObject({
      converted_count: 0,
      not_converted_count: 2,
    });
  });

  it.each([
    ["no target", { convert_to: [] }, "MANDATORY_NOT_FOUND", { json_path: "$.convert_to" }],
    [
      "no word about tags",
      { convert_to: [{ module: { api_name: "Invoices" } }] },
      "MANDATORY_NOT_FOUND",
      { json_path: "$.convert_to[0].carry_over_tags" },
    ],
    [
      "a module that is none of what may follow",
      { convert_to: [{ module: { api_name: "Deals" }, carry_over_tags: true }] },
      "INVALID_DATA",
      { supported_values: ["Sales_Orders", "Invoices"] },
    ],
    [
      "the id of another module",
      { convert_to: [{ module: { api_name: "Invoices", id: "1" }, carry_over_tags: true }] },
      "AMBIGUITY_DURING_PROCESSING",
      {},
    ],
    [
      "a module without a name",
      { convert_to: [{ module: {}, carry_over_tags: true }] },
      "EXPECTED_FIELD_MISSING",
      {},
    ],
    ["no records", { ids: [] }, "MANDATORY_NOT_FOUND", { json_path: "$.ids" }],
    ["a record that is not there", { ids: ["1"] }, "INVALID_DATA", { json_path: "$.ids[0]" }],
    ["51 records", { ids: Array(51).fill("1") }, "LIMIT_EXCEEDED", { limit: 50 }],
    ["nobody to assign to", { assign_to: { id: "1" } }, "INVALID_DATA", { json_path: "$.assign_to.id" }],
  ])("is refused with %s", async (_, more, code, details) => {
    expect(await crm.call("POST", path, await body(more))).toMatchObject({
      status: 400,
      body: { code, details },
    });
  });

  it("is refused for other modules, and has no job but its own", async () => {
    expect(await crm.call("POST", "/Deals/actions/mass_convert", await body())).toMatchObject({
      status: 400,
      body: { code: "NOT_SUPPORTED" },
    });
    expect(await crm.get(path)).toMatchObject({ status: 400, body: { code: "REQUIRED_PARAM_MISSING" } });
    const started = await crm.call("POST", path, await body());
    const { job_id } = started.body.details;
    expect(await crm.get(`/Sales_Orders/actions/mass_convert?job_id=${job_id}`)).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { param_name: "job_id" } },
    });
  });
});
