import type { Answer } from "../../core/answer";
import { failure, invalidId, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { Field, Module, RecordData } from "../metadata/types";
import { isObject, objectsOf } from "../objects";
import { answeredValue } from "../records/present";
import { updateRecord } from "../records/write/engine";
import { resultsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";
import { type Process, processes, type Transition } from "./processes";

interface InProcess {
  record: RecordData;
  process: Process;
  field: Field;
  /** The transitions that lead from where the record is. */
  transitions: readonly Transition[];
}

/** Where a record stands in its blueprint, or why it stands in none. */
function find({ organization, module, request }: ModuleCall): InProcess | { refused: Answer } {
  const record = organization.store(module).get(request.params.id ?? "");
  if (!record) return { refused: refusal(invalidId({ resource_path_index: 1 })) };
  const process = processes.find((each) => each.module === module.apiName);
  const field = module.fields.get(process?.field ?? "");
  const transitions = process?.transitions.filter(({ from }) => from === record[process.field]) ?? [];
  if (process && field && transitions.length > 0) return { record, process, field, transitions };
  return { refused: refusal(failure("RECORD_NOT_IN_PROCESS", "record not in process")) };
}

/** `GET /{module}/{id}/actions/blueprint`: where the record stands, and where it can go from there. */
export function getBlueprint(call: ModuleCall): Answer {
  const found = find(call);
  if ("refused" in found) return found.refused;
  const { record, process, field, transitions } = found;
  return ok({
    blueprint: {
      process_info: {
        field_id: field.id,
        is_continuous: false,
        api_name: field.apiName,
        continuous: false,
        field_label: field.label,
        name: process.name,
        column_name: field.apiName.toUpperCase(),
        field_value: record[field.apiName],
        id: process.id,
        field_name: field.label,
        escalation: null,
      },
      transitions: transitions.map((transition) => transitionJson(call.module, record, process, transition)),
    },
  });
}

function transitionJson(
  module: Module,
  record: RecordData,
  process: Process,
  transition: Transition,
): object {
  const fields = transition.fields.flatMap(({ name, mandatory }, index) => {
    const field = module.fields.get(name);
    return field ? [{ field, json: fieldJson(field, mandatory, index) }] : [];
  });
  const next = process.transitions.filter(({ from }) => from === transition.to);
  return {
    id: transition.id,
    name: transition.name,
    type: "manual",
    next_field_value: transition.to,
    criteria_matched: true,
    criteria_message: null,
    percent_partial_save: 0,
    execution_time: null,
    data: Object.fromEntries(fields.map(({ field }) => [field.apiName, answeredValue(field, record)])),
    fields: fields.map(({ json }) => json),
    next_transitions: next.map(({ id, name }) => ({ id, name, type: "manual", criteria_matched: null })),
  };
}

const fieldJson = (field: Field, mandatory: boolean, index: number): object => ({
  id: field.id,
  api_name: field.apiName,
  display_label: field.label,
  field_label: field.label,
  data_type: field.dataType,
  column_name: field.apiName.toUpperCase(),
  transition_sequence: index + 1,
  mandatory,
  validation_rule: null,
  layouts: null,
  related_details: null,
  ...(field.values.length === 0
    ? {}
    : {
        pick_list_values: field.values.map(({ display, actual }) => ({
          display_value: display,
          actual_value: actual,
        })),
      }),
});

/**
 * `PUT` of the same path: makes one transition. Where a mandatory field stays empty, it is only saved in
 * part, and the record stays where it is.
 */
export function makeTransition(call: ModuleCall): Answer {
  const found = find(call);
  if ("refused" in found) return found.refused;
  const { record, field, transitions } = found;
  const { organization, module, request } = call;
  const [wanted] = objectsOf(isObject(request.body) ? request.body.blueprint : undefined);
  const at = { api_name: "transition_id", json_path: "$.blueprint[0].transition_id" };
  if (wanted?.transition_id === undefined)
    return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  const transition = transitions.find(({ id }) => id === wanted.transition_id);
  if (!transition) return refusal(failure("INVALID_DATA", "invalid transition", at));
  const data = isObject(wanted.data) ? wanted.data : {};
  const isLacking = ({ name, mandatory }: Transition["fields"][number]) =>
    mandatory && isEmpty(data[name] ?? record[name]);
  if (transition.fields.some(isLacking)) return done("transition saved partially");
  const writing = { ...plainWriting(organization, module, organization.currentUser), inTransition: true };
  const values = { ...data, [field.apiName]: transition.to };
  const result = updateRecord(writing, record.id, values, "$.blueprint[0].data");
  return result.status === "error"
    ? resultsAnswer([result], 200, call.version)
    : done("transition updated successfully");
}

const done = (message: string): Answer => ok({ code: "SUCCESS", details: {}, message, status: "success" });

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";
