import fc from "fast-check";
import { parseCriteria } from "../../../../sandbox/crm/search/criteria";
import { ExactDecimal } from "../../core/decimal";
import { bindCriteria, escapeValue } from "./criteria";

/** The values of a condition as Zoho understands them, by the sandbox's grammar. */
const understood = (criteria: string) => {
  const parsed = parseCriteria(criteria);
  return parsed.kind === "condition" ? parsed.values : parsed;
};

const hostile = [
  "Burns,B",
  "K\\",
  "\\",
  "\\\\",
  "a\\(b",
  ")or(id:equals:1",
  "(((",
  ",,,",
  "\\)",
  "x:equals:y",
  "'",
  "%",
];

describe("a value of criteria", () => {
  test("is escaped as Zoho documents it", () => {
    expect([escapeValue("Burns,B"), escapeValue("K\\"), escapeValue("a(b)c"), escapeValue("a\\b")]).toEqual([
      "Burns\\,B",
      "K\\\\",
      "a\\(b\\)c",
      "a\\b",
    ]);
  });

  test("is read back as the very value, whatever is in it", () => {
    const value = fc.oneof(fc.string(), fc.constantFrom(...hostile)).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(value, (text) => {
        expect(understood(bindCriteria("(Last_Name:equals::name)", { name: text }))).toEqual([text.trim()]);
      }),
      { numRuns: 300 },
    );
  });

  test("may be a list, of which each is itself", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 5 }), (values) => {
        expect(understood(bindCriteria("(Last_Name:in::names)", { names: values }))).toEqual(values);
      }),
    );
  });

  test("stands for each name, and a time is a value like any other", () => {
    const criteria = "((Company:equals::company)and(Modified_Time:between::from,2026-03-01T10:00:00+05:30))";
    expect(bindCriteria(criteria, { company: "A (B)", from: new Date("2026-01-01T00:00:00Z") })).toBe(
      "((Company:equals:A \\(B\\))and(Modified_Time:between:2026-01-01T00:00:00+00:00,2026-03-01T10:00:00+05:30))",
    );
  });
});

test.each([
  ["2026-07-08T18:30:00.000Z", "2026-07-08T18:30:00+00:00"],
  ["2026-07-08T18:30:00.5+05:30", "2026-07-08T18:30:00+05:30"],
  ["2026-07-08T18:30:00Z", "2026-07-08T18:30:00Z"],
  [1.1 * 3, "3.3"],
  [1e-7, "0.0000001"],
  [0.1 + 0.2, "0.3"],
  [new ExactDecimal("12345678901234567.89"), "12345678901234567.89"],
])("a parameter %s is written %s, as Zoho takes times and numbers", (value, written) => {
  expect(bindCriteria("(X:greater_than::value)", { value })).toBe(`(X:greater_than:${written})`);
});

test("a number that has lost its last digits is refused", () => {
  expect(() => bindCriteria("(X:equals::value)", { value: 1e21 })).toThrow(/as text/);
});

describe("criteria are refused before they are sent", () => {
  test.each([undefined, "", null, [], ["a", ""]])("when a name has %j for a value", (name) => {
    expect(() => bindCriteria("(Last_Name:equals::name)", { name })).toThrow(
      /:name, and Parameters has no value/,
    );
  });

  test("over ten conditions", () => {
    const of = (count: number) => `(${Array(count).fill("(Last_Name:equals:a\\(b:c:d)").join("or")})`;
    expect(bindCriteria(of(10), {})).toBe(of(10));
    expect(() => bindCriteria(of(11), {})).toThrow(/takes 10 conditions, got 11/);
  });

  test("over 3,000 characters", () => {
    expect(() => bindCriteria("(Last_Name:equals::name)", { name: "x".repeat(3000) })).toThrow(
      /3000 characters/,
    );
  });
});
