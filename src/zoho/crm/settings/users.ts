import { type JsonObject, objectsAt } from "../../core/json";
import { inputError } from "../../http/errors";
import { type Crm, sendItem } from "../crm";
import { startedId, waitForJob } from "../jobs/waitForJob";
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

/** What changes the users of an organization; users.ts of the floor around it reads them. */
export const userWriteOperations = {
  createUser: {
    ...creating,
    path: "/crm/{version}/users",
    scope: "ZohoCRM.users.CREATE",
    items: "users",
  },
  updateUser: {
    ...changing,
    path: "/crm/{version}/users/{id}",
    scope: "ZohoCRM.users.UPDATE",
    items: "users",
  },
  deleteUser: {
    ...removing,
    path: "/crm/{version}/users/{id}",
    scope: "ZohoCRM.users.DELETE",
    items: "users",
  },
  transferUser: {
    ...creating,
    path: "/crm/{version}/users/{id}/actions/transfer",
    scope: "ZohoCRM.change_owner.CREATE",
    items: "transfer",
  },
  getTransfer: {
    ...reading,
    path: "/crm/{version}/users/actions/transfer",
    scope: "ZohoCRM.change_owner.READ",
    answers: "transfer",
  },
  transferAndDeleteUser: {
    ...creating,
    path: "/crm/{version}/users/{id}/actions/transfer_and_delete",
    scope: "ZohoCRM.users.CREATE",
    items: "transfer_and_delete",
  },
  getTransferAndDelete: {
    ...reading,
    path: "/crm/{version}/users/actions/transfer_and_delete",
    scope: "ZohoCRM.users.READ",
    answers: "transfer_and_delete",
  },
} as const;

/** What a user is. What is left out of a change stays as it is. */
export interface UserInput {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly roleId?: string;
  readonly profileId?: string;
  /** Further fields under Zoho's own names, such as `phone` or `time_zone`. */
  readonly userFields?: JsonObject;
}

const bodyOf = (
  { firstName, lastName, email, roleId, profileId, userFields }: UserInput,
  more: JsonObject = {},
) => ({
  users: [
    given({
      ...userFields,
      first_name: firstName,
      last_name: lastName,
      email,
      role: roleId && { id: roleId },
      profile: profileId && { id: profileId },
      ...more,
    }),
  ],
});

/**
 * Invites a user to the organization. Zoho sends the invitation; the user is confirmed once it is taken.
 * @throws ZohoError `DUPLICATE_DATA` for an e-mail address that a user has, `LICENSE_LIMIT_EXCEEDED` without
 * a free license.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/add-user.html
 */
export const createUser = (crm: Crm, input: UserInput): Promise<SettingList> =>
  writeSetting(crm, userWriteOperations.createUser, { body: bodyOf(input) });

/**
 * Changes a user, or takes the user out of use and back into it.
 * @throws ZohoError of kind `input` where there is nothing to change.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-user.html
 */
export async function updateUser(
  crm: Crm,
  { userId, active, ...input }: UserInput & { userId: string; active?: boolean },
): Promise<SettingList> {
  const status = active === undefined ? undefined : active ? "active" : "inactive";
  const body = bodyOf(input, { status });
  const [user = {}] = body.users;
  if (Object.keys(user).length === 0)
    throw inputError("crm", "User Fields: expected something to change, got nothing");
  return writeSetting(crm, userWriteOperations.updateUser, { path: { id: userId }, body });
}

/**
 * Deletes a user. The records stay with the user who was deleted; Change Owner gives them to another.
 * @throws ZohoError for the primary contact of the organization, and for a user who is deleted already.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-user.html
 */
export const removeUser = (crm: Crm, { userId }: { userId: string }): Promise<SettingList> =>
  removeSetting(crm, userWriteOperations.deleteUser, { path: { id: userId } }, userId, {
    isGone: ({ code }) => code === "ID_ALREADY_DELETED",
  });

export interface UserTransferInput {
  readonly userId: string;
  /** Who gets it. */
  readonly newUserId: string;
  /** Who those who report to the user report to; the one who gets the rest when left out. */
  readonly newManagerId?: string;
  readonly records: boolean;
  readonly assignmentRules: boolean;
  readonly criteria: boolean;
  /** Delete the user once all is transferred. */
  readonly deleteUser: boolean;
  /** A job that an earlier call started. */
  readonly jobId?: string;
  readonly waitSeconds?: number;
}

/**
 * Gives what a user has to another, by a job, and waits for it.
 * @returns the state of the job as Zoho words it, with the id of the job.
 * @throws ZohoError `JOB_FAILED` where Zoho says so, `INVALID_DATA` for users who are not there or not
 * active.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/transfer-user-data.html
 */
export async function transferUser(
  crm: Crm,
  { userId, newUserId, newManagerId = newUserId, jobId, waitSeconds, deleteUser, ...what }: UserTransferInput,
): Promise<{ data: JsonObject[] }> {
  const rows = deleteUser
    ? { start: userWriteOperations.transferAndDeleteUser, ask: userWriteOperations.getTransferAndDelete }
    : { start: userWriteOperations.transferUser, ask: userWriteOperations.getTransfer };
  const { assignmentRules: assignment, records, criteria } = what;
  const transfer = { id: newUserId, records, assignment, criteria };
  const body = { [rows.start.items]: [{ move_subordinate: { id: newManagerId }, transfer }] };
  const id = jobId ?? (await startTransfer(crm, rows.start, { path: { id: userId }, body }));
  const ask = async () => {
    const answer = await crm.send(rows.ask, { query: { job_id: id } });
    return objectsAt(answer.body, rows.ask.answers)[0];
  };
  return { data: [{ ...(await waitForJob(crm, { id, ask }, waitSeconds)), job_id: id }] };
}

type StartOperation =
  | typeof userWriteOperations.transferUser
  | typeof userWriteOperations.transferAndDeleteUser;

async function startTransfer(
  crm: Crm,
  operation: StartOperation,
  call: { path: { id: string }; body: JsonObject },
): Promise<string> {
  return startedId(crm, operation, (await sendItem(crm, operation, call)).details, "job_id");
}
