import { secondsOf, timeOf } from "../core/time";
import { inputError } from "../http/errors";
import type { Product } from "../http/operation";

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
