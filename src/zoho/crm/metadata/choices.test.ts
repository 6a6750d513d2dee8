import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import component from "../../..";
import { createTag } from "../tags";

/** Pickers as the platform runs them: by key, with a connection and what stands beside them. */
describe("pickers", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  async function choices(key: string, inputs: Record<string, unknown> = {}) {
    const pickers: Record<string, { perform: unknown }> = component.dataSources;
    const picker = pickers[key];
    if (!picker) throw new Error(`There is no picker ${key}.`);
    const log = () => {};
    const context = { logger: { debug: log, info: log, warn: log } };
    const perform = picker.perform as (context: object, inputs: object) => Promise<{ result: unknown }>;
    const connection = await sandbox.connection();
    return (await perform(context, { ...inputs, connection })).result as { key: string; label: string }[];
  }

  const recordType = "Leads";
  const labels = (list: { label: string }[]) => list.map(({ label }) => label);

  it("offer the active users by name, with their ids", async () => {
    const users = await choices("selectUser");
    expect(labels(users)).toEqual([
      "Amina Okafor",
      "Jane Doe",
      "Lukas Meyer",
      "Mei Tanaka",
      "Patricia Boyle",
      "Ravi Sundar",
    ]);
    expect(users[0]?.key).toMatch(/^\d+$/);
  });

  it("offer layouts and custom views by name, with their ids", async () => {
    const layouts = await choices("selectLayout", { recordType });
    expect(labels(layouts)).toEqual([...labels(layouts)].sort());
    expect(layouts).toContainEqual({ key: expect.stringMatching(/^\d+$/), label: "Standard" });
    expect(labels(await choices("selectCustomView", { recordType }))).toEqual([
      "All Leads",
      "My Leads",
      "Not Contacted Leads",
    ]);
  });

  it("offer related lists, picklist values and pipelines as other calls want them", async () => {
    expect(await choices("selectRelatedList", { recordType: "Deals" })).toContainEqual({
      key: "Contact_Roles",
      label: "Contact Roles",
    });
    expect(await choices("selectPicklistValue", { recordType, fieldName: "Lead_Status" })).toContainEqual({
      key: "Contacted",
      label: "Contacted",
    });
    const pipelines = await choices("selectPipeline", { recordType: "Deals" });
    expect(pipelines.map(({ key }) => key)).toEqual(["Renewals", "Sales"]);
  });

  it("offer tags by name, and none where a module has none", async () => {
    expect(await choices("selectTag", { recordType })).toEqual([]);
    const crm = await sandbox.crm();
    for (const tagName of ["new", "hot"]) await createTag(crm, { recordType, tagName });
    expect(await choices("selectTag", { recordType })).toEqual([
      { key: "hot", label: "hot" },
      { key: "new", label: "new" },
    ]);
  });

  it("offer the addresses to send from, with their names", async () => {
    expect(await choices("selectFromAddress")).toEqual([
      { key: "patricia.boyle@zylker.example", label: "Patricia Boyle <patricia.boyle@zylker.example>" },
      { key: "sales@zylker.example", label: "Zylker Sales <sales@zylker.example>" },
    ]);
  });
});
