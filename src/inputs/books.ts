import { input, structuredObjectInput } from "@prismatic-io/spectral";
import {
  type RecordType,
  recordTypes,
  tellsAtOnce,
  tellsChanges,
  type Verb,
  verbsOf,
} from "../zoho/books/recordTypes";
import { flag, optionalChoice, optionalText, requiredText } from "./cleaners";
import { queryParams as anyQueryParams } from "./raw";
import { dynamicValues as anyDynamicValues } from "./records";

/** The choices of an input, made when they are first asked for: an execution asks for none. */
const modelOf = (isOffered: (type: RecordType) => boolean) => {
  const offered = [...recordTypes().values()].filter(isOffered);
  // Labels are plain English: comparing them by code spares the loading of a collator.
  return offered
    .map(({ key, label }) => ({ label, value: key }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
};

/** The input for a record type, with those on offer. */
export const recordType = (comments: string, isOffered: (type: RecordType) => boolean) =>
  input({
    label: "Record Type",
    type: "string",
    required: true,
    get model() {
      return modelOf(isOffered);
    },
    placeholder: "Select a record type",
    comments,
    example: "invoices",
    clean: requiredText("Record Type"),
  });

export const nested =
  "Records that stand under others, such as tasks, need their parent. An organization's own modules go by their API name, such as cm_debtor.";

/** The input for a record type that a verb can be used on. */
export const typeFor = (verb: Verb, comments: string) =>
  recordType(`${comments} ${nested}`, (type) => verbsOf(type).includes(verb));

export const listableType = typeFor("list", "The type of the records to return.");

export const creatableType = typeFor("create", "The type of the records to create.");

export const updatableType = typeFor("update", "The type of the records to update.");

export const removableType = typeFor("remove", "The type of the records to remove.");

export const actionableType = recordType(
  "The type of the record: one of those that have actions.",
  ({ actions }) => actions !== undefined,
);

export const changingType = recordType(
  "The type of the records to follow: one of those that Zoho filters or sorts by the time of change.",
  tellsChanges,
);

export const calledType = recordType(
  "The type of the records to follow: one of those that workflow rules of Zoho Books tell of. Of contacts, rules tell of customers; vendors are found on a schedule.",
  tellsAtOnce,
);

/** Whether records of other types stand under those of a type in their paths. */
export const hasOthersUnder = ({ key }: RecordType) =>
  [...recordTypes().values()].some(({ parent }) => parent === key);

export const parentRecordType = input({
  label: "Parent Record Type",
  type: "string",
  get model() {
    return modelOf(hasOthersUnder);
  },
  placeholder: "Select a record type",
  comments:
    "The type of the record that the records stand under, such as projects for tasks. Leave empty for records that stand alone.",
  example: "projects",
  clean: optionalText("Parent Record Type"),
});

export const parentRecordId = input({
  label: "Parent Record ID",
  type: "string",
  dataSource: "selectBooksParentRecord",
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record that the records stand under.",
  example: "460000000044019",
  clean: optionalText("Parent Record ID"),
});

/** For actions on records that may stand under others. */
export const parentInputs = { parentRecordType, parentRecordId };

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

export const dynamicValues = input({
  ...anyDynamicValues,
  comments:
    "An object of field names and values from an earlier step. Values given in Values take precedence.",
  example:
    '{ "customer_id": "982000000567001", "line_items": [{ "item_id": "982000000030049", "quantity": 1 }] }',
});

export const queryParams = input({
  ...anyQueryParams,
  label: { key: "Parameter", value: "Query Parameters" },
  comments: "Further parameters of Zoho's for this call, by name.",
  example: "salesorder_id: 982000000567114",
});

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

/** What goes with a new record. */
export const createOptions = {
  options: structuredObjectInput({
    label: "Additional Options",
    comments: "Whether the record is emailed, its number, and further parameters of Zoho's.",
    inputs: { send, ignore_auto_number_generation: ignoreAutoNumberGeneration, queryParams },
  }),
};

/** What goes with a change to a record. */
export const updateOptions = {
  options: structuredObjectInput({
    label: "Additional Options",
    comments: "The number of the record, and further parameters of Zoho's.",
    inputs: { ignore_auto_number_generation: ignoreAutoNumberGeneration, queryParams },
  }),
};

/** An input whose choices have labels of their own. */
export const oneOf = <const T extends string>(label: string, choices: Readonly<Record<T, string>>) => {
  const values = Object.keys(choices).filter((value): value is T => value in choices);
  const clean = optionalChoice(label, values);
  return {
    label,
    type: "string" as const,
    required: true,
    model: values.map((value) => ({ label: choices[value], value })),
    clean: (value: unknown): T => {
      const chosen = clean(value);
      if (chosen === undefined)
        throw new Error(`${label}: expected one of ${values.join(", ")}, got nothing.`);
      return chosen;
    },
  };
};
