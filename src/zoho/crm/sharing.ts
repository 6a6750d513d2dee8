import { type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError, ZohoError } from "../http/errors";
import { settledBy } from "../http/outcome";
import { type Crm, doneBefore, expectItem, itemError, removeItem, sendItem, succeeded } from "./crm";
import { addressOf } from "./records/records";

/** Locks and shares of records. */
export const sharingOperations = {
  getLock: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Locking_Information__s",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.modules.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  lockRecord: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/Locking_Information__s",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.settings.modules.CREATE",
    credits: 1,
    success: [200, 201],
    items: "data",
  },
  updateLock: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}/Locking_Information__s/{lockId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.modules.ALL",
    credits: 1,
    success: [200],
    items: "data",
  },
  unlockRecord: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/Locking_Information__s/{lockId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.modules.DELETE",
    credits: 1,
    success: [200],
    items: "data",
  },
  getShares: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/actions/share",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.share.READ",
    credits: 1,
    success: [200, 204],
    answers: "share",
  },
  shareRecord: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/share",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.share.CREATE",
    credits: 1,
    success: [200, 201],
    items: "share",
  },
  replaceShares: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}/actions/share",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.share.UPDATE",
    credits: 1,
    success: [200, 201],
    items: "share",
  },
  revokeShares: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/actions/share",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.share.DELETE",
    credits: 1,
    success: [200],
    items: "share",
  },
} as const;

interface RecordInput {
  readonly recordType: string;
  readonly recordId: string;
}

/**
 * Locks a record, so that nobody changes or deletes it.
 * @throws ZohoError `NOT_ALLOWED` for one that is locked already, and where the module has no record locking.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/lock-records.html
 */
export async function lockRecord(
  crm: Crm,
  { lockReason, ...record }: RecordInput & { readonly lockReason: string },
): Promise<{ data: JsonObject[] }> {
  const body = { data: [{ Locked_Reason__s: lockReason }] };
  return {
    data: [await sendItem(crm, sharingOperations.lockRecord, { ...addressOf(record), body })],
  };
}

/**
 * Who locked a record, when and why; an empty list where it is not locked.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-record-locking-information.html
 */
export async function getRecordLock(crm: Crm, record: RecordInput): Promise<{ data: JsonObject[] }> {
  const { path } = addressOf(record);
  return { data: objectsAt((await crm.send(sharingOperations.getLock, { path })).body, "data") };
}

/** The path of the lock that a record has. */
async function lockOf(crm: Crm, record: RecordInput) {
  const { data } = await getRecordLock(crm, record);
  const lockId = textAt(data[0], "id");
  if (lockId !== undefined) return { path: { ...addressOf(record).path, lockId } };
  const message = `The record ${record.recordId} is not locked`;
  throw crm.error({ kind: "notFound", code: "RECORD_NOT_LOCKED", message });
}

/**
 * Changes the reason for which a record is locked.
 * @throws ZohoError `RECORD_NOT_LOCKED` when it is not.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-record-locking-information.html
 */
export async function updateRecordLock(
  crm: Crm,
  { lockReason, ...record }: RecordInput & { readonly lockReason: string },
): Promise<{ data: JsonObject[] }> {
  const call = { ...(await lockOf(crm, record)), body: { data: [{ Locked_Reason__s: lockReason }] } };
  return { data: [await sendItem(crm, sharingOperations.updateLock, call)] };
}

/**
 * Ends the lock of a record. Where an earlier try of the request may have ended it, a look tells whether it
 * has.
 * @throws ZohoError `RECORD_NOT_LOCKED` when there is none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/unlock-records.html
 */
export async function unlockRecord(crm: Crm, record: RecordInput): Promise<{ data: JsonObject[] }> {
  const call = await lockOf(crm, record);
  const remaining = async () => (await getRecordLock(crm, record)).data;
  const { lockId } = call.path;
  return { data: [await removeItem(crm, sharingOperations.unlockRecord, call, lockId, { remaining })] };
}

export interface ShareInput extends RecordInput {
  readonly sharedWithType: "users" | "roles" | "groups";
  readonly sharedWithIds: readonly string[];
  readonly permission: "read_only" | "read_write" | "full_access";
  readonly shareType?: "private" | "public";
  readonly shareRelatedRecords?: boolean;
  readonly notifySharedMembers?: boolean;
  /** Share it with these alone, and no more with those it was shared with. */
  readonly replaceShares?: boolean;
}

/** How many of a kind Zoho shares a record with in one request. */
const limits = { users: 10, groups: 5, roles: 5 } as const;

/**
 * Shares a record with users, roles or groups, besides those that it is shared with or instead of them.
 * @throws ZohoError when Zoho refuses any of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/share-records.html
 */
export async function shareRecord(crm: Crm, input: ShareInput): Promise<{ share: JsonObject[] }> {
  const { sharedWithType: type, sharedWithIds: ids, shareRelatedRecords, notifySharedMembers } = input;
  const limit = limits[type];
  if (ids.length === 0 || ids.length > limit) {
    throw inputError("crm", `Shared With: expected 1 to ${limit} IDs of ${type}, got ${ids.length}`);
  }
  const share = ids.map((id) => ({
    shared_with: { type, id },
    type: input.shareType ?? "private",
    permission: input.permission,
    share_related_records: shareRelatedRecords ?? false,
  }));
  const body = { share, ...(notifySharedMembers ? { notify_shared_members: true } : {}) };
  const { path } = addressOf({ recordType: input.recordType, recordId: input.recordId });
  const operation = input.replaceShares ? sharingOperations.replaceShares : sharingOperations.shareRecord;
  const answer = await crm.send(operation, { path, body });
  const items = objectsAt(answer.body, "share");
  if (items.length === 0) expectItem(crm, operation, answer);
  const refused = items.findIndex((item) => !succeeded(item));
  if (refused < 0) return { share: items };
  throw itemError(crm, refusalOf(items, refused, input), answer);
}

/** The refusal of one of those that a record was to be shared with, in words that name it and the others. */
function refusalOf(items: readonly JsonObject[], place: number, input: ShareInput): JsonObject {
  const { sharedWithType, sharedWithIds } = input;
  const item = items[place] ?? {};
  const said = textAt(item, "message") ?? "Zoho gave no reason";
  const id = items.length === sharedWithIds.length ? sharedWithIds[place] : undefined;
  const shared = items.filter(succeeded).length;
  const others = shared > 0 ? `. Shares of the request that were made: ${shared}` : "";
  return { ...item, message: `${said}${id === undefined ? "" : ` (${sharedWithType}: ${id})`}${others}` };
}

/** With whom a record is shared; an empty list when with nobody. */
export async function getSharedRecord(crm: Crm, record: RecordInput): Promise<{ share: JsonObject[] }> {
  const { body } = await crm.send(sharingOperations.getShares, addressOf(record));
  return { share: objectsAt(body, "share") };
}

/**
 * Ends every share of a record. Zoho answers with one object rather than a list.
 * @throws ZohoError `CANNOT_PROCESS` for a record that is not shared.
 */
export async function revokeSharedRecord(crm: Crm, record: RecordInput): Promise<{ share: JsonObject }> {
  try {
    return { share: await sendItem(crm, sharingOperations.revokeShares, addressOf(record)) };
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && error.code === "CANNOT_PROCESS")) throw error;
    return settledBy(crm, error, async () => {
      const isShared = (await getSharedRecord(crm, record)).share.length > 0;
      return isShared ? undefined : { share: doneBefore(record.recordId) };
    });
  }
}
