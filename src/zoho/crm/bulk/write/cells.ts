import { ExactDecimal } from "../../../core/decimal";
import { isObject, type JsonObject } from "../../../core/json";
import { inputError } from "../../../http/errors";
import { type Field, type FieldIndex, isBlank } from "../../values/fields";
import { namedField } from "../../values/names";
import { invalid, type Problem } from "../../values/problem";

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
