import type { Row } from "../catalog";
import { memoryCatalog } from "./memoryCatalog";

const boyle = { name: "Patricia Boyle", id: "900" };
const doe = { name: "Jane Doe", id: "901" };
const zylker = { name: "Zylker", id: "500" };
const king = { name: "King", id: "501" };

const leads: Row[] = [
  {
    id: "1000000000000000001",
    Last_Name: "Boyle",
    First_Name: "Anna",
    Email: "anna@zylker.com",
    Lead_Source: "Advertisement",
    Languages: ["German", "English"],
    Annual_Revenue: 1000.5,
    Employees: 10,
    Opted_Out: true,
    Born: "1990-05-01",
    Big: "900719925474099267",
    Score: 7,
    Modified_Time: "2024-01-01T10:00:00+00:00",
    Owner: boyle,
    Account_Name: zylker,
    Description: "long text",
  },
  {
    id: "1000000000000000002",
    Last_Name: "O'Neil",
    First_Name: null,
    Lead_Source: "Cold Call",
    Languages: ["English"],
    Annual_Revenue: 2000,
    Employees: 20,
    Opted_Out: false,
    Born: "1985-12-31",
    Big: "900719925474099268",
    Score: 9,
    Modified_Time: "2024-01-01T12:30:00+05:30",
    Owner: doe,
    Account_Name: king,
  },
  {
    id: "1000000000000000003",
    Last_Name: "boyle",
    First_Name: "100%",
    Lead_Source: "Advertisement",
    Annual_Revenue: 3000,
    Employees: 20,
    Opted_Out: false,
    Modified_Time: "2024-01-02T00:00:00+00:00",
    Owner: boyle,
    Account_Name: null,
  },
  {
    id: "1000000000000000004",
    Last_Name: "Zeta",
    Modified_Time: "2024-01-02T00:00:00+00:00",
    Owner: doe,
    Account_Name: null,
  },
];

/** A few leads, with what they point to and one field of every kind. */
export const sampleCatalog = memoryCatalog({
  Leads: {
    rows: leads,
    customViews: { "77": (row) => row.Last_Name === "Zeta" },
    fields: [
      ["Last_Name", "text"],
      ["First_Name", "text"],
      ["Email", "email"],
      ["Lead_Source", "picklist"],
      ["Languages", "multiselectpicklist"],
      ["Annual_Revenue", "currency"],
      ["Employees", "integer"],
      ["Opted_Out", "boolean"],
      ["Born", "date"],
      ["Big", "bigint"],
      ["Score", "formula", { returnType: "double" }],
      ["Hot", "formula", { returnType: "boolean" }],
      ["Secret", "text", { metadata: { crypt: { mode: "encryption" } } }],
      ["Modified_Time", "datetime"],
      ["Owner", "ownerlookup", { lookupModule: "Users" }],
      ["Account_Name", "lookup", { lookupModule: "Accounts" }],
      ["Description", "textarea"],
      ["Pictures", "imageupload"],
      ["Campaigns", "multiselectlookup"],
      ["Papers", "fileupload"],
      ["Record_Image", "profileimage"],
      ["Participants", "text", { unselectable: true }],
      ["External", "text"],
      ["Converted__s", "boolean"],
    ],
  },
  Accounts: {
    fields: [
      ["Account_Name", "text"],
      ["Account_Type", "picklist"],
      ["Active", "boolean"],
      ["Parent_Account", "lookup", { lookupModule: "Accounts" }],
      ["Owner", "ownerlookup", { lookupModule: "Users" }],
    ],
    rows: [
      {
        id: "500",
        Account_Name: "Zylker",
        Account_Type: "Press",
        Active: true,
        Parent_Account: king,
        Owner: boyle,
      },
      { id: "501", Account_Name: "King", Account_Type: "Partner", Parent_Account: null, Owner: doe },
    ],
  },
  Tasks: {
    fields: [
      ["Subject", "text"],
      ["What_Id", "multi_module_lookup", { lookupModules: ["Leads", "Accounts"] }],
    ],
    rows: [
      {
        id: "1",
        Subject: "Call",
        What_Id: { id: "500", name: "Zylker", module: { api_name: "Accounts", id: "7" } },
      },
      { id: "2", Subject: "Write", What_Id: { id: "1000000000000000001", name: "Boyle" } },
    ],
  },
  Users: {
    fields: [
      ["last_name", "text"],
      ["profile", "lookup"],
    ],
    rows: [
      { id: "900", last_name: "Boyle", profile: { id: "3", name: "Administrator" } },
      { id: "901", last_name: "Doe", profile: { id: "4", name: "Standard" } },
    ],
  },
  Attachments: { fields: [], rows: [], queryable: false },
});
