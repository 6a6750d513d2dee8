import { type JsonObject, textAt } from "../../core/json";
import { type FailureKind, ZohoError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import { type Crm, unsaid } from "../crm";

/** A job of Zoho's: its id, and how its state is read. */
export interface Job {
  readonly id: string;
  /** Zoho's description of the job, its state under `Status`, `status` or `state`; undefined without one. */
  readonly ask: () => Promise<JsonObject | undefined>;
}

/**
 * The id of the job that an answer announces.
 * @throws ZohoError as `unsaid` where it names none: the job may run all the same.
 */
export function startedId(
  crm: Crm,
  operation: Operation,
  details: unknown,
  key: "id" | "job_id" = "id",
): string {
  const id = textAt(details, key);
  if (id !== undefined) return id;
  throw unsaid(crm, operation, "Zoho's answer names no job");
}

/** Seconds that are waited when nothing is said about it. */
const WAIT_SECONDS = 60;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** Kept of an execution's time for handing on what is known. */
const RESERVE_MS = 15_000;

/** The state that the status of a job names, in Zoho's own word. */
export const stateOf = (status: JsonObject): string =>
  (textAt(status, "Status") ?? textAt(status, "status") ?? textAt(status, "state") ?? "").toUpperCase();

/**
 * Asks for a job's state until it is completed. When `waitSeconds` are over, or the execution is about to
 * end, it returns the state as it is then.
 * @throws ZohoError `JOB_FAILED` when Zoho says so; where the state cannot be read, an error that names the
 * job, so that it can be asked for again.
 */
export async function waitForJob(crm: Crm, job: Job, waitSeconds?: number): Promise<JsonObject> {
  const status = await askUntil(crm, job, (asked) => endings.includes(stateOf(asked)), waitSeconds);
  if (stateOf(status) !== "FAILED") return status;
  const message = `Zoho ended the job ${job.id} as failed. Some of its records may have been changed`;
  throw crm.error({ kind: "unknown", code: "JOB_FAILED", message, details: { ...status, job_id: job.id } });
}

const endings = ["COMPLETED", "FAILED"];

/**
 * Asks for a job's state until it has ended, with pauses that grow from a quarter of a second to 15 seconds.
 * @returns the state at the end, or when `waitSeconds` are over or the execution is about to end.
 * @throws ZohoError that names the job, where its state cannot be read.
 */
export async function askUntil(
  crm: Crm,
  { id, ask }: Job,
  hasEnded: (status: JsonObject) => boolean,
  waitSeconds = WAIT_SECONDS,
): Promise<JsonObject> {
  const until = Math.min(crm.now() + waitSeconds * 1000, crm.deadlineAt - RESERVE_MS);
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const status = await asked(crm, id, ask);
    if (hasEnded(status)) return status;
    if (crm.now() + pauseMs > until) {
      crm.log.warn(`The job ${id} is ${stateOf(status)} and was not waited for any longer.`);
      return status;
    }
    await crm.sleep(pauseMs);
  }
}

/** What says that there is no such job, which another try does not mend. */
const unknownJob: readonly FailureKind[] = ["input", "notFound"];

async function asked(crm: Crm, id: string, ask: Job["ask"]): Promise<JsonObject> {
  try {
    const status = await ask();
    if (status) return status;
    throw crm.error({ kind: "notFound", code: "NOT_FOUND", message: "Zoho has nothing to tell" });
  } catch (error) {
    if (!(error instanceof ZohoError) || error.kind === "connection") throw error;
    const { kind, code, status, reason, retryAfterMs } = error;
    const message = `${reason}, when the state of the job ${id} was asked for`;
    const hint = unknownJob.includes(kind)
      ? "Check the Job ID, and that the job is of this action and record type."
      : "Run the action again with this Job ID.";
    throw crm.error({ kind, code, status, message, hint, retryAfterMs, details: { job_id: id } });
  }
}
