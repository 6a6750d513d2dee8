import { errorsOf, type Forms, filled, startForms } from "../../../test/support/forms";
import type { Form } from "../../zoho/core/form";
import type { JsonObject } from "../../zoho/core/json";

/*
 * What a deployer fills in is written by an action as it is, and read back.
 */

let forms: Forms;
beforeAll(async () => {
  forms = await startForms();
});
afterAll(() => forms.sandbox.close());

const perform: Forms["perform"] = (...call) => forms.perform(...call);
const formOf: Forms["formOf"] = (...call) => forms.formOf(...call);
const act: Forms["act"] = (...call) => forms.act(...call);

const idIn = ({ data: [item] }: { data: JsonObject[] }) => String(Reflect.get(Object(item?.details), "id"));

const groups = ({ uiSchema }: Form) =>
  (uiSchema.elements ?? []).map(({ label, elements = [] }) => [
    label,
    ...elements.map(({ scope }) => scope?.replace("#/properties/", "")),
  ]);

describe("a form for a record", () => {
  it("has the sections of the layout in their order, what it requires, and nothing that is read-only", async () => {
    const form = await formOf("recordForm", { recordType: "Leads" });
    expect(groups(form).map(([label]) => label)).toEqual([
      "Lead Information",
      "Address Information",
      "Description Information",
      "Qualification",
    ]);
    expect(groups(form)[1]).toEqual([
      "Address Information",
      "Street",
      "City",
      "State",
      "Zip_Code",
      "Country",
    ]);
    expect(form.schema.required).toEqual(["Company", "Last_Name"]);
    const { properties = {} } = form.schema;
    expect(properties).not.toHaveProperty("Full_Name");
    expect(properties).not.toHaveProperty("Created_Time");
    expect(properties.Lead_Source?.oneOf).toContainEqual({ const: "X (Twitter)", title: "X (Twitter)" });
    expect(JSON.stringify(properties)).not.toContain("-None-");
    expect(properties.Owner?.oneOf).toContainEqual({
      const: expect.stringMatching(/^\d+$/),
      title: "Patricia Boyle",
    });
    expect(Object.keys(properties.Site_Visits?.items?.properties ?? {})).toContain("Purpose");
  });

  it("follows the layout that is named, and writes into it", async () => {
    const { layouts } = (await perform("actions", "crmGetLayouts", { recordType: "Leads" })).data as {
      layouts: { id: string; name: string }[];
    };
    const layoutId = layouts.find(({ name }) => name === "Enterprise")?.id;
    const form = await formOf("recordForm", { recordType: "Leads", layoutId });
    expect(form.schema.required).toEqual(["Company", "Last_Name", "Email", "Phone", "Tier"]);
    expect(form.schema.properties).not.toHaveProperty("Fax");
    expect(errorsOf(form, { ...form.data, Company: "ABC", Last_Name: "Burns" })).toHaveLength(3);
    const record = {
      ...form.data,
      Company: "ABC",
      Last_Name: "B",
      Email: "b@c.de",
      Phone: "1",
      Tier: "Gold",
    };
    expect(errorsOf(form, record)).toEqual([]);
    const id = idIn(await act("crmCreateRecord", { recordType: "Leads", record }));
    expect((await act("crmGetRecord", { recordType: "Leads", recordId: id })).data[0]).toMatchObject({
      Layout: { id: layoutId },
    });
  });

  it.each([
    ...[
      "Leads",
      "Contacts",
      "Accounts",
      "Deals",
      "Products",
      "Tasks",
      "Events",
      "Calls",
      "Campaigns",
      "Cases",
    ],
    ...[
      "Quotes",
      "Sales_Orders",
      "Purchase_Orders",
      "Invoices",
      "Price_Books",
      "Vendors",
      "Solutions",
      "Properties",
    ],
  ])(
    "of %s, filled in, goes through the write as it is",
    async (recordType) => {
      const form = await formOf("recordForm", { recordType });
      const record = { ...form.data, ...(filled(form.schema) as JsonObject) };
      expect(errorsOf(form, record)).toEqual([]);
      const recordId = idIn(await act("crmCreateRecord", { recordType, record }));
      const [written] = (await act("crmGetRecord", { recordType, recordId })).data;
      for (const [name, value] of Object.entries(record)) {
        const schema = form.schema.properties?.[name] ?? {};
        if (schema.type === "array" || schema.type === "object" || typeof value !== "string") continue;
        const isTime = schema.format === "date-time";
        const read = written?.[name];
        const plain = typeof read === "object" && read !== null ? Reflect.get(read, "id") : read;
        expect([name, isTime ? Date.parse(String(plain)) : plain]).toEqual([
          name,
          isTime ? Date.parse(value) : value,
        ]);
      }
      const among = await act("crmCreateRecords", { recordType, records: [record], uniqueField: "" });
      expect(among).toMatchObject({ summary: { total: 1 } });
    },
    30_000,
  );

  it.each(["fieldValues", "dynamicValues", "records"])("is taken as it is by %s too", async (key) => {
    const form = await formOf("recordForm", { recordType: "Leads" });
    const own = { ERP_Id: key, Referral_Code: key };
    const value: JsonObject = { ...form.data, ...(filled(form.schema) as JsonObject), ...own };
    const action = key === "records" ? "crmCreateRecords" : "crmCreateRecord";
    const { data } = await act(action, { recordType: "Leads", [key]: value });
    const recordId = idIn({ data });
    const [written] = (await act("crmGetRecord", { recordType: "Leads", recordId })).data;
    expect(written).toMatchObject({ Company: value.Company, Last_Name: value.Last_Name, ERP_Id: key });
  });

  it("names a record of one of several modules by both", async () => {
    const form = await formOf("recordForm", { recordType: "Tasks" });
    const [deal] = await forms.sandbox.records("Deals");
    const record = { Subject: "Call back", What_Id: { module: "Deals", id: deal?.id } };
    expect(errorsOf(form, record)).toEqual([]);
    expect(errorsOf(form, { ...record, What_Id: {} })).toHaveLength(2);
    const recordId = idIn(await act("crmCreateRecord", { recordType: "Tasks", record }));
    expect((await act("crmGetRecord", { recordType: "Tasks", recordId })).data[0]).toMatchObject({
      What_Id: { id: deal?.id },
    });
  });

  it("for changes requires nothing and fills nothing in", async () => {
    const form = await formOf("recordForm", { recordType: "Leads", purpose: "update" });
    expect(form).toMatchObject({ data: {} });
    expect(errorsOf(form, { City: "Rome" })).toEqual([]);
    const [lead] = await forms.sandbox.records("Leads");
    const recordId = String(lead?.id);
    await act("crmUpdateRecord", { recordType: "Leads", recordId, fieldValues: { City: "Rome" } });
    expect((await act("crmGetRecord", { recordType: "Leads", recordId })).data[0]).toMatchObject({
      City: "Rome",
    });
  });
});

describe("a mapping of fields", () => {
  const sourceFields = [
    { key: "surname", value: "Last Name" },
    { key: "employer", value: "Employer" },
    { key: "address.town", value: "Town" },
  ];

  it("begins with what is named alike, and asks for what the layout requires", async () => {
    const form = await formOf("fieldMappingForm", { recordType: "Leads", sourceFields });
    expect(form.data).toEqual({
      mappings: [{ source: "surname", field: "Last_Name" }, { field: "Company" }],
    });
    expect(errorsOf(form, { mappings: [{ source: "surname", field: "Last_Name" }] })).toHaveLength(2);
    expect(errorsOf(form, { mappings: [{ source: "age", field: "Last_Name" }] })).not.toEqual([]);
  });

  it("carries the records of another system into Zoho, as the form made it", async () => {
    const form = await formOf("fieldMappingForm", { recordType: "Leads", sourceFields });
    const fieldMapping = {
      mappings: [
        { source: "surname", field: "Last_Name" },
        { source: "employer", field: "Company" },
        { source: "address.town", field: "City" },
      ],
    };
    expect(errorsOf(form, fieldMapping)).toEqual([]);
    const record = { id: "c-1", surname: "Burns", employer: "ABC", address: { town: "Rome" }, other: 1 };
    const recordId = idIn(await act("crmCreateRecord", { recordType: "Leads", record, fieldMapping }));
    expect((await act("crmGetRecord", { recordType: "Leads", recordId })).data[0]).toMatchObject({
      Last_Name: "Burns",
      Company: "ABC",
      City: "Rome",
    });
  });

  it("as an object field map goes from the picker of record types to the write of many", async () => {
    const selected = (
      await perform("dataSources", "selectRecordTypesWithFields", {
        recordTypeFilter: ["leads"],
        defaultSelectedRecordTypes: ["Leads"],
      })
    ).result as { object: { key: string; label: string }; defaultSelected: boolean }[];
    expect(selected).toEqual([
      { object: { key: "Leads", label: "Leads (Lead)" }, fields: expect.any(Array), defaultSelected: true },
    ]);
    const mappingFields = {
      fields: [
        {
          field: { key: "surname", label: "Surname" },
          defaultObject: selected[0]?.object,
          defaultField: { key: "Last_Name", label: "Last Name" },
        },
        { field: { key: "employer", label: "Employer" } },
      ],
    };
    const answer = await perform("dataSources", "mapRecordTypeFields", {
      mappingFields,
      objectSelection: selected,
      includeSupplementalMetadata: "true",
    });
    expect(answer).toMatchObject({
      result: {
        ...mappingFields,
        options: [
          {
            object: { key: "Leads" },
            fields: expect.arrayContaining([
              { key: "Last_Name", label: "Last Name (text, mandatory)" },
              { key: "Company", label: "Company (text)" },
            ]),
          },
        ],
      },
      supplementalData: { contentType: "application/json", data: { Leads: expect.any(Array) } },
    });
    const [first, second] = mappingFields.fields;
    const fieldMapping = {
      fields: [first, { ...second, mappedObject: selected[0]?.object, mappedField: { key: "Company" } }],
    };
    const records = [
      { surname: "Burns", employer: "ABC" },
      { surname: "Daly", employer: "ABC" },
    ];
    const { data } = await act("crmCreateRecords", { recordType: "Leads", records, fieldMapping });
    expect(data.map(({ status }) => status)).toEqual(["success", "success"]);
  });

  it("given in the place of values is refused by name", async () => {
    const fieldValues = { mappings: [{ source: "surname", field: "Last_Name" }] };
    const call = act("crmCreateRecord", { recordType: "Leads", fieldValues });
    await expect(call).rejects.toThrow("Values: expected the values of a record, got a mapping of fields");
  });

  it("shows values that a field has", async () => {
    const { result } = await perform("dataSources", "previewRecordTypeFieldValues", {
      dynamicRecordType: "Leads",
      dynamicFieldName: "Lead_Status",
      valueCount: "2",
    });
    expect(result).toHaveLength(2);
  });
});
