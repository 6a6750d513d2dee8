import type { Random } from "./random";

/** What a struck call meets instead of, or on top of, its answer. */
export interface FaultEffect {
  status?: number;
  /** An object is sent as JSON, a string as `text/html`. Left out, Zoho's own words for the status. */
  body?: unknown;
  headers?: Record<string, string | number>;
  /** Zoho's maintenance page in place of JSON; status 503 unless `status` says otherwise. */
  html?: boolean;
  /** The connection is reset before a byte of the answer. */
  reset?: boolean;
  /** Milliseconds of waiting: before the call is carried out, or after it with `applied`. */
  delayMs?: number;
  /** Bytes of the body that are sent, or true for half of it, before the connection is cut. */
  truncate?: number | true;
  /** The headers and half of the body are sent, then nothing until the client goes. */
  stall?: boolean;
  /** The body comes so many bytes at a time, characters torn apart; the call is carried out. */
  slice?: number;
  /** The body comes compressed: cut in the middle, or so that it would fill 64 MB. */
  gzip?: "cut" | "bomb";
  /** The announced length is so many bytes less than is sent. */
  understate?: number;
  /** The call is carried out first, and what it does stays done. */
  applied?: boolean;
}

/** A fault to come. */
export interface Fault {
  /** Any method when left out. */
  method?: string;
  /** A regular expression that the path must match, without data centre and query; any path when left out. */
  path?: string;
  /** Matching calls that go by unharmed first. */
  skip: number;
  /** Matching calls that are struck after that. */
  times: number;
  /** The chance, from 0 to 1, that a matching call is struck; calls that are spared use nothing up. */
  probability?: number;
  effect: FaultEffect;
}

/** The faults to come, in the order they were given; one call meets one fault at most. */
export class Faults {
  private pending: { fault: Fault; pattern: RegExp | undefined }[] = [];

  constructor(private random: Random) {}

  /** Makes the chances of `probability` begin anew. */
  reseed(random: Random): void {
    this.random = random;
  }

  /** Throws a SyntaxError where a path is no regular expression; then none of the faults is taken on. */
  add(faults: readonly Fault[]): void {
    this.pending.push(
      ...faults.map((fault) => ({
        fault: { ...fault },
        pattern: fault.path === undefined ? undefined : new RegExp(fault.path),
      })),
    );
  }

  clear(): void {
    this.pending = [];
  }

  /** What is still to come. */
  list(): Fault[] {
    return this.pending.map(({ fault }) => fault);
  }

  /** The effect that strikes this call, if one does. */
  take(method: string, path: string): FaultEffect | undefined {
    for (const [index, { fault, pattern }] of this.pending.entries()) {
      if (fault.method !== undefined && fault.method !== method) continue;
      if (pattern && !pattern.test(path)) continue;
      if (fault.skip > 0) {
        fault.skip--;
        continue;
      }
      if (fault.probability !== undefined && this.random.next() >= fault.probability) continue;
      fault.times--;
      if (fault.times <= 0) this.pending.splice(index, 1);
      return fault.effect;
    }
    return undefined;
  }
}
