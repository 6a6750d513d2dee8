import type { JsonObject } from "../../core/json";
import { type Field, indexOf } from "./fields";
import { type Checking, prepare } from "./prepare";

/*
 * Which field a key means, in modules that no sandbox has.
 */

const described = (api_name: string, more: JsonObject = {}): JsonObject => ({
  api_name,
  field_label: api_name.replaceAll("_", " "),
  data_type: "text",
  ...more,
});
const check: Checking = { operation: "create", strict: false, newPicklistValues: true };
const schemaOf = (fields: readonly JsonObject[]) => ({
  recordType: "Leads",
  fields: indexOf(fields),
  rows: new Map(),
});

test("a label that two fields share is refused with the API names of both; an API name always counts", () => {
  const fields = [
    described("Phone"),
    described("Phone1", { field_label: "Phone" }),
    described("Region1", { field_label: "Region" }),
    described("Region2", { field_label: "Region" }),
  ];
  const schema = schemaOf(fields);
  expect(prepare({ Phone: "1" }, schema, check)).toMatchObject({ ok: true, record: { Phone: "1" } });
  expect(prepare({ region: "North" }, schema, check)).toMatchObject({
    problem: {
      code: "INVALID_DATA",
      message: "region is the label of 2 fields of Leads; use the API name of one: Region1, Region2",
      details: { api_name: "region", supported_values: ["Region1", "Region2"] },
    },
  });
});

test("a value of a type that is not known here is passed on, with a warning", () => {
  const fields = [
    described("Geo", { data_type: "geolocation", json_type: "jsonobject" }),
    described("Address", { data_type: "text", json_type: "jsonobject" }),
    described("Consent", { data_type: "consent_lookup", json_type: "jsonobject" }),
  ];
  const values = { Geo: { lat: 48.1 }, Address: { city: "Austin" }, Consent: { id: "5725767000000524001" } };
  expect(prepare(values, schemaOf(fields), check)).toEqual({
    ok: true,
    record: values,
    warnings: ["Geo is of the type geolocation, which is not checked here; its value was sent as it is."],
  });
});

test("where Zoho lists no fields of a module, values are passed on as they are", () => {
  expect(prepare({ Anything: "5", Gone: undefined }, schemaOf([]), check)).toMatchObject({
    ok: true,
    record: { Anything: "5" },
  });
});

test("the nearest name of a key is looked for once, however many records have it", () => {
  let searches = 0;
  class Counted extends Map<string, Field> {
    override keys() {
      searches += 1;
      return super.keys();
    }
  }
  const { fields } = schemaOf([described("First_Name"), described("Last_Name")]);
  const schema = { ...schemaOf([]), fields: { ...fields, byName: new Counted(fields.byName) } };
  for (let record = 0; record < 10_000; record += 1) {
    expect(prepare({ Lsat_Name: "x" }, schema, check).ok).toBe(false);
  }
  expect(searches).toBe(1);
});
