import fc from "fast-check";
import { type Attempt, defaultRetry, parseRetryAfter, waitBeforeRetry } from "./retry";

const attempt = (given: Partial<Attempt>): Attempt => ({
  number: 1,
  certainty: "unknown",
  repeatable: true,
  remainingMs: 1_000_000,
  ...given,
});
const half = () => 0.5;

describe("retry by what is certain", () => {
  test.each<[string, Partial<Attempt>, boolean]>([
    ["a read after a reset", {}, true],
    ["an insert after a reset", { repeatable: false }, false],
    ["an insert that never arrived", { repeatable: false, certainty: "unsent" }, true],
    ["an insert that was throttled", { repeatable: false, certainty: "throttled" }, true],
    ["a refused read", { certainty: "refused" }, false],
    ["the last attempt", { number: defaultRetry.attempts }, false],
    ["a wait beyond the deadline", { remainingMs: 100 }, false],
    ["a wait that ends with the deadline", { remainingMs: 300 }, false],
    ["a wait that ends before it", { remainingMs: 301 }, true],
    ["the longest Retry-After", { certainty: "throttled", retryAfterMs: 65_000 }, true],
    ["a longer one", { certainty: "throttled", retryAfterMs: 65_001 }, false],
    ["a Retry-After of minutes", { certainty: "throttled", retryAfterMs: 600_000 }, false],
  ])("%s", (_, given, retried) => {
    expect(waitBeforeRetry(attempt(given), half) !== undefined).toBe(retried);
  });

  test("Zoho's own time is waited for to the millisecond, and a little where it asks for none", () => {
    expect(waitBeforeRetry(attempt({ certainty: "throttled", retryAfterMs: 7000 }), half)).toBe(7000);
    expect(waitBeforeRetry(attempt({ certainty: "throttled", retryAfterMs: 0 }), half)).toBe(300);
  });

  test("waits grow, stay between half and the whole of their bound, and end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (number, chance) => {
          const settings = { ...defaultRetry, attempts: 11 };
          const bound = Math.min(settings.capMs, settings.baseMs * settings.factor ** (number - 1));
          const wait = waitBeforeRetry(attempt({ number }), () => chance, settings) ?? -1;
          expect(wait).toBeGreaterThanOrEqual(bound / 2);
          expect(wait).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-03-01T09:00:00Z");

  test.each<[string | undefined, number | undefined]>([
    ["0", 0],
    ["7", 7000],
    ["Sun, 01 Mar 2026 09:00:30 GMT", 30_000],
    ["Sun, 01 Mar 2026 08:00:00 GMT", 0],
    [" 42 ", 42_000],
    [" Sun, 01 Mar 2026 09:00:30 GMT", 30_000],
    ["1 Mar 2026 09:00:30 GMT", undefined],
    ["", undefined],
    ["soon", undefined],
    ["x 1", undefined],
    ["0x10", undefined],
    ["-5", undefined],
    ["99999999999", undefined],
    [undefined, undefined],
  ])("%p is %p ms", (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });

  test("reads every date that a server may write", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seconds) => {
        const header = new Date(now + seconds * 1000).toUTCString();
        expect(parseRetryAfter(header, now)).toBe(seconds * 1000);
      }),
    );
  });
});
