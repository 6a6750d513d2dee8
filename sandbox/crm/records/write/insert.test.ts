import { type Item, itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.insert", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const insert = (module: string, data: unknown[], more: object = {}) =>
    crm.call("POST", `/${module}`, { data, ...more });
  const stamp = { name: "Patricia Boyle", id: expect.stringMatching(/^\d{19}$/) };

  it("answers 201 with who and when, as Zoho's sample does", async () => {
    const reply = await insert("Leads", [
      {
        Company: "ABC Corp",
        First_Name: "Patricia",
        Last_Name: "Boyle",
        Email: "boyle@abc.com",
        Phone: "111-1234567",
        Fax: "555-7654321",
        Mobile: "555-9876543",
        Website: "www.abc.com",
        Lead_Source: "Web Download",
        Lead_Status: "Not Contacted",
        Industry: "Technology",
        No_of_Employees: 250,
        Annual_Revenue: 500000,
        Email_Opt_Out: false,
        Skype_ID: "patricia.boyle",
        Street: "24 Vine Street",
        City: "Newark",
        State: "New Jersey",
        Zip_Code: "07102",
        Country: "USA",
        Description: "Interested in enterprise licensing",
        Rating: "Hot",
        Secondary_Email: "patricia.b@abc.com",
      },
    ]);
    expect(reply.status).toBe(201);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/);
    expect(reply.body).toEqual({
      data: [
        {
          code: "SUCCESS",
          details: {
            Modified_Time: time,
            Modified_By: stamp,
            Created_Time: time,
            id: stamp.id,
            Created_By: stamp,
            $approval_state: "approved",
          },
          message: "record added",
          status: "success",
        },
      ],
    });
    expect(await crm.read("Leads", itemOf(reply).details.id)).toMatchObject({
      Full_Name: "Patricia Boyle",
      Owner: { name: "Patricia Boyle" },
      Annual_Revenue: 500000,
      Rating: "Hot",
    });
  });

  it("answers one result a record, in order: 207 when some fail, 400 when all do, 202 in v2", async () => {
    const bad = { First_Name: "No last name", Company: "ABC Inc." };
    const mixed = await insert("Leads", [
      { Last_Name: "One", Company: "ABC Inc." },
      bad,
      { Last_Name: "Three", Company: "ABC Inc." },
    ]);
    expect(mixed.status).toBe(207);
    expect(mixed.body.data.map(({ code }) => code)).toEqual(["SUCCESS", "MANDATORY_NOT_FOUND", "SUCCESS"]);
    expect(itemOf(mixed, 1)).toEqual({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Last_Name", json_path: "$.data[1].Last_Name" },
      message: "required field not found",
      status: "error",
    });
    expect((await insert("Leads", [bad, bad])).status).toBe(400);
    const old = await crm.call("POST", "v2:/Leads", {
      data: [{ Last_Name: "One", Company: "ABC Inc." }, bad],
    });
    expect(old.status).toBe(202);
    expect(itemOf(old, 1).details).toEqual({ api_name: "Last_Name" });
  });

  it("takes 100 records and no more", async () => {
    const data = Array.from({ length: 101 }, (_, index) => ({
      Last_Name: `Lead ${index}`,
      Company: "ABC Inc.",
    }));
    expect(await insert("Leads", data)).toMatchObject({
      status: 400,
      body: {
        code: "LIMIT_EXCEEDED",
        details: { maximum_length: 100, api_name: "data" },
        message: "count of records in your request exceeds the limit",
        status: "error",
      },
    });
    const { status, body } = await insert("Leads", data.slice(1));
    expect([status, body.data.length]).toEqual([201, 100]);
  });

  it.each([
    [{}, "MANDATORY_NOT_FOUND"],
    [{ data: {} }, "INVALID_DATA"],
    [{ data: [] }, "INVALID_DATA"],
  ])("refuses the body %j", async (body, code) => {
    expect(await crm.call("POST", "/Leads", body)).toMatchObject({
      status: 400,
      body: { code, details: { api_name: "data" } },
    });
  });

  it("refuses a record that is none", async () => {
    expect(itemOf(await insert("Leads", ["x"]))).toMatchObject({
      code: "INVALID_DATA",
      details: { expected_data_type: "jsonobject" },
    });
  });

  it.each([
    ["Leads", ["Last_Name", "Company"]],
    ["Contacts", ["Last_Name"]],
    ["Accounts", ["Account_Name"]],
    ["Deals", ["Deal_Name", "Stage"]],
    ["Campaigns", ["Campaign_Name"]],
    ["Tasks", ["Subject"]],
    ["Events", ["Event_Title", "Start_DateTime", "End_DateTime"]],
    ["Calls", ["Subject", "Call_Type", "Call_Start_Time", "Call_Duration"]],
    ["Products", ["Product_Name"]],
    ["Vendors", ["Vendor_Name"]],
    ["Price_Books", ["Price_Book_Name", "Pricing_Details"]],
    ["Quotes", ["Subject", "Quoted_Items"]],
    ["Sales_Orders", ["Subject", "Ordered_Items"]],
    ["Purchase_Orders", ["Subject", "Vendor_Name", "Purchased_Items"]],
    ["Invoices", ["Subject", "Invoiced_Items"]],
    ["Cases", ["Status", "Case_Origin", "Subject"]],
    ["Solutions", ["Solution_Title"]],
    ["Properties", ["Name", "Listing_Price"]],
  ])("%s needs %j", async (module, names) => {
    const item = itemOf(await insert(module, [{ Description: "x" }]));
    const errors = names.length === 1 ? [item] : (item.details.errors as Item[]);
    expect(item.code).toBe(names.length === 1 ? "MANDATORY_NOT_FOUND" : "MULTIPLE_OR_MULTI_ERRORS");
    expect(errors.map(({ code, details }) => [code, (details as Item).api_name])).toEqual(
      expect.arrayContaining(names.map((name) => ["MANDATORY_NOT_FOUND", name])),
    );
  });

  it("puts several errors of a record together", async () => {
    const item = itemOf(await insert("Leads", [{ Email: "nonsense", Seats: "many", Company: "ABC Inc." }]));
    expect(item).toMatchObject({
      code: "MULTIPLE_OR_MULTI_ERRORS",
      message: "Multiple errors in the request",
      status: "error",
    });
    const errors = item.details.errors as { code: string; details: Item; message: string; status: string }[];
    expect(errors.map(({ code, details }) => [code, details.api_name])).toEqual([
      ["INVALID_DATA", "Email"],
      ["INVALID_DATA", "Seats"],
      ["MANDATORY_NOT_FOUND", "Last_Name"],
    ]);
  });

  it("does not say of a field both that it is wrong and that it is missing", async () => {
    expect(itemOf(await insert("Leads", [{ Last_Name: 5, Company: "ABC Inc." }]))).toMatchObject({
      code: "INVALID_DATA",
      details: { expected_data_type: "text", api_name: "Last_Name", json_path: "$.data[0].Last_Name" },
    });
  });

  it("passes over what Zoho keeps itself, and what the module does not have", async () => {
    const before = {
      Created_Time: "2001-01-01T00:00:00Z",
      Full_Name: "X",
      Reference_Number: "L-1",
      $editable: false,
      nonsense: 1,
    };
    const reply = await insert("Leads", [{ Last_Name: "Kept", Company: "ABC Inc.", ...before }]);
    const lead = await crm.read("Leads", itemOf(reply).details.id);
    expect(lead.Full_Name).toBe("Kept");
    expect(lead.Created_Time).not.toBe(before.Created_Time);
    expect(lead.Reference_Number).not.toBe("L-1");
    expect(lead).not.toHaveProperty("nonsense");
  });

  it("refuses a value that a unique field of another record has, and names that record", async () => {
    const id = await crm.add("Leads", { Last_Name: "First", Company: "ABC Inc.", Referral_Code: "UNIQUE-1" });
    const item = itemOf(
      await insert("Leads", [{ Last_Name: "Second", Company: "ABC Inc.", Referral_Code: "unique-1" }]),
    );
    expect(item).toEqual({
      code: "DUPLICATE_DATA",
      details: {
        api_name: "Referral_Code",
        duplicate_record: {
          Owner: { ...stamp, zuid: expect.any(String) },
          module: { api_name: "Leads", id: expect.any(String) },
          id,
        },
        json_path: "$.data[0].Referral_Code",
        id,
        more_records: false,
      },
      message: "duplicate data",
      status: "error",
    });
    const old = await crm.call("POST", "v2:/Leads", {
      data: [{ Last_Name: "Second", Company: "ABC Inc.", Referral_Code: "UNIQUE-1" }],
    });
    expect(itemOf(old).details).toEqual({ api_name: "Referral_Code", id });
    const both = itemOf(
      await insert("Leads", [
        { Last_Name: "A", Company: "ABC Inc.", Referral_Code: "TWICE" },
        { Last_Name: "B", Company: "ABC Inc.", Referral_Code: "TWICE" },
      ]),
      1,
    );
    expect(both.code).toBe("DUPLICATE_DATA");
  });

  describe("layouts", () => {
    const layoutOf = async (name: string) => {
      const layouts = (await crm.get("/settings/layouts?module=Leads")).body.layouts as {
        name: string;
        id: string;
      }[];
      return { id: layouts.find((layout) => layout.name === name)?.id };
    };

    it("a layout's required fields must be there, whether it is named or not", async () => {
      const missing = { code: "MANDATORY_NOT_FOUND", details: { api_name: "Company" } };
      const Layout = await layoutOf("Standard");
      for (const record of [{ Last_Name: "No company" }, { Last_Name: "No company", Layout }]) {
        expect(itemOf(await insert("Leads", [record]))).toMatchObject(missing);
      }
    });

    it("another layout requires other fields, and passes over those it does not have", async () => {
      const Layout = await layoutOf("Enterprise");
      const missing = itemOf(
        await insert("Leads", [{ Last_Name: "Big", Company: "Zylker", Email: "a@zylker.com", Layout }]),
      );
      expect((missing.details.errors as { details: Item }[]).map(({ details }) => details.api_name)).toEqual([
        "Phone",
        "Tier",
      ]);
      const lead = {
        Last_Name: "Big",
        Company: "Zylker",
        Email: "a@zylker.com",
        Phone: "1",
        Tier: "Gold",
        Twitter: "big",
        Layout,
      };
      const id = await crm.add("Leads", lead);
      expect(await crm.read("Leads", id)).toMatchObject({
        Twitter: null,
        Layout: { name: "Enterprise", id: Layout.id },
      });
    });

    it("there must be such a layout", async () => {
      expect(
        itemOf(await insert("Leads", [{ Last_Name: "X", Company: "ABC Inc.", Layout: { id: "1" } }])),
      ).toMatchObject({
        code: "INVALID_DATA",
        details: { json_path: "$.data[0].Layout.id" },
      });
    });

    it("layout rules set fields mandatory when they are applied", async () => {
      const data = [{ Last_Name: "Referred", Company: "ABC Inc.", Lead_Source: "Employee Referral" }];
      const apply = { apply_feature_execution: [{ name: "layout_rules" }] };
      expect((await insert("Leads", data)).status).toBe(201);
      expect(itemOf(await insert("Leads", data, apply))).toEqual({
        code: "MANDATORY_NOT_FOUND",
        details: {
          layout_rule: { name: expect.any(String), id: expect.stringMatching(/^\d{19}$/) },
          api_name: "Phone",
          json_path: "$.data[0].Phone",
        },
        message: "required field not found",
        status: "error",
      });
      expect((await insert("Leads", [{ ...data[0], Phone: "5550100" }], apply)).status).toBe(201);
      expect(
        (await insert("Leads", [{ Last_Name: "Cold", Company: "ABC Inc.", Lead_Source: "Cold Call" }], apply))
          .status,
      ).toBe(201);
    });
  });

  describe("automation", () => {
    const lastRun = () => crm.world.crm.automationRuns.at(-1);
    const everything = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"];

    it("runs everything when trigger is absent, nothing when it is empty", async () => {
      await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }]);
      expect(lastRun()).toMatchObject({
        module: "Leads",
        operation: "insert",
        triggers: everything,
        skipped: [],
      });
      await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }], { trigger: [] });
      expect(lastRun()).toMatchObject({ triggers: [] });
      await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }], {
        trigger: ["workflow"],
        skip_feature_execution: [{ name: "cadences" }],
      });
      expect(lastRun()).toMatchObject({ triggers: ["workflow"], skipped: ["cadences"] });
    });

    it.each([
      [{ trigger: ["everything"] }, "trigger", "$.trigger[0]"],
      [{ trigger: "workflow" }, "trigger", "$.trigger"],
      [{ apply_feature_execution: [{ name: "x" }] }, "name", "$.apply_feature_execution[0].name"],
      [{ skip_feature_execution: [{ name: "x" }] }, "name", "$.skip_feature_execution[0].name"],
      [{ lar_id: "1" }, "lar_id", "$.lar_id"],
    ])("refuses %j", async (more, api_name, json_path) => {
      expect(await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }], more)).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA", details: { api_name, json_path } },
      });
    });

    it("a feature to skip must have a name", async () => {
      expect(
        await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }], { skip_feature_execution: [{}] }),
      ).toMatchObject({
        status: 400,
        body: { code: "MANDATORY_NOT_FOUND", details: { json_path: "$.skip_feature_execution[0].name" } },
      });
    });

    it("lar_id gives the lead to the user of that rule", async () => {
      const { body } = await crm.get("/settings/automation/assignment_rules?module=Leads");
      const [rule] = body.assignment_rules as { id: string; default_assignee: { resource: Item } }[];
      const id = itemOf(
        await insert("Leads", [{ Last_Name: "A", Company: "ABC Inc." }], { lar_id: rule?.id }),
      ).details.id;
      expect((await crm.read("Leads", id)).Owner).toMatchObject(rule?.default_assignee.resource ?? {});
    });
  });

  it("tells listeners", async () => {
    const seen: unknown[] = [];
    const stop = crm.world.crm.onChange((change) => seen.push(change));
    const id = await crm.add("Leads", { Last_Name: "Heard", Company: "ABC Inc." });
    await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "Newark", Last_Name: "Heard" }] });
    await crm.call("DELETE", `/Leads/${id}`);
    stop();
    await crm.add("Leads", { Last_Name: "Unheard", Company: "ABC Inc." });
    const by = crm.world.crm.currentUser;
    expect(seen).toMatchObject([
      { module: "Leads", operation: "insert", ids: [id], affectedFields: { [id]: [] }, by },
      { module: "Leads", operation: "update", ids: [id], affectedFields: { [id]: ["City"] }, by },
      { module: "Leads", operation: "delete", ids: [id], affectedFields: { [id]: [] }, by },
    ]);
  });

  it("costs a credit for each 10 records", async () => {
    const cost = async (count: number) => {
      await crm.control("DELETE", "ledger");
      await insert(
        "Tasks",
        Array.from({ length: count }, () => ({ Subject: "Call" })),
      );
      return ((await crm.control("GET", "ledger")) as { credits: number }).credits;
    };
    expect([await cost(1), await cost(10), await cost(11), await cost(100)]).toEqual([1, 1, 2, 10]);
  });

  it("takes a place among the ten for costly calls with more than 10 records", async () => {
    const statuses = async (count: number) => {
      const data = Array.from({ length: count }, () => ({ Subject: "Call" }));
      const calls = Array.from({ length: 11 }, () => insert("Tasks", data));
      return (await Promise.all(calls)).map(({ status }) => status).sort();
    };
    const ten = Array.from({ length: 10 }, () => 201);
    expect(await statuses(10)).toEqual([...ten, 201]);
    expect(await statuses(11)).toEqual([...ten, 429]);
  });

  it("adds no rows to subforms on their own", async () => {
    expect(await insert("Findings", [{ Defect: "Crack" }])).toMatchObject({
      status: 400,
      body: { code: "INVALID_MODULE" },
    });
  });
});
