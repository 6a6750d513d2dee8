import { input } from "@prismatic-io/spectral";
import { optionalChoice, optionalTime, requiredId, requiredText } from "../cleaners";
import { perPage } from "../paging";
import { dynamicValues, fieldValues, record, recordId } from "../records";

/** The ID of a record, where external IDs are not taken. */
export const ownRecordId = input({
  ...recordId,
  comments: "The unique identifier of the record.",
  clean: requiredId("Record ID"),
});

export const cloneValues = {
  fieldValues: input({
    ...fieldValues,
    comments:
      "The fields, by API name or label, and values in which the new record differs. A unique field needs a value of its own.",
  }),
  dynamicValues,
  record,
};

export const deletedType = input({
  label: "Type",
  type: "string",
  default: "all",
  model: [
    { label: "All", value: "all" },
    { label: "In the recycle bin", value: "recycle" },
    { label: "Gone for good", value: "permanent" },
  ],
  comments: "Which deleted records are listed.",
  clean: (value: unknown) => optionalChoice("Type", ["all", "recycle", "permanent"])(value) ?? "all",
});

export const deletedSince = input({
  label: "Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments: "Lists only what was deleted after this time, in ISO 8601 with an offset.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("Since"),
});

export const timelinePerPage = input({
  ...perPage,
  comments: "The number of entries on a page. Maximum is 200.",
});

export const transition = input({
  label: "Transition",
  type: "string",
  required: true,
  placeholder: "Enter a transition's ID or name",
  comments: "The unique identifier or the name of the transition to make, as Get Blueprint lists it.",
  example: "5725767000001408001",
  clean: requiredText("Transition"),
});

export const transitionValues = {
  fieldValues: input({
    ...fieldValues,
    comments:
      "The fields of the transition, by API name, and their values. Those that the transition makes mandatory are needed unless the record has them already.",
  }),
  dynamicValues,
  record: input({
    ...record,
    label: "Data",
    comments:
      "The data of the transition as a JSON object, also for notes, checklists, attachments and related records. Dynamic Fields and Values take precedence over it.",
    example: '{ "Case_Reason": "New problem", "Notes": "Called back." }',
  }),
};

export const lockReason = input({
  label: "Lock Reason",
  type: "string",
  required: true,
  placeholder: "Enter a reason",
  comments: "Why the record is locked. Maximum is 3,000 characters.",
  example: "The record is under audit.",
  clean: (value: unknown) => {
    const reason = requiredText("Lock Reason")(value);
    if (reason.length <= 3000) return reason;
    throw new Error(`Lock Reason: expected at most 3,000 characters, got ${reason.length}.`);
  },
});
