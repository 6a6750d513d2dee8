import { isObject, objectsAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { jobIdOf, jobResult, type MassResult } from "../jobs/mass";
import { waitForJob } from "../jobs/waitForJob";
import { crmOperations } from "../operations";
import { type DealInput, dealOf, type Target } from "./convert";
import { moduleReference } from "./modules";

export interface MassConvertInput extends DealInput {
  readonly recordIds?: readonly string[];
  readonly jobId?: string;
  readonly assignTo?: string;
  readonly carryOverTags?: readonly Target[];
  readonly moveAttachmentsTo?: Target;
  readonly waitSeconds?: number;
}

/** Leads that Zoho converts in one job. */
const MAX = 50;

/**
 * Converts up to 50 leads by a job, and waits for it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/mass-convert-lead.html
 */
export async function massConvertLeads(crm: Crm, input: MassConvertInput): Promise<MassResult> {
  const id = input.jobId ?? (await start(crm, input));
  const ask = async () => {
    const { body } = await crm.send(crmOperations.getMassConvertJob, { query: { job_id: id } });
    return objectsAt(body, "data")[0] ?? {};
  };
  return jobResult(crm, id, await waitForJob(crm, { id, ask }, input.waitSeconds));
}

async function start(crm: Crm, input: MassConvertInput): Promise<string> {
  const { recordIds: ids = [], assignTo, carryOverTags = [], moveAttachmentsTo } = input;
  if (ids.length === 0 || ids.length > MAX) {
    throw inputError("crm", `Record IDs: expected 1 to ${MAX} leads, or a Job ID, got ${ids.length}`);
  }
  const deal = await dealOf(crm, input);
  const tagged = await Promise.all(carryOverTags.map((name) => moduleReference(crm, name)));
  const moved = moveAttachmentsTo && (await moduleReference(crm, moveAttachmentsTo));
  const body = {
    ids,
    ...(deal ? { Deals: deal } : {}),
    ...(assignTo ? { assign_to: { id: assignTo } } : {}),
    ...(tagged.length > 0 ? { carry_over_tags: tagged } : {}),
    ...(moved ? { move_attachments_to: moved } : {}),
  };
  const answer = await crm.send(crmOperations.massConvertLeads, { body });
  return jobIdOf(crm, isObject(answer.body) ? answer.body : {}, answer.status);
}
