import { type Attempted, type BatchResult, type CausedOutcome, reportOf } from "../../batch/outcomes";
import { type JsonObject, textAt } from "../../core/json";
import { kindOf } from "../../http/answers/judge";
import type { ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { getFields } from "../metadata";
import { selectableFields } from "../query/columns";
import { column } from "../query/coql";
import { select } from "../query/select";
import { literalsFor } from "../query/values";
import { indexOf } from "../values/fields";
import { expectFields } from "../values/schema";
import { addressOf, type RecordKey } from "./records";
import {
  type CreateInput,
  insertAll,
  removeAll,
  type UpdateInput,
  type UpsertInput,
  updateAll,
  upsertAll,
} from "./writes";

/** The three ways in which a builder gives the values of one record; the later ones take precedence. */
export interface Values {
  readonly record?: JsonObject;
  readonly dynamicValues?: JsonObject;
  readonly fieldValues?: JsonObject;
}

type One<T extends { records: unknown }> = Omit<T, "records" | "concurrency" | "failOnError"> & Values;

/** Zoho's answer to the write of one record. */
export interface Written {
  readonly data: readonly [JsonObject];
}

export const valuesOf = ({ record, dynamicValues, fieldValues }: Values): JsonObject => ({
  ...record,
  ...dynamicValues,
  ...fieldValues,
});

/** Many records: an outcome for each, and what all cost. */
const many =
  <T extends { readonly failOnError?: boolean }>(attempt: (crm: Crm, input: T) => Promise<Attempted>) =>
  async (crm: Crm, input: T): Promise<BatchResult> =>
    reportOf(crm, await attempt(crm, input), input.failOnError);

export const createRecords = many(insertAll);
export const updateRecords = many(updateAll);
export const upsertRecords = many(upsertAll);
export const removeRecords = many(removeAll);

/** The path of many records with one, and an error where that one failed. */
export const createRecord = async (crm: Crm, input: One<CreateInput>): Promise<Written> =>
  only(crm, await insertAll(crm, { ...input, records: [valuesOf(input)] }));

export const upsertRecord = async (crm: Crm, input: One<UpsertInput>): Promise<Written> =>
  only(crm, await upsertAll(crm, { ...input, records: [valuesOf(input)] }), true);

export async function updateRecord(crm: Crm, input: One<UpdateInput> & RecordKey): Promise<Written> {
  addressOf(input);
  const key = { [input.externalIdField ?? "id"]: input.recordId };
  return only(crm, await updateAll(crm, { ...input, records: [{ ...valuesOf(input), ...key }] }));
}

export async function removeRecord(
  crm: Crm,
  input: RecordKey & { triggerWorkflow?: boolean },
): Promise<Written> {
  addressOf(input);
  return only(crm, await removeAll(crm, { ...input, recordIds: [input.recordId] }));
}

export interface FindOrCreateInput extends One<CreateInput> {
  /** The field that must be equal, and to what. */
  readonly matchField: string;
  readonly matchValue: string;
}

/**
 * The record whose field has a value exactly, or else a new one. It is looked up by COQL, which, unlike search, sees what was written a moment ago.
 * @returns which of the two it was, the id, and the record: as it is in Zoho, or as it was created.
 */
export async function findOrCreateRecord(
  crm: Crm,
  { matchField, matchValue, ...input }: FindOrCreateInput,
): Promise<{ created: boolean; id: string; data: readonly [JsonObject] }> {
  const described = await getFields(crm, input.recordType);
  expectFields(input.recordType, indexOf(described), { "Match Field": [matchField] });
  const write = await literalsFor(crm, input.recordType, matchField, "Match Value");
  const where = `${column(matchField)} = ${write(matchValue)}`;
  const fields = await selectableFields(crm, input.recordType);
  const names = [matchField, ...fields];
  const { rows } = await select(crm, { module: input.recordType, names, optional: true, where, limit: 2 });
  const [found, another] = rows;
  if (another) crm.log.warn(`Several records have this ${matchField}. The oldest was taken.`);
  if (found) return { created: false, id: textAt(found, "id") ?? "", data: [found] };
  const values = { [matchField]: matchValue, ...valuesOf(input) };
  const written = await createRecord(crm, {
    ...input,
    record: values,
    uniqueField: input.uniqueField ?? matchField,
  });
  const id = textAt(written.data[0].details, "id") ?? "";
  return { created: true, id, data: [{ ...values, id }] };
}

function only(crm: Crm, { outcomes: [outcome], reason }: Attempted, tellsAction = false): Written {
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
