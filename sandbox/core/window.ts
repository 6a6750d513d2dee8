/**
 * So many in a stretch of time: the stretch begins with the first, and what is over is refused until it has
 * ended.
 */
export class Window {
  private startedAt = Number.NEGATIVE_INFINITY;
  private count = 0;

  constructor(
    private readonly limit: number,
    private readonly lengthMs: number,
  ) {}

  /** Whether one more is allowed at this time; what is refused does not count. */
  admit(now: number): boolean {
    if (now - this.startedAt >= this.lengthMs) {
      this.startedAt = now;
      this.count = 0;
    }
    if (this.count >= this.limit) return false;
    this.count++;
    return true;
  }
}
