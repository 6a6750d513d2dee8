import type { Clock } from "../../../core/clock";
import type { Random } from "../../../core/random";

/** Where a page begins, and what it was asked with. */
export interface PageStart {
  /** The parameters that the token is bound to, as text. */
  params: string;
  /** The last record of the page before, by its place in the order; undefined for the first page. */
  after: { id: string; modifiedTime: string } | undefined;
  /** How many rows stand before this page. */
  offset: number;
  page: number;
  previous: string | null;
}

interface Issued extends PageStart {
  expiresAt: number;
}

const lifeMs = 24 * 60 * 60 * 1000;

/** The page tokens of an organisation's only caller; each lives for 24 hours. */
export class PageTokens {
  private readonly issued = new Map<string, Issued>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** When a token given out now expires, in milliseconds since the epoch. */
  expiry(): number {
    return this.clock.now() + lifeMs;
  }

  issue(start: PageStart): string {
    const token = this.random.hex(64);
    this.issued.set(token, { ...start, expiresAt: this.expiry() });
    return token;
  }

  /** The page a token stands for, if it is asked with the same parameters and in time. */
  redeem(token: string, params: string): { page: PageStart } | { problem: "mismatch" | "expired" } {
    const known = this.issued.get(token);
    if (!known || known.params !== params) return { problem: "mismatch" };
    return known.expiresAt < this.clock.now() ? { problem: "expired" } : { page: known };
  }
}
