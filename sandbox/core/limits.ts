/** The products that an organization can have. */
export type Product = "crm" | "books";

/**
 * What an organisation's edition allows it. Read at each use, so that a change holds from the next call on.
 */
export interface Limits {
  /** CRM calls that may be in flight at once: 5 (Free) to 25 (Ultimate) at Zoho. */
  concurrency: number;
  /** CRM credits in any 24 hours. */
  creditsPerDay: number;
  /** Records that a list shows by page tokens. */
  pagedRecords: number;
  /** How long a written record stays unknown to the search index. */
  searchLagSeconds: number;
  /** How long a written record stays unseen by lists and queries. */
  visibilityLagSeconds: number;
  /** The most rows that one job of a bulk read gives: 200,000 at Zoho. */
  bulkReadRows: number;
  /** The products that the organization has; a scope of another refuses a whole consent. */
  products: readonly Product[];
  /** Whether the user's profile may use the API of CRM at all. */
  apiAccess: boolean;
  /** What an organisation of Books is allowed. */
  books: BooksLimits;
}

/** What a plan of Books allows each organisation. */
export interface BooksLimits {
  /** Calls in any 60 seconds. */
  perMinute: number;
  /** Calls in a day: 1,000 (Free) to 10,000 (Premium and above) at Zoho. */
  perDay: number;
  /** Calls that may be in flight at once: 5 (Free) or 10. */
  concurrency: number;
}

/** An Enterprise organisation with the most credits that can be bought. */
export const enterpriseLimits: Limits = {
  concurrency: 20,
  creditsPerDay: 5_000_000,
  pagedRecords: 100_000,
  searchLagSeconds: 0,
  visibilityLagSeconds: 0,
  bulkReadRows: 200_000,
  products: ["crm", "books"],
  apiAccess: true,
  books: { perMinute: 100, perDay: 10_000, concurrency: 10 },
};
