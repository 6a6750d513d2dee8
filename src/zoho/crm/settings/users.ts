import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { changing, creating, given, removeSetting, removing, type SettingList, writeSetting } from "./calls";

/** What changes the users of an organization; users.ts of the floor around it reads them. */
export const userWriteOperations = {
  createUser: {
    ...creating,
    path: "/crm/{version}/users",
    scope: "ZohoCRM.users.CREATE",
    items: "users",
  },
  updateUser: {
    ...changing,
    path: "/crm/{version}/users/{id}",
    scope: "ZohoCRM.users.UPDATE",
    items: "users",
  },
  deleteUser: {
    ...removing,
    path: "/crm/{version}/users/{id}",
    scope: "ZohoCRM.users.DELETE",
    items: "users",
  },
} as const;

/** What a user is. What is left out of a change stays as it is. */
export interface UserInput {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly roleId?: string;
  readonly profileId?: string;
  /** Further fields under Zoho's own names, such as `phone` or `time_zone`. */
  readonly userFields?: JsonObject;
}

const bodyOf = (
  { firstName, lastName, email, roleId, profileId, userFields }: UserInput,
  more: JsonObject = {},
) => ({
  users: [
    given({
      ...userFields,
      first_name: firstName,
      last_name: lastName,
      email,
      role: roleId && { id: roleId },
      profile: profileId && { id: profileId },
      ...more,
    }),
  ],
});

/**
 * Invites a user to the organization. Zoho sends the invitation; the user is confirmed once it is taken.
 * @throws ZohoError `DUPLICATE_DATA` for an e-mail address that a user has, `LICENSE_LIMIT_EXCEEDED` without
 * a free license.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/add-user.html
 */
export const createUser = (crm: Crm, input: UserInput): Promise<SettingList> =>
  writeSetting(crm, userWriteOperations.createUser, { body: bodyOf(input) });

/**
 * Changes a user, or takes the user out of use and back into it.
 * @throws ZohoError of kind `input` where there is nothing to change.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-user.html
 */
export async function updateUser(
  crm: Crm,
  { userId, active, ...input }: UserInput & { userId: string; active?: boolean },
): Promise<SettingList> {
  const status = active === undefined ? undefined : active ? "active" : "inactive";
  const body = bodyOf(input, { status });
  const [user = {}] = body.users;
  if (Object.keys(user).length === 0)
    throw inputError("crm", "User Fields: expected something to change, got nothing");
  return writeSetting(crm, userWriteOperations.updateUser, { path: { id: userId }, body });
}

/**
 * Deletes a user. The records stay with the user who was deleted; Change Owner gives them to another.
 * @throws ZohoError for the primary contact of the organization, and for a user who is deleted already.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-user.html
 */
export const removeUser = (crm: Crm, { userId }: { userId: string }): Promise<SettingList> =>
  removeSetting(crm, userWriteOperations.deleteUser, { path: { id: userId } }, userId, "ID_ALREADY_DELETED");
