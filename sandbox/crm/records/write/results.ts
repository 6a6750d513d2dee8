import type { Answer } from "../../../core/answer";
import type { Failure } from "../../answers";

/** What became of one record of a write, in Zoho's words. */
export interface ItemResult {
  code: string;
  details: Record<string, unknown>;
  message: string;
  status: "success" | "error";
  action?: "insert" | "update";
  duplicate_field?: string | null;
}

export const failed = (problem: Failure): ItemResult => ({ ...problem, status: "error" });

/** One error stays as it is; several become one MULTIPLE_OR_MULTI_ERRORS. */
export function together(failures: readonly [Failure, ...Failure[]]): Failure {
  if (failures.length === 1) return failures[0];
  return {
    code: "MULTIPLE_OR_MULTI_ERRORS",
    details: { errors: failures.map(failed) },
    message: "Multiple errors in the request",
  };
}

/**
 * One result a record, in order: `success` when all went well, 207 when some did, 400 when none did (412 when
 * all were modified meanwhile). v2 tells every failure with 202.
 */
export function resultsAnswer(results: readonly ItemResult[], success: number, version: string): Answer {
  const data = version === "v2" ? results.map(withoutPaths) : results;
  return { status: statusOf(results, success, version), body: { data } };
}

/** v2 tells of an error's place only the field, and of a duplicate only its id. */
function withoutPaths(result: ItemResult): ItemResult {
  const { json_path: _, duplicate_record: __, more_records: ___, ...details } = result.details;
  return { ...result, details };
}

function statusOf(results: readonly ItemResult[], success: number, version: string): number {
  const failures = results.filter(({ status }) => status === "error");
  if (failures.length === 0) return success;
  if (failures.every(({ code }) => code === "ALREADY_MODIFIED") && failures.length === results.length)
    return 412;
  if (version === "v2") return 202;
  return failures.length === results.length ? 400 : 207;
}

/** Results under a key of their own: `success` when all went well, 207 when some did, 400 when none did. */
export function itemsAnswer(
  key: string,
  results: readonly (ItemResult | { status?: undefined })[],
  success: number,
): Answer {
  const failures = results.filter(({ status }) => status === "error").length;
  const status = failures === 0 ? success : failures === results.length ? 400 : 207;
  return { status, body: { [key]: results } };
}
