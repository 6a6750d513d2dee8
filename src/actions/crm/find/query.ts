import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { flag, requiredText } from "../../../inputs/cleaners";
import { parameters } from "../../../inputs/conditions";
import { fetchAll, maxRecords } from "../../../inputs/paging";
import { runQuery } from "../../../zoho/crm/query/query";

const query = input({
  label: "Query",
  type: "code",
  language: "sql",
  required: true,
  comments:
    "The [COQL query](https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html) to run. It needs a where clause, and more than two conditions stand in parentheses by pairs. A quote within a text is doubled, and a column that is named like a word of SQL is quoted. Converted leads are left out unless the where clause names Converted__s. Names such as :company are replaced by Parameters.",
  example: "select Last_Name, Email from Leads where Company = :company",
  clean: requiredText("Query"),
});

const includeFieldMetadata = input({
  label: "Include Field Metadata",
  type: "boolean",
  default: "false",
  comments: "When true, the descriptions of the selected fields are returned too.",
  clean: flag("Include Field Metadata"),
});

const queryExample = {
  data: [{ Last_Name: "Burns", Email: "ada.burns@example.com", id: "5725767000000524001" }],
  info: { count: 1, more_records: false },
};

export const crmRunQuery = crmAction({
  label: "CRM - COQL Query",
  description: "Runs a COQL query and returns its rows, one page of up to 2,000 or all of them.",
  inputs: { query, parameters, fetchAll, maxRecords, includeFieldMetadata },
  call: runQuery,
  example: queryExample,
});
