import { type BatchResult, reportOf } from "../../batch/outcomes";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import { asFile, type FileContent, fileIn } from "../../http/files";
import { type Crm, sendItem } from "../crm";
import { askUntil, startedId } from "../jobs/waitForJob";
import { type PagingInput, readList } from "../paging";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
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

/** What is kept of the organization: its recycle bin for 60 days, its backups, its audit log. */
export const retentionOperations = {
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
  scheduleBackup: {
    ...creating,
    path: "/crm/bulk/{version}/backup",
    scope: "ZohoCRM.bulk.backup.CREATE",
    items: "backup",
  },
  getBackup: {
    ...reading,
    path: "/crm/bulk/{version}/backup",
    scope: "ZohoCRM.bulk.backup.READ",
    answers: "backup",
  },
  getBackupUrls: {
    ...reading,
    path: "/crm/bulk/{version}/backup/urls",
    scope: "ZohoCRM.bulk.backup.READ",
    answers: "urls",
  },
  exportAuditLog: {
    ...creating,
    path: "/crm/{version}/settings/audit_log_export",
    scope: "ZohoCRM.settings.audit_logs.CREATE",
    items: "audit_log_export",
  },
  getAuditLogExport: {
    ...reading,
    path: "/crm/{version}/settings/audit_log_export/{id}",
    scope: "ZohoCRM.settings.audit_logs.READ",
    answers: "audit_log_export",
  },
  downloadExport: {
    ...reading,
    path: "{anyPath}",
    scope: "ZohoFiles.files.ALL",
    credits: 0,
    success: [200],
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
  const { rows, info } = await readList(crm, retentionOperations.getRecycleBin, {}, "recycle_bin", paging);
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
 * Puts records from the recycle bin back where they were, with what was deleted with them. Above 1,000 of
 * both together Zoho does it later, and says `SCHEDULED` of each.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/restore-recycle-bin-records.html
 */
export async function restoreRecords(
  crm: Crm,
  { recordIds, concurrency = 5, failOnError = false }: RestoreInput,
): Promise<BatchResult> {
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const batch: RecordBatch = {
    operation: retentionOperations.restoreRecords,
    action: "update",
    chunkSize: CHUNK,
    concurrency,
    keys: (record) => [String(record.id)],
    // A first try may have restored it, which is why the second finds nothing in the bin.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" ? undefined : outcome),
    call: (records) => ({ body: { ids: records.map((record) => textAt(record, "id")) } }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, recordIds), failOnError);
}

/**
 * Deletes a record in the recycle bin for good.
 * @throws ZohoError `INVALID_DATA` where the bin has no such record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-recycle-bin-records.html
 */
export const removeFromRecycleBin = (crm: Crm, { recordId }: { recordId: string }): Promise<SettingList> =>
  removeSetting(crm, retentionOperations.deleteFromRecycleBin, { path: { id: recordId } }, recordId);

/**
 * Deletes everything in the recycle bin for good; above 1,000 records Zoho does it later and says
 * `SCHEDULED`. It takes an administrator.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/empty-recycle-bin.html
 */
export async function emptyRecycleBin(crm: Crm): Promise<JsonObject> {
  const { body } = await crm.send(retentionOperations.emptyRecycleBin);
  return isObject(body) ? body : {};
}

const objectAt = (body: unknown, key: string): JsonObject => {
  const found = isObject(body) ? body[key] : undefined;
  return isObject(found) ? found : {};
};

/**
 * Orders a backup of all data of the organization, once or again and again.
 * @param input.recurrence by RFC 5545, such as `FREQ=WEEKLY;BYDAY=MO`; once when left out.
 * @throws ZohoError where one is under way.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/schedule-backup.html
 */
export async function scheduleBackup(
  crm: Crm,
  { recurrence }: { recurrence?: string },
): Promise<{ backup: JsonObject }> {
  const rrule = recurrence && `RRULE:${recurrence.replace(/^RRULE:/, "")}`;
  const call = { body: { backup: given({ rrule }) } };
  return { backup: await sendItem(crm, retentionOperations.scheduleBackup, call) };
}

/**
 * The backup of the organization, and where its files can be downloaded once they are there; empty objects
 * before.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-backup-info.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/download-backup.html
 */
export async function getBackup(crm: Crm): Promise<{ backup: JsonObject; urls: JsonObject }> {
  const backup = objectAt((await crm.send(retentionOperations.getBackup)).body, "backup");
  const urls = objectAt((await crm.send(retentionOperations.getBackupUrls)).body, "urls");
  return { backup, urls };
}

/** Which entries of the audit log are wanted, and how long to wait for them. */
export interface AuditLogInput {
  /** Zoho's own criteria: `field`, `comparator` and `value`, or a `group` of such. */
  readonly criteria: JsonObject;
  /** An export that an earlier call started. */
  readonly jobId?: string;
  readonly waitSeconds?: number;
}

/**
 * Exports the audit log of the organization, and waits until its files can be downloaded.
 * @returns the export as Zoho tells of it, with `download_links` once it is done.
 * @throws ZohoError `JOB_FAILED` where Zoho ends it without a file.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/export-audit-log.html
 */
export async function exportAuditLog(
  crm: Crm,
  { criteria, jobId, waitSeconds }: AuditLogInput,
): Promise<{ audit_log_export: JsonObject[] }> {
  const start = async (): Promise<string> => {
    const call = { body: { audit_log_export: [{ criteria }] } };
    const started = await writeSetting(crm, retentionOperations.exportAuditLog, call);
    return startedId(crm, retentionOperations.exportAuditLog, started.audit_log_export?.[0]?.details);
  };
  const id = jobId ?? (await start());
  const ask = async () => {
    const { body } = await crm.send(retentionOperations.getAuditLogExport, { path: { id } });
    return objectsAt(body, "audit_log_export")[0];
  };
  const hasFailed = ({ status }: JsonObject): boolean => /fail/i.test(String(status));
  const hasEnded = (job: JsonObject): boolean =>
    (Array.isArray(job.download_links) && job.download_links.length > 0) || hasFailed(job);
  const job = await askUntil(crm, { id, ask }, hasEnded, waitSeconds);
  if (!hasFailed(job)) return { audit_log_export: [job] };
  const message = `Zoho ended the export ${id} of the audit log as failed`;
  throw crm.error({ kind: "unknown", code: "JOB_FAILED", message, details: { ...job, job_id: id } });
}

/**
 * A file of a backup, or of an export of the audit log. Links go to a host of Zoho's for downloads, and no
 * token goes to any other.
 * @param input.link as `getBackup` and `exportAuditLog` give it.
 * @throws ZohoError `ANSWER_TOO_LARGE` above 120 MB.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/download-backup.html
 */
export async function downloadExport(crm: Crm, { link }: { link: string }): Promise<FileContent> {
  if (!URL.canParse(link))
    throw inputError("crm", "Link: expected an address, as Get Backup and Export Audit Log return it");
  const { origin, pathname, search } = new URL(link);
  const call = { path: { anyPath: pathname + search }, base: origin, ...asFile };
  const answer = await crm.send(retentionOperations.downloadExport, call);
  return fileIn(crm.transport, answer, "file behind this link");
}
