import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import {
  changing,
  creating,
  given,
  reading,
  readSettings,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

/** Groups of users, and the roles that contacts have in deals. */
export const peopleOperations = {
  getUserGroups: {
    ...reading,
    path: "/crm/{version}/settings/user_groups",
    scope: "ZohoCRM.settings.user_groups.READ",
    answers: "user_groups",
  },
  createUserGroup: {
    ...creating,
    path: "/crm/{version}/settings/user_groups",
    scope: "ZohoCRM.settings.user_groups.CREATE",
    items: "user_groups",
  },
  updateUserGroup: {
    ...changing,
    path: "/crm/{version}/settings/user_groups/{id}",
    scope: "ZohoCRM.settings.user_groups.UPDATE",
    items: "user_groups",
  },
  deleteUserGroup: {
    ...removing,
    path: "/crm/{version}/settings/user_groups/{id}",
    scope: "ZohoCRM.settings.user_groups.DELETE",
    items: "user_groups",
  },
  createRole: {
    ...creating,
    path: "/crm/{version}/settings/roles",
    scope: "ZohoCRM.settings.roles.CREATE",
    items: "roles",
  },
  updateRole: {
    ...changing,
    path: "/crm/{version}/settings/roles/{id}",
    scope: "ZohoCRM.settings.roles.UPDATE",
    items: "roles",
  },
  deleteRole: {
    ...removing,
    path: "/crm/{version}/settings/roles/{id}",
    scope: "ZohoCRM.settings.roles.DELETE",
    items: "roles",
  },
  getContactRoles: {
    ...reading,
    path: "/crm/{version}/Contacts/roles",
    scope: "ZohoCRM.modules.contacts.READ",
    answers: "contact_roles",
  },
  createContactRole: {
    ...creating,
    path: "/crm/{version}/Contacts/roles",
    scope: "ZohoCRM.modules.contacts.CREATE",
    items: "contact_roles",
  },
  updateContactRole: {
    ...changing,
    path: "/crm/{version}/Contacts/roles/{id}",
    scope: "ZohoCRM.modules.contacts.UPDATE",
    items: "contact_roles",
  },
  deleteContactRole: {
    ...removing,
    path: "/crm/{version}/Contacts/roles/{id}",
    scope: "ZohoCRM.modules.contacts.DELETE",
    items: "contact_roles",
  },
} as const;

/**
 * The user groups of the organization, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-user-groups.html
 */
export async function getUserGroups(
  crm: Crm,
  paging: Omit<PagingInput, "page_token">,
): Promise<{ user_groups: JsonObject[]; info: JsonObject }> {
  const { rows, info } = await readList(crm, peopleOperations.getUserGroups, {}, "user_groups", paging);
  return { user_groups: rows, info };
}

export interface UserGroupInput {
  readonly groupName: string;
  readonly description?: string;
  readonly userIds?: readonly string[];
  readonly roleIds?: readonly string[];
}

function groupBody({ groupName, description, userIds = [], roleIds = [] }: UserGroupInput) {
  const sources = [
    ...userIds.map((id) => ({ type: "users", source: { id } })),
    ...roleIds.map((id) => ({ type: "roles", source: { id }, subordinates: false })),
  ];
  if (sources.length === 0) throw inputError("crm", "User IDs: expected a user or a role, got neither");
  return { user_groups: [given({ name: groupName, description, sources })] };
}

/**
 * A new user group of users and of all who have certain roles.
 * @throws ZohoError of kind `input` for a group without members, `DUPLICATE_DATA` for a name that a group
 * has.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-user-group.html
 */
export const createUserGroup = async (crm: Crm, input: UserGroupInput): Promise<SettingList> =>
  writeSetting(crm, peopleOperations.createUserGroup, { body: groupBody(input) });

/**
 * Gives a user group another name and other members. Those that are not named leave it.
 * @throws ZohoError of kind `input` for a group without members.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-user-group.html
 */
export const updateUserGroup = async (
  crm: Crm,
  { groupId, ...input }: UserGroupInput & { groupId: string },
): Promise<SettingList> =>
  writeSetting(crm, peopleOperations.updateUserGroup, { path: { id: groupId }, body: groupBody(input) });

/**
 * Deletes a user group. Zoho answers `SCHEDULED`, with the id of a job in place of the group's, where it
 * takes time.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-user-group.html
 */
export const removeUserGroup = (crm: Crm, { groupId }: { groupId: string }): Promise<SettingList> =>
  removeSetting(crm, peopleOperations.deleteUserGroup, { path: { id: groupId } }, groupId);

/**
 * The roles that contacts can have in deals, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-contact-roles.html
 */
export const getContactRoles = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, peopleOperations.getContactRoles);

/** The name of a contact role, and its place among the others from 1. */
export interface ContactRoleInput {
  readonly roleName: string;
  readonly sequenceNumber?: number;
}

const roleBody = ({ roleName, sequenceNumber }: ContactRoleInput, id?: string) => ({
  contact_roles: [given({ id, name: roleName, sequence_number: sequenceNumber })],
});

/**
 * A new role for contacts in deals, the last one unless its place is given.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-contact-roles.html
 */
export async function createContactRole(crm: Crm, input: ContactRoleInput): Promise<SettingList> {
  const last = input.sequenceNumber ?? ((await getContactRoles(crm)).contact_roles?.length ?? 0) + 1;
  const body = roleBody({ ...input, sequenceNumber: last });
  return writeSetting(crm, peopleOperations.createContactRole, { body });
}

/**
 * Changes the name or the place of a contact role.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-contact-roles.html
 */
export const updateContactRole = (
  crm: Crm,
  { contactRoleId, ...role }: ContactRoleInput & { contactRoleId: string },
): Promise<SettingList> =>
  writeSetting(crm, peopleOperations.updateContactRole, {
    path: { id: contactRoleId },
    body: roleBody(role, contactRoleId),
  });

/**
 * Deletes a contact role, which contacts in deals lose.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-contact-roles.html
 */
export const removeContactRole = (
  crm: Crm,
  { contactRoleId }: { contactRoleId: string },
): Promise<SettingList> =>
  removeSetting(crm, peopleOperations.deleteContactRole, { path: { id: contactRoleId } }, contactRoleId);

/** What a role of users is. What is left out of a change stays as it is. */
export interface RoleInput {
  readonly roleName?: string;
  /** The role that it stands below. */
  readonly parentRoleId?: string;
  readonly description?: string;
  /** Whether users of the role see each other's records. */
  readonly shareWithPeers?: boolean;
}

const userRoleBody = ({ roleName, parentRoleId, description, shareWithPeers }: RoleInput) => ({
  roles: [
    given({
      name: roleName,
      reporting_to: parentRoleId && { id: parentRoleId },
      description,
      share_with_peers: shareWithPeers,
    }),
  ],
});

/**
 * A new role of users below another.
 * @throws ZohoError `DUPLICATE_DATA` for a name that a role has.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-roles.html
 */
export const createRole = (crm: Crm, input: RoleInput): Promise<SettingList> =>
  writeSetting(crm, peopleOperations.createRole, { body: userRoleBody(input) });

/**
 * Changes a role of users.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-roles.html
 */
export const updateRole = (
  crm: Crm,
  { roleId, ...input }: RoleInput & { roleId: string },
): Promise<SettingList> =>
  writeSetting(crm, peopleOperations.updateRole, { path: { id: roleId }, body: userRoleBody(input) });

/**
 * Deletes a role of users, after its users and the roles below it went to another.
 * @throws ZohoError `INVALID_DATA` for another that is not there or stands below it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-role.html
 */
export const removeRole = (
  crm: Crm,
  { roleId, transferTo }: { roleId: string; transferTo: string },
): Promise<SettingList> => {
  const call = { path: { id: roleId }, query: { transfer_to_id: transferTo } };
  return removeSetting(crm, peopleOperations.deleteRole, call, roleId);
};
