/**
 * A record as the store holds it: field API names to values in the shape the records API gives them. Lookups
 * are `{ id, name }`, multi-select picklists lists of strings, times ISO 8601 with an offset, long integers
 * strings. An empty field is null or absent.
 */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a query needs to know of a field. */
export interface CoqlField {
  apiName: string;
  /** Zoho's `data_type`, such as `text`, `picklist`, `lookup` or `multi_module_lookup`. */
  dataType: string;
  /** The module a `lookup`, `ownerlookup` or `userlookup` points to; dotted columns go on there. */
  lookupModule?: string;
  /** The modules a `multi_module_lookup` may point to, for `'What_Id->Leads.Last_Name'`. */
  lookupModules?: readonly string[];
  /** True for a field that no query selects, whatever its type. */
  unselectable?: boolean;
  /** The `data_type` of a formula's result. */
  returnType?: string;
  /** The whole field as `GET /settings/fields` gives it, answered for `include_meta`. */
  metadata: object;
}

/** The record id, which every module has besides its fields. */
export const idField: CoqlField = {
  apiName: "id",
  dataType: "bigint",
  metadata: { api_name: "id", data_type: "bigint", json_type: "string" },
};

/** A module as queries see it. Rows are those a user can see: neither deleted nor hidden. */
export interface CoqlModule {
  apiName: string;
  /** False for modules of which Zoho says "the given module is not supported in api". */
  queryable: boolean;
  fields: ReadonlyMap<string, CoqlField>;
  /**
   * A boolean field whose rows are left out by every query that has no condition on it, as converted leads
   * are.
   */
  leftOutBy?: string;
  byId(id: string): Row | undefined;
  /** Every row, by ascending id. Ids order as numbers: see `compareIds`. */
  rows(): Iterable<Row>;
  /** The rows whose id is greater than `id`, by ascending id. Without it, `rows` is filtered. */
  rowsAfterId?(id: string): Iterable<Row>;
  /**
   * The rows modified at `fromMs` (milliseconds since the epoch) or later, all of them without it, by
   * ascending (Modified_Time, id).
   */
  rowsByModifiedTime?(fromMs?: number): Iterable<Row>;
  /**
   * Whether a row is in a custom view, for `from Leads#554023000000091501`; undefined for a view the module
   * does not have.
   */
  customView?(id: string): ((row: Row) => boolean) | undefined;
}

/** What the store of the CRM offers to queries. Module names are exact, as in URLs. */
export interface CoqlCatalog {
  module(apiName: string): CoqlModule | undefined;
}

/** Orders record ids, which are decimal strings without leading zeros, as the numbers they are. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
