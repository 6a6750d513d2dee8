import { type Failure, failure } from "../answers";
import { isObject } from "../objects";

/** What a field of Setup takes. */
export interface FieldRule {
  readonly type: "text" | "number" | "boolean" | "object" | "list";
  /** Needed in what is new. */
  readonly required?: true;
  /** Characters of a text, items of a list. */
  readonly most?: number;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  /** What is said of a value that is none, in place of the general words. */
  readonly wrong?: string;
}

const tests: Readonly<Record<FieldRule["type"], (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  object: isObject,
  list: Array.isArray,
};

const typeNames: Readonly<Record<FieldRule["type"], string>> = {
  text: "text",
  number: "integer",
  boolean: "boolean",
  object: "jsonobject",
  list: "jsonarray",
};

/**
 * The first thing that is wrong with values that are sent, in Zoho's words. Fields without a rule are
 * ignored, as Zoho does.
 */
export function wrongField(
  rules: Readonly<Record<string, FieldRule>>,
  values: Readonly<Record<string, unknown>>,
  at: (name: string) => Record<string, unknown>,
  isNew: boolean,
): Failure | undefined {
  for (const [name, rule] of Object.entries(rules)) {
    const problem = wrongValue(rule, values[name], at(name), isNew);
    if (problem) return problem;
  }
  return undefined;
}

function wrongValue(
  { type, required, most, values, pattern, wrong }: FieldRule,
  value: unknown,
  details: Record<string, unknown>,
  isNew: boolean,
): Failure | undefined {
  if (value === undefined || value === null || value === "") {
    const isNeeded = required && (isNew || value !== undefined);
    return isNeeded ? failure("MANDATORY_NOT_FOUND", "required field not found", details) : undefined;
  }
  if (!tests[type](value))
    return failure("INVALID_DATA", wrong ?? "Invalid data type", {
      expected_data_type: typeNames[type],
      ...details,
    });
  if (most !== undefined && (typeof value === "string" || Array.isArray(value)) && value.length > most)
    return failure("INVALID_DATA", wrong ?? "Invalid data", { maximum_length: most, ...details });
  if (typeof value !== "string") return undefined;
  if (values && !values.includes(value))
    return failure("INVALID_DATA", "Invalid data", { supported_values: values, ...details });
  if (!pattern || pattern.test(value)) return undefined;
  return wrong !== undefined
    ? failure("INVALID_DATA", wrong, details)
    : failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", details);
}
