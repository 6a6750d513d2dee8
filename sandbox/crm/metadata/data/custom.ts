import type { ModuleSpec } from "../types";
import { everyFieldType } from "./customFields";

/** The visits subform of the modules that carry a field of every type. */
const visits = (parent: string): ModuleSpec => ({
  apiName: `${parent}_Site_Visits`,
  singular: "Site Visit",
  plural: "Site Visits",
  display: "Purpose",
  kind: "subform",
  parent,
  sections: [
    {
      name: "Site Visits",
      custom: true,
      fields: [
        ["Purpose", "text", { length: 100, mandatory: true }],
        ["Visit_Date", "date"],
        ["Hours", "double", { decimals: 2 }],
        ["Outcome", "picklist", { values: ["Open", "Positive", "Negative"] }],
        ["Visitor", "userlookup"],
      ],
    },
  ],
});

/** The linking module of a multi-select lookup or multi-user lookup: one lookup to each side. */
const linking = (apiName: string, parent: string, field: string, module: string): ModuleSpec => ({
  apiName,
  singular: apiName,
  plural: apiName,
  display: "id",
  kind: "linking",
  parent,
  sections: [
    {
      name: apiName,
      custom: true,
      fields: [[field, module === "Users" ? "userlookup" : "lookup", { module, mandatory: true }]],
    },
  ],
});

export const rowModules: readonly ModuleSpec[] = ["Leads", "Properties"].flatMap((parent) => [
  visits(parent),
  linking(`${parent}_X_Products`, parent, "Interested_Products", "Products"),
  linking(`${parent}_X_Users`, parent, "Support_Team", "Users"),
]);

export const dealLinking = linking("Deals_X_Products", "Deals", "Interested_Listings", "Products");

export const properties: ModuleSpec = {
  apiName: "Properties",
  singular: "Property",
  plural: "Properties",
  display: "Name",
  duplicateCheck: "Name",
  kind: "custom",
  sections: [
    {
      name: "Property Information",
      custom: true,
      fields: [
        ["Name", "text", { label: "Property Name", length: 120, mandatory: true }],
        ["Owner", "ownerlookup", { label: "Property Owner" }],
        ["Email", "email"],
        ["Secondary_Email", "email"],
        ["Email_Opt_Out", "boolean"],
        ["Account", "lookup", { module: "Accounts" }],
        ["Listing_Price", "currency", { decimals: 2, required: true }],
        [
          "Inspection_Count",
          "rollup_summary",
          { rollup: { module: "Inspections", lookup: "Property", function: "COUNT" } },
        ],
      ],
    },
    { name: "Details", custom: true, fields: everyFieldType("Properties") },
  ],
  relatedLists: [["Inspections", "Inspections"]],
};

export const inspections: ModuleSpec = {
  apiName: "Inspections",
  singular: "Inspection",
  plural: "Inspections",
  display: "Name",
  duplicateCheck: "Name",
  kind: "custom",
  sections: [
    {
      name: "Inspection Information",
      custom: true,
      fields: [
        ["Name", "text", { label: "Inspection Name", length: 120, mandatory: true }],
        ["Owner", "ownerlookup", { label: "Inspection Owner" }],
        ["Email", "email"],
        ["Property", "lookup", { module: "Properties" }],
        ["Inspection_Date", "date"],
        ["Result", "picklist", { values: ["Passed", "Passed with remarks", "Failed"], restricted: true }],
        ["Remarks", "textarea", { textarea: "small", length: 2000 }],
        ["Findings", "subform", { rows: "Findings" }],
      ],
    },
  ],
};

export const findings: ModuleSpec = {
  apiName: "Findings",
  singular: "Finding",
  plural: "Findings",
  display: "Defect",
  kind: "subform",
  parent: "Inspections",
  sections: [
    {
      name: "Findings",
      custom: true,
      fields: [
        ["Defect", "text", { length: 120, mandatory: true }],
        ["Severity", "picklist", { values: ["Low", "Medium", "High"], restricted: true }],
        ["Repair_Cost", "currency", { decimals: 2 }],
      ],
    },
  ],
};
