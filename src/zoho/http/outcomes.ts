import { type Product, ZohoError } from "./errors";
import type { Ledger } from "./ledger";

/** What became of one record of many. */
export interface Outcome {
  /** Its place in the input, from 0. */
  readonly index: number;
  readonly status: "success" | "error";
  /**
   * Zoho's own code; `OUTCOME_UNKNOWN` where Zoho may have carried it out and never said so, `NOT_ATTEMPTED` where the work stopped before it.
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
export interface Settled extends Outcome {
  readonly cause?: ZohoError;
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

/** One outcome a record, in input order, and what all of it cost. A record without an outcome was not attempted. */
export function batchResult(
  outcomes: readonly (Settled | undefined)[],
  ledger: Ledger,
  reason: string,
): BatchResult {
  const data = Array.from(outcomes, (outcome, index): Outcome => {
    if (!outcome) return { index, status: "error", code: "NOT_ATTEMPTED", message: reason };
    if (!outcome.cause) return outcome;
    const { cause: _, ...told } = outcome;
    return told;
  });
  const succeeded = data.filter(({ status }) => status === "success").length;
  const { requests, credits } = ledger;
  return {
    data,
    summary: { total: data.length, succeeded, failed: data.length - succeeded, requests, credits },
  };
}

/** With `failOnError`, any failed record fails the step, after all were attempted. */
export function orFail(product: Product, result: BatchResult, failOnError: boolean): BatchResult {
  const failures = result.data.filter(({ status }) => status === "error");
  if (!failOnError || failures.length === 0) return result;
  const named = failures
    .slice(0, 3)
    .map(({ index, code, message }) => `record ${index + 1}: ${code}, ${message}`);
  throw new ZohoError({
    kind: "input",
    product,
    code: "RECORDS_FAILED",
    message: `${failures.length} of ${result.summary.total} records failed (${named.join("; ")}${failures.length > 3 ? "; …" : ""})`,
    details: { summary: result.summary, failures },
    hint: "The other records were written. Send only the failed ones again.",
  });
}
