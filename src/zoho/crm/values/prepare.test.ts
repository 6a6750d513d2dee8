import { crmAt, type Hostile, json, logging, startHostile } from "../../../../test/hostile/zoho";
import type { JsonObject } from "../../core/json";
import { indexOf } from "./fields";
import { type Checking, prepare, typedRecord } from "./prepare";

/*
 * What becomes of the keys of a record: its own, those of its fields, and those that it lacks.
 */

const id = "5725767000000524001";
const described = (api_name: string, more: JsonObject = {}): JsonObject => ({
  api_name,
  field_label: api_name.replaceAll("_", " "),
  data_type: "text",
  ...more,
});
const may = (api_create: boolean, api_update: boolean) => ({ operation_type: { api_create, api_update } });
const all = [
  described("Last_Name", { system_mandatory: true }),
  described("City"),
  described("Made", may(true, false)),
  described("Kept", may(false, true)),
  described("Serial", may(false, false)),
  described("Count", { data_type: "integer" }),
  described("Place", { data_type: "geolocation" }),
  described("Tier", { data_type: "picklist", pick_list_values: [{ display_value: "Gold" }] }),
  described("Rows", { data_type: "subform", json_type: "jsonarray", subform: { module: "Visits" } }),
];
const fields = indexOf(all);
const visits = indexOf([described("Purpose", { system_mandatory: true }), described("Hours", { length: 1 })]);
const layouts = new Map([
  ["1", { name: "Standard", required: [] }],
  ["2", { name: "Partners", required: ["City"] }],
]);
const schema = { recordType: "Leads", fields, rows: new Map([["Visits", visits]]), layouts };
const lead = { Last_Name: "Daly" };
const prepared = (record: JsonObject, how: Partial<Checking> = {}) =>
  prepare(record, schema, { operation: "create", strict: false, newPicklistValues: true, ...how });

describe("a key of the record itself", () => {
  test.each<[string, unknown, unknown]>([
    ["Layout", " 1 ", { id: "1" }],
    ["Layout", { id: "1", name: "Standard" }, { id: "1", name: "Standard" }],
    ["$approved", "true", true],
    ["$approved", " false ", false],
    ["$append_values", ' {"City": true}\n', { City: true }],
    ["$file", "[1]", [1]],
    ["$file", '"[1]"', '"[1]"'],
    ["$approved", "true or not", "true or not"],
    ["$approved", "not true", "not true"],
    ["$append_values", "{broken", "{broken"],
    ["$converted", 5, 5],
    ["$se_module", "Deals", "Deals"],
    ["Wizard", { id }, { id }],
    ["id", "12", "12"],
  ])("%s as %j is sent as %j", (key, given, expected) => {
    expect(prepared({ ...lead, [key]: given })).toEqual({
      ok: true,
      record: { ...lead, [key]: expected },
      warnings: [],
    });
  });

  test.each<[Checking["operation"], unknown, unknown]>([
    ["update", ` ${id} `, id],
    ["update", 12, "12"],
    ["upsert", id, id],
    ["upsert", "", ""],
    ["create", "any", "any"],
  ])("an id in %s as %j is sent as %j", (operation, given, expected) => {
    expect(prepared({ ...lead, id: given }, { operation })).toMatchObject({ record: { id: expected } });
  });

  test("an id that has lost digits is refused where it means a record", () => {
    expect(prepared({ id: 2 ** 60 }, { operation: "update" })).toEqual({
      ok: false,
      problem: {
        code: "INVALID_DATA",
        message: "id: expected an id as text, for a number loses its last digits",
        details: { api_name: "id" },
      },
    });
  });
});

test.each<[string, Checking["operation"], boolean]>([
  ["Made", "create", true],
  ["Made", "update", false],
  ["Made", "upsert", true],
  ["Kept", "create", false],
  ["Kept", "update", true],
  ["Kept", "upsert", true],
  ["Serial", "create", false],
  ["Serial", "update", false],
  ["Serial", "upsert", false],
])("%s may be written in %s: %j", (field, operation, isWritten) => {
  const record = { ...lead, [field]: "x" };
  const warnings = [`${field} is read-only and was left out.`];
  expect(prepared(record, { operation })).toEqual(
    isWritten ? { ok: true, record, warnings: [] } : { ok: true, record: lead, warnings },
  );
  expect(prepared(record, { operation, strict: true })).toMatchObject(
    isWritten
      ? { ok: true }
      : { problem: { message: `${field}: expected no value, the field is read-only` } },
  );
});

describe("an empty value", () => {
  test("is left out of a new record, and clears the field of another", () => {
    expect(prepared({ ...lead, City: "", Count: null })).toMatchObject({ record: lead });
    expect(prepared({ ...lead, City: "" }, { operation: "update" })).toMatchObject({
      record: { ...lead, City: null },
    });
  });

  test("of a field that Zoho wants is refused, in an update too; not to name it is not", () => {
    const missing = {
      problem: {
        code: "MANDATORY_NOT_FOUND",
        message: "required field not found: Last_Name",
        details: { api_name: "Last_Name" },
      },
    };
    expect(prepared({ City: "A" })).toMatchObject(missing);
    expect(prepared({ Last_Name: null }, { operation: "update" })).toMatchObject(missing);
    expect(prepared({ City: "A" }, { operation: "update" })).toMatchObject({ ok: true });
    expect(prepared({ City: "A" }, { operation: "upsert" })).toMatchObject({ ok: true });
  });
});

describe("a layout", () => {
  test.each([["2"], [{ id: "2" }]])("named as %j wants what it wants of a new record alone", (Layout) => {
    expect(prepared({ ...lead, Layout })).toMatchObject({
      problem: { message: "required field not found: City" },
    });
    expect(prepared({ ...lead, City: "A", Layout })).toMatchObject({ ok: true });
    expect(prepared({ ...lead, Layout }, { operation: "update" })).toMatchObject({ ok: true });
  });

  test("that the module has not is refused with those that it has", () => {
    expect(prepared({ ...lead, Layout: "3" })).toMatchObject({
      problem: {
        code: "INVALID_DATA",
        message: "Layout: Leads has no layout 3. It has Standard (1), Partners (2)",
        details: { api_name: "Layout" },
      },
    });
  });

  test("that is none is Zoho's to judge", () => {
    expect(prepared({ ...lead, Layout: 5 })).toMatchObject({ ok: true, record: { Layout: 5 } });
    expect(prepared({ ...lead, Layout: { name: "A" } })).toMatchObject({ ok: true });
  });
});

test("all that is wrong is told together, and what was sent through unchecked once", () => {
  expect(prepared({ Count: "x", City: {} })).toEqual({
    ok: false,
    problem: {
      code: "MULTIPLE_OR_MULTI_ERRORS",
      message:
        "Count: expected a whole number without thousands separators; City: expected text; required field not found: Last_Name",
      details: {
        errors: ["Count", "City", "Last_Name"].map((api_name) =>
          expect.objectContaining({ status: "error", details: expect.objectContaining({ api_name }) }),
        ),
      },
    },
  });
  expect(prepared({ ...lead, Place: "here" })).toMatchObject({
    warnings: ["Place is of the type geolocation, which is not checked here; its value was sent as it is."],
  });
});

describe("a row", () => {
  test.each<[unknown, string, JsonObject]>([
    [[5], "Rows[0]: expected an object", { api_name: "Rows[0]", expected_data_type: "jsonobject" }],
    [
      [{ Purpose: "A" }, { Purpose: "B", Hours: "12" }],
      "Rows[1]: Hours: expected at most 1 characters",
      { api_name: "Hours", json_path: "$.Rows[1].Hours", maximum_length: 1 },
    ],
    [
      [{ Purpose: "A", Nothing: 1 }],
      "Rows[0]: Visits has no field Nothing",
      { api_name: "Nothing", json_path: "$.Rows[0].Nothing" },
    ],
    [
      [{ Hours: "1" }],
      "Rows[0]: required field not found: Purpose",
      { api_name: "Purpose", json_path: "$.Rows[0].Purpose" },
    ],
    [
      [{ id, Purpose: "" }],
      "Rows[0]: required field not found: Purpose",
      { api_name: "Purpose", json_path: "$.Rows[0].Purpose" },
    ],
  ])("%j is refused where it stands", (Rows, message, details) => {
    const result = prepared({ ...lead, Rows });
    expect(result).toMatchObject({ ok: false, problem: { message, details } });
  });
});

describe("one record, typed before something else is done with it", () => {
  let zoho: Hostile;
  beforeAll(async () => {
    zoho = await startHostile();
    zoho.respond((_, response) => json(response, 200, { fields: all }));
  });
  afterAll(() => zoho.close());

  test("has each value as its field wants it, and warns of what was left out", async () => {
    const { log, lines } = logging();
    const crm = crmAt({ url: zoho.url, log });
    const record = await typedRecord(crm, "Leads", { Count: "5", Serial: "x" }, "update");
    expect(record).toEqual({ Count: 5 });
    expect(lines.warn).toEqual(["Serial is read-only and was left out."]);
    expect(await typedRecord(crm, "Leads", { ...lead, Made: "x" }, "create")).toEqual({ ...lead, Made: "x" });
  });

  test("may have picklist values that are on no list, and rows of the fields that their module has", async () => {
    const crm = crmAt({ url: zoho.url });
    expect(await typedRecord(crm, "Leads", { Tier: "Silver" }, "update")).toEqual({ Tier: "Silver" });
    await expect(typedRecord(crm, "Leads", { Rows: [{ Nothing: 1 }] }, "update")).rejects.toThrow(
      "Rows[0]: Visits has no field Nothing",
    );
  });

  test("is refused as an input, with all that is wrong", async () => {
    const crm = crmAt({ url: zoho.url });
    await expect(typedRecord(crm, "Leads", { Count: "x" }, "create")).rejects.toMatchObject({
      name: "ZohoError",
      kind: "input",
      code: "MULTIPLE_OR_MULTI_ERRORS",
      message: expect.stringContaining("Count: expected a whole number"),
    });
  });
});
