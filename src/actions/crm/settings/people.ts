import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  idList,
  limitedText,
  optionalFlag,
  optionalId,
  optionalInteger,
  requiredId,
  requiredText,
} from "../../../inputs/cleaners";
import { numberedPaging } from "../../../inputs/paging";
import {
  createContactRole,
  createRole,
  createUserGroup,
  getContactRoles,
  getUserGroups,
  removeContactRole,
  removeRole,
  removeUserGroup,
  updateContactRole,
  updateRole,
  updateUserGroup,
} from "../../../zoho/crm/settings/people";
import { numberedPageInfo, time, user, written } from "../exampleValues";

const groupName = input({
  label: "Group Name",
  type: "string",
  required: true,
  placeholder: "Enter a name",
  comments: "The name of the user group, which no other group has. Maximum is 250 characters.",
  example: "Night Shift",
  clean: requiredText("Group Name"),
});

const description = input({
  label: "Description",
  type: "string",
  placeholder: "Enter a description",
  comments: "What the user group is for. Maximum is 250 characters.",
  example: "Answers calls from ten to six.",
  clean: limitedText("Description", 250),
});

const userIds = input({
  label: "User IDs",
  type: "string",
  collection: "valuelist",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments: "The unique identifiers of users in the group. A group needs a user or a role.",
  example: "5725767000000411001",
  clean: idList("User IDs", 200),
});

const roleIds = input({
  label: "Role IDs",
  type: "string",
  collection: "valuelist",
  dataSource: "selectRole",
  placeholder: "Select a role",
  comments: "The unique identifiers of roles all of whose users are in the group.",
  example: "5725767000000026005",
  clean: idList("Role IDs", 200),
});

const groupId = input({
  label: "Group ID",
  type: "string",
  required: true,
  dataSource: "selectUserGroup",
  placeholder: "Select a user group",
  comments: "The unique identifier of the user group.",
  example: "5725767000000150001",
  clean: requiredId("Group ID"),
});

const roleName = input({
  label: "Role Name",
  type: "string",
  required: true,
  placeholder: "Enter a name",
  comments: "The name of the contact role. Maximum is 50 characters.",
  example: "Economic Buyer",
  clean: requiredText("Role Name"),
});

const sequenceNumber = input({
  label: "Sequence Number",
  type: "string",
  placeholder: "Enter a number",
  comments:
    "The place of the role among the others, from 1. Leave empty for the last place or to keep the one it has.",
  example: "1",
  clean: optionalInteger("Sequence Number", 1, 100),
});

const contactRoleId = input({
  label: "Contact Role ID",
  type: "string",
  required: true,
  dataSource: "selectContactRole",
  placeholder: "Select a contact role",
  comments: "The unique identifier of the contact role.",
  example: "5725767000000160001",
  clean: requiredId("Contact Role ID"),
});

const roleId = input({
  label: "Role ID",
  type: "string",
  required: true,
  dataSource: "selectRole",
  placeholder: "Select a role",
  comments: "The unique identifier of the role.",
  example: "5725767000000026005",
  clean: requiredId("Role ID"),
});

const transferTo = input({
  ...roleId,
  label: "Transfer To",
  comments: "The unique identifier of the role that gets the users of the role and the roles below it.",
  example: "5725767000000026008",
  clean: requiredId("Transfer To"),
});

const parentRoleId = input({
  ...roleId,
  label: "Parent Role ID",
  required: false,
  comments: "The unique identifier of the role that it stands below. Leave empty to keep it.",
  clean: optionalId("Parent Role ID"),
});

const newParentRoleId = input({
  ...parentRoleId,
  required: true,
  comments: "The unique identifier of the role that it stands below.",
  clean: requiredId("Parent Role ID"),
});

const userRoleName = input({
  ...roleName,
  required: false,
  comments: "The name of the role, which no other has. Leave empty to keep it. Maximum is 200 characters.",
  example: "Night Manager",
  clean: limitedText("Role Name", 200),
});

const newUserRoleName = input({
  ...userRoleName,
  required: true,
  comments: "The name of the role, which no other has. Maximum is 200 characters.",
  clean: requiredText("Role Name"),
});

const shareWithPeers = input({
  label: "Share With Peers",
  type: "boolean",
  comments: "When true, the users of the role see each other's records. Leave empty to keep what it is.",
  example: "true",
  clean: optionalFlag("Share With Peers"),
});

const roleDescription = input({
  ...description,
  comments: "What the role is for. Maximum is 250 characters.",
});

const [group, role] = ["5725767000000150001", "5725767000000160001"];

export const crmGetUserGroups = crmAction({
  label: "CRM - Get User Groups",
  description: "Returns the user groups of the organization, one page or all of them.",
  inputs: numberedPaging,
  call: getUserGroups,
  example: {
    user_groups: [
      {
        id: group,
        name: "Sales Team",
        description: null,
        created_by: user,
        created_time: time,
        modified_by: null,
        modified_time: null,
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmCreateUserGroup = crmAction({
  label: "CRM - Create User Group",
  description: "Adds a group of users to the organization.",
  inputs: { groupName, description, userIds, roleIds },
  call: createUserGroup,
  writes: true,
  example: written("user_groups", group, "User group created successfully"),
});

export const crmUpdateUserGroup = crmAction({
  label: "CRM - Update User Group",
  description: "Gives a user group another name and other members. Those that are not named leave it.",
  inputs: { groupId, groupName, description, userIds, roleIds },
  call: updateUserGroup,
  writes: true,
  example: written("user_groups", group, "User group updated successfully"),
});

export const crmRemoveUserGroup = crmAction({
  label: "CRM - Remove User Group",
  description: "Deletes a user group, not its users.",
  inputs: { groupId },
  call: removeUserGroup,
  writes: true,
  example: written("user_groups", group, "User group deleted successfully"),
});

export const crmGetContactRoles = crmAction({
  label: "CRM - Get Contact Roles",
  description: "Returns the roles that contacts can have in deals.",
  inputs: {},
  call: getContactRoles,
  example: { contact_roles: [{ id: role, name: "Decision Maker", sequence_number: 1 }] },
});

export const crmCreateContactRole = crmAction({
  label: "CRM - Create Contact Role",
  description: "Adds a role that contacts can have in deals.",
  inputs: { roleName, sequenceNumber },
  call: createContactRole,
  writes: true,
  example: written("contact_roles", role, "Contact role created successfully."),
});

export const crmUpdateContactRole = crmAction({
  label: "CRM - Update Contact Role",
  description: "Changes the name or the place of a role that contacts can have in deals.",
  inputs: { contactRoleId, roleName, sequenceNumber },
  call: updateContactRole,
  writes: true,
  example: written("contact_roles", role, "Contact role updated successfully."),
});

export const crmRemoveContactRole = crmAction({
  label: "CRM - Remove Contact Role",
  description: "Deletes a role that contacts can have in deals.",
  inputs: { contactRoleId },
  call: removeContactRole,
  writes: true,
  example: written("contact_roles", role, "Contact role deleted successfully."),
});

export const crmCreateRole = crmAction({
  label: "CRM - Create Role",
  description: "Adds a role of users below another.",
  inputs: {
    roleName: newUserRoleName,
    parentRoleId: newParentRoleId,
    description: roleDescription,
    shareWithPeers,
  },
  call: createRole,
  writes: true,
  example: written("roles", "5725767000000026009", "Role added"),
});

export const crmUpdateRole = crmAction({
  label: "CRM - Update Role",
  description: "Changes the name or the place of a role of users.",
  inputs: { roleId, roleName: userRoleName, parentRoleId, description: roleDescription, shareWithPeers },
  call: updateRole,
  writes: true,
  example: written("roles", "5725767000000026009", "Role updated"),
});

export const crmRemoveRole = crmAction({
  label: "CRM - Remove Role",
  description: "Deletes a role of users, and gives its users to another.",
  inputs: { roleId, transferTo },
  call: removeRole,
  writes: true,
  example: written("roles", "5725767000000026009", "Role Deleted"),
});
