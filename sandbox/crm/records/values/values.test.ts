import { itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("the values of fields", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const insert = async (record: object) =>
    itemOf(
      await crm.call("POST", "/Leads", { data: [{ Last_Name: "Value", Company: "ABC Inc.", ...record }] }),
    );
  const stored = async (field: string, value: unknown) => {
    const { code, details } = await insert({ [field]: value });
    return code === "SUCCESS" ? (await crm.read("Leads", details.id))[field] : code;
  };

  const long = (length: number) => "x".repeat(length);
  const asIs: [string, unknown][] = [
    ["Company", long(200)],
    ["Company", "Ünïcödé 株式会社 😀"],
    ["Qualification_Notes", long(2_000)],
    ["Requirements", long(32_000)],
    ["Proposal", long(50_000)],
    ["Email", "p.boyle+tag@zylker.co.uk"],
    ["Email", "用户@例子.公司"],
    ["Phone", "+1 (555) 123-4567"],
    ["Phone", "91(987)654321"],
    ["Website", "www.zylker.com"],
    ["Website", "https://zylker.com/a?b=c"],
    ["Tier", "Gold"],
    ["Preferred_Channel", "Carrier pigeon"],
    ["Languages", ["English", "German"]],
    ["Trial_Start", "2024-02-29"],
    ["Seats", 999_999_999],
    ["Seats", -5],
    ["Budget", 1234567890123456],
    ["Budget", 250000.9],
    ["Fit_Score", 0.123456789],
    ["Discount", 99_999],
    ["Loyalty_Number", "123456789012345678"],
    ["Loyalty_Number", "0012345600012"],
    ["Is_Partner", true],
  ];
  it.each(asIs)("%s keeps %j", async (field, value) => {
    expect(await stored(field, value)).toEqual(value);
  });

  const refused: [string, unknown, object][] = [
    ["Company", long(201), { maximum_length: 200 }],
    ["Company", 5, { expected_data_type: "text" }],
    ["Company", { name: "x" }, { expected_data_type: "text" }],
    ["Qualification_Notes", long(2_001), { maximum_length: 2_000 }],
    ["Proposal", long(50_001), { maximum_length: 50_000 }],
    ["Email", "nobody", { expected_data_type: "email" }],
    ["Email", "a@b", { expected_data_type: "email" }],
    ["Email", "a@@b.com", { expected_data_type: "email" }],
    ["Email", `${long(100)}@b.com`, { maximum_length: 100 }],
    ["Phone", "1".repeat(31), { maximum_length: 30 }],
    ["Phone", "call me!", { expected_data_type: "phone" }],
    ["Website", "no dot", { expected_data_type: "website" }],
    ["Tier", "Wood", { supported_values: ["Bronze", "Silver", "Gold", "Platinum"] }],
    ["Languages", "English", { expected_data_type: "jsonarray" }],
    ["Languages", [1], { expected_data_type: "jsonarray" }],
    ["Trial_Start", "2023-02-29", { expected_data_type: "date" }],
    ["Trial_Start", "29/02/2024", { expected_data_type: "date" }],
    ["Demo_Time", "2024-02-29", { expected_data_type: "datetime" }],
    ["Demo_Time", "2024-02-29T10:00:00.000Z", { expected_data_type: "datetime" }],
    ["Demo_Time", "2024-02-29T25:00:00Z", { expected_data_type: "datetime" }],
    ["Seats", "12", { expected_data_type: "integer" }],
    ["Seats", 1.5, { expected_data_type: "integer" }],
    ["Seats", 1_000_000_000, { maximum_length: 9 }],
    ["Budget", "100", { expected_data_type: "double" }],
    ["Budget", 10 ** 16, { maximum_length: 16 }],
    ["Fit_Score", 0.1234567891, { maximum_length: 9 }],
    ["Discount", 100_000, { maximum_length: 5 }],
    ["Loyalty_Number", 12345, { expected_data_type: "bigint" }],
    ["Loyalty_Number", "1234567890123456789", { maximum_length: 18 }],
    ["Loyalty_Number", "12a", { expected_data_type: "bigint" }],
    ["Is_Partner", "true", { expected_data_type: "boolean" }],
    ["Is_Partner", 1, { expected_data_type: "boolean" }],
    ["Referred_By", "5725767000000999999", { expected_data_type: "jsonobject" }],
    ["Owner", "5725767000000999999", { expected_data_type: "jsonobject" }],
  ];
  it.each(refused)("%s refuses %j", async (field, value, expectation) => {
    expect(await insert({ [field]: value })).toEqual({
      code: "INVALID_DATA",
      details: { ...expectation, api_name: field, json_path: `$.data[0].${field}` },
      message: "invalid data",
      status: "error",
    });
  });

  it("times come back with the organisation's offset", async () => {
    expect(await stored("Demo_Time", "2024-02-29T10:00:00-08:00")).toBe("2024-02-29T23:30:00+05:30");
    expect(await stored("Demo_Time", "2024-02-29T10:00:00Z")).toBe("2024-02-29T15:30:00+05:30");
  });

  it("null and the empty text empty a field, a checkbox is then false", async () => {
    expect(await stored("City", "")).toBeNull();
    expect(await stored("Seats", null)).toBeNull();
    expect(await stored("Is_Partner", null)).toBe(false);
    expect((await insert({ Last_Name: "" })).code).toBe("MANDATORY_NOT_FOUND");
  });

  describe("lookups", () => {
    const noSuchId = (field: string) => ({
      code: "INVALID_DATA",
      details: { api_name: field, json_path: `$.data[0].${field}.id` },
      message: "the id given seems to be invalid",
    });

    it("take an id and come back with the name", async () => {
      const id = await crm.add("Contacts", { First_Name: "Anna", Last_Name: "Kingsley" });
      expect(await stored("Referred_By", { id })).toEqual({ name: "Anna Kingsley", id });
      expect(await stored("Referred_By", { id, name: "Someone else" })).toEqual({
        name: "Anna Kingsley",
        id,
      });
      const old = await crm.call("POST", "v2:/Leads", {
        data: [{ Last_Name: "Old", Company: "ABC Inc.", Referred_By: id }],
      });
      expect(old.status).toBe(201);
    });

    it("refuse the id of no record, and of a record of another module", async () => {
      const account = await crm.add("Accounts", { Account_Name: "Zylker" });
      expect(await insert({ Referred_By: { id: "5725767000000999999" } })).toMatchObject(
        noSuchId("Referred_By"),
      );
      expect(await insert({ Referred_By: { id: account } })).toMatchObject(noSuchId("Referred_By"));
      expect(await insert({ Referred_By: { name: "Anna" } })).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { json_path: "$.data[0].Referred_By.id" },
      });
    });

    it("of a deal to its account takes a name, and makes the account that there is none of", async () => {
      const deal = async (more: object) =>
        itemOf(
          await crm.call("POST", "/Deals", {
            data: [{ Deal_Name: "Big", Stage: "Qualification", ...more }],
          }),
        );
      const [first, second] = [
        await deal({ Account_Name: { name: "New Co" } }),
        await deal({ Account_Name: { name: "New Co" } }),
      ];
      const accounts = await Promise.all(
        [first, second].map(async ({ details }) => (await crm.read("Deals", details.id)).Account_Name),
      );
      expect(accounts[0]).toEqual({ name: "New Co", id: expect.any(String) });
      expect(accounts[1]).toEqual(accounts[0]);
      expect(await deal({ Contact_Name: { name: "Burns" } })).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { api_name: "id", json_path: "$.data[0].Contact_Name.id" },
      });
      expect(await deal({ Stage: "Nowhere", Account_Name: { name: "Never Co" } })).toMatchObject({
        status: "error",
      });
      const { data } = (await crm.control("GET", "records/Accounts")) as { data: { Account_Name: string }[] };
      expect(data.map(({ Account_Name: name }) => name)).not.toContain("Never Co");
    });

    it("of users take active ones", async () => {
      const users = crm.world.crm.staff.users;
      const active = users[2];
      expect(await stored("Owner", { id: active?.id })).toEqual(active?.asOwner);
      expect(await stored("Account_Manager", { id: active?.id })).toEqual(active?.asOwner);
      const disabled = users.find(({ status }) => status === "disabled");
      expect(await insert({ Owner: { id: disabled?.id } })).toMatchObject(noSuchId("Owner"));
    });

    it("of several modules take the module with the id, or find it", async () => {
      const id = await crm.add("Products", { Product_Name: "Sensor" });
      const value = { name: "Sensor", id, module: { api_name: "Products" } };
      expect(await stored("Subject_Of_Interest", { id, module: { api_name: "Products" } })).toMatchObject(
        value,
      );
      expect(await stored("Subject_Of_Interest", { id })).toMatchObject(value);
      expect(await insert({ Subject_Of_Interest: { id, module: { api_name: "Deals" } } })).toMatchObject(
        noSuchId("Subject_Of_Interest"),
      );
      expect(await insert({ Subject_Of_Interest: { id, module: { api_name: "Vendors" } } })).toMatchObject({
        code: "INVALID_DATA",
        details: { supported_values: ["Products", "Campaigns", "Deals"] },
      });
    });
  });

  describe("tags", () => {
    it("are taken by name, made when they are new, and have 25 characters at most", async () => {
      const tags = await stored("Tag", [{ name: "Renewal" }, { name: "Big" }]);
      expect(tags).toMatchObject([{ name: "Renewal" }, { name: "Big" }]);
      expect(await stored("Tag", [{ name: "Big" }])).toEqual([(tags as object[])[1]]);
      expect(await insert({ Tag: [{ name: long(26) }] })).toMatchObject({
        code: "INVALID_DATA",
        details: { maximum_length: 25, json_path: "$.data[0].Tag[0].name" },
      });
    });
  });
});
