import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, listOf, objectsOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { userJson } from "../people/peopleJson";
import type { User } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { numberedPage } from "../records/params";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { idOf, path, territories } from "./territories";

/** Who works in which territory: the ids of users by the id of the territory. */
export const members = perOrganization((organization) => {
  const [first] = territories.of(organization).keys();
  const [, , user] = organization.staff.users;
  return new Map<string, Set<string>>(first && user ? [[first, new Set([user.id])]] : []);
});

function usersOf({ organization, request }: CrmCall): Answer {
  const { territory = "", user } = request.params;
  if (!territories.of(organization).has(territory))
    return refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }));
  const users = [...(members(organization).get(territory) ?? [])]
    .filter((id) => user === undefined || id === user)
    .flatMap((id) => organization.user(id) ?? []);
  const page = numberedPage(request.query, users);
  if ("problem" in page) return refusal(page.problem);
  const rows = page.items.map((each) => memberJson(organization, each));
  return listAnswer("users", rows, page.info);
}

/** A user as a territory shows one: without what only the list of users says. */
function memberJson(organization: CrmOrganization, user: User): object {
  const own = Object.entries(userJson(organization, user)).filter(([name]) => !ownKeys.includes(name));
  return { ...Object.fromEntries(own), category: "regular_user" };
}

const ownKeys = [
  ...["Current_Shift__s", "Next_Shift__s", "Shift_Effective_From__s", "distance_preference__s"],
  ...["Reporting_To", "phone", "mobile", "name_format", "territories", "type__s"],
];

/** Puts users into a territory, or takes them out of it: those of the path, the body or the query. */
const changeUsers =
  (adds: boolean) =>
  (call: CrmCall): Answer => {
    const { organization, request } = call;
    const { territory = "", user } = request.params;
    const sent = isObject(request.body) ? objectsOf(request.body.users).map(idOf) : [];
    const ids = user !== undefined ? [user] : adds ? sent : listOf(request.query.get("ids"));
    if (!territories.of(organization).has(territory)) {
      const message = adds ? "the id given seems to be invalid" : "the given id given seems to be invalid";
      const gone = failure("INVALID_DATA", message, { resource_path_index: 2 });
      return user === undefined || adds ? itemsAnswer("users", [failed(gone)], 200) : refusal(gone);
    }
    if (ids.length === 0 && !adds) return refusal(missingParam("ids"));
    const there = members(organization).get(territory) ?? new Set<string>();
    members(organization).set(territory, there);
    const results = ids.map((id, index): ItemResult => {
      const problem = adds ? mayNotJoin(call, id, there, index) : mayNotLeave(call, id, there);
      if (problem) return failed(problem);
      if (adds) there.add(id);
      else there.delete(id);
      const message = adds
        ? "Given User added to the mentioned territory Successfully"
        : "Given User Removed from the mentioned territory Successfully";
      return { code: "SUCCESS", details: { id }, message, status: "success" };
    });
    const [first] = results;
    const missing = failure("MANDATORY_NOT_FOUND", "required field not found", {
      api_name: "users",
      json_path: "$.users",
    });
    if (!first) return itemsAnswer("users", [failed(missing)], 200);
    if (user !== undefined && !adds && first.status === "error") return { status: 400, body: first };
    // Of one user, whom Zoho's SDK removes, the list is plain.
    const mayNest = user === undefined && !adds && organization.behaviours.territoryRemovals === "nested";
    const isNested = mayNest && results.every(({ status }) => status === "success");
    return isNested ? ok({ users: [results] }) : itemsAnswer("users", results, 200);
  };

function mayNotJoin(
  { organization, request }: CrmCall,
  id: string,
  there: ReadonlySet<string>,
  index: number,
): Failure | undefined {
  const user = organization.user(id);
  const at =
    request.params.user === undefined
      ? { api_name: "id", json_path: `$.users[${index}].id` }
      : { resource_path_index: 4 };
  if (user?.status === "deleted")
    return failure("INVALID_DATA", "The user to whom you are trying to update is deleted.", {
      ...at,
      owner_status: "deleted",
    });
  if (user?.status !== "active") return failure("INVALID_DATA", "the id given seems to be invalid", at);
  return there.has(id)
    ? failure("DUPLICATE_DATA", "Given user id already exists for that record", at)
    : undefined;
}

function mayNotLeave(
  { organization, request }: CrmCall,
  id: string,
  there: ReadonlySet<string>,
): Failure | undefined {
  if (there.has(id)) return undefined;
  if (request.params.user !== undefined)
    return failure("INVALID_DATA", "the id given seems to be invalid.", { resource_path_index: 4 });
  const message = organization.user(id)
    ? "Given user is not a member of this territory."
    : "the given user id given seems to be invalid";
  return failure("INVALID_DATA", message, { id });
}

function userCounts({ organization, request }: CrmCall): Answer {
  const page = numberedPage(request.query, [...territories.of(organization).values()]);
  if ("problem" in page) return refusal(page.problem);
  const counts = page.items.map(({ id, name }) => ({
    count: String(members(organization).get(id)?.size ?? 0),
    territory: { id, name },
  }));
  return counts.length === 0 ? noContent : ok({ associated_users_count: counts, info: page.info });
}

const of = `${path}/:territory/users`;
const reads = { scopes: scope("ZohoCRM.settings.territories.READ") };
const writes = { scopes: scope("ZohoCRM.settings.territories.ALL") };

/** Who works in the territories. */
export const territoryUserRoutes: Route[] = [
  crmRoute("crm.territoryUsers.counts", ["GET", `${path}/actions/associated_users_count`], userCounts, reads),
  crmRoute("crm.territoryUsers.list", ["GET", of], usersOf, reads),
  crmRoute("crm.territoryUsers.get", ["GET", `${of}/:user`], usersOf, reads),
  crmRoute("crm.territoryUsers.add", ["PUT", of], changeUsers(true), writes),
  crmRoute("crm.territoryUsers.addOne", ["PUT", `${of}/:user`], changeUsers(true), writes),
  crmRoute("crm.territoryUsers.remove", ["DELETE", of], changeUsers(false), writes),
  crmRoute("crm.territoryUsers.removeOne", ["DELETE", `${of}/:user`], changeUsers(false), writes),
];
