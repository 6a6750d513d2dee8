import type { CoqlQuery } from "../ast";
import { Fault } from "../fault";
import { type Limits, limitExceeded, windowExceeded } from "./limits";

/** Which of the matching rows are answered. */
export interface Page {
  limit: number;
  offset: number;
}

/**
 * Reads LIMIT and OFFSET.
 * @throws Fault INVALID_QUERY for what is no number, INVALID_DATA for none or fewer rows, LIMIT_EXCEEDED
 * beyond the version's limits.
 */
export function readPage({ limit, offset }: CoqlQuery, limits: Limits): Page {
  const invalid = [limit, offset].find((text) => text !== undefined && !/^-?\d+$/.test(text));
  if (invalid !== undefined)
    throw new Fault("INVALID_QUERY", "limit given seems to be invalid", { limit: invalid });
  const page = { limit: Number(limit ?? limits.defaultRows), offset: Number(offset ?? 0) };
  if (page.limit <= 0) throw new Fault("INVALID_DATA", "limit should be greater than 0");
  if (page.offset < 0)
    throw new Fault("INVALID_QUERY", "limit given seems to be invalid", { limit: String(offset) });
  if (page.limit > limits.rows) throw limitExceeded("limit", limits.rows);
  if (page.limit + page.offset > limits.window) throw windowExceeded(limits.window);
  return page;
}
