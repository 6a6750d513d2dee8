import type { Answer } from "./answer";
import type { Clock } from "./clock";
import type { Limits } from "./limits";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Zoho's own number for the costly calls of an edition, the same for all of them. */
const SUB_CONCURRENCY = 10;

/** Why a call was not let in. */
export type Throttle = "credits" | "concurrency" | "minute";

/**
 * Lets an organisation's calls in, up to its limits. A call that was let in must be let out with the same
 * `sub`.
 */
export interface Gate {
  enter(sub: boolean): Throttle | undefined;
  leave(sub: boolean): void;
  /** Takes the cost of a call that was carried out. */
  charge(credits: number): void;
  /** What a call that was not let in is answered, where that depends on the limit. */
  words?(throttle: Throttle): Answer | undefined;
  /** Headers that tell the client how it stands. */
  headers(): Record<string, string>;
}

/** CRM's limits: calls in flight, costly calls in flight, and credits in a rolling 24 hours. */
export class CreditGate implements Gate {
  private inFlight = 0;
  private subInFlight = 0;
  /** Credits by the second they were spent in, oldest first. */
  private readonly spent = new Map<number, number>();
  private used = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  enter(sub: boolean): Throttle | undefined {
    this.forget();
    if (this.used >= this.limits.creditsPerDay) return "credits";
    if (this.inFlight >= this.limits.concurrency) return "concurrency";
    if (sub && this.subInFlight >= SUB_CONCURRENCY) return "concurrency";
    this.inFlight++;
    if (sub) this.subInFlight++;
    return undefined;
  }

  leave(sub: boolean): void {
    this.inFlight--;
    if (sub) this.subInFlight--;
  }

  charge(credits: number): void {
    const second = Math.floor(this.clock.now() / 1000);
    this.spent.set(second, (this.spent.get(second) ?? 0) + credits);
    this.used += credits;
  }

  /** Zoho names the credits left only once half of them are used. */
  headers(): Record<string, string> {
    const { creditsPerDay } = this.limits;
    if (this.used * 2 < creditsPerDay) return {};
    return { "X-API-CREDITS-REMAINING": String(Math.max(0, creditsPerDay - this.used)) };
  }

  /** Credits come back 24 hours after they were used. */
  private forget(): void {
    const oldest = (this.clock.now() - DAY_MS) / 1000;
    for (const [second, credits] of this.spent) {
      if (second > oldest) return;
      this.spent.delete(second);
      this.used -= credits;
    }
  }
}
