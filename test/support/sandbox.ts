import { createSandbox } from "../../sandbox/index";
import { QuickClock } from "./quickClock";

export { QuickClock };

import { createClients } from "../../src/client";
import { Cache } from "../../src/zoho/core/cache";
import type { JsonObject } from "../../src/zoho/core/json";
import { Crm } from "../../src/zoho/crm/crm";
import { Ledger } from "../../src/zoho/http/ledger";
import { RateLimiter } from "../../src/zoho/http/pacing/rateLimiter";
import { Transport, type TransportSettings } from "../../src/zoho/http/transport";

/** A connection value as the platform hands it over. */
export interface ConnectionValue {
  key: string;
  configVarKey: string;
  fields: Record<string, unknown>;
  token: Record<string, unknown>;
  context: Record<string, unknown>;
}

export interface Fault {
  method?: string;
  path?: string;
  skip?: number;
  times?: number;
  probability?: number;
  applied?: boolean;
  effect: JsonObject;
}

export type TestSandbox = Awaited<ReturnType<typeof startSandbox>>;

/** The sandbox, its control interface, and clients that talk to it. */
export async function startSandbox(seed = 1) {
  const sandbox = await createSandbox({ port: 0, seed });
  const control = async (method: string, path: string, body?: unknown): Promise<JsonObject> => {
    const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(`${sandbox.url}/__sandbox/${path}`, { method, headers, body: payload });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${text}`);
    return text === "" ? {} : JSON.parse(text);
  };
  const connection = async (key = "zohoTemplatedConnection", more = ""): Promise<ConnectionValue> => {
    const value = await control("GET", `connection?key=${key}${more}`);
    return { configVarKey: "zoho", ...(value as object) } as ConnectionValue;
  };
  return {
    url: sandbox.url,
    world: sandbox.world,
    close: () => sandbox.close(),
    connection,
    control,
    fault: (...faults: Fault[]) => control("POST", "faults", faults),
    clearFaults: () => control("DELETE", "faults"),
    reset: (options: JsonObject = { seed }) => control("POST", "reset", options),
    limits: (limits: JsonObject) => control("POST", "limits", limits),
    behaviours: (choices: JsonObject) => control("POST", "behaviours", choices),
    advance: (seconds: number) => control("POST", "clock", { advanceSeconds: seconds }),
    clearLedger: () => control("DELETE", "ledger"),
    ledger: async () => {
      const { requests, credits, peakConcurrency, routes } = await control("GET", "ledger");
      return {
        requests: Number(requests),
        credits: Number(credits),
        peakConcurrency: Number(peakConcurrency),
        routes: routes as Record<string, number>,
      };
    },
    requests: async () => (await control("GET", "requests")).requests as JsonObject[],
    records: async (module: string) => (await control("GET", `records/${module}`)).data as JsonObject[],
    /** Writes as another user of the organization; a new lead has a company, which its layout requires. */
    writeAsOther: (module: string, data: JsonObject[]) =>
      control("POST", `records/${module}`, {
        data: module === "Leads" ? data.map((lead) => (lead.id ? lead : { Company: "ABC", ...lead })) : data,
      }),
    /** A client with a life of its own: no memory, no limits and no cost of earlier ones. */
    async crm(settings: Partial<TransportSettings> = {}): Promise<Crm> {
      const { token } = await connection();
      return new Crm(
        new Transport({
          product: "crm",
          base: sandbox.url,
          uploadBase: sandbox.url,
          version: "v8",
          token: String(token.access_token),
          secrets: [],
          limiter: new RateLimiter(settings.clock ?? new QuickClock()),
          ledger: new Ledger(),
          cache: new Cache(),
          log: { debug: () => {}, info: () => {}, warn: () => {} },
          clock: new QuickClock(),
          ...settings,
        }),
      );
    },
    clients: async (context: Parameters<typeof createClients>[1], key?: string) =>
      createClients(await connection(key), context),
  };
}
