import { isObject, textAt } from "../core/json";
import { ZohoError } from "../http/errors";
import { MAX_BYTES } from "../http/exchange";
import type { ProductClient } from "../http/productClient";
import { type Attempted, type CausedOutcome, failureOutcome, type Outcome, unknownOutcome } from "./outcomes";
import { type Batch, type Doubt, type Entry, type Finding, Queue, type Reply, type Result } from "./queue";

/** Kept of an execution's time for handing on what was done. */
const RESERVE_MS = 15_000;
const PROGRESS_EVERY = 5000;

/**
 * Writes records in chunks, several at a time, and says of each what became of it. Records with a key in
 * common are written in their order. What failed for a passing reason is sent again where that can write
 * nothing twice; where it could, it is looked up or reported as `OUTCOME_UNKNOWN`. It stops where every
 * further record would fail too, where the credits are to be left to others, and before the execution ends.
 * @param source what is to be sent, already with the outcomes of records that are not sent at all.
 * @throws ZohoError of kind `connection` or `credits` when nothing at all was written.
 */
export async function runBatch<T>(
  client: ProductClient,
  batch: Batch<T>,
  source: Iterable<Entry<T> | Outcome>,
  total: number,
): Promise<Attempted> {
  const attempts = new Attempts(client, batch, total);
  const queue = new Queue(source, batch, (outcome) => attempts.decide(outcome));
  const underway = new Set<Promise<void>>();
  let done = 0;
  const send = async (chunk: readonly Entry<T>[]): Promise<void> => {
    await attempts.write(chunk);
    queue.release(chunk);
    done += chunk.length;
    if (done % PROGRESS_EVERY < chunk.length) client.log.info(`${done} of ${total} records sent.`);
  };
  const mayStart = (): boolean => {
    attempts.stopped ??= client.shortage();
    const isInTime = client.now() <= client.deadlineAt - RESERVE_MS;
    return underway.size < batch.concurrency && attempts.stopped === undefined && isInTime;
  };
  for (;;) {
    while (mayStart()) {
      const chunk = queue.next();
      if (chunk.length === 0) break;
      const sent: Promise<void> = send(chunk).finally(() => underway.delete(sent));
      underway.add(sent);
    }
    if (underway.size === 0) return attempts.end();
    await Promise.race(underway);
  }
}

/** How often a record is sent again by itself, after the tries of its request. */
const RETRIES = 2;
/** So many records are taken out one by one for which whole requests are refused: each costs a request. */
const MOST_CULPRITS = 50;
/** Requests of more records than this get four times the time of an ordinary one. */
const FEW = 10;
/** Two requests of half the size do what a larger one would. */
const LARGE_BYTES = 25 * 1024 * 1024;
const tooLarge = new Set(["BODY_SIZE_REACHED", "REQUEST_ENTITY_TOO_LARGE", "HTTP_413"]);

/** A record in doubt with the outcome that it has if nothing more is found out. */
type Open<T> = Doubt<T> & { readonly unknown: CausedOutcome };

/** Sends the chunks of one batch, each as often as it takes, and keeps what became of every record. */
class Attempts<T> {
  /** A failure that every further record would meet too. */
  stopped: ZohoError | undefined;
  private readonly outcomes: (CausedOutcome | undefined)[];
  private readonly doubts = new Map<number, Open<T>>();
  private culprits = 0;
  /** The ids of records that were found or created: each is the outcome of one. */
  private readonly created = new Set<Outcome["id"]>();

  constructor(
    private readonly client: ProductClient,
    private readonly batch: Batch<T>,
    total: number,
  ) {
    this.outcomes = new Array(total).fill(undefined);
  }

  decide(outcome: CausedOutcome): void {
    this.outcomes[outcome.index] = outcome;
    this.doubts.delete(outcome.index);
    if (outcome.action === "insert") this.created.add(outcome.id);
  }

  /** What became of all; a record in doubt stays unknown, even where the work stopped before another try. */
  end(): Attempted {
    for (const { unknown } of this.doubts.values()) this.outcomes[unknown.index] = unknown;
    const { outcomes, stopped } = this;
    const isTouched = outcomes.some(
      (outcome) => outcome?.status === "success" || outcome?.code === "OUTCOME_UNKNOWN",
    );
    if (stopped && !isTouched && stopped.code !== "OUT_OF_TIME") throw stopped;
    const reason = stopped?.message ?? "The time of this execution was over before this record was sent";
    return { outcomes, reason };
  }

  async write(entries: readonly Entry<T>[], tries = 0): Promise<void> {
    if (this.stopped) return;
    const bytes = this.batch.bytesOf?.(entries.map(({ record }) => record)) ?? 0;
    if (bytes > LARGE_BYTES && entries.length > 1) return this.writeHalves(entries, tries);
    if (bytes > MAX_BYTES) {
      for (const { index } of entries) this.decide(tooLargeToSend(index));
      return;
    }
    const mayRepeat = entries.every(({ record }) => this.batch.repeatable(record) === "always");
    const timeoutMs = this.client.transport.timeoutMs * (entries.length > FEW ? 4 : 1);
    const sentAt = this.client.now();
    let reply: Reply;
    try {
      reply = await this.batch.send(entries, { mayRepeat, timeoutMs });
    } catch (error) {
      const failure = error instanceof ZohoError ? error : this.unforeseen(error);
      if (tooLarge.has(failure.code) && entries.length > 1) return this.writeHalves(entries, tries);
      if (mayShrink(failure, entries.length)) return this.writeHalves(entries, tries);
      const culprit = entries.length > 1 ? this.culprit(failure, entries) : undefined;
      if (culprit) {
        await this.failed([culprit], failure, { sentAt, tries, mayRepeat });
        return this.write(
          entries.filter((entry) => entry !== culprit),
          tries,
        );
      }
      if (endsAll(failure)) this.stopped ??= failure;
      else await this.failed(entries, failure, { sentAt, tries, mayRepeat });
      return;
    }
    await this.answered(entries, reply, sentAt, tries);
  }

  private culprit(failure: ZohoError, entries: readonly Entry<T>[]): Entry<T> | undefined {
    const records = entries.map(({ record }) => record);
    const place = isRefusal(failure) ? this.batch.culprit?.(failure, records) : undefined;
    if (place === undefined || this.culprits >= MOST_CULPRITS) return undefined;
    this.culprits += 1;
    return entries[place];
  }

  private async writeHalves(entries: readonly Entry<T>[], tries: number): Promise<void> {
    const middle = Math.ceil(entries.length / 2);
    await this.write(entries.slice(0, middle), tries);
    await this.write(entries.slice(middle), tries);
  }

  /** The request failed as a whole. */
  private async failed(
    entries: readonly Entry<T>[],
    failure: ZohoError,
    { sentAt, tries, mayRepeat }: { sentAt: number; tries: number; mayRepeat: boolean },
  ): Promise<void> {
    const isUnknown = failure.kind === "unknown";
    const again: Entry<T>[] = [];
    const open: Open<T>[] = [];
    for (const entry of entries) {
      const outcome = failureOutcome(entry.index, failure);
      if (isUnknown) {
        const isFirst = !mayRepeat && tries < RETRIES;
        const isAgain = isFirst && this.mayRepeat(entry, isTimeOut(failure));
        (isAgain ? again : open).push(this.doubt(entry, sentAt, outcome));
      } else if (nothingSaid(failure)) {
        if (!this.doubts.has(entry.index)) this.decide(outcome);
      } else open.push(...this.conclude(entry, outcome, failure.resent, sentAt));
    }
    await this.goOn(again, open, tries);
  }

  private async answered(
    entries: readonly Entry<T>[],
    { results, resent }: Reply,
    sentAt: number,
    tries: number,
  ): Promise<void> {
    const again: Entry<T>[] = [];
    const open: Open<T>[] = [];
    for (const [position, entry] of entries.entries()) {
      const { outcome, verdict } = results[position] ?? missing(entry.index);
      const isLast = tries >= RETRIES;
      if (verdict === "throttled" && !isLast) again.push(entry);
      else if (verdict === "throttled") {
        if (!this.doubts.has(entry.index)) this.decide(outcome);
      } else if (verdict === "unknown") {
        const isAgain = !isLast && this.mayRepeat(entry, false);
        (isAgain ? again : open).push(this.doubt(entry, sentAt, outcome));
      } else open.push(...this.conclude(entry, outcome, resent, sentAt));
    }
    await this.goOn(again, open, tries);
  }

  private mayRepeat({ record }: Entry<T>, timedOut: boolean): boolean {
    const repeatable = this.batch.repeatable(record);
    return repeatable === "always" || (repeatable === "answered" && !timedOut);
  }

  /** A record in doubt, as it was first. */
  private doubt(entry: Entry<T>, sentAt: number, unknown: CausedOutcome): Open<T> {
    const doubt = this.doubts.get(entry.index) ?? { ...entry, sentAt, unknown };
    this.doubts.set(entry.index, doubt);
    return doubt;
  }

  /** Takes a final outcome, unless an earlier try leaves open what it means: then the record is in doubt. */
  private conclude(
    entry: Entry<T>,
    outcome: CausedOutcome,
    resent: boolean | undefined,
    sentAt: number,
  ): Open<T>[] {
    const { afterDoubt } = this.batch;
    const isDoubted = resent || this.doubts.has(entry.index);
    const final = isDoubted && afterDoubt ? afterDoubt(outcome, entry.record) : outcome;
    if (final) {
      this.decide(final);
      return [];
    }
    const message = `${outcome.message}; an earlier try had no answer, and may have been carried out`;
    const unknown = unknownOutcome(entry.index, message, { cause: outcome.code });
    const doubt = { ...this.doubt(entry, sentAt, unknown), refusal: outcome };
    this.doubts.set(entry.index, doubt);
    return [doubt];
  }

  /** Sends again what may be, and looks for what may not. */
  private async goOn(again: readonly Entry<T>[], open: readonly Open<T>[], tries: number): Promise<void> {
    const absent = await this.lookFor(open);
    const rest = tries < RETRIES ? [...again, ...absent] : again;
    if (rest.length === 0) return;
    await this.client.sleep(1000 * 2 ** tries);
    await this.write(rest, tries + 1);
  }

  /** Looks for records in doubt, and returns those that may be sent again. */
  private async lookFor(doubts: readonly Open<T>[]): Promise<Entry<T>[]> {
    if (doubts.length === 0 || !this.batch.lookUp) return [];
    let found: ReadonlyMap<number, Finding>;
    try {
      found = await this.batch.lookUp(doubts);
    } catch (error) {
      if (!(error instanceof ZohoError)) throw error;
      this.client.log.warn(
        `What became of ${doubts.length} records could not be looked up: ${error.message}`,
      );
      return [];
    }
    for (const finding of found.values()) {
      if (finding === "absent") continue;
      // A record that was there before, or that another one of the batch made, is not this one.
      const isOther = finding.status === "success" && this.created.has(finding.id);
      if (!isOther) this.decide(finding);
    }
    return doubts.filter(({ index }) => found.get(index) === "absent");
  }

  /** A failure of this program is no reason to lose what became of the other records. */
  private unforeseen(error: unknown): ZohoError {
    return this.client.error({ kind: "unknown", code: "OUTCOME_UNKNOWN", message: String(error) });
  }
}

/** A failure of which nothing was done, and which every further record would meet. */
const endsAll = ({ kind, code }: ZohoError): boolean =>
  kind === "connection" || kind === "credits" || code === "OUT_OF_TIME";

/** A failure that says nothing of the record: Zoho was not reached, or turned the request away unread. */
const nothingSaid = ({ kind }: ZohoError): boolean => kind === "unavailable" || kind === "throttled";

/** A failure for what was sent, of which nothing was done. */
const isRefusal = ({ kind }: ZohoError): boolean =>
  kind === "input" || kind === "permission" || kind === "notFound" || kind === "conflict";

/** Whether Zoho takes fewer records at once than were sent. Other limits are not mended by sending fewer. */
function mayShrink({ code, details }: ZohoError, count: number): boolean {
  const most = code === "LIMIT_EXCEEDED" && isObject(details) ? details.maximum_length : undefined;
  return typeof most === "number" && most > 0 && most < count;
}

const isTimeOut = ({ details }: ZohoError): boolean => textAt(details, "cause") === "TIMED_OUT";

const missing = (index: number): Result => ({
  outcome: unknownOutcome(index, "Zoho's answer does not mention this record"),
  verdict: "unknown",
});

const tooLargeToSend = (index: number): Outcome => ({
  index,
  status: "error",
  code: "NOT_ATTEMPTED",
  message: `the record is larger than ${Math.floor(MAX_BYTES / 1024 / 1024)} MB`,
});
