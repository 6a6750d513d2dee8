import { ZohoError } from "../http/errors";
import { hintFor } from "../http/hints";
import type { ProductClient } from "../http/productClient";

/** What became of one record of many. */
export interface Outcome {
  /** Its place in the input, from 0. */
  readonly index: number;
  readonly status: "success" | "error";
  /**
   * Zoho's own code; `OUTCOME_UNKNOWN` where Zoho may have carried it out and never said so, `NOT_ATTEMPTED`
   * where the work stopped before it.
   */
  readonly code: string;
  readonly message: string;
  /** The record's id; of a duplicate, the id of the record it collided with. */
  readonly id?: string;
  readonly action?: "insert" | "update" | "delete";
  readonly details?: unknown;
  /** What to do about a failure. */
  readonly hint?: string;
}

/** An outcome before it is handed on: with the error it came from, where it came from one. */
export interface CausedOutcome extends Outcome {
  readonly cause?: ZohoError;
}

/** What became of every record; undefined for one that was not attempted, and why. */
export interface Attempted {
  readonly outcomes: readonly (CausedOutcome | undefined)[];
  readonly reason: string;
  /** The ids that records were sent with, by their places: a failure is told with the id of its record. */
  readonly ids?: readonly (string | undefined)[];
}

export interface BatchResult {
  readonly data: readonly Outcome[];
  readonly summary: {
    readonly total: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly requests: number;
    readonly credits: number;
  };
}

/** The outcome of a record that failed for a cause, which it keeps. */
export const failureOutcome = (index: number, cause: ZohoError): CausedOutcome => ({
  index,
  status: "error",
  code: cause.code,
  message: cause.reason,
  ...(cause.details === undefined ? {} : { details: cause.details }),
  cause,
});

/** The outcome of a record that may or may not have been written. */
export const unknownOutcome = (index: number, message: string, details?: unknown): Outcome => ({
  index,
  status: "error",
  code: "OUTCOME_UNKNOWN",
  message,
  ...(details === undefined ? {} : { details }),
});

/**
 * One outcome a record, in input order, with what to do about failures, and what all of it cost. A record
 * without an outcome was not attempted.
 * @throws ZohoError `RECORDS_FAILED` with `failOnError` where any record failed, after all were attempted.
 */
export function reportOf(
  { product, ledger: { requests, credits } }: ProductClient,
  { outcomes, reason, ids = [] }: Attempted,
  failOnError = false,
): BatchResult {
  const data = Array.from(outcomes, (outcome, index): Outcome => {
    const id = ids[index];
    const own = id === undefined ? {} : { id };
    if (!outcome) return { index, status: "error", code: "NOT_ATTEMPTED", message: reason, ...own };
    if (outcome.status === "success") return outcome;
    const { cause, ...rest } = outcome;
    const told = rest.id === undefined ? { ...rest, ...own } : rest;
    const hint = cause?.hint ?? hintFor(product, told.code, told.details, told.message);
    return hint === undefined ? told : { ...told, hint };
  });
  const failures = data.filter(({ status }) => status === "error");
  const [total, failed] = [data.length, failures.length];
  const summary = { total, succeeded: total - failed, failed, requests, credits };
  if (!failOnError || failed === 0) return { data, summary };
  const named = failures
    .slice(0, 3)
    .map(({ index, code, message }) => `record ${index + 1}: ${code}, ${message}`);
  throw new ZohoError({
    kind: "input",
    product,
    code: "RECORDS_FAILED",
    message: `${failed} of ${total} records failed (${named.join("; ")}${failed > 3 ? "; …" : ""})`,
    details: { summary, failures },
    hint: "The other records were written. Send only the failed ones again.",
  });
}
