import type { Answer } from "../../http/route";
import { failure, invalidParam, missingParam, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { type Counts, type JobState, jobsOf } from "./jobs";

/** What the status of a job is asked for with, and what has become of it. */
export function askJob(
  { organization, request }: ModuleCall,
  kind: string,
): { id: string; job: { state: JobState; counts: Counts } } | { refused: Answer } {
  const id = request.query.get("job_id");
  if (!id) return { refused: refusal(missingParam("job_id")) };
  const job = jobsOf(organization).ask(kind, id);
  if (job) return { id, job };
  return {
    refused: refusal(
      failure("INVALID_DATA", "The jobid given seems to be invalid", invalidParam("job_id").details),
    ),
  };
}

/** The status of a mass job, with its counts. */
export function statusAnswer(call: ModuleCall, kind: string): Answer {
  const asked = askJob(call, kind);
  if ("refused" in asked) return asked.refused;
  return ok({ data: [{ Status: asked.job.state, ...asked.job.counts }] });
}
