import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  conditions,
  criteria,
  criteriaParameters,
  email,
  foundFields,
  foundPage,
  match,
  phone,
  sortField,
  word,
} from "../../../inputs/crm/search";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords, perPage, sortOrder } from "../../../inputs/paging";
import { converted } from "../../../inputs/records";
import { searchExample } from "../../../outputs/crm/find";
import { reads } from "../../../outputs/output";
import { searchRecords } from "../../../zoho/crm/search/search";

export const crmSearchRecords = action({
  display: {
    label: "CRM - Search Records",
    description:
      "Finds records by criteria, an e-mail address, a phone number or a word through the search of Zoho CRM, or by conditions that are exact and need no search index.",
  },
  inputs: {
    connection,
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
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => searchRecords(crm, input)),
  ...reads(searchExample),
});
