import {
  caseOrigins,
  caseReasons,
  caseStatuses,
  caseTypes,
  priorities,
  solutionStatuses,
} from "../picklists";
import type { ModuleSpec } from "../types";
import { description } from "./common";

export const cases: ModuleSpec = {
  apiName: "Cases",
  singular: "Case",
  plural: "Cases",
  display: "Subject",
  duplicateCheck: "Subject",
  sections: [
    {
      name: "Case Information",
      fields: [
        ["Case_Number", "autonumber", { autoNumber: { prefix: "", start: 1 } }],
        ["Owner", "ownerlookup", { label: "Case Owner" }],
        ["Product_Name", "lookup", { module: "Products" }],
        ["Status", "picklist", { values: caseStatuses, mandatory: true }],
        ["Priority", "picklist", { values: priorities }],
        ["Type", "picklist", { values: caseTypes }],
        ["Case_Reason", "picklist", { values: caseReasons }],
        ["Case_Origin", "picklist", { values: caseOrigins, mandatory: true }],
        ["Subject", "text", { length: 255, mandatory: true }],
        ["Related_To", "lookup", { module: "Contacts" }],
        ["Account_Name", "lookup", { module: "Accounts" }],
        ["Deal_Name", "lookup", { module: "Deals" }],
        ["Reported_By", "text", { length: 50 }],
        ["Email", "email"],
        ["Phone", "phone"],
        ["No_of_comments", "integer", { label: "No. of comments", readOnly: true, hidden: true }],
        ["Comments", "text", { json: "jsonarray", length: 2000, readOnly: true, hidden: true }],
      ],
    },
    ...description,
    {
      name: "Solution Information",
      fields: [
        ["Internal_Comments", "textarea", { textarea: "small", length: 2000 }],
        ["Solution", "textarea", { textarea: "large", length: 32000 }],
        ["Add_Comment", "textarea", { textarea: "small", length: 2000 }],
      ],
    },
  ],
  relatedLists: [["Solutions", "Solutions"]],
};

export const solutions: ModuleSpec = {
  apiName: "Solutions",
  singular: "Solution",
  plural: "Solutions",
  display: "Solution_Title",
  duplicateCheck: "Solution_Title",
  sections: [
    {
      name: "Solution Information",
      fields: [
        ["Solution_Number", "autonumber", { autoNumber: { prefix: "", start: 1 } }],
        ["Owner", "ownerlookup", { label: "Solution Owner" }],
        ["Solution_Title", "text", { length: 255, mandatory: true }],
        ["Published", "boolean"],
        ["Status", "picklist", { values: solutionStatuses }],
        ["Product_Name", "lookup", { module: "Products" }],
        ["Question", "textarea", { textarea: "large", length: 32000 }],
        ["Answer", "textarea", { textarea: "large", length: 32000 }],
        ["Add_Comment", "textarea", { textarea: "small", length: 2000 }],
        ["No_of_comments", "integer", { label: "No. of comments", readOnly: true, hidden: true }],
        ["Comments", "text", { json: "jsonarray", length: 2000, readOnly: true, hidden: true }],
      ],
    },
  ],
  relatedLists: [["Cases", "Cases"]],
};
