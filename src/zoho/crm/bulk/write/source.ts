import type { JsonObject } from "../../../core/json";
import { inputError } from "../../../http/errors";
import type { FileContent } from "../../../http/files";
import type { Crm } from "../../crm";
import { type Field, isBlank } from "../../values/fields";
import { type Checking, prepare } from "../../values/prepare";
import { invalid, missing, type Problem } from "../../values/problem";
import { expectFields, type Schema, schemaFor } from "../../values/schema";
import { rowsIn } from "../csv";
import { expectModule } from "../jobs";
import { type CsvRow, columnsFor, unclearable, type WrittenColumn } from "./chunks";
import type { WriteQuery } from "./job";

/** What a bulk write writes: records, or a CSV whose header has API names or labels. */
export interface WriteSource extends WriteQuery {
  readonly records?: readonly JsonObject[];
  readonly csv?: FileContent;
  /** Refuse values for read-only fields instead of leaving them out. */
  readonly strict?: boolean;
  /** Send picklist values that the module's metadata does not list; true when left out. */
  readonly newPicklistValues?: boolean;
}

/** Records that are checked as they are asked for, and the columns that they have together. */
export interface CheckedRows {
  readonly columns: readonly WrittenColumn[];
  readonly rows: AsyncIterable<readonly CsvRow[]>;
}

interface Given {
  readonly keys: ReadonlySet<string>;
  readonly batches: AsyncIterable<readonly JsonObject[]> | Iterable<readonly JsonObject[]>;
}

const BATCH = 1000;

function* batchesOf(records: readonly JsonObject[]): Generator<readonly JsonObject[]> {
  for (let at = 0; at < records.length; at += BATCH) yield records.slice(at, at + BATCH);
}

async function given(
  crm: Crm,
  { records = [], csv, operation, ignoreEmpty = true }: WriteSource,
): Promise<Given> {
  if (records.length > 0 === (csv !== undefined))
    throw inputError("crm", "Records or CSV: expected one of them, and at least one record");
  if (!csv) {
    const keys = new Set(
      records.flatMap((record) => Object.keys(record).filter((key) => record[key] !== undefined)),
    );
    return { keys, batches: batchesOf(records) };
  }
  const batches = rowsIn(crm, [csv.data], "CSV");
  const first = await batches.next();
  const [header = [], ...rows] = first.done ? [] : first.value;
  if (rows.length === 0) throw inputError("crm", "CSV: expected a header and at least one row");
  if (new Set(header).size < header.length)
    throw inputError("crm", "CSV: two of its columns have the same name");
  // An empty cell says nothing, unless empty ones are to clear their fields.
  const isSaid = (cell: string | undefined) => cell !== "" || (!ignoreEmpty && operation !== "insert");
  const recordOf = (row: readonly string[]): JsonObject =>
    Object.fromEntries(header.flatMap((name, index) => (isSaid(row[index]) ? [[name, row[index]]] : [])));
  async function* all() {
    yield rows.map(recordOf);
    for await (const batch of batches) yield batch.map(recordOf);
  }
  return { keys: new Set(header), batches: all() };
}

const operations = { insert: "create", update: "update", upsert: "upsert" } as const;

/**
 * The records of a bulk write, checked and typed by the module's metadata.
 * @throws ZohoError of kind `input` for what concerns all of them: the module, a column, the field to find
 * records by.
 */
export async function checkedRows(crm: Crm, input: WriteSource): Promise<CheckedRows> {
  const { recordType, operation, strict = false, newPicklistValues = true } = input;
  await expectModule(crm, recordType);
  const findBy = input.findBy ?? (operation === "insert" ? undefined : "id");
  const { keys, batches } = await given(crm, input);
  const sample = Object.fromEntries([...keys].map((key) => [key, "."]));
  const schema = await schemaFor(crm, recordType, [sample], newPicklistValues);
  if (findBy !== "id") expectFields(recordType, schema.fields, { "Find By": [findBy] });
  const wanted = [...keys].filter((key) => key !== "id" || operation !== "insert");
  const columns = columnsFor(recordType, schema.fields, wanted, findBy, (field) =>
    isWritable(field, operation),
  );
  const how = { operation: operations[operation], strict, newPicklistValues };
  return {
    columns,
    rows: checked(crm, batches, (record) => check(record, schema, how, columns, input, findBy)),
  };
}

/** Values of read-only fields are left out of each record with a warning. */
const isWritable = (field: Field | undefined, operation: WriteQuery["operation"]): boolean =>
  operation === "insert" ? field?.creatable !== false : field?.updatable !== false || field.creatable;

type Checked =
  | { readonly record: JsonObject; readonly warnings: readonly string[] }
  | { readonly problem: Problem };

async function* checked(
  crm: Crm,
  batches: Given["batches"],
  checkOne: (record: JsonObject) => Checked,
): AsyncGenerator<readonly CsvRow[]> {
  const warned = new Set<string>();
  let index = -1;
  for await (const batch of batches) {
    yield batch.map((record): CsvRow => {
      index += 1;
      const result = checkOne(record);
      if ("problem" in result) return { index, problem: result.problem };
      for (const warning of result.warnings.filter((each) => !warned.has(each))) {
        warned.add(warning);
        crm.log.warn(warning);
      }
      return { index, record: result.record };
    });
  }
}

function check(
  given: JsonObject,
  schema: Schema,
  how: Checking,
  columns: readonly WrittenColumn[],
  { operation, ignoreEmpty = true }: WriteSource,
  findBy: string | undefined,
): Checked {
  const prepared = prepare(given, schema, how);
  if (!prepared.ok) return prepared;
  const { record, warnings } = prepared;
  if (operation === "update" && findBy && isBlank(record[findBy])) return { problem: missing(findBy) };
  if (operation === "insert") return { record, warnings };
  for (const { name } of columns) {
    const isEmpty = isBlank(record[name]);
    if (ignoreEmpty && isEmpty && Object.hasOwn(record, name)) return { problem: unclearable(name) };
    if (!ignoreEmpty && !Object.hasOwn(record, name) && name !== "id")
      return {
        problem: invalid(name, "a value or null; without Ignore Empty, what a record leaves out is cleared"),
      };
  }
  return { record, warnings };
}
