import { type JsonObject, objectsAt, textAt } from "../../../core/json";
import { inputError } from "../../../http/errors";
import type { Operation } from "../../../http/operation";
import { type Crm, sendItem } from "../../crm";
import { saveFile } from "../../files/files";
import type { Condition } from "../../search/conditions";
import { callbackTo, expectModule, expectReadable, patiently } from "../jobs";
import { criteriaOf } from "./criteria";

/** The calls of bulk reads. A second job that is started by mistake reads again and changes nothing. */
export const bulkReadOperations = {
  startBulkRead: {
    method: "POST",
    path: "/crm/bulk/{version}/read",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.bulk.READ",
    credits: 50,
    success: [200, 201],
    items: "data",
  },
  getBulkReadJob: {
    method: "GET",
    path: "/crm/bulk/{version}/read/{id}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.bulk.READ",
    credits: 0,
    success: [200],
    answers: "data",
  },
  downloadBulkRead: {
    method: "GET",
    path: "/crm/bulk/{version}/read/{id}/result",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.bulk.READ",
    credits: 0,
    success: [200],
  },
} as const satisfies Record<string, Operation>;

/** Which records a bulk read is for. */
export interface BulkQuery {
  readonly recordType: string;
  /** API names, with dots for the fields of a lookup; all that a bulk read gives when empty. */
  readonly fields?: readonly string[];
  readonly conditions?: readonly Condition[];
  readonly match?: "all" | "any";
  readonly customViewId?: string;
  /** Goes on where an earlier job ended. The query is that job's then. */
  readonly pageToken?: string;
  /** An HTTPS address that Zoho calls when the job has ended. */
  readonly callbackUrl?: string;
}

/** The query of a job. What goes on by a page token stands alone: Zoho knows the rest. */
async function queryOf(crm: Crm, input: BulkQuery): Promise<JsonObject> {
  const { recordType, fields = [], conditions = [], match = "all", customViewId, pageToken } = input;
  if (pageToken !== undefined) return { page_token: pageToken };
  await expectModule(crm, recordType);
  await expectReadable(crm, recordType, fields);
  const criteria = await criteriaOf(crm, recordType, conditions, match);
  return {
    module: { api_name: recordType },
    ...(customViewId ? { cvid: customViewId } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    ...(criteria ? { criteria } : {}),
  };
}

/**
 * Starts a bulk read of up to 200,000 records, which takes seconds to minutes.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/create-job.html
 */
export async function startBulkRead(crm: Crm, input: BulkQuery): Promise<{ data: [JsonObject] }> {
  const body = { ...callbackTo(input.callbackUrl), query: await queryOf(crm, input) };
  return { data: [await sendItem(crm, bulkReadOperations.startBulkRead, { body })] };
}

/**
 * A bulk read as it stands: its `state`, and when it is completed its counts and where the next job goes on.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/get-job-details.html
 */
export async function getBulkReadJob(
  crm: Crm,
  { jobId }: { jobId: string },
): Promise<{ data: [JsonObject] }> {
  const { body, status } = await crm.send(bulkReadOperations.getBulkReadJob, { path: { id: jobId } });
  const [job] = objectsAt(body, "data");
  if (job) return { data: [job] };
  throw crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    status,
    message: `Zoho's answer does not describe the job ${jobId}`,
  });
}

/**
 * Saves the archive that a completed bulk read made.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/download-result.html
 */
export const downloadArchive = (crm: Crm, jobId: string, file: string): Promise<void> =>
  saveFile(
    crm,
    bulkReadOperations.downloadBulkRead,
    { path: { id: jobId }, ...patiently },
    { file, what: `result of the bulk read ${jobId}` },
  );

/** The module that a job reads. */
export function moduleIn(job: JsonObject): string {
  const query = job.query;
  const module = textAt(query, "module") ?? textAt(Object(query).module, "api_name");
  if (module === undefined) throw inputError("crm", "Job ID: Zoho does not say which module the job reads");
  return module;
}
