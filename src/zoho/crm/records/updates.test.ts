import { idOf, type Samples, startSamples } from "../../../../test/support/sampleRecords";
import { type JsonObject, objectsAt } from "../../core/json";
import { createRecord } from "./write/create";
import { removeRecords, updateRecord, updateRecords } from "./write/update";

/*
 * What Zoho's pages on updating records and subforms show.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-records.html
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-subforms.html
 */

let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(() => samples.sandbox.close());

const id = (name: string): string => samples.id(name);
const recordType = "Leads";
const base = { Last_Name: "Burns", Company: "ABC" };

/** A record that is created, updated as JSON and as text, and what it is then. */
async function updated(before: JsonObject, change: JsonObject, more: JsonObject = {}): Promise<JsonObject> {
  const recordId = idOf(await createRecord(samples.crm, { recordType, record: { ...base, ...before } }));
  const answer = await updateRecord(samples.crm, { recordType, recordId, record: change, ...more });
  expect(answer.data[0]).toMatchObject({
    code: "SUCCESS",
    message: "record updated",
    details: { id: recordId },
  });
  return samples.stored(recordType, recordId);
}
const rowsOf = async (recordId: string, field: string): Promise<JsonObject[]> =>
  objectsAt(await samples.stored(recordType, recordId), field);

describe("the values of a multi-select picklist", () => {
  const before = { Languages: "English" };
  const change = { Languages: "Korean; Spanish" };
  test.each<[string, JsonObject, JsonObject, string[]]>([
    ["are replaced", change, {}, ["Korean", "Spanish"]],
    ["are added to by the input", change, { appendValues: ["Languages"] }, ["English", "Korean", "Spanish"]],
    [
      "are added to by the record",
      { ...change, $append_values: { Languages: true } },
      {},
      ["English", "Korean", "Spanish"],
    ],
    [
      "are added to by the record's own word in a key/value list",
      { ...change, $append_values: '{ "Languages": true }' },
      {},
      ["English", "Korean", "Spanish"],
    ],
    [
      "are replaced where the record says so, whatever the input",
      { ...change, $append_values: { Languages: false } },
      { appendValues: ["Languages"] },
      ["Korean", "Spanish"],
    ],
  ])("%s", async (_, values, more, expected) => {
    expect(await updated(before, values, more)).toMatchObject({ Languages: expected });
  });
});

describe.each<[string, string, () => unknown, (row: JsonObject) => unknown, () => JsonObject]>([
  ["images", "Site_Photos", () => id("front"), (row) => row.File_Name__s, () => ({ File_Id__s: id("back") })],
  ["files", "Documents", () => id("front"), (row) => row.File_Name__s, () => ({ File_Id__s: id("back") })],
  [
    "linked records",
    "Interested_Products",
    () => id("product"),
    (row) => Object(row.Interested_Products).name,
    () => ({ Interested_Products: { id: id("otherProduct") } }),
  ],
  [
    "linked users",
    "Support_Team",
    () => id("user"),
    (row) => Object(row.Support_Team).id,
    () => ({ Support_Team: { id: id("colleague") } }),
  ],
])("%s", (_, field, first, shown, second) => {
  test("are added and removed by their rows", async () => {
    const recordId = idOf(
      await createRecord(samples.crm, { recordType, record: { ...base, [field]: first() } }),
    );
    const [row] = await rowsOf(recordId, field);
    const change = { [field]: [second(), { id: row?.id, _delete: null }] };
    await updateRecord(samples.crm, { recordType, recordId, record: change });
    const rows = await rowsOf(recordId, field);
    expect(rows).toHaveLength(1);
    expect(shown(rows[0] ?? {})).not.toBe(shown(row ?? {}));
  });
});

describe("rows of a subform", () => {
  const visit = (Purpose: string, Hours: unknown) => ({ Purpose, Hours });

  test("are added, changed, kept and removed", async () => {
    const record = { ...base, Site_Visits: [visit("Survey", 1), visit("Repair", 2), visit("Sale", 3)] };
    const recordId = idOf(await createRecord(samples.crm, { recordType, record }));
    const [survey, repair] = await rowsOf(recordId, "Site_Visits");
    const Site_Visits = [
      { id: survey?.id, Hours: "1.5" },
      { id: repair?.id, _delete: null },
      { Purpose: "Handover", "Visit Date": "2026-03-02" },
    ];
    await updateRecord(samples.crm, {
      recordType,
      recordId,
      fieldValues: { "Site Visits": JSON.stringify(Site_Visits) },
    });
    expect(await rowsOf(recordId, "Site_Visits")).toMatchObject([
      { id: survey?.id, Purpose: "Survey", Hours: 1.5 },
      { Purpose: "Sale", Hours: 3 },
      { Purpose: "Handover", Visit_Date: "2026-03-02" },
    ]);
    await updateRecord(samples.crm, { recordType, recordId, record: { Site_Visits: [] } });
    expect(await rowsOf(recordId, "Site_Visits")).toEqual([]);
  });

  test.each<[string, JsonObject, string, JsonObject]>([
    [
      "lack a mandatory field",
      { Hours: 1 },
      "MANDATORY_NOT_FOUND",
      { api_name: "Purpose", json_path: "$.Site_Visits[0].Purpose" },
    ],
    ["name no field", { Purpose: "x", Huors: 1 }, "INVALID_DATA", { api_name: "Huors", nearest: "Hours" }],
    [
      "have a wrong value",
      { Purpose: "x", Hours: "two" },
      "INVALID_DATA",
      { api_name: "Hours", json_path: "$.Site_Visits[0].Hours" },
    ],
  ])("that %s are refused before sending", async (_, row, code, details) => {
    const before = (await samples.sent()).length;
    const call = createRecord(samples.crm, { recordType, record: { ...base, Site_Visits: [row] } });
    await expect(call).rejects.toMatchObject({
      code,
      details,
      message: expect.stringContaining("Site_Visits[0]"),
    });
    expect(await samples.sent()).toHaveLength(before);
  });
});

test("the cadences are skipped, and no automation runs when none is asked for", async () => {
  await updated({}, { City: "Austin" }, { skipCadences: true, triggers: ["none"] });
  const run = samples.sandbox.world.crm.automationRuns.at(-1);
  expect(run).toMatchObject({ operation: "update", skipped: ["cadences"], triggers: [] });
});

describe("a record that does not say which one it means holds up no other", () => {
  const change = { City: "Austin" };

  test.each([[true], [false]])("in an update (validated: %p)", async (validate) => {
    const recordId = idOf(await createRecord(samples.crm, { recordType, record: base }));
    const records = [change, { ...change, id: recordId }];
    const { data } = await updateRecords(samples.crm, { recordType, records, validate });
    expect(data).toMatchObject([
      { code: "MANDATORY_NOT_FOUND", details: { api_name: "id" } },
      { status: "success", id: recordId },
    ]);
    expect((await samples.sent()).at(-1)).toMatchObject({ data: [{ id: recordId }] });
  });

  test("in an update by an external id", async () => {
    await createRecord(samples.crm, { recordType, record: { ...base, ERP_Id: "E-7" } });
    const records = [change, { ...change, "ERP Id": "E-7" }];
    const { data } = await updateRecords(samples.crm, { recordType, records, externalIdField: "ERP_Id" });
    expect(data).toMatchObject([{ details: { api_name: "ERP_Id" } }, { status: "success" }]);
  });

  test("in a removal", async () => {
    const recordId = idOf(await createRecord(samples.crm, { recordType, record: base }));
    const { data } = await removeRecords(samples.crm, { recordType, recordIds: ["57x", recordId] });
    expect(data).toMatchObject([
      { code: "INVALID_DATA", details: { api_name: "id" } },
      { status: "success", id: recordId },
    ]);
  });
});
