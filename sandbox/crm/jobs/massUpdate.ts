import type { Answer } from "../../core/answer";
import { failure, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject, objectsOf } from "../objects";
import { updateRecord } from "../records/write/engine";
import { resultsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";
import { alreadyScheduled, jobsOf } from "./jobs";
import { statusAnswer } from "./status";
import { readTargets } from "./targets";

const kindOf = ({ module }: ModuleCall): string => `mass_update ${module.apiName}`;

/**
 * `POST /{module}/actions/mass_update`: the same values for up to 500 records, at once; or for all of a
 * custom view, by a job.
 */
export function massUpdate(call: ModuleCall): Answer {
  const { organization, module, version } = call;
  const body = isObject(call.request.body) ? call.request.body : {};
  const [values] = objectsOf(body.data);
  if (!values || Object.keys(values).length === 0) {
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "data", json_path: "$.data" }),
    );
  }
  const targets = readTargets(call, body);
  if ("problem" in targets) return refusal(targets.problem);
  const writing = plainWriting(organization, module, organization.currentUser);
  const update = (id: string) => updateRecord(writing, id, values, "$.data[0]");
  if ("ids" in targets) {
    const results = targets.ids.map((id) => {
      const result = update(id);
      return result.status === "error" ? { ...result, details: { ...result.details, id } } : result;
    });
    return resultsAnswer(results, 200, version);
  }
  if (jobsOf(organization).isUnderWay(kindOf(call))) return alreadyScheduled;
  const counts = {
    Total_Count: targets.rows().length,
    Updated_Count: 0,
    Not_Updated_Count: 0,
    Failed_Count: 0,
  };
  const work = () => {
    for (const { id } of targets.rows()) {
      const { status, code } = update(id);
      if (status === "success") counts.Updated_Count += 1;
      else if (code === "RECORD_LOCKED" || code === "NOT_APPROVED") counts.Not_Updated_Count += 1;
      else counts.Failed_Count += 1;
    }
    return { ...counts, Total_Count: counts.Updated_Count + counts.Not_Updated_Count + counts.Failed_Count };
  };
  const planned = { ...counts, Not_Updated_Count: counts.Total_Count };
  const job_id = jobsOf(organization).schedule({ kind: kindOf(call), counts: planned, work });
  return ok({
    data: [
      {
        code: "SUCCESS",
        details: { job_id },
        message: "mass update scheduled successfully",
        status: "success",
      },
    ],
  });
}

export const massUpdateStatus = (call: ModuleCall): Answer => statusAnswer(call, kindOf(call));
