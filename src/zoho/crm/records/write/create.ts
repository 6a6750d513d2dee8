import type { Attempted } from "../../../batch/outcomes";
import type { Crm } from "../../crm";
import { automationOf } from "../automation";
import { recordOperations } from "../operations";
import { type RecordsInput, write } from "./checkedWrite";
import { many, type One, only, valuesOf, type Written } from "./oneRecord";
import { findCreated } from "./recovery";
import { duplicateBy } from "./results";

export interface CreateInput extends RecordsInput {
  /**
   * A field that Zoho keeps unique, by which a record can be found again when Zoho does not say whether it
   * was created.
   */
  readonly uniqueField?: string;
}

/**
 * Creates records. After a failure that leaves it open whether records were created they are not sent again,
 * unless `uniqueField` lets them be looked up.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */
function insertAll(crm: Crm, input: CreateInput): Promise<Attempted> {
  const { recordType, uniqueField } = input;
  return write(crm, input, "create", {
    operation: recordOperations.insertRecords,
    action: "insert",
    names: { "Unique Field": [uniqueField] },
    keyFields: uniqueField ? [uniqueField] : [],
    ...(uniqueField && {
      lookUp: (doubts) => findCreated(crm, recordType, uniqueField, doubts),
      // What Zoho calls a duplicate after a first try may be that first try's record.
      afterDoubt: (outcome) => (duplicateBy(uniqueField, outcome) === undefined ? outcome : undefined),
    }),
    call: (data) => ({ path: { module: recordType }, body: { data, ...automationOf(input) } }),
  });
}

/** Creates any number of records: an outcome for each, and what all cost. */
export const createRecords = many(insertAll);

/** Creates one record, on the path of many, with an error where it failed. */
export const createRecord = async (crm: Crm, input: One<CreateInput>): Promise<Written> =>
  only(crm, await insertAll(crm, { ...input, records: [valuesOf(input)] }));
