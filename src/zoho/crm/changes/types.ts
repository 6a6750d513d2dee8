import type { JsonObject } from "../../core/json";
import type { Condition } from "../search/conditions";

/** One change of one record, as triggers emit it. */
export interface Change {
  readonly change: "created" | "updated" | "deleted";
  readonly id: string;
  readonly module: string;
  /** When it happened, as Zoho writes it: ISO 8601 with an offset, in whole seconds. */
  readonly modifiedTime: string;
  /** The record as it was read; of a deleted one, what the recycle bin still says of it. */
  readonly record: JsonObject;
}

/** Which changes of a module are asked for. */
export interface ChangeQuery {
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
