import fc from "fast-check";
import { parseCoql } from "../../../../sandbox/crm/coql/parse";
import { column, joined, literal, moduleName } from "./coql";
import { comparisonsOf, partsOf, tokensOf, unquoted } from "./parameters";

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

describe("comparisons", () => {
  test("each value knows the column it is compared with, and how", () => {
    const query =
      "select id from Leads where ((Amount between :low and :high) and (Account_Name.Phone in (:phones) or 'External' not like :zip))";
    expect(comparisonsOf(query)).toMatchObject([
      { column: "Amount", operator: "between", values: [{ text: ":low" }, { text: ":high" }] },
      { column: "Account_Name.Phone", operator: "in (", values: [{ text: ":phones" }] },
      { column: "External", operator: "not like", values: [{ text: ":zip" }] },
    ]);
  });

  test("of a subquery are its module's own", () => {
    const query =
      "select id from Contacts where (Account_Name in (select id from Accounts where Industry = :a) and Email = :b) limit :c";
    expect(comparisonsOf(query)).toMatchObject([
      { module: "Contacts", column: "Account_Name" },
      { module: "Accounts", column: "Industry", values: [{ text: ":a" }] },
      { module: "Contacts", column: "Email", values: [{ text: ":b" }] },
      { column: "", values: [{ text: ":c" }] },
    ]);
  });

  test("a name inside a string is text", () => {
    expect(comparisonsOf("select id from X where A = ':x'")).toMatchObject([
      { values: [{ kind: "string" }] },
    ]);
  });

  test("a quoted text says what was quoted", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...hostile)), (value) => {
        expect(unquoted(literal(value))).toBe(value);
      }),
    );
  });
});

test.each([["Last_Name"], ["Account_Name.Parent_Account.Phone"], ["$approved"]])("%s is a column", (name) => {
  expect(column(name)).toBe(name);
});

test.each([["External"], ["value"], ["Limit"], ["Result"], ["Order.Name"], ["Owner.Order"]])(
  "%s is a column in quotes, which the grammar reads as its name",
  (name) => {
    expect(column(name)).toBe(`'${name}'`);
    const parsed = parseCoql(`select ${column(name)} from Leads where ${column(name)} is null`);
    expect(parsed.columns).toEqual([{ name }]);
  },
);

test("a module is a name, and nothing else", () => {
  expect(moduleName("Leads")).toBe("Leads");
  expect(() => moduleName("Leads where")).toThrow(/is no module name/);
});

test.each([["Last Name"], ["1x"], ["a.b.c.d"], ["id; drop"], ["a'"], [""]])("%p is none", (name) => {
  expect(() => column(name)).toThrow(/is no field name/);
});

test.each(["and", "or"] as const)("no conditions joined by %s are those that every record meets", (by) => {
  expect(joined([], by)).toBe("id is not null");
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
      const outside = text.replace(/'(?:[^']|'')*'?|"(?:[^"]|"")*"?/gs, (string) =>
        string.replace(/\s/g, "\u0001"),
      );
      expect(joinedTokens.replace(/\s/g, "\u0001")).toBe(outside.replace(/\s/g, ""));
    }),
  );
});
