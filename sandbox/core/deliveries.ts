/** A call of somebody's URL, as it is sent. */
export interface Delivery {
  /** Counts from 1, in the order in which what it tells happened. */
  number: number;
  url: string;
  headers?: Record<string, string>;
  body: object;
}

/** A call that was sent. `status` is what the receiver answered, or why there is none. */
export type Sent<Kind extends Delivery = Delivery> = Kind & { status: number | string };

/**
 * Which of the calls that are held: those of these numbers, in this order and as often as they are named, or
 * all.
 */
export type Choice = "all" | readonly number[];

/** What may be ordered of calls, done in this order. */
export interface Order {
  /** Whether calls are held from now on. */
  hold?: boolean;
  drop?: Choice;
  release?: Choice;
  /** Whether those released are sent at the same time. */
  together?: boolean;
}

const TIMEOUT_MS = 10_000;
const MAX_SENT = 1_000;

/** How often a call is sent at most where what nobody hears is sent again. */
const MAX_SENDS = 3;

/**
 * The calls of an organisation. They are sent at once, one after the other and once each; or they
 * are held, to be sent late, twice, in another order, or never.
 */
export class Deliveries<Kind extends Delivery = Delivery> {
  isHolding = false;
  held: Kind[] = [];
  readonly sent: Sent<Kind>[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private count = 0;

  /** @param later Does something later where a call that was not heard is to be sent again. */
  constructor(private readonly later: (send: () => void) => void = () => undefined) {}

  /** The number of the next call. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  add(delivery: Kind): void {
    if (this.isHolding) this.held.push(delivery);
    else this.last = this.last.then(() => this.send(delivery));
  }

  /** Sends calls that are held, each when the one before was answered, or all together. */
  async release(choice: Choice, together = false): Promise<void> {
    const chosen = this.choose(choice);
    this.held = this.held.filter((delivery) => !chosen.includes(delivery));
    if (together) await Promise.all(chosen.map((delivery) => this.send(delivery)));
    else for (const delivery of chosen) await this.send(delivery);
  }

  /** Forgets calls that are held. */
  drop(choice: Choice): void {
    const chosen = this.choose(choice);
    this.held = this.held.filter((delivery) => !chosen.includes(delivery));
  }

  /** Resolves once every call that was begun has been answered. */
  async settled(): Promise<void> {
    await this.last;
  }

  private choose(choice: Choice): Kind[] {
    if (choice === "all") return [...this.held];
    return choice.flatMap((number) => this.held.find((delivery) => delivery.number === number) ?? []);
  }

  private async send(delivery: Kind): Promise<void> {
    const status = await post(delivery);
    this.sent.push({ ...delivery, status });
    if (this.sent.length > MAX_SENT) this.sent.shift();
    const isHeard = typeof status === "number" && status >= 200 && status < 300;
    const times = this.sent.filter(({ number }) => number === delivery.number).length;
    if (!isHeard && times < MAX_SENDS) this.later(() => this.add(delivery));
  }
}

/** A test of this machine must not call others. */
const isLoopback = (url: string): boolean => ["127.0.0.1", "localhost"].includes(new URL(url).hostname);

async function post({ url, headers, body }: Delivery): Promise<number | string> {
  if (!isLoopback(url)) return "The sandbox calls nobody but this machine.";
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "manual",
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
