import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import { type Crm, sendItem } from "../crm";
import { waitForJob } from "./waitForJob";

/** Merges, and their job. */
export const mergeOperations = {
  mergeRecords: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/merge",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "merge",
  },
  getMergeJob: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/actions/merge",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "merge",
  },
} as const;

export interface MergeInput {
  readonly recordType: string;
  /** The record that stays. */
  readonly recordId: string;
  /** One or two records that become part of it. */
  readonly mergeIds?: readonly string[];
  /**
   * By the API name of a field, the id of the record whose value is kept; the staying record's for the
   * others.
   */
  readonly fieldsFrom?: Readonly<Record<string, unknown>>;
  readonly jobId?: string;
  readonly waitSeconds?: number;
}

/** What Zoho merges into a record at once. */
const MAX = 2;

/**
 * Merges one or two duplicates into a record. Zoho does it at once or by a job, which is waited for.
 * @returns the item of the record that stays, or the job with its state.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/merge-records.html
 */
export async function mergeRecords(crm: Crm, input: MergeInput): Promise<{ merge: JsonObject[] }> {
  const path = { module: input.recordType, id: input.recordId };
  let id = input.jobId;
  if (id === undefined) {
    const item = await sendItem(crm, mergeOperations.mergeRecords, {
      path,
      body: { merge: [planOf(input)] },
    });
    id = textAt(item.details, "job_id");
    if (id === undefined) return { merge: [item] };
  }
  const jobId = id;
  const ask = async () => {
    const { body } = await crm.send(mergeOperations.getMergeJob, { path, query: { job_id: jobId } });
    return objectsAt(body, "merge").find((job) => job.job_id === jobId);
  };
  const status = await waitForJob(crm, { id: jobId, ask }, input.waitSeconds);
  return { merge: [{ ...status, job_id: jobId }] };
}

function planOf({ recordId, mergeIds = [], fieldsFrom = {} }: MergeInput): JsonObject {
  if (mergeIds.length === 0 || mergeIds.length > MAX || mergeIds.includes(recordId)) {
    throw inputError("crm", "Merge IDs: expected one or two records besides the one that stays");
  }
  const named = Object.entries(fieldsFrom);
  const stray = named.find(([, id]) => id !== recordId && !mergeIds.some((merged) => merged === id));
  if (stray) throw inputError("crm", `Fields From: ${stray[0]} names a record that is not merged`);
  const fieldsOf = (id: string) =>
    named.filter(([, from]) => from === id).map(([api_name]) => ({ api_name }));
  const own = fieldsOf(recordId);
  return {
    data: mergeIds.map((id) => ({ id, _fields: fieldsOf(id) })),
    ...(own.length > 0 ? { master_record_fields: own } : {}),
  };
}
