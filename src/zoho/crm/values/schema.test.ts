import { QuickClock, startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { createClients } from "../../../client";
import type { JsonObject } from "../../core/json";
import { readFields } from "../metadata/modules";
import { getRecord } from "../records/records";
import { createRecord, createRecords } from "../records/write/create";
import { removeRecords, updateRecord, updateRecords } from "../records/write/update";
import { findOrCreateRecord, upsertRecord, upsertRecords } from "../records/write/upsert";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearLedger();
});

const recordType = "Leads";
const lead = { Last_Name: "Daly", Company: "ABC" };
const logger = { debug: () => {}, info: () => {}, warn: () => {} };
const reads = async (of = "settings/fields") => (await sandbox.ledger()).routes[`GET /crm/v8/${of}`] ?? 0;

/** What an administrator does to a field while integrations run. */
function change({ world }: TestSandbox, module: string, field: string, to: JsonObject): void {
  const found = world.crm.schema.get(module)?.fields.get(field);
  if (!found) throw new Error(`There is no field ${field}.`);
  Object.assign(found, to);
}
const tiers = (...values: string[]) => ({
  values: values.map((value, index) => ({
    id: String(index + 1),
    display: value,
    actual: value,
    reference: value,
  })),
});

describe("what is kept of a module", () => {
  test("the first write costs one credit more and the next none, in another execution too", async () => {
    const costs: number[] = [];
    for (let execution = 0; execution < 3; execution += 1) {
      const { crm } = await sandbox.clients({ logger });
      costs.push((await createRecords(crm, { recordType, records: [lead] })).summary.credits);
    }
    expect(costs[0]).toBe(2);
    expect(costs.slice(1)).toEqual([1, 1]);
    expect(await reads()).toBe(1);
  });

  test("writes at the same time share one reading", async () => {
    const crm = await sandbox.crm();
    await Promise.all(Array.from({ length: 5 }, () => createRecord(crm, { recordType, record: lead })));
    expect(await reads()).toBe(1);
  });

  test("subforms, layouts and pipelines are read when they are used, once", async () => {
    const crm = await sandbox.crm();
    const Site_Visits = [{ Purpose: "Survey" }];
    const deal = { Deal_Name: "A", Stage: "Qualification" };
    const cost = async (module: string, record: JsonObject, newPicklistValues?: boolean) =>
      (
        await createRecords(await sandbox.crm({ cache: crm.cache }), {
          recordType: module,
          records: [record],
          newPicklistValues,
        })
      ).summary;
    expect(await cost("Leads", lead)).toMatchObject({ requests: 2 });
    expect(await cost("Leads", { ...lead, Site_Visits })).toMatchObject({ requests: 2 });
    expect(await cost("Leads", { ...lead, Site_Visits })).toMatchObject({ requests: 1 });
    expect(await cost("Deals", deal)).toMatchObject({ requests: 2 });
    expect(await cost("Deals", { ...deal, Pipeline: "Sales" })).toMatchObject({ requests: 1 });
    expect(await cost("Deals", { ...deal, Pipeline: "Sales" }, false)).toMatchObject({ requests: 2 });
    expect(await cost("Deals", { ...deal, Pipeline: "Sales" }, false)).toMatchObject({ requests: 1 });
  });

  test("is never another organisation's, however calls interleave", async () => {
    const other = await startSandbox(2);
    change(other, recordType, "Tier", tiers("Wood", "Diamond"));
    change(other, recordType, "Last_Name", { length: 3 });
    const [mine, theirs] = [await sandbox.connection(), await other.connection()];
    const write = async (home: TestSandbox, record: JsonObject) => {
      const { crm } = createClients(home === other ? theirs : mine, { logger });
      const { data } = await createRecords(crm, {
        recordType,
        records: [{ ...lead, Last_Name: "Ng", ...record }],
      });
      return data[0]?.status;
    };
    const rounds = Array.from({ length: 20 }, async () =>
      Promise.all([
        write(sandbox, { Tier: "Gold" }),
        write(other, { Tier: "Diamond" }),
        write(sandbox, { Tier: "Diamond" }),
        write(other, { Tier: "Gold" }),
        write(sandbox, { Last_Name: "Daly" }),
        write(other, { Last_Name: "Daly" }),
      ]),
    );
    const verdicts = ["success", "success", "error", "error", "success", "error"];
    expect(await Promise.all(rounds)).toEqual(Array(20).fill(verdicts));
    await other.close();
  });

  test("is read by each connection for itself", async () => {
    const scopes = [
      "ZohoCRM.modules.ALL,ZohoCRM.settings.ALL",
      "ZohoCRM.modules.ALL,ZohoCRM.settings.fields.READ",
    ];
    for (const scope of [...scopes, ...scopes]) {
      const connection = await sandbox.connection("zohoTemplatedConnection", `&scopes=${scope}`);
      await createRecord(createClients(connection, { logger }).crm, { recordType, record: lead });
    }
    expect(await reads()).toBe(2);
  });
});

describe("what is kept is read again", () => {
  test("when Zoho refuses what it allows", async () => {
    const crm = await sandbox.crm();
    const records = [{ ...lead, Tier: "Gold" }];
    const write = async () =>
      (await createRecords(crm, { recordType, records, newPicklistValues: false })).data[0];
    expect(await write()).toMatchObject({ status: "success" });
    change(sandbox, recordType, "Tier", tiers("Wood"));
    expect(await write()).toMatchObject({ code: "INVALID_DATA", message: "invalid data" });
    const sentBefore = (await sandbox.ledger()).routes["POST /crm/v8/Leads"];
    expect(await write()).toMatchObject({
      code: "INVALID_DATA",
      message: "Tier: expected one of its values",
    });
    expect((await sandbox.ledger()).routes["POST /crm/v8/Leads"]).toBe(sentBefore);
    expect(await reads()).toBe(2);
  });

  test("when a record names a field that it lacks, once a minute", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock });
    const write = async (name: string) =>
      (await createRecords(crm, { recordType, records: [{ ...lead, [name]: "x" }] })).data[0];
    expect(await write("Added")).toMatchObject({ message: expect.stringContaining("has no field Added") });
    expect(await reads()).toBe(1);
    change(sandbox, recordType, "Skype_ID", { label: "Added" });
    expect(await write("Added")).toMatchObject({ status: "success" });
    expect(await write("Nothing")).toMatchObject({ status: "error" });
    expect(await write("Nothing")).toMatchObject({ status: "error" });
    expect(await reads()).toBe(2);
    clock.slept += 60_000;
    expect(await write("Nothing")).toMatchObject({ status: "error" });
    expect(await reads()).toBe(3);
  });

  test("by whoever asks what is there now, and nobody holds what others rely on", async () => {
    const crm = await sandbox.crm();
    expect(await createRecord(crm, { recordType, record: lead })).toMatchObject({
      data: [{ code: "SUCCESS" }],
    });
    change(sandbox, recordType, "Skype_ID", { label: "Added" });
    const fields = await readFields(crm, recordType);
    expect(fields).toContainEqual(expect.objectContaining({ api_name: "Skype_ID", field_label: "Added" }));
    fields.length = 0;
    const [outcome] = (await createRecords(crm, { recordType, records: [{ ...lead, Added: "x" }] })).data;
    expect(outcome).toMatchObject({ status: "success" });
    expect(await reads()).toBe(2);
  });

  test("for the rows of a subform too", async () => {
    const crm = await sandbox.crm();
    const write = async (row: JsonObject) =>
      (await createRecords(crm, { recordType, records: [{ ...lead, Site_Visits: [row] }] })).data[0];
    expect(await write({ Purpose: "Survey" })).toMatchObject({ status: "success" });
    change(sandbox, "Leads_Site_Visits", "Hours", { mandatory: true });
    expect(await write({ Purpose: "Survey" })).toMatchObject({ message: "required field not found" });
    expect(await write({ Purpose: "Survey" })).toMatchObject({
      message: "Site_Visits[0]: required field not found: Hours",
    });
    expect(await write({ Purpose: "Survey", Hours: 1 })).toMatchObject({ status: "success" });
  });

  test("after ten minutes, and then knows what was added", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock });
    const records = [{ ...lead, Tier: "Diamond" }];
    const write = async () =>
      (await createRecords(crm, { recordType, records, newPicklistValues: false })).data[0];
    expect(await write()).toMatchObject({
      status: "error",
      hint: "Use one of: -None-, Bronze, Silver, Gold, Platinum.",
    });
    change(sandbox, recordType, "Tier", tiers("Gold", "Diamond"));
    expect(await write()).toMatchObject({ status: "error" });
    clock.slept += 10 * 60_000;
    expect(await write()).toMatchObject({ status: "success" });
  });
});

test("with validation off no metadata is read at all", async () => {
  const crm = await sandbox.crm();
  const input = { recordType, validate: false };
  const { data } = await createRecords(crm, { ...input, records: [lead, lead] });
  const [first = "", second = ""] = data.map(({ id }) => id ?? "");
  await createRecord(crm, { ...input, record: lead, uniqueField: "Referral_Code", layoutId: undefined });
  await updateRecord(crm, { ...input, recordId: first, record: { City: "Austin" } });
  await updateRecords(crm, { ...input, records: [{ id: second, City: "Austin" }] });
  await upsertRecord(crm, {
    ...input,
    record: { ...lead, Email: "a@zylker.com" },
    duplicateCheckFields: ["Email"],
  });
  await upsertRecords(crm, { ...input, records: [lead] });
  await removeRecords(crm, { recordType, recordIds: [first] });
  const { routes } = await sandbox.ledger();
  expect(Object.keys(routes).filter((route) => route.startsWith("GET"))).toEqual([]);
});

describe("fields that inputs name", () => {
  const names = async (write: () => Promise<unknown>, message: string) => {
    await sandbox.clearLedger();
    await expect(write()).rejects.toMatchObject({ kind: "input", message: expect.stringContaining(message) });
    const { routes } = await sandbox.ledger();
    expect(Object.keys(routes).filter((route) => !route.startsWith("GET"))).toEqual([]);
  };

  test("must be fields of the module, and the nearest is named", async () => {
    const crm = await sandbox.crm();
    const record = lead;
    const key = { recordType, recordId: "5725767000000524001" };
    await names(
      () => createRecord(crm, { recordType, record, uniqueField: "ERPId" }),
      "Unique Field: Leads has no field ERPId; the nearest is ERP_Id",
    );
    await names(
      () =>
        upsertRecords(crm, {
          recordType,
          records: [record],
          duplicateCheckFields: ["Email", "Referal_Code"],
        }),
      "Duplicate Check Fields: Leads has no field Referal_Code; the nearest is Referral_Code",
    );
    await names(
      () => updateRecord(crm, { ...key, record, appendValues: ["Language"] }),
      "Append Values: Leads has no field Language; the nearest is Languages",
    );
    await names(
      () => updateRecord(crm, { ...key, record, externalIdField: "ERP Id" }),
      "External ID Field: Leads has no field ERP Id; the nearest is ERP_Id",
    );
    await names(
      () => findOrCreateRecord(crm, { recordType, record, matchField: "E_mail", matchValue: "a@zylker.com" }),
      "Match Field: Leads has no field E_mail; the nearest is Email",
    );
  });

  test("are Zoho's to judge with validation off", async () => {
    const crm = await sandbox.crm();
    const upsert = upsertRecord(crm, {
      recordType,
      record: lead,
      duplicateCheckFields: ["Nothing"],
      validate: false,
    });
    await expect(upsert).rejects.toMatchObject({ code: "INVALID_DATA" });
  });
});

test.each<[string, JsonObject, boolean]>([
  ["a stage of its pipeline", { Pipeline: "Renewals", Stage: "Renewal Due" }, true],
  ["a stage of another pipeline", { Pipeline: "Renewals", Stage: "Qualification" }, false],
])(
  "%s in a deal is known before it is sent, when only known values are wanted",
  async (_, values, isSent) => {
    const crm = await sandbox.crm();
    const records = [{ Deal_Name: "A", ...values }];
    const { data } = await createRecords(crm, { recordType: "Deals", records, newPicklistValues: false });
    expect((await sandbox.ledger()).routes["POST /crm/v8/Deals"] === 1).toBe(isSent);
    if (!isSent)
      expect(data[0]).toMatchObject({
        code: "MAPPING_MISMATCH",
        message: "Stage: the pipeline Renewals does not contain Qualification",
        details: { api_name: "Stage", mapped_field: "Pipeline" },
      });
  },
);

describe("picklists are written by what people see", () => {
  const write = async (record: JsonObject, more: JsonObject = {}) => {
    const crm = await sandbox.crm();
    const input = { recordType: "Deals", records: [{ Deal_Name: "A", ...record }], ...more };
    const [outcome] = (await createRecords(crm, input)).data;
    const recordId = outcome?.id;
    return recordId ? (await getRecord(crm, { recordType: "Deals", recordId })).data[0] : outcome;
  };

  test("also where a value is given by the name that it had at first", async () => {
    const seen = { Pipeline: "Sales", Stage: "Identify Decision Makers", Lead_Source: "X (Twitter)" };
    const first = { Pipeline: "Standard (Standard)", Stage: "Id. Decision Makers", Lead_Source: "Twitter" };
    expect(await write(first)).toMatchObject(seen);
    expect(await write(seen, { newPicklistValues: false })).toMatchObject(seen);
    expect(await write(first, { validate: false })).toMatchObject({
      code: "MAPPING_MISMATCH",
      hint: "Use a stage of the deal's pipeline and a pipeline of its layout. When a lead is converted, map its fields to fields of the same type.",
    });
  });

  test("also where the metadata does not list a value that there is", async () => {
    const stages = sandbox.world.crm.schema.get("Deals")?.fields.get("Stage")?.values ?? [];
    change(sandbox, "Deals", "Stage", { values: stages.filter(({ display }) => display !== "Closed Won") });
    expect(await write({ Stage: "Closed Won" })).toMatchObject({ Stage: "Closed Won", Probability: 100 });
  });
});
