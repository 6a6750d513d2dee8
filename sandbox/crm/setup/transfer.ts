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

/** How many jobs of a kind are under way at a time. */
const mostJobs = 10;

/** Who takes over, or why nobody does. */
function successor(
  { organization }: CrmCall,
  kind: Kind,
  item: Record<string, unknown>,
  leaving: User,
): { user?: User | undefined; problem?: Failure } {
  const at = (path: string) => ({ api_name: path.split(".").at(-1), json_path: `$.${kind}.${path}` });
  const named = (["transfer", "move_subordinate"] as const).filter((name) => isObject(item[name]));
  if (named.length === 0)
    return {
      problem: failure("EXPECTED_FIELD_MISSING", "Specify atleast one field", {
        expected_data: [at("transfer"), at("move_subordinate")],
      }),
    };
  for (const name of named) {
    const id = idOf(item[name]);
    if (id === "")
      return {
        problem: failure("MANDATORY_NOT_FOUND", "required field not found", {
          ...at(`${name}.id`),
          parent_api_name: name,
        }),
      };
    const problem = unfit(organization.user(id), leaving, at(`${name}.id`), kind);
    if (problem) return { problem };
  }
  const { transfer } = item;
  if (isObject(transfer) && !wanted.some((name) => transfer[name] === true)) {
    const key = kind === "transfer" ? "options" : "expected_data";
    const options = wanted.map((name) => at(`transfer.${name}`));
    return { problem: failure("EXPECTED_FIELD_MISSING", "Specify atleast one field", { [key]: options }) };
  }
  return { user: organization.user(idOf(transfer)) };
}

const idOf = (value: unknown): string => (isObject(value) ? (textOf(value.id) ?? "") : "");

function unfit(
  user: User | undefined,
  leaving: User,
  at: Record<string, unknown>,
  kind: Kind,
): Failure | undefined {
  if (user?.status === "active" && user !== leaving) return undefined;
  if (user?.status === "deleted")
    return failure("INVALID_DATA", "The user to whom you are trying to transfer is deleted.", {
      ...at,
      owner_status: "deleted",
    });
  const none = kind === "transfer" ? "not_crm_user" : "no_crm_user";
  return failure("INVALID_DATA", "invalid data", { ...at, owner_status: user ? "inactive" : none });
}

/** The user whose things are given away, or why nothing of the one who is named can be. */
function whoLeaves(
  { organization, request }: CrmCall,
  kind: Kind,
  items: readonly Record<string, unknown>[],
): { leaving: User } | { refused: Answer } {
  const { id } = request.params;
  const leaving = organization.user(id ?? textOf(items[0]?.id) ?? "");
  const none = kind === "transfer" ? "not_crm_user" : "no_crm_user";
  const inPath = { resource_path_index: 1 };
  const inBody = { api_name: "id", json_path: `$.${kind}.id` };
  const whole = (problem: Failure) => ({ refused: refusal(problem) });
  const refused = (problem: Failure) =>
    id === undefined
      ? { refused: itemsAnswer(kind, [failed({ ...problem, details: inBody })], 200) }
      : whole(problem);
  if (items.length > 1)
    return whole(
      failure("INVALID_DATA", "invalid data", { maximum_length: 1, api_name: kind, json_path: `$.${kind}` }),
    );
  if (!leaving)
    return refused(
      failure("INVALID_DATA", "the id given seems to be invalid", { ...inPath, owner_status: none }),
    );
  if (leaving.status === "deleted")
    return refused(
      failure("INVALID_DATA", "the user id provided is already deleted.", {
        ...inPath,
        owner_status: "deleted",
      }),
    );
  if (kind === "transfer_and_delete" && leaving === organization.currentUser)
    return refused(failure("NOT_ALLOWED", "Super Admin cannot be Deleted.", inPath));
  if (jobsOf(organization).underWay(`users ${kind}`) >= mostJobs)
    return whole(
      failure("CONCURRENT_JOB_LIMIT_EXCEEDED", "Transfer and delete user scheduler limit reached", {
        limit: String(mostJobs),
      }),
    );
  return { leaving };
}

/** `POST /users/{id}/actions/transfer`, and with the end of the user `…/transfer_and_delete`. */
const start =
  (kind: Kind) =>
  (call: CrmCall): Answer => {
    const { organization, request } = call;
    const items = objectsOf(isObject(request.body) ? request.body[kind] : undefined);
    const [item = {}] = items;
    const found = whoLeaves(call, kind, items);
    if ("refused" in found) return found.refused;
    const { leaving } = found;
    const { problem, user } = successor(call, kind, item, leaving);
    if (problem) return itemsAnswer(kind, [failed(problem)], 200);
    const movesRecords = isObject(item.transfer) && item.transfer.records === true;
    const job_id = jobsOf(organization).schedule({
      kind: `users ${kind}`,
      counts: {},
      work: () => {
        const moved = movesRecords && user ? giveAll(organization, leaving, user) : 0;
        if (kind === "transfer_and_delete") leaving.status = "deleted";
        return { moved };
      },
    });
    return kind === "transfer"
      ? itemsAnswer(
          kind,
          [
            {
              code: "SCHEDULED",
              details: { job_id },
              message: "transfer of data is successfully scheduled",
              status: "success",
            },
          ],
          201,
        )
      : itemsAnswer(
          kind,
          [
            {
              code: "SUCCESS",
              details: { job_id, id: leaving.id },
              message: "User is deleted successfully",
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
  if (user === organization.currentUser)
    return refusal(
      failure("NOT_ALLOWED", "Super Admin cannot be validated.", { resource_path_index: 1 }),
      403,
    );
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
