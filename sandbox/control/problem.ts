import type { Answer } from "../core/answer";

/** What the control interface answers to a request that it cannot follow. */
export function problem(error: string): Answer {
  return { status: 400, body: { error } };
}
