import { type Hostile, json, type Received, startHostile } from "../../test/hostile/zoho";
import component from "..";
import { findRecordType, recordTypes } from "../zoho/books/recordTypes";
import { systemClock } from "../zoho/core/clock";
import { isObject } from "../zoho/core/json";

jest.mock("../zoho/core/clock", () => {
  const { QuickClock } = jest.requireActual("../../test/support/quickClock");
  return { systemClock: new QuickClock() };
});

/*
 * Pickers and forms in an organization of 300 modules, 500 fields and 100,000 records, where each request
 * takes a second and names repeat.
 */

const MODULES = 300;
const FIELDS = 500;
const RECORDS = 100_000;
/** What a page has, and what is listed whole. */
const WHOLE = 200;

const nameOfModule = (index: number) => (index === 0 ? "Leads" : `Module_${index}`);
const modules = Array.from({ length: MODULES }, (_, index) => ({
  api_name: nameOfModule(index),
  plural_label: index === 0 ? "Leads" : `Modules ${index}`,
  singular_label: index === 0 ? "Lead" : `Module ${index}`,
  generated_type: index === 0 ? "default" : "custom",
  api_supported: true,
  ...{ viewable: true, creatable: true, editable: true, deletable: true, convertable: index === 0 },
  id: String(index + 1),
}));

const values = Array.from({ length: FIELDS }, (_, index) => ({
  display_value: `Value ${index}`,
  actual_value: `Value ${index}`,
  id: String(5000 + index),
  type: "used",
}));
const valuesOf = (type: string) => (type === "picklist" ? { pick_list_values: values } : {});
/** What each of the first fields is, of 40 each; the others are texts. */
const types = ["lookup", "subform", "ownerlookup", "picklist"];
const ledTo = (type: string, index: number) => {
  const module = { api_name: nameOfModule(index), module: nameOfModule(index), id: String(index + 1) };
  return type === "subform" ? { subform: module } : { lookup: { module, api_name: nameOfModule(index) } };
};
const fields = Array.from({ length: FIELDS }, (_, index) => {
  const data_type = index === 0 ? "text" : (types[Math.floor(index / 40)] ?? "text");
  return {
    api_name: index === 0 ? "Last_Name" : `Field_${index}`,
    field_label: index === 0 ? "Last Name" : `Field ${index % 20}`,
    data_type,
    length: 255,
    visible: true,
    operation_type: { api_create: true, api_update: true, web_create: true, web_update: true },
    view_type: { view: true, edit: true, create: true, quick_create: false },
    id: String(1000 + index),
    ...ledTo(data_type, index),
    ...valuesOf(data_type),
  };
});
const sections = [{ name: "All", display_label: "All", sequence_number: 1, fields }];
const layouts = ["7", "8"].map((id) => ({ id, name: "Standard", status: "active", visible: true, sections }));

/** A page of rows by the limit of a query; all records have one of ten names. */
const queried = (body: string) => {
  const { select_query: query = "" } = JSON.parse(body || "{}");
  const [, first = "0", second] = /limit\s+(\d+)(?:\s*,\s*(\d+))?/i.exec(query) ?? [];
  const [, skipped = "0"] = /offset\s+(\d+)/i.exec(query) ?? [];
  const [offset, limit] =
    second === undefined ? [Number(skipped), Number(first)] : [Number(first), Number(second)];
  const count = Math.max(0, Math.min(limit, RECORDS - offset));
  const data = Array.from({ length: count }, (_, index) => ({
    id: String(5725767000000000000n + BigInt(offset + index)),
    Last_Name: `Burns ${(offset + index) % 10}`,
  }));
  return { data, info: { count, more_records: offset + count < RECORDS } };
};

/** A page of what Zoho lists by pages, of one name; what it lists whole is 200. */
const listed = (key: string, { searchParams }: URL) => {
  const [page, size] = [Number(searchParams.get("page") ?? 1), Number(searchParams.get("per_page") ?? WHOLE)];
  const items = Array.from({ length: size }, (_, index) => {
    const number = (page - 1) * size + index;
    return {
      ...{ id: String(1000 + number), channel_id: String(1000 + number), events: ["Leads.all"] },
      ...{ name: key === "tags" ? `Tag ${number}` : "Same", full_name: "Same", display_value: "Same" },
      ...{ email: `user${number}@example.com`, user_name: "Same", display_label: "Same" },
      ...{ api_name: `Same_${number}`, iso_code: `C${number}`, File_Name: "same.txt", Note_Title: "Same" },
    };
  });
  return { [key]: items, info: { per_page: size, count: size, page, more_records: page * size < RECORDS } };
};

/** What a list or one record of Books is answered with: each record has a custom field of its own. */
const inBooks = ({ pathname, searchParams }: URL) => {
  const code = { code: 0, message: "success" };
  const path = pathname.replace("/books/v3/", "");
  const whole = (number: number) => ({ organization_id: String(number), name: "Same" });
  if (path === "organizations") return { ...code, organizations: [whole(7), whole(8)] };
  const own = [...recordTypes().values()].find(({ key }) => path === key || path.startsWith(`${key}/`));
  const { keys } = own ?? findRecordType("contacts");
  const row = (number: number) => ({
    [keys.id]: String(4600000000000 + number),
    [keys.name]: `Same ${number % 10}`,
    [`cf_${number}`]: "West",
  });
  const [, id] = /\/(\d+)$/.exec(path) ?? [];
  if (id !== undefined) {
    const number = Number(id) - 4600000000000;
    const custom_fields = [{ api_name: `cf_${number}`, label: "Region", data_type: "string", value: "West" }];
    return { ...code, [keys.item]: { ...row(number), custom_fields } };
  }
  const page = Number(searchParams.get("page") ?? 1);
  const rows = Array.from({ length: WHOLE }, (_, index) => row((page - 1) * WHOLE + index));
  return { ...code, [keys.list]: rows, page_context: { page, has_more_page: page * WHOLE < RECORDS } };
};

function answerTo({ url, body }: Received, base: string): object {
  const asked = new URL(url, base);
  const { pathname, searchParams } = asked;
  if (pathname.startsWith("/books/")) return inBooks(asked);
  if (pathname.endsWith("/settings/modules")) return { modules };
  if (pathname.includes("/settings/fields")) return { fields };
  if (pathname.includes("/settings/layouts")) return { layouts };
  if (pathname.endsWith("/settings/pipeline"))
    return {
      pipeline: [{ id: searchParams.get("layout_id"), display_value: "Standard", actual_value: "Standard" }],
    };
  if (pathname.endsWith("/coql")) return queried(body);
  if (pathname.endsWith("/Contacts/roles")) return listed("contact_roles", asked);
  const [, key = "data"] = /\/([a-z_]+)$/.exec(pathname) ?? [];
  return listed(key, asked);
}

const lead = { recordType: "Leads" };
const record = { ...lead, recordId: "5725767000000000001" };
const mapping = (names: readonly string[]) => ({
  mappingFields: { fields: [{ field: { key: "surname", label: "Surname" } }] },
  objectSelection: names.map((key) => ({ object: { key, label: key } })),
  includeSupplementalMetadata: true,
});
const organization = { organizationId: "7" };
const invoices = { ...organization, recordType: "invoices" };
const creatable = [...recordTypes().values()].filter(({ parent }) => !parent).map(({ key }) => key);

/** The inputs of each, the most requests that it may take, and how many entries it shows. */
const bounds: Record<
  keyof typeof component.dataSources,
  [inputs: Record<string, unknown>, requests: number, entries?: number]
> = {
  // CRM: what is listed whole.
  selectViewableModule: [{}, 1, MODULES],
  selectCreatableModule: [{}, 1, MODULES],
  selectUpdatableModule: [{}, 1, MODULES],
  selectUpsertableModule: [{}, 1, MODULES],
  selectDeletableModule: [{}, 1, MODULES],
  selectConvertableModule: [{}, 1, 1],
  selectField: [lead, 2, FIELDS],
  selectWritableField: [lead, 2, FIELDS],
  selectSearchableField: [lead, 2, FIELDS - 40],
  selectLayout: [lead, 1, 2],
  selectPipeline: [lead, 3, 1],
  selectPicklistValue: [{ ...lead, fieldName: "Field_120" }, 2, FIELDS],
  selectRelatedList: [lead, 1, WHOLE],
  selectTag: [lead, 1, WHOLE],
  selectCurrency: [{}, 1, WHOLE],
  selectVariable: [{}, 1, WHOLE],
  selectRole: [{}, 1, WHOLE],
  selectProfile: [{}, 1, WHOLE],
  selectContactRole: [{}, 1, WHOLE],
  selectAssignmentRule: [lead, 1, WHOLE],
  selectGlobalPicklist: [{}, 1, WHOLE],
  selectFromAddress: [{}, 1, WHOLE],
  selectCrmOperation: [{}, 0],
  selectCrmBody: [{ operation: "POST /contacts/roles" }, 0, 1],
  previewRecordTypeFieldValues: [
    { dynamicRecordType: "Leads", dynamicFieldName: "Last_Name", valueCount: 5 },
    1,
    5,
  ],
  // CRM: what is cut.
  selectCrmRecord: [lead, 6, 5001],
  selectLead: [{}, 6, 5001],
  selectDeal: [{}, 6, 5001],
  selectNote: [record, 6, 1001],
  selectAttachment: [record, 6, 1001],
  selectUser: [{}, 16, 3001],
  selectTerritory: [{}, 6, 1001],
  selectUserGroup: [{}, 6, 1001],
  selectEmailTemplate: [lead, 6, 1001],
  selectCadence: [lead, 6, 1001],
  selectCustomView: [lead, 6, 1001],
  selectNotificationChannel: [{}, 1, 201],
  // CRM: forms and mappings.
  selectRecordTypesWithFields: [{ recordTypeFilter: [], defaultSelectedRecordTypes: [] }, 25, MODULES],
  mapRecordTypeFields: [mapping(modules.map(({ api_name }) => api_name)), 50, MODULES],
  recordForm: [lead, 30],
  fieldMappingForm: [{ ...lead, sourceFields: {} }, 2],
  // Books.
  selectOrganization: [{}, 1, 2],
  selectAccount: [organization, 16, 3001],
  selectItem: [organization, 16, 3001],
  selectTax: [organization, 16, 3001],
  selectBooksRecord: [invoices, 16, 3001],
  selectBooksParentRecord: [{ ...organization, parentRecordType: "projects" }, 16, 3001],
  selectBooksField: [invoices, 7],
  selectBooksRecordAction: [invoices, 0],
  selectBooksOperation: [{}, 0],
  selectBooksBody: [{ operation: "POST /projects" }, 0, 1],
  selectBooksRecordTypesWithFields: [{ recordTypeFilter: [], defaultSelectedRecordTypes: [] }, 0],
  mapBooksRecordTypeFields: [{ ...organization, ...mapping(creatable) }, 22, creatable.length],
  previewBooksRecordTypeFieldValues: [
    { ...organization, dynamicRecordType: "invoices", dynamicFieldName: "invoice_number", valueCount: 5 },
    1,
    5,
  ],
  booksRecordForm: [{ ...invoices, purpose: "create" }, 12],
  booksFieldMappingForm: [{ ...invoices, purpose: "create", sourceFields: {} }, 12],
};

/** What is chosen from: lists of choices, those in forms and those in mappings among them. */
function listsIn(result: unknown): { key: unknown; label: unknown; note?: unknown }[][] {
  if (Array.isArray(result)) {
    const items = result.filter(isObject);
    const choices = items.map((item) => (isObject(item.object) ? item.object : item));
    const labelled = choices.filter(({ label }) => label !== undefined);
    return [
      labelled.map(({ key, label }) => ({ key, label })),
      ...items.flatMap(({ fields }) => listsIn(fields)),
    ];
  }
  if (!isObject(result)) return [];
  const { oneOf, description: note } = result;
  if (!Array.isArray(oneOf)) return Object.values(result).flatMap(listsIn);
  return [oneOf.map((each) => ({ key: each.const, label: each.title, note }))];
}

describe("every picker and form", () => {
  let zoho: Hostile;
  beforeAll(async () => {
    zoho = await startHostile();
  });
  afterAll(() => zoho.close());

  async function shown(key: string, inputs: Record<string, unknown>): Promise<unknown> {
    // Each request takes a second of the connector's clock.
    zoho.respond(async (received, response) => {
      await systemClock.sleep(1000);
      json(response, 200, answerTo(received, zoho.url));
    });
    const perform: unknown = Object.values(component.dataSources).find((each) => each.key === key)?.perform;
    if (typeof perform !== "function") throw new Error(`There is no picker ${key}.`);
    const log = () => {};
    const connection = {
      key: "zohoTemplatedConnection",
      configVarKey: "",
      fields: {},
      token: { access_token: "1000.large", refresh_token: `1000.${Math.random()}`, api_domain: zoho.url },
      context: {},
    };
    const context = { logger: { debug: log, info: log, warn: log } };
    return (await perform(context, { ...inputs, connection })).result;
  }

  it.each(Object.entries(bounds))("%s takes few requests", async (key, [inputs, requests, entries]) => {
    const result = await shown(key, inputs);
    expect(zoho.received.length).toBeLessThanOrEqual(requests);
    const lists = listsIn(result);
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      const labels = new Set(list.map(({ label }) => label));
      expect(labels.size).toBe(list.length);
    }
    // What a form offers of records is a part of them, and says so.
    const ofRecords = isObject(result) ? lists.filter((list) => /^\d+$/.test(String(list[0]?.key))) : [];
    for (const list of ofRecords) {
      expect(list).toHaveLength(WHOLE);
      expect(list[0]?.note).toContain("of more");
    }
    const listed = isObject(result) ? result.options : result;
    if (entries !== undefined) expect(listed).toHaveLength(entries);
    if (entries !== undefined && entries % 100 === 1 && entries > 1)
      expect(lists[0]?.at(-1)?.label).toContain("are listed and there are more");
  });

  it.each(["mapRecordTypeFields", "mapBooksRecordTypeFields"] as const)(
    "%s says of which record types it could not read the fields in time",
    async (key) => {
      const lists = listsIn(await shown(key, bounds[key][0]));
      const unread = lists.filter((list) => list.some((choice) => choice.key === ""));
      expect(unread.length).toBeGreaterThan(0);
      for (const list of unread)
        expect(list.find((choice) => choice.key === "")?.label).toMatch(/could not be read in time/);
    },
  );
});
