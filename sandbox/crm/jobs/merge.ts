import type { Answer } from "../../core/answer";
import { type Failure, failure, invalidId, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { RecordData } from "../metadata/types";
import { isObject, objectsOf } from "../objects";
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
  if (!master) return refusal(invalidId({ resource_path_index: 1 }));
  const children = readChildren(call, master);
  if ("problem" in children) {
    return { status: 400, body: { merge: [{ ...children.problem, status: "error" }] } };
  }
  const work = () => {
    mergeAll(call, master.id, children.found);
    return {};
  };
  if (children.found.length === 1) {
    work();
    return ok({
      merge: [
        {
          code: "SUCCESS",
          details: { id: master.id },
          message: "records merged successfully",
          status: "success",
        },
      ],
    });
  }
  const job_id = jobsOf(organization).schedule({ kind: kindOf(call), counts: {}, work });
  const message = "merge is scheduled successfully";
  return {
    status: 202,
    body: { merge: [{ code: "SCHEDULED", details: { job_id }, message, status: "success" }] },
  };
}

/** `GET` of the same path: the states are written in lower case, but for the first. */
export function mergeStatus(call: ModuleCall): Answer {
  const asked = askJob(call, kindOf(call));
  if ("refused" in asked) return asked.refused;
  const { state } = asked.job;
  return ok({ merge: [{ job_id: asked.id, status: state === "SCHEDULED" ? state : state.toLowerCase() }] });
}

function readChildren(
  { organization, module, request }: ModuleCall,
  master: RecordData,
): { found: Child[] } | { problem: Failure } {
  const [plan] = objectsOf(isObject(request.body) ? request.body.merge : undefined);
  const path = "$.merge[0].data";
  const given = objectsOf(plan?.data);
  const at = { api_name: "data", json_path: path };
  if (given.length === 0) return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
  if (given.length > maxChildren) {
    return { problem: failure("LIMIT_EXCEEDED", "limit exceeded", { ...at, maximum_length: maxChildren }) };
  }
  const found: Child[] = [];
  for (const [index, item] of given.entries()) {
    const own = { api_name: "id", json_path: `${path}[${index}].id` };
    const record = organization.store(module).get(String(item.id));
    const seen = [master, ...found.map((child) => child.record)];
    if (record && seen.includes(record)) return { problem: failure("DUPLICATE_DATA", "duplicate data", own) };
    if (!record) return { problem: invalidId(own) };
    const fields = objectsOf(item._fields).map(({ api_name }) => String(api_name));
    const wrong = fields.findIndex((name) => !module.fields.has(name));
    if (wrong >= 0) {
      const json_path = `${path}[${index}]._fields[${wrong}].api_name`;
      return { problem: failure("INVALID_DATA", "invalid data", { api_name: "api_name", json_path }) };
    }
    found.push({ record, fields });
  }
  return { found };
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
