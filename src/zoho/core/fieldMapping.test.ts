import fc from "fast-check";
import { mapBack, mappingOf, mapRecord } from "./fieldMapping";

const pair = { source: "surname", field: "Last_Name" };
const leads = { key: "Leads" };

it.each<[string, unknown, unknown]>([
  [
    "the value of a mapping form",
    { mappings: [pair, { source: "", field: "City" }, { field: "Fax" }] },
    [pair],
  ],
  ["rows of source and field", [pair], [pair]],
  ["rows of keys and values", [{ key: "surname", value: "Last_Name" }], [pair]],
  ["an object", { surname: "Last_Name", age: "" }, [pair]],
  [
    "an object field map",
    {
      fields: [
        { field: { key: "surname" }, mappedObject: leads, mappedField: { key: "Last_Name" } },
        { field: { key: "town" }, defaultObject: leads, defaultField: { key: "City" } },
        { field: { key: "none" }, mappedField: null, defaultObject: leads, defaultField: { key: "Fax" } },
        { field: { key: "other" } },
      ],
    },
    [
      { ...pair, recordType: "Leads" },
      { source: "town", field: "City", recordType: "Leads" },
    ],
  ],
  ["no text", "surname", undefined],
  ["no list of texts", ["surname"], undefined],
  ["no record", { Last_Name: { id: 1 } }, undefined],
])("reads a mapping from %s", (_, value, expected) => {
  expect(mappingOf(value)).toEqual(expected);
});

it("takes values by key before path, leaves out what is not there, and keeps to its record type", () => {
  const mapping = [
    { source: "a.b", field: "Exact" },
    { source: "c.d.0", field: "Inner" },
    { source: "c.x", field: "Missing" },
    { source: "e", field: "Empty" },
    { source: "a.b", field: "Foreign", recordType: "Deals" },
  ];
  const record = { "a.b": 1, a: { b: 2 }, c: { d: ["first"] }, e: null };
  expect(mapRecord(mapping, record, "Leads")).toEqual({ Exact: 1, Inner: "first", Empty: null });
});

it("renames every key of a record that it names, and nothing else", () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
  fc.assert(
    fc.property(keys, fc.anything(), (names, value) => {
      const record = Object.fromEntries(names.map((name) => [name, value]));
      const mapping = names.map((source) => ({ source, field: `Zoho_${source}` }));
      const expected =
        value === undefined ? {} : Object.fromEntries(mapping.map(({ field }) => [field, value]));
      expect(mapRecord(mapping, { ...record, UNNAMED: 1 }, "Leads")).toEqual(expected);
    }),
  );
});

it("takes a record back to where its values came from, and leaves the rest", () => {
  const mapping = [
    { source: "a.b", field: "First" },
    { source: "a.c", field: "Second" },
    { source: "__proto__", field: "Third" },
    { source: "d", field: "Missing" },
    { source: "e", field: "First", recordType: "Deals" },
  ];
  const back = mapBack(mapping, { First: 1, Second: null, Third: { x: 1 }, Other: 2 }, "Leads");
  expect(Object.entries(back)).toEqual([
    ["a", { b: 1, c: null }],
    ["__proto__", { x: 1 }],
  ]);
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
});
