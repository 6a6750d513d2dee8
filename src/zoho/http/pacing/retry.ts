/** What Zoho Books says is left of an organization's requests of the day. */
interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the day's count begins again. */
  readonly resetMs: number;
}

/** The share of the day's requests below which a log line warns. */
const LOW = 0.05;

const counted = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

/**
 * The quota that an answer tells; undefined where it tells none, as CRM's.
 * @see https://www.zoho.com/books/api/v3/introduction/#api-call-limit
 */
export function quotaOf(headers: Readonly<Record<string, string>>): Quota | undefined {
  const [limit, remaining, seconds] = ["limit", "remaining", "reset"].map((name) =>
    counted(headers[`x-rate-limit-${name}`]),
  );
  if (limit === undefined || remaining === undefined || seconds === undefined) return undefined;
  return { limit, remaining, resetMs: seconds * 1000 };
}

/**
 * The credits of the day that CRM says are left; undefined where it does not say, as while less than half of
 * them are used.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
 */
export const creditsLeftOf = (headers: Readonly<Record<string, string>>): number | undefined =>
  counted(headers["x-api-credits-remaining"]);

/** Whether so few requests of the day are left that it is worth a warning. */
export const isLow = ({ limit, remaining }: Quota): boolean => remaining <= limit * LOW;

/**
 * What is certain of a request that failed: `unsent`, it never arrived; `throttled`, Zoho turned it away
 * unread; `refused`, Zoho read it and said no; `unknown`, it may have been carried out.
 */
export type Certainty = "unsent" | "throttled" | "unknown" | "refused";

export interface RetrySettings {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** The first wait; each later one is `factor` times as long, up to `capMs`. */
  readonly baseMs: number;
  readonly factor: number;
  readonly capMs: number;
  /** The longest `Retry-After` that is waited for. */
  readonly longestRetryAfterMs: number;
}

export const defaultRetry: RetrySettings = {
  attempts: 5,
  baseMs: 400,
  factor: 2,
  capMs: 20_000,
  longestRetryAfterMs: 65_000,
};

export interface Attempt {
  /** 1 for the first try. */
  readonly number: number;
  readonly certainty: Certainty;
  readonly repeatable: boolean;
  readonly retryAfterMs?: number;
  /** Milliseconds left until the whole call must be over. */
  readonly remainingMs: number;
}

/**
 * Retry by what is certain: any call that was not carried out, and of those that may have been only one that
 * does no harm twice.
 * @returns milliseconds to wait before the next try; undefined when there is none.
 */
export function waitBeforeRetry(
  { number, certainty, repeatable, retryAfterMs, remainingMs }: Attempt,
  random: () => number,
  settings: RetrySettings = defaultRetry,
): number | undefined {
  if (certainty === "refused" || number >= settings.attempts) return undefined;
  if (certainty === "unknown" && !repeatable) return undefined;
  const askedMs = retryAfterMs ?? 0;
  if (askedMs > settings.longestRetryAfterMs) return undefined;
  const backoff = Math.min(settings.capMs, settings.baseMs * settings.factor ** (number - 1));
  // Zoho may ask for no wait at all, or for one that is over by its clock: a little is waited still.
  const waitMs = Math.max(askedMs, backoff * (0.5 + random() / 2));
  return waitMs < remainingMs ? waitMs : undefined;
}

/**
 * The `Retry-After` header: seconds, or a date.
 * @returns milliseconds from now, never negative; undefined for anything else, and then the ordinary waits
 * apply.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  if (!/^[A-Za-z]{3}/.test(header.trim())) return undefined;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
