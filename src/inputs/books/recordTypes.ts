import { input } from "@prismatic-io/spectral";
import { type RecordType, recordTypes, tellsChanges, type Verb, verbsOf } from "../../zoho/books/recordTypes";
import { optionalText, requiredText } from "../cleaners";

/** The choices of an input, made when they are first asked for: an execution asks for none. */
const modelOf = (isOffered: (type: RecordType) => boolean) => {
  const offered = [...recordTypes().values()].filter(isOffered);
  // Labels are plain English: comparing them by code spares the loading of a collator.
  return offered
    .map(({ key, label }) => ({ label, value: key }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
};

const recordType = (comments: string, isOffered: (type: RecordType) => boolean) =>
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

const nested =
  "Records that stand under others, such as tasks, need their parent. An organisation's own modules go by their API name, such as cm_debtor.";

const typeFor = (verb: Verb, comments: string) =>
  recordType(`${comments} ${nested}`, (type) => verbsOf(type).includes(verb));

export const anyType = recordType(`The type of the record. ${nested}`, () => true);
export const listableType = typeFor("list", "The type of the records to return.");
export const readableType = typeFor("get", "The type of the record to return.");
export const creatableType = typeFor("create", "The type of the records to create.");
export const updatableType = typeFor("update", "The type of the records to update.");
export const removableType = typeFor("remove", "The type of the records to remove.");

export const upsertableType = recordType(
  "The type of the record: one of those in which Zoho finds records by a unique custom field.",
  ({ upserts }) => upserts !== undefined,
);
export const actionableType = recordType(
  "The type of the record: one of those that have actions.",
  ({ actions }) => actions !== undefined,
);
export const emailableType = recordType(
  "The type of the record: one of those that Zoho emails.",
  ({ emails }) => emails === true,
);
export const printableType = recordType(
  "The type of the record: one of those that Zoho prints.",
  ({ prints }) => prints === true,
);
export const attachableType = recordType(
  "The type of the record: one of those that take an attachment.",
  ({ file }) => file?.can.includes("create") === true,
);
export const attachedType = recordType(
  "The type of the record: one of those whose attachment can be downloaded.",
  ({ file }) => file?.can.includes("get") === true,
);

export const changingType = recordType(
  "The type of the records to follow: one of those that Zoho filters or sorts by the time of change.",
  tellsChanges,
);

const hasComments = (verb: Verb) => (type: RecordType) => {
  const comments = recordTypes().get(`${type.key}/comments`);
  return comments !== undefined && verbsOf(comments).includes(verb);
};

export const commentedType = recordType(
  "The type of the record: one of those whose comments can be listed.",
  hasComments("list"),
);
export const commentableType = recordType(
  "The type of the record: one of those that take comments.",
  hasComments("create"),
);

const hasOthersUnder = ({ key }: RecordType) =>
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

/** For the picker of parents, which needs to know what to list. */
export const requiredParentType = recordType("The type of the records to choose from.", hasOthersUnder);

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
