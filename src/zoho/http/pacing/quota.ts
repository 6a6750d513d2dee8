/** What Zoho Books says is left of an organization's requests of the day. */
export interface Quota {
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

export const isLow = ({ limit, remaining }: Quota): boolean => remaining <= limit * LOW;
