import { crmAt } from "../../../test/hostile/zoho";
import { type CausedOutcome, failureOutcome, reportOf, unknownOutcome } from "./outcomes";

const crm = crmAt({ url: "http://127.0.0.1:9" });
const reason = "The day's credits are spent";
const success = (index: number): CausedOutcome => ({
  index,
  status: "success",
  code: "SUCCESS",
  message: "record added",
  id: String(index),
});
const refused = (index: number, code = "DUPLICATE_DATA"): CausedOutcome => ({
  index,
  status: "error",
  code,
  message: "no",
  details: {},
});

test("a record without an outcome was not attempted, and the summary counts it among the failed", () => {
  crm.ledger.sent();
  crm.ledger.charged(3);
  const { data, summary } = reportOf(crm, { outcomes: [success(0), undefined], reason });
  expect(data).toEqual([success(0), { index: 1, status: "error", code: "NOT_ATTEMPTED", message: reason }]);
  expect(summary).toEqual({ total: 2, succeeded: 1, failed: 1, requests: 1, credits: 3 });
});

test("a failure says what to do about it, and nothing where nobody knows", () => {
  const cause = crm.error({ kind: "input", code: "ANY", message: "no", hint: "Look at the layout." });
  const outcomes = [{ ...refused(0, "ANY"), cause }, refused(1), refused(2, "NO_SUCH_CODE")];
  const { data } = reportOf(crm, { outcomes, reason });
  expect(data[0]).toEqual({ ...refused(0, "ANY"), hint: "Look at the layout." });
  expect(data[1]?.hint).toEqual(expect.any(String));
  expect(data[2]).toEqual(refused(2, "NO_SUCH_CODE"));
  expect(data[2]).not.toHaveProperty("hint");
});

test("a failure has the id of the record that was sent, unless it names another", () => {
  const outcomes = [refused(0), { ...refused(1), id: "7" }];
  const { data } = reportOf(crm, { outcomes, reason, ids: ["5", "6"] });
  expect(data.map(({ id }) => id)).toEqual(["5", "7"]);
});

test("the failure of a request is each record's own, with details only where Zoho gave some", () => {
  const failure = { kind: "input", code: "LIMIT_EXCEEDED", message: "too many" } as const;
  const [bare, told] = [crm.error(failure), crm.error({ ...failure, details: { limit: 1 } })];
  expect(failureOutcome(4, told)).toEqual({
    index: 4,
    status: "error",
    code: "LIMIT_EXCEEDED",
    message: "too many",
    details: { limit: 1 },
    cause: told,
  });
  expect(failureOutcome(4, bare)).not.toHaveProperty("details");
  expect(unknownOutcome(4, "lost")).not.toHaveProperty("details");
  expect(unknownOutcome(4, "lost", { cause: "NO_ANSWER" })).toMatchObject({
    status: "error",
    code: "OUTCOME_UNKNOWN",
    details: { cause: "NO_ANSWER" },
  });
});

describe("a step that is to fail where a record failed", () => {
  const report = (...outcomes: (CausedOutcome | undefined)[]) => reportOf(crm, { outcomes, reason }, true);

  test("does not where none did", () => {
    expect(report(success(0), success(1)).summary).toMatchObject({ succeeded: 2, failed: 0 });
  });

  test.each([
    [
      3,
      "3 of 4 records failed (record 2: DUPLICATE_DATA, no; record 3: DUPLICATE_DATA, no; record 4: DUPLICATE_DATA, no)",
    ],
    [
      4,
      "4 of 5 records failed (record 2: DUPLICATE_DATA, no; record 3: DUPLICATE_DATA, no; record 4: DUPLICATE_DATA, no; …)",
    ],
  ])("names the first three of %i, and tells all", (count, message) => {
    const failures = Array.from({ length: count }, (_, index) => refused(index + 1));
    const failing = (): unknown => report(success(0), ...failures);
    expect(failing).toThrow(
      expect.objectContaining({
        kind: "input",
        code: "RECORDS_FAILED",
        message: expect.stringContaining(message),
        hint: "The other records were written. Send only the failed ones again.",
        details: {
          summary: expect.objectContaining({ total: count + 1, succeeded: 1, failed: count }),
          failures: failures.map((failure) => expect.objectContaining({ index: failure.index })),
        },
      }),
    );
  });
});
