import fc from "fast-check";
import type { JsonObject } from "../core/json";
import { instantOf, refuseFuture } from "./change";
import { fingerprinter, isChunk, isSameFingerprint, packed, unpacked } from "./versions";
import {
  forget,
  isBeforeOpening,
  newestReached,
  OVERLAP,
  openAt,
  openNow,
  recall,
  remember,
  rewindMessage,
  rewound,
  settle,
  sizeOf,
  versionsFrom,
  type Window,
  windowFrom,
} from "./window";

const version = fc.record({
  id: fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String),
  time: fc.integer({ min: 1_700_000_000, max: 1_700_000_100 }),
  fingerprint: fc.stringMatching(/^[\w-]{0,6}$/),
});

const saved = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe("the de-duplication window", () => {
  it("comes back as it was, from where it was saved, whatever was added in which parts", () => {
    fc.assert(
      fc.property(fc.array(fc.array(version, { maxLength: 40 })), (parts) => {
        const window = parts.reduce((before, part) => remember(before, part), openAt(1_700_000_000));
        const all = parts.flat();
        const back = windowFrom(saved(window));
        expect(back).toEqual(window);
        const found = recall(back ?? window, new Set(all.map(({ id }) => id)));
        const expected = new Map<string, Map<number, string>>();
        for (const { id, time, fingerprint } of all) {
          expected.set(id, (expected.get(id) ?? new Map<number, string>()).set(time, fingerprint));
        }
        expect(found).toEqual(expected);
        expect(sizeOf(window)).toBe(all.length);
      }),
    );
  });

  it("is bounded, and small for what it holds", () => {
    const burst = Array.from({ length: 150_000 }, (_, index) => ({
      id: String(5725767000000000000n + BigInt(index)),
      time: 1_700_000_000 + Math.floor(index / 10_000),
      fingerprint: "abcdef",
    }));
    let window = openAt(1_700_000_000);
    for (let start = 0; start < burst.length; start += 2000)
      window = remember(window, burst.slice(start, start + 2000));
    expect(sizeOf(window)).toBeLessThanOrEqual(100_000);
    expect(sizeOf(window)).toBeGreaterThan(98_000);
    expect(JSON.stringify(window).length).toBeLessThan(1_200_000);
    expect(recall(window, new Set([burst.at(-1)?.id ?? ""])).size).toBe(1);
    expect(window.opening).toBe(1_700_000_000);
  });

  it("forgets single records", () => {
    const window = remember(openAt(0), [
      { id: "1", time: 1, fingerprint: "a" },
      { id: "2", time: 1, fingerprint: "b" },
    ]);
    expect([...recall(forget(window, new Set(["1"])), new Set(["1", "2"])).keys()]).toEqual(["2"]);
  });

  it("is nothing where it is not whole", () => {
    const whole = saved(remember(openAt(1), [{ id: "1", time: 1, fingerprint: "" }])) as object;
    expect(windowFrom(whole)).toBeDefined();
    for (const broken of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { ...whole, cursor: "1" },
      { ...whole, from: null },
      { ...whole, emitted: [1] },
    ]) {
      expect(windowFrom(broken)).toBeUndefined();
    }
    expect(windowFrom({ ...whole, emitted: [{ newest: 1, count: 1, packed: "1:x:" }] })).toBeUndefined();
  });
});

describe("what is remembered", () => {
  const burst = (count: number, begin = 0) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(begin + index + 1),
      time: 1000 + begin + index,
      fingerprint: "abcdef",
    }));

  it("stands in chunks of a thousand, each with its newest time", () => {
    const versions = burst(2500);
    const chunks = packed(versions);
    expect(chunks.map(({ newest, count }) => [newest, count])).toEqual([
      [1999, 1000],
      [2999, 1000],
      [3499, 500],
    ]);
    expect(chunks.flatMap(unpacked)).toEqual(versions);
    expect(packed([...burst(3)].reverse()).map(({ newest }) => newest)).toEqual([1002]);
  });

  it("fills the last chunk to the brim before another begins, and leaves those before it alone", () => {
    const empty = openAt(0);
    expect(remember(empty, [])).toBe(empty);
    const full = remember(remember(empty, burst(999)), burst(1, 999));
    expect(full.emitted.map(({ count }) => count)).toEqual([1000]);
    const next = remember(remember(full, burst(1, 1000)), burst(1, 1001));
    expect(next.emitted.map(({ count }) => count)).toEqual([1000, 2]);
    expect(next.emitted[0]).toBe(full.emitted[0]);
  });

  it("is forgotten from the oldest on, by whole chunks, where it is more than the most", () => {
    const three = remember(openAt(0), burst(2500));
    expect(sizeOf(remember(three, burst(500, 2500), 3000))).toBe(3000);
    const cut = remember(three, burst(501, 2500), 3000);
    expect(cut.emitted.map(({ count }) => count)).toEqual([1000, 500, 501]);
    expect(sizeOf(remember(openAt(0), burst(3), 0))).toBe(0);
  });

  it("is given since a time, that time included", () => {
    const window = remember(openAt(0), burst(2500));
    expect(versionsFrom(window, 1999).map(({ time }) => time)).toEqual(
      burst(2500)
        .slice(999)
        .map(({ time }) => time),
    );
    expect(versionsFrom(window, 3500)).toEqual([]);
  });

  it.each([
    undefined,
    { newest: "1", count: 1, packed: "1:1:x" },
    { newest: 1, count: null, packed: "1:1:x" },
    { newest: 1, count: 1, packed: ["1:1:x"] },
    { newest: 1, count: 1, packed: "x1:1:x" },
    { newest: 1, count: 1, packed: "1:1:x y" },
    { newest: 1, count: 1, packed: "" },
  ])("%j is no chunk", (value) => {
    expect(isChunk(value)).toBe(false);
    expect(isChunk({ newest: 1, count: 2, packed: "1:1:x -1:-1:" })).toBe(true);
  });
});

describe("a beginning", () => {
  it("at a time remembers what is older and was not asked for, and at none asks for all", () => {
    expect(openAt(0)).toEqual({ cursor: 0, from: 0, emitted: [] });
    expect(openAt(1)).toEqual({ cursor: 0, from: 0, opening: 1, emitted: [] });
    const window = openAt(1000);
    expect([999, 1000].map((time) => isBeforeOpening(window, { time }))).toEqual([true, false]);
    expect(isBeforeOpening(openAt(0), { time: 0 })).toBe(false);
  });

  it("now reads first what may not be settled, or where a row is needed", () => {
    const day = 24 * 3600;
    const at = (cursor: number) => ({ cursor, from: cursor, emitted: [] });
    expect(openNow({ date: 100_000 })).toEqual({ window: openAt(0), isSettled: true });
    expect(openNow({ newest: 1000, date: 1000 + day })).toEqual({
      window: at(1000 - OVERLAP),
      isSettled: false,
    });
    expect(openNow({ newest: 1000, date: 1001 + day })).toEqual({ window: at(1001), isSettled: true });
    expect(openNow({ newest: 1000, date: 1001 + day }, true)).toEqual({
      window: at(1000 - OVERLAP),
      isSettled: false,
    });
  });

  it("is an ISO time, in UTC where it has no offset, and not in the future", () => {
    expect(instantOf("crm", "2026-03-01T09:00:00")).toBe(Date.UTC(2026, 2, 1, 9) / 1000);
    expect(() => instantOf("crm", "yesterday")).toThrow('"yesterday" is no time in ISO 8601');
    const at = Date.UTC(2026, 2, 1) / 1000;
    expect(refuseFuture("crm", at, at)).toBeUndefined();
    expect(() => refuseFuture("crm", at + 1, at)).toThrow(
      "since 2026-03-01T00:00:01.000Z were asked for, which is in the future: at Zoho it is 2026-03-01T00:00:00.000Z",
    );
  });
});

describe("the cursor", () => {
  const at = (time: number, id = time) => ({ id: String(id), time, fingerprint: "" });
  const read = (window: Window, times: readonly number[], date: number, hasNews = true) =>
    settle(remember(window, hasNews ? times.map((time) => at(time)) : []), {
      newest: newestReached(
        times.map((time) => ({ time })),
        date,
      ),
      date,
      hasNews,
    });

  it("follows the newest change that both clocks have reached, and neither of them alone", () => {
    const begun = read(openAt(100_000), [100_500], 100_510);
    expect(begun.cursor).toBe(100_500 - OVERLAP);
    // A record from the future, and a date from the future with nothing new.
    expect(read(begun, [100_500, 104_000], 100_520).cursor).toBe(begun.cursor);
    expect(read(begun, [100_500], 104_100).cursor).toBe(begun.cursor);
  });

  it("passes the newest change after three quiet readings, which no single step of a date can tell", () => {
    let window = read(openAt(100_000), [100_500], 100_510);
    for (const date of [100_520, 104_120, 100_540, 100_550]) window = read(window, [100_500], date, false);
    expect(window.cursor).toBe(100_440);
    for (const date of [100_580, 100_620, 100_660]) window = read(window, [100_500], date, false);
    expect(window.cursor).toBe(100_501);
  });

  it("passes it no earlier than a minute and a half after it, and counts a reading half a minute after the last", () => {
    const calm = { readings: 3, date: 100_589 };
    const window = { ...openAt(0), calm };
    const cursorAt = (date: number) => settle(window, { newest: 100_500, date, hasNews: false }).cursor;
    expect([cursorAt(100_589), cursorAt(100_590)]).toEqual([100_440, 100_501]);
    const counted = (date: number, hasNews = false) =>
      settle({ ...openAt(0), calm: { readings: 1, date: 1000 } }, { newest: undefined, date, hasNews }).calm;
    expect(counted(1029)).toEqual({ readings: 1, date: 1000 });
    expect(counted(1030)).toEqual({ readings: 2, date: 1030 });
    expect(counted(970)).toEqual({ readings: 1, date: 1000 });
    expect(counted(969)).toEqual({ readings: 0, date: 969 });
    expect(counted(1030, true)).toEqual({ readings: 0, date: 1030 });
  });

  it("stays at the beginning where there is nothing to follow, however much time passes", () => {
    let window = openAt(0);
    for (const date of [1000, 2000, 3000, 4000, 5000]) window = read(window, [], date, false);
    expect(window).toMatchObject({ cursor: 0, from: 0, calm: { readings: 3 } });
  });

  it("stays where a date that went back has not come again to what an earlier one had reached", () => {
    const cursorAt = (date: number) => settle(openAt(1000), { newest: 5000, date, hasNews: true }).cursor;
    expect([cursorAt(4999), cursorAt(5000)]).toEqual([1000 - OVERLAP, 5000 - OVERLAP]);
  });

  it("counts a change that the date has just reached, and knows none where there is none", () => {
    expect(newestReached([{ time: 5 }, { time: 7 }, { time: 8 }], 7)).toBe(7);
    expect(newestReached([{ time: 8 }], 7)).toBeUndefined();
    expect(newestReached([{ time: 0 }], 7)).toBeUndefined();
    expect(newestReached([{ time: 7 }, { time: 5 }], 7)).toBe(7);
  });

  it("of a crowd keeps only what is not settled, by whole chunks", () => {
    const times = Array.from({ length: 5001 }, (_, index) => 100_000 + index);
    const window = read(openAt(100_000), times, 200_000);
    expect([window.cursor, window.from]).toEqual([104_940, 104_940]);
    expect(window.emitted.map(({ newest }) => newest)).toEqual([104_999, 105_000]);
    const whole = Array.from({ length: 5060 }, (_, index) => 100_000 + index);
    const kept = read(openAt(100_000), whole, 200_000);
    expect([kept.cursor, ...kept.emitted.map(({ newest }) => newest)]).toEqual([104_999, 104_999, 105_059]);
    const fewer = read(openAt(100_000), times.slice(1), 200_000);
    expect(fewer.from).toBe(104_901);
    const exact = settle(
      remember(openAt(0), [at(1000), at(1060)]),
      { newest: 1060, date: 9000, hasNews: true },
      {
        versions: 100,
        seconds: 0,
      },
    );
    expect([exact.from, sizeOf(exact)]).toEqual([1000, 2]);
    const long = settle(
      remember(
        remember(
          openAt(0),
          times.slice(0, 1000).map((time) => at(time)),
        ),
        [at(108_259)],
      ),
      {
        newest: 108_259,
        date: 200_000,
        hasNews: true,
      },
    );
    expect(long.emitted.map(({ count }) => count)).toEqual([2]);
  });

  it("is below a date to which it may come down, by half a minute at the most", () => {
    const window = { ...openAt(0), cursor: 1000, from: 1000 };
    expect(rewound(window, 1030)).toBeUndefined();
    expect(rewound(window, 1029)).toMatchObject({ cursor: 0, from: 0 });
    expect(rewound({ ...window, cursor: 0, from: 0 }, 0)).toBeUndefined();
    expect(rewindMessage("Leads", { ...window, cursor: 3600 }, 7200)).toBe(
      "Zoho's answer says that it is 1970-01-01T02:00:00.000Z, which is before changes of Leads that were read. What changed since 1970-01-01T01:00:00.000Z is read again, and may be emitted twice.",
    );
  });

  it("comes back with its quiet readings, where they are whole", () => {
    const calm = { readings: 2, date: 1000 };
    const window = { ...openAt(100), calm };
    expect(windowFrom(saved(window))).toEqual(window);
    const { calm: _, ...without } = window;
    for (const broken of [1, { ...calm, readings: "2" }, { ...calm, date: null }])
      expect(windowFrom(saved({ ...window, calm: broken }))).toEqual(without);
  });

  it("comes down well below a date that went back, and stays where dates differ by seconds", () => {
    const window = read(openAt(100_000), [110_000], 110_001);
    expect(rewound(window, 109_999)).toBeUndefined();
    expect(rewound(window, 109_971)).toBeUndefined();
    const lower = rewound(window, 106_400);
    expect(lower).toMatchObject({ cursor: 99_200, from: 99_200, emitted: window.emitted });
    expect(lower && rewound(lower, 106_400)).toBeUndefined();
  });

  it("has a few changes read again from two hours before, and of many only those that are not settled", () => {
    const few = read(openAt(100_000), [104_000, 109_000, 109_900], 110_000);
    expect([few.cursor, few.from]).toEqual([109_840, 102_640]);
    expect(sizeOf(few)).toBe(3);
    const times = Array.from({ length: 300 }, (_, index) => 109_000 + index);
    const many = read(openAt(100_000), times, 110_000);
    expect([many.cursor, many.from, sizeOf(many)]).toEqual([109_239, 109_200, 100]);
    // What is older than those two hours makes no crowd of the few.
    const old = Array.from({ length: 6000 }, (_, index) => at(50_000 + index));
    const recent = remember(remember(openAt(0), old), [at(109_000), at(109_900)]);
    const left = settle(recent, { newest: 109_900, date: 110_000, hasNews: true });
    expect([left.from, sizeOf(left)]).toEqual([102_640, 2]);
  });
});

describe("a fingerprint", () => {
  const fingerprintOf = (record: JsonObject): string => fingerprinter(["Name", "Owner"])(record);

  it("tells contents apart, and not names of other records", () => {
    expect(fingerprintOf({ Name: "A" })).not.toBe(fingerprintOf({ Name: "B" }));
    expect(fingerprintOf({ Owner: { id: "1", name: "X" } })).toBe(
      fingerprintOf({ Owner: { id: "1", name: "Y" } }),
    );
    expect(fingerprintOf({ Owner: { id: "1", name: "X" } })).not.toBe(
      fingerprintOf({ Owner: { id: "2", name: "X" } }),
    );
    expect(fingerprintOf({ Name: "A", Last_Activity_Time: "1" })).toBe(
      fingerprintOf({ Name: "A", Last_Activity_Time: "2" }),
    );
  });

  it("is six letters, the first two of the fields, and tells the whole record by its own id's fields", () => {
    expect(fingerprintOf({ Name: "A" })).toMatch(/^[\w-]{6}$/);
    expect(fingerprintOf({ Name: "A" }).slice(0, 2)).toBe(fingerprintOf({ Name: "B" }).slice(0, 2));
    expect(fingerprintOf({ id: "1", Name: "A" })).not.toBe(fingerprintOf({ id: "1", Name: "B" }));
    expect(isSameFingerprint(fingerprintOf({ Name: "A" }), fingerprintOf({ Name: "A" }))).toBe(true);
  });

  it("of other fields tells nothing", () => {
    const other = fingerprinter(["Name"])({ Name: "A" });
    expect(isSameFingerprint(other, fingerprintOf({ Name: "B" }))).toBe(true);
    expect(isSameFingerprint(fingerprintOf({ Name: "A" }), fingerprintOf({ Name: "B" }))).toBe(false);
  });
});
