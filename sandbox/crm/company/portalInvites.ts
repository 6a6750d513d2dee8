import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, missingParam, noContent, ok, refusal } from "../answers";
import { type ModuleCall, moduleRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf, textOf } from "../objects";
import { perOrganization } from "../perOrganization";
import { nameOf } from "../records/names";
import { failed, itemsAnswer } from "../records/write/results";

/** A person who may see a portal. */
export interface PortalUser {
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
export const userTypes = [
  { id: "5725767000000280001", name: "Client", module: "Contacts" },
  { id: "5725767000000280002", name: "Partner", module: "Accounts" },
];

export const usersOf = perOrganization((): PortalUser[] => []);

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
  const typeless = wanted.findIndex(({ user_type_id: typeId }) => typeId === undefined);
  if (typeless >= 0) {
    const json_path = `$.portal_invite[0].data[${typeless}].user_type_id`;
    const at = { api_name: "user_type_id", json_path };
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
    [{ code: "SCHEDULED", details, message: "Portal bulk invite scheduled successfully", status: "success" }],
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

/** The scope of portals for an operation. */
export const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.clientportal.${operation}`) });

/** Invitations of people to the portal, one at a time or by a job. */
export const inviteRoutes: Route[] = [
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
