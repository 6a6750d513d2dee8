import { durationText } from "../core/time";
import type { Failure } from "./errors";
import type { Refusal } from "./judge";
import type { Operation } from "./operation";

/*
 * What a failure means for the call as a whole: whether something may have been done, and what to tell.
 */

/** A failure of which the product is not told yet. */
type Unnamed = Omit<Failure, "product">;

/** A failure with the wait that Zoho asks for, which is too long for this call. */
export const withWait = <T extends Unnamed>(failure: T): T =>
  failure.retryAfterMs === undefined || failure.kind === "credits"
    ? failure
    : { ...failure, message: `${failure.message}. Zoho asks to wait ${durationText(failure.retryAfterMs)}` };

/**
 * A no to the data itself, which the same data got before too: nothing of it was done. A dead token or spent
 * credits say nothing of earlier tries.
 */
export const isVerdictOnData = ({ certainty, failure }: Refusal): boolean =>
  certainty === "refused" && failure.kind !== "connection" && failure.kind !== "credits";

/** Whether an earlier try of a write may have been carried out. */
export const mayBeDone = (resent: boolean, { safety }: Operation): boolean => resent && safety !== "safe";

const outOfTime = {
  kind: "unavailable",
  code: "OUT_OF_TIME",
  message: "The time of this execution is over. Nothing was sent",
} as const;

/** The end of the time before a try was made. */
export function late(resent: boolean, operation: Operation): Unnamed {
  if (!mayBeDone(resent, operation)) return outOfTime;
  const failure = { ...outOfTime, message: "The time of this execution was over before another try" };
  return unknownOutcome(failure, operation.safety !== "unsafe");
}

/** A failure after which nobody knows whether the write was carried out. */
export function unknownOutcome<T extends Unnamed>(failure: T, repeatable: boolean) {
  return {
    ...failure,
    kind: "unknown" as const,
    code: "OUTCOME_UNKNOWN",
    message: `${failure.message} after the request was sent, so it may or may not have been carried out`,
    details: { ...(typeof failure.details === "object" ? failure.details : {}), cause: failure.code },
    hint: repeatable
      ? "Sending it again does no harm."
      : "Look for the record before sending it again, or use an upsert action, which may be repeated.",
  };
}
