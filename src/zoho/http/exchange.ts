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
  | { kind: "lost"; reason: string };

const MAX_BYTES = 120 * 1024 * 1024;

const reused = { keepAlive: true, maxSockets: 64, timeout: 60_000 };
const agents = {
  reused: { http: new HttpAgent(reused), https: new HttpsAgent(reused) },
  fresh: { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) },
};

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
 * @param freshSocket for a call that must not be sent twice: on a kept socket that Zoho has just closed nobody can tell whether it arrived.
 */
export async function exchange(
  request: HttpRequest,
  authorization: string,
  timeoutMs: number,
  freshSocket: boolean,
): Promise<Outcome> {
  const pool = freshSocket ? agents.fresh : agents.reused;
  const url = new URL(request.url);
  try {
    const { status, headers, data } = await wire.request<Buffer>({
      baseURL: url.origin,
      url: url.pathname + url.search,
      method: request.method,
      headers: { Accept: "*/*", ...request.headers, Authorization: authorization },
      data: request.body,
      signal: AbortSignal.timeout(timeoutMs),
      httpAgent: pool.http,
      httpsAgent: pool.https,
    });
    return { kind: "answered", status, headers: flatten(headers), body: Buffer.from(data) };
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
    return { kind: "lost", reason: `no complete answer within ${Math.round(timeoutMs / 1000)} s` };
  if (code === "ERR_FR_MAX_BODY_LENGTH_EXCEEDED")
    return { kind: "unsent", reason: "the request is larger than 120 MB" };
  const syscall = error.cause && "syscall" in error.cause ? error.cause.syscall : undefined;
  if (beforeSending.test(code) || syscall === "connect") return { kind: "unsent", reason: code };
  return { kind: "lost", reason: `${code || "connection lost"}: ${error.message}` };
}
