import fc from "fast-check";
import { fingerprinter, isSameFingerprint } from "./versions";
import {
  forget,
  newestReached,
  OVERLAP,
  openAt,
  recall,
  remember,
  rewound,
  settle,
  sizeOf,
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
  });
});

describe("a fingerprint", () => {
  const fingerprintOf = fingerprinter(["Name", "Owner"]);

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

  it("of other fields tells nothing", () => {
    const other = fingerprinter(["Name"])({ Name: "A" });
    expect(isSameFingerprint(other, fingerprintOf({ Name: "B" }))).toBe(true);
    expect(isSameFingerprint(fingerprintOf({ Name: "A" }), fingerprintOf({ Name: "B" }))).toBe(false);
  });
});
