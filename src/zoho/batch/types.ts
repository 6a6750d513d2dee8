import type { CausedOutcome, Outcome } from "./outcomes";
import type { Entry, QueueRules } from "./queue";

/**
 * Whether a record may be sent a second time after a first that may have been carried out: `always`; only
 * where Zoho `answered` and so has ended its work; or `never`, as with an insert.
 */
export type Repeatable = "always" | "answered" | "never";

/** What an answer says of one record. */
export interface Result {
  readonly outcome: CausedOutcome;
  /** `final`, done or refused; `throttled`, turned away unread; `unknown`, it may have been carried out. */
  readonly verdict: "final" | "throttled" | "unknown";
}

export interface Reply {
  readonly results: readonly Result[];
  /** An earlier try of the same request may have been carried out too. */
  readonly resent?: boolean;
}

/** A record of which nobody can tell from the answers whether it was written. */
export interface Doubt<T> extends Entry<T> {
  /** Milliseconds by this machine's clock, before the first try that may have been carried out. */
  readonly sentAt: number;
  /** What a later try was refused for. */
  readonly refusal?: Outcome;
}

/** What looking shows: the outcome, or `absent` where the record was not written and may be sent again. */
export type Finding = Outcome | "absent";

/** How one kind of write is sent. */
export interface Batch<T> extends QueueRules<T> {
  /** Requests in flight at once. */
  readonly concurrency: number;
  /**
   * Sends records in one request.
   * @param how `mayRepeat`: every one of them may be sent any number of times. `timeoutMs`: for one try.
   * @throws ZohoError for a failure of the whole request.
   */
  readonly send: (
    entries: readonly Entry<T>[],
    how: { readonly mayRepeat: boolean; readonly timeoutMs: number },
  ) => Promise<Reply>;
  readonly repeatable: (record: T) => Repeatable;
  /** How large the records are in a request; left out where that cannot matter. */
  readonly bytesOf?: (records: readonly T[]) => number;
  /**
   * What a final outcome means after an earlier try that may have been carried out; undefined where that
   * leaves it open. As it is when left out.
   */
  readonly afterDoubt?: (outcome: Outcome, record: T) => Outcome | undefined;
  /** Looks for records in Zoho. What it does not mention stays unknown. */
  readonly lookUp?: (doubts: readonly Doubt<T>[]) => Promise<ReadonlyMap<number, Finding>>;
}
