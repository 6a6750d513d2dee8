import { askCoql } from "./testing/ask";
import { memoryCatalog } from "./testing/memoryCatalog";
import { sampleCatalog } from "./testing/sampleCatalog";

const ask = (query: string, version?: string) => askCoql(sampleCatalog, { select_query: query }, version);
const error = (code: string, message: string, details: object) => ({
  status: 400,
  body: { code, message, details, status: "error" },
});
const many = (count: number, text: (index: number) => string, separator = ",") =>
  Array.from({ length: count }, (_, index) => text(index)).join(separator);
/** `count` conditions, nested pairwise. */
const nested = (count: number): string => (count === 1 ? "id > 0" : `(id > 0 and ${nested(count - 1)})`);

describe("the request's body", () => {
  test.each([
    undefined,
    null,
    {},
    [],
    "select",
    { query: "select id from Leads where id is not null" },
    { select_query: null },
  ])("%j has no query", (body) => {
    expect(askCoql(sampleCatalog, body)).toEqual(
      error("MANDATORY_NOT_FOUND", "mandatory key not found", { api_name: "select_query" }),
    );
  });

  const query = "select id from Leads where id is not null";
  test.each([
    [
      { select_query: 5 },
      { expected_data_type: "text", api_name: "select_query", json_path: "$.select_query" },
    ],
    [
      { select_query: query, include_meta: "fields" },
      { expected_data_type: "jsonarray", api_name: "include_meta", json_path: "$.include_meta" },
    ],
    [
      { select_query: query, include_meta: ["layouts"] },
      { api_name: "include_meta", json_path: "$.include_meta[0]", supported_values: ["fields"] },
    ],
    [
      { select_query: query, include_meta: [1] },
      {
        expected_data_type: "text",
        api_name: "include_meta",
        json_path: "$.include_meta[0]",
        supported_values: ["fields"],
      },
    ],
  ])("%j is invalid", (body, details) => {
    expect(askCoql(sampleCatalog, body)).toEqual(error("INVALID_DATA", "invalid data", details));
  });
});

describe("modules and columns", () => {
  test.each(["Nothing", "Attachments", "leads"])("%s cannot be queried", (module) => {
    expect(ask(`select id from ${module} where id is not null`)).toEqual(
      error("INVALID_MODULE", "the given module is not supported in api", {}),
    );
  });

  test.each([
    ["Testing", "select Testing from Leads where id is not null"],
    ["Testing", "select id from Leads where Testing = 'x'"],
    ["Testing", "select id from Leads where id is not null order by Testing"],
    ["ID", "select ID from Leads where id is not null"],
    ["Last_Name.x", "select Last_Name.x from Leads where id is not null"],
    ["Account_Name.Nothing", "select Account_Name.Nothing from Leads where id is not null"],
    ["What_Id->Users.last_name", "select 'What_Id->Users.last_name' from Tasks where id is not null"],
  ])("no column %s: %s", (column_name, query) => {
    expect(ask(query)).toEqual(error("INVALID_QUERY", "column given seems to be invalid", { column_name }));
  });

  test.each(["Pictures", "Campaigns", "Papers", "Record_Image", "Participants"])(
    "%s cannot be selected",
    (column_name) => {
      expect(ask(`select ${column_name} from Leads where id is not null`)).toEqual(
        error("INVALID_QUERY", "unsupported column", { column_name }),
      );
    },
  );

  test("a column goes through two lookups at most", () => {
    expect(
      ask("select Account_Name.Parent_Account.Parent_Account.Account_Name from Leads where id is not null"),
    ).toMatchObject({
      status: 400,
      body: { code: "LIMIT_EXCEEDED" },
    });
  });
});

describe("the words of SQL", () => {
  test.each(["select External", "select EXTERNAL", "select Last_Name, Value", "select External.Name"])(
    "%s: a column that is named like one must be quoted",
    (select) => {
      expect(ask(`${select} from Leads where id is not null`)).toMatchObject({
        status: 400,
        body: { code: "SYNTAX_ERROR" },
      });
    },
  );

  test.each([
    ["select 'External' from Leads where id is not null"],
    ['select "External" from Leads where id is not null'],
    ["select id from Leads where 'External' = 'x' order by 'External'"],
  ])("%s is a query", (query) => {
    expect(ask(query).status).toBeLessThan(300);
  });

  test.each([
    "select External from Leads where 'External' is null",
    "select id from Leads where External = 'x'",
  ])("%s is none", (query) => {
    expect(ask(query)).toMatchObject({ body: { code: "SYNTAX_ERROR" } });
  });
});

describe("the text of a literal", () => {
  test.each([["'O\\'Brien'"], ['"say \\"x\\""'], ["'O'Brien'"], ["'\\') or (id is not null'"]])(
    "a quote in %s is not escaped",
    (literal) => {
      expect(ask(`select id from Leads where Last_Name = ${literal}`)).toMatchObject({
        status: 400,
        body: { code: "SYNTAX_ERROR", details: { line: 1 } },
      });
    },
  );
});

test("a column is unequal to two values at most, and not in more", () => {
  const unequal = (count: number) =>
    Array.from({ length: count }, (_, index) => `Last_Name != 'x${index}'`).reduce(
      (left, right) => `(${left} and ${right})`,
    );
  expect(ask(`select id from Leads where ${unequal(2)}`).status).toBe(200);
  expect(ask(`select id from Leads where ${unequal(3)}`)).toMatchObject({ body: { code: "SYNTAX_ERROR" } });
  expect(ask("select id from Leads where Last_Name not in ('x', 'y', 'z')").status).toBe(200);
});

describe("operators and values", () => {
  test.each([
    ["Last_Name", ">", "'x'"],
    ["Last_Name", "<=", "'x'"],
    ["Last_Name", "between", "'x' and 'y'"],
    ["Last_Name", "not like", "'x%'"],
    ["Last_Name", "not like", "'%x'"],
    ["Last_Name", "not like", "'x'"],
    ["Lead_Source", ">=", "'x'"],
    ["Employees", "like", "'1%'"],
    ["Born", "like", "'1%'"],
    ["Modified_Time", "not like", "'%1%'"],
    ["id", "like", "'1%'"],
    ["Opted_Out", "!=", "true"],
    ["Opted_Out", "is null", ""],
    ["Opted_Out", "is not null", ""],
    ["Hot", "!=", "true"],
    ["Owner", ">", "'900'"],
    ["Account_Name", "like", "'%x%'"],
    ["Account_Name.Account_Name", "<", "'x'"],
    ["Secret", "=", "'x'"],
    ["Secret", "like", "'x%'"],
  ])("%s does not go with %s", (column_name, operator, value) => {
    expect(ask(`select id from Leads where ${column_name} ${operator} ${value}`)).toEqual(
      error("INVALID_QUERY", "Invalid query formed", {
        reason: "invalid operator found",
        column_name,
        operator,
      }),
    );
  });

  test.each([
    ["Employees", "= 'adfkahfd'"],
    ["Annual_Revenue", "in (1, 'two')"],
    ["Annual_Revenue", "= ''"],
    ["Born", "= '05/01/1990'"],
    ["Born", "= '1990-99-01'"],
    ["Modified_Time", "> '2024-01-01'"],
    ["Modified_Time", "> '2024-01-01T00:00:00'"],
    ["Modified_Time", "between '2024-01-01T00:00:00Z' and 'now'"],
    ["Opted_Out", "= yes"],
    ["Opted_Out", "= constructor"],
    ["Owner", "= 'Patricia'"],
    ["Big", "= 1.5"],
    ["Modified_Time", "> '2024-01-01T00:00:00.000Z'"],
    ["Score", "= 'x'"],
  ])("%s %s is no value of the column", (column_name, rest) => {
    expect(ask(`select id from Leads where ${column_name} ${rest}`)).toEqual(
      error("INVALID_QUERY", "value given seems to be invalid for the column", { column_name }),
    );
  });

  test("what is no number is no id, and the answer says which type it is", () => {
    expect(ask("select Last_Name from Leads where id > 'abc'")).toEqual(
      error("INVALID_QUERY", "value given seems to be invalid for the column", {
        expected_data_type: "bigint",
        column_name: "id",
      }),
    );
  });

  test.each([
    ["Description", "like '%x%'", { value: "%x%", operator: "like" }],
    ["Description", "is not null", { value: `\${EMPTY}`, operator: "!=" }],
    ["Pictures", "is null", { value: `\${EMPTY}`, operator: "=" }],
  ])("%s cannot stand in a condition", (column_name, rest, more) => {
    expect(ask(`select id from Leads where ${column_name} ${rest}`)).toEqual(
      error("INVALID_QUERY", "unsupported column in criteria", { cv_criteria: false, column_name, ...more }),
    );
  });
});

describe("names that mean two things", () => {
  test.each([
    ["select Last_Name, First_Name, Last_Name", "", "duplicate select column", { column_name: "Last_Name" }],
    [
      "select MAX(Employees), MAX(Employees)",
      "",
      "duplicate aggregate function",
      { column_name: "Employees", aggregate: "MAX" },
    ],
    ["select id", "order by id, id desc", "duplicate order by column", { column_name: "id" }],
    ["select Owner", "group by Owner, Owner", "duplicate group by column", { column_name: "Owner" }],
  ])("%s … %s", (select, rest, message, details) => {
    expect(ask(`${select} from Leads where id is not null ${rest}`)).toEqual(
      error("DUPLICATE_DATA", message, details),
    );
  });

  test.each([
    [
      "First_Name as Name, Last_Name as Name",
      error("DUPLICATE_ALIAS", "same alias cannot refer more than one column", {
        referred_columns: ["First_Name", "Last_Name"],
        alias: "Name",
      }),
    ],
    [
      "First_Name as ''",
      error("INVALID_ALIAS", "alias name cannot be an empty string", {
        column_name: "First_Name",
        alias: "",
      }),
    ],
    [
      "First_Name as Last_Name, Last_Name",
      error(
        "INVALID_QUERY",
        "column name or property name given in select columns without alias name cannot be an alias name for other select columns",
        { column_name: "First_Name", alias: "Last_Name" },
      ),
    ],
  ])("select %s", (columns, expected) => {
    expect(ask(`select ${columns} from Leads where id is not null`)).toEqual(expected);
  });
});

describe("aggregates", () => {
  test.each([
    "TestFunction(Last_Name)",
    "count(id)",
    "SUM(Last_Name)",
    "COUNT(Last_Name)",
    "MIN(Lead_Source)",
  ])("%s is no function of the column", (column) => {
    expect(ask(`select ${column} from Leads where id is not null`)).toEqual(
      error("INVALID_DATA", "invalid data", { reason: "unsupported aggregate function", column }),
    );
  });

  test.each([
    ["select Last_Name, COUNT(id) from Leads where id is not null", "Last_Name"],
    ["select COUNT(id) from Leads where id is not null group by Owner order by Last_Name", "Last_Name"],
  ])("%s: a column that is not grouped by", (query, column_name) => {
    expect(ask(query)).toMatchObject({
      status: 400,
      body: { code: "INVALID_QUERY", details: { column_name } },
    });
  });
});

describe("subqueries", () => {
  const outer = (operator: string, inner: string) =>
    ask(`select id from Leads where Account_Name ${operator} (${inner})`);

  test("have one column", () => {
    expect(outer("in", "select id, Account_Name from Accounts where id is not null")).toEqual(
      error("INVALID_QUERY", "subquery should contains only one column", {
        sub_query_sequence: 0,
        column_name: ["id", "Account_Name"],
      }),
    );
  });

  test("give one value where one is compared", () => {
    const message = "subquery return more than one values which is incompatible for the operator";
    expect(outer("=", "select id from Accounts where id is not null")).toEqual(
      error("INVALID_QUERY", message, { sub_query_sequence: 0, operator: "=" }),
    );
  });

  test("are counted, and five are allowed", () => {
    const one = "Account_Name in (select id from Accounts where id is not null)";
    const list = (count: number): string => (count === 1 ? one : `(${one} and ${list(count - 1)})`);
    expect(ask(`select id from Leads where ${list(5)}`).status).toBe(200);
    expect(ask(`select id from Leads where ${list(6)}`)).toMatchObject({
      status: 400,
      body: { code: "LIMIT_EXCEEDED" },
    });
  });

  test("are checked as queries are", () => {
    expect(outer("in", "select id from Nowhere where id is not null")).toMatchObject({
      body: { code: "INVALID_MODULE" },
    });
    expect(outer("in", "select id from Accounts where id is not null limit 101")).toMatchObject({
      body: { code: "LIMIT_EXCEEDED" },
    });
  });
});

describe("limits", () => {
  const select = (rest: string, version?: string) =>
    ask(`select id from Leads where id is not null ${rest}`, version);

  test.each([
    ["limit 0", error("INVALID_DATA", "limit should be greater than 0", {})],
    ["limit -1", error("INVALID_DATA", "limit should be greater than 0", {})],
    ["limit s", error("INVALID_QUERY", "limit given seems to be invalid", { limit: "s" })],
    ["limit many", error("INVALID_QUERY", "limit given seems to be invalid", { limit: "many" })],
    ["offset -1", error("INVALID_QUERY", "limit given seems to be invalid", { limit: "-1" })],
  ])("%s", (rest, expected) => {
    expect(select(rest)).toEqual(expected);
  });

  test.each([
    ["v8", "limit 2000", 200],
    ["v8", "limit 2001", 400],
    ["v7", "limit 2000", 200],
    ["v7", "limit 2000 offset 98001", 400],
    ["v8", "limit 2000 offset 98000", 204],
    ["v6", "limit 2000", 200],
    ["v6", "limit 2000 offset 8000", 204],
    ["v6", "limit 2000 offset 8001", 400],
    ["v3", "limit 200", 200],
    ["v3", "limit 201", 400],
    ["v2", "limit 200 offset 9801", 400],
  ])("%s allows %s: %i", (version, rest, status) => {
    const answer = select(rest, version);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ code: "LIMIT_EXCEEDED" });
  });

  test("the window of rows ends with Zoho's own words", () => {
    expect(select("limit 2000 offset 98001")).toEqual(
      error("LIMIT_EXCEEDED", "max records limit exceeded", { limit: 100_000 }),
    );
  });

  const columns = (count: number) =>
    `select ${many(count, (index) => `Custom_${index}`)} from Wide where id is not null`;
  const wide = memoryCatalog({
    Wide: {
      fields: Array.from({ length: 501 }, (_, index) => [`Custom_${index}`, "integer"] as const),
      rows: [{ id: "1" }],
    },
  });
  const inWide = (query: string, version = "v8") => askCoql(wide, { select_query: query }, version).status;

  test.each<[string, string, string]>([
    ["500 columns", columns(500), columns(501)],
    ["25 conditions", `select id from Wide where ${nested(25)}`, `select id from Wide where ${nested(26)}`],
    [
      "100 values of in",
      `select id from Wide where id not in (${many(100, (index) => String(index + 5))})`,
      `select id from Wide where id not in (${many(101, (index) => String(index + 5))})`,
    ],
    [
      "10 columns to order by",
      `select id from Wide where id is not null order by ${many(10, (index) => `Custom_${index}`)}`,
      `select id from Wide where id is not null order by ${many(11, (index) => `Custom_${index}`)}`,
    ],
    [
      "4 columns to group by",
      `select COUNT(id) from Wide where id is not null group by ${many(4, (index) => `Custom_${index}`)}`,
      `select COUNT(id) from Wide where id is not null group by ${many(5, (index) => `Custom_${index}`)}`,
    ],
    [
      "5 aggregates",
      `select ${many(5, (index) => `SUM(Custom_${index})`)} from Wide where id is not null`,
      `select ${many(6, (index) => `SUM(Custom_${index})`)} from Wide where id is not null`,
    ],
  ])("%s and no more", (_, allowed, refused) => {
    expect(inWide(allowed)).not.toBe(400);
    expect(askCoql(wide, { select_query: refused })).toMatchObject({
      status: 400,
      body: { code: "LIMIT_EXCEEDED" },
    });
  });

  test("15 lookups in selected columns, 5 in the other clauses, and the same one twice counts once", () => {
    const lookups = Array.from(
      { length: 16 },
      (_, index) => [`L${index}`, "lookup", { lookupModule: "Far" }] as const,
    );
    const far = memoryCatalog({
      Near: { fields: lookups, rows: [{ id: "1" }] },
      Far: { fields: [["Name", "text"]], rows: [] },
    });
    const status = (selected: number, ordered: number) => {
      const columns = (count: number) => many(count, (index) => `L${index}.Name`);
      const query = `select ${columns(selected)} from Near where id is not null order by ${columns(ordered)}`;
      return askCoql(far, { select_query: query }).status;
    };
    expect([status(15, 1), status(16, 1), status(16, 5), status(1, 5), status(1, 6)]).toEqual([
      200, 200, 200, 200, 400,
    ]);
    expect(
      askCoql(far, {
        select_query: `select ${many(16, (index) => `L${index}.Name`)} from Near where id is not null`,
      }).status,
    ).toBe(400);
  });

  test("older versions take 50 columns and 50 values", () => {
    expect(inWide(columns(50), "v6")).toBe(200);
    expect(inWide(columns(51), "v6")).toBe(400);
    expect(inWide(`select id from Wide where id in (${many(51, String)})`, "v6")).toBe(400);
  });
});
