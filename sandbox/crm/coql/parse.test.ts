import { Fault } from "./fault";
import { parseCoql } from "./parse";

const where = (condition: string) => `select id from Leads where ${condition}`;

function faultOf(query: string): unknown {
  try {
    parseCoql(query);
  } catch (error) {
    if (error instanceof Fault) return error.failure;
    throw error;
  }
  throw new Error(`accepted: ${query}`);
}

describe("what is accepted", () => {
  // The samples of Zoho's pages "Get Records through a COQL Query", "Subquery" and of its posts Kaizen 81 and
  // 171.
  test.each([
    "select Last_Name, First_Name, Full_Name from Contacts where Last_Name = 'Boyle' and First_Name is not null limit 2",
    "select Last_Name from Contacts where (((Last_Name = 'Boyle') and (Lead_Source = Advertisement)) and Languages_Known = 'English;German') limit 2",
    "select Last_Name, Account_Name from Contacts where ((Last_Name = 'Boyle') and (First_Name is not null)) and (Account_Name.Account_Name = 'Zylker') limit 2",
    "select Last_Name, Account_Name.Parent_Account, Account_Name.Parent_Account.Account_Name from Contacts where Last_Name is not null and Account_Name.Parent_Account.Account_Name is not null",
    "select id from Contacts where (((Created_Time between '2023-05-28T04:25:36-07:00' and '2025-05-28T04:25:36-07:00') and Date_of_Birth between '2022-03-04' and '2025-07-11') and (Modified_Time in('2024-06-05T02:04:09-07:00','2024-07-03T00:00:01+05:30') and Days_Visited is null)) limit 1",
    "select id from Contacts where Email_Opt_Out = 'true' limit 2",
    "select 'What_Id->Leads.Last_Name','What_Id->Accounts.Account_Type' from Events where id is not null",
    "select 'What_Id->Leads.Last_Name' from Tasks where (('What_Id->Leads.id' in ('4876876000000900134','4876678000000900987')) AND ('What_Id->Leads.Industry' != 'ERP'))",
    "select Appointment_For.module.api_name,Appointment_For from Appointments__s where id is not null",
    "select 'Account_Name' AS 'Account id','Account_Name.Account_Name' as 'Account Name' from Contacts where (Account_Name.Account_Name ='Zylker') order by Account_Name desc limit 2",
    "select SUM(Annual_Revenue), Company, Last_Name from Leads where Annual_Revenue >= 1000 Group by Company, Last_Name",
    "select First_Name from Leads#2276164000000091501 WHERE id is not null",
    "select 'External' from Contacts where id is not null",
    "select id from Contacts where ((id is not null and Account_Name is not null) and Vendor_Name is not null)",
    "Select Full_Name from Contacts where Account_Name in (select id from Accounts where (Account_Type='Press') and (Account_Name='Patricia'))",
    "select !Leads.Owner.role.id from Leads where id is not null",
    'select id from Leads where Last_Name like "%tech%"',
    where("Email = 'a' limit 10, 20"),
    where("Email = 'a' limit 20 offset 10"),
    where("Email = 'a' offset 10"),
    where("Amount not between -1.5 and 2e3 order by Amount asc, id desc"),
    "SELECT\n\tid\r\nFROM Leads\nWHERE\n(id>'1')",
  ])("%s", (query) => {
    expect(parseCoql(query)).toHaveProperty("where");
  });

  test.each([
    ["a quote doubled", "'O''Neil'", "O'Neil"],
    ["a backslash, which is a character like any other", "'K\\\\'", "K\\\\"],
    ["a backslash at its end", "'K\\'", "K\\"],
    ["a backslash before another character", "'a\\n'", "a\\n"],
    ["a double quote in single quotes", "'say \"x\"'", 'say "x"'],
    ["a double quote doubled", '"say ""x"""', 'say "x"'],
    ["keywords in quotes", "'and or ( ) -- limit 0'", "and or ( ) -- limit 0"],
    ["no characters", "''", ""],
    ["line breaks and other scripts", "'zwei\nZeilen, 日本, 🙂'", "zwei\nZeilen, 日本, 🙂"],
    ["a word without quotes", "Advertisement", "Advertisement"],
    ["a number", "-12.50", "-12.50"],
    ["a long integer", "900719925474099267", "900719925474099267"],
    ["a boolean", "true", "true"],
  ])("a value with %s", (_, written, value) => {
    expect(parseCoql(where(`Last_Name = ${written}`)).where).toEqual({
      kind: "comparison",
      column: "Last_Name",
      operator: "=",
      operand: { kind: "values", values: [value] },
    });
  });

  test("brackets say what belongs together", () => {
    const { where: condition } = parseCoql(where("A = 1 or (B = 2 and C = 3)"));
    expect(condition).toMatchObject({
      kind: "or",
      left: { column: "A" },
      right: { kind: "and", left: { column: "B" } },
    });
  });

  test("every clause has its place", () => {
    const query =
      "select COUNT(id) as n, Stage from Deals where id is not null group by Stage order by n desc limit 5, 10";
    expect(parseCoql(query)).toEqual({
      columns: [{ name: "id", function: "COUNT", alias: "n" }, { name: "Stage" }],
      module: "Deals",
      where: {
        kind: "comparison",
        column: "id",
        operator: "is not null",
        operand: { kind: "values", values: [] },
      },
      groupBy: ["Stage"],
      orderBy: [{ column: "n", descending: true }],
      limit: "10",
      offset: "5",
    });
  });
});

describe("what is refused", () => {
  test.each([
    ["three conditions in a row", where("A = 1 and B = 2 and C = 3"), { line: 1, column: 44, near: "and" }],
    ["three in brackets too", where("(A = 1 or B = 2 or C = 3)"), { line: 1, column: 44, near: "or" }],
    ["no columns", "select\nfrom Leads where id is not null", { line: 2, column: 1, near: "from" }],
    ["every column", "select * from Leads where id is not null", { line: 1, column: 8, near: "*" }],
    ["a reserved word as a column", where("limit = 1"), { line: 1, column: 28, near: "limit" }],
    ["an open string", where("Last_Name = 'Boyle"), { line: 1, column: 40, near: "'" }],
    ["a lone quote in a string", where("Last_Name = 'O'Neil'"), { line: 1, column: 43, near: "Neil" }],
    ["an empty list", where("id in ()"), { line: 1, column: 35, near: ")" }],
    ["a comment", where("id = 1 -- and"), { line: 1, column: 35, near: "-" }],
    ["a second statement", where("id = 1; delete"), { line: 1, column: 34, near: ";" }],
    ["having", "select id from Leads where id = 1 having id", { line: 1, column: 35, near: "having" }],
    ["a tuple", where("(A, B) in (1)"), { line: 1, column: 30, near: "," }],
  ])("%s", (_, query, details) => {
    expect(faultOf(query)).toEqual({
      code: "SYNTAX_ERROR",
      message: "unexpected token",
      details,
    });
  });

  test.each([
    ["where", "select id from Leads"],
    ["where", "select id from Leads limit 10"],
    ["where", "select id from Leads where id in (select id from Accounts)"],
    ["from", "select id where id is not null"],
  ])("no %s: %s", (clause, query) => {
    expect(faultOf(query)).toEqual({
      code: "SYNTAX_ERROR",
      message: "missing clause",
      details: { clause },
    });
  });

  test.each([
    ["not", where("not (A = 1)")],
    ["not", where("A not 'x'")],
    ["<>", where("A <> 'x'")],
    ["==", where("A == 'x'")],
    ["contains", where("A contains 'x'")],
  ])("the operator %s: %s", (operator, query) => {
    expect(faultOf(query)).toEqual({
      code: "SYNTAX_ERROR",
      message: "operator not supported",
      details: { operator },
    });
  });

  test.each(["update Leads set Last_Name = 'x' where id = 1", "", "drop table Leads"])(
    "another statement: %s",
    (query) => {
      expect(faultOf(query)).toMatchObject({
        code: "SYNTAX_ERROR",
        message: "given coql query not supported",
        details: {},
      });
    },
  );

  test.each([
    ["an open bracket", where("(A = 'x'"), "'"],
    ["no value", where("A ="), "="],
    ["nothing behind where", "select id from Leads where", "where"],
  ])("a query that just ends: %s", (_, query, near) => {
    expect(faultOf(query)).toMatchObject({
      code: "SYNTAX_ERROR",
      message: "error occured while parsing the query",
      details: { near },
    });
  });
});

describe("hostile queries end in a syntax error", () => {
  test.each([
    ["brackets", where(`${"(".repeat(50_000)}A = 1${")".repeat(50_000)}`)],
    ["open brackets", where("(".repeat(50_000))],
    ["subqueries", where("A in (select B from C where ".repeat(2_000))],
    ["conditions", where(Array.from({ length: 20_000 }, () => "A = 1").join(" and "))],
    ["quotes", where(`A = ${"'".repeat(50_001)}`)],
    ["one long word", `select ${"a".repeat(200_000)}`],
    ["blanks", `select a${" ".repeat(200_000)}`],
  ])("many %s", (_, query) => {
    expect(faultOf(query)).toMatchObject({ code: "SYNTAX_ERROR" });
  });
});
