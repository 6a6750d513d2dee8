import fc from "fast-check";
import { Fault } from "../coql/fault";
import { type Criteria, parseCriteria } from "./criteria";

const condition = (field: string, operator: string, ...values: string[]): Criteria => ({
  kind: "condition",
  field,
  operator,
  values,
});

describe("what is accepted", () => {
  // The samples of Zoho's page "Search Records" and of its description of the API, decoded.
  test.each<[string, Criteria]>([
    ["(Last_Name:equals:Smith)", condition("Last_Name", "equals", "Smith")],
    ["Campaign_Name:equals:CRM", condition("Campaign_Name", "equals", "CRM")],
    ["(Company:equals: ABC)", condition("Company", "equals", "ABC")],
    ["(Full_Name:in:Patricia,Boyle,Kate)", condition("Full_Name", "in", "Patricia", "Boyle", "Kate")],
    [
      "Created_Time:between:2024-02-01T18:52:56+00:00,2024-02-20T18:52:56+00:00",
      condition("Created_Time", "between", "2024-02-01T18:52:56+00:00", "2024-02-20T18:52:56+00:00"),
    ],
    ["(Last_Name:equals:Burns\\,B)", condition("Last_Name", "equals", "Burns,B")],
    ["(Last_Name:equals:\\(a\\))", condition("Last_Name", "equals", "(a)")],
    ["(Last_Name:equals:K\\\\)", condition("Last_Name", "equals", "K\\")],
    ["(Last_Name:equals:a\\b)", condition("Last_Name", "equals", "a\\b")],
    [
      "(Website:starts_with:https://x.com/?a=b:c)",
      condition("Website", "starts_with", "https://x.com/?a=b:c"),
    ],
    ["(Last_Name:equals:)", condition("Last_Name", "equals", "")],
  ])("%s", (text, expected) => {
    expect(parseCriteria(text)).toEqual(expected);
  });

  const [a, b, c] = [
    condition("A", "equals", "1"),
    condition("B", "in", "2", "3"),
    condition("C", "equals", "4"),
  ];
  test.each<[string, Criteria]>([
    ["((A:equals:1)and(B:in:2,3))", { kind: "and", parts: [a, b] }],
    ["(A:equals:1) AND (B:in:2,3)", { kind: "and", parts: [a, b] }],
    ["((A:equals:1) or (B:in:2,3))", { kind: "or", parts: [a, b] }],
    ["((A:equals:1)and(B:in:2,3)and(C:equals:4))", { kind: "and", parts: [a, b, c] }],
    [
      "(((A:equals:1)or(B:in:2,3))and(C:equals:4))",
      { kind: "and", parts: [{ kind: "or", parts: [a, b] }, c] },
    ],
    ["((A:equals:1)or(B:in:2,3)and(C:equals:4))", { kind: "or", parts: [a, { kind: "and", parts: [b, c] }] }],
  ])("%s", (text, expected) => {
    expect(parseCriteria(text)).toEqual(expected);
  });
});

describe("what is refused", () => {
  test.each([
    "()",
    "Smith",
    "(Last_Name:equals)",
    "(Last_Name equals Smith)",
    "(Last_Name:equals:Smith",
    "(Last_Name:equals:Smith))",
    "(Last_Name:equals:Smith (Jr))",
    "((A:equals:1)(B:equals:2))",
    "((A:equals:1)xor(B:equals:2))",
    "(A:equals:1)and",
    "(Last Name:equals:x)",
    "(".repeat(50_000),
    `${"(".repeat(50_000)}A:equals:1${")".repeat(50_000)}`,
  ])("%.40s", (text) => {
    expect(() => parseCriteria(text)).toThrow(Fault);
    expect(() => parseCriteria(text)).toThrow("Invalid query formed");
  });
});

test("a value that is escaped is read as it was", () => {
  const escaped = (text: string): string => text.replace(/[\\(),]/g, "\\$&");
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), (values) => {
      const trimmed = values.map((value) => value.trim());
      expect(parseCriteria(`(Last_Name:in:${trimmed.map(escaped).join(",")})`)).toEqual(
        condition("Last_Name", "in", ...trimmed),
      );
    }),
    { numRuns: 300 },
  );
});
