import { input } from "@prismatic-io/spectral";
import { flag, idList, keyValues, optionalId, optionalInteger, textList } from "../cleaners";
import { customViewId, recordId } from "../records";
import { recordIds } from "../writing";

export const massRecordIds = input({
  ...recordIds,
  required: false,
  comments:
    "The unique identifiers of the records, of any number. They are sent 500 at a time, and what became of each is returned.",
  clean: idList("Record IDs"),
});

export const massViewId = input({
  ...customViewId,
  comments:
    "The unique identifier of a custom view, all of whose records are meant. Zoho does it by a job, whose counts are returned.",
});

export const jobId = input({
  label: "Job ID",
  type: "string",
  placeholder: "Enter a job ID",
  comments:
    "The unique identifier of a job that an earlier run of this action returned before it was completed. The action then starts nothing and asks for the job's state.",
  example: "5725767000001408012",
  clean: optionalId("Job ID"),
});

export const waitSeconds = input({
  label: "Wait Seconds",
  type: "string",
  placeholder: "Enter a number of seconds",
  comments:
    "The most seconds to wait for the job. When they are over, its ID and state are returned, for a later step to ask again. Default is 60, maximum is 840.",
  example: "60",
  clean: optionalInteger("Wait Seconds", 0, 840),
});

export const jobInputs = { jobId, waitSeconds };

export const ownerId = input({
  label: "Owner ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user who gets the records. Needed unless a Job ID is given.",
  example: "5725767000000411001",
  clean: optionalId("Owner ID"),
});

export const notify = input({
  label: "Notify",
  type: "boolean",
  default: "false",
  comments: "When true, Zoho tells the new owner by e-mail. It goes with Record IDs only.",
  clean: flag("Notify"),
});

const relatable = ["Tasks", "Events", "Calls", "Contacts", "Deals"];

export const relatedModules = input({
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

export const masterId = input({
  ...recordId,
  comments: "The unique identifier of the record that stays.",
});

export const mergeIds = input({
  label: "Merge IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a record ID",
  comments:
    "The unique identifiers of the one or two records that become part of it. Needed unless a Job ID is given.",
  example: "5725767000000524002",
  clean: idList("Merge IDs", 2),
});

export const fieldsFrom = input({
  label: "Fields From",
  type: "string",
  collection: "keyvaluelist",
  comments:
    "The API names of fields, each with the ID of the record whose value is kept. The staying record keeps its own values in all others.",
  example: "Phone: 5725767000000524002",
  clean: keyValues("Fields From"),
});
