import type { Answer } from "../core/answer";
import type { Clock } from "../core/clock";
import type { Gate, Throttle } from "../core/gate";
import type { BooksLimits } from "../core/limits";
import { booksDayOver } from "../http/refusals";
import { booksTime } from "./core/dates";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * An organisation's limits: calls in any 60 seconds, calls in a day of the organisation, and calls in flight.
 */
export class BooksGate implements Gate {
  private inFlight = 0;
  /** When the calls of the last minute were let in, oldest first. */
  private recent: number[] = [];
  private day = "";
  private today = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limits: BooksLimits,
    private readonly offsetMinutes: number,
  ) {}

  /** What is refused counts against none of the limits. */
  enter(): Throttle | undefined {
    const now = this.clock.now();
    const day = booksTime(now, this.offsetMinutes).slice(0, 10);
    if (day !== this.day) {
      this.day = day;
      this.today = 0;
    }
    this.recent = this.recent.filter((time) => now - time < MINUTE_MS);
    if (this.today >= this.limits.perDay) return "credits";
    if (this.recent.length >= this.limits.perMinute) return "minute";
    if (this.inFlight >= this.limits.concurrency) return "concurrency";
    this.recent.push(now);
    this.today++;
    this.inFlight++;
    return undefined;
  }

  leave(): void {
    this.inFlight--;
  }

  charge(): void {}

  words(throttle: Throttle): Answer | undefined {
    return throttle === "credits" ? booksDayOver(this.limits.perDay) : undefined;
  }

  /** How the organization's day stands: calls it may make, calls left, and seconds to its midnight. */
  headers(): Record<string, string> {
    const { perDay } = this.limits;
    const sinceMidnight = (this.clock.now() + this.offsetMinutes * MINUTE_MS) % DAY_MS;
    return {
      "x-rate-limit-limit": String(perDay),
      "x-rate-limit-remaining": String(Math.max(0, perDay - this.today)),
      "x-rate-limit-reset": String(Math.ceil((DAY_MS - sinceMidnight) / 1000)),
    };
  }
}
