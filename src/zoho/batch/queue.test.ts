import fc from "fast-check";
import type { Outcome } from "./outcomes";
import { type Entry, Queue } from "./queue";

interface Item {
  readonly keys: readonly string[];
  readonly alone: boolean;
}

const rules = {
  keys: ({ keys }: Item) => keys,
  isAlone: ({ alone }: Item) => alone,
};
const entriesOf = (items: readonly Item[]): Entry<Item>[] =>
  items.map((record, index) => ({ index, record }));
const indexesOf = (entries: readonly Entry<unknown>[]): number[] => entries.map(({ index }) => index);
const item = (...keys: string[]): Item => ({ keys, alone: false });
const alone = (...keys: string[]): Item => ({ keys, alone: true });

/** A queue of such items, with a function that gives back a chunk's indexes, and what was decided. */
function queueOf(chunkSize: number, ...items: readonly (Item | Outcome)[]) {
  const decided: Outcome[] = [];
  const source = items.map((record, index) => ("status" in record ? record : { index, record }));
  const queue = new Queue(source, { ...rules, chunkSize }, (outcome) => decided.push(outcome));
  return { queue, decided, next: () => indexesOf(queue.next()) };
}

/*
 * The laws of the queue, for any records and any order in which their chunks end: every record goes once,
 * records with a key in common go one after the other in the order of the input, and no chunk is larger than
 * it may be.
 */
test("whatever the keys, and whichever chunk ends first", () => {
  const record = fc.record({
    keys: fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"), { maxLength: 3 }),
    alone: fc.boolean(),
  });
  const records = fc.array(record, { maxLength: 40 });
  const choices = fc.infiniteStream(fc.nat(4));
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 4 }), choices, (items, chunkSize, stream) => {
      const { queue } = queueOf(chunkSize, ...items);
      const underway: Entry<Item>[][] = [];
      const sent: number[] = [];
      for (;;) {
        const chunk = underway.length === 0 || stream.next().value < 3 ? queue.next() : [];
        const busy = underway.flat().flatMap(({ record: { keys } }) => keys);
        const own = chunk.flatMap(({ record: { keys } }) => keys);
        expect(new Set([...busy, ...own]).size).toBe(busy.length + own.length);
        expect(chunk.length).toBeLessThanOrEqual(chunk.some((entry) => entry.record.alone) ? 1 : chunkSize);
        sent.push(...indexesOf(chunk));
        if (chunk.length > 0) underway.push(chunk);
        else if (underway.length === 0) break;
        else queue.release(underway.splice(stream.next().value % underway.length, 1)[0] ?? []);
      }
      expect([...sent].sort((left, right) => left - right)).toEqual(items.map((_, index) => index));
      for (const key of "abcde") {
        const places = sent.filter((index) => items[index]?.keys.includes(key));
        expect(places).toEqual([...places].sort((left, right) => left - right));
      }
    }),
  );
});

describe("a chunk", () => {
  test("is full where there are records that may go, and the last has the rest", () => {
    const { next } = queueOf(3, ...Array.from({ length: 7 }, () => item()));
    expect([next(), next(), next(), next()]).toEqual([[0, 1, 2], [3, 4, 5], [6], []]);
  });

  test("takes what may go from behind a record that waits", () => {
    const { queue, next } = queueOf(2, item("a"), item("a"), item(), item("b"));
    const first = queue.next();
    expect(indexesOf(first)).toEqual([0, 2]);
    expect(next()).toEqual([3]);
    expect(next()).toEqual([]);
    queue.release(first);
    expect(next()).toEqual([1]);
  });

  test("has nothing of a record that waits for another one that waits", () => {
    const { queue, next } = queueOf(5, item("a"), item("a", "b"), item("b"), item("c"));
    const first = queue.next();
    expect(indexesOf(first)).toEqual([0, 3]);
    queue.release(first);
    const second = queue.next();
    expect(indexesOf(second)).toEqual([1]);
    queue.release(second);
    expect(next()).toEqual([2]);
  });

  test("is closed by a record that goes alone, which takes nobody's place", () => {
    const { next } = queueOf(3, alone(), item(), alone(), item());
    expect([next(), next(), next(), next()]).toEqual([[0], [1, 3], [2], []]);
  });

  test("of records without keys and company of any kind is made of what the source has", () => {
    const queue = new Queue(entriesOf([alone("a"), alone("a")]), { chunkSize: 2 }, () => {});
    expect(indexesOf(queue.next())).toEqual([0, 1]);
  });
});

test("records that waited are no more than a chunk takes, and none is drawn for a full one", () => {
  let drawn = 0;
  function* source(): Generator<Entry<Item>> {
    for (const entry of entriesOf([item("a"), item("a"), item("b"), item("b"), item("c"), item()])) {
      drawn += 1;
      yield entry;
    }
  }
  const queue = new Queue(source(), { ...rules, chunkSize: 1 }, () => {});
  const [first, second, third] = [queue.next(), queue.next(), queue.next()];
  expect([first, second, third].map(indexesOf)).toEqual([[0], [2], [4]]);
  expect(drawn).toBe(5);
  queue.release([...first, ...second]);
  expect([indexesOf(queue.next()), drawn]).toEqual([[1], 5]);
});

test("an outcome among the records is handed on, and takes no place in a chunk", () => {
  const refused: Outcome = { index: 1, status: "error", code: "INVALID_DATA", message: "" };
  const { decided, next } = queueOf(2, item(), refused, item());
  expect(next()).toEqual([0, 2]);
  expect(decided).toEqual([refused]);
});

test("no more than a thousand records wait for others before further ones are drawn", () => {
  let drawn = 0;
  function* source(): Generator<Entry<Item>> {
    for (let index = 0; index < 5000; index += 1) {
      drawn += 1;
      yield { index, record: item("a") };
    }
  }
  const queue = new Queue(source(), { ...rules, chunkSize: 100 }, () => {});
  const first = queue.next();
  expect([indexesOf(first), drawn]).toEqual([[0], 1001]);
  expect([queue.next(), drawn]).toEqual([[], 1001]);
  queue.release(first);
  expect([indexesOf(queue.next()), drawn]).toEqual([[1], 1002]);
});
