import type { Cache } from "../core/cache";
import { type Clock, systemClock } from "../core/clock";
import { isObject } from "../core/json";
import { durationText } from "../core/time";
import { trustedBase } from "../dataCenters";
import { type Failure, ZohoError } from "./errors";
import { type ExchangeOutcome, exchange } from "./exchange";
import { type Answer, judge } from "./judge";
import type { Floors, Ledger } from "./ledger";
import { creditsOf, isSubConcurrent, type Operation, type Product, scopeOf } from "./operation";
import { isVerdictOnData, late, mayBeDone, unknownOutcome, withWait } from "./outcome";
import { type RateLimiter, within } from "./pacing/rateLimiter";
import {
  creditsLeftOf,
  defaultRetry,
  isLow,
  quotaOf,
  type RetrySettings,
  waitBeforeRetry,
} from "./pacing/retry";
import { redactor, shownBody } from "./redact";
import { buildRequest, type Call, type HttpRequest } from "./request";

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

export interface TransportSettings extends Floors {
  readonly product: Product;
  /** Trusted bases; see `trustedBase` in dataCenters.ts. */
  readonly base: string;
  readonly uploadBase?: string;
  /** Fills `{version}` of the paths, such as `v8`. */
  readonly version: string;
  readonly token: string;
  /** Values that no message may show; the token is always among them. */
  readonly secrets: readonly string[];
  readonly limiter: RateLimiter;
  readonly ledger: Ledger;
  readonly cache: Cache;
  readonly log: Log;
  /** Whether the log shows what is sent and answered. */
  readonly showsBodies?: boolean;
  readonly clock?: Clock;
  readonly retry?: RetrySettings;
  /** Milliseconds since the epoch after which no further try is begun: the end of the execution. */
  readonly deadlineAt?: number;
  /** Milliseconds for one try, 30 s when left out. */
  readonly timeoutMs?: number;
}

/** Milliseconds that one call may take with all its tries, where the execution does not end before. */
const CALL_MS = 180_000;

/**
 * The one way to Zoho. Every call goes through its organisation's limiter, is tried again when that can do no
 * harm, is counted, and comes back as a whole answer or a `ZohoError` that holds no secret.
 */
export class Transport {
  readonly product: Product;
  readonly ledger: Ledger;
  readonly log: Log;
  /** What was read from this organisation before, shared by all clients of one connection. */
  readonly cache: Cache;
  readonly deadlineAt: number;
  /** Milliseconds for one try of an ordinary call. */
  readonly timeoutMs: number;
  private readonly clock: Clock;
  /** Milliseconds that Zoho's clock was ahead of this machine's by its last answer. */
  private aheadMs: number | undefined;
  private readonly redact;

  constructor(private readonly settings: TransportSettings) {
    this.product = settings.product;
    this.ledger = settings.ledger;
    this.cache = settings.cache;
    this.clock = settings.clock ?? systemClock;
    this.deadlineAt = settings.deadlineAt ?? Number.POSITIVE_INFINITY;
    this.timeoutMs = settings.timeoutMs ?? 30_000;
    const redact = redactor([settings.token, ...settings.secrets]);
    this.redact = redact;
    this.log = {
      debug: (message) => settings.log.debug(redact.text(message)),
      info: (message) => settings.log.info(redact.text(message)),
      warn: (message) => settings.log.warn(redact.text(message)),
    };
  }

  /** The API version in use, as a number: 8 for `v8`, 2.1 for `v2.1`. */
  get version(): number {
    return Number(this.settings.version.slice(1));
  }

  now(): number {
    return this.clock.now();
  }

  sleep(ms: number): Promise<void> {
    return this.clock.sleep(ms);
  }

  /**
   * What Zoho's clock showed at a time of this machine's, at the least; undefined before the first answer.
   */
  zohoTime(localMs: number): number | undefined {
    return this.aheadMs === undefined ? undefined : localMs + this.aheadMs;
  }

  /**
   * Makes one call.
   * @throws ZohoError for every failure; of kind `unknown` where a write may have been carried out.
   */
  async send(operation: Operation, call: Call = {}): Promise<Answer> {
    const { settings, clock } = this;
    const request = this.build(this.baseFor(operation, call), operation, call);
    const sorted = call.query?.sort_by !== undefined || call.query?.cvid !== undefined;
    const queues = settings.limiter.queuesFor(this.product, isSubConcurrent(operation, call.units, sorted));
    const repeatable = operation.safety !== "unsafe";
    const endsAt = Math.min(this.deadlineAt, clock.now() + CALL_MS);

    let resent = false;
    let spurious = false;
    for (let number = 1; ; number += 1) {
      if (Math.max(clock.now(), ...queues.map((queue) => queue.opensAt())) >= endsAt)
        throw this.error(late(resent, operation));
      let crowded = false;
      let startedAt = 0;
      const outcome = await within(queues, () => {
        // Only now is the wait in the queues over, and what is left of the time known.
        const leftMs = endsAt - clock.now();
        if (leftMs <= 0) throw this.error(late(resent, operation));
        const timeoutMs = Math.min(call.timeoutMs ?? this.timeoutMs, leftMs);
        this.ledger.sent();
        crowded = queues.some((queue) => queue.inFlight > 1);
        startedAt = clock.now();
        const manner = { once: !repeatable, saveTo: call.saveTo };
        return exchange(request, `Zoho-oauthtoken ${settings.token}`, timeoutMs, manner);
      });
      const verdict = judge({ ...this.question(operation, call), now: clock.now() }, outcome);
      this.account(operation, call, request, outcome, clock.now() - startedAt);
      if (outcome.kind === "answered") this.readClock(outcome.headers.date);
      if (verdict.ok) {
        for (const queue of queues) queue.succeeded();
        return { ...verdict.answer, body: this.told(verdict.answer.body), resent };
      }
      const { certainty, failure } = verdict;
      if (crowded && !spurious && failure.code === operation.spurious) {
        spurious = true;
        this.log.info(
          `${request.method} ${operation.path}: ${failure.code}, as Zoho answers now and then when many calls run. Asked once more.`,
        );
        continue;
      }
      resent ||= certainty === "unknown";
      const remainingMs = endsAt - clock.now();
      const attempt = { number, certainty, repeatable, retryAfterMs: failure.retryAfterMs, remainingMs };
      const waitMs = waitBeforeRetry(
        attempt,
        () => clock.random(),
        call.retry ?? settings.retry ?? defaultRetry,
      );
      if (certainty === "throttled") queues[0]?.throttled(waitMs ?? 1000);
      if (waitMs === undefined) {
        const isUnknown = mayBeDone(resent, operation) && !isVerdictOnData(verdict);
        const told = withWait(failure);
        throw this.error(isUnknown ? unknownOutcome(told, repeatable) : { ...told, resent });
      }
      this.log.warn(
        `${request.method} ${operation.path}: ${failure.message}. Next try in ${Math.round(waitMs)} ms.`,
      );
      if (certainty !== "throttled") await clock.sleep(waitMs);
    }
  }

  /**
   * Why no further part of a long read or a batch is to be sent: fewer credits of CRM, or requests of Books,
   * are left than the connection is to leave to others. Undefined while there are enough, and while Zoho does
   * not say how many there are.
   */
  shortage(): ZohoError | undefined {
    const failure = this.ledger.shortage(this.product, this.settings);
    return failure && this.error(failure);
  }

  /** Why a read to the end is to end here, which is logged too; undefined where it may go on. */
  stoppedEarly(): string | undefined {
    const reason = this.shortage()?.reason;
    if (reason) this.log.warn(`${reason}. What was read up to there is returned.`);
    return reason;
  }

  /** A failure as an error of this product, its secrets removed. */
  error(failure: Omit<Failure, "product">): ZohoError {
    return new ZohoError({
      ...failure,
      product: this.product,
      message: this.redact.text(failure.message),
      details: this.redact.value(failure.details),
    });
  }

  /** Where a call goes. @throws ZohoError before a token is sent to a host that is not Zoho's. */
  private baseFor({ host }: Operation, { base: named }: Call): string {
    const { uploadBase, base } = this.settings;
    const chosen = named === undefined ? (host === "upload" ? uploadBase : base) : trustedBase(named);
    if (chosen) return chosen;
    throw named === undefined
      ? this.error({
          kind: "connection",
          code: "NO_UPLOAD_HOST",
          message: "Zoho names no upload host for this data center",
        })
      : this.error({
          kind: "answer",
          code: "UNTRUSTED_HOST",
          message: `Zoho's answer names the host ${URL.canParse(named) ? new URL(named).host : "?"}, which is not known to be Zoho's`,
        });
  }

  /** Values that make no request are an input's fault, and nothing was sent. */
  private build(base: string, operation: Operation, call: Call) {
    try {
      return buildRequest(base, operation, call, { version: this.settings.version });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The values make no request";
      throw this.error({ kind: "input", code: "INVALID_INPUT", message });
    }
  }

  private readClock(date: string | undefined): void {
    const at = Date.parse(date ?? "");
    if (!Number.isNaN(at)) this.aheadMs = at - this.clock.now();
  }

  private question(operation: Operation, call: Call) {
    const scope = scopeOf(operation, call.path?.module);
    return { product: this.product, operation, scope, as: call.as ?? "json" };
  }

  /**
   * An answer with the secrets removed from the failures in it, alone or in lists, for Zoho may echo a value
   * that it refuses.
   */
  private told(body: unknown): unknown {
    if (!isObject(body) || Buffer.isBuffer(body)) return body;
    const safe = (item: unknown) =>
      isObject(item) && item.status === "error" ? this.redact.value(item) : item;
    return Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? value.map(safe) : safe(value)]),
    );
  }

  private account(
    operation: Operation,
    call: Call,
    request: HttpRequest,
    outcome: ExchangeOutcome,
    ms: number,
  ): void {
    const status = outcome.kind === "answered" ? outcome.status : undefined;
    const isCharged = status !== undefined && status !== 429 && status !== 401;
    const credits = isCharged ? creditsOf(operation, call.units) : 0;
    this.ledger.charged(credits);
    const { pathname, search } = new URL(request.url);
    this.log.debug(
      `${request.method} ${pathname}${search}${sizeOf(request)}: ${status ?? "no answer"}, ${credits} credits, ${ms} ms.`,
    );
    if (this.settings.showsBodies) {
      const answer =
        outcome.kind === "answered" ? `${status}, ${shownBody(this.redact, outcome.body)}` : "no answer";
      this.log.info(
        `${request.method} ${pathname}${search} sends ${shownBody(this.redact, request.body)}: ${answer}`,
      );
    }
    const left = outcome.kind === "answered" ? creditsLeftOf(outcome.headers) : undefined;
    if (left !== undefined) this.ledger.creditsLeft = left;
    const quota = outcome.kind === "answered" ? quotaOf(outcome.headers) : undefined;
    if (quota && this.product === "books") this.ledger.requestsLeft = quota.remaining;
    if (quota && isLow(quota) && this.ledger.warns()) {
      const { remaining, limit, resetMs } = quota;
      this.log.warn(
        `${remaining} of the organization's ${limit} requests of the day are left for the next ${durationText(resetMs)}.`,
      );
    }
  }
}

const sizeOf = ({ body }: HttpRequest): string =>
  body === undefined ? "" : Buffer.isBuffer(body) ? `, ${body.length} bytes` : ", a form";
