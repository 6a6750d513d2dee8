import { type Failure, failure } from "../../answers";
import type { CoqlField } from "../../coql/catalog";
import { idField } from "../../coql/catalog";
import { compareKeys, type Key, plainText, valueTypeOf } from "../../coql/evaluate/valueTypes";
import type { Module, RecordData } from "../../metadata/types";
import { isObject, objectsOf } from "../../objects";
import type { CrmOrganization } from "../../organization";

/** Whether a record is asked for. */
export type Test = (record: RecordData) => boolean;

/** Conditions in one job. */
const MOST_CONDITIONS = 25;

const at = (code: string, message: string, details: Record<string, unknown> = {}) => ({
  problem: failure(code, message, details),
});

/** Compiles the criteria of a bulk read: one condition, or groups of them. */
export function criteriaTest(
  organization: CrmOrganization,
  module: Module,
  criteria: unknown,
): { test: Test } | { problem: Failure } {
  if (criteria === undefined || criteria === null) return { test: () => true };
  if (!isObject(criteria)) return at("INVALID_CRITERIA", "The criteria is invalid");
  if (countOf(criteria) > MOST_CONDITIONS)
    return at("CRITERIA_LIMIT_EXCEEDED", "The criteria limit is exceeded", { limit: MOST_CONDITIONS });
  return compile(organization, module, criteria);
}

const countOf = (criteria: object): number =>
  "group" in criteria ? objectsOf(criteria.group).reduce((sum, part) => sum + countOf(part), 0) : 1;

function compile(
  organization: CrmOrganization,
  module: Module,
  criteria: Readonly<Record<string, unknown>>,
): { test: Test } | { problem: Failure } {
  const { group, group_operator: operator } = criteria;
  if (group === undefined) return condition(organization, module, criteria);
  if (operator !== "and" && operator !== "or")
    return at("GROUP_OPERATOR_NOT_SUPPORTED", "The group operator is not supported", {
      supported_values: ["and", "or"],
    });
  const parts = objectsOf(group).map((part) => compile(organization, module, part));
  if (parts.length === 0) return at("INVALID_CRITERIA", "The criteria is invalid");
  const tests: Test[] = [];
  for (const part of parts) {
    if ("problem" in part) return part;
    tests.push(part.test);
  }
  const test: Test =
    operator === "and"
      ? (record) => tests.every((each) => each(record))
      : (record) => tests.some((each) => each(record));
  return { test };
}

type Compare = (actual: Key | undefined, wanted: readonly Key[]) => boolean;

const texts =
  (meets: (actual: string, wanted: string) => boolean): Compare =>
  (actual, [wanted]) =>
    meets(String(actual ?? ""), String(wanted));

const ordered =
  (meets: (comparison: number) => boolean): Compare =>
  (actual, [wanted]) =>
    actual !== undefined && meets(compareKeys(actual, wanted));

const isBetween: Compare = (actual, [low, high]) =>
  actual !== undefined && compareKeys(actual, low) >= 0 && compareKeys(actual, high) <= 0;

const comparators: Readonly<Record<string, Compare>> = {
  equal: (actual, [wanted]) => actual === wanted,
  not_equal: (actual, [wanted]) => actual !== wanted,
  in: (actual, wanted) => actual !== undefined && wanted.includes(actual),
  not_in: (actual, wanted) => actual === undefined || !wanted.includes(actual),
  contains: texts((actual, wanted) => actual.includes(wanted)),
  not_contains: texts((actual, wanted) => !actual.includes(wanted)),
  starts_with: texts((actual, wanted) => actual.startsWith(wanted)),
  ends_with: texts((actual, wanted) => actual.endsWith(wanted)),
  greater_than: ordered((comparison) => comparison > 0),
  greater_equal: ordered((comparison) => comparison >= 0),
  less_than: ordered((comparison) => comparison < 0),
  less_equal: ordered((comparison) => comparison <= 0),
  between: isBetween,
  not_between: (actual, wanted) => actual !== undefined && !isBetween(actual, wanted),
};

/** What stands for no value, in the words of Zoho. */
const isEmpty = (value: unknown): boolean => value === `\${EMPTY}`;

function condition(
  organization: CrmOrganization,
  module: Module,
  { field: named, comparator, value }: Readonly<Record<string, unknown>>,
): { test: Test } | { problem: Failure } {
  const name = isObject(named) ? String(named.api_name) : "";
  const field: CoqlField | undefined =
    name.toLowerCase() === "id" ? idField : organization.catalog.module(module.apiName)?.fields.get(name);
  if (!field)
    return at("FIELD_IN_CRITERIA_NOT_AVAILABLE", "The field in the criteria is not available", {
      field: name,
    });
  const compare = Object.hasOwn(comparators, String(comparator))
    ? comparators[String(comparator)]
    : undefined;
  if (!compare)
    return at("FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED", "The comparator is not supported", {
      comparator,
    });
  const type = valueTypeOf(field);
  if (!type.selectable)
    return at("FIELD_IN_CRITERIA_NOT_SUPPORTED", "The field in the criteria is not supported", {
      field: name,
    });
  const key = (record: RecordData) => type.key(field === idField ? record.id : record[field.apiName]);
  if (isEmpty(value)) {
    const wantsNone = comparator === "equal";
    if (!wantsNone && comparator !== "not_equal")
      return at(
        "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
        "The comparator does not go with the value",
      );
    return { test: (record) => (key(record) === undefined) === wantsNone };
  }
  const isList = /in$|between$/.test(String(comparator));
  if (isList !== Array.isArray(value))
    return at("COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", "The comparator does not go with the value");
  const isPart = /contains|_with/.test(String(comparator));
  const wanted: Key[] = [];
  for (const each of [value].flat()) {
    const parsed = isPart ? plainText(each).toLowerCase() : type.parse(plainText(each));
    if (parsed === undefined)
      return at("FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", "The value does not go with the field", {
        field: name,
      });
    wanted.push(parsed);
  }
  const read = isPart ? (record: RecordData) => plainText(record[field.apiName]).toLowerCase() : key;
  return { test: (record) => compare(read(record), wanted) };
}
