import { askCoql, rowsOf } from "./testing/ask";
import { sampleCatalog } from "./testing/sampleCatalog";

const ask = (query: string, version?: string) => askCoql(sampleCatalog, { select_query: query }, version);

/** The last digits of the ids that a query answers, in its order. */
function ids(rest: string): string[] {
  return rows(`select id from Leads ${rest}`).map((row) => String(row.id).slice(-1));
}

const rows = (query: string, version?: string) => rowsOf(ask(query, version));

describe("conditions", () => {
  test.each<[string, string[]]>([
    ["Last_Name = 'Boyle'", ["1", "3"]],
    ["Last_Name != 'boyle'", ["2", "4"]],
    ["Last_Name = 'O''Neil'", ["2"]],
    ["Last_Name in ('zeta', \"O'Neil\")", ["2", "4"]],
    ["Last_Name not in ('zeta')", ["1", "2", "3"]],
    ["Last_Name like 'B%'", ["1", "3"]],
    ["Last_Name like '%a'", ["4"]],
    ["Last_Name like 'boyl%yle'", []],
    ["Last_Name like 'b%y%e'", ["1", "3"]],
    ["Last_Name like 'zeta'", ["4"]],
    ["Last_Name like '%e%'", ["1", "2", "3", "4"]],
    ["Last_Name not like '%oy%'", ["2", "4"]],
    ["First_Name is null", ["2", "4"]],
    ["First_Name is not null", ["1", "3"]],
    ["First_Name != 'Anna'", ["3"]],
    ["Lead_Source = Advertisement", ["1", "3"]],
    ["Languages = 'English;German'", ["1"]],
    ["Languages = 'English'", ["2"]],
    ["Languages like '%German%'", ["1"]],
    ["Languages is null", ["3", "4"]],
    ["Annual_Revenue > 1000", ["1", "2", "3"]],
    ["Annual_Revenue >= '2000'", ["2", "3"]],
    ["Annual_Revenue between 1000.5 and 2000", ["1", "2"]],
    ["Annual_Revenue not between 1000.5 and 2000", ["3"]],
    ["Employees in (10, 30)", ["1"]],
    ["Opted_Out = true", ["1"]],
    ["Opted_Out = 'false'", ["2", "3", "4"]],
    ["Born < '1990-05-01'", ["2"]],
    ["Big > 900719925474099267", ["2"]],
    ["Score = 7", ["1"]],
    ["Modified_Time = '2024-01-01T07:00:00Z'", ["2"]],
    ["Modified_Time <= '2024-01-01T11:00:00+01:00'", ["1", "2"]],
    ["Owner = '900'", ["1", "3"]],
    ["Account_Name is null", ["3", "4"]],
    ["Account_Name != 500", ["2"]],
    ["Account_Name.Account_Name = 'zylker'", ["1"]],
    ["Account_Name.Parent_Account.Account_Name = 'King'", ["1"]],
    ["Account_Name.Account_Name is null", ["3", "4"]],
    ["Owner.profile.name = 'Standard'", ["2", "4"]],
    ["id = 1000000000000000002", ["2"]],
    ["id in ('1000000000000000004', '1000000000000000001', '5')", ["1", "4"]],
    ["id > '1000000000000000002'", ["3", "4"]],
    ["id between '1000000000000000002' and '1000000000000000003'", ["2", "3"]],
    ["Last_Name = 'Boyle' and Employees = 20", ["3"]],
    ["Last_Name = 'Zeta' or (Employees = 20 and Opted_Out = false)", ["2", "3", "4"]],
    ["Account_Name.Active = false", ["2"]],
    ["Account_Name in (select id from Accounts where Account_Type = 'Press')", ["1"]],
    ["Account_Name not in (select id from Accounts where Account_Type = 'Press')", ["2"]],
    ["Account_Name = (select id from Accounts where Account_Type = 'Press')", ["1"]],
    ["Account_Name in (select id from Accounts where Account_Type = 'None')", []],
    ["Annual_Revenue = (select MAX(Annual_Revenue) from Leads where id is not null)", ["3"]],
  ])("%s", (condition, expected) => {
    expect(ids(`where ${condition} order by id asc`)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["", ["1", "2", "3", "4"]],
    ["order by id desc", ["4", "3", "2", "1"]],
    ["order by Last_Name, id desc", ["3", "1", "2", "4"]],
    ["order by Annual_Revenue", ["4", "1", "2", "3"]],
    ["order by Annual_Revenue desc", ["3", "2", "1", "4"]],
    ["order by Modified_Time asc, id asc", ["2", "1", "3", "4"]],
    ["order by Account_Name.Account_Name desc, id desc", ["1", "2", "4", "3"]],
    ["order by Modified_Time desc", ["4", "3", "1", "2"]],
    ["order by Employees desc limit 2", ["3", "2"]],
    ["order by Employees desc limit 1, 2", ["2", "1"]],
    ["limit 2 offset 1", ["2", "3"]],
    ["offset 3", ["4"]],
    ["offset 9", []],
  ])("every lead %s", (rest, expected) => {
    expect(ids(`where id is not null ${rest}`)).toEqual(expected);
  });

  test("a custom view narrows the module down", () => {
    expect(rows("select Last_Name from Leads#77 where id is not null")).toHaveLength(1);
    expect(ask("select Last_Name from Leads#78 where id is not null").body).toMatchObject({
      code: "INVALID_QUERY",
      details: { cvid: "78" },
    });
  });
});

describe("answers", () => {
  test("a row has its id, what was selected, and null for what is empty", () => {
    expect(
      ask("select Last_Name, First_Name, Languages, Big from Leads where Last_Name = 'O''Neil'"),
    ).toEqual({
      status: 200,
      body: {
        data: [
          {
            id: "1000000000000000002",
            Last_Name: "O'Neil",
            First_Name: null,
            Languages: ["English"],
            Big: "900719925474099268",
          },
        ],
        info: { count: 1, more_records: false },
      },
    });
  });

  test.each(["v7", "v8"])("%s names lookups, and users by their last name", (version) => {
    expect(rows("select Account_Name, Owner from Leads where Employees = 10", version)[0]).toMatchObject({
      Account_Name: { name: "Zylker", id: "500" },
      Owner: { name: "Boyle", id: "900" },
    });
  });

  test("v6 gives lookups by id alone", () => {
    expect(rows("select Account_Name, Owner from Leads where Employees = 10", "v6")[0]).toEqual({
      id: "1000000000000000001",
      Account_Name: { id: "500" },
      Owner: { id: "900" },
    });
  });

  test("dotted columns keep their names, aliases replace them", () => {
    const query =
      "select Account_Name.Parent_Account, Account_Name.Account_Name as 'Account', !Leads.Owner.profile.id from Leads where Employees = 10";
    expect(rows(query)).toEqual([
      {
        id: "1000000000000000001",
        "Account_Name.Parent_Account": { name: "King", id: "501" },
        Account: "Zylker",
        "!Leads.Owner.profile.id": "3",
      },
    ]);
  });

  test("a lookup to several modules has its module, and no name", () => {
    const query =
      "select What_Id, What_Id.module.api_name, 'What_Id->Accounts.Account_Type', 'What_Id->Leads.Last_Name' from Tasks where id is not null";
    expect(rows(query)).toEqual([
      {
        id: "1",
        What_Id: { id: "500", module: { api_name: "Accounts", id: "7" } },
        "What_Id.module.api_name": "Accounts",
        "What_Id->Accounts.Account_Type": "Press",
        "What_Id->Leads.Last_Name": null,
      },
      {
        id: "2",
        What_Id: { id: "1000000000000000001" },
        "What_Id.module.api_name": null,
        "What_Id->Accounts.Account_Type": null,
        "What_Id->Leads.Last_Name": "Boyle",
      },
    ]);
  });

  test("no rows are a 204 without a body", () => {
    expect(ask("select id from Leads where Last_Name = 'nobody'")).toEqual({ status: 204 });
  });

  test("more_records tells of rows behind the last", () => {
    expect(ask("select id from Leads where id is not null limit 3").body).toMatchObject({
      info: { count: 3, more_records: true },
    });
    expect(ask("select id from Leads where id is not null limit 4").body).toMatchObject({
      info: { count: 4, more_records: false },
    });
    expect(
      ask("select id from Leads where id is not null order by Last_Name limit 1 offset 3").body,
    ).toMatchObject({
      info: { count: 1, more_records: false },
    });
  });

  test("include_meta adds the metadata of the selected fields", () => {
    const body = {
      select_query: "select Last_Name, COUNT(id) from Leads where Employees = 10 group by Last_Name",
      include_meta: ["fields"],
    };
    expect(askCoql(sampleCatalog, body).body).toMatchObject({
      fields: { Last_Name: { api_name: "Last_Name", data_type: "text" } },
    });
  });
});

describe("aggregates", () => {
  test("without groups there is one row, and no id", () => {
    expect(
      rows(
        "select COUNT(id), COUNT(Annual_Revenue), SUM(Annual_Revenue) as total, AVG(Employees) from Leads where id is not null",
      ),
    ).toEqual([{ "COUNT(id)": 4, "COUNT(Annual_Revenue)": 3, total: 6000.5, "AVG(Employees)": 50 / 3 }]);
    expect(
      rows(
        "select MIN(Born), MAX(Modified_Time), MAX(Annual_Revenue), MIN(id) from Leads where id is not null",
      ),
    ).toEqual([
      {
        "MIN(Born)": "1985-12-31",
        "MAX(Modified_Time)": "2024-01-02T00:00:00+00:00",
        "MAX(Annual_Revenue)": 3000,
        "MIN(id)": "1000000000000000001",
      },
    ]);
  });

  test("groups may be ordered by a column or by an aggregate's alias", () => {
    const query =
      "select Lead_Source, COUNT(id) as leads from Leads where id is not null group by Lead_Source order by";
    const byName = [
      { Lead_Source: null, leads: 1 },
      { Lead_Source: "Advertisement", leads: 2 },
      { Lead_Source: "Cold Call", leads: 1 },
    ];
    expect(rows(`${query} Lead_Source`)).toEqual(byName);
    expect(rows(`${query} leads desc limit 1`)).toEqual([byName[1]]);
  });

  test("groups of a lookup are answered as the lookup", () => {
    expect(
      rows("select Owner, COUNT(id) from Leads where id is not null group by Owner order by Owner"),
    ).toEqual([
      { Owner: { name: "Boyle", id: "900" }, "COUNT(id)": 2 },
      { Owner: { name: "Doe", id: "901" }, "COUNT(id)": 2 },
    ]);
  });
});
