import type { ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Answer } from "../core/answer";
import { lazy } from "../core/lazy";

/** How an answer goes wrong on its way. */
export type Cut =
  | { kind: "reset" }
  | { kind: "stall" }
  | { kind: "truncate"; keep: number | true }
  | { kind: "slice"; bytes: number }
  | { kind: "gzip"; how: "cut" | "bomb" }
  | { kind: "understate"; by: number };

export interface Payload {
  type: string;
  bytes: string | Buffer;
}

/** The bytes of an answer's body with their type, or undefined where it has none. */
export function encode(body: unknown): Payload | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return { type: "application/octet-stream", bytes: body };
  if (typeof body === "string") return { type: "text/html;charset=UTF-8", bytes: body };
  return { type: "application/json;charset=UTF-8", bytes: JSON.stringify(body) };
}

/** Acts once the exchange is over, however it ends; at once where the client has gone already. */
export function onceOver(response: ServerResponse, act: () => void): void {
  if (response.destroyed) act();
  else response.once("close", act);
}

const BOMB_BYTES = 64 * 1024 * 1024;
const bomb = lazy(() => gzipSync(Buffer.alloc(BOMB_BYTES, "x")));

/** No more than so much of a body is sent in slices. */
const SLICED_BYTES = 4000;

async function sendSliced(response: ServerResponse, whole: Buffer, bytes: number): Promise<void> {
  response.socket?.setNoDelay(true);
  for (let from = 0; from < Math.min(whole.length, SLICED_BYTES) && !response.destroyed; from += bytes) {
    response.write(whole.subarray(from, from + bytes));
    await setImmediate();
  }
  response.end(whole.subarray(Math.ceil(SLICED_BYTES / bytes) * bytes));
}

/** Sends an answer, whole or cut. The announced length is that of the whole body unless it is to be wrong. */
export function send(
  response: ServerResponse,
  answer: Answer,
  payload: Payload | undefined,
  cut?: Cut,
): void {
  if (response.destroyed) return;
  // Where there is no body to cut, nothing at all is sent: a complete answer would be no fault.
  const isEmpty = payload === undefined || payload.bytes.length === 0;
  if (cut?.kind === "stall" && isEmpty) return;
  if (cut?.kind === "reset" || (cut && isEmpty)) {
    response.socket?.resetAndDestroy();
    return;
  }
  const headers: Record<string, string | number> = { ...answer.headers };
  const bytes = payload?.bytes ?? "";
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (payload && !typed) headers["Content-Type"] = payload.type;
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  if (cut?.kind === "gzip") {
    const zipped = cut.how === "bomb" ? bomb() : gzipSync(whole);
    const sent = cut.how === "bomb" ? zipped : zipped.subarray(0, zipped.length / 2);
    response.writeHead(answer.status, {
      ...headers,
      "Content-Encoding": "gzip",
      "Content-Length": sent.length,
    });
    response.end(sent);
    return;
  }
  const length = cut?.kind === "understate" ? Math.max(0, whole.length - cut.by) : whole.length;
  if (answer.status !== 204 && answer.status !== 304) headers["Content-Length"] = length;
  response.writeHead(answer.status, headers);
  if (cut?.kind === "slice") return void sendSliced(response, whole, cut.bytes);
  if (cut?.kind !== "stall" && cut?.kind !== "truncate") {
    response.end(whole);
    return;
  }
  const half = Math.floor(whole.length / 2);
  const keep = cut.kind === "stall" || cut.keep === true ? half : Math.min(cut.keep, whole.length - 1);
  response.flushHeaders();
  response.write(whole.subarray(0, Math.max(0, keep)));
  // Not destroy(): what was written has to reach the client first.
  if (cut.kind === "truncate") response.socket?.destroySoon();
}
