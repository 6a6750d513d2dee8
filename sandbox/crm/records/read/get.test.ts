import { startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.get", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  it("gives every field, with null for the empty ones", async () => {
    const id = await crm.add("Leads", { Last_Name: "Boyle", Company: "Zylker" });
    const lead = await crm.read("Leads", id);
    const { body } = await crm.get("/settings/fields?module=Leads");
    const names = (body.fields as { api_name: string }[]).map(({ api_name }) => api_name);
    expect(Object.keys(lead)).toEqual(expect.arrayContaining(names));
    expect(lead).toMatchObject({
      id,
      Last_Name: "Boyle",
      Full_Name: "Boyle",
      Email: null,
      Is_Partner: false,
      Converted__s: false,
      Tag: [],
      Layout: { name: "Standard" },
      Record_Status__s: "Available",
      $approval_state: "approved",
      $editable: true,
      Reference_Number: expect.stringMatching(/^L-\d+$/),
    });
  });

  it("has subforms, multi-select lookups and multi-user lookups, and says in $has_more that they are complete", async () => {
    const product = await crm.add("Products", { Product_Name: "Lock" });
    const user = crm.world.crm.currentUser;
    const id = await crm.add("Leads", {
      Last_Name: "Rows",
      Company: "ABC Inc.",
      Site_Visits: [{ Purpose: "Measure", Visit_Date: "2025-01-31", Hours: 1.5 }],
      Interested_Products: [{ Interested_Products: { id: product } }],
      Support_Team: [{ Support_Team: { id: user.id } }],
    });
    const row = { id: expect.stringMatching(/^\d{19}$/), Parent_Id: { name: "Rows", id } };
    expect(await crm.read("Leads", id)).toMatchObject({
      Site_Visits: [{ ...row, Purpose: "Measure", Visit_Date: "2025-01-31", Hours: 1.5, $in_merge: false }],
      Interested_Products: [{ ...row, Interested_Products: { name: "Lock", id: product } }],
      Support_Team: [{ ...row, Support_Team: { name: user.name, id: user.id } }],
      $has_more: { Site_Visits: false, Interested_Products: false, Support_Team: false },
    });
  });

  it("is 204 for an unknown id", async () => {
    expect((await crm.get("/Leads/5725767000000999999")).status).toBe(204);
    expect(await crm.get("/Nothing/5725767000000999999")).toMatchObject({
      status: 400,
      body: { code: "INVALID_MODULE" },
    });
  });

  it("takes If-Modified-Since", async () => {
    const id = await crm.add("Leads", { Last_Name: "Old", Company: "ABC Inc." });
    expect((await crm.get(`/Leads/${id}`, { "If-Modified-Since": "2099-01-01T00:00:00Z" })).status).toBe(304);
    expect((await crm.get(`/Leads/${id}`, { "If-Modified-Since": "2001-01-01T00:00:00Z" })).status).toBe(200);
    const time = String((await crm.read("Leads", id)).Modified_Time);
    for (const since of [time, new Date(time).toUTCString()]) {
      expect((await crm.get(`/Leads/${id}`, { "If-Modified-Since": since })).status).toBe(200);
    }
  });

  it("counts what a roll-up field counts, and works out formulas", async () => {
    const property = await crm.add("Properties", {
      Name: "24 Vine Street",
      Listing_Price: 1,
      Budget: 100,
      Seats: 8,
    });
    expect(await crm.read("Properties", property)).toMatchObject({
      Inspection_Count: null,
      Budget_Per_Seat: 12.5,
    });
    const inspection = await crm.add("Inspections", { Name: "First", Property: { id: property } });
    expect(await crm.read("Properties", property)).toMatchObject({ Inspection_Count: 1 });
    await crm.call("DELETE", `/Inspections/${inspection}`);
    expect(await crm.read("Properties", property)).toMatchObject({ Inspection_Count: 0 });
  });
});
