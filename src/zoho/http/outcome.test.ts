import type { Failure } from "./errors";
import type { Operation } from "./operation";
import { late, mayBeDone, unknownOutcome, withWait } from "./outcome";

const operation = (safety: Operation["safety"]): Operation => ({
  method: "POST",
  path: "/",
  safety,
  class: "standard",
  scope: "",
  credits: 1,
  success: [200],
});
const failure: Omit<Failure, "product"> = { kind: "unavailable", code: "HTTP_503", message: "Down" };

test.each([
  ["safe" as const, true, false],
  ["idempotent" as const, true, true],
  ["unsafe" as const, true, true],
  ["unsafe" as const, false, false],
])("a %s call, sent before: %j, may be done: %j", (safety, resent, expected) => {
  expect(mayBeDone(resent, operation(safety))).toBe(expected);
});

describe("the end of the time", () => {
  test.each([
    ["safe" as const, true],
    ["unsafe" as const, false],
    ["idempotent" as const, false],
  ])("before a %s call, sent before: %j, says that nothing was sent", (safety, resent) => {
    expect(late(resent, operation(safety))).toEqual({
      kind: "unavailable",
      code: "OUT_OF_TIME",
      message: "The time of this execution is over. Nothing was sent",
    });
  });

  test.each([
    ["idempotent" as const, "Sending it again does no harm."],
    [
      "unsafe" as const,
      "Look for the record before sending it again, or use an upsert action, which may be repeated.",
    ],
  ])("before another try of an %s call leaves it open what the first did", (safety, hint) => {
    expect(late(true, operation(safety))).toEqual({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
      message:
        "The time of this execution was over before another try after the request was sent, so it may or may not have been carried out",
      details: { cause: "OUT_OF_TIME" },
      hint,
    });
  });
});

test.each<[unknown, object]>([
  [undefined, { cause: "HTTP_503" }],
  ["text", { cause: "HTTP_503" }],
  [{ api_name: "Email" }, { api_name: "Email", cause: "HTTP_503" }],
])("a failure with the details %j keeps them beside its cause", (details, expected) => {
  expect(unknownOutcome({ ...failure, details }, true).details).toEqual(expected);
});

test.each([
  [{ ...failure }, "Down"],
  [{ ...failure, retryAfterMs: 90_000 }, "Down. Zoho asks to wait 90 s"],
  [{ ...failure, retryAfterMs: 0 }, "Down. Zoho asks to wait 0 s"],
  [{ ...failure, kind: "credits" as const, retryAfterMs: 90_000 }, "Down"],
])("%j is told as %j", (given, message) => {
  expect(withWait(given)).toEqual({ ...given, message });
});
