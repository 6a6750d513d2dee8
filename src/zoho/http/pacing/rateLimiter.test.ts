import fc from "fast-check";
import { QuickClock } from "../../../../test/support/sandbox";
import { Queue, RateLimiter, within } from "./rateLimiter";
import { creditsLeftOf, isLow, quotaOf } from "./retry";

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

/** A clock that stands still until a test moves it on, and then wakes who sleeps. */
class StillClock {
  at = 1000;
  sleeping: { until: number; wake: () => void }[] = [];
  now = () => this.at;
  random = () => 0.5;
  sleep = (ms: number) => new Promise<void>((wake) => void this.sleeping.push({ until: this.at + ms, wake }));
  async pass(ms: number): Promise<void> {
    this.at += ms;
    const due = this.sleeping.filter(({ until }) => until <= this.at);
    this.sleeping = this.sleeping.filter(({ until }) => until > this.at);
    for (const { wake } of due) wake();
    for (let ticks = 0; ticks < 5; ticks += 1) await tick();
  }
}

describe("to the millisecond", () => {
  const fill = (queue: Queue, count: number) => {
    for (let entered = 0; entered < count; entered += 1) void queue.enter();
  };

  test("a queue opens when the window has room for those before", () => {
    const clock = new StillClock();
    const queue = new Queue({ concurrency: 2, window: { requests: 3, ms: 60 } }, clock);
    const answer = (at: number) => {
      clock.at = at;
      fill(queue, 1);
      queue.leave();
    };
    answer(100);
    answer(110);
    expect(queue.opensAt()).toBe(0);
    fill(queue, 1);
    expect(queue.opensAt()).toBe(160);
    queue.leave();
    fill(queue, 1);
    // The window is full: one waits for it, the next after the first answer, and more after the last.
    expect(queue.opensAt()).toBe(170);
    fill(queue, 5);
    expect(queue.opensAt()).toBe(170);
    queue.throttled(500);
    expect(queue.opensAt()).toBe(610);
    expect(new Queue({ concurrency: 1 }, clock).opensAt()).toBe(0);
  });

  test("the oldest of a full window lets the next one in, and who waits sleeps once for all", async () => {
    const clock = new StillClock();
    const queue = new Queue({ concurrency: 2, window: { requests: 2, ms: 60 } }, clock);
    fill(queue, 1);
    queue.leave();
    await clock.pass(10);
    fill(queue, 1);
    queue.leave();
    fill(queue, 4);
    expect([queue.inFlight, clock.sleeping.map(({ until }) => until)]).toEqual([0, [1060]]);
    await clock.pass(49);
    expect(queue.inFlight).toBe(0);
    await clock.pass(1);
    expect([queue.inFlight, clock.sleeping.map(({ until }) => until)]).toEqual([1, [1070]]);
    await clock.pass(10);
    expect(queue.inFlight).toBe(2);
    // What is in flight counts until it is answered; only its answer makes room.
    await clock.pass(1000);
    expect(queue.inFlight).toBe(2);
  });

  test("a pause keeps the next one where the window has room", async () => {
    const clock = new StillClock();
    const queue = new Queue({ concurrency: 2, window: { requests: 2, ms: 60 } }, clock);
    queue.throttled(10);
    fill(queue, 1);
    expect(queue.inFlight).toBe(0);
    await clock.pass(10);
    expect(queue.inFlight).toBe(1);
  });

  test("a pause that is over now keeps nobody", () => {
    const clock = new StillClock();
    const queue = new Queue({ concurrency: 2 }, clock);
    queue.throttled(0);
    fill(queue, 1);
    expect([queue.inFlight, clock.sleeping]).toEqual([1, []]);
  });

  test("a throttled queue has seven tenths of what was in flight, and one more for each twenty good answers", () => {
    const queue = new Queue({ concurrency: 10 }, new StillClock());
    fill(queue, 5);
    queue.throttled(0);
    fill(queue, 20);
    for (let left = 0; left < 5; left += 1) queue.leave();
    expect(queue.inFlight).toBe(3);
    const widthAfter = (answers: number) => {
      for (let given = 0; given < answers; given += 1) queue.succeeded();
      return queue.inFlight;
    };
    expect([widthAfter(19), widthAfter(1), widthAfter(19), widthAfter(1)]).toEqual([3, 4, 4, 5]);
    expect(widthAfter(200)).toBe(10);
    expect(widthAfter(200)).toBe(10);
  });

  test("an organisation has ten, eight of its class and five of Books at once, those a hundred a minute", async () => {
    const clock = new StillClock();
    const limiter = new RateLimiter(clock);
    const [standard] = limiter.queuesFor("crm", false);
    const [sub] = limiter.queuesFor("crm", true);
    const [books, ...others] = limiter.queuesFor("books", true);
    if (!standard || !sub || !books) throw new Error("a queue is missing");
    for (const queue of [standard, sub, books]) fill(queue, 200);
    expect([standard, sub, books].map(({ inFlight }) => inFlight)).toEqual([10, 8, 5]);
    expect(others).toEqual([]);
    for (let answered = 0; answered < 100; answered += 1) books.leave();
    expect(books.inFlight).toBe(0);
    await clock.pass(60_999);
    expect(books.inFlight).toBe(0);
    await clock.pass(1);
    expect(books.inFlight).toBe(5);
  });
});

describe("what Zoho says is left", () => {
  const headers = {
    "x-rate-limit-limit": "1000",
    "x-rate-limit-remaining": " 50 ",
    "x-rate-limit-reset": "60",
  };

  test("of the day of Books is told by all three headers", () => {
    expect(quotaOf(headers)).toEqual({ limit: 1000, remaining: 50, resetMs: 60_000 });
    for (const name of Object.keys(headers)) {
      for (const value of [undefined, "x", "1x", "x1", "1234567890"]) {
        const { [name as keyof typeof headers]: _, ...rest } = headers;
        expect(quotaOf(value === undefined ? rest : { ...rest, [name]: value })).toBeUndefined();
      }
    }
  });

  test("is little from a twentieth on, and of CRM's credits a number", () => {
    const quota = { limit: 1000, resetMs: 1 };
    expect([isLow({ ...quota, remaining: 50 }), isLow({ ...quota, remaining: 51 })]).toEqual([true, false]);
    expect(creditsLeftOf({ "x-api-credits-remaining": "42" })).toBe(42);
    expect(creditsLeftOf({})).toBeUndefined();
  });
});

test("other products have one queue, which is none of CRM's and none of Books'", () => {
  const limiter = new RateLimiter(new QuickClock());
  const others = limiter.queuesFor("zoho", true);
  expect(others).toHaveLength(1);
  const known = [...limiter.queuesFor("crm", true), ...limiter.queuesFor("books", false)];
  expect(known.filter((queue) => others.includes(queue))).toEqual([]);
});
