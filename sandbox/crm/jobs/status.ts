import type { Answer } from "../../core/answer";
import { failure, missingParam, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { type Counts, type JobState, jobsOf } from "./jobs";

/** What the status of a job is asked for with, and what has become of it. */
export function askJob(
  { organization, request }: ModuleCall,
  kind: string,
): { id: string; job: { state: JobState; counts: Counts } } | { refused: Answer } {
  const id = request.query.get("job_id");
  const details = { param_name: "job_id" };
  if (!id) {
    // The page about changes of owner has another code than the other two.
    return kind.startsWith("mass_change_owner")
      ? { refused: refusal(missingParam("job_id"), 404) }
      : { refused: refusal(failure("MANDATORY_NOT_FOUND", "mandatory param missing", details)) };
  }
  if (!/^\d+$/.test(id))
    return { refused: refusal(failure("INVALID_DATA", "The jobid given seems to be invalid", details)) };
  const job = jobsOf(organization).ask(kind, id);
  if (job) return { id, job };
  return { refused: refusal(failure("NOT_FOUND", "The given job id is not found", details), 404) };
}

/** The status of a mass job, with its counts. */
export function statusAnswer(call: ModuleCall, kind: string): Answer {
  const asked = askJob(call, kind);
  if ("refused" in asked) return asked.refused;
  return ok({ data: [{ Status: asked.job.state, ...asked.job.counts }] });
}
