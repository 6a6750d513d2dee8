import { ExactDecimal } from "../../core/decimal";
import { isObject, textAt } from "../../core/json";
import { timeOf } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt } from "../metadata/modules";
import { type Comparison, comparisonsOf, type Token, unquoted } from "./tokens";
import { isFineTime, literalsFor, type ToLiteral, untyped } from "./values";

/** A part of a query that is to be read otherwise than it is written. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The query with each `:name` outside of strings replaced by a literal, and with its times cut to the second,
 * for Zoho refuses milliseconds. Text that looks like a number, a boolean or a time is written by the type of
 * the column it is compared with.
 * @throws ZohoError of kind `input`, before any query is sent, for a name without a value, and for values
 * that no query can hold.
 */
export async function bindParameters(
  crm: Crm,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<string> {
  const replacements: Replacement[] = [];
  for (const comparison of comparisonsOf(query)) {
    const type = await typeOf(crm, comparison, parameters);
    for (const token of comparison.values) {
      if (token.kind === "parameter") replacements.push(bound(token, comparison, parameters, type));
      else if (isFine(token) && isTime(type))
        replacements.push(inPlace(token, type.write(unquoted(token.text))));
    }
  }
  return replaced(query, replacements);
}

/** What is known of the column that a value is compared with. */
interface ColumnType {
  readonly name?: string;
  readonly write: ToLiteral;
}

const isTime = ({ name }: ColumnType): boolean => name === undefined || name === "datetime";

const isFine = ({ kind, text }: Token): boolean => kind === "string" && isFineTime(unquoted(text));

const isDigits = (value: unknown): boolean => typeof value === "string" && /^\d+$/.test(value);

const needsType = (value: unknown): boolean =>
  typeof value === "string" && (/^-?\d+(\.\d+)?$|^(true|false)$/i.test(value) || isFineTime(value));

/**
 * The type of a comparison's column, asked for only where the text of a value does not tell how it is
 * written.
 */
async function typeOf(
  crm: Crm,
  { module, column, values }: Comparison,
  parameters: Readonly<Record<string, unknown>>,
): Promise<ColumnType> {
  const given = values.flatMap((token) => (token.kind === "parameter" ? givenFor(token, parameters) : []));
  const plain: ColumnType = { write: (value) => untyped(cut(value), column, "Parameters") };
  if (column === "") return { write: (value) => (isDigits(value) ? String(value) : plain.write(value)) };
  if (!given.flat().some(needsType) && !values.some(isFine)) return plain;
  const field = column === "id" ? undefined : await fieldAt(crm, module, column).catch(() => undefined);
  const name = field && textAt(field, "data_type");
  if (column !== "id" && name === undefined) return plain;
  return { name, write: await literalsFor(crm, module, column, "Parameters") };
}

const cut = (value: unknown): unknown =>
  typeof value === "string" && isFineTime(value) ? (timeOf(value) ?? value) : value;

function givenFor({ text }: Token, parameters: Readonly<Record<string, unknown>>): unknown {
  const name = text.slice(1);
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value !== undefined) return value;
  throw inputError("crm", `The query names ${text}, and Parameters has no value for it`);
}

function bound(
  token: Token,
  { column, operator, operatorAt }: Comparison,
  parameters: Readonly<Record<string, unknown>>,
  { write }: ColumnType,
): Replacement {
  const name = token.text.slice(1);
  const value = givenFor(token, parameters);
  if (value === null) {
    const presence = operator === "=" ? "is null" : operator === "!=" ? "is not null" : undefined;
    if (presence) return { from: operatorAt, to: endOf(token), text: presence };
    throw inputError("crm", `Parameters: ${name} is null, and null goes with = and != alone`);
  }
  if (!Array.isArray(value)) return inPlace(token, writeOne(value, name, write));
  if (!/^(not )?in( \()?$/.test(operator)) {
    throw inputError("crm", `Parameters: ${name} is a list, and a list goes with ${column} in (:${name})`);
  }
  if (value.length === 0)
    throw inputError("crm", `Parameters: ${name} is an empty list, which no query can hold`);
  const written = value.map((item) => writeOne(item, name, write)).join(", ");
  return inPlace(token, operator.endsWith("(") ? written : `(${written})`);
}

function writeOne(value: unknown, name: string, write: ToLiteral): string {
  const isPlain = !isObject(value) || value instanceof Date || value instanceof ExactDecimal;
  if (isPlain && !Array.isArray(value) && value !== undefined && value !== null) return write(value);
  const got = isPlain ? "nothing or a list" : "an object";
  throw inputError(
    "crm",
    `Parameters: ${name} expects text, a number, true or false, or a list of them, got ${got}`,
  );
}

const endOf = ({ at, text }: Token): number => at + text.length;
const inPlace = (token: Token, text: string): Replacement => ({ from: token.at, to: endOf(token), text });

function replaced(query: string, replacements: readonly Replacement[]): string {
  let text = "";
  let end = 0;
  for (const part of [...replacements].sort((left, right) => left.from - right.from)) {
    text += query.slice(end, part.from) + part.text;
    end = part.to;
  }
  return text + query.slice(end);
}
