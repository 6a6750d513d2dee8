import { type Outcome, unknownOutcome } from "../../../batch/outcomes";
import type { Chunk } from "./chunks";
import { SHOWN } from "./chunks";

/** One row of the result of a bulk write. */
export interface ResultRow {
  /** The first cells of the row that was sent. */
  readonly shown: readonly string[];
  readonly status: string;
  readonly id: string;
  readonly errors: string;
}

/** Reads a row of a result by the names of its columns; undefined where one is missing. */
export function resultReader(header: readonly string[]): ((row: readonly string[]) => ResultRow) | undefined {
  const at = (name: string) => header.findIndex((column) => column.trim().toUpperCase() === name);
  const [status, id, errors] = [at("STATUS"), at("RECORD_ID"), at("ERRORS")];
  if (status < 0 || id < 0) return undefined;
  return (row) => ({
    shown: row.slice(0, Math.min(SHOWN, status)),
    status: (row[status] ?? "").trim().toUpperCase(),
    id: (row[id] ?? "").trim(),
    errors: (errors < 0 ? "" : (row[errors] ?? "")).trim(),
  });
}

const keyOf = (shown: readonly string[], cells: number): string => JSON.stringify(shown.slice(0, cells));

/**
 * The result of each row of a file, by its first cells, for nothing says that Zoho keeps the order; rows with
 * equal ones in their order. Where Zoho wrote cells in another way and gives as many rows as it got, by their
 * place.
 */
export function resultsByRow(
  { shown }: Pick<Chunk, "shown">,
  results: readonly ResultRow[],
): (ResultRow | undefined)[] {
  const cells = Math.min(SHOWN, shown[0]?.length ?? 0);
  const places = new Map<string, number[]>();
  for (const [place, row] of shown.entries()) {
    const key = keyOf(row, cells);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  // From the end, so that taking the first of equal ones is cheap.
  for (const list of places.values()) list.reverse();
  const found: (ResultRow | undefined)[] = shown.map(() => undefined);
  let unplaced = 0;
  for (const result of results) {
    const place = places.get(keyOf(result.shown, cells))?.pop();
    if (place === undefined) unplaced += 1;
    else found[place] = result;
  }
  if (unplaced === 0) return found;
  return results.length === shown.length ? [...results] : found;
}

const done: Readonly<Record<string, Pick<Outcome, "action" | "message">>> = {
  ADDED: { action: "insert", message: "record added" },
  UPDATED: { action: "update", message: "record updated" },
};

/** What the result of a row says, in the form that all writes report. */
export function outcomeOf(index: number, result: ResultRow | undefined, jobId: string): Outcome {
  const details = { job_id: jobId };
  if (!result)
    return unknownOutcome(index, `The result of the job ${jobId} has no row for the record`, details);
  const { status, id, errors } = result;
  const success = Object.hasOwn(done, status) ? done[status] : undefined;
  const named = id === "" ? {} : { id };
  if (success && errors === "")
    return { index, status: "success", code: "SUCCESS", ...success, ...named, details };
  const problems = problemsIn(errors);
  const [first] = problems;
  const failed = { index, status: "error", ...named } as const;
  if (!first) {
    const message = `Zoho left the record out (${status || "without a status"})`;
    return { ...failed, code: status || "UNKNOWN", message, details };
  }
  if (problems.length === 1) return { ...failed, ...first, details: { ...details, ...first.details } };
  const message = problems.map((problem) => problem.message).join("; ");
  return { ...failed, code: "MULTIPLE_OR_MULTI_ERRORS", message, details: { ...details, errors: problems } };
}

const sentences: Readonly<Record<string, string>> = {
  MANDATORY_NOT_FOUND: "required field not found",
  INVALID_DATA: "invalid data",
  DUPLICATE_DATA: "duplicate data",
  NOT_APPROVED: "the record is not approved",
  BLOCKED_RECORD: "the record is blocked",
  CANNOT_PROCESS: "Zoho cannot process the record",
  LIMIT_EXCEEDED: "the value is too long",
  RESOURCE_NOT_FOUND: "no such record",
};

/** The errors of a row: `<code>-<column>,<column>`, several divided by colons. */
function problemsIn(errors: string) {
  return errors
    .split(/:(?=[A-Z_]+(?:-|$))/)
    .filter((part) => part !== "")
    .flatMap((part) => {
      const dash = part.indexOf("-");
      const code = dash < 0 ? part : part.slice(0, dash);
      const columns = dash < 0 ? [""] : part.slice(dash + 1).split(",");
      const sentence = (Object.hasOwn(sentences, code) ? sentences[code] : undefined) ?? code;
      return columns.map((column) => ({
        code,
        message: column === "" ? sentence : `${sentence}: ${column}`,
        details: column === "" ? {} : { api_name: column },
      }));
    });
}
