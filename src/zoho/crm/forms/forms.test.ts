import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { moduleChoices, recordChoices } from "../metadata/choices";
import { fieldOf } from "../values/fields";
import { describeFields, describeModules } from "./describe";
import { objectOf } from "./fieldSchema";
import { checkMapping } from "./mapping";
import { previewRecord } from "./preview";
import { recordForm } from "./recordForm";
import { selectableRecordTypes } from "./recordTypes";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const recordType = "Leads";

describe("a mapping", () => {
  const problems = async (mapping: { source: string; field: string }[], purpose?: "update") => {
    const found = await checkMapping(await sandbox.crm(), { recordType, mapping, purpose });
    return found.map(({ message }) => message);
  };

  it("that serves new records has nothing wrong", async () => {
    const mapping = [
      { source: "surname", field: "Last Name" },
      { source: "employer", field: "Company" },
      { source: "key", field: "id" },
    ];
    expect(await problems(mapping)).toEqual([]);
  });

  it("is told all that is wrong with it", async () => {
    const mapping = [
      { source: "surname", field: "Last_Nam" },
      { source: "made", field: "Created_Time" },
      { source: "town", field: "City" },
      { source: "place", field: "City" },
    ];
    expect(await problems(mapping)).toEqual([
      "Leads has no field Last_Nam; the nearest is Last_Name",
      "Created_Time: expected no value from made, the field is read-only",
      "City: expected a value from one source, got town and place",
      "required field not found: Company",
      "required field not found: Last_Name",
    ]);
    expect(await problems(mapping, "update")).toHaveLength(3);
  });
});

describe("a preview", () => {
  it("says what becomes of each value, and sends nothing", async () => {
    const crm = await sandbox.crm();
    await sandbox.clearLedger();
    const record = {
      "Last Name": "Burns",
      Annual_Revenue: "250000",
      Trial_Start: "soon",
      Created_Time: "x",
      Nme: 1,
    };
    const preview = await previewRecord(crm, { recordType, record });
    expect(preview.valid).toBe(false);
    expect(preview.values.map(({ field, value, outcome }) => [field, value, outcome])).toEqual([
      ["Last_Name", "Burns", "unchanged"],
      ["Annual_Revenue", 250_000, "converted"],
      ["Trial_Start", null, "refused"],
      ["Created_Time", null, "leftOut"],
      ["Nme", null, "refused"],
    ]);
    expect(preview.problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Trial_Start: expected a date"),
        expect.stringContaining("no field Nme"),
      ]),
    );
    expect(
      Object.keys((await sandbox.ledger()).routes).filter((route) => !route.includes("settings")),
    ).toEqual([]);
  });

  it("of a record that would be sent shows it", async () => {
    const crm = await sandbox.crm();
    const preview = await previewRecord(crm, {
      recordType,
      record: { Last_Name: "Burns" },
      purpose: "update",
    });
    expect(preview).toMatchObject({ valid: true, record: { Last_Name: "Burns" }, problems: [] });
  });
});

describe("in a large organization", () => {
  it("pickers go on past a page, say where they stop, and tell records apart", async () => {
    await sandbox.reset({ seed: 1, records: { Tasks: 30, Leads: 6000 } });
    const crm = await sandbox.crm();
    const tasks = await recordChoices(crm, "Tasks");
    expect(new Set(tasks.map(({ label }) => label)).size).toBe(tasks.length);
    const leads = await recordChoices(crm, "Leads");
    expect(new Set(leads.map(({ key }) => key)).size).toBe(5001);
    expect(leads.at(-1)).toEqual({
      key: "",
      label: expect.stringMatching(/^5,000 are listed and there are more/),
    });
    expect(new Set(leads.map(({ label }) => label)).size).toBe(leads.length);
  });

  it("forms ask for little, and say of lookups that there are more", async () => {
    await sandbox.reset({ seed: 1, records: { Accounts: 300 } });
    const crm = await sandbox.crm();
    await sandbox.clearLedger();
    const { properties } = (await recordForm(crm, { recordType: "Contacts" })).schema;
    expect(properties?.Account_Name?.oneOf).toHaveLength(200);
    expect(properties?.Account_Name?.description).toMatch(/^The 200 most recently changed of more/);
    expect((await sandbox.ledger()).requests).toBeLessThan(30);
  });

  it("forms tell fields of one label apart", () => {
    const fields = ["Region", "Region1"].map((api_name) => ({
      field: fieldOf({ api_name, field_label: "Region", data_type: "text" }),
      required: false,
      options: [],
    }));
    const { properties } = objectOf(fields, new Map(), true);
    expect(Object.values(properties ?? {}).map(({ title }) => title)).toEqual(["Region", "Region (Region1)"]);
  });

  it("forms are made though lookups cannot be read", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({
      path: "/coql$",
      times: 100,
      effect: { status: 400, body: { code: "NO_PERMISSION", message: "permission denied" } },
    });
    const { properties } = (await recordForm(crm, { recordType: "Contacts" })).schema;
    expect(properties?.Account_Name).toMatchObject({ type: "string", pattern: "^\\d{1,20}$" });
    await sandbox.clearFaults();
  });

  it("describes modules and fields for a wizard of one's own", async () => {
    const crm = await sandbox.crm();
    const modules = await describeModules(crm, "creatable");
    expect(modules).toContainEqual({ name: "Leads", label: "Leads", singular: "Lead", isCustom: false });
    expect(modules.filter(({ isCustom }) => isCustom).map(({ name }) => name)).toContain("Properties");
    const fields = await describeFields(crm, { recordType: "Leads" });
    const named = (name: string) => fields.find((field) => field.name === name);
    expect(named("Company")).toMatchObject({ type: "text", required: true, section: "Lead Information" });
    expect(named("Owner")).toMatchObject({ type: "ownerlookup", required: false });
    expect(named("Lead_Source")?.options).toContain("X (Twitter)");
    expect(named("Created_Time")).toBeUndefined();
    const changes = await describeFields(crm, { recordType: "Leads", purpose: "update" });
    expect(changes.filter(({ required }) => required)).toEqual([]);
  });

  it("offers modules by plural, singular and API name, and their fields", async () => {
    const crm = await sandbox.crm();
    const modules = await moduleChoices(crm, "viewable");
    expect(modules).toContainEqual({ key: "Leads", label: "Leads (Lead)" });
    expect(modules).toContainEqual({ key: "Events", label: expect.stringMatching(/^Meetings \(/) });
    expect(modules).toContainEqual({ key: "Appointments__s", label: "Appointments (Appointment)" });
    const offered = await selectableRecordTypes(crm, {
      recordTypeFilter: ["Deal"],
      includeAllCustomRecordTypes: true,
      defaultSelectedRecordTypes: [],
    });
    expect(offered.map(({ object }) => object.key)).toEqual(expect.arrayContaining(["Deals", "Properties"]));
    expect(offered.every(({ fields }) => (fields?.length ?? 0) > 5)).toBe(true);
  });
});
