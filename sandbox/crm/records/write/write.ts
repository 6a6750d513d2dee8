import type { Answer } from "../../../core/answer";
import type { Route, SandboxRequest } from "../../../http/route";
import { invalidId, refusal } from "../../answers";
import { ifAllowed, type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import { isObject } from "../../objects";
import { externalIds, invalidExternalId } from "../externalId";
import { insertRecord, updateRecord } from "./engine";
import { laterOccurrences } from "./recurrence";
import { failed, type ItemResult, resultsAnswer } from "./results";
import { readWrite } from "./writeRequest";
import type { Writing } from "./writing";

const recordsPerCredit = 10;

const countOf = ({ body }: SandboxRequest): number =>
  isObject(body) && Array.isArray(body.data) ? body.data.length : 0;

/**
 * What inserts, updates and upserts have in common: one credit for each 10 records, and a place among the 10
 * for more than 10.
 */
export const writeCosts = {
  credits: (request: SandboxRequest) => Math.max(1, Math.ceil(countOf(request) / recordsPerCredit)),
  subConcurrency: (request: SandboxRequest) => countOf(request) > recordsPerCredit,
};

const insert = moduleRoute(
  "crm.records.insert",
  ["POST", "/:module"],
  ifAllowed("creatable", insertRecords),
  {
    scopes: moduleScopes("CREATE", "WRITE"),
    ...writeCosts,
  },
);

const updateMany = moduleRoute(
  "crm.records.updateMany",
  ["PUT", "/:module"],
  ifAllowed("editable", updateRecords),
  {
    scopes: moduleScopes("UPDATE", "WRITE"),
    ...writeCosts,
  },
);

const updateOne = moduleRoute(
  "crm.records.update",
  ["PUT", "/:module/:id"],
  ifAllowed("editable", updateOneRecord),
  {
    scopes: moduleScopes("UPDATE", "WRITE"),
    ...writeCosts,
  },
);

function insertRecords(call: ModuleCall): Answer {
  const read = readWrite(call);
  if ("problem" in read) return refusal(read.problem);
  const results = read.data.flatMap((input, index) =>
    insertOccurrences(read.writing, input, `$.data[${index}]`),
  );
  return resultsAnswer(results, 201, call.version);
}

/**
 * One result a record; a recurring activity becomes a record for each of its occurrences, each with its own
 * result.
 */
function insertOccurrences(writing: Writing, input: unknown, path: string): ItemResult[] {
  const first = insertRecord(writing, input, path);
  if (first.status === "error") return [first];
  return [first, ...laterOccurrences(input).map((occurrence) => insertRecord(writing, occurrence, path))];
}

/** `PUT /{module}`: each record names itself by its id, or by its external field with X-EXTERNAL. */
function updateRecords(call: ModuleCall): Answer {
  const external = externalIds(call);
  if (external && "problem" in external) return refusal(external.problem);
  const read = readWrite(call);
  if ("problem" in read) return refusal(read.problem);
  const results = read.data.map((input, index): ItemResult => {
    const path = `$.data[${index}]`;
    if (!external) return updateById(read.writing, input, path);
    const value = isObject(input) ? input[external.field] : undefined;
    const id = typeof value === "string" ? external.find(value) : undefined;
    const at = { api_name: external.field, json_path: `${path}.${external.field}` };
    return id === undefined ? failed(invalidExternalId(at)) : updateRecord(read.writing, id, input, path);
  });
  return resultsAnswer(results, 200, call.version);
}

function updateById(writing: Writing, input: unknown, path: string): ItemResult {
  const id = isObject(input) ? input.id : undefined;
  if (id !== undefined && id !== null) return updateRecord(writing, id, input, path);
  const details = { api_name: "id", json_path: `${path}.id` };
  return failed({ code: "MANDATORY_NOT_FOUND", details, message: "required field not found" });
}

function updateOneRecord(call: ModuleCall): Answer {
  const external = externalIds(call);
  if (external && "problem" in external) return refusal(external.problem);
  const read = readWrite(call);
  if ("problem" in read) return refusal(read.problem);
  const given = call.request.params.id ?? "";
  const id = external ? external.find(given) : given;
  if (external && id === undefined) return refusal(invalidExternalId({ resource_path_index: 1 }));
  // A record of the path that is not there is the path's fault, not the item's.
  if (!call.organization.store(call.module).get(id ?? ""))
    return refusal(invalidId({ resource_path_index: 1 }));
  return resultsAnswer([updateRecord(read.writing, id, read.data[0], "$.data[0]")], 200, call.version);
}

export const writeRoutes: Route[] = [insert, updateMany, updateOne];
