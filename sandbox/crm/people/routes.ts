import type { Route } from "../../http/route";
import { failure, invalidParam, listAnswer, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { listOf } from "../objects";
import { numberedPage } from "../records/params";
import { orgJson, permissionsJson, profileJson, roleJson, userJson } from "./peopleJson";
import { roleRoutes } from "./roles";
import type { User } from "./staff";

const isAdministrator = ({ profile }: User): boolean => profile.name === "Administrator";
const isActive = ({ status }: User): boolean => status === "active";

/** What the values of `type` stand for. Users that are deleted are seen only when asked for. */
const userTypes: Readonly<Record<string, (user: User, current: User) => boolean>> = {
  AllUsers: ({ status }) => status !== "deleted",
  ActiveUsers: isActive,
  DeactiveUsers: ({ status }) => status === "disabled",
  ConfirmedUsers: ({ status, confirmed }) => status !== "deleted" && confirmed,
  NotConfirmedUsers: ({ status, confirmed }) => status !== "deleted" && !confirmed,
  DeletedUsers: ({ status }) => status === "deleted",
  ActiveConfirmedUsers: (user) => isActive(user) && user.confirmed,
  AdminUsers: (user) => user.status !== "deleted" && isAdministrator(user),
  ActiveConfirmedAdmins: (user) => isActive(user) && user.confirmed && isAdministrator(user),
  CurrentUser: (user, current) => user === current,
};

function listUsers({ organization, request }: CrmCall) {
  const { query } = request;
  const type = query.get("type") ?? "AllUsers";
  const test = Object.hasOwn(userTypes, type) ? userTypes[type] : undefined;
  if (!test) return refusal(invalidParam("type", { supported_values: Object.keys(userTypes) }));
  const ids = query.has("ids") ? listOf(query.get("ids")) : undefined;
  const all = organization.staff.users.filter(
    (user) => test(user, organization.currentUser) && (!ids || ids.includes(user.id)),
  );
  const page = numberedPage(query, all);
  if ("problem" in page) return refusal(page.problem);
  return listAnswer(
    "users",
    page.items.map((user) => userJson(organization, user)),
    page.info,
  );
}

/** `GET /users/actions/count`: how many users of a type there are. */
function countUsers({ organization, request }: CrmCall) {
  const type = request.query.get("type") ?? "AllUsers";
  const test = Object.hasOwn(userTypes, type) ? userTypes[type] : undefined;
  if (!test) return refusal(invalidParam("type", { supported_values: Object.keys(userTypes) }));
  return ok({
    count: organization.staff.users.filter((user) => test(user, organization.currentUser)).length,
  });
}

function getUser({ organization, request }: CrmCall) {
  const user = organization.user(request.params.id ?? "");
  return user ? ok({ users: [userJson(organization, user)] }) : noContent;
}

const usersRead = { scopes: scope("ZohoCRM.users.READ") };
const rolesRead = { scopes: scope("ZohoCRM.settings.roles.READ") };
const profileTypes = ["normal_profile", "private_profile"];
const profilesRead = { scopes: scope("ZohoCRM.settings.profiles.READ") };

/** The organisation and its people. */
export const peopleRoutes: Route[] = [
  crmRoute("crm.org.get", ["GET", "/org"], ({ organization }) => ok({ org: [orgJson(organization)] }), {
    scopes: scope("ZohoCRM.org.READ"),
  }),
  crmRoute("crm.users.list", ["GET", "/users"], listUsers, usersRead),
  crmRoute("crm.users.count", ["GET", "/users/actions/count"], countUsers, usersRead),
  crmRoute("crm.users.get", ["GET", "/users/:id"], getUser, usersRead),
  ...roleRoutes,
  crmRoute(
    "crm.roles.list",
    ["GET", "/settings/roles"],
    ({ organization }) => ok({ roles: organization.staff.roles.map((role) => roleJson(organization, role)) }),
    rolesRead,
  ),
  crmRoute(
    "crm.roles.get",
    ["GET", "/settings/roles/:id"],
    ({ organization, request }) => {
      const role = organization.staff.roles.find(({ id }) => id === request.params.id);
      return role ? ok({ roles: [roleJson(organization, role)] }) : noContent;
    },
    rolesRead,
  ),
  crmRoute(
    "crm.profiles.list",
    ["GET", "/settings/profiles"],
    ({ organization, request: { query } }) => {
      if (!profileTypes.includes(query.get("type") ?? "normal_profile")) return refusal(invalidParam("type"));
      const profiles = organization.staff.profiles.map((profile) => profileJson(organization, profile));
      const info = {
        page: 1,
        per_page: 200,
        count: profiles.length,
        more_records: false,
        license_limit: 200,
      };
      return ok({ profiles, info });
    },
    profilesRead,
  ),
  crmRoute(
    "crm.profiles.get",
    ["GET", "/settings/profiles/:id"],
    ({ organization, request }) => {
      const profile = organization.staff.profiles.find(({ id }) => id === request.params.id);
      if (!profile)
        return refusal(
          failure("INVALID_DATA", "the id given seems to be invalid or already deleted", {
            resource_path_index: 2,
          }),
        );
      const rights = permissionsJson(organization, profile);
      return ok({ profiles: [{ ...profileJson(organization, profile), ...rights }] });
    },
    profilesRead,
  ),
];
