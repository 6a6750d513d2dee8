import fc from "fast-check";
import { parseCoql } from "../../../../sandbox/crm/coql/parse";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Crm } from "../crm";
import { type Condition, type Operator, whereOf } from "./conditions";

let sandbox: TestSandbox;
let crm: Crm;
beforeAll(async () => {
  sandbox = await startSandbox();
  crm = await sandbox.crm();
});
afterAll(() => sandbox.close());

const where = (...conditions: Condition[]) => whereOf(crm, "Leads", conditions, "all");
const parsed = async (...conditions: Condition[]) =>
  parseCoql(`select id from Leads where ${await where(...conditions)}`).where;

const hostile = [
  "'",
  "''",
  "\\'",
  "\\",
  "\\\\'",
  "' or id is not null or Last_Name = '",
  "') or (id is not null",
  "x'--",
  '"',
  ":name",
  "\n",
  "\u0000",
  "\u2019",
  "null",
  "1 or 1",
];

/** The text that each way of comparing makes of a value. */
const ways: Partial<Record<Operator, [operator: string, text: (value: string) => string]>> = {
  equals: ["=", (value) => value],
  not_equals: ["!=", (value) => value],
  contains: ["like", (value) => `%${value}%`],
  starts_with: ["like", (value) => `${value}%`],
  ends_with: ["like", (value) => `%${value}`],
  in: ["in", (value) => value],
};

test.each(Object.entries(ways))(
  "%s compares with the very value, and nothing else changes",
  async (name, way) => {
    const operator = name as Operator;
    const [sign, text] = way;
    const value = fc
      .oneof(fc.string({ minLength: 1 }), fc.constantFrom(...hostile))
      .filter((given) => !given.includes("%"));
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const condition = { field: "Last_Name", operator, value: operator === "in" ? [given, given] : given };
        const values = operator === "in" ? [text(given), text(given)] : [text(given)];
        expect(await parsed(condition)).toEqual({
          kind: "comparison",
          column: "Last_Name",
          operator: sign,
          operand: { kind: "values", values },
        });
      }),
      { numRuns: 300 },
    );
  },
);

test.each([
  ["text", "Last_Name", 5, "'5'"],
  ["integer", "Seats", "12", "12"],
  ["currency", "Budget", "1200.5", "1200.5"],
  ["double", "Fit_Score", 0.0000001, "0.0000001"],
  ["percent", "Discount", "7", "7"],
  ["bigint", "Loyalty_Number", "900000000000012345", "'900000000000012345'"],
  ["boolean", "Is_Partner", "TRUE", "true"],
  ["date", "Trial_Start", "2026-03-01T10:00:00Z", "'2026-03-01'"],
  ["datetime", "Demo_Time", "2026-03-01T10:00:00Z", "'2026-03-01T10:00:00+00:00'"],
  ["picklist", "Tier", "Gold", "'Gold'"],
  ["multiselectpicklist", "Languages", ["German", "French"], "'German;French'"],
  ["lookup", "Referred_By", { id: "5725767000000524001" }, "'5725767000000524001'"],
  ["ownerlookup", "Owner", "5725767000000524001", "'5725767000000524001'"],
  ["autonumber", "Reference_Number", "L-1000", "'L-1000'"],
  ["formula", "Budget_Per_Seat", "10", "10"],
  ["id", "id", "5725767000000524001", "'5725767000000524001'"],
  ["text of a lookup", "Referred_By.Department", "Sales", "'Sales'"],
  ["number of a lookup", "Referred_By.Account_Name.Annual_Revenue", "5", "5"],
])("a value of a %s field is written as its type wants it", async (_, field, value, expected) => {
  expect(await where({ field, operator: "equals", value })).toBe(`${field} = ${expected}`);
});

test("a field that is unequal to more than two values is in none of them", async () => {
  const unequal = (value: string) => ({ field: "City", operator: "not_equals", value }) as const;
  const asked = ["Rome", "Oslo", "Bern"].map(unequal);
  expect(await where(...asked.slice(1))).toBe("(City != 'Oslo' and City != 'Bern')");
  expect(await where(...asked)).toBe(
    "((City not in ('Rome') and City not in ('Oslo')) and City not in ('Bern'))",
  );
});

test("a column that is named like a word of SQL is quoted", async () => {
  expect(await whereOf(crm, "Inspections", [{ field: "Result", operator: "is_empty" }], "all")).toBe(
    "'Result' is null",
  );
});

test("conditions are joined in pairs, by and or by or", async () => {
  const conditions: Condition[] = [
    { field: "Seats", operator: "between", value: [1, "5"] },
    { field: "City", operator: "is_empty" },
    { field: "Tier", operator: "in", value: "Gold, Silver" },
    { field: "Budget", operator: "greater_or_equal", value: 0 },
  ];
  const parts = ["Seats between 1 and 5", "City is null", "Tier in ('Gold', 'Silver')", "Budget >= 0"];
  expect(await whereOf(crm, "Leads", conditions, "any")).toBe(
    `(((${parts[0]} or ${parts[1]}) or ${parts[2]}) or ${parts[3]})`,
  );
  expect(await where(...conditions)).not.toContain(" or ");
});

test.each<[string, Condition, RegExp]>([
  [
    "an unknown field, with the nearest",
    { field: "LastName", operator: "is_empty" },
    /no field LastName; the nearest is Last_Name/,
  ],
  [
    "a path through what is no lookup",
    { field: "City.Name", operator: "is_empty" },
    /City of Leads is no lookup/,
  ],
  [
    "text for a number",
    { field: "Seats", operator: "greater", value: "many" },
    /Seats: expected a whole number/,
  ],
  [
    "a day that is none",
    { field: "Trial_Start", operator: "equals", value: "2026-02-30" },
    /Trial_Start: expected a date/,
  ],
  ["a name for an id", { field: "Owner", operator: "equals", value: "Patricia" }, /Owner: expected the ID/],
  ["no value", { field: "City", operator: "equals" }, /City equals expects a value/],
  ["an empty text", { field: "City", operator: "contains", value: "" }, /City contains expects a text/],
  ["a percent sign in a pattern", { field: "City", operator: "contains", value: "50%" }, /without %/],
  ["one value for between", { field: "Seats", operator: "between", value: [1] }, /expects two values/],
  [
    "three values for between",
    { field: "Seats", operator: "between", value: [1, 2, 3] },
    /expects two values/,
  ],
  ["an empty list", { field: "City", operator: "in", value: [] }, /expects a list of values/],
  [
    "101 values",
    { field: "City", operator: "in", value: Array(101).fill("x") },
    /at most 100 values, got 101/,
  ],
])("refuses %s before any query", async (_, condition, message) => {
  await where({ field: "Last_Name", operator: "is_empty" });
  await sandbox.clearLedger();
  await expect(where(condition)).rejects.toThrow(message);
  expect((await sandbox.ledger()).routes["POST /crm/v8/coql"]).toBeUndefined();
});

test("takes 25 conditions, as Zoho does, and no more", async () => {
  const condition: Condition = { field: "City", operator: "is_empty" };
  expect((await where(...Array<Condition>(25).fill(condition))).match(/is null/g)).toHaveLength(25);
  await expect(where(...Array<Condition>(26).fill(condition))).rejects.toThrow(/25 in one query, got 26/);
});
