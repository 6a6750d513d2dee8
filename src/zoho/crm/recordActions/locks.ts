import { type JsonObject, objectsAt, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { expectItem } from "../items";
import { crmOperations } from "../operations";
import { addressOf } from "../records/records";

interface RecordInput {
  readonly recordType: string;
  readonly recordId: string;
}

/**
 * Locks a record, so that nobody changes or deletes it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/lock-records.html
 */
export async function lockRecord(
  crm: Crm,
  { lockReason, ...record }: RecordInput & { readonly lockReason: string },
): Promise<{ data: JsonObject[] }> {
  const body = { data: [{ Locked_Reason__s: lockReason }] };
  return {
    data: [expectItem(crm, await crm.send(crmOperations.lockRecord, { ...addressOf(record), body }))],
  };
}

/**
 * Ends the lock of a record.
 * @throws ZohoError `RECORD_NOT_LOCKED` when there is none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/unlock-records.html
 */
export async function unlockRecord(crm: Crm, record: RecordInput): Promise<{ data: JsonObject[] }> {
  const { path } = addressOf(record);
  const { body } = await crm.send(crmOperations.getLock, { path });
  const lockId = textAt(objectsAt(body, "data")[0], "id");
  if (lockId === undefined) {
    const message = `The record ${record.recordId} is not locked`;
    throw crm.error({ kind: "notFound", code: "RECORD_NOT_LOCKED", message });
  }
  return {
    data: [expectItem(crm, await crm.send(crmOperations.unlockRecord, { path: { ...path, lockId } }))],
  };
}
