import type { Failure } from "./errors";
import type { Product } from "./operation";

/** What long reads and batches leave to others. */
export interface Floors {
  /** Credits of CRM of the day. */
  readonly minimumCredits?: number;
  /** Requests of Books of the day. */
  readonly minimumRequests?: number;
}

/**
 * What a piece of work cost: every request sent, retries included, and the credits Zoho takes for them by its
 * price list.
 */
export class Ledger {
  requests = 0;
  credits = 0;
  /** Credits of the day that Zoho CRM last said are left; undefined where it has not said so. */
  creditsLeft: number | undefined;
  /** Requests of the day that Zoho Books last said are left; undefined before its first answer. */
  requestsLeft: number | undefined;
  private warned = false;

  sent(): void {
    this.requests += 1;
  }

  /** True once: for a warning that every call of the execution would repeat. */
  warns(): boolean {
    const isFirst = !this.warned;
    this.warned = true;
    return isFirst;
  }

  charged(credits: number): void {
    this.credits += credits;
  }

  /** Why no further part of long work is to be sent; undefined while there are enough, or nobody knows. */
  shortage(
    product: Product,
    { minimumCredits = 0, minimumRequests = 0 }: Floors,
  ): Omit<Failure, "product"> | undefined {
    const isBooks = product === "books";
    const [left, least] = isBooks ? [this.requestsLeft, minimumRequests] : [this.creditsLeft, minimumCredits];
    if (left === undefined || left >= least) return undefined;
    const [unit, name] = isBooks ? ["requests", "Minimum Requests"] : ["credits", "Minimum Credits"];
    const renewal = isBooks
      ? "Zoho counts them anew each day."
      : "Zoho gives each credit back 24 hours after it was used.";
    return {
      kind: "credits",
      code: isBooks ? "MINIMUM_REQUESTS" : "MINIMUM_CREDITS",
      message: `${left} ${unit} of the day are left, and the connection leaves ${least} to others`,
      hint: `${renewal} A smaller ${name} in the connection lets this one go on.`,
    };
  }
}
