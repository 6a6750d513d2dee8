import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, listAnswer, missingParam, ok, refusal } from "../answers";
import { type CrmCall, crmRoute } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, listOf, objectsOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { inviteRoutes, may, type PortalUser, usersOf, userTypes } from "./portalInvites";

const portal = "ZylkerCustomers";

function portalJson({ currentUser }: CrmOrganization): object {
  const [by, at] = [personOf(currentUser), currentUser.createdTime];
  const people = { created_by: by, created_time: at, modified_by: by, modified_time: at };
  return { ...people, zaid: "10041402", name: portal, active: true };
}

const typeJson = ({ schema }: CrmOrganization, { id, name, module }: (typeof userTypes)[number]): object => ({
  id,
  name,
  default: name === "Client",
  active: true,
  personality_module: {
    api_name: module,
    id: schema.get(module)?.id,
    plural_label: schema.get(module)?.plural,
  },
  invitation_field: { id: schema.get(module)?.fields.get("Email")?.id ?? "", api_name: "Email" },
});

const gone = (index: number) =>
  refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: index }));

const noPattern = (name: string) => {
  const at = { api_name: name, json_path: `$.${name}` };
  return refusal(failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", at));
};
/** Zoho's file has the place in the path as text here. */
const noPlace = (index: number) =>
  refusal(
    failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: String(index) }),
  );

/** A handler of calls about the users of a type of a portal. */
const ofType =
  (handle: (call: CrmCall, users: PortalUser[]) => Answer) =>
  (call: CrmCall): Answer => {
    const { portal: named, type } = call.request.params;
    if (named !== portal || !userTypes.some(({ id }) => id === type))
      return call.request.method === "GET"
        ? noPattern(named === portal ? "user_type" : "portal")
        : noPlace(4);
    return handle(
      call,
      usersOf(call.organization).filter(({ userType }) => userType === type),
    );
  };

const list = ofType((_, users) =>
  listAnswer(
    "users",
    users.map(({ userType: _, ...user }) => user),
    { total_count: users.length },
  ),
);

const statusDone = (personality_id: string): ItemResult => ({
  code: "SUCCESS",
  details: { personality_id },
  message: "Status of the user changed successfully.",
  status: "success",
});

const changeStatus = ofType(({ organization, request }, users) => {
  const user = users.find(({ personality_id: id }) => id === request.params.record);
  const active = request.query.get("active");
  if (active !== "true" && active !== "false")
    return refusal(failure("INVALID_DATA", "invalid data", { resource_path_index: "7" }));
  const place = { resource_path_index: "6" };
  if (!user) return refusal(failure("INVALID_DATA", "invalid data", place));
  const module = organization.schema.get(user.module);
  if (module && !organization.store(module).get(user.personality_id)) {
    const message =
      "Activation/Deactivation of portal user whose personality record in recyclebin is not allowed.";
    return refusal(failure("INVALID_DATA", message, place));
  }
  if (user.active === (active === "true"))
    return refusal(
      user.active
        ? failure("ALREADY_ACTIVATED", "Already in active state only.", place)
        : failure("NOT_ALLOWED", "the user is inactive already", place),
    );
  user.active = active === "true";
  return itemsAnswer("change_status", [statusDone(user.personality_id)], 200);
});

const changeStatuses = ofType(({ organization, request }, users) => {
  const [item = {}] = objectsOf(isObject(request.body) ? request.body.change_status : undefined);
  const changes = objectsOf(item.users);
  const job_id = jobsOf(organization).schedule({
    kind: "portal status",
    counts: {},
    work: () => {
      for (const user of users) {
        const change = changes.find(({ personality_id }) => personality_id === user.personality_id);
        if (change) user.active = change.active === true;
      }
      return {};
    },
  });
  const details = { job_id };
  return itemsAnswer(
    "change_status",
    [
      {
        code: "SCHEDULED",
        details,
        message: "Portal bulk user status change scheduled successfully",
        status: "success",
      },
    ],
    200,
  );
});

/** What each of the named users of a type gets, or that there is none of the id. */
const forEach = (
  [what, message]: readonly [string, string],
  change: (call: CrmCall, user: PortalUser) => void,
) =>
  ofType((call, users) => {
    const ids = listOf(call.request.query.get("personality_ids"));
    if (ids.length === 0) return refusal(missingParam("personality_ids"));
    const results = ids.map((personality_id): ItemResult => {
      const user = users.find((each) => each.personality_id === personality_id);
      if (!user)
        return failed(failure("INVALID_DATA", `${what} of user failed as ${ofNobody}`, { personality_id }));
      change(call, user);
      return { code: "SUCCESS", details: { personality_id }, message, status: "success" };
    });
    return itemsAnswer("users", results, 200);
  });

const ofNobody =
  "personality id does not belongs to any portal user or belongs to portal user, who does not belongs to provided user type.";

const remove = forEach(["Delete", "User deleted successfully"], ({ organization }, user) => {
  const users = usersOf(organization);
  users.splice(users.indexOf(user), 1);
});

function transfer(call: CrmCall): Answer {
  const to = call.request.query.get("transfer_To");
  if (to === null) {
    const at = { param: "transfer_To" };
    return refusal(failure("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing", at));
  }
  if (!userTypes.some(({ id }) => id === to))
    return refusal(failure("INVALID_DATA", "invalid data", { param: "transfer_To" }));
  return forEach(["Transfer", "User has been transferred successfully"], (_, user) => {
    user.userType = to;
  })(call);
}

const types = "/settings/portals/:portal/user_type";
const users = `${types}/:type/users`;

/** The portal of the organisation and the people in it. */
export const portalRoutes: Route[] = [
  crmRoute(
    "crm.portals.list",
    ["GET", "/settings/portals"],
    ({ organization }) => ok({ portals: [portalJson(organization)] }),
    may("READ"),
  ),
  crmRoute(
    "crm.portals.userTypes",
    ["GET", types],
    ({ organization, request }) =>
      request.params.portal === portal
        ? ok({ user_type: userTypes.map((type) => typeJson(organization, type)) })
        : gone(2),
    may("READ"),
  ),
  crmRoute("crm.portals.users", ["GET", users], list, may("READ")),
  crmRoute("crm.portals.removeUsers", ["DELETE", users], remove, may("DELETE")),
  crmRoute("crm.portals.transferUsers", ["POST", `${users}/action/transfer`], transfer, may("UPDATE")),
  crmRoute(
    "crm.portals.changeStatus",
    ["PUT", `${users}/:record/actions/change_status`],
    changeStatus,
    may("UPDATE"),
  ),
  crmRoute(
    "crm.portals.changeStatuses",
    ["PUT", `${users}/actions/change_status`],
    changeStatuses,
    may("UPDATE"),
  ),
  ...inviteRoutes,
];
