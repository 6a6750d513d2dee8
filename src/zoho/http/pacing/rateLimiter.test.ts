import fc from "fast-check";
import { QuickClock } from "../../../../test/support/sandbox";
import { Queue, RateLimiter, within } from "./rateLimiter";

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a queue", () => {
  test("never has more in flight than its width, loses nobody, and lets them in first come, first served", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }),
        async (concurrency, lengths) => {
          const queue = new Queue({ concurrency }, new QuickClock());
          let inFlight = 0;
          let peak = 0;
          const order: number[] = [];
          await Promise.all(
            lengths.map((length, index) =>
              within([queue], async () => {
                order.push(index);
                inFlight += 1;
                peak = Math.max(peak, inFlight);
                for (let ticks = 0; ticks < length; ticks += 1) await tick();
                inFlight -= 1;
              }),
            ),
          );
          expect(peak).toBeLessThanOrEqual(concurrency);
          expect(order).toEqual(lengths.map((_, index) => index));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("a task that fails gives its place back", async () => {
    const queue = new Queue({ concurrency: 1 }, new QuickClock());
    await expect(within([queue], () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(within([queue], async () => "next")).resolves.toBe("next");
  });

  test("never starts more in a window than Zoho counts", async () => {
    const clock = new QuickClock();
    const queue = new Queue({ concurrency: 5, window: { requests: 10, ms: 60_000 } }, clock);
    const starts: number[] = [];
    await Promise.all(
      Array.from({ length: 35 }, () => within([queue], async () => void starts.push(clock.now()))),
    );
    for (const [index, start] of starts.entries()) {
      const tenthBefore = starts[index - 10];
      if (tenthBefore !== undefined) expect(start - tenthBefore).toBeGreaterThanOrEqual(60_000);
    }
    expect(starts).toHaveLength(35);
  });

  test("counts a request from its answer, for Zoho counts it when it arrives", async () => {
    const clock = new QuickClock();
    const queue = new Queue({ concurrency: 1, window: { requests: 2, ms: 60_000 } }, clock);
    const starts: number[] = [];
    const slow = () =>
      within([queue], async () => {
        starts.push(clock.now());
        await clock.sleep(5000);
      });
    await Promise.all([slow(), slow(), slow()]);
    expect(Number(starts[2]) - Number(starts[0])).toBeGreaterThanOrEqual(65_000);
  });

  test("tells when one that queues now could start", async () => {
    const clock = new QuickClock();
    const queue = new Queue({ concurrency: 2, window: { requests: 2, ms: 60_000 } }, clock);
    const before = clock.now();
    expect(queue.opensAt()).toBeLessThanOrEqual(before);
    await Promise.all([within([queue], tick), within([queue], tick)]);
    expect(queue.opensAt()).toBeGreaterThanOrEqual(before + 60_000);
    queue.throttled(90_000);
    expect(queue.opensAt()).toBeGreaterThanOrEqual(before + 90_000);
  });

  test("one throttled request pauses all who wait, once", async () => {
    const clock = new QuickClock();
    const queue = new Queue({ concurrency: 2 }, clock);
    await queue.enter();
    queue.throttled(5000);
    queue.leave();
    await Promise.all(Array.from({ length: 6 }, () => within([queue], tick)));
    expect(clock.slept).toBeGreaterThanOrEqual(4990);
    expect(clock.slept).toBeLessThan(6000);
  });
});

test("queries go through their own queue and the common one, Books through neither", () => {
  const limiter = new RateLimiter(new QuickClock());
  const standard = limiter.queuesFor("crm", false);
  expect(limiter.queuesFor("crm", true)).toEqual([expect.any(Queue), ...standard]);
  expect(limiter.queuesFor("books", false)).not.toContain(standard[0]);
});

test("after a 429 fewer are in flight, and good answers widen the queue again", async () => {
  const queue = new Queue({ concurrency: 10 }, new QuickClock());
  const peakOf = async (throttledAt?: number) => {
    let peak = 0;
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        within([queue], async () => {
          await tick();
          if (index === throttledAt) queue.throttled(0);
          else if (throttledAt === undefined) peak = Math.max(peak, queue.inFlight);
        }),
      ),
    );
    return peak;
  };
  await peakOf(9);
  expect(await peakOf()).toBeLessThanOrEqual(7);
  for (let answers = 0; answers < 200; answers += 1) queue.succeeded();
  expect(await peakOf()).toBe(10);
});
