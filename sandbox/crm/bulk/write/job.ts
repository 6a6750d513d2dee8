import { parse } from "csv-parse/sync";
import { type Failure, failure } from "../../answers";
import type { CrmCall } from "../../call";
import type { Module } from "../../metadata/types";
import { isObject, objectsOf } from "../../objects";
import { insertRecord, updateRecord } from "../../records/write/engine";
import type { ItemResult } from "../../records/write/results";
import { plainWriting } from "../../records/write/writing";
import { type Column, cellValue } from "./cells";
import { uploadsOf } from "./upload";

const operations = ["insert", "update", "upsert"] as const;
type Operation = (typeof operations)[number];

/** What a job is to do with the rows of its file. */
export interface WriteJob {
  module: Module;
  operation: Operation;
  file: string;
  rows: readonly string[][];
  header: readonly string[];
  columns: readonly Column[];
  findBy: string | undefined;
  ignoreEmpty: boolean;
  mappings: readonly object[];
}

const no = (code: string, message: string, details: Record<string, unknown> = {}): { problem: Failure } => ({
  problem: failure(code, message, details),
});

/** Reads the body of a job. */
export function readJob(
  { organization }: CrmCall,
  body: Readonly<Record<string, unknown>>,
): WriteJob | { problem: Failure } {
  const operation = operations.find((known) => known === body.operation);
  if (!operation)
    return no("INVALID_DATA", "invalid data", { api_name: "operation", supported_values: operations });
  const [resource] = objectsOf(body.resource);
  if (!resource) return no("MISSING_REQUIRED_KEY", "Missing required key", { json_path: "$.resource" });
  const name = isObject(resource.module) ? String(resource.module.api_name) : "";
  const module = organization.schema.get(name);
  if (!module?.flags.api_supported || !module.flags.creatable)
    return no("MODULE_NOT_AVAILABLE", "The module is not available", { module: name });
  const files = uploadsOf(organization).get(String(resource.file_id));
  const names = Array.isArray(resource.file_names)
    ? resource.file_names.map(String)
    : [...(files?.keys() ?? [])];
  const [file = ""] = names;
  const data = files?.get(file);
  if (!data)
    return no("FILE_NOT_FOUND", "The file is not found", { file_id: resource.file_id, file_names: names });
  const findBy = typeof resource.find_by === "string" ? resource.find_by : undefined;
  if (operation !== "insert" && !findBy)
    return no("MANDATORY_NOT_FOUND", "Required key find_by is not available");
  const [header = [], ...rows]: string[][] = parse(data, { bom: true, relax_column_count: true });
  const mappings = objectsOf(resource.field_mappings);
  const mapped = mappings.length > 0 ? mappings : header.map((api_name, index) => ({ api_name, index }));
  const columns: Column[] = [];
  for (const mapping of mapped) {
    const [api_name = "", part] = String(mapping.api_name).split(".");
    const field = module.fields.get(api_name);
    if (!field && api_name !== "id") return no("INVALID_DATA", "invalid data", { api_name });
    const byId = Reflect.get(mapping, "find_by") === "id" || part === "id";
    const format = Reflect.get(mapping, "format");
    columns.push({
      index: Number(mapping.index),
      field: field ?? { ...idOf(module), apiName: "id" },
      byId,
      format: typeof format === "string" ? format : undefined,
    });
  }
  const lacking = [...module.fields.values()].find(
    ({ mandatory, apiName }) => mandatory && !columns.some(({ field }) => field.apiName === apiName),
  );
  if (operation === "insert" && lacking)
    return no("MANDATORY_FIELDS_NOT_MAPPED", "mandatory fields not mapped", { fields: [lacking.apiName] });
  const ignoreEmpty = (resource.ignore_empty ?? body.ignore_empty) === true;
  return { module, operation, file, rows, header, columns, findBy, ignoreEmpty, mappings: mapped };
}

function idOf(module: Module) {
  const [first] = module.fields.values();
  if (!first) throw new Error(`${module.apiName} has no fields.`);
  return { ...first, dataType: "text" as const };
}

/** What became of one row. */
export interface RowResult {
  cells: string[];
  status: "ADDED" | "UPDATED" | "SKIPPED" | "UNPROCESSED";
  id: string;
  errors: string;
}

/** Rows that one file may have. */
export const MOST_ROWS = 25_000;

/** Writes the rows of a job, each as the records API would. */
export function carryOut(call: CrmCall, job: WriteJob): RowResult[] {
  const shown = job.columns.slice(0, 3).map(({ index }) => index);
  return job.rows.map((row, number) => {
    const cells = shown.map((index) => row[index] ?? "");
    const { result, updated } = written(call, job, row, number);
    if (result.status === "error") return { cells, status: "SKIPPED", id: "", errors: errorsOf(result) };
    return { cells, status: updated ? "UPDATED" : "ADDED", id: String(result.details.id), errors: "" };
  });
}

function written(
  { organization }: CrmCall,
  { module, operation, columns, findBy, ignoreEmpty }: WriteJob,
  row: readonly string[],
  number: number,
): { result: ItemResult; updated: boolean } {
  const writing = plainWriting(organization, module, organization.currentUser);
  const values = columns.map(
    (column) => [column.field.apiName, cellValue(row[column.index] ?? "", column)] as const,
  );
  const input = Object.fromEntries(
    values.filter(([, value]) => value !== null || (!ignoreEmpty && operation !== "insert")),
  );
  const { id: given, ...record } = input;
  const path = `$.data[${number}]`;
  const store = organization.store(module);
  const found =
    findBy === undefined ? undefined : findBy === "id" ? given : [...store.find(findBy, input[findBy])][0];
  const exists = found !== undefined && store.get(String(found)) !== undefined;
  if (operation === "insert" && exists) return { result: refused("DUPLICATE_DATA", findBy), updated: false };
  if (operation === "update" && !exists)
    return { result: refused("RESOURCE_NOT_FOUND", findBy), updated: true };
  if (operation !== "insert" && exists)
    return { result: updateRecord(writing, String(found), record, path), updated: true };
  return { result: insertRecord(writing, record, path), updated: false };
}

const refused = (code: string, api_name: string | undefined): ItemResult => ({
  ...failure(code, "", { api_name }),
  status: "error",
});

/** `<code>-<column>,<column>:<code>-<column>` */
function errorsOf({ code, details }: ItemResult): string {
  const several = objectsOf(details.errors).map((each) => ({
    code: String(each.code),
    name: isObject(each.details) ? String(each.details.api_name ?? "") : "",
  }));
  const errors = several.length > 0 ? several : [{ code, name: String(details.api_name ?? "") }];
  const codes = [...new Set(errors.map((each) => each.code))];
  return codes
    .map(
      (each) =>
        `${each}-${errors
          .filter((error) => error.code === each)
          .map(({ name }) => name)
          .join(",")}`,
    )
    .join(":");
}
