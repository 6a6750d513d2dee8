import { type Failure, failure, invalidId } from "../answers";
import type { ModuleCall } from "../call";
import type { RecordData } from "../metadata/types";
import { meets } from "../records/read/listFilter";
import { isRecordId } from "../store/ids";

type Body = Readonly<Record<string, unknown>>;

/**
 * The records that a mass operation is for: those of its ids, at once; or those of a custom view, by a job.
 */
export type Targets = { ids: string[] } | { rows: () => RecordData[] } | { problem: Failure };

const maxIds = 500;

/**
 * Reads `ids` or `cvid`. What the sandbox does not play is refused rather than ignored: it would narrow the
 * records down.
 */
export function readTargets({ organization, module }: ModuleCall, body: Body): Targets {
  const { ids, cvid } = body;
  if (body.territory !== undefined)
    return { problem: failure("TERRITORY_NOT_ENABLED", "territory is not enabled") };
  if (body.criteria !== undefined)
    return { problem: failure("NOT_SUPPORTED", "criteria are not supported here") };
  if (cvid === undefined || cvid === null) return readIds(ids);
  if (ids !== undefined) {
    const ambiguity_due_to = ["ids", "cvid"].map((name) => ({ api_name: name, json_path: `$.${name}` }));
    return {
      problem: failure("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing the request", {
        ambiguity_due_to,
      }),
    };
  }
  const view = organization.customViews.get(module.apiName)?.find(({ id }) => id === cvid);
  if (!view) {
    const details = { api_name: "cvid", json_path: "$.cvid", id: String(cvid) };
    return { problem: failure("INVALID_DATA", "the cvid given seems to be invalid", details) };
  }
  const { criterion } = view;
  const rows = () =>
    organization
      .store(module)
      .byId()
      .filter((record) => record.Converted__s !== true && (!criterion || meets(criterion, record)));
  if (rows().length === 0) return { problem: failure("NO_RECORDS_FOUND", "no record found to update") };
  return { rows };
}

function readIds(ids: unknown): Targets {
  const at = { api_name: "ids", json_path: "$.ids" };
  if (!Array.isArray(ids) || ids.length === 0) {
    return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
  }
  if (ids.length > maxIds)
    return { problem: failure("LIMIT_EXCEEDED", "limit exceeded", { ...at, limit: maxIds }) };
  const wrong = ids.findIndex((id) => !isRecordId(id));
  if (wrong < 0) return { ids: ids.map(String) };
  return { problem: invalidId({ ...at, json_path: `$.ids[${wrong}]`, id: String(ids[wrong]) }) };
}
