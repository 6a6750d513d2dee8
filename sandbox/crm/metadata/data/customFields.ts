import { renamed } from "../picklists";
import type { FieldRow } from "../types";

/**
 * Custom fields of every `data_type` that Zoho lets a builder add, for a module.
 * @param module The module that gets them; its subform and linking modules carry its name.
 */
export const everyFieldType = (module: string): FieldRow[] => [
  ["Referral_Code", "text", { length: 40, unique: true }],
  ["ERP_Id", "text", { label: "ERP Id", length: 100, external: "org" }],
  ["Qualification_Notes", "textarea", { textarea: "small", length: 2000 }],
  ["Requirements", "textarea", { textarea: "large", length: 32000 }],
  ["Proposal", "textarea", { textarea: "rich_text", length: 50000 }],
  ["Billing_Email", "email"],
  ["Assistant_Phone", "phone"],
  ["Portfolio", "website"],
  ["Tier", "picklist", { values: ["Bronze", "Silver", "Gold", "Platinum"], restricted: true }],
  [
    "Preferred_Channel",
    "picklist",
    {
      values: renamed(["Email", "Phone", "Video call", "On site"], {
        "Video call": ["Skype", "preferred_channel_3"],
      }),
    },
  ],
  [
    "Languages",
    "multiselectpicklist",
    {
      values: renamed(["English", "German", "French", "Spanish", "Korean", "Tamil"], {
        Korean: ["Hangul", "languages_5"],
      }),
    },
  ],
  ["Trial_Start", "date"],
  ["Demo_Time", "datetime"],
  ["Seats", "integer"],
  ["Budget", "currency", { decimals: 2 }],
  ["Fit_Score", "double", { decimals: 4 }],
  ["Discount", "percent", { decimals: 2 }],
  ["Loyalty_Number", "bigint"],
  ["Is_Partner", "boolean"],
  ["Referred_By", "lookup", { module: "Contacts" }],
  ["Account_Manager", "userlookup"],
  ["Subject_Of_Interest", "multi_module_lookup", { modules: ["Products", "Campaigns", "Deals"] }],
  [
    "Interested_Products",
    "multiselectlookup",
    { module: "Products", rows: `${module}_X_Products`, link: "Interested_Products" },
  ],
  ["Support_Team", "multiuserlookup", { rows: `${module}_X_Users`, link: "Support_Team" }],
  ["Site_Photos", "imageupload"],
  ["Documents", "fileupload"],
  ["Site_Visits", "subform", { rows: `${module}_Site_Visits` }],
  ["Reference_Number", "autonumber", { autoNumber: { prefix: `${module.slice(0, 1)}-`, start: 1000 } }],
  [
    "Budget_Per_Seat",
    "formula",
    {
      decimals: 2,
      formula: {
        returnType: "currency",
        expression: "Budget/Seats",
        compute: ({ Budget, Seats }) =>
          typeof Budget === "number" && typeof Seats === "number" && Seats !== 0
            ? Math.round((Budget / Seats) * 100) / 100
            : null,
      },
    },
  ],
];
