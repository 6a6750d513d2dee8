import type { Attempted } from "../../../batch/outcomes";
import type { Crm } from "../../crm";
import { automationOf } from "../automation";
import { recordOperations } from "../operations";
import { addressOf, type RecordKey } from "../records";
import { type RecordsInput, write } from "./checkedWrite";
import { many, type One, only, valuesOf, type Written } from "./oneRecord";
import { isForState } from "./results";

export interface UpdateInput extends RecordsInput {
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
