import type { ServerResponse } from "node:http";
import type { Answer } from "../core/answer";

/** How an answer goes wrong on its way. */
export type Cut = { kind: "reset" } | { kind: "stall" } | { kind: "truncate"; keep: number | true };

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

/** Sends an answer, whole or cut. The announced length is always that of the whole body. */
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
  if (answer.status !== 204 && answer.status !== 304) headers["Content-Length"] = Buffer.byteLength(bytes);
  response.writeHead(answer.status, headers);
  if (!cut) {
    response.end(bytes);
    return;
  }
  const whole = Buffer.from(bytes);
  const half = Math.floor(whole.length / 2);
  const keep = cut.kind === "stall" || cut.keep === true ? half : Math.min(cut.keep, whole.length - 1);
  response.flushHeaders();
  response.write(whole.subarray(0, Math.max(0, keep)));
  // Not destroy(): what was written has to reach the client first.
  if (cut.kind === "truncate") response.socket?.destroySoon();
}
