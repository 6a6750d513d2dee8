import type { Cost } from "./report";

/** The Zoho that a run talks to. */
export interface Zoho {
  /** A connection value as the platform passes it. */
  connection: unknown;
  /** What was spent so far, where that can be told. */
  spent: () => Promise<Cost | undefined>;
  close: () => Promise<void>;
}

export interface ZohoOptions {
  /** The address of a running sandbox. */
  sandbox?: string;
  /** The key of the connection to use. */
  connection: string;
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const isCost = (value: unknown): value is Cost =>
  typeof value === "object" && value !== null && "requests" in value && "credits" in value;

async function sandboxAt(url: string, key: string, close: Zoho["close"]): Promise<Zoho> {
  process.env.ZOHO_ALLOW_LOOPBACK = "1";
  const spent = async () => {
    const ledger = await getJson(`${url}/__sandbox/ledger`);
    return isCost(ledger) ? { requests: ledger.requests, credits: ledger.credits } : undefined;
  };
  return { connection: await getJson(`${url}/__sandbox/connection?key=${key}`), spent, close };
}

function realZoho(value: string, key: string): Zoho {
  const connection: { key?: string } = JSON.parse(value);
  return {
    connection: { ...connection, key: connection.key || key },
    spent: async () => undefined,
    close: async () => undefined,
  };
}

/**
 * The sandbox that was named, else the Zoho of `PRISMATIC_CONNECTION_VALUE`, else a sandbox of our own that
 * ends with `close`.
 */
export async function openZoho({ sandbox, connection: key }: ZohoOptions): Promise<Zoho> {
  const value = process.env.PRISMATIC_CONNECTION_VALUE;
  if (sandbox) return sandboxAt(sandbox.replace(/\/$/, ""), key, async () => undefined);
  if (value) return realZoho(value, key);
  const { createSandbox } = await import("../../sandbox/index");
  const own = await createSandbox();
  return sandboxAt(own.url, key, () => own.close());
}
