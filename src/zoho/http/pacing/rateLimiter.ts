import type { Clock } from "../../core/clock";
import type { Product } from "../operation";

export interface QueueLimits {
  /** Requests in flight at once. */
  readonly concurrency: number;
  /**
   * At most so many requests in any window of so many milliseconds. Zoho counts them as they arrive, which is
   * some time between their start and their answer: the window of each begins with its answer, so that none
   * is ever too early.
   */
  readonly window?: { readonly requests: number; readonly ms: number };
}

/** How many good answers let a narrowed queue widen by one again. */
const RECOVERY = 20;

/**
 * A queue with a width: first come, first served, never more in flight than Zoho allows, and one pause for
 * all after a 429.
 */
export class Queue {
  private width: number;
  private active = 0;
  private good = 0;
  private pausedUntil = 0;
  private waking = false;
  /** When the requests of the window were answered, oldest first. */
  private readonly answered: number[] = [];
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly limits: QueueLimits,
    private readonly clock: Clock,
  ) {
    this.width = limits.concurrency;
  }

  /** Resolves when the caller may send. Every enter is followed by one leave. */
  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.queue.push(resolve);
      this.advance();
    });
  }

  leave(): void {
    this.active -= 1;
    if (this.limits.window) this.answered.push(this.clock.now());
    this.advance();
  }

  /** Requests that are on their way. */
  get inFlight(): number {
    return this.active;
  }

  /**
   * When one that queues now can start at the earliest, as far as the window and a pause tell: what would
   * come too late need not queue.
   */
  opensAt(): number {
    const { window } = this.limits;
    if (!window) return this.pausedUntil;
    const place = this.answered.length + this.active + this.queue.length - window.requests;
    const before = this.answered[Math.min(place, this.answered.length - 1)];
    return Math.max(this.pausedUntil, before === undefined ? 0 : before + window.ms);
  }

  /** A good answer: a queue that was narrowed widens again, slowly. */
  succeeded(): void {
    this.good += 1;
    if (this.good < RECOVERY || this.width >= this.limits.concurrency) return;
    this.good = 0;
    this.width += 1;
    this.advance();
  }

  /** Zoho throttled a request of this queue: nobody starts for a while, and then fewer at once. */
  throttled(waitMs: number): void {
    this.good = 0;
    this.width = Math.max(1, Math.floor(Math.min(this.width, this.active) * 0.7));
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + waitMs);
  }

  private advance(): void {
    while (this.queue.length > 0 && this.active < this.width) {
      const waitMs = this.waitMs();
      if (waitMs > 0) {
        this.wakeIn(waitMs);
        return;
      }
      this.active += 1;
      this.queue.shift()?.();
    }
  }

  private waitMs(): number {
    const now = this.clock.now();
    const { window } = this.limits;
    let freeAt = this.pausedUntil;
    if (window) {
      while ((this.answered[0] ?? now) <= now - window.ms) this.answered.shift();
      const isFull = this.answered.length + this.active >= window.requests;
      const oldest = isFull ? this.answered[0] : undefined;
      if (oldest !== undefined) freeAt = Math.max(freeAt, oldest + window.ms);
    }
    return freeAt - now;
  }

  private wakeIn(ms: number): void {
    if (this.waking) return;
    this.waking = true;
    void this.clock.sleep(ms).then(() => {
      this.waking = false;
      this.advance();
    });
  }
}

/**
 * The queues of one organisation. CRM: ten requests at once suit every paid edition, and ten is Zoho's own
 * sub-concurrency for queries, searches and large writes, of which two places are left to others. Books: one
 * hundred requests a minute, counted over a second more because Zoho's minute does not begin with ours. The
 * other products have limits of their own, of which nothing is known here: five at once suit the smallest.
 */
export class RateLimiter {
  private readonly standard: Queue;
  private readonly sub: Queue;
  private readonly books: Queue;
  private readonly others: Queue;

  constructor(clock: Clock) {
    this.standard = new Queue({ concurrency: 10 }, clock);
    this.sub = new Queue({ concurrency: 8 }, clock);
    this.books = new Queue({ concurrency: 5, window: { requests: 100, ms: 61_000 } }, clock);
    this.others = new Queue({ concurrency: 5 }, clock);
  }

  /** The queues that a request goes through, in the order in which they are entered. */
  queuesFor(product: Product, subConcurrent: boolean): readonly Queue[] {
    if (product === "books") return [this.books];
    if (product === "zoho") return [this.others];
    return subConcurrent ? [this.sub, this.standard] : [this.standard];
  }
}

/** Runs a task inside all of the queues. */
export async function within<T>(queues: readonly Queue[], task: () => Promise<T>): Promise<T> {
  const [queue, ...rest] = queues;
  if (!queue) return task();
  await queue.enter();
  try {
    return await within(rest, task);
  } finally {
    queue.leave();
  }
}
