import type { Condition } from "../search/conditions";

/** Which changes of a module are asked for. */
export interface CrmChangeQuery {
  readonly recordType: string;
  readonly created: boolean;
  readonly updated: boolean;
  readonly deleted: boolean;
  /** API names, with dots for the fields of lookups; every field that a query can select when empty. */
  readonly fields: readonly string[];
  /** Fields to read besides all, such as those of lookups. */
  readonly moreFields?: readonly string[];
  /** What new and updated records have to meet. */
  readonly conditions?: readonly Condition[];
  readonly match?: "all" | "any";
  /** The most new and updated records of one page. */
  readonly most?: number;
}
