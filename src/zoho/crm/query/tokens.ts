/*
 * Reading just enough of a COQL query to bind its parameters and to page through it.
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
  /(?<string>'(?:[^']|'')*'?|"(?:[^"]|"")*"?)|(?<parameter>:[A-Za-z_]\w*)|(?<word>[A-Za-z_$!][\w.$]*)|(?<number>\d[\d.]*)|(?<symbol>[^\s])/g;

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

/** A column of a query with what it is compared with. */
export interface Comparison {
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
