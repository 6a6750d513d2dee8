import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Entry } from "../../../batch/queue";
import { type JsonObject, textAt } from "../../../core/json";
import type { Crm } from "../../crm";
import { isId } from "../../values/formats";
import { invalid } from "../../values/problem";
import { recordOperations } from "../operations";
import { addressOf, type RecordKey } from "../records";
import { CHUNK, type ManyInput } from "./checkedWrite";
import { many, only, type Written } from "./oneRecord";
import { findDeleted } from "./recovery";
import { isForState } from "./results";
import { type RecordBatch, sendRecords } from "./sendRecords";

export interface RemoveInput extends ManyInput {
  readonly recordIds: readonly string[];
  readonly externalIdField?: string;
  readonly triggerWorkflow?: boolean;
}

/**
 * Moves records to the recycle bin, by id or by the value of an external id field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-records.html
 */
async function removeAll(crm: Crm, input: RemoveInput): Promise<Attempted> {
  const { recordType, recordIds, externalIdField, triggerWorkflow, concurrency = 5 } = input;
  const entries = recordIds.map((id, index): Entry<JsonObject> | Outcome =>
    externalIdField || isId(id)
      ? { index, record: { id } }
      : { index, status: "error", ...invalid("id", "a number of up to 20 digits") },
  );
  const query = { wf_trigger: triggerWorkflow };
  const many: Removing = {
    operation: recordOperations.deleteRecords,
    chunkSize: CHUNK,
    lookUp: (doubts) => findDeleted(crm, recordType, doubts),
    call: (records: readonly JsonObject[]) => ({
      path: { module: recordType },
      query: { ids: records.map((record) => textAt(record, "id") ?? ""), ...query },
    }),
  };
  const one: Removing = {
    operation: recordOperations.deleteRecord,
    chunkSize: 1,
    call: ([record]: readonly JsonObject[]) => ({
      path: { module: recordType, id: textAt(record, "id") ?? "" },
      headers: { "X-EXTERNAL": `${recordType}.${externalIdField}` },
      query,
    }),
  };
  const batch: RecordBatch = {
    ...(externalIdField ? one : many),
    action: "delete",
    concurrency,
    keys: (record) => [String(record.id)],
    // A first try may have removed it, which is why the second finds nothing.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" || isForState(outcome) ? undefined : outcome),
  };
  return sendRecords(crm, batch, entries, entries.length);
}

type Removing = Pick<RecordBatch, "operation" | "chunkSize" | "call" | "lookUp">;

/** Removes any number of records: an outcome for each, and what all cost. */
export const removeRecords = many(removeAll);

/** Removes one record, on the path of many, with an error where it failed. */
export async function removeRecord(
  crm: Crm,
  input: RecordKey & { triggerWorkflow?: boolean },
): Promise<Written> {
  addressOf(input);
  return only(crm, await removeAll(crm, { ...input, recordIds: [input.recordId] }));
}
