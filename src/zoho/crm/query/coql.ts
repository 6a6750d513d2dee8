/*
 * The text of COQL queries: reading just enough of one to bind its parameters and to page through it. Nothing is ever pasted into a query but
 * a literal made here.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
 */

export interface Token {
  readonly kind: "string" | "word" | "number" | "parameter" | "symbol";
  readonly text: string;
  readonly at: number;
  /** Parentheses around it. */
  readonly depth: number;
}

const pattern =
  /(?<string>'(?:[^'\\]|\\.|'')*'?)|(?<parameter>:[A-Za-z_]\w*)|(?<word>[A-Za-z_$!][\w.$]*)|(?<number>\d[\d.]*)|(?<symbol>[^\s])/g;

const kinds = ["string", "parameter", "word", "number", "symbol"] as const;

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

/** A value as COQL writes it. Text is quoted, its quotes and backslashes escaped, so that no value can change the query. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return `'${value.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
}

export const literals = (values: readonly (string | number | boolean)[]): string =>
  `(${values.map(literal).join(", ")})`;

/** A column by its path; refused when it is no name, for names cannot be quoted. */
export function column(path: string): string {
  if (!/^[A-Za-z_$]\w*(\.[A-Za-z_]\w*){0,2}$/.test(path))
    throw new Error(`${JSON.stringify(path)} is no field name.`);
  return path;
}

/** Conditions joined as COQL wants them: in pairs, each in parentheses. */
export function joined(conditions: readonly string[], by: "and" | "or"): string {
  const [first = "id is not null", ...rest] = conditions;
  return rest.reduce((left, right) => `(${left} ${by} ${right})`, first);
}

/** Words that stand between a column and its values. */
const notColumns = new Set(["and", "or", "not", "in", "like", "between", "is", "where", "limit", "offset"]);

/** The column that each parameter of the query is compared with. */
export function columnsOfParameters(query: string): Map<string, string> {
  const columns = new Map<string, string>();
  let column = "";
  for (const { kind, text } of tokensOf(query)) {
    if (kind === "word" && !notColumns.has(text.toLowerCase())) column = text;
    if (kind === "parameter") columns.set(text.slice(1), column);
  }
  return columns;
}

/** The query with each `:name` outside of strings replaced by a literal. Throws for a name without a value. */
export function bind(query: string, values: ReadonlyMap<string, string>): string {
  let bound = "";
  let end = 0;
  for (const { kind, text, at } of tokensOf(query)) {
    if (kind !== "parameter") continue;
    const value = values.get(text.slice(1));
    if (value === undefined) throw new Error(`The query names ${text}, and Parameters has no value for it.`);
    bound += query.slice(end, at) + value;
    end = at + text.length;
  }
  return bound + query.slice(end);
}

export interface QueryParts {
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

/** The clauses of a query, as far as paging needs them; undefined for what is no select with a where clause. */
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
