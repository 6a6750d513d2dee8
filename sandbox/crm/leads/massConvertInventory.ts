import type { Answer } from "../../core/answer";
import { type Failure, failure, missingParam, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf } from "../objects";
import { follow, targetOf } from "./convertInventory";

const maxIds = 50;
const kindOf = ({ module }: ModuleCall) => `mass_convert ${module.apiName}`;

const missing = (name: string, path: string): Answer =>
  refusal(failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: path }));

const wrong = (details: object): Answer => refusal(failure("INVALID_DATA", "invalid data", { ...details }));

/** `POST /Quotes/actions/mass_convert`: schedules what is to follow up to 50 quotes or sales orders. */
export function startMassConvertInventory(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const body = isObject(request.body) ? request.body : {};
  const [wanted] = objectsOf(body.convert_to);
  if (!wanted) return missing("convert_to", "$.convert_to");
  const found = targetOf(call, wanted, "$.convert_to[0]");
  if ("problem" in found) return refusal(found.problem);
  if (typeof wanted.carry_over_tags !== "boolean")
    return missing("carry_over_tags", "$.convert_to[0].carry_over_tags");
  const ids = Array.isArray(body.ids) ? body.ids.map(String) : [];
  const problem = wrongIds(call, ids);
  if (problem) return problem;
  const owner = isObject(body.assign_to) ? String(body.assign_to.id) : undefined;
  if (owner !== undefined && !organization.user(owner))
    return wrong({ api_name: "id", json_path: "$.assign_to.id" });

  const how = {
    withTags: wanted.carry_over_tags,
    path: "$.convert_to[0]",
    more: owner === undefined ? {} : { Owner: { id: owner } },
  };
  const counts = { total_count: ids.length, not_converted_count: 0, failed_count: 0, converted_count: 0 };
  const work = () => {
    for (const id of ids) {
      const record = organization.store(module).get(id);
      const result = record && follow(call, record, found.target, how);
      if (!result) counts.not_converted_count += 1;
      else if (result.status === "success") counts.converted_count += 1;
      else counts.failed_count += 1;
    }
    return counts;
  };
  const planned = { ...counts, not_converted_count: ids.length };
  const job_id = jobsOf(organization).schedule({ kind: kindOf(call), counts: planned, work });
  const message = "Mass Convert scheduled successfully";
  return { status: 202, body: { code: "SCHEDULED", details: { job_id }, message, status: "success" } };
}

function wrongIds({ organization, module }: ModuleCall, ids: readonly string[]): Answer | undefined {
  if (ids.length === 0) return missing("ids", "$.ids");
  const limit_due_to = [{ api_name: "ids", json_path: "$.ids" }];
  if (ids.length > maxIds)
    return refusal(
      failure("LIMIT_EXCEEDED", "Limit exceeded for mass convert", { limit: maxIds, limit_due_to }),
    );
  const unknown = ids.findIndex((id) => !organization.store(module).get(id));
  return unknown < 0 ? undefined : wrong({ api_name: "ids", json_path: `$.ids[${unknown}]` });
}

/** `GET /Quotes/actions/mass_convert?job_id=`, whose counts are written in small letters. */
export function massConvertInventoryStatus(call: ModuleCall): Answer {
  const id = call.request.query.get("job_id");
  if (!id) return refusal({ ...missingParam("job_id"), message: "invalid data" });
  const job = jobsOf(call.organization).ask(kindOf(call), id);
  if (!job) return wrong({ param_name: "job_id" });
  return ok({ data: [{ ...job.counts, status: job.state === "RUNNING" ? "IN PROGRESS" : job.state }] });
}

/** Modules whose records are converted in one job, and the names that scopes have for them. */
const scopeNames: Readonly<Record<string, string>> = { Quotes: "quotes", Sales_Orders: "salesorders" };

/** The scope of the module that is asked for. */
export const inventoryScope = (module: string, operation: "CREATE" | "READ"): string[] => [
  `ZohoCRM.mass_convert.${scopeNames[module] ?? "leads"}.${operation}`,
];

/** Refuses modules whose records become no others. */
export const ofInventory =
  (handle: (call: ModuleCall) => Answer) =>
  (call: ModuleCall): Answer =>
    Object.hasOwn(scopeNames, call.module.apiName) ? handle(call) : refusal(notConvertible);

const notConvertible: Failure = failure("NOT_SUPPORTED", "The module does not support this operation", {
  resource_path_index: 0,
});
