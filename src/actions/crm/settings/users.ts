import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  flag,
  limitedText,
  optionalFlag,
  optionalId,
  optionalObject,
  requiredId,
  requiredText,
} from "../../../inputs/cleaners";
import { jobInputs } from "../../../inputs/jobs";
import { createUser, removeUser, transferUser, updateUser } from "../../../zoho/crm/settings/users";
import { written } from "../exampleValues";

const userId = input({
  label: "User ID",
  type: "string",
  required: true,
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifier of the user.",
  example: "5725767000000411001",
  clean: requiredId("User ID"),
});

const firstName = input({
  label: "First Name",
  type: "string",
  placeholder: "Enter a first name",
  comments: "The first name of the user. Maximum is 50 characters.",
  example: "Ada",
  clean: limitedText("First Name", 50),
});

const lastName = input({
  label: "Last Name",
  type: "string",
  placeholder: "Enter a last name",
  comments: "The last name of the user. Leave empty to keep it. Maximum is 50 characters.",
  example: "Burns",
  clean: limitedText("Last Name", 50),
});

const newLastName = input({
  ...lastName,
  required: true,
  comments: "The last name of the user. Maximum is 50 characters.",
  clean: requiredText("Last Name"),
});

const userEmail = input({
  label: "Email",
  type: "string",
  placeholder: "Enter an email address",
  comments:
    "The email address of the user, which can be changed until the user has confirmed it. Leave empty to keep it.",
  example: "ada.burns@example.com",
  clean: limitedText("Email", 100),
});

const newEmail = input({
  ...userEmail,
  required: true,
  comments: "The email address that Zoho sends the invitation to. No two users have the same.",
  clean: requiredText("Email"),
});

const roleId = input({
  label: "Role ID",
  type: "string",
  dataSource: "selectRole",
  placeholder: "Select a role",
  comments: "The unique identifier of the role of the user. Leave empty to keep it.",
  example: "5725767000000026005",
  clean: optionalId("Role ID"),
});

const newRoleId = input({
  ...roleId,
  required: true,
  comments: "The unique identifier of the role of the user.",
  clean: requiredId("Role ID"),
});

const profileId = input({
  label: "Profile ID",
  type: "string",
  dataSource: "selectProfile",
  placeholder: "Select a profile",
  comments: "The unique identifier of the profile of the user. Leave empty to keep it.",
  example: "5725767000000026011",
  clean: optionalId("Profile ID"),
});

const newProfileId = input({
  ...profileId,
  required: true,
  comments: "The unique identifier of the profile of the user.",
  clean: requiredId("Profile ID"),
});

const userFields = input({
  label: "User Fields",
  type: "code",
  language: "json",
  comments: "Further fields of the user as a JSON object, by their API names. Other inputs take precedence.",
  example: '{ "phone": "+1 555 0100", "time_zone": "Europe/Berlin" }',
  clean: optionalObject("User Fields"),
});

const active = input({
  label: "Active",
  type: "boolean",
  comments:
    "When true, the user can sign in; when false, the license is free for another. Leave empty to keep what it is.",
  example: "true",
  clean: optionalFlag("Active"),
});

const newUserId = input({
  ...userId,
  label: "New User ID",
  comments: "The unique identifier of the active user who gets it.",
  example: "5725767000000411005",
  clean: requiredId("New User ID"),
});

const newManagerId = input({
  ...userId,
  label: "New Manager ID",
  required: false,
  comments:
    "The unique identifier of the user whom those who report to the user report to from then on. Leave empty for the new user.",
  example: "5725767000000411007",
  clean: optionalId("New Manager ID"),
});

const moves = (label: string, comments: string, byDefault: "true" | "false") =>
  input({ label, type: "boolean", default: byDefault, comments, clean: flag(label) });

const transferred = {
  records: moves("Records", "When true, the new user owns the records of the user.", "true"),
  assignmentRules: moves(
    "Assignment Rules",
    "When true, assignment rules name the new user instead of the user.",
    "true",
  ),
  criteria: moves("Criteria", "When true, criteria of rules and views name the new user instead.", "true"),
  deleteUser: moves("Delete User", "When true, the user is deleted once all is transferred.", "false"),
};

const writtenExample = (message: string) => written("users", "5725767000000411009", message);

export const crmCreateUser = crmAction({
  label: "CRM - Create User",
  description: "Invites a user to the organization.",
  inputs: {
    firstName,
    lastName: newLastName,
    email: newEmail,
    roleId: newRoleId,
    profileId: newProfileId,
    userFields,
  },
  call: createUser,
  writes: true,
  example: writtenExample("User added"),
});

export const crmUpdateUser = crmAction({
  label: "CRM - Update User",
  description: "Changes a user of the organization, or whether the user can sign in.",
  inputs: { userId, firstName, lastName, email: userEmail, roleId, profileId, active, userFields },
  call: updateUser,
  writes: true,
  example: writtenExample("User updated"),
});

export const crmRemoveUser = crmAction({
  label: "CRM - Remove User",
  description: "Deletes a user of the organization, who keeps the records.",
  inputs: { userId },
  call: removeUser,
  writes: true,
  example: writtenExample("User deleted"),
});

export const crmTransferUser = crmAction({
  label: "CRM - Transfer User",
  description:
    "Gives what a user has to another user, waits until Zoho has done it, and can delete the user then.",
  inputs: { userId, newUserId, newManagerId, ...transferred, ...jobInputs },
  call: transferUser,
  writes: true,
  example: { data: [{ status: "completed", job_id: "5725767000001408012" }] },
});
