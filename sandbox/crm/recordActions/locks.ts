import type { Answer } from "../../core/answer";
import { type Failure, failure, invalidId, noContent, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { failed, resultsAnswer } from "../records/write/results";

interface Lock {
  id: string;
  reason: string;
  time: string;
  by: { name: string; id: string };
}

/** The locks of records, by the record's id. */
const locksOf = perOrganization(() => new Map<string, Lock>());

const maxReason = 3000;

interface LockCall extends ModuleCall {
  recordId: string;
  lock: Lock | undefined;
}

/** A handler that is given the record that a lock is of. */
export const ofRecord =
  (handle: (call: LockCall) => Answer) =>
  (call: ModuleCall): Answer => {
    const recordId = call.request.params.id ?? "";
    const record = call.organization.store(call.module).get(recordId);
    const problem = failure("INVALID_DATA", "the related id given seems to be invalid", {
      resource_path_index: 1,
    });
    if (!record) return refusal(problem);
    return handle({ ...call, recordId, lock: locksOf(call.organization).get(recordId) });
  };

/** `GET /{module}/{id}/Locking_Information__s`. */
export function getLock({ organization, module, recordId, lock }: LockCall): Answer {
  if (!lock) return noContent;
  const reference = organization.store(module).reference(recordId);
  const data = [
    {
      Locked_By__s: { ...lock.by, module: "Users" },
      Locked_For__s: {
        module: { api_name: module.apiName, id: module.id },
        name: reference?.name,
        id: recordId,
      },
      $field_states: null,
      Locked_Reason__s: lock.reason,
      $editable: true,
      $sharing_permission: "full_access",
      Lock_Source__s: "Manual",
      Locked_Time__s: lock.time,
      Record_Locking_Configuration_Id__s: module.id,
      Record_Locking_Rule_Id__s: null,
      id: lock.id,
      Feature_Type__s: "record_locking",
      $zia_visions: null,
    },
  ];
  return ok({ data, info: { per_page: 200, count: 1, page: 1, more_records: false } });
}

/** `POST` of the same path: nobody can change the record or delete it from then on. */
export function lockRecord(call: LockCall): Answer {
  const { organization, recordId, lock } = call;
  const reason = readReason(call);
  if ("problem" in reason) return resultsAnswer([failed(reason.problem)], 201, call.version);
  if (lock)
    return refusal(failure("NOT_ALLOWED", "record is already locked", { resource_path_index: 1 }), 403);
  const made = {
    id: organization.ids.next(),
    reason: reason.text,
    time: organization.now(),
    by: personOf(organization.currentUser),
  };
  locksOf(organization).set(recordId, made);
  mark(call, true);
  const times = { Modified_Time: made.time, Created_Time: made.time };
  const details = { ...times, Modified_By: made.by, Created_By: made.by, id: made.id };
  return ok({ data: [{ code: "SUCCESS", details, message: "record added", status: "success" }] }, 201);
}

/** `PUT .../{lockId}`: another reason. */
export function changeReason(call: LockCall): Answer {
  const { lock, request } = call;
  const reason = readReason(call);
  if ("problem" in reason) return resultsAnswer([failed(reason.problem)], 200, call.version);
  if (lock?.id !== request.params.lockId || !lock) return refusal(invalidId({ resource_path_index: 3 }));
  lock.reason = reason.text;
  return done(lock, 200, "relation updated");
}

/** `DELETE .../{lockId}`: the record can be changed again. */
export function unlockRecord(call: LockCall): Answer {
  const { organization, recordId, lock, request } = call;
  if (!lock) return refusal(failure("INVALID_DATA", "relation not found", { resource_path_index: 3 }));
  if (lock.id !== request.params.lockId) return refusal(invalidId({ resource_path_index: 3 }));
  locksOf(organization).delete(recordId);
  mark(call, false);
  return done(lock, 200, "relation removed");
}

const done = ({ id }: Lock, status: number, message: string): Answer =>
  ok({ data: [{ code: "SUCCESS", details: { id }, message, status: "success" }] }, status);

function readReason({ request }: LockCall): { text: string } | { problem: Failure } {
  const [item] = objectsOf(isObject(request.body) ? request.body.data : undefined);
  const at = { api_name: "Locked_Reason__s", json_path: "$.data[0].Locked_Reason__s" };
  const text = textOf(item?.Locked_Reason__s);
  if (!text) return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
  if (text.length <= maxReason) return { text };
  return { problem: failure("INVALID_DATA", "invalid data", { ...at, maximum_length: maxReason }) };
}

/** A lock changes neither the record's time nor who changed it last. */
function mark({ organization, module, recordId }: LockCall, isLocked: boolean): void {
  const store = organization.store(module);
  const record = store.get(recordId);
  if (record) store.put({ ...record, Locked__s: isLocked }, organization.writeMoment(store));
}
