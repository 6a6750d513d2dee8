import type { JsonObject } from "../../../core/json";
import { isBlank } from "../../values/fields";
import { invalid, type Problem } from "../../values/problem";
import type { WrittenColumn } from "./cells";

/** Rows that go to Zoho in one file. */
export interface Chunk {
  /** The places of the rows in the input. */
  readonly indexes: readonly number[];
  /** The first cells of each row, by which Zoho's result names it. */
  readonly shown: readonly (readonly string[])[];
  readonly csv: readonly Buffer[];
}

/** A record that was checked, or why it is not sent. */
export type CsvRow =
  | { readonly index: number; readonly record: JsonObject }
  | { readonly index: number; readonly problem: Problem };

export interface Limits {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Zoho's limits of one file, and what is kept free of the second: an archive is at times a little larger than
 * what is in it.
 */
export const zohoLimits: Limits = { rows: 25_000, bytes: 24 * 1024 * 1024 };

/** The first columns that Zoho repeats in its result. */
export const SHOWN = 3;

/** Rows that are written together; their size is known when they are. */
const BLOCK = 250;

interface Cells {
  readonly index: number;
  readonly cells: readonly string[];
}

/**
 * Divides rows into files within Zoho's limits, always in the same way for the same rows, so that a later run
 * can tell which job had which.
 * @param refuse told of each row that cannot be sent.
 */
export async function* chunksOf(
  rows: AsyncIterable<readonly CsvRow[]>,
  columns: readonly WrittenColumn[],
  write: (rows: readonly (readonly string[])[]) => Buffer,
  refuse: (index: number, problem: Problem) => void,
  limits: Limits = zohoLimits,
): AsyncGenerator<Chunk> {
  const header = write([columns.map(({ name }) => name)]);
  let open = begun(header);
  let waiting: Cells[] = [];
  const flush = function* (block: readonly Cells[]): Generator<Chunk> {
    const csv = write(block.map(({ cells }) => cells));
    const [only, ...others] = block;
    if (!only) return;
    const isFull = open.bytes + csv.length > limits.bytes || open.indexes.length + block.length > limits.rows;
    if (isFull && others.length > 0) {
      const half = Math.ceil(block.length / 2);
      yield* flush(block.slice(0, half));
      yield* flush(block.slice(half));
      return;
    }
    if (header.length + csv.length > limits.bytes) return refuse(only.index, tooLarge(limits.bytes));
    if (isFull) {
      yield open;
      open = begun(header);
    }
    open.bytes += csv.length;
    open.csv.push(csv);
    for (const { index, cells } of block) {
      open.indexes.push(index);
      open.shown.push(cells.slice(0, SHOWN));
    }
  };
  for await (const batch of rows) {
    for (const row of batch) {
      const cells = "problem" in row ? row.problem : cellsOf(row.record, columns);
      if ("code" in cells) refuse(row.index, cells);
      else waiting.push({ index: row.index, cells });
      if (waiting.length < BLOCK) continue;
      yield* flush(waiting);
      waiting = [];
    }
  }
  yield* flush(waiting);
  if (open.indexes.length > 0) yield open;
}

const begun = (header: Buffer) => ({
  bytes: header.length,
  csv: [header],
  indexes: [] as number[],
  shown: [] as (readonly string[])[],
});

const tooLarge = (bytes: number): Problem => ({
  code: "LIMIT_EXCEEDED",
  message: `the record has more than the ${bytes} bytes that one file may have`,
  details: {},
});

function cellsOf(record: JsonObject, columns: readonly WrittenColumn[]): string[] | Problem {
  const cells: string[] = [];
  for (const { name, write } of columns) {
    const cell = isBlank(record[name]) ? "" : write(record[name]);
    if (typeof cell !== "string") return cell;
    cells.push(cell);
  }
  return cells;
}

/** An empty value where empty cells mean that nothing is changed. */
export const unclearable = (name: string): Problem =>
  invalid(name, "a value; with Ignore Empty an empty one would leave the field as it is");
