import { Books } from "../../src/zoho/books/books";
import { Cache } from "../../src/zoho/core/cache";
import type { Clock } from "../../src/zoho/core/clock";
import { Ledger } from "../../src/zoho/http/ledger";
import { RateLimiter } from "../../src/zoho/http/pacing/rateLimiter";
import { Transport, type TransportSettings } from "../../src/zoho/http/transport";
import type { TestSandbox } from "./sandbox";

/** Knows which requests are on their way: sent, and not yet accounted for. */
class Flights extends Ledger {
  private inFlight = 0;
  private waiting: (() => void)[] = [];

  override sent(): void {
    super.sent();
    this.inFlight += 1;
  }

  override charged(credits: number): void {
    super.charged(credits);
    this.inFlight -= 1;
    if (this.inFlight > 0) return;
    for (const resume of this.waiting.splice(0)) resume();
  }

  landed(): Promise<void> {
    return this.inFlight === 0 ? Promise.resolve() : new Promise((resume) => this.waiting.push(resume));
  }
}

/**
 * A clock that the sandbox's follows: waiting moves both, so that a limit by the minute is kept, or broken,
 * in no time. It moves when nothing is on its way, for no request takes a minute to arrive.
 */
export class SharedClock implements Clock {
  slept = 0;
  readonly flights = new Flights();

  constructor(private readonly sandbox: TestSandbox) {}

  now = (): number => Date.now() + this.slept;

  sleep = async (ms: number): Promise<void> => {
    await this.flights.landed();
    await this.sandbox.advance(ms / 1000);
    this.slept += ms;
  };

  random = (): number => 0.5;
}

interface Settings extends Partial<TransportSettings> {
  organizationId?: string;
  /** The scopes of the token, separated by commas. */
  scopes?: string;
}

/** Zoho Books through a client with a life of its own, with what it warned of. */
export async function openBooks(
  sandbox: TestSandbox,
  { organizationId, scopes, ...settings }: Settings = {},
) {
  const { token } = await sandbox.connection("zohoTemplatedConnection", scopes ? `&scopes=${scopes}` : "");
  const clock = settings.clock ?? new SharedClock(sandbox);
  const warnings: string[] = [];
  const zoho = new Transport({
    product: "books",
    base: sandbox.url,
    version: "v3",
    token: String(token.access_token),
    secrets: [],
    limiter: new RateLimiter(clock),
    ledger: clock instanceof SharedClock ? clock.flights : new Ledger(),
    cache: new Cache(),
    log: { debug: () => {}, info: () => {}, warn: (message) => warnings.push(message) },
    clock,
    ...settings,
  });
  return Object.assign(new Books(zoho, organizationId), { warnings });
}

/** The one record in an answer of Zoho Books. */
export function recordIn(body: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const item: unknown = body[key];
  const record: unknown = Array.isArray(item) ? item[0] : item;
  if (typeof record !== "object" || record === null)
    throw new Error(`The answer has no ${key}: ${JSON.stringify(body)}`);
  return { ...record };
}
