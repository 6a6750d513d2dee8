import { ExactDecimal } from "../../../core/decimal";
import { isObject, type JsonObject } from "../../../core/json";
import { inputError } from "../../../http/errors";
import { type Field, type FieldIndex, isBlank, namedField } from "../../values/fields";
import { invalid, type Problem } from "../../values/problem";
import type { Archive } from "../archive";

/** A column of the CSV that a bulk write sends. */
export interface WrittenColumn {
  readonly name: string;
  /** What Zoho is told of the column. */
  readonly mapping: JsonObject;
  readonly write: (value: unknown) => string | Problem;
}

const lookups = ["lookup", "ownerlookup", "userlookup", "multi_module_lookup", "consent_lookup"];
/** Types whose values no single cell of a CSV can hold. */
const refusedTypes = [
  "subform",
  "fileupload",
  "imageupload",
  "profileimage",
  "multiselectlookup",
  "multiuserlookup",
  "line_tax",
  "RRULE",
  "ALARM",
  "event_reminder",
  "multireminder",
];

const formats: Readonly<Record<string, string>> = {
  date: "yyyy-MM-dd",
  datetime: "yyyy-MM-dd'T'HH:mm:ssXXX",
};

/** Columns that one CSV may have. */
const MOST_COLUMNS = 200;

/**
 * The columns for values of these keys, API names or labels: the one by which records are found comes first.
 * @param isWritable whether a field has a column: values of others are left out of each record.
 * @throws ZohoError of kind `input` for what is no field, or none that a bulk write takes.
 */
export function columnsFor(
  recordType: string,
  fields: FieldIndex,
  keys: Iterable<string>,
  findBy: string | undefined,
  isWritable: (field: Field | undefined) => boolean,
): WrittenColumn[] {
  const names = new Set<string>(findBy === undefined ? [] : [findBy]);
  for (const key of keys) {
    const name = key === "id" ? key : nameOf(recordType, fields, key);
    if (name === "id" || isWritable(fields.byName.get(name))) names.add(name);
  }
  if (names.size > MOST_COLUMNS)
    throw inputError(
      "crm",
      `Records: Zoho takes ${MOST_COLUMNS} columns in one bulk write, got ${names.size}`,
    );
  return [...names].map((name, index) => columnOf(name, fields.byName.get(name), index));
}

function nameOf(recordType: string, fields: FieldIndex, key: string): string {
  const named = namedField(key, recordType, fields);
  if (!named.ok) throw inputError("crm", `Records: ${named.problem.message}`, named.problem.details);
  const { name, type, isList } = named.field;
  const isRefused = refusedTypes.includes(type) || (isList && type !== "multiselectpicklist");
  if (!isRefused) return name;
  throw inputError("crm", `Records: no bulk write takes ${name}, for it is of the type ${type}`, {
    api_name: name,
  });
}

function columnOf(name: string, field: Field | undefined, index: number): WrittenColumn {
  const type = field?.type ?? "bigint";
  const format = formats[type];
  const mapping = {
    api_name: name,
    index,
    ...(format === undefined ? {} : { format }),
    ...(lookups.includes(type) ? { find_by: "id" } : {}),
  };
  return { name, mapping, write: (value) => cellOf(name, value) };
}

/**
 * A value that is checked and typed, as a cell. A list is divided by semicolons, which its values cannot
 * have.
 */
function cellOf(name: string, value: unknown): string | Problem {
  if (isBlank(value)) return "";
  if (value instanceof ExactDecimal) return value.digits;
  if (Array.isArray(value)) {
    const split = value.some((item) => String(item).includes(";"));
    return split
      ? invalid(name, "values without semicolons, which divide them in a bulk write")
      : value.join(";");
  }
  return isObject(value) ? String(value.id ?? "") : String(value);
}

/** Rows that go to Zoho in one file. */
export interface Chunk {
  /** The places of the rows in the input. */
  readonly indexes: readonly number[];
  /** The first cells of each row, by which Zoho's result names it. */
  readonly shown: readonly (readonly string[])[];
  /** The CSV with them, packed. */
  readonly archive: () => Promise<Buffer>;
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
const zohoLimits: Limits = { rows: 25_000, bytes: 24 * 1024 * 1024 };

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
 * @param pack begins the archive of a file.
 * @param refuse told of each row that cannot be sent.
 */
export async function* chunksOf(
  rows: AsyncIterable<readonly CsvRow[]>,
  columns: readonly WrittenColumn[],
  write: (rows: readonly (readonly string[])[]) => Buffer,
  pack: () => Promise<Archive>,
  refuse: (index: number, problem: Problem) => void,
  limits: Limits = zohoLimits,
): AsyncGenerator<Chunk> {
  const header = write([columns.map(({ name }) => name)]);
  let open = await begun(header, pack);
  let waiting: Cells[] = [];
  const flush = async function* (block: readonly Cells[]): AsyncGenerator<Chunk> {
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
      open = await begun(header, pack);
    }
    open.bytes += csv.length;
    await open.write(csv);
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

async function begun(header: Buffer, pack: () => Promise<Archive>) {
  const { write, end } = await pack();
  await write(header);
  const [indexes, shown]: [number[], (readonly string[])[]] = [[], []];
  return { bytes: header.length, write, indexes, shown, archive: end };
}

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
