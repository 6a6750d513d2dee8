import { readFileSync } from "node:fs";
import { join } from "node:path";
import peggy from "peggy";
import { lazy } from "../../core/lazy";
import { Fault } from "../coql/fault";

export interface SearchCondition {
  kind: "condition";
  field: string;
  operator: string;
  /** Values as written, unescaped: one, or several that commas part. */
  values: string[];
}

/** What a search asks of a record. */
export type Criteria = SearchCondition | { kind: "and" | "or"; parts: Criteria[] };

const parser = lazy(() => peggy.generate(readFileSync(join(__dirname, "criteria.peggy"), "utf8")));

/**
 * Reads the parameter `criteria`.
 * @throws Fault INVALID_QUERY for a text that is none.
 */
export function parseCriteria(text: string): Criteria {
  try {
    return parser().parse(text);
  } catch (error) {
    if (error instanceof parser().SyntaxError) throw new Fault("INVALID_QUERY", "Invalid query formed");
    throw error;
  }
}

/** How many conditions there are in all. */
export const countConditions = (criteria: Criteria): number =>
  criteria.kind === "condition" ? 1 : criteria.parts.reduce((sum, part) => sum + countConditions(part), 0);
