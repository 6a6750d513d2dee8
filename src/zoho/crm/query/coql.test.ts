import fc from "fast-check";
import { parseCoql } from "../../../../sandbox/crm/coql/parse";
import { bind, column, columnsOfParameters, joined, literal, partsOf, tokensOf } from "./coql";

const hostile = [
  "'",
  "''",
  "\\'",
  "\\",
  "') or (id is not null",
  "%",
  "\n",
  "\u0000",
  "\u2019",
  ":name",
  "x'--",
  "X".repeat(10_000),
];

/** What Zoho would understand the literal to be, by the sandbox's own grammar. */
function understood(value: string): unknown {
  const parsed = parseCoql(`select id from Leads where Last_Name = ${literal(value)}`);
  return JSON.parse(JSON.stringify(parsed.where)).value ?? parsed.where;
}

describe("a literal", () => {
  test("is read back as the very value, whatever is in it", () => {
    const shape = JSON.stringify(understood("harmless")).length - "harmless".length;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostile)), (value) => {
        const read = JSON.stringify(understood(value));
        expect(read).toContain(JSON.stringify(value));
        expect(read.length).toBe(shape + JSON.stringify(value).length - 2);
      }),
    );
  });

  test("of numbers and booleans is not quoted", () => {
    expect([literal(-2.5), literal(true)]).toEqual(["-2.5", "true"]);
  });
});

describe("binding", () => {
  test("no value can change the query", () => {
    const query = "select id from Leads where (Company = :c and Last_Name like 'it''s :c')";
    const marker = "the only place of this text";
    const plain = JSON.stringify(parseCoql(bind(query, new Map([["c", literal(marker)]]))));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostile)), (value) => {
        const parsed = parseCoql(bind(query, new Map([["c", literal(value)]])));
        const expected = JSON.parse(plain, (_, part) => (part === marker ? value : part));
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(expected);
      }),
    );
  });

  test("a name inside a string stays, a name without a value is an error", () => {
    expect(bind("where A = ':x'", new Map())).toBe("where A = ':x'");
    expect(() => bind("where A = :x", new Map())).toThrow(
      "The query names :x, and Parameters has no value for it.",
    );
  });

  test("each parameter knows the column it is compared with", () => {
    const query =
      "select id from Leads where ((Amount between :low and :high) and (Account_Name.Phone in (:phones) or not Zip like :zip))";
    expect(Object.fromEntries(columnsOfParameters(query))).toEqual({
      low: "Amount",
      high: "Amount",
      phones: "Account_Name.Phone",
      zip: "Zip",
    });
  });
});

test.each([["Last_Name"], ["Account_Name.Parent_Account.Phone"], ["$approved"]])("%s is a column", (name) => {
  expect(column(name)).toBe(name);
});

test.each([["Last Name"], ["1x"], ["a.b.c.d"], ["id; drop"], ["a'"], [""]])("%p is none", (name) => {
  expect(() => column(name)).toThrow(/is no field name/);
});

test("conditions are joined in pairs, as the grammar wants them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("A = 1", "B like 'x%'", "C is null"), { maxLength: 8 }),
      fc.constantFrom("and" as const, "or" as const),
      (conditions, by) => {
        expect(() => parseCoql(`select id from Leads where ${joined(conditions, by)}`)).not.toThrow();
      },
    ),
  );
});

test.each<[string, object]>([
  [
    "select A from Leads where B = 1",
    { head: "select A from Leads", module: "Leads", where: "B = 1", tail: "", aggregates: false },
  ],
  ["SELECT A FROM Leads WHERE B = ' order by ' LIMIT 5", { where: "B = ' order by '", limit: 5, tail: "" }],
  [
    "select A from Leads where B in (select id from Accounts where X = 1 order by id limit 3) order by A desc limit 10 offset 20",
    { tail: "order by A desc", limit: 10, offset: 20 },
  ],
  ["select A from Leads where B = 1 limit 20, 10", { offset: 20, limit: 10 }],
  ["select A from Leads where B = 1 offset 7", { offset: 7, tail: "" }],
  ["select COUNT(id) from Leads where B = 1 group by C", { aggregates: true, tail: "group by C" }],
])("the clauses of %s", (query, parts) => {
  expect(partsOf(query)).toMatchObject(parts);
});

test.each([["update Leads set A = 1"], ["select A from Leads"], [""], ["where"]])(
  "%p is no query",
  (query) => {
    expect(partsOf(query)).toBeUndefined();
  },
);

test("tokens leave out nothing but blanks", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const joinedTokens = tokensOf(text)
        .map((token) => token.text)
        .join("");
      const outside = text.replace(/'(?:[^'\\]|\\.|'')*'?/gs, (string) => string.replace(/\s/g, "\u0001"));
      expect(joinedTokens.replace(/\s/g, "\u0001")).toBe(outside.replace(/\s/g, ""));
    }),
  );
});
