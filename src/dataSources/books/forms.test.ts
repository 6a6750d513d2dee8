import { errorsOf, type Forms, filled, startForms } from "../../../test/support/forms";
import type { JsonObject } from "../../zoho/core/json";

let forms: Forms;
beforeAll(async () => {
  forms = await startForms();
  await forms.sandbox.reset({ seed: 1, books: { contacts: 250, items: 5, bills: 3 } });
});
afterAll(() => forms.sandbox.close());

const organizationId = "";

/** The record under the one key of an answer of Books that holds an object. */
const recordIn = (answer: unknown): JsonObject =>
  Object.values(Object(answer)).find(
    (value): value is JsonObject => typeof value === "object" && value !== null,
  ) ?? {};

const formOf = (recordType: string, more: object = {}) =>
  forms.formOf("booksRecordForm", { organizationId, recordType, ...more });
const create = async (recordType: string, inputs: object) =>
  recordIn(await forms.act("booksCreateRecord", { organizationId, recordType, ...inputs }));

it("asks for what a record needs first, for lookups by name, and for custom fields in use", async () => {
  const form = await formOf("invoices");
  expect(form.schema.required).toEqual(["customer_id", "line_items"]);
  const { properties = {} } = form.schema;
  expect(properties.customer_id?.oneOf).toHaveLength(200);
  expect(properties.customer_id?.description).toMatch(/200 of more/);
  expect(properties.date).toMatchObject({ type: "string", format: "date" });
  expect(properties.is_inclusive_tax).toMatchObject({ type: "boolean" });
  expect(Object.keys(properties.line_items?.items?.properties ?? {})).toContain("item_id");
  expect(errorsOf(form, { line_items: [] })).toHaveLength(2);
  const record = { custom_fields: [{ api_name: "cf_region", value: "West" }], contact_name: "With a region" };
  await create("contacts", { record });
  expect((await formOf("contacts")).schema.properties).toHaveProperty("cf_region");
});

it.each<[string, (schema: JsonObject) => JsonObject]>([
  ["contacts", () => ({ contact_name: "Form & Co", notes: "From a form", payment_terms: 15 })],
  ["items", () => ({ name: "Hard disk from a form", rate: 12.5, description: "1 TB" })],
  [
    "invoices",
    (filledIn) => ({
      customer_id: filledIn.customer_id,
      date: "2026-03-01",
      line_items: [{ name: "Work", rate: 100, quantity: 2 }],
    }),
  ],
])("a form of %s goes through the write as it is", async (recordType, recordOf) => {
  const form = await formOf(recordType);
  const record = recordOf(filled(form.schema) as JsonObject);
  expect(errorsOf(form, record)).toEqual([]);
  const written = await create(recordType, { record });
  for (const [name, value] of Object.entries(record).filter(([, value]) => !Array.isArray(value)))
    expect([name, written[name]]).toEqual([name, value]);
});

it("a mapping goes from either wizard into the write", async () => {
  const sourceFields = [
    { key: "name", value: "Contact name" },
    { key: "memo", value: "Memo" },
  ];
  const form = await forms.formOf("booksFieldMappingForm", {
    organizationId,
    recordType: "contacts",
    sourceFields,
  });
  expect(form.data).toEqual({ mappings: [{ source: "name", field: "contact_name" }] });
  const fieldMapping = {
    mappings: [...(form.data.mappings as object[]), { source: "memo", field: "notes" }],
  };
  expect(errorsOf(form, fieldMapping)).toEqual([]);
  const record = { id: 7, name: "Mapped & Co", memo: "From elsewhere" };
  expect(await create("contacts", { record, fieldMapping })).toMatchObject({
    contact_name: "Mapped & Co",
    notes: "From elsewhere",
  });
  const { result: selected } = await forms.perform("dataSources", "selectBooksRecordTypesWithFields", {
    recordTypeFilter: ["Contacts"],
    defaultSelectedRecordTypes: ["contacts"],
  });
  const mappingFields = { fields: [{ field: { key: "name", label: "Name" } }] };
  const { result } = await forms.perform("dataSources", "mapBooksRecordTypeFields", {
    organizationId,
    mappingFields,
    objectSelection: selected,
  });
  expect(result).toMatchObject({
    ...mappingFields,
    options: [
      {
        object: { key: "contacts", label: "Contacts" },
        fields: expect.arrayContaining([
          { key: "contact_name", label: "Contact Name" },
          { key: "contact_id", label: "Contact ID (of the record to update)" },
        ]),
      },
    ],
  });
});
