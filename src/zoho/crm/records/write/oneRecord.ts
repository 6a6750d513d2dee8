import { type Attempted, type BatchResult, type CausedOutcome, reportOf } from "../../../batch/outcomes";
import type { JsonObject } from "../../../core/json";
import { kindOf } from "../../../http/answers/judge";
import type { ZohoError } from "../../../http/errors";
import type { Crm } from "../../crm";

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
