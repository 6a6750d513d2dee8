import { input, structuredObjectInput } from "@prismatic-io/spectral";
import {
  fieldList,
  idList,
  objectList,
  optionalApiName,
  optionalChoice,
  optionalId,
  optionalText,
  optionalTime,
  recordValues,
  requiredId,
  requiredText,
} from "./cleaners";
import { viewableModule } from "./modules";
import { maxRecords } from "./paging";

export const recordId = input({
  label: "Record ID",
  type: "string",
  required: true,
  dataSource: "selectCrmRecord",
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record, or the value of its external ID field when one is named.",
  example: "5725767000000524001",
  clean: requiredText("Record ID"),
});

export const externalIdField = input({
  label: "External ID Field",
  type: "string",
  comments:
    "The API name of the external ID field that Record ID is a value of. Leave empty when Record ID is Zoho's own.",
  placeholder: "Enter a field's API name",
  example: "External_Id",
  clean: optionalApiName("External ID Field"),
});

export const fields = input({
  label: "Fields",
  type: "string",
  collection: "valuelist",
  dataSource: "selectField",
  placeholder: "Select a field",
  comments:
    "The API names of the fields to return, at most 50. Leave empty for the first 50 fields of the module.",
  example: "Last_Name",
  clean: fieldList("Fields"),
});

export const customViewId = input({
  label: "Custom View ID",
  type: "string",
  dataSource: "selectCustomView",
  placeholder: "Select a custom view",
  comments:
    "The unique identifier of a custom view whose records to list. It cannot be combined with Sort By.",
  example: "5725767000000087501",
  clean: optionalId("Custom View ID"),
});

export const ids = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a record ID",
  comments: "The unique identifiers of the records to list. Leave empty for all. Maximum is 100.",
  example: "5725767000000524001",
  clean: idList("Record IDs", 100),
});

export const converted = input({
  label: "Converted",
  type: "string",
  model: [
    { label: "Only records that are not converted", value: "false" },
    { label: "Only converted records", value: "true" },
    { label: "Both", value: "both" },
  ],
  comments: "Whether converted leads are listed. Zoho leaves them out when this is empty.",
  example: "both",
  clean: optionalChoice("Converted", ["true", "false", "both"]),
});

export const approved = input({
  label: "Approved",
  type: "string",
  model: [
    { label: "Only records that are approved", value: "true" },
    { label: "Only records that wait for approval", value: "false" },
    { label: "Both", value: "both" },
  ],
  comments: "Whether records that wait for approval are listed. Zoho leaves them out when this is empty.",
  example: "both",
  clean: optionalChoice("Approved", ["true", "false", "both"]),
});

export const modifiedSince = input({
  label: "Modified Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "Lists only records that changed at this time or later, in ISO 8601 with an offset. Fractions of a second are cut off.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("Modified Since"),
});

/** Which of a module's records are listed. */
export const listFilters = structuredObjectInput({
  label: "Filters",
  comments:
    "Which of the records are listed: by custom view, ID, conversion, approval or time of change, and the most of them with Fetch All.",
  inputs: { customViewId, ids, converted, approved, modifiedSince, maxRecords },
});

export const fieldValues = input({
  label: { key: "Field", value: "Values" },
  type: "string",
  collection: "keyvaluelist",
  dataSource: "selectWritableField",
  comments:
    "The fields to set, by API name or label, and their values. Text is turned into what the field's type wants: numbers, dates, IDs of lookups, and lists separated by semicolons.",
  example: "Last_Name: Burns",
  clean: (value: unknown) => recordValues("Values")(value) ?? {},
});

/** How lookups of a record that comes as an object may name others. */
const byExternalId =
  'A lookup is the ID of a record, or an object with the value of an external ID field of its module, as in `{ "Account_Name": { "External_Account_ID": "A-17" } }`.';

export const dynamicValues = input({
  label: "Dynamic Fields",
  type: "data",
  comments: `An object of field API names and values from an earlier step, or a list of keys and values. Values given in Values take precedence. ${byExternalId}`,
  example: '{ "Last_Name": "Burns", "Annual_Revenue": 250000 }',
  clean: recordValues("Dynamic Fields"),
});

export const record = input({
  label: "Record",
  type: "code",
  language: "json",
  comments: `The record as a JSON object of field API names and values, such as the value of a record form. Dynamic Fields and Values take precedence over it. ${byExternalId}`,
  example: '{ "Last_Name": "Burns", "Owner": { "id": "5725767000000411001" } }',
  clean: recordValues("Record"),
});

/** What stands beside the records in the body of Zoho's own call, and the inputs that set it. */
const optionsOfBodies = {
  trigger: "the input Triggers",
  skip_feature_execution: "the input Skip Cadences",
  apply_feature_execution: "the input Apply Layout Rules",
  lar_id: "the input Assignment Rule ID",
  duplicate_check_fields: "the input Duplicate Check Fields",
  process: "the input Triggers",
  wf_trigger: "the input Trigger Workflow",
};

export const records = input({
  label: "Records",
  type: "code",
  language: "json",
  required: true,
  comments:
    "A list of records as JSON objects of field API names and values, of any length. They are sent 100 at a time.",
  example: '[{ "Last_Name": "Burns" }, { "Last_Name": "Simpson" }]',
  clean: objectList("Records", optionsOfBodies),
});

/** The ID of a record, where external IDs are not taken. */
export const ownRecordId = input({
  ...recordId,
  comments: "The unique identifier of the record.",
  clean: requiredId("Record ID"),
});

const notedModule = input({
  ...viewableModule,
  required: false,
  comments:
    "The API name of the module of the record whose notes to list. Leave empty, with Record ID, for the notes of the whole organization, which Zoho lists for administrators alone.",
  clean: optionalApiName("Record Type"),
});

const notedRecordId = input({
  ...recordId,
  required: false,
  comments: "The unique identifier of the record whose notes to list.",
  clean: optionalText("Record ID"),
});

/** The record whose notes are meant, or none for those of the organization. */
export const parentOfNote = { recordType: notedModule, recordId: notedRecordId };
