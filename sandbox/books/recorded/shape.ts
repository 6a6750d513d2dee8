import { type Draft, isEmpty, isObject, type Row } from "../core/values";

/**
 * What answers of the real Books hold, by the path of a record type: the keys of a list's row and of a
 * record. A name alone is a text, an id, a day or a time; `#` marks a number, `?` a boolean, `[]` a list and
 * `{}` an object, of which `[ a b ]` and `{ a b }` tell the keys.
 */
export type Recorded = Readonly<Record<string, { readonly list?: string; readonly record?: string }>>;

/** What a recorded list tells of its page. */
export const recordedPages =
  "page# per_page# has_more_page? report_name applied_filter custom_fields[] sort_column sort_order";

type Kind = "text" | "number" | "boolean" | "list" | "object";

/** One key: its kind, and of a list's rows or an object the keys that they have, if those are known. */
export interface Key {
  name: string;
  kind: Kind;
  keys?: readonly Key[];
}

const marks: Readonly<Record<string, Kind>> = {
  "#": "number",
  "?": "boolean",
  "[": "list",
  "[]": "list",
  "{": "object",
  "{}": "object",
};
const parsed = new Map<string, readonly Key[]>();

/** The keys that a notation lists. */
export function keysOf(notation: string): readonly Key[] {
  const known = parsed.get(notation);
  if (known) return known;
  const keys = readKeys(notation.split(/\s+/).values());
  parsed.set(notation, keys);
  return keys;
}

function readKeys(tokens: IterableIterator<string>): Key[] {
  const keys: Key[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value === "]" || next.value === "}") return keys;
    const [, name = "", mark = ""] = /^(\w+)(.*)$/.exec(next.value) ?? [];
    const isOpen = mark === "[" || mark === "{";
    keys.push({ name, kind: marks[mark] ?? "text", ...(isOpen && { keys: readKeys(tokens) }) });
  }
  return keys;
}

const blanks: Readonly<Record<Kind, () => unknown>> = {
  text: () => "",
  number: () => 0,
  boolean: () => false,
  list: () => [],
  object: () => ({}),
};

/** A row with every key that is recorded: what the row has not is blank, as Books tells what is unset. */
export function filled(row: Row, keys: readonly Key[], only: "recorded" | "all"): Draft {
  const shown: Draft = only === "all" ? { ...row } : {};
  for (const key of keys) shown[key.name] = toldAs(key, row[key.name]);
  return shown;
}

function toldAs({ kind, keys }: Key, value: unknown): unknown {
  if (kind === "object" && keys) return filled(isObject(value) ? value : {}, keys, "all");
  if (kind === "list" && keys && Array.isArray(value)) {
    return value.map((item: unknown) => (isObject(item) ? filled(item, keys, "all") : item));
  }
  return isEmpty(value) && !Array.isArray(value) ? blanks[kind]() : value;
}
