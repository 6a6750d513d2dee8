import { Cache, Lru } from "./cache";

test("what one caller does to a value, no other sees", async () => {
  const cache = new Cache();
  const load = async () => [{ api_name: "Email", values: ["a", "b"] }];
  const first = await cache.get("fields", 1000, 0, load);
  expect(() => first.pop()).toThrow(TypeError);
  expect(() => first[0]?.values.sort()).toThrow(TypeError);
  expect(await cache.get("fields", 1000, 999, () => Promise.reject(new Error("loaded again")))).toBe(first);
});

test("a value is loaded again when its time is over, or when it is forgotten", async () => {
  const cache = new Cache();
  await cache.get("a", 1000, 0, async () => 1);
  expect(await cache.get("a", 1000, 1000, async () => 2)).toBe(2);
  cache.forget("a");
  expect(await cache.get("a", 1000, 1001, async () => 3)).toBe(3);
});

test("callers at the same time share one load, and a failed one is not kept", async () => {
  const cache = new Cache();
  const load = jest.fn(() => Promise.reject(new Error("no")));
  const both = await Promise.allSettled([cache.get("a", 1000, 0, load), cache.get("a", 1000, 0, load)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(load).toHaveBeenCalledTimes(1);
  expect(await cache.get("a", 1000, 1, async () => "next")).toBe("next");
});

test("a load that fails late leaves alone what was loaded after it", async () => {
  const cache = new Cache();
  const failures: ((reason: Error) => void)[] = [];
  const late = cache.get("a", 1000, 0, () => new Promise((_, reject) => failures.push(reject)));
  cache.forget("a");
  await cache.get("a", 1000, 0, async () => "newer");
  failures[0]?.(new Error("late"));
  await expect(late).rejects.toThrow("late");
  expect(await cache.get("a", 1000, 0, async () => "loaded again")).toBe("newer");
});

test("what was not used for the longest time goes first", () => {
  const lru = new Lru<number>(2);
  lru.set("a", 1);
  lru.set("b", 2);
  expect(lru.get("a")).toBe(1);
  lru.set("c", 3);
  expect([lru.get("a"), lru.get("b"), lru.get("c")]).toEqual([1, undefined, 3]);
  lru.delete("a");
  expect(lru.get("a")).toBeUndefined();
});
