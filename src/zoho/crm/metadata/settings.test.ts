import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { updateField } from "./customize";
import { getFields, getLayouts } from "./modules";
import { getPipelines } from "./pipelines";
import { getCustomViews, getModule, getPicklistValues, getRelatedLists } from "./settings";

describe("what an administrator sets up for a module", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.clearLedger());

  const recordType = "Leads";

  it("is the module itself", async () => {
    const crm = await sandbox.crm();
    expect((await getModule(crm, { recordType })).modules).toMatchObject([
      { api_name: "Leads", display_field: "Full_Name" },
    ]);
    await expect(getModule(crm, { recordType: "Nothing" })).rejects.toMatchObject({ code: "INVALID_MODULE" });
  });

  it("is its related lists, which are read once", async () => {
    const crm = await sandbox.crm();
    const lists = await getRelatedLists(crm, recordType);
    expect(lists).toContainEqual(
      expect.objectContaining({ api_name: "Products", display_label: "Products" }),
    );
    await getRelatedLists(crm, recordType);
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  it("is its custom views, by page or all of them", async () => {
    const crm = await sandbox.crm();
    const names = ({ custom_views }: Awaited<ReturnType<typeof getCustomViews>>) =>
      custom_views.map(({ name }) => name);
    const all = await getCustomViews(crm, { recordType, fetchAll: true, per_page: 2 });
    expect(names(all)).toEqual(["All Leads", "My Leads", "Not Contacted Leads"]);
    expect(all.info).toMatchObject({ count: 3, more_records: false });
    expect(names(await getCustomViews(crm, { recordType, page: 2, per_page: 2 }))).toEqual([
      "Not Contacted Leads",
    ]);
  });

  it("is the pipelines of a layout, or of all of them without repeating any", async () => {
    const crm = await sandbox.crm();
    const [layout] = await getLayouts(crm, "Deals");
    const one = await getPipelines(crm, { recordType: "Deals", layoutId: String(layout?.id) });
    expect(one.pipeline.map(({ actual_value }) => actual_value)).toEqual(["Standard (Standard)", "Renewals"]);
    expect(await getPipelines(crm, { recordType: "Deals" })).toEqual(one);
    await expect(getPipelines(crm, { recordType: "Deals", layoutId: "1" })).rejects.toMatchObject({
      code: "INVALID_DATA",
    });
  });

  it("is the values of a picklist", async () => {
    const crm = await sandbox.crm();
    const { pick_list_values } = await getPicklistValues(crm, { recordType, fieldName: "Lead_Status" });
    expect(pick_list_values).toContainEqual(
      expect.objectContaining({ actual_value: "Contacted", layout_associations: expect.any(Array) }),
    );
    await sandbox.clearLedger();
    const text = getPicklistValues(crm, { recordType, fieldName: "Last_Name" });
    await expect(text).rejects.toThrow(/Leads has no picklist Last_Name\. It has .*Lead_Status/);
    // It was looked for in what Zoho describes now, once.
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  it("keeps the values of a picklist that gets a further one, renamed ones too", async () => {
    const options = async () => {
      const fields = await getFields(await sandbox.crm(), recordType);
      const field = fields.find(({ api_name }) => api_name === "Lead_Source");
      return objectsAt(field, "pick_list_values").map(({ id, display_value, actual_value }) => [
        id,
        display_value,
        actual_value,
      ]);
    };
    const before = await options();
    expect(before.some(([, display, actual]) => display !== actual)).toBe(true);
    const change = { recordType, fieldName: "Lead_Source", values: ["Balloon"] };
    await updateField(await sandbox.crm(), change);
    const after = await options();
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)?.slice(1)).toEqual(["Balloon", "Balloon"]);
    await sandbox.reset();
  });
});
