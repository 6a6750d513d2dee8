import { isObject, type JsonObject } from "../../core/json";
import { invalid, missing, type Problem } from "./problem";
import type { Schema } from "./schema";

/*
 * What Zoho checks in single modules beyond the types of their fields.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

type Rule = (record: JsonObject, isNew: boolean, stages: Schema["stages"]) => Problem | undefined;

const problem = (code: string, field: string, message: string, details: JsonObject = {}): Problem => ({
  code,
  message,
  details: { ...details, api_name: field },
});

/** An activity names its record by id, and by `$se_module` the module in which to look for it. */
const relatedModule: Rule = ({ What_Id: what, $se_module: module }) => {
  if (what === undefined || what === null || module !== undefined) return undefined;
  if (isObject(what) && what.module !== undefined) return undefined;
  return missing("$se_module", {
    reason: "What_Id names a record, and $se_module the module it is in, such as Deals",
  });
};

const participants: Rule = ({ Participants: list }) =>
  Array.isArray(list) && list.length > 50
    ? problem("LIMIT_EXCEEDED", "Participants", "Participants: at most 50 in one event", { limit: 50 })
    : undefined;

const reminderOfRecurring: Rule = ({ Recurring_Activity: recurring, Remind_At: reminder }, isNew) =>
  isNew && recurring && reminder === undefined ? missing("Remind_At") : undefined;

const callDuration: Rule = ({ Call_Duration: duration, Call_Type: type }) => {
  if (typeof duration !== "string") return undefined;
  if (!/^\d+(:[0-5]?\d){0,2}$/.test(duration))
    return invalid("Call_Duration", "a duration such as 12:30 or 12 min");
  const isZero = !/[1-9]/.test(duration) && (type === "Inbound" || type === "Outbound");
  return isZero
    ? problem("DEPENDENT_MISMATCH", "Call_Duration", "Call_Duration: it cannot be zero")
    : undefined;
};

const probability: Rule = ({ Probability: chance }) =>
  typeof chance === "number" && (chance < 0 || chance > 100)
    ? invalid("Probability", "a number from 0 to 100")
    : undefined;

const stageOfPipeline: Rule = ({ Stage: stage, Pipeline: pipeline }, _, stages) => {
  const own = typeof pipeline === "string" ? (stages?.get(pipeline) ?? []) : [];
  if (typeof stage !== "string" || own.length === 0 || own.includes(stage)) return undefined;
  return problem("MAPPING_MISMATCH", "Stage", `Stage: the pipeline ${pipeline} does not contain ${stage}`, {
    mapped_field: "Pipeline",
    supported_values: own,
  });
};

const noteHasText: Rule = ({ Note_Title: title, Note_Content: content }, isNew) =>
  isNew && title === undefined && content === undefined
    ? problem("EXPECTED_FIELD_MISSING", "Note_Content", "A note needs a title or a content")
    : undefined;

const rules: ReadonlyMap<string, readonly Rule[]> = new Map([
  ["Deals", [probability, stageOfPipeline]],
  ["Tasks", [relatedModule]],
  ["Events", [relatedModule, participants, reminderOfRecurring]],
  ["Calls", [relatedModule, callDuration]],
  ["Notes", [noteHasText]],
]);

/** What is wrong with a record by the rules of its module. */
export const rulesOf = (
  recordType: string,
  record: JsonObject,
  isNew: boolean,
  stages: Schema["stages"],
): Problem[] =>
  (rules.get(recordType) ?? [])
    .map((rule) => rule(record, isNew, stages))
    .filter((found) => found !== undefined);
