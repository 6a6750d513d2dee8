import { type Failure, failure } from "../answers";
import type { CrmCall } from "../call";
import type { Field, Module } from "../metadata/types";
import { isObject, objectsOf } from "../objects";

type Values = Readonly<Record<string, unknown>>;

/** The rules by which records come into a territory, and whose records they are about. */
const rules: Readonly<Record<string, string>> = {
  account_rule_criteria: "Accounts",
  lead_rule_criteria: "Leads",
  deal_rule_criteria: "Deals",
};

const unsupported = ["fileupload", "imageupload", "subform", "multiselectlookup", "multiuserlookup"];
const numbers = ["integer", "bigint", "double", "currency", "percent"];
const texts = ["text", "email", "phone", "website"];
const equality = ["equal", "not_equal"];

/** What a field can be compared by: numbers as Zoho's example has it, and the others approximately. */
function comparatorsOf({ dataType }: Field): readonly string[] {
  if (numbers.includes(dataType)) return [...equality, "greater_than", "less_than"];
  return texts.includes(dataType)
    ? [...equality, "contains", "not_contains", "starts_with", "ends_with"]
    : equality;
}

/** What is wrong with the rules of a territory, in Zoho's words. */
export function wrongCriteria({ organization }: CrmCall, values: Values): Failure | undefined {
  for (const [name, apiName] of Object.entries(rules)) {
    const module = organization.schema.get(apiName);
    const path = `$.territories[0].${name}`;
    const problem = module && isObject(values[name]) ? wrongRule(module, values[name], path) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

/** A rule is a condition, or a group of rules. */
function wrongRule(module: Module, rule: Values, path: string): Failure | undefined {
  if (rule.group !== undefined)
    return objectsOf(rule.group)
      .map((each, index) => wrongRule(module, each, `${path}.group[${index}]`))
      .find((problem) => problem !== undefined);
  const at = (name: string) => ({ api_name: name, json_path: `${path}.${name}` });
  const { field: named, comparator, value } = rule;
  if (!isObject(named))
    return failure("INVALID_DATA", "invalid data", { ...at("field"), expected_data_type: "jsonobject" });
  const field = module.fields.get(String(named.api_name));
  const ofField = { api_name: String(named.api_name), json_path: `${path}.field.api_name` };
  if (!field) return failure("INVALID_DATA", "invalid data", ofField);
  if (unsupported.includes(field.dataType))
    return failure("NOT_SUPPORTED", "The given field api_name is not supported in criteria", ofField);
  const dependee = at("field");
  const missing = Object.entries({ comparator, value }).find(([, given]) => given === undefined);
  if (missing)
    return failure("DEPENDENT_FIELD_MISSING", "required field not found", { dependee, ...at(missing[0]) });
  const supported_values = comparatorsOf(field);
  if (!supported_values.includes(String(comparator)))
    return failure("DEPENDENT_MISMATCH", "The comparator is not compatible with the given field", {
      dependee,
      ...at("comparator"),
      supported_values,
    });
  if (!numbers.includes(field.dataType) || /^-?\d+(\.\d+)?$/.test(String(value))) return undefined;
  return failure("DEPENDENT_MISMATCH", "The value is not compatible with the given field", {
    dependee,
    ...at("value"),
    expected_data_type: field.dataType === "integer" || field.dataType === "bigint" ? "integer" : "double",
  });
}
