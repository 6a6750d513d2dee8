import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import type { User } from "../people/staff";
import { updateRecord } from "../records/write/engine";
import { failed, itemsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";

/*
 * What a user who leaves has goes to another: the records at the end of a job, and with transfer_and_delete
 * the user is deleted then.
 */

type Kind = "transfer" | "transfer_and_delete";

const wanted = ["records", "assignment", "criteria"];

/** Who takes over, or why nobody does. */
function successor(call: CrmCall, kind: Kind, item: Record<string, unknown>, leaving: User) {
  const { organization } = call;
  const at = (path: string) => ({ api_name: "id", json_path: `$.${kind}[0].${path}.id` });
  const missing = (name: string) =>
    failure("INVALID_DATA", "required field not found", {
      api_name: name,
      json_path: `$.${kind}[0].${name}`,
    });
  for (const name of ["transfer", "move_subordinate"] as const) {
    const given = item[name];
    if (!isObject(given)) return { problem: missing(name) };
    const user = organization.user(textOf(given.id) ?? "");
    const problem = unfit(user, leaving, at(name), kind);
    if (problem) return { problem };
  }
  const { transfer } = item;
  if (!isObject(transfer) || !wanted.some((name) => transfer[name] === true)) {
    const key = kind === "transfer" ? "options" : "expected_data";
    const options = wanted.map((name) => ({ api_name: name, json_path: `$.${kind}[0].transfer.${name}` }));
    return { problem: failure("EXPECTED_FIELD_MISSING", "expected field missing", { [key]: options }) };
  }
  return { user: organization.user(textOf(transfer.id) ?? "") };
}

function unfit(
  user: User | undefined,
  leaving: User,
  at: Record<string, unknown>,
  kind: Kind,
): Failure | undefined {
  if (user?.status === "active" && user !== leaving) return undefined;
  const none = kind === "transfer" ? "not_crm_user" : "no_crm_user";
  const owner_status = user ? (user.status === "deleted" ? "deleted" : "inactive") : none;
  return failure("INVALID_DATA", "invalid data", { ...at, owner_status });
}

/** `POST /users/{id}/actions/transfer`, and with the end of the user `…/transfer_and_delete`. */
const start =
  (kind: Kind) =>
  (call: CrmCall): Answer => {
    const { organization, request } = call;
    const [item = {}] = objectsOf(isObject(request.body) ? request.body[kind] : undefined);
    const leaving = organization.user(request.params.id ?? textOf(item.id) ?? "");
    const none = kind === "transfer" ? "not_crm_user" : "no_crm_user";
    if (!leaving && request.params.id !== undefined)
      return refusal(
        failure("INVALID_DATA", "the id given seems to be invalid", {
          resource_path_index: 1,
          owner_status: none,
        }),
      );
    const refused = (problem: Failure) => itemsAnswer(kind, [failed(problem)], 200);
    const at = { api_name: "id", json_path: `$.${kind}[0].id` };
    if (!leaving) return refused(failure("INVALID_DATA", "the id given seems to be invalid", at));
    const { problem, user } = successor(call, kind, item, leaving);
    if (problem || !user) return refused(problem ?? failure("INVALID_DATA", "invalid data", at));
    if (kind === "transfer_and_delete" && leaving === organization.currentUser)
      return refused(failure("NOT_ALLOWED", "Primary contact cannot be deleted", { id: leaving.id }));
    const movesRecords = isObject(item.transfer) && item.transfer.records === true;
    const job_id = jobsOf(organization).schedule({
      kind: `users ${kind}`,
      counts: {},
      work: () => {
        const moved = movesRecords ? giveAll(organization, leaving, user) : 0;
        if (kind === "transfer_and_delete") leaving.status = "deleted";
        return { moved };
      },
    });
    return kind === "transfer"
      ? itemsAnswer(
          kind,
          [{ code: "SCHEDULED", details: { job_id }, message: "transfer is scheduled", status: "success" }],
          201,
        )
      : itemsAnswer(
          kind,
          [
            {
              code: "SUCCESS",
              details: { job_id, id: leaving.id },
              message: "transfer and delete is scheduled",
              status: "success",
            },
          ],
          200,
        );
  };

/** Gives everything that a user owns to another, and says how much that was. */
function giveAll(organization: CrmOrganization, from: User, to: User): number {
  let moved = 0;
  for (const module of organization.schema.values()) {
    if (!module.fields.has("Owner") || module.parent !== undefined) continue;
    const owned = organization
      .store(module)
      .byId()
      .filter(({ Owner }) => Owner === from.asOwner);
    for (const { id } of owned) {
      const writing = plainWriting(organization, module, organization.currentUser);
      if (updateRecord(writing, id, { Owner: { id: to.id } }, "$").status === "success") moved += 1;
    }
  }
  return moved;
}

const states = { SCHEDULED: "in_progress", RUNNING: "in_progress", COMPLETED: "completed" } as const;

const status =
  (kind: Kind) =>
  ({ organization, request }: CrmCall): Answer => {
    const id = request.query.get("job_id");
    if (!id) return refusal({ ...missingParam("job_id"), message: "mandatory param missing" });
    const job = jobsOf(organization).ask(`users ${kind}`, id);
    return job ? ok({ [kind]: [{ status: states[job.state] }] }) : noContent;
  };

/** `GET /users/{id}/actions/validate_before_transfer`: what hangs on a user. */
function validate({ organization, request }: CrmCall): Answer {
  const user = organization.user(request.params.id ?? "");
  if (!user)
    return refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 1 }));
  const assignment = organization.assignmentRules.some(({ owner }) => owner === user);
  const { id, name } = user;
  return ok({ validate_before_transfer: [{ id, name, assignment, criteria: false, subordinates: false }] });
}

const may = (name: string) => ({ scopes: scope(name) });

/** What becomes of what a user has. */
export const transferRoutes: Route[] = [
  crmRoute(
    "crm.users.transfer",
    ["POST", "/users/:id/actions/transfer"],
    start("transfer"),
    may("ZohoCRM.change_owner.CREATE"),
  ),
  crmRoute(
    "crm.users.transferStatus",
    ["GET", "/users/actions/transfer"],
    status("transfer"),
    may("ZohoCRM.change_owner.READ"),
  ),
  crmRoute(
    "crm.users.transferAndDelete",
    ["POST", "/users/:id/actions/transfer_and_delete"],
    start("transfer_and_delete"),
    may("ZohoCRM.users.CREATE"),
  ),
  crmRoute(
    "crm.users.transferAndDeleteNamed",
    ["POST", "/users/actions/transfer_and_delete"],
    start("transfer_and_delete"),
    may("ZohoCRM.users.CREATE"),
  ),
  crmRoute(
    "crm.users.transferAndDeleteStatus",
    ["GET", "/users/actions/transfer_and_delete"],
    status("transfer_and_delete"),
    may("ZohoCRM.users.READ"),
  ),
  crmRoute(
    "crm.users.validateBeforeTransfer",
    ["GET", "/users/:id/actions/validate_before_transfer"],
    validate,
    may("ZohoCRM.change_owner.READ"),
  ),
];
