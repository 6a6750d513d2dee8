import { input } from "@prismatic-io/spectral";
import { booksAction } from "../../../define";
import {
  actionableType,
  creatableType,
  createOptions,
  dynamicValues,
  parentInputs,
  queryParams,
  recordId,
  recordType,
  removableType,
  updatableType,
  updateOptions,
} from "../../../inputs/books";
import { optionalObject, optionalText, requiredApiName, requiredText } from "../../../inputs/cleaners";
import { debugRequest } from "../../../inputs/connection";
import { asMapped, booksFieldMapping, mapped } from "../../../inputs/mapping";
import { fieldValues as anyFieldValues, record as anyRecord } from "../../../inputs/records";
import { runRecordAction } from "../../../zoho/books/records/many";
import { createRecord, removeRecord, updateRecord, upsertRecord } from "../../../zoho/books/records/records";
import { createdExample, removedExample, updatedExample } from "../exampleValues";
import { writtenExample } from "./examples";

const upsertableType = recordType(
  "The type of the record: one of those in which Zoho finds records by a unique custom field.",
  ({ upserts }) => upserts !== undefined,
);

const actionRecordId = input({
  ...recordId,
  required: false,
  comments:
    "The unique identifier of the record. Only stopping the running timer and inviting a user to a project need none.",
  clean: optionalText("Record ID"),
});

const fieldValues = input({
  ...anyFieldValues,
  dataSource: "selectBooksField",
  comments:
    "The fields to set and their values: fields of Zoho's by name, custom fields by API name or label. Text is turned into what the field takes: numbers, true or false, dates, and JSON for lists such as line_items.",
  example: "customer_id: 982000000567001",
});

const record = input({
  ...anyRecord,
  comments:
    "The record as a JSON object of field names and values. Dynamic Fields and Values take precedence over it.",
  example:
    '{ "contact_name": "Bowman & Co", "custom_fields": [{ "api_name": "cf_region", "value": "West" }] }',
});

const valueInputs = { dynamicValues, fieldValues, record, fieldMapping: booksFieldMapping };

const uniqueField = input({
  label: "Unique Field",
  type: "string",
  required: true,
  placeholder: "Enter an API name",
  comments: "The API name of a custom field of the record type that is set to prevent duplicate values.",
  example: "cf_external_id",
  clean: requiredApiName("Unique Field"),
});

const uniqueValue = input({
  label: "Unique Value",
  type: "string",
  required: true,
  placeholder: "Enter a value",
  comments:
    "The value to look for in the unique field, in characters of ASCII, for Zoho takes it in a header. A new record gets it too.",
  example: "ERP-10023",
  clean: requiredText("Unique Value"),
});

const recordAction = input({
  label: "Record Action",
  type: "string",
  required: true,
  dataSource: "selectBooksRecordAction",
  placeholder: "Select an action",
  comments:
    "What to do with the record. Each record type has its own actions, such as markSent, void or writeOff for invoices.",
  example: "markSent",
  clean: requiredText("Record Action"),
});

const actionValues = input({
  label: "Action Values",
  type: "code",
  language: "json",
  comments: "Values that the action takes, as a JSON object of Zoho's field names. Most actions take none.",
  example: '{ "reason": "Ordered twice" }',
  clean: optionalObject("Action Values"),
});

export const booksCreateRecord = booksAction({
  label: "Books - Create Record",
  description:
    "Creates one record of any type: a contact (customer or vendor), item, estimate (quote), sales order, invoice, credit note, refund, bill, purchase order, expense, project, journal and more.",
  inputs: {
    recordType: creatableType,
    ...parentInputs,
    ...valueInputs,
    ...createOptions,
    debugRequest,
  },
  call: mapped(createRecord),
  writes: true,
  example: createdExample,
  exampleFor: asMapped((input) => writtenExample(createdExample, input)),
});

export const booksRemoveRecord = booksAction({
  label: "Books - Remove Record",
  description: "Removes one record of any type, such as a contact, an invoice or an expense.",
  inputs: { recordType: removableType, recordId, ...parentInputs, debugRequest },
  call: removeRecord,
  writes: true,
  example: removedExample,
});

const actionExample = { code: 0, message: "Invoice status has been changed to Sent." };

export const booksRunRecordAction = booksAction({
  label: "Books - Run Record Action",
  description:
    "Changes the state of a record, or does something else with it that Zoho offers: approve, submit, mark as sent, accept, decline, void, write off, convert an estimate or sales order to an invoice, mark open or inactive, stop or resume and more.",
  inputs: {
    recordType: actionableType,
    recordId: actionRecordId,
    ...parentInputs,
    recordAction,
    actionValues,
    queryParams,
  },
  call: runRecordAction,
  writes: true,
  example: actionExample,
});

export const booksUpdateRecord = booksAction({
  label: "Books - Update Record",
  description:
    "Updates one record of any type, such as an invoice, a bill or a contact (customer or vendor); fields that are not given stay as they are.",
  inputs: {
    recordType: updatableType,
    recordId,
    ...parentInputs,
    ...valueInputs,
    ...updateOptions,
    debugRequest,
  },
  call: mapped(updateRecord),
  writes: true,
  example: updatedExample,
  exampleFor: asMapped((input) => writtenExample(updatedExample, input)),
});

export const booksUpsertRecord = booksAction({
  label: "Books - Upsert Record",
  description: "Updates the record with a value in a unique custom field, or creates it.",
  inputs: {
    recordType: upsertableType,
    uniqueField,
    uniqueValue,
    ...valueInputs,
    ...updateOptions,
  },
  call: mapped(upsertRecord),
  writes: true,
  example: updatedExample,
  exampleFor: asMapped((input) => writtenExample(updatedExample, input)),
});
