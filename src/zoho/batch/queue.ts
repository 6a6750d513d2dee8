import type { ZohoError } from "../http/errors";
import type { CausedOutcome, Outcome } from "./outcomes";

/** A record on its way, with its place in the input. */
export interface Entry<T> {
  readonly index: number;
  readonly record: T;
}

interface QueueRules<T> {
  /** The most records of one request. */
  readonly chunkSize: number;
  /** What a record is known by; two records with a key in common are never under way at the same time. */
  readonly keys?: (record: T) => readonly string[];
  /** Whether a record is sent in a request of its own. */
  readonly isAlone?: (record: T) => boolean;
}

interface Waiting<T> {
  readonly entry: Entry<T>;
  readonly keys: readonly string[];
}

/** So many records may wait for earlier ones before no further ones are drawn. */
const MOST_WAITING = 1000;

/**
 * Records in the order of the input, drawn as they are asked for, in chunks that may be sent at the same
 * time: a record that has a key in common with an earlier one waits until what became of the earlier one is
 * known.
 */
export class Queue<T> {
  private readonly source: Iterator<Entry<T> | Outcome>;
  private readonly busy = new Set<string>();
  private waiting: Waiting<T>[] = [];

  /** @param decided takes the outcomes of records that are not sent at all. */
  constructor(
    source: Iterable<Entry<T> | Outcome>,
    private readonly rules: QueueRules<T>,
    private readonly decided: (outcome: Outcome) => void,
  ) {
    this.source = source[Symbol.iterator]();
  }

  /** The next chunk that may be sent now; empty when there is none, for good if nothing is under way. */
  next(): Entry<T>[] {
    const { chunkSize, isAlone } = this.rules;
    const chunk: Entry<T>[] = [];
    const blocked = new Set<string>();
    const still: Waiting<T>[] = [];
    let isClosed = false;
    const offer = ({ entry, keys }: Waiting<T>): void => {
      const alone = isAlone?.(entry.record) ?? false;
      const fits = !isClosed && chunk.length < chunkSize && !(alone && chunk.length > 0);
      if (!fits || keys.some((key) => this.busy.has(key) || blocked.has(key))) {
        still.push({ entry, keys });
        for (const key of keys) blocked.add(key);
        return;
      }
      chunk.push(entry);
      for (const key of keys) this.busy.add(key);
      isClosed = alone;
    };
    for (const waiting of this.waiting) offer(waiting);
    while (!isClosed && chunk.length < chunkSize && still.length < MOST_WAITING) {
      const { value, done } = this.source.next();
      if (done) break;
      if ("status" in value) this.decided(value);
      else offer({ entry: value, keys: this.keysOf(value) });
    }
    this.waiting = still;
    return chunk;
  }

  /** What became of these records is known: those that wait for them may go. */
  release(entries: readonly Entry<T>[]): void {
    for (const key of entries.flatMap((entry) => this.keysOf(entry))) this.busy.delete(key);
  }

  private keysOf({ record }: Entry<T>): readonly string[] {
    return this.rules.keys?.(record) ?? [];
  }
}

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
  /** By the place of the record; undefined for one that the answer does not mention. */
  readonly results: readonly (Result | undefined)[];
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
  /**
   * The place of the one record for which a whole request was refused, so that nothing was done to the
   * others; undefined where the refusal names none.
   */
  readonly culprit?: (failure: ZohoError, records: readonly T[]) => number | undefined;
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
