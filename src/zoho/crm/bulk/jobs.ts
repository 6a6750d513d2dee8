import { isObject, type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { askUntil, type Job } from "../jobs/waitForJob";

/**
 * What a bulk job's state says. It alone decides: Zoho names the URL of a result before there is one, and
 * spells the same state in several ways. `failed` may have done a part of its work.
 */
export type Progress = "underWay" | "completed" | "failed";

export function progressOf(job: JsonObject): Progress {
  const state = (textAt(job, "state") ?? textAt(job, "status") ?? "").toUpperCase().replace(/[^A-Z]/g, "");
  if (state === "COMPLETED" || state === "SKIPPED") return "completed";
  return state === "FAILURE" || state === "FAILED" ? "failed" : "underWay";
}

/**
 * Asks for a job's state until it has ended, as long as the wait and the execution allow. @returns the job as
 * it is then.
 */
export const waitForBulkJob = (crm: Crm, job: Job, waitSeconds?: number): Promise<JsonObject> =>
  askUntil(crm, job, (status) => progressOf(status) !== "underWay", waitSeconds);

/** The result that a completed job tells of. */
export const resultOf = (job: JsonObject): JsonObject => (isObject(job.result) ? job.result : {});

/** Zoho allows ten downloads a minute; this long after a refusal one is allowed again. */
const MINUTE_MS = 61_000;

/** Downloads, once more after a minute where there were too many. */
export const patiently = {
  retry: { attempts: 4, baseMs: 16_000, factor: 2, capMs: MINUTE_MS, longestRetryAfterMs: MINUTE_MS },
} as const;

/** The address that Zoho calls when a job has ended. */
export const callbackTo = (url: string | undefined): JsonObject =>
  url === undefined ? {} : { callback: { url, method: "post" } };

/** The id of the job that an answer announces. */
export function startedId(crm: Crm, details: unknown): string {
  const id = textAt(details, "id");
  if (id !== undefined) return id;
  throw crm.error({ kind: "answer", code: "UNREADABLE_ANSWER", message: "Zoho's answer names no job" });
}
