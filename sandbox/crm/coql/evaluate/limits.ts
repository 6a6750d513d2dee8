import { Fault } from "../fault";

/** What Zoho allows of a query, by API version. */
export interface Limits {
  /** The largest LIMIT. */
  rows: number;
  /** The LIMIT of a query that gives none. */
  defaultRows: number;
  /** LIMIT and OFFSET together. */
  window: number;
  columns: number;
  conditions: number;
  inValues: number;
  orderBy: number;
  groupBy: number;
  aggregates: number;
  subqueries: number;
  subqueryRows: number;
  /** Lookups that conditions, groups and orders may go through, and those that only selected columns do. */
  baseJoins: number;
  selectJoins: number;
  /** Lookups are answered as `{ name, id }`; before v7 as `{ id }`. */
  lookupNames: boolean;
}

/** What nobody knows for certain of queries, as it is played. */
export interface Ways {
  /** Two bounds on one column of time are refused. */
  refusesTwoBounds?: boolean;
  /** Records that wait for approval are not shown. */
  hidesWaiting?: boolean;
  /** The column that tells converted leads is refused. */
  refusesConverted?: boolean;
  /** Multi-select picklists are answered as text. */
  listsAsText?: boolean;
  /** Rows that are equal in what they are sorted by come in an order of this number's; by id without one. */
  tieOrder?: number;
}

const v8: Limits = {
  rows: 2000,
  defaultRows: 200,
  window: 100_000,
  columns: 500,
  conditions: 25,
  inValues: 100,
  orderBy: 10,
  groupBy: 4,
  aggregates: 5,
  subqueries: 5,
  subqueryRows: 100,
  baseJoins: 5,
  selectJoins: 15,
  lookupNames: true,
};
const v4: Limits = {
  ...v8,
  window: 10_000,
  columns: 50,
  inValues: 50,
  baseJoins: 2,
  selectJoins: 2,
  lookupNames: false,
};
const v2: Limits = { ...v4, rows: 200 };

const byVersion: Readonly<Record<string, Limits>> = {
  v8,
  v7: v8,
  v6: v4,
  v5: v4,
  v4,
  v3: v2,
  "v2.1": v2,
  v2,
};

/** The limits of an API version such as `v8`; those of the newest for one that is not known. */
export const limitsOf = (version: string): Limits & Ways => byVersion[version] ?? v8;

/** The words for the window of rows were seen live. */
export const windowExceeded = (limit: number): Fault =>
  new Fault("LIMIT_EXCEEDED", "max records limit exceeded", { limit });

/** Zoho tells which other limit it is about in words of its own that are not known; the code is Zoho's. */
export const limitExceeded = (clause: string, limit: number): Fault =>
  new Fault("LIMIT_EXCEEDED", `${clause} limit exceeded`, { clause, limit });
