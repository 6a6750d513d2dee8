import { isObject, type JsonObject, objectsAt, textAt } from "../../../core/json";
import { ZohoError } from "../../../http/errors";
import { TRANSFER_MS } from "../../../http/files";
import type { Operation } from "../../../http/operation";
import type { Crm } from "../../crm";
import { fileForm, saveFile } from "../../files/files";
import { startedId } from "../../jobs/waitForJob";
import { kept } from "../../metadata/modules";
import { getOrganization } from "../../users";
import { callbackTo, patiently, resultOf } from "../jobs";

/** The calls of bulk writes. An archive may be uploaded twice, but no job may be started twice. */
export const bulkWriteOperations = {
  uploadBulkFile: {
    method: "POST",
    path: "/crm/{version}/upload",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoFiles.files.ALL",
    credits: 0,
    success: [200],
    answers: "details",
    host: "upload",
  },
  startBulkWrite: {
    method: "POST",
    path: "/crm/bulk/{version}/write",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.bulk.CREATE",
    credits: 500,
    success: [200, 201],
    answers: "details",
  },
  getBulkWriteJob: {
    method: "GET",
    path: "/crm/bulk/{version}/write/{id}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.bulk.CREATE",
    credits: 0,
    success: [200],
    tells: "status",
  },
  downloadBulkWrite: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.bulk.CREATE",
    credits: 0,
    success: [200],
    host: "upload",
  },
} as const satisfies Record<string, Operation>;

/** What a job does with the rows of its file. */
export interface WriteQuery {
  readonly recordType: string;
  readonly operation: "insert" | "update" | "upsert";
  /** The field by which existing records are found. */
  readonly findBy?: string;
  /** Leave fields as they are whose cells are empty; true when left out. */
  readonly ignoreEmpty?: boolean;
  readonly callbackUrl?: string;
}

/** Zoho's limit for an archive, in megabytes. */
const MOST_MB = 25;

const loadOrganization = (crm: Crm) => async () => objectsAt(await getOrganization(crm), "org");

/** The id of the organization that uploads name. */
async function organizationId(crm: Crm): Promise<string> {
  const [organization] = await kept(crm, "organization", loadOrganization(crm));
  const id = textAt(organization, "zgid");
  if (id !== undefined) return id;
  throw crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    message: "Zoho does not tell the organization's ID",
  });
}

/**
 * Uploads an archive to the data centre's own host for uploads. @returns the id of the file.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/upload-file.html
 */
export async function uploadArchive(crm: Crm, data: Buffer, name: string): Promise<string> {
  const body = fileForm({ data, contentType: "application/zip", name }, MOST_MB);
  const headers = { feature: "bulk-write", "X-CRM-ORG": await organizationId(crm) };
  const answer = await crm.send(bulkWriteOperations.uploadBulkFile, {
    body,
    headers,
    timeoutMs: TRANSFER_MS,
  });
  const details = isObject(answer.body) ? answer.body.details : undefined;
  const id = textAt(details, "file_id");
  if (id !== undefined) return id;
  throw crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    message: "Zoho's answer names no uploaded file",
  });
}

/**
 * Starts the job for an uploaded file. @returns Zoho's answer, whose details have the id of the job.
 * @throws ZohoError of kind `unknown` where it may have been started: then it must not be started again.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/create-job.html
 */
export async function startJob(
  crm: Crm,
  { recordType, operation, findBy, ignoreEmpty = true, callbackUrl }: WriteQuery,
  file: { readonly id: string; readonly name: string },
  mappings: readonly JsonObject[],
): Promise<JsonObject> {
  const resource = {
    type: "data",
    module: { api_name: recordType },
    file_id: file.id,
    file_names: [file.name],
    ignore_empty: ignoreEmpty,
    ...(findBy === undefined ? {} : { find_by: findBy }),
    field_mappings: mappings,
  };
  const body = { operation, ...callbackTo(callbackUrl), resource: [resource] };
  const answer = await crm.send(bulkWriteOperations.startBulkWrite, { body });
  const started = isObject(answer.body) ? answer.body : {};
  jobIdOf(crm, started);
  return started;
}

/** The id of a bulk write, by what Zoho said when it was started. */
export const jobIdOf = (crm: Crm, { details }: JsonObject): string =>
  startedId(crm, bulkWriteOperations.startBulkWrite, details);

/**
 * A bulk write as it stands: its `status`, and the counts of its file.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/get-job-details.html
 */
export async function getBulkWriteJob(crm: Crm, { jobId }: { jobId: string }): Promise<JsonObject> {
  const { body } = await crm.send(bulkWriteOperations.getBulkWriteJob, { path: { id: jobId } });
  return isObject(body) ? body : {};
}

/**
 * Saves the archive with the result of a job. Its address may be a path, on the host for uploads or that of
 * the API, or name its host.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/download-result.html
 */
export async function downloadResult(crm: Crm, jobId: string, job: JsonObject, file: string): Promise<void> {
  const address = textAt(resultOf(job), "download_url") ?? "";
  const get = (anyPath: string, operation: Operation, base?: string) =>
    saveFile(
      crm,
      operation,
      { path: { anyPath }, base, ...patiently },
      { file, what: `result of the bulk write ${jobId}` },
    );
  if (URL.canParse(address)) {
    const { origin, pathname, search } = new URL(address);
    return get(pathname + search, bulkWriteOperations.downloadBulkWrite, origin);
  }
  if (!/^\/[^/\\]/.test(address))
    throw crm.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      message: `The bulk write ${jobId} names no address of its result`,
    });
  try {
    return await get(address, bulkWriteOperations.downloadBulkWrite);
  } catch (error) {
    if (!(error instanceof ZohoError) || error.kind !== "notFound") throw error;
    const { host: _, ...onApiHost } = bulkWriteOperations.downloadBulkWrite;
    return get(address, onApiHost);
  }
}
