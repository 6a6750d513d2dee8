import { isObject, type JsonObject, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt, getFields } from "../metadata";
import { literal } from "../query/coql";
import { type Field, fieldOf, indexOf } from "../values/fields";
import { plainNumber } from "../values/formats";
import { unknownField } from "../values/names";
import { lookup } from "../values/references";
import * as scalars from "../values/scalars";

/** Writes a value as a COQL literal of a column's type. Throws for a value that is none of it. */
export type ToLiteral = (value: unknown) => string;

type Form = { readonly convert: scalars.Converter; readonly write: (value: unknown) => string };

const quoted = (value: unknown): string => literal(String(value));
const number: Form = {
  convert: scalars.decimal,
  write: (value) => (typeof value === "number" ? plainNumber(value) : quoted(value)),
};
const id: Form = { convert: lookup, write: (value) => quoted(isObject(value) ? value.id : value) };
const text: Form = { convert: (value) => ({ ok: true, value: plainText(value) }), write: quoted };

const byType: Readonly<Record<string, Form>> = {
  integer: { ...number, convert: scalars.integer },
  double: number,
  currency: number,
  percent: number,
  rollup_summary: number,
  bigint: { convert: scalars.bigint, write: quoted },
  boolean: { convert: scalars.boolean, write: String },
  date: { convert: scalars.date, write: quoted },
  datetime: { convert: scalars.datetime, write: quoted },
  lookup: id,
  ownerlookup: id,
  userlookup: id,
  multi_module_lookup: id,
};

/** Text as it is compared: choices of several as Zoho writes them, divided by semicolons. */
const plainText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(";")
    : isObject(value)
      ? JSON.stringify(value)
      : String(value);

/**
 * How values are written that are compared with a column, by the type of its field; a formula's by what it returns.
 * @throws ZohoError of kind `input` for a field that the module does not have.
 */
export async function literalsFor(crm: Crm, recordType: string, path: string): Promise<ToLiteral> {
  const described = path === "id" ? idField : await fieldAt(crm, recordType, path);
  if (!described) {
    const { message, details } = unknownField(path, recordType, indexOf(await getFields(crm, recordType)));
    throw inputError("crm", `Conditions: ${message}`, details);
  }
  const field: Field = { ...fieldOf(described), name: path };
  const type = typeOf(described);
  const form = (Object.hasOwn(byType, type) ? byType[type] : undefined) ?? text;
  return (value) => {
    const converted = form.convert(value, field, { newPicklistValues: true });
    if (converted.ok) return form.write(converted.value);
    throw inputError("crm", `Conditions: ${converted.problem.message}`, converted.problem.details);
  };
}

const idField: JsonObject = { api_name: "id", data_type: "lookup" };

const typeOf = (described: JsonObject): string => {
  const type = textAt(described, "data_type") ?? "text";
  return type === "formula" ? (textAt(described.formula, "return_type") ?? type) : type;
};
