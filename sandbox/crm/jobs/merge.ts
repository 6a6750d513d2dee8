import type { Answer } from "../../core/answer";
import { type Failure, failure, invalidId, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { Module, RecordData } from "../metadata/types";
import { isObject, objectsOf } from "../objects";
import { perOrganization } from "../perOrganization";
import { deleteRecord, updateRecord } from "../records/write/engine";
import { plainWriting } from "../records/write/writing";
import { jobsOf } from "./jobs";
import { askJob } from "./status";

const mergeable = ["Accounts", "Contacts", "Leads", "Deals", "Cases", "Campaigns"];
const maxChildren = 2;

const kindOf = ({ module, request }: ModuleCall): string => `merge ${module.apiName} ${request.params.id}`;

/** A record that is merged into another, and the fields of it that win. */
interface Child {
  record: RecordData;
  fields: string[];
}

/**
 * `POST /{module}/{id}/actions/merge`: up to two records into a third, which they then are part of. One is
 * merged at once, two by a job.
 */
export function merge(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  if (!mergeable.includes(module.apiName)) {
    return refusal(
      failure("NOT_ALLOWED", "Merge is not allowed for this module", { resource_path_index: 0 }),
    );
  }
  const master = organization.store(module).get(request.params.id ?? "");
  if (!master)
    return refusal(failure("INVALID_DATA", "Master record id is not available", { resource_path_index: 1 }));
  const plans = objectsOf(isObject(request.body) ? request.body.merge : undefined);
  if (plans.length > 1) return refusal(failure("INVALID_DATA", "invalid data"));
  if (isClosed(module, master)) {
    const at = { api_name: "record", resource_path_index: 1 };
    return refusal(failure("NOT_ALLOWED", "Only Open Deals can be merged", at));
  }
  const children = readChildren(call, master, plans[0] ?? {});
  if ("problem" in children) {
    return { status: 400, body: { merge: [{ ...children.problem, status: "error" }] } };
  }
  const merged = [master.id, ...children.found.map(({ record }) => record.id)];
  const work = () => {
    mergeAll(call, master.id, children.found);
    for (const id of merged) beingMerged(organization).delete(id);
    return {};
  };
  if (children.found.length === 1) {
    work();
    return ok({
      merge: [
        {
          code: "SUCCESS",
          details: { id: master.id },
          message: "The records has been merged successfully",
          status: "success",
        },
      ],
    });
  }
  const job_id = jobsOf(organization).schedule({ kind: kindOf(call), counts: {}, work });
  for (const id of merged) beingMerged(organization).add(id);
  const message = "The records have been scheduled in a scheduler";
  return {
    status: 202,
    body: { merge: [{ code: "SCHEDULED", details: { job_id }, message, status: "success" }] },
  };
}

/** The records that a merge is under way with. */
const beingMerged = perOrganization(() => new Set<string>());

/** `GET` of the same path: the states are written in lower case, but for the first. */
export function mergeStatus(call: ModuleCall): Answer {
  const asked = askJob(call, kindOf(call));
  if ("refused" in asked) return asked.refused;
  const { state } = asked.job;
  return ok({ merge: [{ job_id: asked.id, status: state === "SCHEDULED" ? state : state.toLowerCase() }] });
}

function readChildren(
  { organization, module }: ModuleCall,
  master: RecordData,
  plan: Record<string, unknown>,
): { found: Child[] } | { problem: Failure } {
  const path = "$.merge[0].data";
  const given = objectsOf(plan.data);
  const at = { api_name: "data", json_path: path };
  if (given.length === 0) {
    const message = "Atleast one child record id is required to be merged.";
    return { problem: failure("INVALID_DATA", message, { ...at, minimum_length: 1 }) };
  }
  if (given.length > maxChildren) {
    const message = "More than 2 child record ids cannot be merged.";
    return { problem: failure("INVALID_DATA", message, { ...at, maximum_length: maxChildren }) };
  }
  const found: Child[] = [];
  const named = new Set(objectsOf(plan.master_record_fields).map(({ api_name }) => String(api_name)));
  for (const [index, item] of given.entries()) {
    const own = { api_name: "id", json_path: `${path}[${index}].id` };
    const record = organization.store(module).get(String(item.id));
    const seen = [master, ...found.map((child) => child.record)];
    if (item.id === undefined)
      return { problem: failure("MANDATORY_NOT_FOUND", "required id not found", own) };
    if (record && seen.includes(record))
      return { problem: failure("DUPLICATE_DATA", "Valid record ids need to be given for merging", own) };
    if (!record) return { problem: invalidId(own) };
    if (beingMerged(organization).has(record.id) || isClosed(module, record))
      return { problem: failure("NOT_ALLOWED", "This record id is not allowed to be merged", own) };
    const fields: string[] = [];
    for (const [place, { api_name: name }] of objectsOf(item._fields).entries()) {
      const json_path = `${path}[${index}]._fields[${place}].api_name`;
      const problem = wrongField(module, name, { hasName: named.has(String(name)), master, record });
      if (problem) return { problem: { ...problem, details: { api_name: "api_name", json_path } } };
      named.add(String(name));
      fields.push(String(name));
    }
    found.push({ record, fields });
  }
  return { found };
}

/** Whether a deal has come to its end. */
const isClosed = ({ apiName }: Module, { Stage }: RecordData): boolean =>
  apiName === "Deals" && /^Closed/.test(String(Stage));

/** Fields of deals that follow from others, and what Zoho says of them. */
const following: Readonly<Record<string, string>> = {
  Closing_Date: "Closing date will be automatically populated based on master record",
  Probability:
    "Probability and Expected Revenue fields will be automatically populated based on chosen Stage",
  Expected_Revenue:
    "Probability and Expected Revenue fields will be automatically populated based on chosen Stage",
};

/** Why a field cannot be taken from a record that is merged. */
function wrongField(
  { apiName, fields }: Module,
  name: unknown,
  { hasName, master, record }: { hasName: boolean; master: RecordData; record: RecordData },
): Failure | undefined {
  if (name === undefined) return failure("MANDATORY_NOT_FOUND", "API name of the field is not mentioned");
  if (!fields.has(String(name))) return failure("INVALID_DATA", "invalid data");
  if (hasName) return failure("DUPLICATE_DATA", "When one field is mentioned more than once");
  if (apiName !== "Deals") return undefined;
  const message =
    name === "Stage" && master.Pipeline !== record.Pipeline
      ? "Stage field will be automatically populated based on chosen Pipeline"
      : following[String(name)];
  return message === undefined ? undefined : failure("NOT_ALLOWED", message);
}

/**
 * The master takes the fields that it is told to, and everything that pointed to the others; the others are
 * deleted.
 */
function mergeAll({ organization, module }: ModuleCall, masterId: string, children: readonly Child[]): void {
  const writing = plainWriting(organization, module, organization.currentUser);
  for (const { record } of children) deleteRecord(writing, record.id);
  const values = children.flatMap(({ record, fields }) => fields.map((name) => [name, record[name] ?? null]));
  updateRecord(writing, masterId, Object.fromEntries(values), "$");
  const reference = organization.store(module).reference(masterId);
  if (!reference) return;
  for (const other of organization.schema.values()) {
    const lookups = [...other.fields.values()].filter(
      ({ dataType, module: to }) => dataType === "lookup" && to === module.apiName,
    );
    const store = organization.store(other);
    for (const { apiName } of lookups) {
      for (const { record } of children) {
        for (const id of [...store.find(apiName, { id: record.id })]) {
          const pointing = store.get(id);
          if (pointing) store.put({ ...pointing, [apiName]: reference }, organization.writeMoment(store));
        }
      }
    }
  }
}
