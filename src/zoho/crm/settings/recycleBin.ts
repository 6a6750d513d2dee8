import { type BatchResult, reportOf } from "../../batch/outcomes";
import { isObject, type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
import { changing, reading, removeSetting, removing, type SettingList } from "./calls";

/** The recycle bin, which keeps records for 60 days. */
export const recycleBinOperations = {
  getRecycleBin: {
    ...reading,
    path: "/crm/{version}/settings/recycle_bin",
    scope: "ZohoCRM.settings.recycle_bin.READ",
    answers: "recycle_bin",
  },
  restoreRecords: {
    ...changing,
    method: "POST",
    path: "/crm/{version}/settings/recycle_bin/actions/restore",
    scope: "ZohoCRM.settings.recycle_bin.UPDATE",
    success: [200, 202, 207],
    items: "recycle_bin",
  },
  deleteFromRecycleBin: {
    ...removing,
    path: "/crm/{version}/settings/recycle_bin/{id}",
    scope: "ZohoCRM.settings.recycle_bin.DELETE",
    items: "recycle_bin",
  },
  emptyRecycleBin: {
    ...changing,
    method: "POST",
    path: "/crm/{version}/settings/recycle_bin/actions/empty",
    scope: "ZohoCRM.settings.recycle_bin.UPDATE",
    tells: "code",
  },
} as const;

/**
 * The records in the recycle bin, of all modules, newest first, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-recycle-bin-records.html
 */
export async function getRecycleBin(
  crm: Crm,
  paging: Omit<PagingInput, "page_token">,
): Promise<{ recycle_bin: JsonObject[]; info: JsonObject }> {
  const { rows, info } = await readList(crm, recycleBinOperations.getRecycleBin, {}, "recycle_bin", paging);
  return { recycle_bin: rows, info };
}

export interface RestoreInput {
  readonly recordIds: readonly string[];
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

/** What Zoho takes in one request. */
const CHUNK = 200;

/**
 * Puts records from the recycle bin back where they were, with what was deleted with them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/restore-recycle-bin-records.html
 */
export async function restoreRecords(
  crm: Crm,
  { recordIds, concurrency = 5, failOnError = false }: RestoreInput,
): Promise<BatchResult> {
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const batch: RecordBatch = {
    operation: recycleBinOperations.restoreRecords,
    action: "update",
    chunkSize: CHUNK,
    concurrency,
    keys: (record) => [String(record.id)],
    // A first try may have restored it, which is why the second finds nothing in the bin.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" ? undefined : outcome),
    call: (records) => ({ body: { ids: records.map((record) => textAt(record, "id")) } }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, entries.length), failOnError);
}

/**
 * Deletes a record in the recycle bin for good.
 * @throws ZohoError `INVALID_DATA` where the bin has no such record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-recycle-bin-records.html
 */
export const removeFromRecycleBin = (crm: Crm, { recordId }: { recordId: string }): Promise<SettingList> =>
  removeSetting(crm, recycleBinOperations.deleteFromRecycleBin, { path: { id: recordId } }, recordId);

/**
 * Deletes everything in the recycle bin for good; above 1,000 records Zoho does it later and says
 * `SCHEDULED`. It takes an administrator.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/empty-recycle-bin.html
 */
export async function emptyRecycleBin(crm: Crm): Promise<JsonObject> {
  const { body } = await crm.send(recycleBinOperations.emptyRecycleBin);
  return isObject(body) ? body : {};
}
