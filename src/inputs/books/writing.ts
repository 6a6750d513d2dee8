import { input } from "@prismatic-io/spectral";
import { flag, optionalObject, requiredText } from "../cleaners";

export const send = input({
  label: "Send",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho emails the new estimate or invoice to the contact persons that it names.",
  clean: flag("Send"),
});

export const ignoreAutoNumberGeneration = input({
  label: "Ignore Auto Number Generation",
  type: "boolean",
  default: "false",
  comments:
    "When true, the record takes the number that it is given, such as invoice_number, which is mandatory then.",
  clean: flag("Ignore Auto Number Generation"),
});

export const recordAction = input({
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

export const actionValues = input({
  label: "Action Values",
  type: "code",
  language: "json",
  comments: "Values that the action takes, as a JSON object of Zoho's field names. Most actions take none.",
  example: '{ "reason": "Ordered twice" }',
  clean: optionalObject("Action Values"),
});
