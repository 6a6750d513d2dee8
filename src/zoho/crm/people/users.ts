import { type JsonObject, objectsAt } from "../../core/json";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type PagingInput, readList } from "../paging";

/**
 * One user by id, or the connected one.
 * @throws ZohoError `USER_NOT_FOUND` when there is none of that id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users.html
 */
export async function getUser(crm: Crm, { userId }: { userId?: string }): Promise<{ users: JsonObject[] }> {
  const { body } = userId
    ? await crm.send(crmOperations.getUser, { path: { userId } })
    : await crm.send(crmOperations.getUsers, { query: { type: "CurrentUser" } });
  const users = objectsAt(body, "users");
  if (users.length > 0) return { users };
  const message = userId ? `The organisation has no user ${userId}` : "Zoho names no current user";
  throw crm.error({ kind: "notFound", code: "USER_NOT_FOUND", message });
}

export interface UsersInput extends Omit<PagingInput, "page_token"> {
  /** Zoho's kind of users, such as `ActiveUsers`; all that are not deleted when left out. */
  readonly userType?: string;
  readonly ids?: readonly string[];
}

/**
 * Users of the organisation, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users.html
 */
export async function getUsers(
  crm: Crm,
  { userType, ids, ...paging }: UsersInput,
): Promise<{ users: JsonObject[]; info: JsonObject }> {
  const call = { query: { type: userType ?? "AllUsers", ids } };
  const { rows, info } = await readList(crm, crmOperations.getUsers, call, "users", paging);
  return { users: rows, info };
}

/**
 * The roles of the organisation, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-roles.html
 */
export async function getRoles(crm: Crm): Promise<{ roles: JsonObject[] }> {
  return { roles: objectsAt((await crm.send(crmOperations.getRoles)).body, "roles") };
}

/**
 * The profiles of the organisation, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-profiles.html
 */
export async function getProfiles(crm: Crm): Promise<{ profiles: JsonObject[] }> {
  return { profiles: objectsAt((await crm.send(crmOperations.getProfiles)).body, "profiles") };
}
