import { type Failure, failure } from "../answers";
import { isObject } from "../objects";
import { formats } from "../records/values/formats";

/** What a value of a mail merge may be. */
export interface Rule {
  readonly type: "string" | "boolean" | "jsonobject" | "jsonarray";
  /** How many characters it has at most. */
  readonly max?: number;
  /** The only values that it takes. */
  readonly values?: readonly string[];
  /** What an object holds by name. */
  readonly keys?: Readonly<Record<string, Rule>>;
  /** What stands in a list. */
  readonly items?: Rule;
  /** Set where an object is an address: a merge field is the template's own affair. */
  readonly isAddress?: true;
  readonly isNeeded?: true;
}

const isOf: Readonly<Record<Rule["type"], (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  jsonobject: isObject,
  jsonarray: Array.isArray,
};

const placeOf = (path: string) => ({
  api_name: /\w+$/.exec(path.replace(/\[\d+\]$/, ""))?.[0],
  json_path: path,
});

/** What is wrong with the form of a value, in the words of Zoho's file; the first thing that is found. */
export function wrong(rule: Rule, value: unknown, path: string): Failure | undefined {
  const at = placeOf(path);
  if (!isOf[rule.type](value))
    return failure("INVALID_DATA", "Invalid data type", { expected_data_type: rule.type, ...at });
  if (typeof value === "string") {
    if (rule.max !== undefined && value.length > rule.max)
      return failure("INVALID_DATA", "Invalid data", { maximum_length: rule.max, ...at });
    if (rule.values && !rule.values.includes(value)) return invalid(path, { supported_values: rule.values });
  }
  const { items } = rule;
  if (items && Array.isArray(value))
    return value.map((each, index) => wrong(items, each, `${path}[${index}]`)).find(Boolean);
  return isObject(value) ? wrongWithin(rule, value, path) : undefined;
}

function wrongWithin(
  { keys = {}, isAddress }: Rule,
  value: Record<string, unknown>,
  path: string,
): Failure | undefined {
  for (const [name, rule] of Object.entries(keys)) {
    const at = `${path}.${name}`;
    const missing =
      rule.isNeeded &&
      failure("MANDATORY_NOT_FOUND", "Required field is missing", {
        api_name: name,
        json_path: at,
      });
    const problem = value[name] === undefined ? missing : wrong(rule, value[name], at);
    if (problem) return problem;
  }
  const isWrong = isAddress && value.type !== "merge_field" && !formats.isEmail(String(value.value));
  return isWrong ? invalid(`${path}.value`) : undefined;
}

/** A value that is not as it has to be. */
export const invalid = (path: string, more: object = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { ...more, ...placeOf(path) });
