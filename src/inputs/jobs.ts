import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { optionalId, optionalInteger } from "./cleaners";

export const jobId = input({
  label: "Job ID",
  type: "string",
  placeholder: "Enter a job ID",
  comments:
    "The unique identifier of a job that an earlier run of this action returned before it was completed. The action then starts nothing and asks for the job's state.",
  example: "5725767000001408012",
  clean: optionalId("Job ID"),
});

export const waitSeconds = input({
  label: "Wait Seconds",
  type: "string",
  placeholder: "Enter a number of seconds",
  comments:
    "The most seconds to wait for the job. When they are over, its ID and state are returned, for a later step to ask again. Default is 60, maximum is 840.",
  example: "60",
  clean: optionalInteger("Wait Seconds", 0, 840),
});

/** How a job is waited for, or asked for again. */
export const jobInputs = {
  job: structuredObjectInput({
    label: "Job",
    comments: "How long to wait for the job, and the one of an earlier run to ask for instead of a new one.",
    inputs: { jobId, waitSeconds },
  }),
};
