import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { getProfiles } from "../users";
import { createField, createModule, removeField, updateField, updateModule } from "./customize";
import { getModule, getPicklistValues } from "./settings";

describe("what an administrator adds and changes", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const recordType = "Vehicles";
  const labels = { singularLabel: "Vehicle", pluralLabel: "Vehicles" };
  const seenBy = async () => {
    const [module] = (await getModule(await sandbox.crm(), { recordType })).modules;
    return objectsAt(module, "profiles").map(({ id }) => String(id));
  };

  it("shows a module to the profiles that are named, and to no others", async () => {
    const crm = await sandbox.crm();
    const { profiles } = await getProfiles(crm);
    const [admin = "", standard = "", reader = ""] = profiles.map(({ id }) => String(id));
    await createModule(crm, { apiName: recordType, ...labels, profileIds: [admin, standard] });
    expect(await seenBy()).toEqual([admin, standard]);
    await updateModule(crm, { recordType, ...labels, profileIds: [admin, reader] });
    expect(await seenBy()).toEqual([admin, reader]);
  });

  it("knows values of a picklist that came before an answer was lost", async () => {
    const crm = await sandbox.crm();
    const lead = { recordType: "Leads", fieldName: "Lead_Source" };
    await sandbox.fault({ method: "PATCH", times: 1, effect: { reset: true, applied: true } });
    expect(await updateField(crm, { ...lead, values: ["Balloon"] })).toMatchObject({
      fields: [{ status: "success" }],
    });
    const { pick_list_values } = await getPicklistValues(crm, lead);
    expect(pick_list_values.filter(({ display_value }) => display_value === "Balloon")).toHaveLength(1);
  });

  it("takes no other name that is taken for values that came", async () => {
    const crm = await sandbox.crm();
    const duplicate = { code: "DUPLICATE_DATA", details: {}, message: "duplicate data", status: "error" };
    await sandbox.fault(
      { method: "PATCH", times: 1, effect: { reset: true } },
      { method: "PATCH", times: 1, effect: { status: 400, body: { fields: [duplicate] } } },
    );
    const change = { recordType: "Leads", fieldName: "Lead_Source", properties: { field_label: "Phone" } };
    await expect(updateField(crm, change)).rejects.toMatchObject({ code: "DUPLICATE_DATA" });
  });

  it("removes a field whose first answer was lost, and says no of one that stays", async () => {
    const crm = await sandbox.crm();
    const lead = { recordType: "Leads", fieldName: "Order_Number" };
    await createField(crm, { recordType: "Leads", label: "Order Number", fieldType: "text" });
    await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true, applied: true } });
    expect(await removeField(crm, lead)).toMatchObject({ fields: [{ status: "success" }] });
    await sandbox.fault({ method: "DELETE", times: 1, effect: { reset: true } });
    await expect(removeField(crm, { ...lead, fieldName: "Last_Name" })).rejects.toMatchObject({
      code: "INVALID_DATA",
      message: expect.stringContaining("cannot be deleted"),
    });
  });
});
