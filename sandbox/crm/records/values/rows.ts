import { type Failure, failure, invalidId } from "../../answers";
import type { Field, Module } from "../../metadata/types";
import { isObject } from "../../objects";
import { type Checked, checkValue, invalidData, type Place, refused } from "./values";

type Row = Record<string, unknown>;

/**
 * What becomes of the rows of a subform, multi-select lookup, multi-user lookup or upload field: rows with an
 * id are changed, rows without one added, rows with `_delete` removed, rows that are not mentioned stay; an
 * empty list or null removes all.
 */
export function mergeRows(existing: unknown, input: unknown, field: Field, place: Place): Checked {
  if (input === null) return { value: [] };
  if (!Array.isArray(input)) return refused(invalidData(place, { expected_data_type: "jsonarray" }));
  if (input.length === 0) return { value: [] };
  const rows = new Map((Array.isArray(existing) ? existing : []).map((row: Row) => [row.id, row]));
  const failures: Failure[] = [];
  for (const [index, item] of input.entries()) {
    const at = { ...place, path: `${place.path}[${index}]` };
    const outcome = mergeRow(rows, item, field, at);
    if (outcome) failures.push(...outcome);
  }
  const [first, ...others] = failures;
  return first ? { failures: [first, ...others] } : { value: [...rows.values()] };
}

/** Applies one row to those that are there; returns what is wrong with it. */
function mergeRow(rows: Map<unknown, Row>, item: unknown, field: Field, place: Place): Failure[] | undefined {
  if (!isObject(item)) return [invalidData(place, { expected_data_type: "jsonobject" })];
  const before = item.id === undefined ? undefined : rows.get(item.id);
  if (item.id !== undefined && !before) return [invalidId({ api_name: "id", json_path: `${place.path}.id` })];
  if ("_delete" in item) {
    rows.delete(item.id);
    return undefined;
  }
  const checked = readRow(item, before, field, place);
  if ("failures" in checked) return [...checked.failures];
  const now = place.organization.now();
  const id = before?.id ?? place.organization.ids.next();
  const times = before ? { ...before, Modified_Time: now } : { Created_Time: now, Modified_Time: now };
  rows.set(id, { ...(field.rows ? times : before), ...checked.row, id });
  return undefined;
}

type ReadRow = { row: Row } | { failures: readonly [Failure, ...Failure[]] };

function readRow(item: Row, before: Row | undefined, field: Field, place: Place): ReadRow {
  switch (field.dataType) {
    case "imageupload":
    case "fileupload":
      return readUpload(item, before, field, place);
    default: {
      const module = place.organization.schema.get(field.rows ?? "");
      if (!module) throw new Error(`The field ${field.apiName} has no module for its rows.`);
      return readFields(item, before, module, place);
    }
  }
}

/** A row of a subform or linking module, checked by that module's fields. */
function readFields(item: Row, before: Row | undefined, module: Module, place: Place): ReadRow {
  const failures: Failure[] = [];
  const row: Row = {};
  for (const field of module.fields.values()) {
    const at = { ...place, name: field.apiName, path: `${place.path}.${field.apiName}` };
    const value = item[field.apiName];
    if (field.readOnly || field.dataType === "layout") continue;
    if (value === undefined || value === null || value === "") {
      if (value !== undefined) row[field.apiName] = null;
      if (field.mandatory && (value !== undefined || !before)) failures.push(missing(at));
      continue;
    }
    const checked = checkValue(value, field, at);
    if ("value" in checked) row[field.apiName] = checked.value;
    else failures.push(...checked.failures);
  }
  const [first, ...others] = failures;
  return first ? { failures: [first, ...others] } : { row };
}

/** A row of a file or image upload field: the id that `POST /files` gave for the file. */
function readUpload(item: Row, before: Row | undefined, field: Field, place: Place): ReadRow {
  const at = { ...place, name: "File_Id__s", path: `${place.path}.File_Id__s` };
  const fileId = item.File_Id__s ?? before?.File_Id__s;
  if (fileId === undefined || fileId === null) return { failures: [missing(at)] };
  const file = typeof fileId === "string" ? place.organization.files.get(fileId) : undefined;
  if (!file) return { failures: [invalidData(at)] };
  const common = { File_Id__s: file.id, File_Name__s: file.name, Size__s: file.data.length };
  if (field.dataType === "fileupload")
    return { row: { ...common, Created_Time__s: place.organization.now() } };
  return {
    row: { ...common, Description__s: item.Description__s ?? null, Preview_Id__s: file.id, State__s: 1 },
  };
}

const missing = (place: Place): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", {
    api_name: place.name,
    json_path: place.path,
  });
