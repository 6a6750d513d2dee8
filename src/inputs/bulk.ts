import { input } from "@prismatic-io/spectral";
import {
  fieldList,
  idList,
  objectList,
  optionalChoice,
  optionalFlag,
  optionalInteger,
  optionalText,
  requiredId,
} from "./cleaners";
import { conditions as anyConditions } from "./conditions";
import { optionalFile } from "./files";
import { jobId as anyJobId, waitSeconds as anyWaitSeconds } from "./jobs";
import { fields as anyFields, records as anyRecords } from "./records";

export const bulkFields = input({
  ...anyFields,
  comments:
    "The API names of the fields to return, at most 200, with dots for the fields of a lookup. Leave empty for all fields that a bulk read gives. File uploads and multi-select lookups are not among them.",
  clean: fieldList("Fields", 200),
});

export const bulkConditions = input({
  ...anyConditions,
  comments:
    "A list of conditions as JSON objects of field, operator and value, at most 25. The operators are equals, not_equals, contains, starts_with, ends_with, in, between, greater, greater_or_equal, less, less_or_equal, is_empty and is_not_empty. A value takes the type of its field; in and between take lists, lookups and owners IDs.",
});

export const output = input({
  label: "Output",
  type: "string",
  default: "records",
  model: [
    { label: "Records", value: "records" },
    { label: "CSV file", value: "csv" },
  ],
  comments:
    "Whether the records are returned as a list, typed as other actions return them, or as one CSV file.",
  clean: (value: unknown) => optionalChoice("Output", ["records", "csv"])(value) ?? "records",
});

export const bulkMaxRecords = input({
  label: "Max Records",
  type: "string",
  placeholder: "Enter a number",
  comments:
    "The most records to return. Default is 100,000 for a list, and no limit for a CSV file. When there are more, the result says so.",
  example: "5000",
  clean: optionalInteger("Max Records", 1, 10_000_000),
});

export const pageToken = input({
  label: "Page Token",
  type: "string",
  placeholder: "Enter a page token",
  comments:
    "The next_page_token of an earlier bulk read, to go on where it ended. It lives for 24 hours and belongs to the connected user. Fields and conditions are those of the first job then.",
  example: "c8582xx9e7c7",
  clean: optionalText("Page Token"),
});

export const callbackUrl = input({
  label: "Callback URL",
  type: "string",
  placeholder: "Enter a URL",
  comments:
    "The HTTPS address that Zoho calls once by POST when the job has ended, such as the URL of a flow. Leave empty for no call.",
  example: "https://hooks.example.com/trigger/abc",
  clean: (value: unknown) => {
    const url = optionalText("Callback URL")(value);
    if (url !== undefined && !/^https?:\/\/[^\s]+$/.test(url))
      throw new Error("Callback URL: expected an address that begins with https://.");
    return url;
  },
});

export const readJobId = input({
  ...anyJobId,
  comments:
    "The unique identifier of a bulk read that was started before. The action then starts none, and goes on with that one.",
});

export const requiredJobId = input({
  ...anyJobId,
  required: true,
  comments: "The unique identifier of the job, as the action that started it returned it.",
  clean: requiredId("Job ID"),
});

export const bulkWaitSeconds = input({
  ...anyWaitSeconds,
  comments:
    "The most seconds to wait for each job. When they are over, its ID and state are returned, for a later run to go on with. Default is 60, maximum is 840.",
});

export const operation = input({
  label: "Operation",
  type: "string",
  required: true,
  default: "insert",
  model: [
    { label: "Insert", value: "insert" },
    { label: "Update", value: "update" },
    { label: "Upsert", value: "upsert" },
  ],
  comments:
    "What is done with each record: insert creates it, update changes the one that Find By finds, and upsert does either.",
  clean: (value: unknown) => optionalChoice("Operation", ["insert", "update", "upsert"])(value) ?? "insert",
});

export const findBy = input({
  label: "Find By",
  type: "string",
  dataSource: "selectField",
  placeholder: "Select a field",
  comments:
    "The API name of the field by which existing records are found: a unique one, or id. Default is id for update and upsert. With insert, Zoho leaves out records that are there already.",
  example: "Email",
  clean: (value: unknown) => fieldList("Find By", 1)(value)[0],
});

export const bulkRecords = input({
  ...anyRecords,
  required: false,
  comments:
    "A list of records as JSON objects of field API names and values, of any length. They are written 25,000 at a time. Subforms, files and multi-select lookups cannot be written in bulk. Leave empty with a CSV.",
  clean: objectList("Records"),
});

export const csv = input({
  label: "CSV",
  type: "data",
  comments:
    "The records as a CSV in UTF-8, of any length: a file from an earlier step, or text. Its first row has API names or labels of fields, its cells are divided by commas. Leave empty with Records.",
  example: "a reference to a step that returns a file",
  clean: optionalFile("CSV"),
});

export const ignoreEmpty = input({
  label: "Ignore Empty",
  type: "boolean",
  default: "true",
  comments:
    "When true, an empty cell of a CSV leaves its field as it is. When false, it clears the field, and every record must then name every field that any of them has.",
  clean: (value: unknown) => optionalFlag("Ignore Empty")(value) ?? true,
});

export const jobIds = input({
  label: "Job IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a job ID",
  comments:
    "The IDs of the jobs that an earlier run of this action returned for the same records, in their order. They are waited for and not started again.",
  example: "5725767000001408012",
  clean: idList("Job IDs"),
});

export const skip = input({
  label: "Skip Records",
  type: "string",
  placeholder: "Enter a number",
  comments:
    "The next_skip of an earlier result, with its Job ID: so many records of the job are left out, because they were returned before. With Max Records, a flow thus reads a large result some records at a time. Zoho allows ten downloads a minute. Default is 0.",
  example: "5000",
  clean: optionalInteger("Skip Records", 0, 10_000_000),
});
