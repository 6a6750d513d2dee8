import { textAt } from "../../core/json";
import type { Outcome } from "../../http/outcomes";
import type { Crm } from "../crm";
import { column, literals } from "../query/coql";
import { page } from "../query/query";
import { type Entry, unknownOutcome } from "./results";

/** Values that one query may compare with. */
const IN_LIMIT = 50;

/**
 * Which of the records Zoho holds, by a field whose value is theirs alone: those are there. A record without such a value cannot be looked up,
 * and stays unknown.
 */
export async function findByUnique(
  crm: Crm,
  recordType: string,
  uniqueField: string,
  entries: readonly Entry[],
): Promise<Map<number, Outcome>> {
  const found = new Map<number, Outcome>();
  const byValue = new Map<string, number>();
  for (const { index, record } of entries) {
    const value = record[uniqueField];
    if (value === undefined || value === null || value === "") {
      found.set(index, unknownOutcome(index, `The record has no ${uniqueField} to look it up by`));
    } else byValue.set(String(value).toLowerCase(), index);
  }
  const values = entries.map(({ record }) => record[uniqueField]).filter(isValue);
  for (let start = 0; start < values.length; start += IN_LIMIT) {
    const name = column(uniqueField);
    const wanted = literals(values.slice(start, start + IN_LIMIT));
    const { data } = await page(
      crm,
      `select ${name} from ${column(recordType)} where ${name} in ${wanted}`,
      IN_LIMIT,
    );
    for (const row of data) {
      const index = byValue.get(String(row[uniqueField]).toLowerCase());
      if (index === undefined) continue;
      const message = `record added, found by ${uniqueField} after an unclear answer`;
      found.set(index, {
        index,
        status: "success",
        code: "SUCCESS",
        message,
        id: textAt(row, "id"),
        action: "insert",
      });
    }
  }
  return found;
}

const isValue = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && value !== "");
