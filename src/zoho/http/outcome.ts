import { durationText } from "../core/time";
import { type Failure, type FailureKind, ZohoError } from "./errors";
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

/** What says nothing of the data: a dead token, spent credits, and an answer that is none of the API's. */
const onOtherThings: readonly FailureKind[] = ["connection", "credits", "answer"];

/**
 * A no to the data itself, which the same data got before too: nothing of it was done. A page or a redirect
 * of something on the way is no such thing.
 */
export const isVerdictOnData = ({ certainty, failure: { kind, code } }: Refusal): boolean =>
  certainty === "refused" && !onOtherThings.includes(kind) && !/^HTTP_\d+$/.test(code);

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
      : "Look whether it was done before sending it again. What an upsert action writes may be sent again as it is.",
  };
}

/** A client, as far as it tells failures. */
interface Telling {
  readonly error: (failure: Unnamed) => ZohoError;
}

/**
 * What a refusal means that came after a try which may have been carried out: a look at Zoho decides.
 * @param look what to tell where it is done, and undefined where it is not.
 * @throws ZohoError the refusal where it is not done; of kind `unknown` where Zoho cannot be asked.
 */
export async function settledBy<T>(
  client: Telling,
  refusal: ZohoError,
  look: () => Promise<T | undefined>,
): Promise<T> {
  let done: T | undefined;
  try {
    done = await look();
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    const { kind, code, status, details, reason: message } = refusal;
    throw client.error(unknownOutcome({ kind, code, status, details, message }, true));
  }
  if (done === undefined) throw refusal;
  return done;
}
