import { input } from "@prismatic-io/spectral";
import { booksAction } from "../../../define";
import {
  creatableType,
  createOptions,
  parentInputs,
  removableType,
  updatableType,
  updateOptions,
} from "../../../inputs/books";
import { optionalInteger, textList } from "../../../inputs/cleaners";
import { asMapped, manyBooksFieldMapping, mapped } from "../../../inputs/mapping";
import { records as anyRecords } from "../../../inputs/records";
import { manyInputs as anyManyInputs } from "../../../inputs/writing";
import { createRecords, removeRecords, updateRecords } from "../../../zoho/books/records/many";
import { createdExample, removedExample, updatedExample } from "../exampleValues";
import { manyWrittenExample } from "./examples";

const recordIds = input({
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

const records = input({
  ...anyRecords,
  comments:
    "A list of records as JSON objects of field names and values, of any length. Each takes one of the 100 requests a minute, so that about 1,400 fit in an execution of 15 minutes.",
  example: '[{ "contact_name": "Bowman & Co" }, { "contact_name": "SAF Instruments" }]',
});

const updatedRecords = input({
  ...records,
  comments:
    "A list of JSON objects, each with the record's id in its own field, such as contact_id, and the fields to change. Each takes one of the 100 requests a minute, so that about 1,400 fit in an execution of 15 minutes.",
  example: '[{ "contact_id": "460000000026049", "notes": "Prefers email" }]',
});

const manyInputs = {
  ...anyManyInputs,
  concurrency: input({
    ...anyManyInputs.concurrency,
    comments:
      "The number of requests in flight at once. Default and maximum is 5, which every edition allows.",
    clean: optionalInteger("Concurrency", 1, 5),
  }),
};

/** One record that was written, and one that was not for a reason. */
const many = (action: "insert" | "update" | "delete", details: object, reason: object) => ({
  data: [
    {
      index: 0,
      status: "success",
      code: "0",
      message: "message" in details ? details.message : "",
      id: "982000000567114",
      action,
      details,
    },
    {
      index: 1,
      status: "error",
      ...reason,
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 2, credits: 2 },
});

const manyCreatedExample = many("insert", createdExample, {
  code: "4",
  message: "Invalid value passed for customer_id",
  hint: "Check the value, and that an ID belongs to a record of this organization.",
});

export const booksCreateRecords = booksAction({
  label: "Books - Create Records",
  description:
    "Creates any number of records (bulk create), paced to what Zoho takes in a minute, and reports what became of each.",
  inputs: {
    recordType: creatableType,
    ...parentInputs,
    records,
    fieldMapping: manyBooksFieldMapping,
    ...createOptions,
    ...manyInputs,
  },
  call: mapped(createRecords),
  writes: true,
  example: manyCreatedExample,
  exampleFor: asMapped((input) => manyWrittenExample(createdExample, "insert", input)),
});

const unknownInvoice = {
  code: "1002",
  message: "Invoice does not exist.",
  hint: "Check the id, and that the record belongs to this organization.",
};

const manyRemovedExample = many("delete", removedExample, unknownInvoice);

export const booksRemoveRecords = booksAction({
  label: "Books - Remove Records",
  description:
    "Removes any number of records (bulk delete), paced to what Zoho takes in a minute, and reports what became of each.",
  inputs: { recordType: removableType, ...parentInputs, recordIds, ...manyInputs },
  call: removeRecords,
  writes: true,
  example: manyRemovedExample,
});

const manyUpdatedExample = many("update", updatedExample, unknownInvoice);

export const booksUpdateRecords = booksAction({
  label: "Books - Update Records",
  description:
    "Updates any number of records (bulk update), paced to what Zoho takes in a minute, and reports what became of each.",
  inputs: {
    recordType: updatableType,
    ...parentInputs,
    records: updatedRecords,
    fieldMapping: manyBooksFieldMapping,
    ...updateOptions,
    ...manyInputs,
  },
  call: mapped(updateRecords),
  writes: true,
  example: manyUpdatedExample,
  exampleFor: asMapped((input) => manyWrittenExample(updatedExample, "update", input)),
});
