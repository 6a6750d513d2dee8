import type { Answer } from "../../core/answer";
import { type Failure, failure, invalidId, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject, objectsOf } from "../objects";
import { updateRecord } from "../records/write/engine";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";
import { jobsOf } from "./jobs";
import { statusAnswer } from "./status";
import { readTargets } from "./targets";

const relatedModules = ["Tasks", "Events", "Calls", "Contacts", "Deals"];
const kindOf = ({ module }: ModuleCall): string => `mass_change_owner ${module.apiName}`;

type Item = Record<string, unknown>;
type Body = Readonly<Record<string, unknown>>;
const bodyOf = ({ request }: ModuleCall): Body => (isObject(request.body) ? request.body : {});

/** `POST /{module}/{id}/actions/change_owner`, and without an id for up to 500 records. */
export function changeOwner(call: ModuleCall): Answer {
  const body = bodyOf(call);
  const owner = readOwner(call, body);
  if ("problem" in owner) return refusal(owner.problem, owner.status);
  const { id } = call.request.params;
  if (id !== undefined && !call.organization.store(call.module).get(id))
    return refusal(invalidId({ resource_path_index: 1 }));
  const targets = readTargets(call, { ids: id === undefined ? body.ids : [id] });
  if ("problem" in targets) return ofIds(targets.problem);
  const named = objectsOf(body.related_modules).map(({ api_name }) => String(api_name));
  const unknown = named.findIndex((name) => !relatedModules.includes(name));
  if (unknown >= 0) {
    const at = { api_name: "api_name", json_path: `$.related_modules[${unknown}].api_name` };
    return refusal(failure("INVALID_DATA", "invalid data", { ...at, supported_values: relatedModules }));
  }
  const results = ("ids" in targets ? targets.ids : []).map((each): ItemResult => {
    const result = give(call, call.module.apiName, each, owner.id);
    if (result.status === "error") return { ...result, details: ownDetails(result, each) };
    for (const name of named) giveRelated(call, name, each, owner.id);
    return result;
  });
  const [only] = results;
  // Of the one record in the path, a refusal is of the whole.
  if (id !== undefined && only?.status === "error") return refusal(only);
  return resultsAnswer(results, 200, call.version);
}

/** An ID that is none stands in the place of the list, as one object. */
function ofIds(problem: Failure): Answer {
  const { id, ...at } = problem.details;
  if (id === undefined) return refusal(problem);
  const details = { expected_data_type: "long", ...at };
  return { status: 400, body: { data: failed(failure("INVALID_DATA", "invalid data", details)) } };
}

/** `POST /{module}/actions/mass_change_owner`: all records of a custom view, by a job. */
export function massChangeOwner(call: ModuleCall): Answer {
  const body = bodyOf(call);
  const owner = readOwner(call, body);
  if ("problem" in owner) return refusal(owner.problem, owner.status);
  const { cvid, territory, criteria } = body;
  if (cvid === undefined)
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "cvid", json_path: "$.cvid" }),
    );
  const targets = readTargets(call, { cvid, territory, criteria });
  if ("problem" in targets) return refusal(targets.problem);
  const rows = "rows" in targets ? targets.rows : () => [];
  const counts = { Total_Count: rows().length, Updated_Count: 0, Not_Updated_Count: 0, Failed_Count: 0 };
  const work = () => {
    const results = rows().map(({ id }) => give(call, call.module.apiName, id, owner.id).status);
    const updated = results.filter((status) => status === "success").length;
    return {
      ...counts,
      Total_Count: results.length,
      Updated_Count: updated,
      Failed_Count: results.length - updated,
    };
  };
  const planned = { ...counts, Not_Updated_Count: counts.Total_Count };
  const job_id = jobsOf(call.organization).schedule({ kind: kindOf(call), counts: planned, work });
  const message = "change owner is successfully scheduled";
  return {
    status: 202,
    body: { data: [{ code: "SCHEDULED", details: { job_id }, message, status: "success" }] },
  };
}

export const massChangeOwnerStatus = (call: ModuleCall): Answer => statusAnswer(call, kindOf(call));

/** What an owner may not be, in Zoho's words. */
const wrongOwner = {
  inactive: "The user to whom you are trying to transfer the records is not active.",
  deleted: "The user to whom you are trying to transfer the records has closed their account.",
  not_crm_user: "Invalid data provided",
};

function readOwner(
  { organization }: ModuleCall,
  { owner }: Body,
): { id: string } | { problem: Failure; status?: number } {
  const at = { api_name: "id", json_path: "$.owner.id" };
  if (!isObject(owner)) {
    return {
      problem: failure("MANDATORY_NOT_FOUND", "required field not found", {
        api_name: "owner",
        json_path: "$.owner",
      }),
    };
  }
  if (owner.id === undefined)
    return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
  const user = organization.user(String(owner.id));
  if (user?.status === "active") return { id: user.id };
  const owner_status = user ? (user.status === "deleted" ? "deleted" : "inactive") : "not_crm_user";
  const place = user ? at : { ...at, api_name: "owner" };
  return {
    problem: failure("INVALID_DATA", wrongOwner[owner_status], { ...place, owner_status }),
    status: owner_status === "deleted" ? 403 : 400,
  };
}

function give({ organization }: ModuleCall, apiName: string, id: string, ownerId: string): ItemResult {
  const module = organization.schema.get(apiName);
  if (!module) throw new Error(`There is no module ${apiName}.`);
  const writing = plainWriting(organization, module, organization.currentUser);
  const result = updateRecord(writing, id, { Owner: { id: ownerId } }, "$");
  return result.status === "error"
    ? result
    : { code: "SUCCESS", details: { id }, message: "owner is successfully updated", status: "success" };
}

/** Of a locked record Zoho tells its lock and its id alone. */
const ownDetails = ({ code, details }: ItemResult, id: string): Item =>
  code === "RECORD_LOCKED" ? { action: "record_locking", id } : { ...details, id };

/** Gives the records of another module that point to a record to its new owner. */
function giveRelated(call: ModuleCall, apiName: string, id: string, ownerId: string): void {
  const { organization, module: parent } = call;
  const module = organization.schema.get(apiName);
  if (!module) return;
  const lookups = [...module.fields.values()].filter(
    (field) => field.module === parent.apiName || field.modules?.includes(parent.apiName),
  );
  const ids = new Set(
    lookups.flatMap(({ apiName: name }) => [...organization.store(module).find(name, { id })]),
  );
  for (const related of ids) give(call, apiName, related, ownerId);
}
