import type { Answer } from "../../core/answer";
import { invalidId, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { rowTypes } from "../metadata/fieldTypes";
import type { Module, RecordData } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";
import { insertRecord } from "../records/write/engine";
import { failed, resultsAnswer } from "../records/write/results";
import { readWrite } from "../records/write/writeRequest";

/**
 * `POST /{module}/{id}/actions/clone`: a new record with the values of another, but for those that the body
 * gives.
 */
export function cloneRecord(call: ModuleCall): Answer {
  const { organization, module, request, version } = call;
  const original = organization.view(module).get(request.params.id ?? "");
  if (!original) return resultsAnswer([failed(invalidId({ resource_path_index: 1 }))], 201, version);
  const body = isObject(request.body) ? request.body : {};
  const [changes = {}] = objectsOf(body.data);
  const values = { ...copied(module, original), ...changes };
  const read = readWrite({ ...call, request: { ...request, body: { ...body, data: [values] } } });
  if ("problem" in read) return refusal(read.problem);
  return resultsAnswer([insertRecord(read.writing, values, "$.data[0]")], 201, version);
}

/** What a clone takes over: what can be written, and the rows of subforms without their ids. */
function copied(module: Module, original: RecordData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { apiName, dataType, readOnly } of module.fields.values()) {
    const value = original[apiName];
    if (readOnly || value === undefined || value === null || dataType === "layout") continue;
    values[apiName] = rowTypes.has(dataType) ? objectsOf(value).map(({ id: _, ...row }) => row) : value;
  }
  const layout = isObject(original.Layout) ? textOf(original.Layout.id) : undefined;
  const [standard] = module.layouts;
  if (layout !== undefined && layout !== standard.id) values.Layout = { id: layout };
  if (original.$se_module !== undefined) values.$se_module = original.$se_module;
  return values;
}
