import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { readPage } from "../paging";
import {
  changing,
  creating,
  given,
  reading,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

/** When users are not there to be met. */
export const unavailabilityOperations = {
  getUsersUnavailability: {
    ...reading,
    path: "/crm/{version}/settings/users_unavailability",
    scope: "ZohoCRM.settings.users_unavailability.READ",
    answers: "users_unavailability",
  },
  createUserUnavailability: {
    ...creating,
    path: "/crm/{version}/settings/users_unavailability",
    scope: "ZohoCRM.settings.users_unavailability.CREATE",
    items: "users_unavailability",
  },
  updateUserUnavailability: {
    ...changing,
    path: "/crm/{version}/settings/users_unavailability/{id}",
    scope: "ZohoCRM.settings.users_unavailability.UPDATE",
    items: "users_unavailability",
  },
  deleteUserUnavailability: {
    ...removing,
    path: "/crm/{version}/settings/users_unavailability/{id}",
    scope: "ZohoCRM.settings.users_unavailability.DELETE",
    items: "users_unavailability",
  },
} as const;

export interface UnavailabilityQuery {
  /** ISO 8601 with an offset: only what goes on after it, and what begins before the other. */
  readonly after?: string;
  readonly before?: string;
  /** Only users of these groups, roles and territories. */
  readonly groupIds?: readonly string[];
  readonly roleIds?: readonly string[];
  readonly territoryIds?: readonly string[];
}

/**
 * When users are not there, at most 200: `info.more_records` tells of more. Those who are no administrators
 * see their own alone.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-user-unavailability.html
 */
export async function getUserUnavailability(
  crm: Crm,
  { after, before, groupIds: group_ids, roleIds: role_ids, territoryIds: territory_ids }: UnavailabilityQuery,
): Promise<{ users_unavailability: JsonObject[]; info: JsonObject }> {
  const group = [
    { value: after, comparator: "greater_than", field: { api_name: "to" } },
    { value: before, comparator: "less_than", field: { api_name: "from" } },
  ].filter(({ value }) => value !== undefined);
  const filter = group.length > 1 ? { group_operator: "and", group } : group[0];
  const call = {
    query: {
      include_inner_details: "user.zuid",
      group_ids,
      role_ids,
      territory_ids,
      filters: filter && JSON.stringify(filter),
    },
  };
  const operation = unavailabilityOperations.getUsersUnavailability;
  const { rows, info } = await readPage(crm, operation, call, operation.answers);
  return { users_unavailability: rows, info };
}

/** A time in which a user is not there. What is left out of a change stays as it is. */
export interface UnavailabilityInput {
  /** One that is there, which is changed; a new one is made otherwise. */
  readonly unavailabilityId?: string;
  readonly userId?: string;
  /** ISO 8601 with an offset. */
  readonly from?: string;
  readonly to?: string;
  readonly comments?: string;
}

/**
 * Marks a user as not there for a time, or changes such a time.
 * @throws ZohoError of kind `input` for a new one without its user or times, and for a change of nothing.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/post-user-unavailability.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/update-user-unavailability.html
 */
export async function setUserUnavailability(
  crm: Crm,
  { unavailabilityId: id, userId, from, to, comments }: UnavailabilityInput,
): Promise<SettingList> {
  const values = given({ user: userId && { id: userId }, from, to, comments });
  const body = { users_unavailability: [values] };
  if (id !== undefined) {
    if (Object.keys(values).length === 0)
      throw inputError("crm", "Unavailability ID: expected something to change, got nothing");
    return writeSetting(crm, unavailabilityOperations.updateUserUnavailability, { path: { id }, body });
  }
  const missing = Object.entries({ "User ID": userId, From: from, To: to }).find(([, value]) => !value);
  if (missing) throw inputError("crm", `${missing[0]}: a new unavailability needs it`);
  return writeSetting(crm, unavailabilityOperations.createUserUnavailability, { body });
}

/**
 * Deletes a time in which a user is not there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/del-user-unavailability.html
 */
export const removeUserUnavailability = (
  crm: Crm,
  { unavailabilityId: id }: { readonly unavailabilityId: string },
): Promise<SettingList> =>
  removeSetting(crm, unavailabilityOperations.deleteUserUnavailability, { path: { id } }, id);
