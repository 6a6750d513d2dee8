import { pipeline, Readable } from "node:stream";
import type { Crm } from "../crm";

/** Rows that are handed on together. */
const BATCH = 1000;
/** The most characters of one row. */
const MOST_IN_ROW = 16 * 1024 * 1024;

/**
 * The rows of a CSV, some at a time, the header among them. No more than those are in memory.
 * @param what names the file in errors.
 * @throws ZohoError `BROKEN_CSV` for a row with more or fewer cells than the first, or for quotes that do not
 * close.
 */
export async function* rowsIn(
  crm: Crm,
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  what: string,
  delimiter = ",",
): AsyncGenerator<string[][]> {
  const { parse, CsvError } = await import("csv-parse");
  const parser = parse({ bom: true, delimiter, max_record_size: MOST_IN_ROW, skip_empty_lines: true });
  // An error of either ends the loop below.
  pipeline(Readable.from(bytes), parser, () => {});
  let batch: string[][] = [];
  try {
    for await (const row of parser) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw crm.error({
      kind: "answer",
      code: "BROKEN_CSV",
      message: `${what} is no whole CSV (${error.message})`,
    });
  }
  if (batch.length > 0) yield batch;
}

/** Writes rows as CSV, each with a line break at its end. */
export async function csvWriter(): Promise<(rows: readonly (readonly string[])[]) => Buffer> {
  const { stringify } = await import("csv-stringify/sync");
  return (rows) => Buffer.from(stringify([...rows]));
}
