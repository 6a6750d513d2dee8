import { crmAt } from "../../../test/hostile/zoho";
import type { Failure } from "./errors";
import type { Operation } from "./operation";
import { isVerdictOnData, late, mayBeDone, settledBy, unknownOutcome, withWait } from "./outcome";

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
      "Look whether it was done before sending it again. What an upsert action writes may be sent again as it is.",
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

test.each<[Failure["kind"], string, boolean]>([
  ["input", "INVALID_DATA", true],
  ["notFound", "1002", true],
  ["input", "X_HTTP_400", true],
  ["input", "HTTP_400_X", true],
  ["input", "HTTP_400", false],
  ["connection", "INVALID_TOKEN", false],
  ["credits", "45", false],
  ["answer", "REDIRECTED", false],
])("a refusal of the kind %s with the code %s is a no to the data: %j", (kind, code, expected) => {
  const told: Failure = { kind, code, product: "crm", message: "no" };
  expect(isVerdictOnData({ ok: false, certainty: "refused", failure: told })).toBe(expected);
  expect(isVerdictOnData({ ok: false, certainty: "unknown", failure: told })).toBe(false);
});

describe("a refusal after a try that may have been carried out", () => {
  const crm = crmAt({ url: "http://127.0.0.1:9" });
  const refusal = crm.error({
    kind: "input",
    code: "NOT_ALLOWED",
    message: "no",
    details: { api_name: "A" },
  });

  test("is told as what a look shows, and as itself where a look shows nothing", async () => {
    expect(await settledBy(crm, refusal, async () => "done")).toBe("done");
    await expect(settledBy(crm, refusal, async () => undefined)).rejects.toBe(refusal);
  });

  test("leaves it open where Zoho cannot be asked", async () => {
    const look = () => Promise.reject(crm.error({ kind: "unavailable", code: "NO_ANSWER", message: "Down" }));
    await expect(settledBy(crm, refusal, look)).rejects.toMatchObject({
      name: "ZohoError",
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
      reason: expect.stringMatching(/^no after the request was sent/),
      details: { api_name: "A", cause: "NOT_ALLOWED" },
      hint: "Sending it again does no harm.",
    });
  });

  test("is no excuse for a fault of the program", async () => {
    const fault = new TypeError("Out of order");
    await expect(settledBy(crm, refusal, () => Promise.reject(fault))).rejects.toBe(fault);
  });
});
