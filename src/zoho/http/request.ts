import { writeJson } from "../core/json";
import type { Operation } from "./operation";
import type { RetrySettings } from "./pacing/retry";

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** What one call fills into its operation. */
export interface Call {
  /** The `{name}` parts of the path, in plain text. */
  readonly path?: Readonly<Record<string, string>>;
  /** Undefined and empty values are left out; lists are joined by commas. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON, a FormData as multipart. */
  readonly body?: unknown;
  /** What the credits are counted by: records written, or the limit of a query. */
  readonly units?: number;
  /** `bytes` for files; JSON otherwise. */
  readonly as?: "json" | "bytes";
  /** The path of a file that the answer is saved to as it comes; the body of the answer is this path then. */
  readonly saveTo?: string;
  /** Another of Zoho's hosts than the operation's, as an answer names it. */
  readonly base?: string;
  /** Milliseconds for one try, where the default does not suit. */
  readonly timeoutMs?: number;
  readonly retry?: RetrySettings;
}

export interface HttpRequest {
  readonly method: Operation["method"];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | FormData;
}

/**
 * The path of an operation with its parts filled in and encoded.
 * @throws Error for a part that is empty or would leave its place.
 */
export function fillPath(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parts[name];
    if (!value) throw new Error(`The path ${template} needs a value for ${name}`);
    if (name === "anyPath") return value;
    if (value === "." || value === "..") throw new Error(`${JSON.stringify(value)} is no value for ${name}`);
    return encodeURIComponent(value);
  });
}

function queryString(query: Call["query"] = {}): string {
  const entries = Object.entries(query).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(",") : value;
    return text === undefined || text === ""
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(String(text))}`];
  });
  return entries.length > 0 ? `?${entries.join("&")}` : "";
}

/** Why a text would not arrive byte for byte in a header; undefined where it would. */
function headerProblem(name: string, value: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return "this is no name of a header";
  const [foreign] = /[^ -~\u00A0-\u00FF]/u.exec(value) ?? [];
  if (foreign !== undefined) {
    const point = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `its value has the character U+${point}, which a header cannot carry`;
  }
  return value === value.trim() ? undefined : "spaces at the ends of its value would be lost on the way";
}

function checkedHeaders(headers: Call["headers"] = {}): Record<string, string> {
  const given = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  );
  for (const [name, value] of given) {
    const problem = headerProblem(name, value);
    if (problem) throw new Error(`Header ${JSON.stringify(name)}: ${problem}`);
  }
  return Object.fromEntries(given);
}

/**
 * The request as it goes over the wire, but for its Authorization header.
 * @throws Error for what cannot stand in its path or headers as it is.
 */
export function buildRequest(
  base: string,
  operation: Operation,
  call: Call,
  parts: Readonly<Record<string, string>>,
): HttpRequest {
  const { body } = call;
  const path = fillPath(operation.path, { ...parts, ...call.path });
  const query = queryString(call.query);
  // A path of the caller's own may hold a query already.
  const url = base + path + (path.includes("?") ? query.replace("?", "&") : query);
  const headers = checkedHeaders(call.headers);
  if (body === undefined) return { method: operation.method, url, headers };
  if (body instanceof FormData) return { method: operation.method, url, headers, body };
  return {
    method: operation.method,
    url,
    headers: { "Content-Type": "application/json", ...headers },
    body: Buffer.isBuffer(body) ? body : Buffer.from(writeJson(body)),
  };
}
