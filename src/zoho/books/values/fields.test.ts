import { booksAt, type Hostile, json, logging, startHostile } from "../../../../test/hostile/zoho";
import {
  type Described,
  describedCalls,
  normalised,
  propertiesOf,
} from "../../../../test/support/booksOpenApi";
import { isObject, type JsonObject } from "../../core/json";
import type { Books } from "../books";
import { findRecordType, pathOf, recordTypes, verbsOf } from "../recordTypes";
import { byLabel, customFieldOf, knownCustomFields, typedCustom } from "./customFields";
import { fieldKinds, fieldNames } from "./fieldNames";
import { recordBody } from "./values";

const calls = describedCalls();

const creates = [...recordTypes().values()].filter((type) => verbsOf(type).includes("create"));

const createOf = (key: string, path: string): Described | undefined =>
  calls.find(
    (call) =>
      call.method === "POST" &&
      call.path === normalised(path) &&
      (call.file === "customer-debit-notes.yml") === (key === "debitnotes"),
  );

/** What a property is, in the words of `fieldKinds`. */
function kindOf({ type, items }: JsonObject): string | undefined {
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean" || type === "object") return String(type);
  if (type !== "array") return type === undefined ? undefined : "text";
  return isObject(items) && (items.properties !== undefined || items.type === "object") ? "objects" : "list";
}

const kindsByName = new Map<string, Set<string>>();

function collect(schema: unknown): void {
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    if (!isObject(property)) continue;
    const kind = kindOf(property);
    if (kind) kindsByName.set(name, (kindsByName.get(name) ?? new Set()).add(kind));
    collect(property);
  }
}

for (const { body } of calls) collect(body);

/** What the kinds that a name has in different calls come to. */
function together(kinds: ReadonlySet<string>): string {
  const text = kinds.has("text");
  if (kinds.has("list") || kinds.has("objects")) {
    if (text) return "listOrText";
    return kinds.has("list") ? "list" : "objects";
  }
  const [kind = "text"] = [...kinds].filter((each) => each !== "text");
  return text && kind !== "text" ? `${kind}OrText` : kind;
}

const isId = (name: string, kinds: ReadonlySet<string>): boolean =>
  /_ids?$/.test(name) && !["list", "objects", "boolean"].some((kind) => kinds.has(kind));

describe("the fields and Zoho's OpenAPI files", () => {
  it("have the kinds that the files give them", () => {
    const expected = [...kindsByName]
      .filter(([name, kinds]) => !isId(name, kinds) && !name.startsWith("cf_"))
      .map(([name, kinds]) => [name, together(kinds)])
      .filter(([, kind]) => kind !== "text");
    expect(Object.fromEntries(fieldKinds)).toEqual(Object.fromEntries(expected));
  });

  it.each(creates.map((type) => [type.key, type] as const))(
    "%s: new records have the fields of the files",
    (key, type) => {
      const body = Object.keys(propertiesOf(createOf(key, pathOf(type, "create"))?.body));
      const names = body.filter((name) => name !== "custom_fields").sort();
      expect(fieldNames[key]?.split(" ") ?? []).toEqual(names);
    },
  );
});

describe("a custom field", () => {
  const fields = [
    { name: "cf_a", label: " Region ", kind: "" },
    { name: "cf_b", label: "Signed", kind: "date" },
    { name: "cf_c", label: "signed", kind: "" },
  ];

  it("is meant by its name, or by its label in any case where one field has it", () => {
    expect(customFieldOf(fields, "cf_b")).toBe(fields[1]);
    expect(customFieldOf(fields, "REGION ")).toBe(fields[0]);
    expect(customFieldOf(fields, "Other")).toBeUndefined();
    expect(() => customFieldOf(fields, "Signed")).toThrow(
      "Signed: the fields cf_b and cf_c have this label. Use one of the names",
    );
  });

  it.each<[string, unknown, unknown]>([
    ["date", "", ""],
    ["date", null, null],
    ["", 1.1 * 3, 3.3],
    ["decimal", "12.50", 12.5],
    ["number", "7", 7],
    ["", "7.0", "7.0"],
    ["decimal", true, true],
    ["", new Date(Date.UTC(2026, 0, 31, 9)), "2026-01-31"],
    ["date", " 2026-01-31 ", "2026-01-31"],
    ["check_box", " TRUE ", true],
    ["check_box", "False", false],
    ["check_box", "yes", true],
    ["check_box", true, true],
    ["multiselect", "a, b", ["a", "b"]],
    ["multiselect", ["a"], ["a"]],
    ["", " a, b ", " a, b "],
  ])("of the kind %j takes %j as %j", (kind, value, expected) => {
    expect(typedCustom("Field", kind, value)).toEqual(expected);
  });

  it.each([
    ["decimal", "many", 'Field: expected a number such as 1234.5, got "many"'],
    ["", 2 ** 53 + 2, "Field: expected a number past 9007199254740991 as text"],
    ["date", "soon", "Field: expected a date such as 2026-03-31"],
    ["check_box", "untrue", 'Field: expected true or false, yes or no, got "untrue"'],
    ["check_box", "true or not", "Field: expected true or false"],
  ])("of the kind %j refuses %j", (kind, value, message) => {
    expect(() => typedCustom("Field", kind, value)).toThrow(message);
    try {
      typedCustom("Field", kind, value);
    } catch (error) {
      expect(error).toMatchObject({ details: { api_name: "Field" } });
    }
  });

  it("goes by its label where that is known", () => {
    const [known, other] = [
      { api_name: "cf_a", value: 1 },
      { api_name: "cf_x", value: 2 },
    ];
    expect(byLabel({ a: 1, custom_fields: [known, other] }, fields)).toEqual({
      a: 1,
      custom_fields: [{ label: " Region ", value: 1 }, other],
    });
    expect(byLabel({ custom_fields: [other] }, fields)).toBeUndefined();
    expect(byLabel({}, fields)).toBeUndefined();
  });
});

describe("what records tell of custom fields", () => {
  let zoho: Hostile;
  beforeAll(async () => {
    zoho = await startHostile();
  });
  afterAll(() => zoho.close());

  const items = findRecordType("items");
  /** Answers a list with these rows, and each record with what is said of it. */
  const answering = (rows: JsonObject[], records: Record<string, JsonObject> = {}) =>
    zoho.respond(({ url }, response) => {
      const { pathname } = new URL(url, zoho.url);
      const id = pathname.split("/").at(-1) ?? "";
      if (id === "items") json(response, 200, { code: 0, items: rows, page_context: {} });
      else json(response, 200, { code: 0, item: records[id] ?? {} });
    });
  const bodyOf = (books: Books, fieldValues: JsonObject, key = "items") =>
    recordBody(books, findRecordType(key), { fieldValues });

  it("is read from the newest, and from single records where lists tell names alone", async () => {
    answering(
      [
        { item_id: "1", cf_a: 1, cf_a_formatted: "1", cf_a_unformatted: 1, name: "x" },
        {
          item_id: "2",
          cf_b: 1,
          custom_fields: [{ customfield_id: "77", data_type: "date" }, {}, { api_name: "cf_c" }],
        },
        { item_id: "3", cf_formatted_too: 1 },
      ],
      {
        "1": { custom_fields: [{ api_name: "cf_a", label: "A", data_type: "decimal" }] },
        "2": { custom_fields: [{ api_name: "cf_a", label: "Another" }] },
      },
    );
    const books = booksAt({ url: zoho.url });
    expect(await knownCustomFields(books, items)).toEqual([
      { name: "77", label: "77", kind: "date" },
      { name: "cf_c", label: "cf_c", kind: "" },
      { name: "cf_a", label: "A", kind: "decimal" },
      { name: "cf_b", label: "cf_b", kind: "" },
      { name: "cf_formatted_too", label: "cf_formatted_too", kind: "" },
    ]);
    const listed = (request: number) => {
      const { searchParams } = new URL(zoho.received[request]?.url ?? "", zoho.url);
      return ["page", "per_page", "sort_column", "sort_order"].map((name) => searchParams.get(name));
    };
    expect(listed(0)).toEqual(["1", "200", "last_modified_time", "D"]);
    expect(zoho.received.map(({ url }) => new URL(url, zoho.url).pathname.split("/").at(-1))).toEqual([
      "items",
      "1",
      "2",
      "3",
    ]);
    // Kept, by type.
    await knownCustomFields(books, items);
    expect(zoho.received).toHaveLength(4);
    zoho.respond((_, response) => json(response, 200, { code: 0, contacts: [], page_context: {} }));
    expect(await knownCustomFields(books, findRecordType("contacts"))).toEqual([]);
    expect(listed(0)).toEqual(["1", "200", "created_time", "D"]);
  });

  it("takes at most five records, and none of types that are not read one by one", async () => {
    answering(Array.from({ length: 9 }, (_, index) => ({ item_id: String(index), [`cf_${index}`]: 1 })));
    expect(await knownCustomFields(booksAt({ url: zoho.url }), items)).toHaveLength(5);
    expect(zoho.received).toHaveLength(6);
    zoho.respond((_, response) => json(response, 500, {}));
    const unread = [...recordTypes().values()].filter(
      (type) => !verbsOf(type).includes("get") || type.parent,
    );
    expect(unread.length).toBeGreaterThan(1);
    for (const type of unread) expect(await knownCustomFields(booksAt({ url: zoho.url }), type)).toEqual([]);
    expect(zoho.received).toHaveLength(0);
  });

  it("is asked for only where a name or a time needs it", async () => {
    answering([{ item_id: "1", custom_fields: [{ api_name: "cf_on", label: "On", data_type: "date" }] }]);
    const asking = async (fieldValues: JsonObject, key?: string) => {
      zoho.received.length = 0;
      const body = await bodyOf(booksAt({ url: zoho.url }), fieldValues, key);
      return [body, zoho.received.length] as const;
    };
    expect(await asking({ name: "x", cf_on: "2026-01-31", "123": "y", rate: undefined })).toEqual([
      {
        name: "x",
        custom_fields: [
          { customfield_id: "123", value: "y" },
          { api_name: "cf_on", value: "2026-01-31" },
        ],
      },
      0,
    ]);
    const day = [{ custom_fields: [{ api_name: "cf_on", value: "2026-01-31" }] }, 1] as const;
    expect(await asking({ cf_on: "2026-01-31T09:00:00Z" })).toEqual(day);
    expect(await asking({ cf_on: "2026-01-31 09:00" })).toEqual(day);
    expect(await asking({ cf_on: new Date(Date.UTC(2026, 0, 31)) })).toEqual(day);
    expect(await asking({ on: "2026-01-31" })).toEqual(day);
    expect((await asking({ cf_on: "x 2026-01-31T09:00:00Z" }))[1]).toBe(0);
    expect((await asking({ cf_on: ["2026-01-31T09:00:00Z"] }))[1]).toBe(0);
    expect(await asking({ Other: "1", "12a": "2" })).toEqual([
      {
        custom_fields: [
          { label: "Other", value: "1" },
          { label: "12a", value: "2" },
        ],
      },
      1,
    ]);
    for (const label of ["area 12", "12a", "a cf_b"])
      expect(await asking({ name: "x", [label]: "y" })).toEqual([
        { name: "x", custom_fields: [{ label, value: "y" }] },
        1,
      ]);
    expect(await asking({ anything: "2026-01-31T09:00:00Z" }, "cm_debtor")).toEqual([
      { anything: "2026-01-31T09:00:00Z" },
      0,
    ]);
  });

  it("keeps the custom fields that were given, and warns once of each name that fits nothing", async () => {
    answering([]);
    const { log, lines } = logging();
    const books = booksAt({ url: zoho.url, log });
    expect(await bodyOf(books, { custom_fields: [1, { api_name: "cf_x", value: 1 }], "New One": 2 })).toEqual(
      {
        custom_fields: [
          { api_name: "cf_x", value: 1 },
          { label: "New One", value: 2 },
        ],
      },
    );
    expect(await bodyOf(books, { custom_fields: "none", "New One": 2 })).toEqual({
      custom_fields: [{ label: "New One", value: 2 }],
    });
    expect(lines.warn).toEqual([]);
    for (let time = 0; time < 3; time += 1) await bodyOf(books, { naame: "x", qqqqqqqqqqqq: "y", name: "z" });
    expect(lines.warn).toEqual([
      "Zoho names no field naame of items, and ignores what it does not know. The nearest is name.",
      "Zoho names no field qqqqqqqqqqqq of items, and ignores what it does not know.",
    ]);
  });

  it("may be missing, but for spent credits", async () => {
    zoho.respond((_, response) => json(response, 400, { code: 9, message: "no" }));
    expect(await bodyOf(booksAt({ url: zoho.url }), { Other: 1 })).toEqual({
      custom_fields: [{ label: "Other", value: 1 }],
    });
    zoho.respond((_, response) => json(response, 429, { code: 45, message: "spent" }));
    await expect(bodyOf(booksAt({ url: zoho.url }), { Other: 1 })).rejects.toMatchObject({ code: "45" });
  });
});
