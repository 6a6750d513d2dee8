import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { flag, idList, keyValues, optionalId, textList } from "../../../inputs/cleaners";
import { jobInputs } from "../../../inputs/jobs";
import { deletableModule, updatableModule } from "../../../inputs/modules";
import { customViewId, dynamicValues, fieldValues, record, recordId } from "../../../inputs/records";
import { manyInputs, recordIds } from "../../../inputs/writing";
import { changeOwner, massDeleteRecords, massUpdateRecords } from "../../../zoho/crm/jobs/massActions";
import { mergeRecords } from "../../../zoho/crm/jobs/merge";
import { jobOf } from "../exampleValues";

const massRecordIds = input({
  ...recordIds,
  required: false,
  comments:
    "The unique identifiers of the records, of any number. They are sent 500 at a time, and what became of each is returned.",
  clean: idList("Record IDs"),
});

const massViewId = input({
  ...customViewId,
  comments:
    "The unique identifier of a custom view, all of whose records are meant. Zoho does it by a job, whose counts are returned.",
});

const ownerId = input({
  label: "Owner ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user who gets the records. Needed unless a Job ID is given.",
  example: "5725767000000411001",
  clean: optionalId("Owner ID"),
});

const notify = input({
  label: "Notify",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the new owner by e-mail. It goes with Record IDs only.",
  clean: flag("Notify"),
});

const relatable = ["Tasks", "Events", "Calls", "Contacts", "Deals"];

const relatedModules = input({
  label: "Related Modules",
  type: "string",
  collection: "valuelist",
  model: relatable.map((name) => ({ label: name, value: name })),
  comments:
    "The modules whose related records the new owner gets too: Tasks, Events, Calls, Contacts, Deals. It goes with Record IDs only.",
  example: "Tasks",
  clean: (value: unknown) => {
    const names = textList("Related Modules")(value);
    const wrong = names.find((name) => !relatable.includes(name));
    if (wrong)
      throw new Error(`Related Modules: expected ${relatable.join(", ")}, got ${JSON.stringify(wrong)}.`);
    return names;
  },
});

const masterId = input({
  ...recordId,
  comments: "The unique identifier of the record that stays.",
});

const mergeIds = input({
  label: "Merge IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a record ID",
  comments:
    "The unique identifiers of the one or two records that become part of it. Needed unless a Job ID is given.",
  example: "5725767000000524002",
  clean: idList("Merge IDs", 2),
});

const fieldsFrom = input({
  label: { key: "Field", value: "Fields From" },
  type: "string",
  collection: "keyvaluelist",
  comments:
    "The API names of fields, each with the ID of the record whose value is kept. The staying record keeps its own values in all others.",
  example: "Phone: 5725767000000524002",
  clean: keyValues("Fields From"),
});

const massUpdatedExample = jobOf({
  Total_Count: 120,
  Updated_Count: 118,
  Not_Updated_Count: 1,
  Failed_Count: 1,
});

export const crmChangeOwner = crmAction({
  label: "CRM - Change Owner",
  description:
    "Assigns records to another user, by ID or all of a custom view, and returns what became of them.",
  inputs: {
    recordType: updatableModule,
    ownerId,
    recordIds: massRecordIds,
    customViewId: massViewId,
    notify,
    relatedModules,
    ...jobInputs,
    ...manyInputs,
  },
  call: changeOwner,
  writes: true,
  example: massUpdatedExample,
});

const massDeletedExample = jobOf({ Total_Count: 120, Deleted_Count: 118, Failed_Count: 2 });

export const crmMassDeleteRecords = crmAction({
  label: "CRM - Mass Delete Records",
  description:
    "Moves many records to the recycle bin (bulk delete), by ID or all of a custom view, and returns what became of them.",
  inputs: {
    recordType: deletableModule,
    recordIds: massRecordIds,
    customViewId: massViewId,
    ...jobInputs,
    ...manyInputs,
  },
  call: massDeleteRecords,
  writes: true,
  example: massDeletedExample,
});

export const crmMassUpdateRecords = crmAction({
  label: "CRM - Mass Update Records",
  description:
    "Gives many records the same values (bulk update), by ID or all of a custom view, and returns what became of them.",
  inputs: {
    recordType: updatableModule,
    recordIds: massRecordIds,
    customViewId: massViewId,
    fieldValues,
    dynamicValues,
    record,
    ...jobInputs,
    ...manyInputs,
  },
  call: massUpdateRecords,
  writes: true,
  example: massUpdatedExample,
});

const mergedExample = {
  merge: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000524001" },
      message: "records merged successfully",
      status: "success",
    },
  ],
};

export const crmMergeRecords = crmAction({
  label: "CRM - Merge Records",
  description:
    "Merges one or two duplicates into a record, to dedupe leads, contacts, accounts, deals, cases or campaigns.",
  inputs: { recordType: updatableModule, recordId: masterId, mergeIds, fieldsFrom, ...jobInputs },
  call: mergeRecords,
  writes: true,
  example: mergedExample,
});
