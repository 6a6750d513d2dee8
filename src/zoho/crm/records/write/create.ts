import { type Attempted, type BatchResult, type CausedOutcome, reportOf } from "../../../batch/outcomes";
import type { JsonObject } from "../../../core/json";
import type { ZohoError } from "../../../http/errors";
import { kindOf } from "../../../http/judge";
import type { Crm } from "../../crm";
import { automationOf, recordOperations } from "../operations";
import { findCreated } from "./recovery";
import { duplicateBy } from "./results";
import { type RecordsInput, write } from "./sendRecords";

/** The three ways in which a builder gives the values of one record; the later ones take precedence. */
export interface Values {
  readonly record?: JsonObject;
  readonly dynamicValues?: JsonObject;
  readonly fieldValues?: JsonObject;
}

export type One<T extends { records: unknown }> = Omit<T, "records" | "concurrency" | "failOnError"> & Values;

/** Zoho's answer to the write of one record. */
export interface Written {
  readonly data: readonly [JsonObject];
}

/**
 * All values together. One that is absent, as of a key without a value, takes nothing from the others and
 * clears nothing.
 */
export const valuesOf = ({ record, dynamicValues, fieldValues }: Values): JsonObject =>
  Object.fromEntries(
    [record, dynamicValues, fieldValues]
      .flatMap((values = {}) => Object.entries(values))
      .filter(([, value]) => value !== undefined),
  );

/** Many records: an outcome for each, and what all cost. */
export const many =
  <T extends { readonly failOnError?: boolean }>(attempt: (crm: Crm, input: T) => Promise<Attempted>) =>
  async (crm: Crm, input: T): Promise<BatchResult> =>
    reportOf(crm, await attempt(crm, input), input.failOnError);

/**
 * The outcome of the only record as Zoho's own answer.
 * @throws ZohoError for its failure.
 */
export function only(crm: Crm, { outcomes: [outcome], reason }: Attempted, tellsAction = false): Written {
  if (!outcome) throw crm.error({ kind: "unavailable", code: "NOT_ATTEMPTED", message: reason });
  if (outcome.status === "error") throw outcomeError(crm, outcome);
  const { code, message, details, action } = outcome;
  const { duplicate_field, ...rest } = {
    duplicate_field: undefined,
    ...(typeof details === "object" ? details : {}),
  };
  const how = tellsAction ? { action, duplicate_field: duplicate_field ?? null } : {};
  return { data: [{ code, details: rest, message, status: "success", ...how }] };
}

/** The failure of the only record as an error. */
function outcomeError(crm: Crm, { code, message, details, id, cause }: CausedOutcome): ZohoError {
  if (cause) return cause;
  const kind = code === "OUTCOME_UNKNOWN" ? "unknown" : kindOf(400, code);
  const note = code === "DUPLICATE_DATA" && id ? `${message}; it is the record ${id}` : message;
  return crm.error({ kind, code, message: note, details });
}

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
