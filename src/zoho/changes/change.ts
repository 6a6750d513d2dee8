import type { JsonObject } from "../core/json";

/** One change of one record, as triggers emit it. */
export interface Change {
  /** Zoho Books does not tell what was deleted. */
  readonly change: "created" | "updated" | "deleted";
  readonly id: string;
  /** The module, or the record type of Books. */
  readonly module: string;
  /**
   * When it happened, as Zoho writes it: ISO 8601 with an offset, in whole seconds; Books leaves out the
   * colon of the offset.
   */
  readonly modifiedTime: string;
  /** The record as it was read; of a deleted one, what the recycle bin still says of it. */
  readonly record: JsonObject;
}

/** A page of a feed. */
export interface ChangePage<State> {
  readonly changes: Change[];
  /**
   * Where the feed goes on: plain JSON. It may be saved after any page; saved before a page, the page is read
   * again.
   */
  readonly state: State;
  /** Whether another page is there to be read now. */
  readonly more: boolean;
}
