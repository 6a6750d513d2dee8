import { type Item, startTestCrm, type TestCrm } from "../testing";

describe("crm.picklistValues.list", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  async function values(name: string) {
    const { body } = await crm.get("/settings/fields?module=Leads");
    const field = (body.fields as Item[]).find(({ api_name }) => api_name === name);
    return crm.get(`/settings/fields/${field?.id}/pick_list_values?module=Leads`);
  }

  it("gives the values of a picklist with the layouts that offer them", async () => {
    const { status, body } = await values("Lead_Status");
    expect(status).toBe(200);
    const list = body.pick_list_values as Item[];
    expect(list.map(({ actual_value }) => actual_value)).toContain("Contacted");
    expect(list[0]).toMatchObject({ sequence_number: 1, type: "used", colour_code: null });
    expect(list[0]?.layout_associations).toContainEqual(expect.objectContaining({ name: "Standard" }));
  });

  it("gives nothing for a field without values, and refuses one that is not there", async () => {
    expect((await values("Last_Name")).status).toBe(204);
    const reply = await crm.get("/settings/fields/111/pick_list_values?module=Leads");
    expect(reply).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { resource_path_index: 2 } },
    });
  });
});
