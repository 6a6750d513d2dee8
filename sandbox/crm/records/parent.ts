import type { Answer } from "../../core/answer";
import { failure, refusal } from "../answers";
import type { ModuleCall } from "../call";
import type { RecordData } from "../metadata/types";
import { externalIds, invalidExternalId } from "./externalId";

export interface RecordCall extends ModuleCall {
  /** The record that the path names. */
  record: RecordData;
}

/**
 * A handler of a path below a record (`/:module/:id/…`), named by its id, or by its external id with
 * X-EXTERNAL.
 */
export const ofRecord =
  (handle: (call: RecordCall) => Answer) =>
  (call: ModuleCall): Answer => {
    const given = call.request.params.id ?? "";
    const external = externalIds(call);
    if (external && "problem" in external) return refusal(external.problem);
    const id = external ? external.find(given) : given;
    if (id === undefined) return refusal(invalidExternalId({ resource_path_index: 1 }));
    const record = call.organization.view(call.module).get(id);
    return record ? handle({ ...call, record }) : refusal(noSuchRecord);
  };

const noSuchRecord = failure("INVALID_DATA", "the related id given seems to be invalid", {
  resource_path_index: 1,
});
