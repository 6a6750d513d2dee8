import { crmAt, logging } from "../../../test/hostile/zoho";
import { QuickClock } from "../../../test/support/quickClock";
import type { JsonObject } from "../core/json";
import type { Failure } from "../http/errors";
import { MAX_BYTES } from "../http/exchange";
import { runBatch } from "./batch";
import { type Outcome, unknownOutcome } from "./outcomes";
import type { Batch, Entry, Finding } from "./queue";

/*
 * What the engine makes of what a kind of write tells it: failures of its own, sizes, and what looking for
 * records shows. No request is made here.
 */

const open = (log = logging().log) => crmAt({ url: "http://127.0.0.1:9", log });

const plain: Batch<JsonObject> = {
  chunkSize: 2,
  concurrency: 1,
  repeatable: () => "never",
  send: async (entries) => ({
    results: entries.map(({ index }) => ({
      outcome: { index, status: "success", code: "SUCCESS", message: "" },
      verdict: "final",
    })),
  }),
};
const entries = (count: number): Entry<JsonObject>[] =>
  Array.from({ length: count }, (_, index) => ({ index, record: { Last_Name: `Lead ${index}` } }));
const run = (batch: Partial<Batch<JsonObject>>, count = 3, crm = open()) =>
  runBatch(crm, { ...plain, ...batch }, entries(count), count);

test("a failure of the program itself leaves its records unknown, and the others go on", async () => {
  let calls = 0;
  const { outcomes } = await run({
    send: async (chunk, manner) => {
      calls += 1;
      if (calls === 1) throw new TypeError("Out of order");
      return plain.send(chunk, manner);
    },
  });
  expect(outcomes).toMatchObject([
    { code: "OUTCOME_UNKNOWN", message: "TypeError: Out of order" },
    { code: "OUTCOME_UNKNOWN" },
    { status: "success" },
  ]);
});

test("a record that the answer does not mention is unknown", async () => {
  const { outcomes } = await run({
    send: async (chunk, manner) => ({ results: (await plain.send(chunk, manner)).results.slice(0, 1) }),
  });
  expect(outcomes).toMatchObject([
    { status: "success" },
    { index: 1, code: "OUTCOME_UNKNOWN", message: "Zoho's answer does not mention this record" },
    { status: "success" },
  ]);
});

test("a limit of which nothing more is told is met by no smaller request", async () => {
  const crm = open();
  const limit = crm.error({ kind: "input", code: "LIMIT_EXCEEDED", message: "Too many" });
  const { outcomes } = await run({ send: () => Promise.reject(limit) }, 2, crm);
  expect(outcomes).toMatchObject(Array(2).fill({ code: "LIMIT_EXCEEDED" }));
});

test.each([
  [15_000, ["SUCCESS"]],
  [14_999, [undefined]],
])("%i ms before the end of the time, %j are the outcomes", async (deadlineAt, expected) => {
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 };
  const { outcomes } = await run({}, 1, crmAt({ url: "http://127.0.0.1:9", clock, deadlineAt }));
  expect(outcomes.map((outcome) => outcome?.code)).toEqual(expected);
});

test("a record that is not sent at all keeps its own outcome, beside those that are", async () => {
  const refused: Outcome = { index: 1, status: "error", code: "INVALID_DATA", message: "no" };
  const [first, , last] = entries(3);
  if (!first || !last) throw new Error("There are no entries.");
  const { outcomes } = await runBatch(open(), plain, [first, refused, last], 3);
  expect(outcomes).toMatchObject([{ status: "success" }, refused, { status: "success" }]);
});

test("a record too large for any request is not attempted", async () => {
  const { outcomes } = await run({ chunkSize: 1, bytesOf: () => MAX_BYTES + 1 }, 2);
  expect(outcomes).toMatchObject(
    [0, 1].map((index) => ({
      index,
      status: "error",
      code: "NOT_ATTEMPTED",
      message: "the record is larger than 120 MB",
    })),
  );
});

test("a record as large as a request may be is sent", async () => {
  expect(await run({ chunkSize: 1, bytesOf: () => MAX_BYTES }, 1)).toMatchObject({
    outcomes: [{ status: "success" }],
  });
});

test("the end of the time, met by the first request, is no failure of the batch", async () => {
  const crm = open();
  const late = crm.error({ kind: "unavailable", code: "OUT_OF_TIME", message: "The time is over" });
  const { outcomes, reason } = await run({ send: () => Promise.reject(late) }, 3, crm);
  expect(outcomes).toEqual([undefined, undefined, undefined]);
  expect(reason).toContain("The time is over");
});

test.each([
  [26 * 1024 * 1024, [1, 1, 1]],
  [25 * 1024 * 1024, [2, 1]],
])("records of %i bytes go in requests of %j", async (bytes, expected) => {
  const sizes: number[] = [];
  await run({
    bytesOf: () => bytes,
    send: (chunk, manner) => {
      sizes.push(chunk.length);
      return plain.send(chunk, manner);
    },
  });
  expect(sizes).toEqual(expected);
});

describe("looking for records in doubt", () => {
  const unknown = async (chunk: readonly Entry<JsonObject>[]) => ({
    results: chunk.map(({ index }) => ({
      outcome: unknownOutcome(index, "lost"),
      verdict: "unknown" as const,
    })),
  });
  const found = (index: number): Outcome => ({
    index,
    status: "success",
    code: "SUCCESS",
    message: "found",
    id: "7",
    action: "insert",
  });

  test("sends again what is absent, and takes what was found", async () => {
    const sent: number[][] = [];
    const { outcomes } = await run({
      send: async (chunk, manner) => {
        sent.push(chunk.map(({ index }) => index));
        return sent.length === 1 ? unknown(chunk) : plain.send(chunk, manner);
      },
      lookUp: async () =>
        new Map<number, Finding>([
          [0, found(0)],
          [1, "absent"],
        ]),
    });
    expect(sent).toEqual([[0, 1], [1], [2]]);
    expect(outcomes).toMatchObject([found(0), { message: "" }, { message: "" }]);
  });

  test("looks for what the answer does not mention, and what the program itself failed with", async () => {
    const lookUp: Batch<JsonObject>["lookUp"] = async (doubts) =>
      new Map(doubts.map(({ index }) => [index, { ...found(index), id: String(index) }]));
    for (const send of [async () => ({ results: [] }), () => Promise.reject(new TypeError("Out of order"))]) {
      const { outcomes } = await run({ send, lookUp }, 2);
      expect(outcomes).toMatchObject([0, 1].map((index) => ({ ...found(index), id: String(index) })));
    }
  });

  test("looks for what a later try was refused for as a whole, where that leaves it open", async () => {
    const crm = open();
    const refusal = crm.error({ kind: "input", code: "DUPLICATE_DATA", message: "It is there" });
    let sent = 0;
    const refusals: (Outcome | undefined)[] = [];
    const { outcomes } = await run(
      {
        repeatable: () => "answered",
        send: async (chunk) => {
          sent += 1;
          if (sent > 1) throw refusal;
          return unknown(chunk);
        },
        afterDoubt: () => undefined,
        lookUp: async (doubts) => {
          refusals.push(...doubts.map((doubt) => doubt.refusal));
          return new Map([[0, found(0)]]);
        },
      },
      1,
      crm,
    );
    expect([outcomes, refusals]).toMatchObject([[found(0)], [{ code: "DUPLICATE_DATA" }]]);
  });

  test("goes by the time of the first try that may have been carried out", async () => {
    const times: number[] = [];
    await run(
      {
        send: unknown,
        lookUp: async (doubts) => {
          times.push(...doubts.map(({ sentAt }) => sentAt));
          return new Map<number, Finding>([[0, "absent"]]);
        },
      },
      1,
    );
    expect(times).toEqual(Array(3).fill(times[0]));
  });

  test("is not done where none is in doubt", async () => {
    const lookUp = () => Promise.reject(new TypeError("There is nothing to look for"));
    expect((await run({ lookUp })).outcomes).toMatchObject(Array(3).fill({ status: "success" }));
  });

  test("does so three times, after one and two seconds, and no more", async () => {
    const clock = new QuickClock();
    let looked = 0;
    const { outcomes } = await run(
      {
        send: unknown,
        lookUp: async () => {
          looked += 1;
          return new Map<number, Finding>([[0, "absent"]]);
        },
      },
      1,
      crmAt({ url: "http://127.0.0.1:9", clock }),
    );
    expect([looked, clock.slept, outcomes]).toMatchObject([3, 3000, [{ code: "OUTCOME_UNKNOWN" }]]);
  });

  test("leaves unknown what it does not tell of, and one record for two", async () => {
    const { outcomes } = await run(
      {
        chunkSize: 1,
        send: unknown,
        lookUp: async ([doubt]) =>
          doubt && doubt.index < 2 ? new Map([[doubt.index, found(doubt.index)]]) : new Map(),
      },
      3,
    );
    expect(outcomes).toMatchObject([found(0), { code: "OUTCOME_UNKNOWN" }, { code: "OUTCOME_UNKNOWN" }]);
  });

  test("takes one record for two where nothing was made of it", async () => {
    const gone = (index: number): Outcome => ({ ...found(index), action: "delete" });
    const { outcomes } = await run(
      {
        chunkSize: 1,
        send: async ([entry]) =>
          entry?.index === 0
            ? { results: [{ outcome: gone(0), verdict: "final" }] }
            : unknown(entry ? [entry] : []),
        lookUp: async () => new Map([[1, gone(1)]]),
      },
      2,
    );
    expect(outcomes).toMatchObject([gone(0), gone(1)]);
  });

  test("takes a refusal that names the record of another", async () => {
    const duplicate: Outcome = { ...found(1), status: "error", code: "DUPLICATE_DATA" };
    const { outcomes } = await run(
      {
        chunkSize: 1,
        send: unknown,
        lookUp: async ([doubt]) =>
          new Map([doubt?.index === 0 ? [0, found(0)] : [1, duplicate]] as [number, Finding][]),
      },
      2,
    );
    expect(outcomes).toMatchObject([found(0), duplicate]);
  });

  test.each(["unavailable", "throttled"] as const)(
    "leaves unknown what a later try did not reach Zoho with: %s",
    async (kind) => {
      const crm = open();
      let sent = 0;
      const { outcomes } = await run(
        {
          repeatable: () => "answered",
          send: async (chunk) => {
            sent += 1;
            if (sent > 1) throw crm.error({ kind, code: "UNREACHABLE", message: "Nothing was sent" });
            return unknown(chunk);
          },
        },
        1,
        crm,
      );
      expect([sent, outcomes]).toMatchObject([2, [{ code: "OUTCOME_UNKNOWN", message: "lost" }]]);
    },
  );

  test("warns where it fails, and leaves all unknown", async () => {
    const { lines, log } = logging();
    const crm = open(log);
    const { outcomes } = await run(
      {
        send: unknown,
        lookUp: () => Promise.reject(crm.error({ kind: "unavailable", code: "X", message: "down" })),
      },
      2,
      crm,
    );
    expect(outcomes).toMatchObject([{ code: "OUTCOME_UNKNOWN" }, { code: "OUTCOME_UNKNOWN" }]);
    expect(lines.warn).toEqual([
      expect.stringMatching(/^What became of 2 records could not be looked up: .*down/),
    ]);
  });

  test("that fails by a fault of the program is no outcome", async () => {
    const fault = new TypeError("Out of order");
    await expect(run({ send: unknown, lookUp: () => Promise.reject(fault) })).rejects.toBe(fault);
  });
});

describe("the one record for which a request is refused", () => {
  const refusing = (failure: Partial<Failure>, batch: Partial<Batch<JsonObject>> = {}, count = 2) => {
    const crm = open();
    const sizes: number[] = [];
    const refusal = crm.error({ kind: "input", code: "NOT_SO", message: "no", ...failure });
    const send: Batch<JsonObject>["send"] = async (chunk, manner) => {
      sizes.push(chunk.length);
      if (chunk.some(({ index }) => index % 2 === 0)) throw refusal;
      return plain.send(chunk, manner);
    };
    const done = run({ culprit: () => 0, send, ...batch }, count, crm);
    return done.then(({ outcomes }) => ({ sizes, codes: outcomes.map((outcome) => outcome?.code) }));
  };

  test.each(["input", "permission", "notFound", "conflict"] as const)(
    "is taken out, and the others are sent: %s",
    async (kind) => {
      expect(await refusing({ kind })).toEqual({ sizes: [2, 1], codes: ["NOT_SO", "SUCCESS"] });
    },
  );

  test("is not looked for where the failure is no refusal", async () => {
    expect(await refusing({ kind: "answer" })).toEqual({ sizes: [2], codes: ["NOT_SO", "NOT_SO"] });
  });

  test("leaves nothing to send where it was alone", async () => {
    expect(await refusing({}, {}, 1)).toEqual({ sizes: [1], codes: ["NOT_SO"] });
  });

  test("is taken out fifty times, whatever was refused without a name before", async () => {
    let asked = 0;
    const culprit = () => {
      asked += 1;
      return asked > 10 ? 0 : undefined;
    };
    const { sizes } = await refusing({}, { culprit }, 2 * 61);
    const named = Array.from({ length: 50 }, () => [2, 1]).flat();
    expect(sizes).toEqual([...Array(10).fill(2), ...named, 2]);
  });

  test("is looked for by the time of its request where an earlier try of that may have been carried out", async () => {
    const times: number[] = [];
    const lookUp: Batch<JsonObject>["lookUp"] = async (doubts) => {
      times.push(...doubts.map(({ sentAt }) => sentAt));
      return new Map();
    };
    await refusing({ resent: true }, { afterDoubt: () => undefined, lookUp });
    expect(times).toEqual([expect.any(Number)]);
  });
});
