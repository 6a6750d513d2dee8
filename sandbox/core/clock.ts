const SERVERS_APART_MS = [0, -3000, 2000];

/** The sandbox's own time: the machine's, plus what tests have moved it by. Tokens, page tokens, channels and credits go by it. */
export class Clock {
  private offsetMs = 0;
  private asked = 0;

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** The time of the next of several servers, some seconds apart. */
  nextOfServers(): number {
    this.asked++;
    return this.now() + (SERVERS_APART_MS[this.asked % SERVERS_APART_MS.length] ?? 0);
  }

  advance(seconds: number): void {
    this.offsetMs += seconds * 1000;
  }
}

/** ISO 8601 with the organisation's offset and without milliseconds, as Zoho writes times: `2023-05-10T01:10:47-07:00`. */
export function zohoTime(epochMs: number, offsetMinutes = 0): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
