import type { Answer } from "../../core/answer";
import { noContent, ok, refusal } from "../answers";
import type { CoqlCatalog } from "./catalog";
import { type Limits, limitsOf, type Ways } from "./evaluate/limits";
import { type Result, runQuery } from "./evaluate/run";
import { Fault } from "./fault";
import type { CoqlRequest } from "./request";

/**
 * Answers a query from a catalog: rows, or 204 for none.
 * @throws Fault for everything Zoho refuses.
 */
export function answerCoql(
  catalog: CoqlCatalog,
  version: string,
  { query, withFields }: CoqlRequest,
  ways: Ways & Partial<Limits> = {},
): Answer {
  const result = runQuery(catalog, query, { ...limitsOf(version), ...ways });
  if (result.data.length === 0) return noContent;
  const info = { count: result.data.length, more_records: result.moreRecords };
  return ok({ data: result.data, ...(withFields && { fields: fieldsOf(result) }), info });
}

/** The metadata of the selected fields, by the name they were selected with. */
function fieldsOf({ selected }: Result): Record<string, object> {
  const plain = selected.filter((select) => !select.aggregate);
  return Object.fromEntries(plain.map(({ column }) => [column.name, column.field.metadata]));
}

/** Turns the fault that an operation throws into its answer. */
export function withFaults(operation: () => Answer): Answer {
  try {
    return operation();
  } catch (error) {
    if (error instanceof Fault) return refusal(error.failure);
    throw error;
  }
}
