import { itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.upsert", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 0, Deals: 0 } }));

  const upsert = (
    module: string,
    data: unknown[],
    duplicate_check_fields?: string[],
    headers?: Record<string, string>,
  ) => crm.call("POST", `/${module}/upsert`, { data, duplicate_check_fields }, headers);

  it("adds what is new and changes what is there, and says which, with 200", async () => {
    const id = await crm.add("Leads", {
      Last_Name: "Lead",
      Company: "ABC Inc.",
      Email: "newcrmapi@zoho.com",
    });
    const reply = await upsert("Leads", [
      { Last_Name: "Lead_changed", Company: "ABC Inc.", Email: "NewCrmApi@zoho.com" },
      { Last_Name: "New Lead", Company: "ABC Inc.", Email: "newlead@zoho.com" },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual([
      {
        code: "SUCCESS",
        duplicate_field: "Email",
        action: "update",
        details: expect.objectContaining({ id }),
        message: "record updated",
        status: "success",
      },
      {
        code: "SUCCESS",
        duplicate_field: null,
        action: "insert",
        details: expect.not.objectContaining({ $approval_state: expect.anything() }),
        message: "record added",
        status: "success",
      },
    ]);
    expect(await crm.read("Leads", id)).toMatchObject({ Last_Name: "Lead_changed" });
  });

  it.each([
    ["Accounts", { Account_Name: "Zylker" }, "Account_Name"],
    ["Contacts", { Last_Name: "Boyle", Email: "p@zylker.com" }, "Email"],
    ["Deals", { Deal_Name: "Mega", Stage: "Qualification" }, "Deal_Name"],
    ["Campaigns", { Campaign_Name: "Spring" }, "Campaign_Name"],
    ["Cases", { Subject: "Broken", Status: "New", Case_Origin: "Web" }, "Subject"],
    ["Solutions", { Solution_Title: "Mend" }, "Solution_Title"],
    ["Products", { Product_Name: "Lock" }, "Product_Name"],
    ["Vendors", { Vendor_Name: "Acme" }, "Vendor_Name"],
    [
      "Price_Books",
      { Price_Book_Name: "2026", Pricing_Details: [{ from_range: 1, to_range: 2, discount: 0 }] },
      "Price_Book_Name",
    ],
    ["Properties", { Name: "24 Vine Street", Listing_Price: 1 }, "Name"],
  ])("%s are the same by their own field", async (module, record, field) => {
    expect(itemOf(await upsert(module, [record]))).toMatchObject({ action: "insert" });
    expect(itemOf(await upsert(module, [record]))).toMatchObject({
      action: "update",
      duplicate_field: field,
    });
  });

  describe("the order of checks", () => {
    let byEmail: string;
    let byCode: string;
    let byErp: string;
    beforeEach(async () => {
      byEmail = await crm.add("Leads", { Last_Name: "E", Company: "ABC Inc.", Email: "e@zylker.com" });
      byCode = await crm.add("Leads", { Last_Name: "C", Company: "ABC Inc.", Referral_Code: "CODE" });
      byErp = await crm.add("Leads", { Last_Name: "X", Company: "ABC Inc.", ERP_Id: "ERP" });
    });
    const found = async (record: object, fields?: string[]) => {
      const item = itemOf(
        await upsert("Leads", [{ Last_Name: "U", Company: "ABC Inc.", ...record }], fields),
      );
      return [item.duplicate_field, item.details.id];
    };

    it("the system's field, then all unique fields", async () => {
      expect(await found({ Email: "e@zylker.com" })).toEqual(["Email", byEmail]);
      expect(await found({ Email: "new@zylker.com", Referral_Code: "CODE" })).toEqual([
        "Referral_Code",
        byCode,
      ]);
      expect(await found({ ERP_Id: "ERP" })).toEqual(["ERP_Id", byErp]);
    });

    it("those that are given first, then the other unique ones; the system's only if it is among them", async () => {
      expect(await found({ Referral_Code: "CODE" }, ["ERP_Id"])).toEqual(["Referral_Code", byCode]);
      expect(
        itemOf(
          await upsert(
            "Leads",
            [{ Last_Name: "U", Company: "ABC Inc.", Email: "e@zylker.com" }],
            ["Referral_Code"],
          ),
        ),
      ).toMatchObject({ action: "insert" });
    });

    it("when the found record collides with another, that is a duplicate", async () => {
      const item = itemOf(
        await upsert("Leads", [
          { Last_Name: "U", Company: "ABC Inc.", Email: "e@zylker.com", Referral_Code: "CODE" },
        ]),
      );
      expect(item).toMatchObject({
        code: "DUPLICATE_DATA",
        details: { api_name: "Referral_Code", id: byCode },
      });
    });

    it("an id in the record is the record", async () => {
      expect(await found({ id: byErp, Email: "e@zylker.com" })).toEqual([null, byErp]);
      expect(itemOf(await upsert("Leads", [{ id: "1", Last_Name: "U" }]))).toMatchObject({
        code: "INVALID_DATA",
        message: "the id given seems to be invalid",
      });
    });

    it("v2 finds nothing by a field that is not unique, and does not refuse it", async () => {
      const body = {
        data: [{ Last_Name: "U", Company: "ABC Inc.", Phone: "5550100" }],
        duplicate_check_fields: ["Phone"],
      };
      for (let call = 0; call < 2; call++) {
        expect(itemOf(await crm.call("POST", "v2:/Leads/upsert", body))).toMatchObject({
          code: "SUCCESS",
          action: "insert",
        });
      }
    });

    it("takes only the system's field and unique ones", async () => {
      expect(
        await upsert("Leads", [{ Last_Name: "U", Company: "ABC Inc." }], ["Email", "City"]),
      ).toMatchObject({
        status: 400,
        body: {
          code: "INVALID_DATA",
          details: { api_name: "duplicate_check_fields", json_path: "$.duplicate_check_fields[1]" },
        },
      });
    });
  });

  it("the same key twice in one request is one record", async () => {
    const { body } = await upsert("Leads", [
      { Last_Name: "A", Company: "ABC Inc.", Email: "a@zylker.com" },
      { Last_Name: "B", Company: "ABC Inc.", Email: "a@zylker.com" },
    ]);
    expect(body.data.map(({ action }) => action)).toEqual(["insert", "update"]);
    expect(((await crm.control("GET", "records/Leads")) as { data: object[] }).data).toMatchObject([
      { Last_Name: "B" },
    ]);
  });

  it("is 207 when some fail, 400 when all do, 412 when all were modified", async () => {
    await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc.", Email: "a@zylker.com" });
    expect((await upsert("Leads", [{ Last_Name: "B", Company: "ABC Inc." }, { Company: 5 }])).status).toBe(
      207,
    );
    expect((await upsert("Leads", [{ Email: "new@zylker.com" }])).status).toBe(400);
    const since = { "If-Unmodified-Since": "2020-01-01T00:00:00+05:30" };
    expect(
      (
        await upsert(
          "Leads",
          [{ Last_Name: "C", Company: "ABC Inc.", Email: "a@zylker.com" }],
          undefined,
          since,
        )
      ).status,
    ).toBe(412);
  });

  it("finds what a call beside it adds, or does not where upserts race", async () => {
    const twice = () =>
      Promise.all(
        ["A", "B"].map((name) =>
          upsert("Leads", [{ Last_Name: name, Company: "ABC Inc.", Email: "a@zylker.com" }]),
        ),
      );
    const count = async () => ((await crm.control("GET", "records/Leads")) as { data: object[] }).data.length;
    await twice();
    expect(await count()).toBe(1);
    await crm.control("POST", "reset", { seed: 1, records: { Leads: 0 } });
    await crm.control("POST", "behaviours", { upsertChecks: "racing" });
    await twice();
    await crm.control("POST", "behaviours", { upsertChecks: "inTurn" });
    expect(await count()).toBe(2);
  });

  it("skips a feature for one action only", async () => {
    await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc.", Email: "a@zylker.com" });
    const data = [
      { Last_Name: "A", Company: "ABC Inc.", Email: "a@zylker.com" },
      { Last_Name: "B", Company: "ABC Inc." },
    ];
    await crm.call("POST", "/Leads/upsert", {
      data,
      skip_feature_execution: [{ name: "cadences", action: "insert" }],
    });
    const runs = crm.world.crm.automationRuns.slice(-2);
    expect(runs.map(({ operation, skipped }) => [operation, skipped])).toEqual([
      ["update", []],
      ["insert", ["cadences"]],
    ]);
  });
});
