import { type Failure, failure } from "../../answers";
import type { Layout, RecordData } from "../../metadata/types";
import type { Writing } from "../write/writing";

export type Values = Record<string, unknown>;

/** A record of a request. */
export interface Candidate {
  writing: Writing;
  input: Values;
  /** Its JSON path, such as `$.data[0]`. */
  path: string;
  layout: Layout;
  /** The record as it is, when it is updated. */
  before: RecordData | undefined;
}

/**
 * What must be there and is not: the system's mandatory fields, those of its layout, those of layout rules it
 * applies.
 * @param record The record as it will be.
 * @param invalid The fields that were sent with values that cannot be, of which that is said already.
 */
export function missingFields(candidate: Candidate, record: Values, invalid: ReadonlySet<string>): Failure[] {
  const { writing, input, layout, before } = candidate;
  const { module, applied } = writing;
  const isMissing = (name: string) => isEmpty(record[name]) && !invalid.has(name);
  const mandatory = [...module.fields.values()]
    .filter((field) => field.mandatory)
    .map((field) => field.apiName);
  const ofSystem = before ? mandatory.filter((name) => name in input) : mandatory;
  const isLaidOut = input.Layout !== undefined || isOfLayout(candidate);
  const ofLayout = isLaidOut ? [...layout.required] : [];
  const required = before ? ofLayout.filter((name) => name in input || input.Layout !== undefined) : ofLayout;
  const names = [...new Set([...ofSystem, ...required])].filter(
    (name) => isMissing(name) && !isExempt(candidate, name, record),
  );
  const rules = applied.includes("layout_rules") ? module.layoutRules : [];
  const ofRules = rules.filter((rule) => record[rule.field] === rule.value);
  return [
    ...names.map((name) => missing(candidate, name)),
    ...ofRules.flatMap((rule) =>
      rule.mandatory
        .filter((name) => isMissing(name) && !names.includes(name))
        .map((name) => missing(candidate, name, { layout_rule: { name: rule.name, id: rule.id } })),
    ),
  ];
}

/** A record that names no layout is of one all the same. */
const isOfLayout = ({ writing }: Candidate): boolean =>
  writing.organization.behaviours.layoutMandatory === "enforced";

const openCalls = new Set<unknown>(["Scheduled", "Overdue", "Cancelled"]);

/** A call that has not taken place has no duration. */
const isExempt = ({ writing }: Candidate, name: string, record: Values): boolean =>
  name === "Call_Duration" &&
  (record.Call_Type === "Missed" ||
    openCalls.has(record.Outbound_Call_Status) ||
    Date.parse(String(record.Call_Start_Time)) > writing.organization.clock.now());

function missing({ path, before }: Candidate, name: string, more: Values = {}): Failure {
  const at = { api_name: name, json_path: `${path}.${name}`, ...(before && { id: before.id }) };
  return failure("MANDATORY_NOT_FOUND", "required field not found", { ...more, ...at });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
