import fc from "fast-check";
import * as cleaners from "./cleaners";
import { optionalFile } from "./files";

const optional: Record<string, (value: unknown) => unknown> = {
  optionalText: cleaners.optionalText("It"),
  optionalId: cleaners.optionalId("It"),
  optionalApiName: cleaners.optionalApiName("It"),
  optionalInteger: cleaners.optionalInteger("It", 1, 200),
  optionalFlag: cleaners.optionalFlag("It"),
  flag: cleaners.flag("It"),
  optionalChoice: cleaners.optionalChoice("It", ["asc", "desc"]),
  textList: cleaners.textList("It"),
  idList: cleaners.idList("It"),
  fieldList: cleaners.fieldList("It"),
  keyValues: cleaners.keyValues("It"),
  optionalObject: cleaners.optionalObject("It"),
  objectList: cleaners.objectList("It"),
  optionalTime: cleaners.optionalTime("It"),
  optionalDate: cleaners.optionalDate("It"),
  optionalFile: optionalFile("It"),
};
const required: Record<string, (value: unknown) => unknown> = {
  requiredText: cleaners.requiredText("It"),
  requiredId: cleaners.requiredId("It"),
  requiredApiName: cleaners.requiredApiName("It"),
};

describe.each(Object.entries(optional))("%s", (_, clean) => {
  test.each([[undefined], [null], [""]])("takes %p as nothing", (value) => {
    expect(() => clean(value)).not.toThrow();
  });
});

describe.each(Object.entries(required))("%s", (_, clean) => {
  test.each([[undefined], [null], [""]])("names itself when it gets %p", (value) => {
    expect(() => clean(value)).toThrow(/^It: expected .+, got nothing\.$/);
  });
});

test.each(Object.entries({ ...optional, ...required }))(
  "%s never fails but by an error that names the input",
  (_, clean) => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          clean(value);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(String(error)).toMatch(/^Error: It(, item \d+)?: expected /);
          expect(String(error)).not.toContain("[object Object]");
        }
      }),
    );
  },
);

test.each<[string, (value: unknown) => unknown, unknown, unknown]>([
  ["text is trimmed", cleaners.optionalText("It"), "  Burns ", "Burns"],
  ["a number may be text", cleaners.optionalInteger("It", 1, 200), "25", 25],
  ["a flag may be text", cleaners.flag("It"), "True", true],
  ["a list may be text with commas", cleaners.textList("It"), "a, b,,c", ["a", "b", "c"]],
  ["a list may be JSON", cleaners.textList("It"), '["a,b", "c"]', ["a,b", "c"]],
  [
    "rows become an object, the last winning",
    cleaners.keyValues("It"),
    [
      { key: "a", value: 1 },
      { key: "a", value: 2 },
      { key: "", value: 3 },
    ],
    { a: 2 },
  ],
  [
    "an object may be JSON",
    cleaners.optionalObject("It"),
    '{"id": 5725767000000524001}',
    { id: "5725767000000524001" },
  ],
  ["one object is a list of one", cleaners.objectList("It"), { a: 1 }, [{ a: 1 }]],
  [
    "a list of lists of rows is a list of records",
    cleaners.objectList("It"),
    '[[{ "name": "a", "value": 1 }, { "field": "b", "value": 2 }], { "c": 3 }]',
    [{ a: 1, b: 2 }, { c: 3 }],
  ],
  [
    "an earlier step's result is its list",
    cleaners.objectList("It"),
    { data: [{ a: 1 }], info: {} },
    [{ a: 1 }],
  ],
  [
    "a time keeps its moment",
    cleaners.optionalTime("It"),
    "2026-03-01T10:00:00+01:00",
    "2026-03-01T09:00:00+00:00",
  ],
  [
    "a time without an offset is of UTC",
    cleaners.optionalTime("It"),
    "2026-03-01 10:00",
    "2026-03-01T10:00:00+00:00",
  ],
  ["a plain date is its midnight", cleaners.optionalTime("It"), "2026-03-01", "2026-03-01T00:00:00+00:00"],
  ["a day of the calendar", cleaners.optionalDate("It"), " 2028-02-29 ", "2028-02-29"],
  ["a number that has all digits is an id", cleaners.optionalId("It"), 5725767000, "5725767000"],
  [
    "a row without a value says nothing",
    cleaners.keyValues("It"),
    [{ key: "a" }, { key: "b", value: "" }, { key: "c", value: null }],
    { b: "", c: null },
  ],
])("%s", (_, clean, given, expected) => {
  expect(clean(given)).toStrictEqual(expected);
});

test.each<[string, (value: unknown) => unknown, unknown, RegExp]>([
  [
    "a pasted body with an option of its own",
    cleaners.objectList("It", { trigger: "the input Triggers" }),
    '{ "data": [{ "a": 1 }], "trigger": [] }',
    /^It: the body sets trigger\. Use the input Triggers instead, and give its list alone\.$/,
  ],
  [
    "page size 0",
    cleaners.optionalInteger("Per Page", 1, 200),
    "0",
    /Per Page: expected a whole number from 1 to 200, got "0"/,
  ],
  ["page size 500", cleaners.optionalInteger("Per Page", 1, 200), 500, /from 1 to 200, got 500/],
  ["51 fields", cleaners.fieldList("Fields"), Array(51).fill("Email"), /Fields: expected at most 50/],
  [
    "a field that is no name",
    cleaners.fieldList("Fields"),
    ["Last Name"],
    /Fields: expected each to be an API name.*"Last Name"/,
  ],
  ["broken JSON", cleaners.objectList("Records"), "[{", /Records: expected valid JSON/],
  ["a record of no rows", cleaners.objectList("Records"), [[]], /Records, item 1: expected a JSON object/],
  ["a list of numbers", cleaners.objectList("Records"), "[1]", /Records, item 1: expected a JSON object/],
  ["an empty query", cleaners.requiredText("Query"), "   ", /Query: expected a value/],
  ["the 30th of February", cleaners.optionalTime("Since"), "2026-02-30", /Since: expected a date and time/],
  ["a digit for a time", cleaners.optionalTime("Since"), "5", /Since: expected a date and time.*UTC/],
  ["a date of another country", cleaners.optionalDate("Date"), "03/01/2026", /Date: expected a date such as/],
  ["more than a date", cleaners.optionalDate("Date"), "2026-03-31 or so", /Date: expected a date such as/],
  ["an id that lost digits", cleaners.optionalId("Record ID"), 2 ** 60, /Record ID: expected an id as text/],
  [
    "a list with an id that lost digits",
    cleaners.textList("Record IDs"),
    [2 ** 60],
    /as text, for a number loses/,
  ],
  ["a hexadecimal number", cleaners.optionalInteger("Per Page", 1, 200), "0x10", /Per Page: expected/],
  ["a malformed id", cleaners.requiredId("Record ID"), "57x", /Record ID: expected an id/],
])("refuses %s", (_, clean, given, message) => {
  expect(() => clean(given)).toThrow(message);
});
