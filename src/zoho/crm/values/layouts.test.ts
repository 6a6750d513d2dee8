import { crmAt, type Hostile, json, startHostile } from "../../../../test/hostile/zoho";
import type { JsonObject } from "../../core/json";
import { indexOf } from "./fields";
import { expectFields, schemaFor } from "./schema";

/*
 * What is read for the records of a module, and what of it counts.
 */

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const field = (api_name: string, more: JsonObject = {}): JsonObject => ({
  api_name,
  field_label: `The ${api_name}`,
  data_type: "text",
  ...more,
});
const subform = (api_name: string, module?: string): JsonObject =>
  field(api_name, { data_type: "subform", json_type: "jsonarray", subform: { module } });
const fields = [
  ...["Deal_Name", "Stage", "Pipeline", "City"].map((name) => field(name)),
  subform("Visits", "Deal_Visits"),
  subform("Parts", "Deal_Parts"),
  subform("Nameless"),
  field("Lookup", { data_type: "lookup", subform: { module: "Not_Rows" } }),
];
const values = (...names: string[]): JsonObject[] =>
  names.map((name) => ({ display_value: name, actual_value: `${name} at first` }));
const pipeline = (name: string, ...stages: string[]): JsonObject => ({
  ...values(name)[0],
  maps: [
    { api_name: "Stage", pick_list_values: values(...stages) },
    { api_name: "Forecast", pick_list_values: values("Closed") },
  ],
});
const layout = (id: string, ...described: JsonObject[]): JsonObject => ({
  id,
  name: `Layout ${id}`,
  sections: [{ fields: described.slice(0, 1) }, { fields: described.slice(1) }],
});
const layouts = [
  layout(
    "1",
    field("Pipeline", { pick_list_values: [pipeline("Sales", "New", "Won"), pipeline("Other", "Old")] }),
    field("Deal_Name", { required: true }),
    field("Serial", { required: true, read_only: true }),
    field("Total", { required: true, operation_type: { api_create: false } }),
    field("Kept", { required: true, operation_type: { api_create: true } }),
    field("City", { required: false }),
  ),
  layout(
    "2",
    field("Pipeline", { pick_list_values: [pipeline("Sales", "Won", "Lost")] }),
    field("Source", { pick_list_values: [pipeline("No Pipeline", "No Stage")] }),
  ),
];

/** What is read for records, by the ends of the paths, and the schema that is made of it. */
async function reading(recordType: string, records: readonly JsonObject[], newPicklistValues?: boolean) {
  const read: string[] = [];
  zoho.respond(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, zoho.url);
    const subject = pathname.split("/").at(-1) ?? "";
    read.push(`${subject} ${searchParams.get("module")}`);
    json(response, 200, subject === "layouts" ? { layouts } : { fields });
  });
  const schema = await schemaFor(crmAt({ url: zoho.url }), recordType, records, newPicklistValues);
  return { read, schema };
}

test.each<[string, string, JsonObject[], string[], boolean?]>([
  ["nothing more", "Deals", [{ Deal_Name: "A", Layout: "", Visits: [] }], [], true],
  ["the rows of a subform", "Deals", [{}, { Visits: [{}] }], ["fields Deal_Visits"], true],
  ["those of a label", "Deals", [{ "the parts": [{}] }], ["fields Deal_Parts"], true],
  ["no rows of what is no subform", "Deals", [{ Lookup: "1", Nameless: [{}] }], [], true],
  ["layouts that are named", "Leads", [{ Layout: { id: "1" } }], ["layouts Leads"], true],
  ["pipelines", "Deals", [{ Pipeline: "Sales" }, { Stage: "New" }], ["layouts Deals"], false],
  ["none where Zoho decides", "Deals", [{ Pipeline: "Sales", Stage: "New" }], [], true],
  ["none where just one is named", "Deals", [{ Pipeline: "Sales" }], [], false],
  ["none of another module", "Leads", [{ Pipeline: "Sales", Stage: "New" }], [], false],
])("beside the fields, %s", async (_, recordType, records, more, newPicklistValues) => {
  const { read } = await reading(recordType, records, newPicklistValues);
  expect(read).toEqual([`fields ${recordType}`, ...more]);
});

test("Zoho decides on values that are not listed, unless told otherwise", async () => {
  const { read } = await reading("Deals", [{ Pipeline: "Sales", Stage: "New" }]);
  expect(read).toEqual(["fields Deals"]);
});

test("a layout wants the fields that it requires and that a new record may have", async () => {
  const { schema } = await reading("Leads", [{ Layout: "1" }]);
  expect(schema.layouts).toEqual(
    new Map([
      ["1", { name: "Layout 1", required: ["Deal_Name", "Kept"] }],
      ["2", { name: "Layout 2", required: [] }],
    ]),
  );
  expect(schema.stages).toBeUndefined();
});

test("a pipeline has its stages of all layouts, each once, as people see them", async () => {
  const { schema } = await reading("Deals", [{ Pipeline: "Sales", Stage: "New" }], false);
  expect(schema.stages).toEqual(
    new Map([
      ["Sales", ["New", "Won", "Lost"]],
      ["Other", ["Old"]],
    ]),
  );
});

test("fields that inputs name are those of the module, where any are known", () => {
  const names = { "Unique Field": [undefined, "City", "Town"] };
  expect(() => expectFields("Deals", indexOf(fields), names)).toThrow(
    "Unique Field: Deals has no field Town",
  );
  expect(() => expectFields("Deals", indexOf(fields), { "Unique Field": [undefined] })).not.toThrow();
  expect(() => expectFields("Deals", indexOf([]), names)).not.toThrow();
});
