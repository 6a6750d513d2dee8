const SERVERS_APART_MS = [0, -3000, 2000];

/**
 * The sandbox's own time: the machine's, plus what tests have moved it by. Tokens, page tokens, channels and
 * credits go by it.
 */
export class Clock {
  private offsetMs = 0;
  private dateSkewMs = 0;
  private asked = 0;
  /** What is to be done at a time, by this clock. */
  private readonly due = new Set<{ at: number; work: () => void }>();
  private moment: number | undefined;

  /** Milliseconds since the epoch. */
  now(): number {
    return this.moment ?? Date.now() + this.offsetMs;
  }

  /** Does something as if it were another moment. */
  asOf<T>(moment: number, action: () => T): T {
    this.moment = moment;
    try {
      return action();
    } finally {
      this.moment = undefined;
    }
  }

  /** The time of the next of several servers, some seconds apart. */
  nextOfServers(): number {
    this.asked++;
    return this.date() + (SERVERS_APART_MS[this.asked % SERVERS_APART_MS.length] ?? 0);
  }

  /** Moves on, or back by less than nothing. */
  advance(seconds: number): void {
    this.offsetMs += seconds * 1000;
    this.doDue();
  }

  /** Does something when so much time has passed: by itself, or as the clock is moved on. */
  after(ms: number, work: () => void): void {
    this.due.add({ at: this.now() + ms, work });
    setTimeout(() => this.doDue(), ms + 1).unref();
  }

  private doDue(): void {
    for (const one of this.due) {
      if (one.at > this.now()) continue;
      this.due.delete(one);
      one.work();
    }
  }

  /** What answers say in their `Date`: another machine's clock than that of the records. */
  date(): number {
    return this.now() + this.dateSkewMs;
  }

  skewDate(seconds: number): void {
    this.dateSkewMs = seconds * 1000;
  }

  get dateSkewSeconds(): number {
    return this.dateSkewMs / 1000;
  }
}

/**
 * ISO 8601 with the organisation's offset and without milliseconds, as Zoho writes times:
 * `2023-05-10T01:10:47-07:00`.
 */
export function zohoTime(epochMs: number, offsetMinutes = 0): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  // Joined, for a million texts that are parts put together take three times the memory.
  return [local, offsetText(offsetMinutes)].join("");
}

const offsetTexts = new Map<number, string>();

function offsetText(offsetMinutes: number): string {
  const known = offsetTexts.get(offsetMinutes);
  if (known !== undefined) return known;
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, "0");
  const text = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  offsetTexts.set(offsetMinutes, text);
  return text;
}
