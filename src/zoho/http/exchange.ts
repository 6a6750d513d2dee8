import { createWriteStream } from "node:fs";
import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import axios, { AxiosError } from "axios";
import { isObject } from "../core/json";
import type { HttpRequest } from "./request";

/** What became of one HTTP exchange. */
export type ExchangeOutcome =
  | {
      kind: "answered";
      status: number;
      headers: Record<string, string>;
      body: Buffer;
      /** The file that has the body instead. */
      savedTo?: string;
    }
  /** The request never reached Zoho: no connection stood, so that not a byte of it left this machine. */
  | { kind: "unsent"; host: string; reason: string }
  /** It was sent, or may have been, and no whole answer came back. */
  | { kind: "lost"; reason: string; timedOut?: boolean }
  /** The request or its answer is larger than this client carries; such a request was not sent. */
  | { kind: "tooLarge"; what: "request" | "answer"; maxMb: number };

const MAX_MB = 120;

/** The largest request and the largest answer. */
export const MAX_BYTES = MAX_MB * 1024 * 1024;

/** How long a socket is kept for the next call that may be sent twice, and for one that must not. */
const KEPT_MS = 60_000;
const BRIEFLY_MS = 1500;

const pool = (timeout: number) => {
  const options = { keepAlive: true, maxSockets: 64, timeout };
  return { http: new http.Agent(options), https: new https.Agent(options) };
};

const sockets = { kept: pool(KEPT_MS), brief: pool(BRIEFLY_MS) };

/** The sockets whose connection stands, TLS included: what is given to one of them may arrive. */
const standing = new WeakSet<Socket>();

/** Node's own client, which notes when a request is given to a connection that stands. */
const noting = (secure: boolean, sent: () => void) => ({
  request(options: https.RequestOptions, onAnswer: (answer: http.IncomingMessage) => void) {
    const request = (secure ? https : http).request(options, onAnswer);
    request.once("socket", (socket: Socket) => {
      if (standing.has(socket)) return sent();
      socket.once(secure ? "secureConnect" : "connect", () => {
        standing.add(socket);
        sent();
      });
    });
    return request;
  },
});

/**
 * The hardened wire: no redirect is followed, no proxy is used, sizes are bounded, the deadline covers
 * connecting, the body and all, and every status is an answer.
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

/** How a request is sent and its answer taken. */
interface Manner {
  /**
   * For a call that must not be sent twice: on a socket that Zoho has closed in the meantime nobody can tell
   * whether it arrived, so that only one in use a moment ago will do.
   */
  readonly once: boolean;
  /** The file that a good answer is saved to as it comes; what reads like a refusal is not. */
  readonly saveTo?: string;
}

/** Sends one request, once. */
export async function exchange(
  request: HttpRequest,
  authorization: string,
  timeoutMs: number,
  { once, saveTo }: Manner,
): Promise<ExchangeOutcome> {
  const { http: httpAgent, https: httpsAgent } = once ? sockets.brief : sockets.kept;
  const url = new URL(request.url);
  let isSent = false;
  const sent = () => {
    isSent = true;
  };
  try {
    const { status, headers, data } = await wire.request<Buffer | Readable>({
      ...(saveTo === undefined ? {} : { responseType: "stream" as const }),
      baseURL: url.origin,
      url: url.pathname + url.search,
      method: request.method,
      headers: { Accept: "*/*", ...request.headers, Authorization: authorization },
      data: request.body,
      signal: AbortSignal.timeout(timeoutMs),
      transport: noting(url.protocol === "https:", sent),
      httpAgent,
      httpsAgent,
    });
    const answered = { kind: "answered" as const, status, headers: flatten(headers) };
    if (Buffer.isBuffer(data)) return { ...answered, body: data };
    if (saveTo !== undefined && status === 200 && !isPage.test(answered.headers["content-type"] ?? "")) {
      const file = createWriteStream(saveTo);
      await pipeline(data, file);
      return { ...answered, body: NOTHING, ...(file.bytesWritten > 0 && { savedTo: saveTo }) };
    }
    const parts: Buffer[] = [];
    for await (const part of data) parts.push(part);
    return { ...answered, body: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof AxiosError || isCut(error))
      return unanswered(error, { host: url.host, isSent, timeoutMs });
    throw error;
  }
}

const NOTHING = Buffer.alloc(0);

/** What Zoho and those on the way say instead of a file. */
const isPage = /json|html/i;

/** Reasons of this machine's own for which a file cannot be written. */
const ownReasons = ["ENOSPC", "EACCES", "EROFS", "EMFILE", "ENOENT", "EDQUOT"];

/** A body that was read as it came, and ended before its end. */
const isCut = (error: unknown): error is NodeJS.ErrnoException =>
  isObject(error) && "code" in error && !ownReasons.includes(String(error.code));

const flatten = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

function unanswered(
  { code = "connection lost", message }: { readonly code?: string; readonly message: string },
  {
    host,
    isSent,
    timeoutMs,
  }: { readonly host: string; readonly isSent: boolean; readonly timeoutMs: number },
): ExchangeOutcome {
  const tooLarge = /maxContentLength|maxBodyLength/.exec(message)?.[0];
  if (tooLarge) {
    return { kind: "tooLarge", what: tooLarge === "maxBodyLength" ? "request" : "answer", maxMb: MAX_MB };
  }
  const timedOut = code === "ERR_CANCELED";
  const seconds = Math.round(timeoutMs / 1000);
  if (!isSent) return { kind: "unsent", host, reason: timedOut ? `no connection within ${seconds} s` : code };
  if (timedOut) return { kind: "lost", reason: `no complete answer within ${seconds} s`, timedOut };
  return { kind: "lost", reason: `${code}: ${message}` };
}
