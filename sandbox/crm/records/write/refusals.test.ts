import { itemOf, startTestCrm, type TestCrm } from "../../testing";

/*
 * Refusals that live organizations were seen to answer, and writes whose outcome nobody knows for certain.
 */
describe("writes that are refused, or not", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const lead = { Last_Name: "Burns", Company: "ABC Inc." };
  const insert = async (module: string, record: object) =>
    itemOf(await crm.call("POST", `/${module}`, { data: [record] }));
  const play = (choices: object) => Object.assign(crm.world.behaviours, choices);

  it("a record of the path that is gone is the path's fault, flat", async () => {
    const id = await crm.add("Leads", lead);
    await crm.call("DELETE", `/Leads/${id}`);
    const { status, body } = await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "Austin" }] });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: "INVALID_DATA",
      details: { resource_path_index: 1 },
      status: "error",
    });
    expect(body).not.toHaveProperty("data");
  });

  it("a write without a body is refused by the body", async () => {
    for (const path of ["/Leads", "/Leads/upsert"]) {
      const { status, body } = await crm.call("POST", path);
      expect({ status, body }).toEqual({
        status: 400,
        body: {
          code: "INVALID_DATA",
          details: { expected_data_type: "jsonobject" },
          message: "body",
          status: "error",
        },
      });
    }
  });

  it("a field that a blueprint steers is set by a transition alone", async () => {
    const id = await crm.add("Cases", { Subject: "Broken", Status: "New", Case_Origin: "Email" });
    const update = async (record: object) =>
      itemOf(await crm.call("PUT", `/Cases/${id}`, { data: [record] }));
    expect(await update({ Status: "Closed" })).toMatchObject({
      code: "RECORD_IN_BLUEPRINT",
      details: { api_name: "Status", json_path: "$.data[0].Status" },
    });
    expect(await update({ Status: "New", Priority: "High" })).toMatchObject({ code: "SUCCESS" });
    expect(await crm.read("Cases", id)).toMatchObject({ Status: "New", Priority: "High" });
  });

  it("a time without an offset is the organization's", async () => {
    const id = await crm.add("Leads", { ...lead, Demo_Time: "2026-03-01T09:00:00" });
    expect(await crm.read("Leads", id)).toMatchObject({ Demo_Time: "2026-03-01T09:00:00+05:30" });
  });

  it.each([
    ["accepted", { Preferred_Channel: "Pigeon", Languages: ["English", "Latin"] }],
    ["emptied", { Preferred_Channel: null, Languages: ["English"] }],
    ["refused", undefined],
  ])("a picklist value that the metadata does not list may be %s", async (newPicklistValues, stored) => {
    play({ newPicklistValues });
    const values = { Preferred_Channel: "Pigeon", Languages: ["English", "Latin"] };
    const item = await insert("Leads", { ...lead, ...values });
    if (stored) expect(await crm.read("Leads", item.details.id)).toMatchObject(stored);
    else expect(item).toMatchObject({ code: "MULTIPLE_OR_MULTI_ERRORS" });
    play({ newPicklistValues: "accepted" });
  });

  it("what a layout requires may be required of a record that names none", async () => {
    play({ layoutMandatory: "enforced" });
    expect(await insert("Leads", { Last_Name: "Burns" })).toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Company", json_path: "$.data[0].Company" },
    });
    play({ layoutMandatory: "ignored" });
    expect(await insert("Leads", { Last_Name: "Burns" })).toMatchObject({ code: "SUCCESS" });
  });

  it("the fields of a custom module may be listed or not", async () => {
    play({ fieldsOfCustomModules: "204" });
    expect((await crm.get("/settings/fields?module=Properties")).status).toBe(204);
    expect((await crm.get("/settings/fields?module=Leads")).status).toBe(200);
    play({ fieldsOfCustomModules: "listed" });
    expect((await crm.get("/settings/fields?module=Properties")).status).toBe(200);
  });
});
