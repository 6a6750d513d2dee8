import { input } from "@prismatic-io/spectral";
import {
  keyValues,
  optionalApiName,
  optionalInteger,
  optionalText,
  optionalTime,
  requiredApiName,
  requiredText,
  textList,
} from "../cleaners";
import { fetchAll, maxRecords, page, perPage, sortOrder } from "../paging";
import { queryParams as anyQueryParams } from "../raw";
import {
  dynamicValues as anyDynamicValues,
  fieldValues as anyFieldValues,
  record as anyRecord,
  records as anyRecords,
} from "../records";
import { manyInputs as anyManyInputs } from "../writing";

export const recordId = input({
  label: "Record ID",
  type: "string",
  required: true,
  dataSource: "selectBooksRecord",
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record.",
  example: "982000000567114",
  clean: requiredText("Record ID"),
});

export const actionRecordId = input({
  ...recordId,
  required: false,
  comments:
    "The unique identifier of the record. Only stopping the running timer and inviting a user to a project need none.",
  clean: optionalText("Record ID"),
});

export const recordIds = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter a record ID",
  comments:
    "The unique identifiers of the records, of any number. Each takes one of the 100 requests a minute, so that about 1,400 fit in an execution of 15 minutes.",
  example: "982000000567114",
  clean: (value: unknown) => {
    const ids = textList("Record IDs")(value);
    if (ids.length === 0) throw new Error("Record IDs: expected at least one ID, got nothing.");
    return ids;
  },
});

export const searchFields = input({
  label: "Search Fields",
  type: "string",
  collection: "keyvaluelist",
  placeholder: "Enter a search parameter",
  comments:
    "Search parameters of the record type and their values, such as contact_name, or status for invoices. Text takes _startswith and _contains after the name, dates and amounts _start, _end, _before and _after. Zoho ignores names that it does not know.",
  example: "customer_name_contains: Bowman",
  clean: keyValues("Search Fields"),
});

export const filterBy = input({
  label: "Filter By",
  type: "string",
  placeholder: "Enter a filter",
  comments: "One of Zoho's own filters of the record type.",
  example: "Status.Overdue",
  clean: optionalText("Filter By"),
});

export const sortBy = input({
  label: "Sort By",
  type: "string",
  placeholder: "Enter a column",
  comments:
    "The column to sort by. Each record type has its own, such as date, total or created_time for invoices.",
  example: "created_time",
  clean: optionalApiName("Sort By"),
});

export const modifiedSince = input({
  label: "Modified Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "Lists only records that changed at or after this time, in ISO 8601 with an offset. Zoho offers it for invoices, bills, sales orders, purchase orders, journals, vendor credits, vendor payments, recurring bills, accounts and base currency adjustments.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("Modified Since"),
});

export const pagingInputs = {
  fetchAll,
  maxRecords,
  page: input({ ...page, comments: "The page to return, beginning with 1." }),
  per_page: perPage,
};

export const listInputs = {
  searchFields,
  filterBy,
  sort_by: sortBy,
  sort_order: input({ ...sortOrder, comments: "The direction of the order." }),
  modifiedSince,
  ...pagingInputs,
};

export const fieldValues = input({
  ...anyFieldValues,
  dataSource: "selectBooksField",
  comments:
    "The fields to set and their values: fields of Zoho's by name, custom fields by API name or label. Text is turned into what the field takes: numbers, true or false, dates, and JSON for lists such as line_items.",
  example: "customer_id: 982000000567001",
});

export const dynamicValues = input({
  ...anyDynamicValues,
  comments:
    "An object of field names and values from an earlier step. Values given in Values take precedence.",
  example:
    '{ "customer_id": "982000000567001", "line_items": [{ "item_id": "982000000030049", "quantity": 1 }] }',
});

export const record = input({
  ...anyRecord,
  comments:
    "The record as a JSON object of field names and values. Dynamic Fields and Values take precedence over it.",
  example:
    '{ "contact_name": "Bowman & Co", "custom_fields": [{ "api_name": "cf_region", "value": "West" }] }',
});

export const valueInputs = { dynamicValues, fieldValues, record };

export const records = input({
  ...anyRecords,
  comments:
    "A list of records as JSON objects of field names and values, of any length. Each takes one of the 100 requests a minute, so that about 1,400 fit in an execution of 15 minutes.",
  example: '[{ "contact_name": "Bowman & Co" }, { "contact_name": "SAF Instruments" }]',
});

export const updatedRecords = input({
  ...records,
  comments:
    "A list of JSON objects, each with the record's id in its own field, such as contact_id, and the fields to change. Each takes one of the 100 requests a minute, so that about 1,400 fit in an execution of 15 minutes.",
  example: '[{ "contact_id": "460000000026049", "notes": "Prefers email" }]',
});

export const queryParams = input({
  ...anyQueryParams,
  label: "Query Parameters",
  comments: "Further parameters of Zoho's for this call, by name.",
  example: "salesorder_id: 982000000567114",
});

export const uniqueField = input({
  label: "Unique Field",
  type: "string",
  required: true,
  placeholder: "Enter an API name",
  comments: "The API name of a custom field of the record type that is set to prevent duplicate values.",
  example: "cf_external_id",
  clean: requiredApiName("Unique Field"),
});

export const uniqueValue = input({
  label: "Unique Value",
  type: "string",
  required: true,
  placeholder: "Enter a value",
  comments: "The value to look for in the unique field. A new record gets it too.",
  example: "ERP-10023",
  clean: requiredText("Unique Value"),
});

export const manyInputs = {
  ...anyManyInputs,
  concurrency: input({
    ...anyManyInputs.concurrency,
    comments:
      "The number of requests in flight at once. Default and maximum is 5, which every edition allows.",
    clean: optionalInteger("Concurrency", 1, 5),
  }),
};
