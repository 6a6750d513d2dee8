import dns, { type LookupAddress, type LookupOptions } from "node:dns";
import { connect, createServer, type Socket } from "node:net";

type Found = (
  error: NodeJS.ErrnoException | null,
  address?: string | LookupAddress[],
  family?: number,
) => void;

/** What the way to Zoho is like. */
type Weather = "clear" | "unnamed" | "refused" | "crowded" | "brief" | "slow";
const weathers: readonly Weather[] = ["clear", "clear", "unnamed", "refused", "crowded", "brief", "slow"];

/** So many connections are taken where it is crowded; further ones are closed at once. */
const FEW = 2;
/** Bytes of an answer that come at a time where it is slow, a millisecond after the ones before. */
const SLICE = 1000;

/**
 * The way from a client to the sandbox, on which things go wrong below HTTP: a host that is not found or
 * refuses connections, one that takes few of them, one that closes a kept connection just as it is used
 * again, and answers that drip.
 */
export class Network {
  private weather: Weather = "clear";
  private readonly sockets = new Set<Socket>();
  private readonly lookup = dns.lookup;
  private readonly relay = createServer((client) => this.pass(client));

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Network> {
    const network = new Network(new URL(url));
    await new Promise<void>((resolve) => network.relay.listen(0, "127.0.0.1", resolve));
    const find = (_host: string, options: LookupOptions, found: Found) => network.find(options, found);
    Object.assign(dns, { lookup: find });
    return network;
  }

  /** Where a client finds the sandbox: by a name, which has to be looked up. */
  get url(): string {
    const address = this.relay.address();
    return `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  }

  /** Another weather, in which no connection from before is left. */
  change(pick: (below: number) => number): void {
    this.disconnect();
    this.weather = weathers[pick(weathers.length)] ?? "clear";
    this.relay.maxConnections = this.weather === "crowded" ? FEW : Number.POSITIVE_INFINITY;
  }

  async close(): Promise<void> {
    Object.assign(dns, { lookup: this.lookup });
    this.disconnect();
    await new Promise((resolve) => this.relay.close(resolve));
  }

  private disconnect(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private find({ all }: LookupOptions, found: Found): void {
    if (this.weather === "unnamed") {
      found(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND", syscall: "getaddrinfo" }));
      return;
    }
    // Nobody listens there.
    const address = this.weather === "refused" ? "127.0.0.2" : "127.0.0.1";
    if (all) found(null, [{ address, family: 4 }]);
    else found(null, address, 4);
  }

  private pass(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    let answered = false;
    client.on("data", (part) => {
      // The one who keeps a connection cannot know that the other has just closed it.
      if (answered && this.weather === "brief") client.destroy();
      else server.write(part);
    });
    server.on("data", (part: Buffer) => {
      answered = true;
      if (this.weather === "slow") void this.drip(server, client, part);
      else client.write(part);
    });
  }

  private async drip(from: Socket, to: Socket, part: Buffer): Promise<void> {
    from.pause();
    for (let at = 0; at < part.length && !to.destroyed; at += SLICE) {
      to.write(part.subarray(at, at + SLICE));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    from.resume();
  }
}
