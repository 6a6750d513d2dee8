import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../core/answer";
import type { FaultEffect } from "../core/faults";
import type { Arrival } from "./arrival";
import { type Product, wordsFor } from "./refusals";
import type { Cut } from "./wire";

/** What a call came to: what is sent, how it goes wrong on the way, and what it cost. */
export interface Outcome {
  answer: Answer;
  credits: number;
  cut?: Cut;
}

/** Never sent: the client has gone. */
const clientGone: Outcome = { answer: { status: 499 }, credits: 0 };

const maintenancePage = `<!DOCTYPE html>
<html><head><title>Zoho</title></head>
<body><h1>We are down for maintenance</h1><p>This service is temporarily unavailable. Please try again later.</p></body></html>
`;

/**
 * Lets a fault strike a call. Without `applied` the call is not carried out, but for a GET whose own answer
 * is to be shown (late, with other headers, or cut); a delayed call is carried out after the delay, unless
 * the client has gone by then.
 */
export async function strike(
  effect: FaultEffect,
  arrival: Arrival,
  operate: () => Promise<Outcome>,
): Promise<Outcome> {
  const { method } = arrival.request;
  const cut = cutOf(effect);
  const replacement = replacementOf(effect, arrival.product);
  const isWhole = cut === undefined || cut.kind === "slice";
  const shown = isWhole || (cut.kind !== "reset" && method === "GET");
  const isCarriedOut = effect.applied === true || (replacement === undefined && shown);

  if (!effect.applied && !(await pause(effect.delayMs, arrival))) return clientGone;
  const outcome = isCarriedOut ? await operate() : { answer: unknownSuccess, credits: 0 };
  if (effect.applied && !(await pause(effect.delayMs, arrival)))
    return { ...clientGone, credits: outcome.credits };
  const answer = replacement ?? outcome.answer;
  const added = Object.entries(effect.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const headers = { ...answer.headers, ...Object.fromEntries(added) };
  return { answer: { ...answer, headers }, credits: outcome.credits, ...(cut && { cut }) };
}

/** What a write that was not carried out says before its answer is cut. */
const unknownSuccess: Answer = {
  status: 200,
  body: { data: [{ code: "SUCCESS", details: {}, message: "", status: "success" }] },
};

function cutOf({ reset, stall, truncate, slice, gzip, understate }: FaultEffect): Cut | undefined {
  if (reset) return { kind: "reset" };
  if (stall) return { kind: "stall" };
  if (slice !== undefined) return { kind: "slice", bytes: slice };
  if (gzip) return { kind: "gzip", how: gzip };
  if (understate !== undefined) return { kind: "understate", by: understate };
  return truncate === undefined ? undefined : { kind: "truncate", keep: truncate };
}

function replacementOf({ status, body, html }: FaultEffect, product: Product): Answer | undefined {
  if (html) return { status: status ?? 503, body: body ?? maintenancePage };
  if (status === undefined) return body === undefined ? undefined : { status: 200, body };
  return { status, body: body === undefined ? wordsFor(product, status) : body };
}

/** False where the client went away meanwhile. */
async function pause(delayMs: number | undefined, { response }: Arrival): Promise<boolean> {
  if (delayMs === undefined) return true;
  const gone = new AbortController();
  const stop = () => gone.abort();
  response.once("close", stop);
  try {
    await wait(delayMs, undefined, { signal: gone.signal });
    return !response.destroyed;
  } catch {
    return false;
  } finally {
    response.off("close", stop);
  }
}
