import { isObject, type JsonObject, objectsAt } from "../core/json";
import { ZohoError } from "../http/errors";
import type { Crm } from "./crm";
import { type PagingInput, readList } from "./paging";

/** The organization and its people. */
export const userOperations = {
  getOrganization: {
    method: "GET",
    path: "/crm/{version}/org",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.org.READ",
    credits: 1,
    success: [200],
    answers: "org",
  },
  getUsers: {
    method: "GET",
    path: "/crm/{version}/users",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.users.READ",
    credits: 1,
    success: [200, 204],
    answers: "users",
  },
  getUser: {
    method: "GET",
    path: "/crm/{version}/users/{userId}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.users.READ",
    credits: 1,
    success: [200, 204],
    answers: "users",
  },
  getRoles: {
    method: "GET",
    path: "/crm/{version}/settings/roles",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.roles.READ",
    credits: 1,
    success: [200, 204],
    answers: "roles",
  },
  getProfiles: {
    method: "GET",
    path: "/crm/{version}/settings/profiles",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.profiles.READ",
    credits: 1,
    success: [200, 204],
    answers: "profiles",
  },
  getProfile: {
    method: "GET",
    path: "/crm/{version}/settings/profiles/{profileId}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.profiles.READ",
    credits: 1,
    success: [200, 204],
    answers: "profiles",
  },
  countUsers: {
    method: "GET",
    path: "/crm/{version}/users/actions/count",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.users.READ",
    credits: 1,
    success: [200],
    tells: "count",
  },
} as const;

/**
 * The organisation that the connection belongs to, with its licence and its `zgid`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html
 */
export async function getOrganization(crm: Crm): Promise<JsonObject> {
  const { body } = await crm.send(userOperations.getOrganization);
  return isObject(body) ? body : { org: [] };
}

/**
 * One user by id, or the connected one.
 * @throws ZohoError `USER_NOT_FOUND` when there is none of that id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users.html
 */
export async function getUser(crm: Crm, { userId }: { userId?: string }): Promise<{ users: JsonObject[] }> {
  const { body } = userId
    ? await crm.send(userOperations.getUser, { path: { userId } })
    : await crm.send(userOperations.getUsers, { query: { type: "CurrentUser" } });
  const users = objectsAt(body, "users");
  if (users.length > 0) return { users };
  const message = userId ? `The organization has no user ${userId}` : "Zoho names no current user";
  throw crm.error({ kind: "notFound", code: "USER_NOT_FOUND", message });
}

/** Yes or no, with the reasons of a no beside it. */
export interface ConnectionVerdict {
  readonly verdict: boolean;
  readonly reasons: readonly string[];
}

/** Kinds of failure that say what is wrong with a login, and not with Zoho or the way to it. */
const noes: readonly string[] = ["connection", "notFound", "permission"];

/**
 * Whether the connection works: whether Zoho knows its user, and tells of its organization. Two credits.
 * @throws ZohoError where Zoho answers neither yes nor no, as in an outage.
 */
export async function validateConnection(crm: Crm): Promise<ConnectionVerdict> {
  const reasons: string[] = [];
  for (const ask of [() => getUser(crm, {}), () => getOrganization(crm)]) {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof ZohoError && noes.includes(error.kind))) throw error;
      reasons.push(error.message);
    }
  }
  return { verdict: reasons.length === 0, reasons: [...new Set(reasons)] };
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
  const { rows, info } = await readList(crm, userOperations.getUsers, call, "users", paging);
  return { users: rows, info };
}

/**
 * The roles of the organisation, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-roles.html
 */
export async function getRoles(crm: Crm): Promise<{ roles: JsonObject[] }> {
  return { roles: objectsAt((await crm.send(userOperations.getRoles)).body, "roles") };
}

/**
 * The profiles of the organisation, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-profiles.html
 */
export async function getProfiles(crm: Crm): Promise<{ profiles: JsonObject[] }> {
  return { profiles: objectsAt((await crm.send(userOperations.getProfiles)).body, "profiles") };
}

/**
 * One profile with each of its permissions.
 * @throws ZohoError `INVALID_DATA` where there is none of that id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-profiles.html
 */
export async function getProfile(
  crm: Crm,
  { profileId }: { profileId: string },
): Promise<{ profiles: JsonObject[] }> {
  const { body } = await crm.send(userOperations.getProfile, { path: { profileId } });
  return { profiles: objectsAt(body, "profiles") };
}

/**
 * How many users of a type the organization has.
 * @param input.userType such as `ActiveUsers`; all of them when left out.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users-count.html
 */
export async function countUsers(crm: Crm, { userType }: { userType?: string }): Promise<{ count: number }> {
  const { body } = await crm.send(userOperations.countUsers, { query: { type: userType } });
  return { count: Number(isObject(body) ? body.count : 0) };
}
