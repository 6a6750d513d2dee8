import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { flag, optionalApiName, optionalChoice, optionalInteger, optionalText } from "./cleaners";

/** A number from 1; none where it is 0 or empty. */
const pageNumber = (label: string, max: number) => (value: unknown) =>
  value === 0 || value === "0" ? undefined : optionalInteger(label, 1, max)(value);

export const fetchAll = input({
  label: "Fetch All",
  type: "boolean",
  default: "false",
  comments: "When true, all pages are read and returned as one list, and the page inputs are ignored.",
  clean: flag("Fetch All"),
});

export const maxRecords = input({
  label: "Max Records",
  type: "string",
  placeholder: "Enter a number",
  comments: "The most records to return with Fetch All. Leave empty for no limit.",
  example: "5000",
  clean: optionalInteger("Max Records", 1, 10_000_000),
});

export const page = input({
  label: "Page",
  type: "string",
  placeholder: "Enter a page number",
  comments:
    "The page to return, beginning with 1. Pages end at 2,000 records; beyond, use Page Token or Fetch All.",
  example: "1",
  clean: pageNumber("Page", 2000),
});

export const perPage = input({
  label: "Per Page",
  type: "string",
  placeholder: "Enter a page size",
  comments: "The number of records on a page. Maximum is 200.",
  example: "200",
  clean: pageNumber("Per Page", 200),
});

export const pageToken = input({
  label: "Page Token",
  type: "string",
  placeholder: "Enter a page token",
  comments:
    "The next_page_token of the previous page's info. It is valid for 24 hours and for the same inputs only.",
  example: "c8582xx9e7c7",
  clean: optionalText("Page Token"),
});

export const sortBy = input({
  label: "Sort By",
  type: "string",
  model: [
    { label: "ID", value: "id" },
    { label: "Created Time", value: "Created_Time" },
    { label: "Modified Time", value: "Modified_Time" },
  ],
  comments: "The field to sort by. Zoho offers these three; other orders are possible with a COQL query.",
  example: "Modified_Time",
  clean: optionalApiName("Sort By"),
});

export const sortOrder = input({
  label: "Sort Order",
  type: "string",
  model: [
    { label: "Ascending", value: "asc" },
    { label: "Descending", value: "desc" },
  ],
  comments: "The direction of the order. Zoho sorts descending when this is empty.",
  example: "desc",
  clean: optionalChoice("Sort Order", ["asc", "desc"]),
});

/** The order of a list. */
export const sortingInput = structuredObjectInput({
  label: "Sorting",
  comments: "The field to sort by, and the direction.",
  inputs: { sort_by: sortBy, sort_order: sortOrder },
});

/** The page inputs of a list. */
export const pagingInputs = {
  fetchAll,
  pagination: structuredObjectInput({
    label: "Pagination",
    comments: "The page to return and its size, and the most records with Fetch All.",
    inputs: { maxRecords, page, per_page: perPage, page_token: pageToken },
  }),
};

/** The page input of lists without page tokens. */
export const numberedPage = input({ ...page, comments: "The page to return, beginning with 1." });

/** The page inputs of lists without page tokens. */
export const numberedPaging = {
  fetchAll,
  pagination: structuredObjectInput({
    label: "Pagination",
    comments: "The page to return and its size, and the most records with Fetch All.",
    inputs: { maxRecords, page: numberedPage, per_page: perPage },
  }),
};
