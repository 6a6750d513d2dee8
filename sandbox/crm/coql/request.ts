import type { CoqlQuery } from "./ast";
import { Fault } from "./fault";
import { parseCoql } from "./parse";

/** The body of a COQL request. */
export interface CoqlRequest {
  query: CoqlQuery;
  /** Whether the metadata of the selected fields is asked for (`include_meta: ["fields"]`). */
  withFields: boolean;
}

/**
 * Reads `{ select_query, include_meta }`.
 * @throws Fault MANDATORY_NOT_FOUND, INVALID_DATA or SYNTAX_ERROR.
 */
export function readRequest(body: unknown): CoqlRequest {
  const keys = new Map<string, unknown>(
    typeof body === "object" && body !== null ? Object.entries(body) : [],
  );
  const query = keys.get("select_query");
  if (query === undefined || query === null) {
    throw new Fault("MANDATORY_NOT_FOUND", "mandatory key not found", { api_name: "select_query" });
  }
  if (typeof query !== "string")
    throw invalid("select_query", "$.select_query", { expected_data_type: "text" });
  const withFields = readMeta(keys.get("include_meta"));
  return { query: parseCoql(query), withFields };
}

function readMeta(meta: unknown): boolean {
  if (meta === undefined) return false;
  if (!Array.isArray(meta))
    throw invalid("include_meta", "$.include_meta", { expected_data_type: "jsonarray" });
  for (const [index, value] of meta.entries()) {
    if (value === "fields") continue;
    const expected = typeof value === "string" ? {} : { expected_data_type: "text" };
    throw invalid("include_meta", `$.include_meta[${index}]`, { ...expected, supported_values: ["fields"] });
  }
  return meta.length > 0;
}

const invalid = (apiName: string, path: string, more: object): Fault =>
  new Fault("INVALID_DATA", "invalid data", { ...more, api_name: apiName, json_path: path });
