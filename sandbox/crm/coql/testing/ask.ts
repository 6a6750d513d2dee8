import type { Answer } from "../../../core/answer";
import { answerCoql, withFaults } from "../answer";
import type { CoqlCatalog } from "../catalog";
import { readRequest } from "../request";

/** What a request with this body is answered. */
export const askCoql = (catalog: CoqlCatalog, body: unknown, version = "v8"): Answer =>
  withFaults(() => answerCoql(catalog, version, readRequest(body)));

/** The rows of an answer. */
export function rowsOf(answer: Answer): Record<string, unknown>[] {
  if (answer.status === 204) return [];
  const { body } = answer;
  if (typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data))
    return body.data;
  throw new Error(`No rows in ${JSON.stringify(answer)}.`);
}
