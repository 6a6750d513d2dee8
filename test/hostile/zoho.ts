import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Books } from "../../src/zoho/books/books";
import { Cache } from "../../src/zoho/core/cache";
import { Crm } from "../../src/zoho/crm/crm";
import { Ledger } from "../../src/zoho/http/ledger";
import type { Product } from "../../src/zoho/http/operation";
import { RateLimiter } from "../../src/zoho/http/pacing/rateLimiter";
import { Transport, type TransportSettings } from "../../src/zoho/http/transport";
import { OtherProducts } from "../../src/zoho/otherProducts";
import { QuickClock } from "../support/quickClock";

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly socket: Socket;
}

/** What the server does with a request; `number` counts from 1. */
export type Respond = (request: Received, response: ServerResponse, number: number) => void | Promise<void>;

/** A server that answers as a test scripts it, where the sandbox is too tame. */
export interface Hostile {
  readonly url: string;
  readonly received: Received[];
  /** From here on the server answers like this. */
  respond(respond: Respond): void;
  close(): Promise<void>;
}

export async function startHostile(): Promise<Hostile> {
  const received: Received[] = [];
  let answer: Respond = (_, response) => json(response, 200, {});
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers, socket } = request;
      const whole = { method, url, headers, body: Buffer.concat(parts).toString("utf8"), socket };
      received.push(whole);
      void answer(whole, response, received.length);
    });
  });
  return {
    url: await listening(server),
    received,
    respond(respond) {
      received.length = 0;
      answer = respond;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

/** Answers with JSON; a text is sent as it is. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json;charset=UTF-8", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

type Given = Partial<TransportSettings> & { readonly url: string };

/** What a transport writes into its log, by level. */
export const logging = () => {
  const lines = { debug: [] as string[], info: [] as string[], warn: [] as string[] };
  const log = {
    debug: (line: string) => void lines.debug.push(line),
    info: (line: string) => void lines.info.push(line),
    warn: (line: string) => void lines.warn.push(line),
  };
  return { lines, log };
};

function transportTo({ url, ...settings }: Given, product: Product): Transport {
  const clock = settings.clock ?? new QuickClock();
  return new Transport({
    product,
    base: url,
    uploadBase: url,
    version: product === "crm" ? "v8" : "v3",
    token: "1000.canary-access-token",
    secrets: [],
    limiter: new RateLimiter(clock),
    ledger: new Ledger(),
    cache: new Cache(),
    log: logging().log,
    clock,
    ...settings,
  });
}

/** Clients that talk to such a server. */
export const crmAt = (given: Given): Crm => new Crm(transportTo(given, "crm"));
export const booksAt = (given: Given): Books => new Books(transportTo(given, "books"), "10234695");
export const othersAt = (given: Given, api = given.url): OtherProducts =>
  new OtherProducts(transportTo(given, "zoho"), api);
