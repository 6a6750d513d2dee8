import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, type ModuleCall, moduleRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, listOf, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { nameOf } from "../records/names";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";

interface PortalUser {
  personality_id: string;
  confirm: boolean;
  status_reason__s: string;
  created_time: string;
  module: string;
  name: string;
  active: boolean;
  email: string;
  Source__s: string;
  userType: string;
}

/** How many users a portal takes. */
const most = 100;
const portal = "ZylkerCustomers";
const userTypes = [
  { id: "5725767000000280001", name: "Client", module: "Contacts" },
  { id: "5725767000000280002", name: "Partner", module: "Accounts" },
];

const usersOf = perOrganization((): PortalUser[] => []);

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

/** What is wrong with an invitation of a record, or the user that comes of it. */
function invite(call: ModuleCall, id: string, typeId: string, type: string): PortalUser | Failure {
  const { organization, module } = call;
  const record = organization.store(module).get(id);
  const userType = userTypes.find((each) => each.id === typeId);
  const users = usersOf(organization);
  if (!record) return failure("INVALID_DATA", "the id given seems to be invalid", { id });
  if (userType?.module !== module.apiName)
    return failure("INVALID_DATA", "the user type given seems to be invalid", { param_name: "user_type_id" });
  const email = textOf(record.Email);
  if (!email)
    return failure(
      "INVALID_DATA",
      "Invitation sent has failed as provided personality record does not have email id.",
    );
  const known = users.find((user) => user.personality_id === id);
  if (type === "reinvite")
    return known && !known.confirm ? known : failure("CANNOT_PROCESS", "the record was not invited", { id });
  if (known || users.some((user) => user.email === email))
    return failure(
      "DUPLICATE_DATA",
      "Invitation sent has failed as a portal user exists with same email id",
      { record_id: id },
    );
  if (users.length >= most)
    return failure("LICENSE_LIMIT_EXCEEDED", "License limit exceeded", { limit: most });
  const made = {
    personality_id: id,
    confirm: false,
    status_reason__s: "",
    created_time: organization.now(),
    module: module.apiName,
    name: nameOf(module, record) ?? "",
    active: true,
    email,
    Source__s: "crm",
    userType: typeId,
  };
  users.push(made);
  return made;
}

const isFailure = (value: PortalUser | Failure): value is Failure => "code" in value;

function inviteOne(call: ModuleCall): Answer {
  const { query, params } = call.request;
  const missing = ["user_type_id", "type"].find((name) => query.get(name) === null);
  if (missing) return refusal(missingParam(missing));
  const made = invite(call, params.id ?? "", query.get("user_type_id") ?? "", query.get("type") ?? "");
  if (isFailure(made)) return refusal(made);
  const details = { record_id: made.personality_id };
  return ok({
    portal_invite: [
      { code: "SUCCESS", details, message: "An Invite has been sent to the personality.", status: "success" },
    ],
  });
}

type Results = readonly object[];
const resultsOf = perOrganization(() => new Map<string, Results>());

/** `POST /{module}/actions/portal_invite`: up to a hundred, by a job whose results are asked for. */
function inviteMany(call: ModuleCall): Answer {
  const { organization, request } = call;
  const [item = {}] = objectsOf(isObject(request.body) ? request.body.portal_invite : undefined);
  const wanted = objectsOf(item.data);
  if (wanted.length === 0) {
    const at = { api_name: "data", json_path: "$.portal_invite[0].data" };
    const missing = failed(failure("MANDATORY_NOT_FOUND", "required field not found", at));
    return itemsAnswer("portal_invite", [missing], 200);
  }
  const job_id = jobsOf(organization).schedule({
    kind: "portal invite",
    counts: {},
    work: () => {
      const results = wanted.map(({ id, user_type_id, type }) => {
        const made = invite(call, String(id), String(user_type_id), String(type ?? "invite"));
        const details = { id: String(id) };
        return isFailure(made)
          ? { code: made.code, details, message: made.message, status: "error" }
          : {
              code: "SUCCESS",
              details,
              message: "An Invite has been sent to the personality.",
              status: "success",
            };
      });
      resultsOf(organization).set(job_id, results);
      return {};
    },
  });
  const details = { job_id };
  return itemsAnswer(
    "portal_invite",
    [{ code: "SCHEDULED", details, message: "invitations scheduled", status: "success" }],
    200,
  );
}

const states = { SCHEDULED: "scheduled", RUNNING: "in_progress", COMPLETED: "completed" } as const;

function inviteStatus({ organization, request }: ModuleCall): Answer {
  const id = request.query.get("job_id") ?? "";
  const job = jobsOf(organization).ask("portal invite", id);
  if (!job) return noContent;
  const data = resultsOf(organization).get(id) ?? [];
  return ok({ portal_invite: [{ data, job_id: id, status: states[job.state] }] });
}

const statusDone = (personality_id: string): ItemResult => ({
  code: "SUCCESS",
  details: { personality_id },
  message: "status changed",
  status: "success",
});

const changeStatus = ofType(({ request }, users) => {
  const user = users.find(({ personality_id: id }) => id === request.params.record);
  const active = request.query.get("active");
  if (active !== "true" && active !== "false")
    return refusal(failure("INVALID_DATA", "invalid data", { resource_path_index: "7" }));
  if (!user) return refusal(failure("INVALID_DATA", "invalid data", { resource_path_index: "6" }));
  if (user.active === (active === "true"))
    return refusal(
      user.active
        ? failure("ALREADY_ACTIVATED", "the user is active already")
        : failure("NOT_ALLOWED", "the user is inactive already"),
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
    [{ code: "SCHEDULED", details, message: "status change scheduled", status: "success" }],
    200,
  );
});

/** What each of the named users of a type gets, or that there is none of the id. */
const forEach = (key: string, message: string, change: (call: CrmCall, user: PortalUser) => void) =>
  ofType((call, users) => {
    const ids = listOf(call.request.query.get(key));
    if (ids.length === 0) return refusal(missingParam(key));
    const results = ids.map((personality_id): ItemResult => {
      const user = users.find((each) => each.personality_id === personality_id);
      if (!user)
        return failed(failure("INVALID_DATA", "the id given seems to be invalid", { personality_id }));
      change(call, user);
      return { code: "SUCCESS", details: { personality_id }, message, status: "success" };
    });
    return itemsAnswer("users", results, 200);
  });

const remove = forEach("personality_ids", "user deleted", ({ organization }, user) => {
  const users = usersOf(organization);
  users.splice(users.indexOf(user), 1);
});

function transfer(call: CrmCall): Answer {
  const to = call.request.query.get("transfer_To");
  if (!userTypes.some(({ id }) => id === to))
    return refusal(failure("INVALID_DATA", "invalid data", { param: "transfer_To" }));
  return forEach("personality_ids", "user transferred", (_, user) => {
    user.userType = to ?? user.userType;
  })(call);
}

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.clientportal.${operation}`) });
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
    ["POST", `${users}/:record/actions/change_status`],
    changeStatus,
    may("UPDATE"),
  ),
  crmRoute(
    "crm.portals.changeStatuses",
    ["POST", `${users}/actions/change_status`],
    changeStatuses,
    may("UPDATE"),
  ),
  moduleRoute("crm.portals.invite", ["POST", "/:module/:id/actions/portal_invite"], inviteOne, may("CREATE")),
  moduleRoute(
    "crm.portals.inviteMany",
    ["POST", "/:module/actions/portal_invite"],
    inviteMany,
    may("CREATE"),
  ),
  moduleRoute(
    "crm.portals.inviteStatus",
    ["GET", "/:module/actions/portal_invite"],
    inviteStatus,
    may("READ"),
  ),
];
