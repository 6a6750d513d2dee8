import type { JsonObject } from "../core/json";
import { secondsOf, timeOf } from "../core/time";
import { inputError } from "../http/errors";
import type { Product } from "../http/operation";

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

/**
 * A time in ISO 8601 in seconds since the epoch; one without an offset is UTC's, whatever zone this machine
 * is in.
 * @throws ZohoError `INVALID_INPUT` when it is no time.
 */
export function instantOf(product: Product, text: string): number {
  const seconds = secondsOf(timeOf(text));
  if (!Number.isNaN(seconds)) return seconds;
  throw inputError(product, `${JSON.stringify(text)} is no time in ISO 8601, such as 2026-03-01T09:00:00Z`);
}

/**
 * Refuses to begin in the future, where nothing would be emitted until then.
 * @throws ZohoError `INVALID_INPUT` naming the current time.
 */
export function refuseFuture(product: Product, since: number, date: number): void {
  if (since <= date) return;
  const [wanted, now] = [since, date].map((seconds) => new Date(seconds * 1000).toISOString());
  throw inputError(
    product,
    `The changes since ${wanted} were asked for, which is in the future: at Zoho it is ${now}. Use an earlier time, or none to begin now`,
  );
}
