import type { TriggerPayload } from "@prismatic-io/spectral";
import type { ClientContext } from "../client";
import type { Refused } from "../zoho/core/caller";

/*
 * What the triggers that Zoho calls have in common: they are run by a schedule too, and answer who calls.
 */

/** The parts of the platform's context that tell one flow of one instance from all others. */
export interface FlowContext {
  readonly crossFlowState: Record<string, unknown>;
  readonly flow: { readonly name: string; readonly stableId: string };
  readonly instance: { readonly id: string };
  readonly webhookUrls: Record<string, string>;
}

/** The platform ends a life-cycle handler after 30 s. What Zoho asks to wait for longer fails at once. */
const HANDLER_MS = 25_000;

/** A context whose work is over before the platform ends a life-cycle handler. */
export const inHandler = <Context extends ClientContext>(context: Context): Context => ({
  ...context,
  deadlineAt: Date.now() + HANDLER_MS,
});

/** Whether the flow's schedule runs the trigger, rather than a call. */
export const isScheduled = ({ headers }: TriggerPayload): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === "prismatic-invoke-type" && value === "Scheduled",
  );

/** What the caller is answered. */
export const answer = (statusCode: number, status: string) => ({
  statusCode,
  contentType: "application/json",
  body: JSON.stringify({ status }),
});

/**
 * What says to the platform that the flow has nothing to do. The triggers that are called have no wrapper of
 * the SDK's that says it for them; in case it is not heard, nothing of what was sent is handed on.
 */
export const nothing = (payload: TriggerPayload) => ({
  payload: {
    ...payload,
    body: { data: [], contentType: "application/json" },
    rawBody: { data: undefined, contentType: undefined },
    paginationState: undefined,
  },
  resultType: "polled_no_changes",
});

/** The answer to a call that is not Zoho's: no flow runs for it. */
export function refuse(context: ClientContext, payload: TriggerPayload, { status, reason }: Refused) {
  context.logger.warn(`A call was refused: ${reason}.`);
  return { ...nothing(payload), response: answer(status, "refused") };
}

/** What a log says of an error. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
