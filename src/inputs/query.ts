import { input } from "@prismatic-io/spectral";
import { flag, keyValues, requiredText } from "./cleaners";

export const query = input({
  label: "Query",
  type: "code",
  language: "sql",
  required: true,
  comments:
    "The [COQL query](https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html) to run. It needs a where clause, and more than two conditions stand in parentheses by pairs. Names such as :company are replaced by Parameters.",
  example: "select Last_Name, Email from Leads where Company = :company",
  clean: requiredText("Query"),
});

export const parameters = input({
  label: "Parameters",
  type: "string",
  collection: "keyvaluelist",
  comments:
    "Values for the :names of the query. Each is bound as a literal of its column's type, so that no value can change the query. A list fills in (:names).",
  example: "company: ABC Inc.",
  clean: keyValues("Parameters"),
});

export const includeFieldMetadata = input({
  label: "Include Field Metadata",
  type: "boolean",
  default: "false",
  comments: "When true, the descriptions of the selected fields are returned too.",
  clean: flag("Include Field Metadata"),
});
