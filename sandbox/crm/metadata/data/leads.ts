import { industries, leadSourceOptions, leadStatuses, ratings, salutations } from "../picklists";
import type { ModuleSpec } from "../types";
import { description } from "./common";
import { everyFieldType } from "./customFields";

export const leads: ModuleSpec = {
  apiName: "Leads",
  singular: "Lead",
  plural: "Leads",
  display: "Full_Name",
  duplicateCheck: "Email",
  flags: { convertable: true },
  sections: [
    {
      name: "Lead Information",
      fields: [
        ["Record_Image", "profileimage", { label: "Lead Image" }],
        [
          "Owner",
          "ownerlookup",
          { label: "Lead Owner", convertsTo: { Contacts: "Owner", Accounts: "Owner", Deals: "Owner" } },
        ],
        ["Company", "text", { length: 200, required: true, convertsTo: { Accounts: "Account_Name" } }],
        ["Salutation", "picklist", { values: salutations, convertsTo: { Contacts: "Salutation" } }],
        ["First_Name", "text", { length: 40, convertsTo: { Contacts: "First_Name" } }],
        ["Last_Name", "text", { length: 80, mandatory: true, convertsTo: { Contacts: "Last_Name" } }],
        ["Full_Name", "text", { label: "Lead Name", length: 120, readOnly: true }],
        ["Designation", "text", { label: "Title", length: 100, convertsTo: { Contacts: "Title" } }],
        ["Email", "email", { convertsTo: { Contacts: "Email" } }],
        ["Phone", "phone", { convertsTo: { Contacts: "Phone", Accounts: "Phone" } }],
        ["Fax", "text", { length: 30, convertsTo: { Contacts: "Fax", Accounts: "Fax" } }],
        ["Mobile", "phone", { convertsTo: { Contacts: "Mobile" } }],
        ["Website", "website", { length: 255, convertsTo: { Accounts: "Website" } }],
        [
          "Lead_Source",
          "picklist",
          { values: leadSourceOptions, convertsTo: { Contacts: "Lead_Source", Deals: "Lead_Source" } },
        ],
        ["Lead_Status", "picklist", { values: leadStatuses }],
        ["Industry", "picklist", { values: industries, convertsTo: { Accounts: "Industry" } }],
        ["No_of_Employees", "integer", { label: "No. of Employees", convertsTo: { Accounts: "Employees" } }],
        ["Annual_Revenue", "currency", { convertsTo: { Accounts: "Annual_Revenue" } }],
        ["Rating", "picklist", { values: ratings, convertsTo: { Accounts: "Rating" } }],
        ["Email_Opt_Out", "boolean", { convertsTo: { Contacts: "Email_Opt_Out" } }],
        ["Skype_ID", "text", { length: 50, convertsTo: { Contacts: "Skype_ID" } }],
        ["Secondary_Email", "email", { convertsTo: { Contacts: "Secondary_Email" } }],
        ["Twitter", "text", { label: "X", length: 50, convertsTo: { Contacts: "Twitter" } }],
        ["Converted__s", "boolean", { label: "Is Converted", readOnly: true, hidden: true }],
        ["Converted_Date_Time", "datetime", { label: "Converted Time", readOnly: true, hidden: true }],
        ["Converted_Account", "lookup", { module: "Accounts", readOnly: true, hidden: true }],
        ["Converted_Contact", "lookup", { module: "Contacts", readOnly: true, hidden: true }],
        ["Converted_Deal", "lookup", { module: "Deals", readOnly: true, hidden: true }],
        ["Lead_Conversion_Time", "integer", { readOnly: true, hidden: true }],
        [
          "Enrich_Status__s",
          "picklist",
          {
            label: "Enrich Status",
            values: ["Available", "Enriched", "Data not found"],
            readOnly: true,
            hidden: true,
          },
        ],
        ["Last_Enriched_Time__s", "datetime", { label: "Last Enriched Time", readOnly: true, hidden: true }],
      ],
    },
    {
      name: "Address Information",
      fields: [
        [
          "Street",
          "text",
          { length: 250, convertsTo: { Contacts: "Mailing_Street", Accounts: "Billing_Street" } },
        ],
        ["City", "text", { length: 100, convertsTo: { Contacts: "Mailing_City", Accounts: "Billing_City" } }],
        [
          "State",
          "text",
          { length: 100, convertsTo: { Contacts: "Mailing_State", Accounts: "Billing_State" } },
        ],
        [
          "Zip_Code",
          "text",
          { length: 30, convertsTo: { Contacts: "Mailing_Zip", Accounts: "Billing_Code" } },
        ],
        [
          "Country",
          "text",
          { length: 100, convertsTo: { Contacts: "Mailing_Country", Accounts: "Billing_Country" } },
        ],
      ],
    },
    ...description,
    { name: "Qualification", custom: true, fields: everyFieldType("Leads") },
  ],
  layouts: [
    {
      name: "Enterprise",
      required: ["Company", "Email", "Phone", "Tier"],
      without: ["Twitter", "Skype_ID", "Fax", "Salutation"],
    },
  ],
  layoutRules: [
    {
      name: "Referrals have a telephone number",
      field: "Lead_Source",
      value: "Employee Referral",
      mandatory: ["Phone"],
    },
  ],
  relatedLists: [
    ["Products", "Products"],
    ["Campaigns", "Campaigns"],
  ],
};
