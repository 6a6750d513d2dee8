import { input } from "@prismatic-io/spectral";
import { showUpdatedRecords as anyUpdated, selectedFields } from "../../inputs/triggers";

export const showUpdatedRecords = input({
  ...anyUpdated,
  comments: "When true, changed records are emitted as updated.",
});

export const listedFields = input({
  ...selectedFields,
  dataSource: undefined,
  placeholder: "Enter a field's name",
  comments:
    "The names of the fields to return, as Zoho Books lists them, such as invoice_number. The id and the times of a record are always returned. Leave empty for every field of the list.",
  example: "invoice_number",
});
