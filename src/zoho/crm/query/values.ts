import { decimalOf, ExactDecimal } from "../../core/decimal";
import { isObject, type JsonObject, textAt } from "../../core/json";
import { timeOf, timeOfDate } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt, getFields } from "../metadata/modules";
import { type Field, fieldOf, indexOf, unknownField } from "../values/fields";
import * as picklists from "../values/picklists";
import { lookup } from "../values/references";
import * as scalars from "../values/scalars";
import { literal } from "./coql";

/** Writes a value as a COQL literal of a column's type. Throws for a value that is none of it. */
export type ToLiteral = (value: unknown) => string;

type Form = { readonly convert: scalars.Converter; readonly write: (value: unknown) => string };

const quoted = (value: unknown): string => literal(String(value));
/** A number to its last digit, without an exponent. */
const digits = (value: unknown): string => {
  const read = decimalOf(value);
  return read.ok ? read.value.digits : quoted(value);
};
const number: Form = { convert: scalars.decimal, write: digits };
const id: Form = { convert: lookup, write: (value) => quoted(isObject(value) ? value.id : value) };
const list: Form = {
  convert: picklists.multiselect,
  write: (value) => quoted(Array.isArray(value) ? value.join(";") : value),
};

const byType: Readonly<Record<string, Form>> = {
  integer: { convert: scalars.integer, write: digits },
  double: number,
  currency: number,
  percent: { convert: scalars.percent, write: digits },
  rollup_summary: number,
  bigint: { convert: scalars.bigint, write: quoted },
  boolean: { convert: scalars.boolean, write: String },
  date: { convert: scalars.date, write: quoted },
  datetime: { convert: scalars.datetime, write: quoted },
  picklist: { convert: picklists.picklist, write: quoted },
  multiselectpicklist: list,
  lookup: id,
  ownerlookup: id,
  userlookup: id,
  multi_module_lookup: id,
};

/**
 * How values are written that are compared with a column, by the type of its field; a formula's by what it
 * returns.
 * @param input what a builder calls the place that the values come from.
 * @throws ZohoError of kind `input` for a field that the module does not have.
 */
export async function literalsFor(
  crm: Crm,
  recordType: string,
  path: string,
  input: string,
): Promise<ToLiteral> {
  const described = path === "id" ? idField : await describe(crm, recordType, path);
  if (!described) {
    const { message, details } = unknownField(path, recordType, indexOf(await getFields(crm, recordType)));
    throw inputError("crm", `${input}: ${message}`, details);
  }
  const field: Field = { ...fieldOf(described), name: path };
  const form = formOf(described);
  if (!form) return (value) => inQuotes(untyped(value, path, input));
  return (value) => {
    const converted = form.convert(value, field, { newPicklistValues: true });
    if (converted.ok) return form.write(converted.value);
    throw inputError("crm", `${input}: ${converted.problem.message}`, converted.problem.details);
  };
}

const inQuotes = (written: string): string => (written.startsWith("'") ? written : literal(written));

const userTypes = ["ownerlookup", "userlookup"];
const idField: JsonObject = { api_name: "id", data_type: "lookup" };

/** The description of a field; of users, which have none, a text. */
async function describe(crm: Crm, recordType: string, path: string): Promise<JsonObject | undefined> {
  const [name = "", ...rest] = path.split(".");
  const own = rest.length > 0 ? await fieldAt(crm, recordType, name) : undefined;
  if (own && userTypes.includes(textAt(own, "data_type") ?? ""))
    return rest.at(-1) === "id" ? idField : { api_name: path, data_type: "text" };
  return fieldAt(crm, recordType, path);
}

function formOf(described: JsonObject): Form | undefined {
  const own = textAt(described, "data_type") ?? "text";
  const type = own === "formula" ? (textAt(described.formula, "return_type") ?? own) : own;
  return Object.hasOwn(byType, type) ? byType[type] : undefined;
}

/** A time of day with a fraction of a second, which no literal of COQL has. */
export const isFineTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d+/.test(text) && timeOf(text) !== undefined;

/**
 * A value that is compared with a column of an unknown type, or of one that holds text.
 * @throws ZohoError of kind `input` for what is neither text, number, boolean nor time.
 */
export function untyped(value: unknown, name: string, input: string): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return quoted(timeOfDate(value));
  if (typeof value === "number" || value instanceof ExactDecimal) {
    const read = decimalOf(value);
    if (read.ok) return read.value.digits;
    throw inputError("crm", `${input}: ${name} expects ${read.expected}`);
  }
  throw inputError(
    "crm",
    `${input}: ${name} expects text, a number, true or false, or a time, got ${kindOf(value)}`,
  );
}

const kindOf = (value: unknown): string => {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return value instanceof Date ? "a time that is none" : "an object";
};
