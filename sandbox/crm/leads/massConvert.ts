import type { Answer } from "../../core/answer";
import { type Failure, failure, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { jobsOf } from "../jobs/jobs";
import { statusAnswer } from "../jobs/status";
import { isObject, objectsOf } from "../objects";
import { isRecordId } from "../store/ids";
import { convertLead } from "./convert";
import { isTarget, mappedValues } from "./mapping";

const kind = "mass_convert Leads";
const maxIds = 50;

/** `POST /Leads/actions/mass_convert`: schedules the conversion of up to 50 leads. */
export function startMassConvert(call: ModuleCall): Answer {
  const body = isObject(call.request.body) ? call.request.body : {};
  const ids = Array.isArray(body.ids) ? body.ids.map(String) : [];
  const limit_due_to = [{ api_name: "ids", json_path: "$.ids" }];
  if (ids.length === 0) return refusal(missing("ids", "$.ids"));
  if (ids.length > maxIds)
    return refusal(
      failure("LIMIT_EXCEEDED", "Limit exceeded for mass convert", { limit: maxIds, limit_due_to }),
    );
  const unknown = ids.findIndex((id) => !call.organization.store(call.module).get(id));
  if (unknown >= 0) {
    const expected = isRecordId(ids[unknown]) ? {} : { expected_data_type: "long" };
    const at = { api_name: "ids", json_path: `$.ids[${unknown}]` };
    return refusal(failure("INVALID_DATA", "invalid data", { ...expected, ...at }));
  }
  const assignee = isObject(body.assign_to) ? String(body.assign_to.id) : undefined;
  if (assignee !== undefined && !call.organization.user(assignee)) {
    const at = { api_name: "id", json_path: "$.assignee.id" };
    return refusal(failure("INVALID_DATA", "Given assignee param does not match", at));
  }
  if (isObject(body.Deals) && !body.Deals.Deal_Name)
    return refusal(missing("Deal_Name", "$.Deals.Deal_Name"));

  const counts = { Total_Count: ids.length, Converted_Count: 0, Not_Converted_Count: 0, Failed_Count: 0 };
  const work = () => {
    for (const id of ids) {
      const lead = call.organization.store(call.module).get(id);
      const outcome = lead && convertLead(call, lead, optionsFor(body, lead, call), "$");
      if (outcome && "made" in outcome) counts.Converted_Count += 1;
      else if (!lead || lead.Converted__s === true) counts.Not_Converted_Count += 1;
      else counts.Failed_Count += 1;
    }
    return counts;
  };
  const planned = { ...counts, Not_Converted_Count: counts.Total_Count };
  const job_id = jobsOf(call.organization).schedule({ kind, counts: planned, work });
  const message = "Mass Convert scheduled successfully";
  return { status: 202, body: { code: "SCHEDULED", details: { job_id }, message, status: "success" } };
}

/**
 * The options of one lead's conversion. Tags are named by the module that they are carried to, and all of
 * them are.
 */
function optionsFor(
  body: Record<string, unknown>,
  lead: Parameters<typeof convertLead>[1],
  { module }: ModuleCall,
): Record<string, unknown> {
  const tags = objectsOf(lead.Tag).map(({ name }) => name);
  const carried = objectsOf(body.carry_over_tags).map(({ api_name }) => api_name);
  const { Deals, assign_to, move_attachments_to } = body;
  return {
    ...(isObject(Deals) ? { Deals: { ...mappedValues(module, lead, "Deals"), ...Deals } } : {}),
    ...(assign_to === undefined ? {} : { assign_to }),
    ...(move_attachments_to === undefined ? {} : { move_attachments_to }),
    carry_over_tags: Object.fromEntries(carried.filter(isTarget).map((target) => [target, tags])),
  };
}

/** `GET /Leads/actions/mass_convert?job_id=`. */
export const massConvertStatus = (call: ModuleCall): Answer => statusAnswer(call, kind);

const missing = (name: string, path: string): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: path });
