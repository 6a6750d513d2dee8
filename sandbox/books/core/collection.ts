import { present, type Row, textOf } from "./values";

const none: ReadonlySet<string> = new Set();

/** The records of one type, in the order they were made. */
export class Collection {
  private readonly rows = new Map<string, Row>();
  private readonly indexes = new Map<string, Map<string, Set<string>>>();
  private listed: readonly Row[] | undefined;
  private readonly sorted = new Map<string, readonly Row[]>();

  constructor(private readonly idField: string) {}

  get size(): number {
    return this.rows.size;
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** Oldest first. */
  all(): readonly Row[] {
    this.listed ??= [...this.rows.values()];
    return this.listed;
  }

  put(row: Row): void {
    const id = textOf(row[this.idField]);
    this.reindex(id, this.rows.get(id), row);
    this.rows.set(id, row);
    this.forget();
  }

  remove(id: string): void {
    this.reindex(id, this.rows.get(id), undefined);
    this.rows.delete(id);
    this.forget();
  }

  /** The records whose field has this text, regardless of case. */
  find(field: string, value: string): Row[] {
    return present([...this.idsOf(field, value)].map((id) => this.rows.get(id)));
  }

  /** Whether any record's field has this text. */
  has(field: string, value: string): boolean {
    return this.idsOf(field, value).size > 0;
  }

  /**
   * All records by one column, ascending unless `descending`; those that are alike stay by age. Kept until
   * the next write.
   */
  ordered(column: string, descending: boolean): readonly Row[] {
    const key = `${column} ${descending}`;
    const known = this.sorted.get(key);
    if (known) return known;
    const keyed = this.all().map((row, age) => ({ row, age, value: sortable(row[column]) }));
    keyed.sort((left, right) => compare(left.value, right.value) || left.age - right.age);
    if (descending) keyed.reverse();
    const rows = keyed.map(({ row }) => row);
    this.sorted.set(key, rows);
    return rows;
  }

  private idsOf(field: string, value: string): ReadonlySet<string> {
    let index = this.indexes.get(field);
    if (!index) {
      index = new Map();
      this.indexes.set(field, index);
      for (const [id, row] of this.rows) enter(index, row[field], id);
    }
    return index.get(value.toLowerCase()) ?? none;
  }

  private forget(): void {
    this.listed = undefined;
    this.sorted.clear();
  }

  private reindex(id: string, before: Row | undefined, after: Row | undefined): void {
    for (const [field, index] of this.indexes) {
      if (before) index.get(keyOf(before[field]))?.delete(id);
      if (after) enter(index, after[field], id);
    }
  }
}

const keyOf = (value: unknown): string => textOf(value).toLowerCase();

function enter(index: Map<string, Set<string>>, value: unknown, id: string): void {
  const key = keyOf(value);
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

/** Numbers order by size, texts regardless of case, and what is missing comes first. */
const sortable = (value: unknown): number | string => (typeof value === "number" ? value : keyOf(value));

function compare(left: number | string, right: number | string): number {
  if (typeof left !== typeof right) return typeof left === "string" ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
