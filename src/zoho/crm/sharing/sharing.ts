import { isObject, type JsonObject, objectsAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { expectItem, itemError, succeeded } from "../items";
import { crmOperations } from "../operations";
import { addressOf } from "../records/records";

interface RecordInput {
  readonly recordType: string;
  readonly recordId: string;
}

export interface ShareInput extends RecordInput {
  readonly sharedWithType: "users" | "roles" | "groups";
  readonly sharedWithIds: readonly string[];
  readonly permission: "read_only" | "read_write" | "full_access";
  readonly shareType?: "private" | "public";
  readonly shareRelatedRecords?: boolean;
  readonly notifySharedMembers?: boolean;
}

/** How many of a kind Zoho shares a record with in one request. */
const limits = { users: 10, groups: 5, roles: 5 } as const;

/**
 * Shares a record with users, roles or groups.
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
  const answer = await crm.send(crmOperations.shareRecord, { path, body });
  expectItem(crm, answer, "share");
  const items = objectsAt(answer.body, "share");
  const refused = items.find((item) => !succeeded(item));
  if (refused) throw itemError(crm, refused, answer.status);
  return { share: items };
}

/** With whom a record is shared; an empty list when with nobody. */
export async function getSharedRecord(crm: Crm, record: RecordInput): Promise<{ share: JsonObject[] }> {
  const { body } = await crm.send(crmOperations.getShares, addressOf(record));
  return { share: objectsAt(body, "share") };
}

/** Ends every share of a record. Zoho answers with one object rather than a list. */
export async function revokeSharedRecord(crm: Crm, record: RecordInput): Promise<{ share: JsonObject }> {
  const { body, status } = await crm.send(crmOperations.revokeShares, addressOf(record));
  const share = isObject(body) && isObject(body.share) ? body.share : objectsAt(body, "share")[0];
  if (share && succeeded(share)) return { share };
  throw itemError(crm, share ?? {}, status);
}
