import fc from "fast-check";
import {
  beginAt,
  forget,
  isSamePrint,
  observe,
  printer,
  recall,
  remember,
  seenFrom,
  settled,
  sizeOf,
} from "./seen";

const version = fc.record({
  id: fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String),
  time: fc.integer({ min: 1_700_000_000, max: 1_700_000_100 }),
  print: fc.stringMatching(/^[\w-]{0,6}$/),
});

const saved = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe("what a feed remembers", () => {
  it("comes back as it was, from where it was saved, whatever was added in which parts", () => {
    fc.assert(
      fc.property(fc.array(fc.array(version, { maxLength: 40 })), (parts) => {
        const seen = parts.reduce((memory, part) => remember(memory, part), beginAt(1_700_000_000));
        const all = parts.flat();
        const back = seenFrom(saved(seen));
        expect(back).toEqual(seen);
        const found = recall(back ?? seen, new Set(all.map(({ id }) => id)));
        const expected = new Map<string, Map<number, string>>();
        for (const { id, time, print } of all) {
          expected.set(id, (expected.get(id) ?? new Map<number, string>()).set(time, print));
        }
        expect(found).toEqual(expected);
        expect(sizeOf(seen)).toBe(all.length);
      }),
    );
  });

  it("forgets what is before its beginning, which never goes back", () => {
    const old = { id: "1", time: 10, print: "" };
    const young = { id: "2", time: 20, print: "" };
    const seen = remember(remember(beginAt(5), [old]), [young], 15);
    expect(seen.since).toBe(15);
    expect(recall(seen, new Set(["1", "2"]))).toEqual(new Map([["2", new Map([[20, ""]])]]));
    expect(remember(seen, [old], 3).since).toBe(15);
  });

  it("keeps what is younger where it is told to", () => {
    const seen = remember(beginAt(5), [{ id: "1", time: 10, print: "" }]);
    expect(sizeOf(remember(seen, [], 15, 5))).toBe(1);
    expect(sizeOf(remember(seen, [], 15))).toBe(0);
  });

  it("is bounded, and small for what it holds", () => {
    const burst = Array.from({ length: 150_000 }, (_, index) => ({
      id: String(5725767000000000000n + BigInt(index)),
      time: 1_700_000_000 + Math.floor(index / 10_000),
      print: "abcdef",
    }));
    let seen = beginAt(1_700_000_000);
    for (let start = 0; start < burst.length; start += 2000)
      seen = remember(seen, burst.slice(start, start + 2000));
    expect(sizeOf(seen)).toBeLessThanOrEqual(100_000);
    expect(sizeOf(seen)).toBeGreaterThan(98_000);
    expect(JSON.stringify(seen).length).toBeLessThan(1_200_000);
    expect(recall(seen, new Set([burst.at(-1)?.id ?? ""])).size).toBe(1);
    expect(seen.since).toBe(1_700_000_000);
  });

  it("forgets single records", () => {
    const seen = remember(beginAt(0), [
      { id: "1", time: 1, print: "a" },
      { id: "2", time: 1, print: "b" },
    ]);
    expect([...recall(forget(seen, new Set(["1"])), new Set(["1", "2"])).keys()]).toEqual(["2"]);
  });

  it("is nothing where it is not whole", () => {
    const whole = saved(remember(beginAt(1, 2, 3), [{ id: "1", time: 1, print: "" }])) as object;
    expect(seenFrom(whole)).toBeDefined();
    for (const broken of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { ...whole, since: "1" },
      { ...whole, asOf: null },
      { ...whole, emitted: [1] },
    ]) {
      expect(seenFrom(broken)).toBeUndefined();
    }
    expect(seenFrom({ ...whole, emitted: [{ newest: 1, count: 1, packed: "1:x:" }] })).toBeUndefined();
    expect(seenFrom({ ...whole, date: "today" })).toBeUndefined();
  });
});

describe("Zoho's time", () => {
  it("goes on with the newest change, and with the time that has passed by the answers' dates", () => {
    let seen = observe(beginAt(100), { newest: 130, date: 5000 });
    expect(seen.asOf).toBe(130);
    seen = observe(seen, { date: 5090 });
    expect(seen.asOf).toBe(220);
    seen = observe(seen, { newest: 150, date: 5080 });
    expect([seen.asOf, settled(seen)]).toEqual([220, 160]);
    expect(observe(seen, { newest: 230 }).asOf).toBe(230);
  });
});

describe("a print", () => {
  const printOf = printer(["Name", "Owner"]);

  it("tells contents apart, and not names of other records", () => {
    expect(printOf({ Name: "A" })).not.toBe(printOf({ Name: "B" }));
    expect(printOf({ Owner: { id: "1", name: "X" } })).toBe(printOf({ Owner: { id: "1", name: "Y" } }));
    expect(printOf({ Owner: { id: "1", name: "X" } })).not.toBe(printOf({ Owner: { id: "2", name: "X" } }));
    expect(printOf({ Name: "A", Last_Activity_Time: "1" })).toBe(
      printOf({ Name: "A", Last_Activity_Time: "2" }),
    );
  });

  it("of other fields tells nothing", () => {
    const other = printer(["Name"])({ Name: "A" });
    expect(isSamePrint(other, printOf({ Name: "B" }))).toBe(true);
    expect(isSamePrint(printOf({ Name: "A" }), printOf({ Name: "B" }))).toBe(false);
  });
});
