import { parseBody } from "./body";
import type { Product } from "./refusals";
import type { Payload } from "./wire";

const KEPT_REQUESTS = 1000;
/** What is longer is told by its size alone, so that a long run does not fill the memory. */
const KEPT_BYTES = 128 * 1024;
const SECRET_HEADERS = new Set(["authorization", "proxy-authorization", "cookie"]);
const SECRET_PARAMETERS = new Set([
  "client_secret",
  "code",
  "code_verifier",
  "refresh_token",
  "access_token",
  "token",
]);

/** One request as `GET /__sandbox/requests` shows it. */
export interface JournalEntry {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  body: unknown;
  /** 0 where the connection was reset. */
  status: number;
  response: unknown;
}

interface Kept {
  product: Product;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  raw: Buffer | undefined;
  rawSize: number;
  status: number;
  payload: Payload | undefined;
  payloadSize: number;
}

/** A request as it came in, as far as the journal keeps it. */
interface Received {
  readonly product: Product;
  readonly request: Pick<Kept, "method" | "path" | "query" | "headers">;
  readonly raw: Buffer | undefined;
}

/** The last 1,000 requests. Bodies are kept as they came and are parsed only when someone looks. */
export class Journal {
  private kept: Kept[] = [];

  record({ product, request, raw }: Received, status: number, payload: Payload | undefined): void {
    if (this.kept.length >= KEPT_REQUESTS) this.kept.shift();
    const { method, path, query, headers } = request;
    const rawSize = raw?.length ?? 0;
    const payloadSize = payload?.bytes.length ?? 0;
    this.kept.push({
      product,
      method,
      path,
      query,
      headers,
      raw: rawSize > KEPT_BYTES ? undefined : raw,
      rawSize,
      status,
      payload: payloadSize > KEPT_BYTES ? undefined : payload,
      payloadSize,
    });
  }

  clear(): void {
    this.kept = [];
  }

  /** Oldest first. */
  entries(): Promise<JournalEntry[]> {
    return Promise.all(this.kept.map(show));
  }
}

async function show(kept: Kept): Promise<JournalEntry> {
  const { product, method, path, query, headers, status } = kept;
  return {
    method,
    path,
    query: maskedTexts(query, product),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET_HEADERS.has(name))),
    body: masked(await requestBody(kept), product),
    status,
    response: masked(responseBody(kept), product),
  };
}

/** As the operation saw it; files and bytes by their size. */
async function requestBody({ headers, raw, rawSize }: Kept): Promise<unknown> {
  if (rawSize === 0) return undefined;
  const parsed = raw && (await parseBody(headers["content-type"] ?? "", raw));
  if (raw === undefined || parsed === undefined) return { bytes: rawSize };
  if (parsed === "broken") return raw.toString();
  if (Buffer.isBuffer(parsed.body)) return { bytes: rawSize };
  if (parsed.files.length === 0) return parsed.body;
  const files = parsed.files.map(({ data, ...file }) => ({ ...file, bytes: data.length }));
  return { fields: parsed.body, files };
}

function responseBody({ payload, payloadSize }: Kept): unknown {
  if (payloadSize === 0) return undefined;
  if (!payload || Buffer.isBuffer(payload.bytes)) return { bytes: payloadSize };
  return payload.type.startsWith("application/json") ? JSON.parse(payload.bytes) : payload.bytes;
}

function maskedTexts(query: URLSearchParams, product: Product): Record<string, string> {
  const hides = (name: string) => product === "accounts" && SECRET_PARAMETERS.has(name);
  return Object.fromEntries([...query].map(([name, value]) => [name, hides(name) ? "***" : value]));
}

/** Codes, tokens and secrets travel in the bodies of the accounts server, at their top level. */
function masked(body: unknown, product: Product): unknown {
  if (product !== "accounts" || typeof body !== "object" || body === null) return body;
  const entries = Object.entries(body);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, SECRET_PARAMETERS.has(name) ? "***" : value]),
  );
}
