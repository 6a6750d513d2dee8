import type { JsonObject } from "../../core/json";
import { type Field, fieldOf, indexOf, isBlank, isOwnKey, namedField, unknownField } from "./fields";

/*
 * What is read from Zoho's description of a field.
 */

test("a field that says least is a text that may be written, of any length", () => {
  expect(fieldOf({})).toEqual({
    name: "",
    label: "",
    type: "text",
    isList: false,
    isObject: false,
    mandatory: false,
    creatable: true,
    updatable: true,
    unique: false,
    external: false,
    length: undefined,
    choices: [],
    module: undefined,
    modules: [],
    rowsModule: undefined,
    linkField: undefined,
  } satisfies Field);
});

const lookups = "multiselectlookup";
test.each<[JsonObject, Partial<Field>]>([
  [
    { api_name: "City", field_label: "Town", display_label: "Place" },
    { name: "City", label: "Town" },
  ],
  [{ display_label: "Place" }, { label: "Place" }],
  [{ json_type: "jsonarray" }, { isList: true, isObject: false }],
  [{ json_type: "jsonobject" }, { isList: false, isObject: true }],
  [{ system_mandatory: true }, { mandatory: true }],
  [{ read_only: true }, { creatable: false, updatable: false }],
  [{ field_read_only: true }, { creatable: false, updatable: false }],
  [
    { read_only: false, field_read_only: false },
    { creatable: true, updatable: true },
  ],
  [{ operation_type: { api_create: false } }, { creatable: false, updatable: true }],
  [{ operation_type: { api_update: false } }, { creatable: true, updatable: false }],
  [{ operation_type: { web_create: false } }, { creatable: true, updatable: true }],
  [{ unique: { casesensitive: "" } }, { unique: true }],
  [{ unique: {} }, { unique: false }],
  [{ unique: "yes" }, { unique: false }],
  [{ length: 40 }, { length: 40 }],
  [{ length: "40" }, { length: undefined }],
  [
    {
      pick_list_values: [
        { display_value: "Gold", actual_value: "G" },
        { display_value: "Wood" },
        { actual_value: "Tin" },
        { display_value: "Iron", actual_value: "" },
        {},
      ],
    },
    {
      choices: [
        { display: "Gold", actual: "G" },
        { display: "Wood", actual: "Wood" },
        { display: "Tin", actual: "Tin" },
        { display: "Iron", actual: "Iron" },
        { display: "", actual: "" },
      ],
    },
  ],
  [{ lookup: { module: { api_name: "Accounts" } } }, { module: "Accounts" }],
  [{ lookup: { module: "Accounts" } }, { module: "Accounts" }],
  [{ lookup: { module: "" }, [lookups]: { connected_module: "Products" } }, { module: "Products" }],
  [
    { [lookups]: { connected_details: { module: { api_name: "Products" } }, connected_module: "Others" } },
    { module: "Products" },
  ],
  [{ multi_module_lookup: { modules: [{ api_name: "Deals" }, { id: "1" }] } }, { modules: ["Deals", ""] }],
  [{ subform: { module: { api_name: "Visits" } } }, { rowsModule: "Visits" }],
  [{ subform: { module: "Visits" } }, { rowsModule: "Visits" }],
  [{ associated_module: { module: "Quoted_Items" } }, { rowsModule: "Quoted_Items" }],
  ...[lookups, "multiuserlookup"].flatMap((kind): [JsonObject, Partial<Field>][] => [
    [
      { [kind]: { linking_details: { connected_lookup_field: { api_name: "Link" } } } },
      { linkField: "Link" },
    ],
    [{ [kind]: { connectedlookup_apiname: "Link" } }, { linkField: "Link" }],
  ]),
])("of %j is read %j", (described, expected) => {
  expect(fieldOf(described)).toMatchObject(expected);
});

test.each([
  ["", true],
  [null, true],
  [undefined, true],
  [[], true],
  [[0], false],
  [0, false],
  [false, false],
  [" ", false],
])("%j is blank: %j", (value, expected) => {
  expect(isBlank(value)).toBe(expected);
});

test.each([
  ["id", true],
  ["Layout", true],
  ["Wizard", true],
  ["$se_module", true],
  ["layout", false],
  ["Se$", false],
])("%s is the record's own key: %j", (key, expected) => {
  expect(isOwnKey(key)).toBe(expected);
});

describe("the index of a module's fields", () => {
  const described = [
    { api_name: "Last_Name", field_label: "Last Name", system_mandatory: true },
    { api_name: "Serial", field_label: "Serial", system_mandatory: true, read_only: true },
    { api_name: "City", field_label: "Town" },
  ];

  test("is made once for a list", () => {
    expect(indexOf(described)).toBe(indexOf(described));
    expect(indexOf([...described])).not.toBe(indexOf(described));
  });

  test("says what a new record needs, but for what nobody may write", () => {
    expect(indexOf(described).mandatory).toEqual(["Last_Name"]);
  });

  test("finds a label in any case, with spaces around it", () => {
    expect(namedField(" TOWN ", "Leads", indexOf(described))).toMatchObject({ field: { name: "City" } });
  });

  test.each([
    ["Lst_Name", "Leads has no field Lst_Name; the nearest is Last_Name", { nearest: "Last_Name" }],
    ["Qqqqqqqqq", "Leads has no field Qqqqqqqqq", {}],
  ])("says of %s that there is none", (key, message, nearest) => {
    const details = { api_name: key, ...nearest };
    expect(unknownField(key, "Leads", indexOf(described))).toEqual({
      code: "INVALID_DATA",
      message,
      details,
    });
  });

  test("keeps the nearest names of a thousand keys, and then begins anew", () => {
    let searches = 0;
    class Counted extends Map<string, Field> {
      override keys() {
        searches += 1;
        return super.keys();
      }
    }
    const fields = indexOf(described);
    const counted = { ...fields, byName: new Counted(fields.byName) };
    const ask = (count: number): number => {
      const before = searches;
      for (let key = 0; key < count; key += 1) unknownField(`key ${key}`, "Leads", counted);
      return searches - before;
    };
    expect([ask(1000), ask(1000), ask(1001), ask(1)]).toEqual([1000, 0, 1, 1]);
  });
});
