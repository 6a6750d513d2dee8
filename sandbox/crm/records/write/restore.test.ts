import { startTestCrm, type TestCrm } from "../../testing";

describe("crm.recycleBin.restore", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  it("puts a deleted record back, once", async () => {
    const id = await crm.add("Leads", { Last_Name: "Back", Company: "Again" });
    const restore = () => crm.call("POST", `/settings/recycle_bin/${id}/actions/restore`);
    expect((await restore()).status).toBe(400);
    await crm.call("DELETE", `/Leads/${id}`);
    expect((await crm.get(`/Leads/${id}`)).status).toBe(204);
    expect(await restore()).toMatchObject({ status: 200, body: { recycle_bin: [{ code: "SUCCESS" }] } });
    expect(await crm.read("Leads", id)).toMatchObject({ Last_Name: "Back" });
    expect(await restore()).toMatchObject({ status: 400, body: { code: "INVALID_DATA" } });
  });
});
