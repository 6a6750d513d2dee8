import { input } from "@prismatic-io/spectral";
import { fieldList, optionalFlag, optionalTime } from "./cleaners";
import { fields as anyFields } from "./records";

/** A flag that is on unless it is turned off. */
const onUnlessOff = (label: string) => (value: unknown) => optionalFlag(label)(value) ?? true;

export const showNewRecords = input({
  label: "Show New Records",
  type: "boolean",
  default: "true",
  comments: "When true, new records are emitted as created.",
  clean: onUnlessOff("Show New Records"),
});

export const showUpdatedRecords = input({
  label: "Show Updated Records",
  type: "boolean",
  default: "true",
  comments: "When true, changed records are emitted as updated, restored ones among them.",
  clean: onUnlessOff("Show Updated Records"),
});

export const showDeletedRecords = input({
  label: "Show Deleted Records",
  type: "boolean",
  default: "false",
  comments:
    "When true, deleted records are emitted as deleted, which costs one request of 2 credits more each time.",
  clean: (value: unknown) => optionalFlag("Show Deleted Records")(value) ?? false,
});

/** More than any module has. */
const MAX_FIELDS = 500;

export const selectedFields = input({
  ...anyFields,
  label: "Selected Fields",
  comments:
    "The API names of the fields to return, with dots for the fields of lookups, such as Account_Name.Industry. Leave empty for every field that a query can select.",
  clean: fieldList("Selected Fields", MAX_FIELDS),
});

/** The same where no module is chosen beside it to pick fields of. */
export const notifiedFields = input({
  ...selectedFields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields to return. Of several modules, a name may have its module before a dot, such as Deals.Stage. Leave empty for every field that a query can select.",
});

export const additionalFields = input({
  ...notifiedFields,
  label: "Additional Fields",
  comments:
    "The API names of fields to return besides all fields of the module, such as Account_Name.Industry for a field of a lookup.",
  example: "Account_Name.Industry",
  clean: fieldList("Additional Fields", MAX_FIELDS),
});

export const returnIdsOnly = input({
  label: "Return IDs Only",
  type: "boolean",
  default: "false",
  comments: "When true, records are emitted with their ids and times alone.",
  clean: (value: unknown) => optionalFlag("Return IDs Only")(value) ?? false,
});

export const lookBackDate = input({
  label: "Look Back Date",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "Where the first run begins, in ISO 8601: everything that has changed since then is emitted. Leave empty to begin with what changes after the first run. It has no effect later.",
  example: "2026-03-01T09:00:00Z",
  clean: optionalTime("Look Back Date"),
});

export const syncFrom = input({
  label: "Sync Records Changed Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "The initial sync emits the records that have changed since this time, in ISO 8601. Leave empty for all records of the module.",
  example: "2026-01-01T00:00:00Z",
  clean: optionalTime("Sync Records Changed Since"),
});
