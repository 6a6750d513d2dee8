import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Entry } from "../../../batch/queue";
import { type JsonObject, textAt } from "../../../core/json";
import type { Crm } from "../../crm";
import { invalid } from "../../values/problem";
import { automationOf, recordOperations } from "../operations";
import { addressOf, type RecordKey } from "../records";
import { many, type One, only, valuesOf, type Written } from "./create";
import { findDeleted } from "./recovery";
import { isForState } from "./results";
import {
  CHUNK,
  type ManyInput,
  type RecordBatch,
  type RecordsInput,
  sendRecords,
  write,
} from "./sendRecords";

interface UpdateInput extends RecordsInput {
  /** The external id field that each record names itself by, instead of `id`. */
  readonly externalIdField?: string;
  /** Multi-select picklists to whose values the given ones are added. */
  readonly appendValues?: readonly string[];
  /** Refuse the update of a record that changed after this time. */
  readonly ifUnmodifiedSince?: string;
}

/**
 * Updates records by id, or by the value of an external id field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-records.html
 */
function updateAll(crm: Crm, input: UpdateInput): Promise<Attempted> {
  const { recordType, externalIdField, ifUnmodifiedSince, appendValues = [] } = input;
  const append = Object.fromEntries(appendValues.map((field) => [field, true]));
  return write(crm, input, "update", {
    operation: recordOperations.updateRecords,
    action: "update",
    key: externalIdField ?? "id",
    names: { "External ID Field": [externalIdField], "Append Values": appendValues },
    defaults: appendValues.length > 0 ? { $append_values: append } : {},
    // Its first try may have moved the record's time past the given one, so a second could not tell its own
    // work from another's.
    repeatable: () => (ifUnmodifiedSince === undefined ? "always" : "never"),
    afterDoubt: (outcome) => (isForState(outcome, externalIdField) ? undefined : outcome),
    call: (data) => ({
      path: { module: recordType },
      headers: {
        "If-Unmodified-Since": ifUnmodifiedSince,
        "X-EXTERNAL": externalIdField && `${recordType}.${externalIdField}`,
      },
      body: { data, ...automationOf(input) },
    }),
  });
}

/** Updates any number of records: an outcome for each, and what all cost. */
export const updateRecords = many(updateAll);

/** Updates one record, on the path of many, with an error where it failed. */
export async function updateRecord(crm: Crm, input: One<UpdateInput> & RecordKey): Promise<Written> {
  addressOf(input);
  const key = { [input.externalIdField ?? "id"]: input.recordId };
  return only(crm, await updateAll(crm, { ...input, records: [{ ...valuesOf(input), ...key }] }));
}

interface RemoveInput extends ManyInput {
  readonly recordIds: readonly string[];
  readonly externalIdField?: string;
  readonly triggerWorkflow?: boolean;
}

/**
 * Moves records to the recycle bin, by id or by the value of an external id field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-records.html
 */
function removeAll(crm: Crm, input: RemoveInput): Promise<Attempted> {
  const { recordType, recordIds, externalIdField, triggerWorkflow, concurrency = 5 } = input;
  const key = externalIdField ?? "id";
  const entries = recordIds.map((id, index): Entry<JsonObject> | Outcome =>
    externalIdField || /^\d{1,20}$/.test(id)
      ? { index, record: { [key]: id } }
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
      path: { module: recordType, id: textAt(record, key) ?? "" },
      headers: { "X-EXTERNAL": `${recordType}.${externalIdField}` },
      query,
    }),
  };
  const batch: RecordBatch = {
    ...(externalIdField ? one : many),
    action: "delete",
    concurrency,
    keys: (record) => [String(record[key])],
    // A first try may have removed it, which is why the second finds nothing.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" || isForState(outcome) ? undefined : outcome),
  };
  return sendRecords(crm, batch, entries, externalIdField ? recordIds.map(() => undefined) : recordIds);
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
