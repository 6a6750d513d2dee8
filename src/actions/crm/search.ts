import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, optionalApiName, optionalText, requiredText } from "../../inputs/cleaners";
import {
  conditions,
  criteria,
  criteriaParameters,
  email,
  match,
  parameters,
  phone,
  word,
} from "../../inputs/conditions";
import { debugRequest } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import {
  page as anyPage,
  sortBy as anySortBy,
  fetchAll,
  maxRecords,
  perPage,
  sortOrder,
} from "../../inputs/paging";
import { fields as anyFields, converted, externalIdField } from "../../inputs/records";
import { runQuery } from "../../zoho/crm/query/query";
import { searchRecords } from "../../zoho/crm/search/search";

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
  inputs: { query, parameters, fetchAll, maxRecords, includeFieldMetadata, debugRequest },
  call: runQuery,
  example: queryExample,
});

const foundFields = input({
  ...anyFields,
  comments:
    "The API names of the fields to return, at most 50. Leave empty for all of them; subforms are never among them.",
});

const sortField = input({
  ...anySortBy,
  model: undefined,
  dataSource: "selectSearchableField",
  placeholder: "Select a field",
  comments: "The API name of the field to sort by. Zoho sorts by id when this is empty.",
  example: "Last_Name",
  clean: optionalApiName("Sort By"),
});

const approvalState = input({
  label: "Approval State",
  type: "string",
  model: [
    { label: "Approved", value: "approved" },
    { label: "Waiting for approval", value: "approval_process_pending" },
    { label: "Web form, not approved yet", value: "webform_unapproved" },
    { label: "Waiting for review", value: "review_process_pending" },
  ],
  comments:
    "The one state whose records the search of Zoho CRM is to find; approved records when this is empty. Conditions do not look at it.",
  example: "approval_process_pending",
  clean: optionalText("Approval State"),
});

const searchedExternalId = input({
  ...externalIdField,
  comments:
    "The API name of the external ID field that Criteria name, where each user has values of their own in it. Leave empty for one whose values are the same for all.",
});

const foundPage = input({
  ...anyPage,
  comments:
    "The page to return, beginning with 1. Zoho's search ends at 2,000 records and says so; Conditions go on to 100,000, and with Fetch All have no end.",
});

/** Lookups as search and queries both show them. */
const searchExample = {
  data: [
    {
      id: "5725767000000524001",
      Last_Name: "Burns",
      Email: "ada.burns@example.com",
      Owner: { name: "Patricia Boyle", id: "5725767000000411001" },
    },
  ],
  info: { count: 1, more_records: false },
};

export const crmSearchRecords = crmAction({
  label: "CRM - Search Records",
  description:
    "Finds records by criteria, an e-mail address, a phone number or a word through the search of Zoho CRM, or by conditions that are exact and need no search index.",
  inputs: {
    recordType: viewableModule,
    conditions,
    match,
    criteria,
    parameters: criteriaParameters,
    quickSearch: structuredObjectInput({
      label: "Quick Search",
      comments: "One of an email address, a phone number and a word to search for, instead of criteria.",
      inputs: { email, phone, word },
    }),
    fields: foundFields,
    fetchAll,
    pagination: structuredObjectInput({
      label: "Pagination",
      comments: "The page to return and its size, and the most records with Fetch All.",
      inputs: { maxRecords, page: foundPage, per_page: perPage },
    }),
    filters: structuredObjectInput({
      label: "Filters",
      comments: "Which of the records that are found are listed, and in which order.",
      inputs: {
        converted,
        approval_state: approvalState,
        externalIdField: searchedExternalId,
        sort_by: sortField,
        sort_order: sortOrder,
      },
    }),
  },
  call: searchRecords,
  example: searchExample,
});
