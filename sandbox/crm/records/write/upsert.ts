import type { Answer } from "../../../http/route";
import { type Failure, failure, refusal } from "../../answers";
import { ifAllowed, type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import type { Module } from "../../metadata/types";
import { isObject } from "../../objects";
import { uniqueFields } from "../values/duplicates";
import { insertRecord, updateRecord } from "./engine";
import { type ItemResult, resultsAnswer } from "./results";
import { writeCosts } from "./write";
import { readWrite } from "./writeRequest";
import type { Writing } from "./writing";

/** `POST /{module}/upsert`: changes the record that a duplicate check finds, adds one when it finds none. */
export const upsertRoute = moduleRoute(
  "crm.records.upsert",
  ["POST", "/:module/upsert"],
  ifAllowed("creatable", upsertRecords),
  {
    scopes: moduleScopes("CREATE", "WRITE"),
    ...writeCosts,
  },
);

function upsertRecords(call: ModuleCall): Answer {
  const read = readWrite(call);
  if ("problem" in read) return refusal(read.problem);
  const checked = checkOrder(call.module, read.duplicateCheckFields);
  if ("problem" in checked) return refusal(checked.problem);
  const results = read.data.map((input, index) =>
    upsert(read.writing, input, `$.data[${index}]`, checked.fields),
  );
  return resultsAnswer(results, 200, call.version);
}

/** The fields that are checked, in order: those given, or else the system's; then in any case all unique fields. */
function checkOrder(
  module: Module,
  given: readonly string[] | undefined,
): { fields: string[] } | { problem: Failure } {
  const unique = uniqueFields(module).map(({ apiName }) => apiName);
  const system = module.duplicateCheck === undefined ? [] : [module.duplicateCheck];
  const wrong = given?.findIndex((name) => !unique.includes(name) && !system.includes(name)) ?? -1;
  if (wrong >= 0) {
    const details = {
      api_name: "duplicate_check_fields",
      json_path: `$.duplicate_check_fields[${wrong}]`,
      supported_values: [...system, ...unique],
    };
    return { problem: failure("INVALID_DATA", "invalid data", details) };
  }
  return { fields: [...new Set([...(given ?? system), ...unique])] };
}

function upsert(writing: Writing, input: unknown, path: string, fields: readonly string[]): ItemResult {
  if (isObject(input) && input.id !== undefined && input.id !== null) {
    return marked(updateRecord(writing, input.id, input, path), "update", null);
  }
  const store = writing.organization.store(writing.module);
  for (const field of fields) {
    const [id] = isObject(input) ? store.find(field, input[field]) : [];
    if (id !== undefined) return marked(updateRecord(writing, id, input, path), "update", field);
  }
  return marked(insertRecord(writing, input, path), "insert", null);
}

function marked(result: ItemResult, action: "insert" | "update", field: string | null): ItemResult {
  if (result.status === "error") return result;
  const { $approval_state: _, ...details } = result.details;
  return { ...result, details, action, duplicate_field: field };
}
