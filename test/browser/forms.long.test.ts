import type { Form } from "../../src/zoho/core/form";
import { type Forms, filled, startForms } from "../support/forms";
import { errorsIn, startPage, submit } from "./browser";
import { enter } from "./fill";
import { fieldMapForm, fieldMapOf, selectionForm, selectionOf } from "./wizard";

/*
 * Every form of the configuration wizard in a real browser: shown by JSON Forms, filled in, submitted, and
 * its value written by an action as it is.
 */

let forms: Forms;
let shown: Awaited<ReturnType<typeof startPage>>;

beforeAll(async () => {
  [forms, shown] = await Promise.all([startForms(), startPage()]);
  await forms.sandbox.reset({ seed: 1, books: { contacts: 30, items: 5 } });
}, 120_000);
afterAll(async () => {
  await shown?.close();
  await forms.sandbox.close();
});

const organizationId = "";

const show = async (key: string, inputs: object): Promise<Form> => {
  const form = await forms.formOf(key, inputs);
  await shown.show(form);
  await expect(shown.page.getByText("No applicable renderer found").count()).resolves.toBe(0);
  return form;
};

const written = async (recordType: string, inputs: object) => {
  const { data } = await forms.act("crmCreateRecord", { recordType, ...inputs });
  const { id } = Object(data[0]?.details);
  const read = await forms.act("crmGetRecord", { recordType, recordId: String(id) });
  return read.data[0] ?? {};
};

afterEach(() => expect(shown.failures).toEqual([]));

it.each([["Leads"], ["Tasks"], ["Events"], ["Quotes"]])(
  "a record of %s is filled in and written",
  async (recordType) => {
    const form = await show("recordForm", { recordType });
    const lacking = (form.schema.required ?? []).filter((name) => !(name in form.data));
    expect(lacking.length).toBeGreaterThan(0);
    expect(await errorsIn(shown.page)).toEqual(
      lacking.map((name) => ` must have required property '${name}'`),
    );
    expect(await submit(shown.page)).toBeUndefined();
    const values = Object(filled(form.schema));
    await enter(shown.page, form.schema, values);
    expect(await errorsIn(shown.page)).toEqual([]);
    const record = await submit(shown.page);
    expect(Object.keys(Object(record)).sort()).toEqual(
      [...new Set([...Object.keys(form.data), ...Object.keys(values)])].sort(),
    );
    const stored = await written(recordType, { record });
    for (const [name, value] of Object.entries(values)) {
      const { type, format } = form.schema.properties?.[name] ?? {};
      if (type === "array" || type === "object" || format === "date-time") continue;
      const read = stored[name];
      const plain = typeof read === "object" && read !== null ? Reflect.get(read, "id") : read;
      expect([name, String(plain)]).toEqual([name, String(value)]);
    }
  },
  60_000,
);

it("a mapping of fields is made from what is offered, and carries a record into Zoho", async () => {
  const sourceFields = [
    { key: "surname", value: "Last Name" },
    { key: "employer", value: "Employer" },
    { key: "town", value: "Town" },
  ];
  await show("fieldMappingForm", { recordType: "Leads", sourceFields });
  const rows = shown.page.locator("tbody > tr");
  expect(await submit(shown.page)).toBeUndefined();
  await rows.nth(1).locator("select").first().selectOption({ label: "Employer" });
  await shown.page.getByRole("button", { name: "Add to Field Mapping" }).click();
  await rows.nth(2).locator("select").first().selectOption({ label: "Town" });
  await rows.nth(2).locator("select").last().selectOption({ label: "City (text)" });
  const fieldMapping = await submit(shown.page);
  expect(fieldMapping).toEqual({
    mappings: [
      { source: "surname", field: "Last_Name" },
      { source: "employer", field: "Company" },
      { source: "town", field: "City" },
    ],
  });
  const record = { surname: "Burns", employer: "ABC", town: "Rome" };
  expect(await written("Leads", { record, fieldMapping })).toMatchObject({
    Last_Name: "Burns",
    Company: "ABC",
    City: "Rome",
  });
});

it.each([
  {
    product: "CRM",
    select: "selectRecordTypesWithFields",
    map: "mapRecordTypeFields",
    write: "crmCreateRecords",
    types: ["Contacts", "Leads"],
    goals: { surname: "Leads Last_Name", employer: "Leads Company" },
    records: [
      { surname: "Burns", employer: "ABC" },
      { surname: "Daly", employer: "DEF" },
    ],
  },
  {
    product: "Books",
    select: "selectBooksRecordTypesWithFields",
    map: "mapBooksRecordTypeFields",
    write: "booksCreateRecords",
    types: ["contacts", "items"],
    goals: { surname: "contacts contact_name", employer: "contacts company_name" },
    records: [{ surname: "Selected & Co", employer: "ABC" }],
  },
])(
  "record types of $product are selected, their fields mapped, and many records written through the mapping",
  async ({ select, map, write, types, goals, records }) => {
    const ofBooks = write.startsWith("books") ? { organizationId } : {};
    const offered = (await forms.perform("dataSources", select, {})).result;
    const choice = selectionForm(offered);
    await shown.show(choice);
    await enter(shown.page, choice.schema, Object.fromEntries(types.map((type) => [type, true])));
    const objectSelection = selectionOf(offered, await submit(shown.page));
    expect(objectSelection.map(({ object }) => object.key).sort()).toEqual(types);
    const field = (key: string, label: string) => ({ field: { key, label } });
    const mappingFields = { fields: [field("surname", "Surname"), field("employer", "Employer")] };
    const { result } = await forms.perform("dataSources", map, {
      ...ofBooks,
      mappingFields,
      objectSelection,
    });
    const mapping = fieldMapForm(result);
    await shown.show(mapping);
    await enter(shown.page, mapping.schema, goals);
    const fieldMapping = fieldMapOf(result, await submit(shown.page));
    const [recordType = ""] = goals.surname.split(" ");
    const { data } = await forms.act(write, { ...ofBooks, recordType, records, fieldMapping });
    expect(data.map(({ status }) => status)).toEqual(records.map(() => "success"));
  },
);

it.each<[string, object]>([
  ["contacts", { contact_name: "Browser & Co", notes: "From a form", payment_terms: 15 }],
  ["invoices", { date: "2026-03-01", line_items: [{ name: "Work", rate: 100, quantity: 2 }] }],
])("a record of %s in Books is filled in and written", async (recordType, values) => {
  const form = await show("booksRecordForm", { organizationId, recordType });
  const customer = form.schema.properties?.customer_id?.oneOf?.[0]?.const;
  const asked = { ...(customer ? { customer_id: customer } : {}), ...values };
  expect(await submit(shown.page)).toBeUndefined();
  await enter(shown.page, form.schema, asked);
  const record = await submit(shown.page);
  expect(record).toEqual(asked);
  const answer = await forms.act("booksCreateRecord", { organizationId, recordType, record });
  const flat = Object.fromEntries(Object.entries(asked).filter(([, value]) => !Array.isArray(value)));
  expect(Object.values(answer)).toContainEqual(expect.objectContaining(flat));
});

it("a mapping of Books fields is made and carries a record", async () => {
  const sourceFields = [
    { key: "name", value: "Contact name" },
    { key: "memo", value: "Memo" },
  ];
  await show("booksFieldMappingForm", { organizationId, recordType: "contacts", sourceFields });
  await shown.page.getByRole("button", { name: "Add to Field Mapping" }).click();
  const row = shown.page.locator("tbody > tr").nth(1).locator("select");
  await row.first().selectOption({ label: "Memo" });
  await row.last().selectOption("notes");
  const fieldMapping = await submit(shown.page);
  const record = { name: "Mapped & Co", memo: "From elsewhere" };
  const inputs = { organizationId, recordType: "contacts", record, fieldMapping };
  expect(Object.values(await forms.act("booksCreateRecord", inputs))).toContainEqual(
    expect.objectContaining({ contact_name: "Mapped & Co", notes: "From elsewhere" }),
  );
});
