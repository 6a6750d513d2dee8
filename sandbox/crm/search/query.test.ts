import type { CoqlField, Row } from "../coql/catalog";
import { Fault } from "../coql/fault";
import { readQuery } from "./query";

const field = (apiName: string, dataType: string, more: Partial<CoqlField> = {}): [string, CoqlField] => [
  apiName,
  { apiName, dataType, metadata: {}, ...more },
];

const searched = {
  zone: "+05:30",
  conditions: 10,
  fields: new Map([
    field("id", "bigint"),
    field("Company", "text"),
    field("Email", "email"),
    field("Secondary_Email", "email"),
    field("Phone", "phone"),
    field("Description", "textarea"),
    field("Lead_Status", "picklist"),
    field("Products", "multiselectpicklist"),
    field("Employees", "integer"),
    field("Opted_Out", "boolean"),
    field("Closing", "date"),
    field("Modified_Time", "datetime"),
    field("Owner", "ownerlookup"),
    field("Score", "formula", { returnType: "double" }),
    field("Secret", "text", { metadata: { crypt: {} } }),
    field("Picture", "imageupload"),
  ]),
};

const rows: Row[] = [
  {
    id: "1",
    Company: "ABC",
    Email: "sales-team@zoho.com",
    Phone: "+1 (555) 123-4567",
    Description: "Asked for a long quote",
    Lead_Status: "Contacted",
    Products: ["CRM", "Sales Desk"],
    Employees: 10,
    Opted_Out: true,
    Closing: "2024-12-31",
    Modified_Time: "2024-12-31T23:59:59+05:30",
    Owner: { id: "900", name: "Patricia Boyle" },
    Score: 1.5,
  },
  {
    id: "2",
    Company: "The ABC Inc.",
    Email: "sales_team@zoho.com",
    Lead_Status: "Not Contacted",
    Employees: 500,
    Opted_Out: false,
    Closing: "2025-01-01",
    Modified_Time: "2025-01-01T00:00:00+05:30",
    Owner: { id: "901", name: "Jane Doe" },
  },
  { id: "3", Company: "Fabcorp", Secondary_Email: "Anna@Other.org", Modified_Time: "2025-06-01T00:00:00Z" },
];

const find = (params: Record<string, string>): string[] => {
  const test = readQuery(new URLSearchParams(params), searched);
  return rows.filter(test).map(({ id }) => id);
};

function faultOf(params: Record<string, string>): unknown {
  try {
    find(params);
  } catch (error) {
    if (error instanceof Fault) return error.failure;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(params)}`);
}

describe("criteria", () => {
  test.each<[string, string[]]>([
    ["(Company:equals:abc)", ["1", "2"]],
    ["(Company:equals:ABC Inc)", ["2"]],
    ["(Company:not_equal:ABC)", ["3"]],
    ["(Company:starts_with:ab)", ["1"]],
    ["(Company:in:fab,inc)", ["2", "3"]],
    ["(Email:equals:sales-team@zoho.com)", ["1", "2"]],
    ["(Description:starts_with:asked)", ["1"]],
    ["(Lead_Status:equals:contacted)", ["1"]],
    ["(Lead_Status:not_equal:Contacted)", ["2", "3"]],
    ["(Lead_Status:in:Contacted,Not Contacted)", ["1", "2"]],
    ["(Products:equals:crm)", ["1"]],
    ["(Products:starts_with:sales)", ["1"]],
    ["(Employees:equals:10)", ["1"]],
    ["(Employees:greater_than:10)", ["2"]],
    ["(Employees:greater_equal:10)", ["1", "2"]],
    ["(Employees:less_than:500)", ["1"]],
    ["(Employees:less_equal:500)", ["1", "2"]],
    ["(Employees:between:10,100)", ["1"]],
    ["(Employees:in:10,500)", ["1", "2"]],
    ["(Opted_Out:equals:true)", ["1"]],
    ["(Closing:less_than:2025-01-01)", ["1"]],
    ["(Modified_Time:equals:2024-12-31T18:30:00+00:00)", ["2"]],
    ["(Modified_Time:greater_equal:2025-01-01)", ["2", "3"]],
    ["(Owner:equals:900)", ["1"]],
    ["(Owner:in:900,901)", ["1", "2"]],
    ["(Score:greater_than:1)", ["1"]],
    ["(id:equals:2)", ["2"]],
    ["((Company:equals:ABC)and(Employees:equals:500))", ["2"]],
    ["((Company:equals:fab)or(Employees:equals:10))", ["1", "3"]],
  ])("%s", (criteria, expected) => {
    expect(find({ criteria })).toEqual(expected);
  });

  test.each([
    ["(Nothing:equals:x)", { reason: "the field is not available for search", api_name: "Nothing" }],
    ["(Picture:equals:x)", { reason: "the field is not available for search", api_name: "Picture" }],
    ["(Company:contains:x)", { operator: "contains", reason: "invalid operator found", api_name: "Company" }],
    [
      "(Company:ends_with:x)",
      { operator: "ends_with", reason: "invalid operator found", api_name: "Company" },
    ],
    ["(Company:toString:x)", { operator: "toString", reason: "invalid operator found", api_name: "Company" }],
    ["(Description:in:x)", { operator: "in", reason: "invalid operator found", api_name: "Description" }],
    [
      "(Lead_Status:starts_with:x)",
      { operator: "starts_with", reason: "invalid operator found", api_name: "Lead_Status" },
    ],
    ["(Opted_Out:in:true)", { operator: "in", reason: "invalid operator found", api_name: "Opted_Out" }],
    [
      "(Owner:starts_with:9)",
      { operator: "starts_with", reason: "invalid operator found", api_name: "Owner" },
    ],
    [
      "(Secret:starts_with:x)",
      { operator: "starts_with", reason: "invalid operator found", api_name: "Secret" },
    ],
    [
      "(Employees:equals:many)",
      {
        expected_data_type: "integer",
        reason: "invalid value for search",
        api_name: "Employees",
        value: "many",
      },
    ],
    [
      "(Closing:equals:asadsa)",
      {
        expected_data_type: "date",
        reason: "invalid value for search",
        api_name: "Closing",
        value: "asadsa",
      },
    ],
    [
      "(Owner:equals:null)",
      {
        expected_data_type: "ownerlookup",
        reason: "invalid value for search",
        api_name: "Owner",
        value: "null",
      },
    ],
    [
      "(Employees:between:1)",
      {
        expected_data_type: "integer",
        reason: "invalid value for search",
        api_name: "Employees",
        value: "1",
      },
    ],
    ["(Company:equals:***)", { reason: "special characters are not allowed", api_name: "Company" }],
    ["(Company", {}],
  ])("%s is refused", (criteria, details) => {
    expect(faultOf({ criteria })).toEqual({
      code: "INVALID_QUERY",
      message: "Invalid query formed",
      details,
    });
  });

  const many = (count: number): string =>
    `(${Array.from({ length: count }, () => "(Employees:equals:10)").join("and")})`;
  test("ten conditions are allowed, and a hundred values of in", () => {
    expect(find({ criteria: many(10) })).toEqual(["1"]);
    expect(faultOf({ criteria: many(11) })).toEqual({
      code: "CRITERIA_LIMIT_EXCEEDED",
      message: "no of criterium that can be given exceed the limit 15",
      details: {},
    });
    const list = (count: number) =>
      `(Employees:in:${Array.from({ length: count }, (_, index) => index).join(",")})`;
    expect(find({ criteria: list(100) })).toEqual(["1"]);
    expect(faultOf({ criteria: list(101) })).toEqual({
      code: "INVALID_QUERY",
      message: 'Only 100 values are allowed in "IN" criteria',
      details: { api_name: "Employees" },
    });
    expect(faultOf({ criteria: `(Company:equals:${"x".repeat(3000)})` })).toMatchObject({
      code: "INVALID_DATA",
    });
  });
});

describe("email, phone and word", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ email: "zoho.com" }, ["1", "2"]],
    [{ email: "anna@other" }, ["3"]],
    [{ phone: "5551234567" }, ["1"]],
    [{ phone: "555-123" }, ["1"]],
    [{ phone: "999" }, []],
    [{ word: "abc" }, ["1", "2"]],
    [{ word: "quote" }, ["1"]],
    [{ word: "contacted" }, ["1", "2"]],
    [{ word: "900" }, []],
  ])("%j", (params, expected) => {
    expect(find(params)).toEqual(expected);
  });

  test.each([
    [{ word: "a" }, "INVALID_DATA", { param_name: "word" }],
    [{ word: "?!" }, "INVALID_DATA", { param_name: "word" }],
    [{ phone: "12" }, "INVALID_DATA", { param_name: "phone" }],
    [{ phone: "call me" }, "INVALID_DATA", { param_name: "phone" }],
  ])("%j is refused", (params, code, details) => {
    expect(faultOf(params)).toMatchObject({ code, details });
  });

  test("a module without such a field says so", () => {
    const few = { ...searched, fields: new Map([field("Company", "text")]) };
    expect(() => readQuery(new URLSearchParams({ email: "a@b.com" }), few)).toThrow(
      "this data type is not found in this module",
    );
  });

  test("the first of criteria, email, phone and word that is given counts", () => {
    expect(find({ word: "?", phone: "x", email: "?", criteria: "(id:equals:2)" })).toEqual(["2"]);
    expect(find({ word: "?", phone: "x", email: "anna" })).toEqual(["3"]);
    expect(find({ word: "?", phone: "555" })).toEqual(["1"]);
  });

  test.each<Record<string, string>>([{}, { fields: "id" }, { criteria: "", email: "", phone: "", word: "" }])(
    "none of them: %j",
    (params) => {
      expect(faultOf(params)).toEqual({
        code: "EXPECTED_PARAM_MISSING",
        message: "one of the expected parameter is missing",
        details: { param_names: ["criteria", "email", "phone", "word"] },
      });
    },
  );
});
