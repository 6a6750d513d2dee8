import { openBooks } from "../../../test/support/books";
import { errorsOf, type Forms, filled, startForms } from "../../../test/support/forms";
import type { Books } from "../../zoho/books/books";
import { checkBooksMapping, previewBooksRecord } from "../../zoho/books/forms/preview";
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

it("values that a field has are shown while it is mapped, custom fields as what they are", async () => {
  const values = async (field: string) => {
    const inputs = {
      organizationId,
      dynamicRecordType: "contacts",
      dynamicFieldName: field,
      valueCount: "3",
    };
    return (await forms.perform("dataSources", "previewBooksRecordTypeFieldValues", inputs)).result;
  };
  expect(await values("contact_name")).toHaveLength(3);
  const custom_fields = [{ api_name: "cf_score", value: 1234.5 }];
  await create("contacts", { record: { contact_name: "AAA Scored", custom_fields } });
  expect(await values("cf_score")).toEqual([{ key: "1234.5", label: "1234.5" }]);
  expect(await values("no_such_field")).toEqual([]);
});

describe("a record of Books before it is written", () => {
  const mapping = [
    { source: "name", field: "contact_name" },
    { source: "terms", field: "payment_terms" },
    { source: "area", field: "Region" },
    { source: "x", field: "contact_nam" },
  ];

  it("is shown with what becomes of each value, and goes out as it is shown", async () => {
    const books = (await openBooks(forms.sandbox)) satisfies Books;
    await create("contacts", {
      record: {
        contact_name: "Shown",
        custom_fields: [{ api_name: "cf_region", label: "Region", value: "West" }],
      },
    });
    const record = { name: "Preview & Co", terms: "15", area: "East", x: "?", email: "a@example.com" };
    const preview = await previewBooksRecord(books, {
      recordType: "contacts",
      record,
      fieldMapping: mapping,
    });
    expect(preview.values).toEqual([
      {
        field: "contact_name",
        given: "Preview & Co",
        value: "Preview & Co",
        outcome: "unchanged",
        message: "",
      },
      { field: "payment_terms", given: "15", value: 15, outcome: "converted", message: "" },
      { field: "cf_region", given: "East", value: "East", outcome: "unchanged", message: "" },
      {
        field: "contact_nam",
        given: "?",
        value: null,
        outcome: "leftOut",
        message:
          "Zoho names no field contact_nam of contacts, and ignores what it does not know. The nearest is contact_name.",
      },
    ]);
    expect(preview).toMatchObject({
      valid: true,
      problems: [],
      warnings: [expect.stringContaining("contact_nam ")],
    });
    const written = await create("contacts", { record: preview.record });
    expect(written).toMatchObject({ contact_name: "Preview & Co", payment_terms: 15 });
    expect(written.custom_fields).toContainEqual(expect.objectContaining({ value: "East" }));
  });

  it("is refused with all that is wrong with it", async () => {
    const books = await openBooks(forms.sandbox);
    const record = { payment_terms: "soon", contact_persons: "{" };
    const preview = await previewBooksRecord(books, { recordType: "contacts", record });
    expect(preview).toMatchObject({
      valid: false,
      record: null,
      values: [{ outcome: "refused" }, { outcome: "refused" }],
      problems: [
        { code: "INVALID_DATA", message: expect.stringMatching(/^payment_terms: expected/) },
        { code: "INVALID_DATA", message: expect.stringMatching(/^contact_persons: expected JSON/) },
        { code: "MANDATORY_NOT_FOUND", message: "required field not found: contact_name" },
      ],
    });
    const update = await previewBooksRecord(books, {
      recordType: "contacts",
      record: { notes: "" },
      purpose: "update",
    });
    expect(update).toMatchObject({ valid: true, record: { notes: "" }, problems: [] });
  });

  it("and its mapping is checked before any record goes through it", async () => {
    const books = await openBooks(forms.sandbox);
    const twice = [...mapping.slice(1), { source: "other", field: "payment_terms" }];
    expect(await checkBooksMapping(books, { recordType: "contacts", mapping: twice })).toEqual([
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringContaining("no field contact_nam of"),
      }),
      expect.objectContaining({
        message: "payment_terms: expected a value from one source, got terms and other",
        details: { api_name: "payment_terms" },
      }),
      expect.objectContaining({ code: "MANDATORY_NOT_FOUND", details: { api_name: "contact_name" } }),
    ]);
    const [ok] = [mapping.slice(0, 2)];
    expect(await checkBooksMapping(books, { recordType: "contacts", mapping: ok })).toEqual([]);
    expect(
      await checkBooksMapping(books, { recordType: "contacts", mapping: [], purpose: "update" }),
    ).toEqual([]);
    const custom = [{ source: "a", field: "anything" }];
    expect(await checkBooksMapping(books, { recordType: "cm_debtor", mapping: custom })).toEqual([]);
  });
});
