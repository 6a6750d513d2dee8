import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { idList, limitedText, optionalId, optionalTime, requiredId } from "../../../inputs/cleaners";
import {
  getUserUnavailability,
  removeUserUnavailability,
  setUserUnavailability,
} from "../../../zoho/crm/settings/unavailability";
import { numberedPageInfo, written } from "../exampleValues";

const exampleId = "5725767000000230001";

const timeInput = (label: string, comments: string, example: string) =>
  input({
    label,
    type: "string",
    placeholder: "Enter a date and time",
    comments: `${comments} In UTC where it has no offset.`,
    example,
    clean: optionalTime(label),
  });

const idsInput = (label: string, dataSource: string, comments: string, example: string) =>
  input({
    label,
    type: "string",
    collection: "valuelist",
    dataSource,
    placeholder: "Select one",
    comments,
    example,
    clean: idList(label),
  });

const after = timeInput("After", "Only times that end after this one are returned.", "2026-03-02T08:00:00Z");
const before = timeInput(
  "Before",
  "Only times that begin before this one are returned.",
  "2026-03-02T18:00:00Z",
);

const groupIds = idsInput(
  "Group IDs",
  "selectUserGroup",
  "The unique identifiers of user groups. Leave empty for users of any.",
  "5725767000000150001",
);
const roleIds = idsInput(
  "Role IDs",
  "selectRole",
  "The unique identifiers of roles. Leave empty for users of any.",
  "5725767000000026008",
);
const territoryIds = idsInput(
  "Territory IDs",
  "selectTerritory",
  "The unique identifiers of territories. Leave empty for users of any.",
  "5725767000000140002",
);

const unavailabilityId = input({
  label: "Unavailability ID",
  type: "string",
  placeholder: "Enter an unavailability ID",
  comments: "The unique identifier of a time that is set already, which is changed. Leave empty to add one.",
  example: exampleId,
  clean: optionalId("Unavailability ID"),
});

const goneId = input({
  ...unavailabilityId,
  required: true,
  comments: "The unique identifier of the time in which the user is not available.",
  clean: requiredId("Unavailability ID"),
});

const userId = input({
  label: "User ID",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user. Needed for a new one; leave empty to keep it.",
  example: "5725767000000411001",
  clean: optionalId("User ID"),
});

const from = timeInput(
  "From",
  "When the user stops being available. Needed for a new one; leave empty to keep it.",
  "2026-03-02T09:00:00Z",
);
const to = timeInput(
  "To",
  "When the user is available again. Needed for a new one; leave empty to keep it.",
  "2026-03-02T11:00:00Z",
);

const comments = input({
  label: "Comments",
  type: "string",
  placeholder: "Enter comments",
  comments: "What others read about it. Maximum is 250 characters.",
  example: "Dentist",
  clean: limitedText("Comments", 250),
});

export const crmGetUserUnavailability = crmAction({
  label: "CRM - Get User Unavailability",
  description:
    "Returns when users are not available, up to 200 times, before records or meetings are given to them. The connected user must be an administrator to see others.",
  inputs: { after, before, groupIds, roleIds, territoryIds },
  call: getUserUnavailability,
  example: {
    users_unavailability: [
      {
        id: exampleId,
        comments: "Dentist",
        from: "2026-03-02T09:00:00+00:00",
        to: "2026-03-02T11:00:00+00:00",
        user: { name: "Jane Doe", id: "5725767000000411001", zuid: "700411001" },
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmSetUserUnavailability = crmAction({
  label: "CRM - Set User Unavailability",
  description: "Marks a user as not available for a time, or changes such a time.",
  inputs: { unavailabilityId, userId, from, to, comments },
  call: setUserUnavailability,
  writes: true,
  example: written("users_unavailability", exampleId, "Unavailability Hours saved successfully"),
});

export const crmRemoveUserUnavailability = crmAction({
  label: "CRM - Remove User Unavailability",
  description: "Deletes a time in which a user is not available.",
  inputs: { unavailabilityId: goneId },
  call: removeUserUnavailability,
  writes: true,
  example: written("users_unavailability", exampleId, "Unavailability deleted Successfully"),
});
