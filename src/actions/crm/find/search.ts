import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { optionalApiName, optionalText } from "../../../inputs/cleaners";
import {
  conditions,
  criteria,
  criteriaParameters,
  email,
  match,
  phone,
  word,
} from "../../../inputs/conditions";
import { viewableModule } from "../../../inputs/modules";
import {
  page as anyPage,
  sortBy as anySortBy,
  fetchAll,
  maxRecords,
  perPage,
  sortOrder,
} from "../../../inputs/paging";
import { fields as anyFields, converted } from "../../../inputs/records";
import { searchRecords } from "../../../zoho/crm/search/search";

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
    email,
    phone,
    word,
    fields: foundFields,
    fetchAll,
    maxRecords,
    page: foundPage,
    per_page: perPage,
    sort_by: sortField,
    sort_order: sortOrder,
    converted,
    approval_state: approvalState,
  },
  call: searchRecords,
  example: searchExample,
});
