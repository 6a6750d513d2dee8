import type { Answer } from "../../core/answer";
import { invalidId, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject } from "../objects";
import { deleteRecord } from "../records/write/engine";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";
import { alreadyScheduled, jobsOf } from "./jobs";
import { statusAnswer } from "./status";
import { readTargets } from "./targets";

const kindOf = ({ module }: ModuleCall): string => `mass_delete ${module.apiName}`;

/** `POST /{module}/actions/mass_delete`: up to 500 records at once, or all of a custom view by a job. */
export function massDelete(call: ModuleCall): Answer {
  const { organization, module, request, version } = call;
  const targets = readTargets(call, isObject(request.body) ? request.body : {});
  if ("problem" in targets) return refusal(targets.problem);
  const writing = plainWriting(organization, module, organization.currentUser);
  const remove = (id: string): ItemResult => {
    const outcome = deleteRecord(writing, id);
    if (!outcome) return failed(invalidId({ id }));
    if ("problem" in outcome)
      return failed({ ...outcome.problem, details: { ...outcome.problem.details, id } });
    return { code: "SUCCESS", details: { id }, message: "record is deleted", status: "success" };
  };
  if ("ids" in targets) return resultsAnswer(targets.ids.map(remove), 200, version);

  if (jobsOf(organization).isUnderWay(kindOf(call))) return alreadyScheduled;
  const counts = { Total_Count: targets.rows().length, Deleted_Count: 0, Failed_Count: 0 };
  const work = () => {
    const results = targets.rows().map(({ id }) => remove(id).status);
    const deleted = results.filter((status) => status === "success").length;
    return { Total_Count: results.length, Deleted_Count: deleted, Failed_Count: results.length - deleted };
  };
  const job_id = jobsOf(organization).schedule({ kind: kindOf(call), counts, work });
  return ok({
    data: [
      {
        code: "SUCCESS",
        details: { job_id },
        message: "mass delete scheduled successfully",
        status: "success",
      },
    ],
  });
}

export const massDeleteStatus = (call: ModuleCall): Answer => statusAnswer(call, kindOf(call));
