import { crmAt, type Hostile, json, logging, startHostile } from "../../../test/hostile/zoho";
import { QuickClock } from "../../../test/support/quickClock";
import type { JsonObject } from "../core/json";
import type { Crm } from "../crm/crm";
import { createRecords } from "../crm/records/write/create";
import { updateRecords } from "../crm/records/write/update";
import { upsertRecords } from "../crm/records/write/upsert";
import type { TransportSettings } from "../http/transport";
import type { Outcome } from "./outcomes";

let server: Hostile;
beforeAll(async () => {
  server = await startHostile();
});
afterAll(() => server.close());

const recordType = "Leads";
const leads = (count: number, more: JsonObject = {}): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ Last_Name: `Lead ${index}`, ...more }));
const open = (settings: Partial<TransportSettings> = {}): Crm => crmAt({ url: server.url, ...settings });
const how = { recordType, validate: false, concurrency: 1 };

/** What the server does with one write, by its records: an answer, or none at all. */
type Act = (records: readonly JsonObject[]) => { status: number; body: unknown } | "lost";

const ok =
  (action = "insert"): Act =>
  (records) => ({ status: 200, body: { data: records.map((_, index) => item(index, action)) } });
const item = (index: number, action: string): JsonObject => ({
  status: "success",
  code: "SUCCESS",
  message: "",
  action,
  details: { id: String(index + 1) },
});
const refusal = (code: string, details: JsonObject = {}): JsonObject => ({
  status: "error",
  code,
  message: "no",
  details,
});
const refuse =
  (status: number, code: string, details?: JsonObject): Act =>
  () => ({ status, body: refusal(code, details) });
const each =
  (code: string, details?: JsonObject): Act =>
  (records) => ({ status: 200, body: { data: records.map(() => refusal(code, details)) } });
const lost: Act = () => "lost";

/** Plays acts one after the other, the last one ever after; gives how many records each write had. */
function play(...acts: readonly Act[]): number[] {
  const sizes: number[] = [];
  server.respond((request, response) => {
    const { data } = JSON.parse(request.body) as { data: JsonObject[] };
    const answer = (acts[sizes.length] ?? acts.at(-1) ?? lost)(data);
    sizes.push(data.length);
    if (answer === "lost") request.socket.destroy();
    else json(response, answer.status, answer.body);
  });
  return sizes;
}

const codesOf = (data: readonly Outcome[]): string[] => data.map(({ code }) => code);

describe("the pace of a batch", () => {
  test("has as many requests on their way as it may, and never more", async () => {
    const held: (() => void)[] = [];
    let [inFlight, peak] = [0, 0];
    server.respond(async (request, response, number) => {
      const { data } = JSON.parse(request.body) as { data: JsonObject[] };
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      // The first three wait for each other, so that the batch ends only where it sends them together.
      if (number < 3) await new Promise<void>((resolve) => held.push(resolve));
      for (const resolve of held.splice(0)) resolve();
      inFlight -= 1;
      const answer = ok()(data);
      if (answer !== "lost") json(response, answer.status, answer.body);
    });
    const { summary } = await createRecords(open(), { ...how, records: leads(1000), concurrency: 3 });
    expect([summary.succeeded, peak]).toEqual([1000, 3]);
  });

  test("is told every five thousand records", async () => {
    play(ok());
    const { lines, log } = logging();
    await createRecords(open({ log }), { ...how, records: leads(10_100) });
    expect(lines.info).toEqual(["5000 of 10100 records sent.", "10000 of 10100 records sent."]);
  });

  test("ends so early that what was done can be handed on", async () => {
    const clock = new QuickClock();
    const sizes = play((records) => {
      clock.slept += 20_000;
      return ok()(records);
    });
    const crm = open({ clock, deadlineAt: clock.now() + 60_000 });
    const { data } = await createRecords(crm, { ...how, records: leads(500) });
    expect(sizes).toEqual([100, 100, 100]);
    expect(data[299]).toMatchObject({ status: "success" });
    expect(data.slice(300).map(({ code, message }) => [code, message])).toEqual(
      Array(200).fill(["NOT_ATTEMPTED", "The time of this execution was over before this record was sent"]),
    );
  });
});

describe("a limit", () => {
  test.each([["BODY_SIZE_REACHED"], ["REQUEST_ENTITY_TOO_LARGE"], ["HTTP_413"]])(
    "of size, %s, is met by halves, and by one record not at all",
    async (code) => {
      const act = code === "HTTP_413" ? () => ({ status: 413, body: "" }) : refuse(400, code);
      const sizes = play((records) => (records.length > 2 ? act(records) : ok()(records)));
      expect((await createRecords(open(), { ...how, records: leads(5) })).summary.succeeded).toBe(5);
      expect(sizes).toEqual([5, 3, 2, 1, 2]);
      const alone = play(act);
      expect(codesOf((await createRecords(open(), { ...how, records: leads(1) })).data)).toEqual([code]);
      expect(alone).toEqual([1]);
    },
  );

  test.each<[JsonObject, number[]]>([
    [{ maximum_length: 2 }, [4, 2, 2]],
    [{ maximum_length: 3 }, [4, 2, 2]],
    [{ maximum_length: 4 }, [4]],
    [{ maximum_length: 0 }, [4]],
    [{ maximum_length: -1 }, [4]],
    [{ maximum_length: "2" }, [4]],
    [{ limit: 2 }, [4]],
  ])("of how many records at once, %j, is met by %j", async (details, expected) => {
    const sizes = play((records) =>
      records.length > 2 ? refuse(400, "LIMIT_EXCEEDED", details)(records) : ok()(records),
    );
    const { data } = await createRecords(open(), { ...how, records: leads(4) });
    expect(sizes).toEqual(expected);
    expect(codesOf(data)).toEqual(Array(4).fill(expected.length > 1 ? "SUCCESS" : "LIMIT_EXCEEDED"));
  });

  test("of another code is not met by halves, whatever it says", async () => {
    const sizes = play(refuse(400, "INVALID_REQUEST", { maximum_length: 2 }));
    await createRecords(open(), { ...how, records: leads(4) });
    expect(sizes).toEqual([4]);
  });
});

describe("a record that was turned away unread", () => {
  test("is sent three times, after one and two seconds, and then told by Zoho's code", async () => {
    const clock = new QuickClock();
    const sizes = play(each("TOO_MANY_REQUESTS"));
    const { data } = await createRecords(open({ clock }), { ...how, records: leads(2) });
    expect([sizes, clock.slept]).toEqual([[2, 2, 2], 3000]);
    expect(codesOf(data)).toEqual(["TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
  });

  test("is unknown where an earlier try may have written it", async () => {
    play(each("INTERNAL_ERROR"), each("TOO_MANY_REQUESTS"));
    const { data } = await updateRecords(open(), { ...how, records: leads(1, { id: "1" }) });
    expect(data[0]).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { cause: "INTERNAL_ERROR" } });
  });

  test("with the whole request is told by Zoho's code, or is unknown after such a try", async () => {
    const records = leads(1, { Email: "a@b.cd" });
    play(refuse(429, "TOO_MANY_REQUESTS"));
    const first = await upsertRecords(open(), { ...how, records });
    expect(codesOf(first.data)).toEqual(["TOO_MANY_REQUESTS"]);
    play(lost, refuse(429, "TOO_MANY_REQUESTS"));
    const second = await upsertRecords(open(), { ...how, records });
    expect(codesOf(second.data)).toEqual(["OUTCOME_UNKNOWN"]);
  });
});

test("a request that is refused as a whole is sent once", async () => {
  const sizes = play(refuse(400, "INVALID_DATA"));
  const { data } = await upsertRecords(open(), { ...how, records: leads(2, { Email: "a@b.cd" }) });
  expect([sizes, codesOf(data)]).toEqual([
    [1, 1],
    ["INVALID_DATA", "INVALID_DATA"],
  ]);
});

describe("a record that may have been written", () => {
  test("is sent again where Zoho has ended its work, alone, three times in all", async () => {
    const clock = new QuickClock();
    const sizes = play(lost);
    const records = [
      ...leads(2, { Email: "" }),
      ...leads(2).map((lead, i) => ({ ...lead, Email: `${i}@b.cd` })),
    ];
    const { data } = await upsertRecords(open({ clock }), { ...how, records });
    expect([sizes, clock.slept]).toEqual([[4, 2, 2], 3000]);
    expect(codesOf(data)).toEqual(Array(4).fill("OUTCOME_UNKNOWN"));
  });

  test("beside one that may not be sent again is sent again by itself, what it was before", async () => {
    const sizes = play(lost, ok("update"));
    const records = [{ Last_Name: "A", id: "1" }, { Last_Name: "B" }];
    const { data } = await upsertRecords(open(), { ...how, records });
    expect(sizes).toEqual([2, 1]);
    expect(codesOf(data)).toEqual(["SUCCESS", "OUTCOME_UNKNOWN"]);
  });

  test("and that may be sent any number of times is left to the tries of its request", async () => {
    const sizes = play(lost);
    const retry = { attempts: 2, baseMs: 1, factor: 1, capMs: 1, longestRetryAfterMs: 1 };
    const { data } = await updateRecords(open({ retry }), { ...how, records: leads(2, { id: "1" }) });
    expect(codesOf(data)).toEqual(["OUTCOME_UNKNOWN", "OUTCOME_UNKNOWN"]);
    expect(sizes).toEqual([1, 1, 1, 1]);
  });

  test("is refused where a later try was refused for its data, and unknown where for its state", async () => {
    const records = leads(1, { Email: "a@b.cd" });
    for (const [code, expected] of [
      ["MANDATORY_NOT_FOUND", "MANDATORY_NOT_FOUND"],
      ["RECORD_LOCKED", "OUTCOME_UNKNOWN"],
    ] as const) {
      const sizes = play(lost, refuse(400, code));
      expect(codesOf((await upsertRecords(open(), { ...how, records })).data)).toEqual([expected]);
      expect(sizes).toEqual([1, 1]);
    }
  });

  test("is unknown where a later try was refused for the state that the record is in", async () => {
    play(lost, each("RECORD_LOCKED"));
    const { data } = await updateRecords(open(), { ...how, records: leads(1, { id: "1" }) });
    expect(data[0]).toMatchObject({
      code: "OUTCOME_UNKNOWN",
      message: "no; an earlier try had no answer, and may have been carried out",
      details: { cause: "RECORD_LOCKED" },
    });
  });

  test("is told as it was first in doubt, whatever a later try was refused for", async () => {
    play(each("INTERNAL_ERROR"), each("RECORD_LOCKED"));
    const { data } = await updateRecords(open(), { ...how, records: leads(1, { id: "1" }) });
    expect(data[0]).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { cause: "INTERNAL_ERROR" } });
  });
});

test.each([
  ["ten records have the time of one", 10, [10, 10, 10]],
  ["more have four times as much", 11, [11]],
])("%s", async (_, count, expected) => {
  const sizes: number[] = [];
  server.respond((request, response) => {
    const { data } = JSON.parse(request.body) as { data: JsonObject[] };
    sizes.push(data.length);
    // The time of one is over before the answer; four times as much is not.
    setTimeout(() => json(response, 200, { data: data.map((__, index) => item(index, "update")) }), 250);
  });
  const records = Array.from({ length: count }, (__, index) => ({ id: String(index + 1), City: "A" }));
  const retry = { attempts: 3, baseMs: 1, factor: 1, capMs: 1, longestRetryAfterMs: 1 };
  const { summary } = await updateRecords(open({ retry, timeoutMs: 150 }), { ...how, records });
  expect([sizes, summary.succeeded]).toEqual([expected, count === 10 ? 0 : count]);
});

describe("what every further record would meet", () => {
  const login = refuse(401, "INVALID_TOKEN");

  test("is thrown where nothing was written, after one request", async () => {
    const sizes = play(login);
    const call = createRecords(open(), { ...how, records: leads(300) });
    await expect(call).rejects.toMatchObject({ kind: "connection", code: "INVALID_TOKEN" });
    expect(sizes).toEqual([100]);
  });

  const spent: Act = () => ({ status: 429, body: { ...refusal("X"), message: "The credits are spent" } });
  test.each([
    ["The credits are spent", spent],
    ["INVALID_TOKEN", login],
  ])("is why the others were not attempted where something was: %s", async (reason, act) => {
    const sizes = play(ok(), act);
    const { data, summary } = await createRecords(open(), { ...how, records: leads(300) });
    expect([sizes, summary.succeeded]).toEqual([[100, 100], 100]);
    expect(new Set(codesOf(data.slice(100)))).toEqual(new Set(["NOT_ATTEMPTED"]));
    expect(data[299]?.message).toContain(reason);
  });

  test("is no progress: what was not sent is not told as sent", async () => {
    play(ok(), login);
    const { lines, log } = logging();
    await createRecords(open({ log }), { ...how, records: leads(10_100) });
    expect(lines.info).toEqual([]);
  });

  test("keeps the second half of a chunk from being sent after the first", async () => {
    const sizes = play(refuse(413, "REQUEST_ENTITY_TOO_LARGE"), login);
    await expect(createRecords(open(), { ...how, records: leads(4) })).rejects.toThrow("INVALID_TOKEN");
    expect(sizes).toEqual([4, 2]);
  });

  test("is no reason to keep silent about a record that may have been written", async () => {
    play(lost, login);
    const { data } = await createRecords(open(), { ...how, records: leads(101) });
    expect(codesOf([...data.slice(0, 1), ...data.slice(100)])).toEqual(["OUTCOME_UNKNOWN", "NOT_ATTEMPTED"]);
  });
});
