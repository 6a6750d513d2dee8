import type { Clock } from "../core/clock";
import type { Gate, Throttle } from "../core/gate";
import type { BooksLimits } from "../core/limits";
import { booksTime } from "./core/dates";

const MINUTE_MS = 60_000;

/** An organisation's limits: calls in any 60 seconds, calls in a day of the organisation, and calls in flight. */
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

  headers(): Record<string, string> {
    return {};
  }
}
