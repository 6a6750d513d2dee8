import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../../../core/answer";
import { type Failure, failure, refusal } from "../../answers";
import { ifAllowed, type ModuleCall, moduleRoute, moduleScopes } from "../../call";
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

/** How long a call of a racing organization takes between its checks and its writing. */
const CHECKED_MS = 20;

async function upsertRecords(call: ModuleCall): Promise<Answer> {
  const read = readWrite(call);
  if ("problem" in read) return refusal(read.problem);
  const checked = checkOrder(call, read.duplicateCheckFields);
  if ("problem" in checked) return refusal(checked.problem);
  const { writing, data } = read;
  const find = (input: unknown): Duplicate | undefined => duplicateOf(writing, input, checked.fields);
  const isRacing = call.organization.behaviours.upsertChecks === "racing";
  const found = isRacing ? data.map(find) : [];
  if (isRacing) await wait(CHECKED_MS);
  const results = data.map((input, index) =>
    upsert(writing, input, `$.data[${index}]`, isRacing ? found[index] : find(input)),
  );
  return resultsAnswer(results, 200, call.version);
}

/**
 * The fields that are checked, in order: those given, or else the system's; then in any case all unique
 * fields. v2 passes over a field that is not unique and finds nothing by it, as seen live.
 */
function checkOrder(
  { module, version }: ModuleCall,
  given: readonly string[] | undefined,
): { fields: string[] } | { problem: Failure } {
  const unique = uniqueFields(module).map(({ apiName }) => apiName);
  const system = module.duplicateCheck === undefined ? [] : [module.duplicateCheck];
  const wrong = given?.findIndex((name) => !unique.includes(name) && !system.includes(name)) ?? -1;
  if (wrong >= 0 && version !== "v2") {
    const details = {
      api_name: "duplicate_check_fields",
      json_path: `$.duplicate_check_fields[${wrong}]`,
      supported_values: [...system, ...unique],
    };
    return { problem: failure("INVALID_DATA", "invalid data", details) };
  }
  const known = (given ?? system).filter((name) => unique.includes(name) || system.includes(name));
  return { fields: [...new Set([...known, ...unique])] };
}

interface Duplicate {
  id: unknown;
  /** The field that it was found by; null for the record's own id. */
  field: string | null;
}

/** The record that an upsert changes: the one whose id it names, or the first that shares a checked value. */
function duplicateOf(
  { organization, module }: Writing,
  input: unknown,
  fields: readonly string[],
): Duplicate | undefined {
  if (!isObject(input)) return undefined;
  if (input.id !== undefined && input.id !== null) return { id: input.id, field: null };
  const store = organization.store(module);
  for (const field of fields) {
    const [id] = store.find(field, input[field]);
    if (id !== undefined) return { id, field };
  }
  return undefined;
}

function upsert(
  writing: Writing,
  input: unknown,
  path: string,
  duplicate: Duplicate | undefined,
): ItemResult {
  return duplicate
    ? marked(updateRecord(writing, duplicate.id, input, path), "update", duplicate.field)
    : marked(insertRecord(writing, input, path), "insert", null);
}

function marked(result: ItemResult, action: "insert" | "update", field: string | null): ItemResult {
  if (result.status === "error") return result;
  const { $approval_state: _, ...details } = result.details;
  return { ...result, details, action, duplicate_field: field };
}
