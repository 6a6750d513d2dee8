import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { AxiosError } from "axios";
import type { HttpRequest } from "./request";

/** What became of one HTTP exchange. */
export type Outcome =
  | { kind: "answered"; status: number; headers: Record<string, string>; body: Buffer }
  /** The request never reached Zoho. */
  | { kind: "unsent"; reason: string }
  /** It was sent, or may have been, and no whole answer came back. */
  | { kind: "lost"; reason: string; timedOut?: boolean };

/** The largest request and the largest answer. */
export const MAX_BYTES = 120 * 1024 * 1024;

/** How long a socket is kept for the next call that may be sent twice, and for one that must not. */
const KEPT_MS = 60_000;
const BRIEFLY_MS = 1500;

const pool = (timeout: number) => {
  const options = { keepAlive: true, maxSockets: 64, timeout };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
};

const sockets = { kept: pool(KEPT_MS), brief: pool(BRIEFLY_MS) };

/**
 * The hardened wire: no redirect is followed, no proxy is used, sizes are bounded, the deadline covers connecting, the body and all, and
 * every status is an answer.
 */
const wire = axios.create({
  responseType: "arraybuffer",
  validateStatus: () => true,
  maxRedirects: 0,
  allowAbsoluteUrls: false,
  proxy: false,
  maxContentLength: MAX_BYTES,
  maxBodyLength: MAX_BYTES,
  transitional: { clarifyTimeoutError: true, silentJSONParsing: false },
});

/**
 * Sends one request, once.
 * @param once for a call that must not be sent twice: on a socket that Zoho has closed in the meantime nobody can tell whether it arrived, so
 * that only one in use a moment ago will do.
 */
export async function exchange(
  request: HttpRequest,
  authorization: string,
  timeoutMs: number,
  once: boolean,
): Promise<Outcome> {
  const { http: httpAgent, https: httpsAgent } = once ? sockets.brief : sockets.kept;
  const url = new URL(request.url);
  try {
    const { status, headers, data } = await wire.request<Buffer>({
      baseURL: url.origin,
      url: url.pathname + url.search,
      method: request.method,
      headers: { Accept: "*/*", ...request.headers, Authorization: authorization },
      data: request.body,
      signal: AbortSignal.timeout(timeoutMs),
      httpAgent,
      httpsAgent,
    });
    return { kind: "answered", status, headers: flatten(headers), body: data };
  } catch (error) {
    return unanswered(error, timeoutMs);
  }
}

const flatten = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** Failures of looking up, connecting and TLS: nothing of the request has left this machine. */
const beforeSending =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPROTO|CERT_.*|ERR_TLS.*|DEPTH_ZERO.*|SELF_SIGNED.*|UNABLE_TO_.*)$/;

function unanswered(error: unknown, timeoutMs: number): Outcome {
  if (!(error instanceof AxiosError)) throw error;
  const code = error.code ?? "";
  if (code === "ERR_CANCELED")
    return {
      kind: "lost",
      reason: `no complete answer within ${Math.round(timeoutMs / 1000)} s`,
      timedOut: true,
    };
  if (code === "ERR_FR_MAX_BODY_LENGTH_EXCEEDED")
    return { kind: "unsent", reason: "the request is larger than 120 MB" };
  const syscall = error.cause && "syscall" in error.cause ? error.cause.syscall : undefined;
  if (beforeSending.test(code) || syscall === "connect") return { kind: "unsent", reason: code };
  return { kind: "lost", reason: `${code || "connection lost"}: ${error.message}` };
}
