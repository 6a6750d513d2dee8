import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { fieldList, flag, optionalChoice } from "../../../inputs/cleaners";
import { criteria, criteriaParameters, email, phone, word } from "../../../inputs/conditions";
import { debugRequest } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords, page, pageToken, perPage, sortBy, sortOrder } from "../../../inputs/paging";
import {
  customViewId as anyCustomViewId,
  externalIdField,
  fields,
  listFilters,
  recordId,
} from "../../../inputs/records";
import { getAllRecords } from "../../../zoho/crm/records/allRecords";
import { countRecords } from "../../../zoho/crm/records/count";
import { getRecord, getRecords } from "../../../zoho/crm/records/records";
import { recordExample, recordPageInfo, wholeRecordExample } from "../exampleValues";

const countedViewId = input({
  ...anyCustomViewId,
  comments:
    "The unique identifier of a custom view whose records to count. Leave empty for all of the module.",
});

const recordFields = input({
  ...fields,
  comments:
    "The API names of the fields to return, at most 50. Leave empty for all fields, subforms included.",
  clean: fieldList("Fields"),
});

const queriedFields = input({
  ...fields,
  comments:
    "The API names of the fields to return, at most 50. Leave empty for all fields that a query can select.",
});

const mostRecords = input({
  ...maxRecords,
  comments: "The most records to return. Leave empty for no limit.",
});

const method = input({
  label: "Method",
  type: "string",
  model: [
    { label: "The cheapest", value: "" },
    { label: "Query", value: "coql" },
    { label: "List", value: "list" },
    { label: "Bulk jobs", value: "bulk" },
  ],
  comments:
    "The way to read: coql for queries, list, or bulk for bulk jobs, which give lookups with their IDs alone. Leave empty for the cheapest, which returns the same values whichever it is.",
  example: "coql",
  clean: optionalChoice("Method", ["coql", "list", "bulk"]),
});

const allowMissing = input({
  label: "Allow Missing",
  type: "boolean",
  default: "false",
  comments: "When true, an unknown ID gives an empty list instead of an error.",
  clean: flag("Allow Missing"),
});

const allRecordsExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns", Email: "ada.burns@example.com" }],
  info: {
    count: 1,
    more_records: false,
    method: "coql",
    reason: "A query can select every field.",
    requests: 2,
    credits: 2,
  },
};

export const crmGetAllRecords = crmAction({
  label: "CRM - Get All Records",
  description:
    "Returns all records of a module by the cheapest way, and says which it was, why, and what it cost. All are those that a query shows the connected user, whatever fields are asked for; converted leads are not among them.",
  inputs: { recordType: viewableModule, fields: queriedFields, maxRecords: mostRecords, method },
  call: getAllRecords,
  example: allRecordsExample,
});

const countExample = { count: 42 };

export const crmCountRecords = crmAction({
  label: "CRM - Count Records",
  description: "Returns how many records a module has, or a custom view of it, or a search.",
  inputs: {
    recordType: viewableModule,
    customViewId: countedViewId,
    criteria,
    parameters: criteriaParameters,
    email,
    phone,
    word,
  },
  call: countRecords,
  example: countExample,
});

export const crmGetRecord = crmAction({
  label: "CRM - Get Record",
  description:
    "Returns one record of a module, such as a lead, contact, deal or task, by its ID or by the value of an external ID field.",
  inputs: {
    recordType: viewableModule,
    recordId,
    externalIdField,
    fields: recordFields,
    allowMissing,
    debugRequest,
  },
  call: getRecord,
  example: wholeRecordExample,
});

export const crmGetRecords = crmAction({
  label: "CRM - Get Records",
  description:
    "Lists the records of a module, such as leads, contacts, deals, tasks, meetings or calls, one page or all of them.",
  inputs: {
    recordType: viewableModule,
    fields,
    fetchAll,
    page,
    per_page: perPage,
    page_token: pageToken,
    sort_by: sortBy,
    sort_order: sortOrder,
    filters: listFilters,
    debugRequest,
  },
  call: getRecords,
  example: { ...recordExample, info: recordPageInfo },
});
