import { ExactDecimal } from "../../core/decimal";
import { isObject, textAt } from "../../core/json";
import { timeOf } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { fieldAt } from "../metadata/modules";
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

/*
 * Reading just enough of a COQL query to bind its parameters and to page through it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
 */

interface Token {
  readonly kind: "string" | "word" | "number" | "parameter" | "symbol";
  readonly text: string;
  readonly at: number;
  /** Parentheses around it. */
  readonly depth: number;
}

const pattern =
  /(?<string>'(?:[^']|'')*'?|"(?:[^"]|"")*"?)|(?<parameter>:[A-Za-z_]\w*)|(?<word>[A-Za-z_$!][\w.$]*)|(?<number>\d[\d.]*)|(?<symbol>[^\s])/g;

const kinds = ["string", "parameter", "word", "number", "symbol"] as const;

/** The tokens of a COQL query, each with the depth of parentheses in which it stands. */
export function tokensOf(query: string): Token[] {
  let depth = 0;
  return [...query.matchAll(pattern)].map((match) => {
    const text = match[0];
    const kind = kinds.find((candidate) => match.groups?.[candidate] !== undefined) ?? "symbol";
    if (text === ")") depth -= 1;
    const token = { kind, text, at: match.index, depth };
    if (text === "(") depth += 1;
    return token;
  });
}

/** A column of a query with what it is compared with. */
interface Comparison {
  /** The module of the query or subquery that it stands in. */
  readonly module: string;
  /** Without its quotes; empty for a parameter that is compared with no column, such as one of the limit. */
  readonly column: string;
  /** In lower case, such as `=`, `not in (` or `between`. */
  readonly operator: string;
  readonly operatorAt: number;
  /** Strings, numbers and parameters. */
  readonly values: readonly Token[];
}

const isOperator = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^[=!<>]$/.test(token.text) || (token.kind === "word" && /^(in|like|between|not|is)$/i.test(token.text)));

/** Every comparison of a query, in its order. */
export function comparisonsOf(query: string): Comparison[] {
  const tokens = tokensOf(query);
  const found: { module: string; column: string; operator: string; operatorAt: number; values: Token[] }[] =
    [];
  const modules = new Map<number, string>();
  let open: (typeof found)[number] | undefined;
  for (const [index, token] of tokens.entries()) {
    const { kind, text, depth, at } = token;
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    const module = modules.get(Math.max(-1, ...[...modules.keys()].filter((key) => key <= depth))) ?? "";
    if (text === ")") for (const key of modules.keys()) if (key > depth) modules.delete(key);
    if (before?.kind === "word" && before.text.toLowerCase() === "from") modules.set(depth, text);
    if ((kind === "word" || kind === "string") && isOperator(next) && !isOperator(token)) {
      open = { module, column: unquoted(text), operator: "", operatorAt: next?.at ?? at, values: [] };
      found.push(open);
    } else if (kind === "parameter" && !open) {
      found.push({ module, column: "", operator: "", operatorAt: at, values: [token] });
    } else if (open && ["string", "number", "parameter"].includes(kind)) {
      open.values.push(token);
    } else if (open && open.values.length === 0 && (kind === "symbol" || isOperator(token))) {
      const isApart = open.operator !== "" && (kind === "word" || text === "(");
      open.operator += `${isApart ? " " : ""}${text.toLowerCase()}`;
    } else if (kind === "word" && !(open?.operator.endsWith("between") && open.values.length === 1)) {
      open = undefined;
    }
  }
  return found;
}

/** What a quoted text says. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== "'" && quote !== '"') return text;
  const end = text.length > 1 && text.endsWith(quote) ? -1 : undefined;
  return text.slice(1, end).replaceAll(quote + quote, quote);
}

interface QueryParts {
  /** From `select` to before `where`. */
  readonly head: string;
  readonly module: string;
  readonly where: string;
  /** Group by and order by, as they stand. */
  readonly tail: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly aggregates: boolean;
}

/**
 * The clauses of a query, as far as paging needs them; undefined for what is no select with a where clause.
 */
export function partsOf(query: string): QueryParts | undefined {
  const tokens = tokensOf(query);
  const outer = tokens.filter(({ depth, kind }) => depth === 0 && kind === "word");
  const find = (word: string) => outer.find(({ text }) => text.toLowerCase() === word)?.at;
  const [from, where] = [find("from"), find("where")];
  if (outer[0]?.text.toLowerCase() !== "select" || from === undefined || where === undefined)
    return undefined;
  const tailAt = find("group") ?? find("order");
  const limitAt = find("limit") ?? find("offset");
  const bodyEnd = tailAt ?? limitAt ?? query.length;
  const window = windowOf(tokens.filter(({ at }) => limitAt !== undefined && at >= limitAt));
  const aggregates = tokens.some(
    ({ text, at }, index) => text === "(" && at < from && tokens[index - 1]?.kind === "word",
  );
  return {
    head: query.slice(0, where).trim(),
    module: outer.find(({ at }) => at > from)?.text ?? "",
    where: query.slice(where + "where".length, bodyEnd).trim(),
    tail: tailAt === undefined ? "" : query.slice(tailAt, limitAt ?? query.length).trim(),
    ...window,
    aggregates,
  };
}

/** `limit n`, `limit offset, n`, `offset n`, in the forms that COQL knows. */
function windowOf(tokens: readonly Token[]): { limit?: number; offset?: number } {
  const numbers = tokens.filter(({ kind }) => kind === "number").map(({ text }) => Number(text));
  const [first, second] = numbers;
  if (tokens[0]?.text.toLowerCase() === "offset") return { offset: first };
  if (tokens.some(({ text }) => text === ",")) return { offset: first, limit: second };
  return { limit: first, offset: second };
}
