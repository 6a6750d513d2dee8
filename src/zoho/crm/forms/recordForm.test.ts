import { crmAt, type Hostile, json, startHostile } from "../../../../test/hostile/zoho";
import type { FormElement } from "../../core/form";
import type { JsonObject } from "../../core/json";
import { recordForm } from "./recordForm";

/*
 * Forms of layouts that no sandbox has: with defaults, numbered otherwise than they are listed, and stricter
 * than their module.
 */

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const field = (api_name: string, data_type: string, more: JsonObject = {}): JsonObject => ({
  ...{ api_name, data_type, field_label: api_name, json_type: "string" },
  operation_type: { api_create: true, api_update: true },
  ...more,
});

const values = [
  { display_value: "-None-", actual_value: "-None-" },
  { display_value: "Web Shop", actual_value: "Web" },
  { display_value: "Fair", actual_value: "Fair" },
  { display_value: "Radio", actual_value: "Radio", type: "unused" },
];

const fields = [
  field("Name", "text", { system_mandatory: true }),
  field("Source", "picklist", { pick_list_values: values }),
  field("Channels", "multiselectpicklist", { pick_list_values: values, json_type: "jsonarray" }),
  field("Seats", "integer"),
  field("Price", "currency"),
  field("Newsletter", "boolean"),
  field("Town", "text"),
  field("Serial", "text", { operation_type: { api_create: false, api_update: false } }),
];

/** A form of one layout with these fields, each with what the layout says of it, in two sections. */
async function formOf(inLayout: Record<string, JsonObject>, second: Record<string, JsonObject> = {}) {
  const listed = (chosen: Record<string, JsonObject>) =>
    fields
      .filter(({ api_name }) => String(api_name) in chosen)
      .map((each) => ({ ...each, ...chosen[String(each.api_name)] }));
  const sections = [
    { name: "Second", display_label: "Second", sequence_number: 2, fields: listed(second) },
    { name: "First", display_label: "First", sequence_number: 1, fields: listed(inLayout) },
  ];
  const layouts = [{ id: "7", name: "Standard", status: "active", visible: true, sections }];
  zoho.respond(({ url }, response) =>
    json(response, 200, url.includes("layouts") ? { layouts } : { fields }),
  );
  return recordForm(crmAt({ url: zoho.url }), { recordType: "Shops" });
}

const scopes = ({ elements = [] }: FormElement): string[] =>
  elements.map(({ scope = "" }) => scope.replace("#/properties/", ""));

it("begins with what the layout fills in, in the type of each field", async () => {
  const { data, schema } = await formOf({
    Name: { default_value: "New shop" },
    Source: { default_value: "Web" },
    Channels: { default_value: "Fair;Web" },
    Seats: { default_value: "5" },
    Price: { default_value: "12.50" },
    Newsletter: { default_value: true },
    Town: { default_value: null },
  });
  expect(data).toEqual({
    Name: "New shop",
    Source: "Web Shop",
    Channels: ["Fair", "Web Shop"],
    Seats: 5,
    Price: 12.5,
    Newsletter: true,
  });
  expect(schema.properties?.Source?.oneOf?.map(({ const: value }) => value)).toEqual(["Web Shop", "Fair"]);
});

it("leaves out defaults that can no longer be chosen or say nothing", async () => {
  const { data } = await formOf({
    Source: { default_value: "Radio" },
    Channels: { default_value: "-None-" },
    Seats: { default_value: "five" },
    Newsletter: { default_value: "false" },
  });
  expect(data).toEqual({ Newsletter: false });
});

it("has sections and fields in the order that the layout numbers, and asks for what it requires", async () => {
  const { uiSchema, schema } = await formOf(
    { Name: { sequence_number: 3 }, Source: { sequence_number: 1 }, Seats: { sequence_number: 2 } },
    { Town: { required: true }, Serial: { required: true } },
  );
  expect(uiSchema.elements?.map(({ label }) => label)).toEqual(["First", "Second"]);
  expect(uiSchema.elements?.map(scopes)).toEqual([["Source", "Seats", "Name"], ["Town"]]);
  expect(schema.required).toEqual(["Name", "Town"]);
});
