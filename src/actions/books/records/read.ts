import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { booksAction } from "../../../define";
import { listableType, parentInputs, recordId, typeFor } from "../../../inputs/books";
import { keyValues, optionalApiName, optionalText, optionalTime } from "../../../inputs/cleaners";
import { searchText } from "../../../inputs/conditions";
import { debugRequest } from "../../../inputs/connection";
import { fetchAll, maxRecords, numberedPage, perPage, sortOrder } from "../../../inputs/paging";
import { getRecords } from "../../../zoho/books/records/listing";
import { getRecord } from "../../../zoho/books/records/records";
import { invoice } from "../exampleInvoice";
import { recordListExample } from "../exampleValues";

const readableType = typeFor("get", "The type of the record to return.");

const searchFields = input({
  label: { key: "Parameter", value: "Search Fields" },
  type: "string",
  collection: "keyvaluelist",
  placeholder: "Enter a search parameter",
  comments:
    "Search parameters of the record type and their values, such as contact_name, or status for invoices. Text takes _startswith and _contains after the name, dates and amounts _start, _end, _before and _after. Zoho ignores names that it does not know.",
  example: "customer_name_contains: Bowman",
  clean: keyValues("Search Fields"),
});

const filterBy = input({
  label: "Filter By",
  type: "string",
  placeholder: "Enter a filter",
  comments:
    "One of Zoho's own filters of the record type. Beside it Zoho ignores search fields of dates, so that both together are refused; the search field status goes with dates. Bank transactions need the search field account_id too.",
  example: "Status.Overdue",
  clean: optionalText("Filter By"),
});

const sortBy = input({
  label: "Sort By",
  type: "string",
  placeholder: "Enter a column",
  comments:
    "The column to sort by. Each record type has its own, such as date, total or created_time for invoices.",
  example: "created_time",
  clean: optionalApiName("Sort By"),
});

const modifiedSince = input({
  label: "Modified Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "Lists only records that changed at or after this time, in ISO 8601 with an offset, the newest changes first unless Sort By names another order. For record types whose list says when a record was changed, such as contacts, items, invoices, bills, estimates, expenses and journals.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("Modified Since"),
});

const listInputs = {
  searchFields,
  fetchAll,
  page: numberedPage,
  per_page: perPage,
  filters: structuredObjectInput({
    label: "Filters",
    comments: "Which of the records are listed and in which order, and the most of them with Fetch All.",
    inputs: {
      searchText,
      filterBy,
      modifiedSince,
      sort_by: sortBy,
      sort_order: input({ ...sortOrder, comments: "The direction of the order." }),
      maxRecords,
    },
  }),
};

const recordExample = { code: 0, message: "success", invoice };

export const booksGetRecord = booksAction({
  label: "Books - Get Record",
  description:
    "Returns one record of any type by its ID, such as an invoice, an estimate, a bill or a contact (customer or vendor).",
  inputs: { recordType: readableType, recordId, ...parentInputs, debugRequest },
  call: getRecord,
  example: recordExample,
});

export const booksGetRecords = booksAction({
  label: "Books - Get Records",
  description:
    "Lists the records of a type, such as invoices, estimates, bills or contacts (customers and vendors), one page or all of them.",
  inputs: { recordType: listableType, ...parentInputs, ...listInputs, debugRequest },
  call: getRecords,
  example: recordListExample,
});
