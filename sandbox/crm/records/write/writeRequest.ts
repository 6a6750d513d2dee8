import { type Failure, failure, noBody } from "../../answers";
import type { ModuleCall } from "../../call";
import { isObject, textOf } from "../../objects";
import type { AssignmentRule } from "../../settings/settings";
import { withLookups } from "../externalLookups";
import { formats } from "../values/formats";
import { allTriggers, type Writing } from "./writing";

const maxRecords = 100;
const features = [
  "layout_rules",
  "range_validation",
  "assignment_rules",
  "function_validation_rule",
  "criteria_validation_rule",
  "global_map_dependency",
  "territory_subordinates",
];

interface WriteRequest {
  writing: Writing;
  data: readonly unknown[];
  duplicateCheckFields: readonly string[] | undefined;
}

/** Reads the body of an insert, update or upsert; what is wrong with it as a whole refuses it as a whole. */
export function readWrite(call: ModuleCall): WriteRequest | { problem: Failure } {
  const { organization, module, version, request } = call;
  if (request.body === undefined) return { problem: noBody };
  const body = isObject(request.body) ? request.body : {};
  const { data } = body;
  if (data === undefined || data === null) return { problem: missing("data", "$.data") };
  if (!Array.isArray(data))
    return { problem: invalid("data", "$.data", { expected_data_type: "jsonarray" }) };
  if (data.length === 0) return { problem: invalid("data", "$.data", { minimum_length: 1 }) };
  if (data.length > maxRecords) return { problem: tooMany };

  const named = withLookups(call, data);
  if ("problem" in named) return named;
  const triggers = names(body.trigger, "$.trigger", allTriggers);
  if ("problem" in triggers) return triggers;
  const applied = readFeatures(body.apply_feature_execution, "apply_feature_execution", features);
  if ("problem" in applied) return applied;
  const skipped = readFeatures(body.skip_feature_execution, "skip_feature_execution", ["cadences"]);
  if ("problem" in skipped) return skipped;
  const duplicates = names(body.duplicate_check_fields, "$.duplicate_check_fields", undefined);
  if ("problem" in duplicates) return duplicates;
  const rule = assignmentRule(call, body.lar_id);
  if ("problem" in rule) return rule;
  return {
    data: named.data,
    duplicateCheckFields: duplicates.names,
    writing: {
      organization,
      module,
      version,
      by: organization.currentUser,
      triggers: triggers.names ?? allTriggers,
      applied: applied.features.map(({ name }) => name),
      skipped: skipped.features,
      assignmentRule: rule.found,
      inTransition: false,
      unmodifiedSince: formats.moment(request.headers["if-unmodified-since"] ?? ""),
    },
  };
}

/** A list of names, each of them one of those that are known. */
function names(
  value: unknown,
  path: string,
  known: readonly string[] | undefined,
): { names: readonly string[] | undefined } | { problem: Failure } {
  const name = path.slice(2);
  if (value === undefined || value === null) return { names: undefined };
  if (!Array.isArray(value)) return { problem: invalid(name, path, { expected_data_type: "jsonarray" }) };
  const texts = value.filter((item) => typeof item === "string");
  const wrong = value.findIndex((item) => typeof item !== "string" || (known && !known.includes(item)));
  if (wrong < 0) return { names: texts };
  return { problem: invalid(name, `${path}[${wrong}]`, known ? { supported_values: known } : {}) };
}

/** `apply_feature_execution` and `skip_feature_execution`: `[{ name, action }]`. */
function readFeatures(
  value: unknown,
  key: string,
  known: readonly string[],
): { features: Writing["skipped"] } | { problem: Failure } {
  const read: { name: string; action: string | undefined }[] = [];
  if (value === undefined || value === null) return { features: read };
  if (!Array.isArray(value))
    return { problem: invalid(key, `$.${key}`, { expected_data_type: "jsonarray" }) };
  for (const [index, item] of value.entries()) {
    const name = isObject(item) ? textOf(item.name) : undefined;
    const path = `$.${key}[${index}].name`;
    if (name === undefined) return { problem: missing("name", path) };
    if (!known.includes(name)) return { problem: invalid("name", path, { supported_values: known }) };
    read.push({ name, action: isObject(item) ? textOf(item.action) : undefined });
  }
  return { features: read };
}

function assignmentRule(
  { organization, module }: ModuleCall,
  id: unknown,
): { found: AssignmentRule | undefined } | { problem: Failure } {
  if (id === undefined || id === null) return { found: undefined };
  const rules = organization.assignmentRules.filter((rule) => rule.module === module.apiName);
  const found = rules.find((rule) => rule.id === id);
  return found ? { found } : { problem: invalid("lar_id", "$.lar_id") };
}

const missing = (name: string, path: string): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path: path });

const invalid = (name: string, path: string, more: Record<string, unknown> = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { ...more, api_name: name, json_path: path });

const tooMany = failure("LIMIT_EXCEEDED", "count of records in your request exceeds the limit", {
  maximum_length: maxRecords,
  api_name: "data",
});
