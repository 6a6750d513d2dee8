import type { ServerResponse } from "node:http";
import { booksAt, crmAt, json, startHostile } from "../../../test/hostile/zoho";
import { type Fault, QuickClock, startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { recordOperations as booksRecords } from "../books/records/operations";
import { recordOperations } from "../crm/records/operations";
import { ZohoError } from "./errors";
import { defaultRetry } from "./pacing/retry";

/*
 * Every fault that a network or Zoho can show, on a read and on an insert, through the real transport: what
 * the builder sees, how often it was sent, and what stands in Zoho afterwards.
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
  await sandbox.clearLedger();
});

const leads = { module: "Leads" };
const list = { path: leads, query: { fields: ["Last_Name"], per_page: 5 } };
const insert = () => ({ path: leads, body: { data: [{ Last_Name: "Canary", Company: "Canary Ltd" }] } });

const failed = (code: string, more: object = {}) => ({
  data: [{ code, details: {}, message: "refused", status: "error", ...more }],
});
const body = (code: string) => ({ code, details: {}, message: `because of ${code}`, status: "error" });
const html = { body: "<html><body>Zoho is down for maintenance</body></html>" };

interface Expected {
  /** What a read ends in: data, or the code of the error. */
  read: "data" | string;
  /** What an insert ends in: an answer, or the code of the error. */
  insert: "answer" | string;
  readTries: number;
  insertTries: number;
  /** How many of the record Zoho holds afterwards. */
  held: 0 | 1;
}

const ATTEMPTS = defaultRetry.attempts;
/** Zoho CRM takes so many ordinary requests of an organization at once. */
const IN_FLIGHT = 10;
const always = 99;

const cases: [string, Fault, Expected][] = [
  [
    "a 200 with a refusal inside",
    { effect: { status: 200, body: body("INVALID_MODULE") }, times: always },
    { read: "INVALID_MODULE", insert: "INVALID_MODULE", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 201 with a failed item",
    { effect: { status: 201, body: failed("INVALID_DATA") }, times: always },
    { read: "data", insert: "answer", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 202 with a failed item",
    { effect: { status: 202, body: failed("INVALID_DATA") }, times: always },
    { read: "data", insert: "answer", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 207 with a failed item",
    { effect: { status: 207, body: failed("INVALID_DATA") }, times: always },
    { read: "data", insert: "answer", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 400",
    { effect: { status: 400, body: body("INVALID_DATA") }, times: always },
    { read: "INVALID_DATA", insert: "INVALID_DATA", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 401",
    { effect: { status: 401, body: body("INVALID_TOKEN") }, times: always },
    { read: "INVALID_TOKEN", insert: "INVALID_TOKEN", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 403",
    { effect: { status: 403, body: body("NO_PERMISSION") }, times: always },
    { read: "NO_PERMISSION", insert: "NO_PERMISSION", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 404",
    { effect: { status: 404, body: body("INVALID_URL_PATTERN") }, times: always },
    { read: "INVALID_URL_PATTERN", insert: "INVALID_URL_PATTERN", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 412",
    { effect: { status: 412, body: body("ALREADY_MODIFIED") }, times: always },
    { read: "ALREADY_MODIFIED", insert: "ALREADY_MODIFIED", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 413",
    { effect: { status: 413, body: body("FILE_TOO_LARGE") }, times: always },
    { read: "FILE_TOO_LARGE", insert: "FILE_TOO_LARGE", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 429 twice",
    { effect: { status: 429, body: body("TOO_MANY_REQUESTS") }, times: 2 },
    { read: "data", insert: "answer", readTries: 3, insertTries: 3, held: 1 },
  ],
  [
    "a 429 for ever",
    { effect: { status: 429, body: body("TOO_MANY_REQUESTS") }, times: always },
    {
      read: "TOO_MANY_REQUESTS",
      insert: "TOO_MANY_REQUESTS",
      readTries: ATTEMPTS,
      insertTries: ATTEMPTS,
      held: 0,
    },
  ],
  [
    "a 429 for spent credits",
    {
      effect: {
        status: 429,
        body: { ...body("TOO_MANY_REQUESTS"), message: "credits of the 24 hour period are spent" },
      },
      times: always,
    },
    { read: "TOO_MANY_REQUESTS", insert: "TOO_MANY_REQUESTS", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a 500 once, nothing done",
    { effect: { status: 500, body: body("INTERNAL_ERROR") } },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 0 },
  ],
  [
    "a 500 once, after it was done",
    { effect: { status: 500, body: body("INTERNAL_ERROR") }, applied: true },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 1 },
  ],
  [
    "a 503 page for ever",
    { effect: { status: 503, ...html }, times: always },
    { read: "HTTP_503", insert: "OUTCOME_UNKNOWN", readTries: ATTEMPTS, insertTries: 1, held: 0 },
  ],
  [
    "an HTML page with a 200",
    { effect: { status: 200, ...html }, times: always },
    { read: "UNREADABLE_ANSWER", insert: "OUTCOME_UNKNOWN", readTries: ATTEMPTS, insertTries: 1, held: 0 },
  ],
  [
    "a redirect",
    { effect: { status: 302, body: "", headers: { location: "https://evil.tld/" } }, times: always },
    { read: "REDIRECTED", insert: "REDIRECTED", readTries: 1, insertTries: 1, held: 0 },
  ],
  [
    "a cut body",
    { effect: { truncate: 20 }, applied: true },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 1 },
  ],
  [
    "a stalled body",
    { effect: { stall: true }, applied: true },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 1 },
  ],
  [
    "no answer in time",
    { effect: { delayMs: 2000 }, applied: true },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 1 },
  ],
  [
    "a reset before anything was done",
    { effect: { reset: true } },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 0 },
  ],
  [
    "a reset after it was done",
    { effect: { reset: true }, applied: true },
    { read: "data", insert: "OUTCOME_UNKNOWN", readTries: 2, insertTries: 1, held: 1 },
  ],
];

async function outcomeOf(call: Promise<unknown>, good: string): Promise<string> {
  try {
    await call;
    return good;
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    expect(error.name).toBe("ZohoError");
    expect(error.message).toMatch(/^Zoho CRM [A-Z0-9_]+( \(\d+\))?: \S/);
    return error.code;
  }
}

const heldCanaries = async () =>
  (await sandbox.records("Leads")).filter((lead) => lead.Last_Name === "Canary").length;

describe.each(cases)("%s", (_, fault, expected) => {
  test("on a read", async () => {
    const crm = await sandbox.crm({ timeoutMs: 400 });
    await sandbox.fault({ method: "GET", path: "^/crm/v8/Leads$", ...fault });
    expect(await outcomeOf(crm.send(recordOperations.listRecords, list), "data")).toBe(expected.read);
    expect(crm.ledger.requests).toBe(expected.readTries);
  });

  test("on an insert", async () => {
    const crm = await sandbox.crm({ timeoutMs: 400 });
    await sandbox.fault({ method: "POST", path: "^/crm/v8/Leads$", ...fault });
    expect(await outcomeOf(crm.send(recordOperations.insertRecords, insert()), "answer")).toBe(
      expected.insert,
    );
    expect(crm.ledger.requests).toBe(expected.insertTries);
    expect(await heldCanaries()).toBe(expected.held);
  });
});

test("an empty list is no body, and an answer", async () => {
  const crm = await sandbox.crm();
  const call = { path: { module: "Leads", id: "5725767000000999999" } };
  expect(await crm.send(recordOperations.getRecord, call)).toMatchObject({ status: 204, body: undefined });
});

test("nothing is sent where nobody listens, and an insert is tried again", async () => {
  const crm = await sandbox.crm({ base: "http://127.0.0.1:9" });
  await expect(crm.send(recordOperations.insertRecords, insert())).rejects.toMatchObject({
    code: "UNREACHABLE",
    kind: "unavailable",
  });
  expect(crm.ledger.requests).toBe(ATTEMPTS);
});

test("a Retry-After of seconds is waited for, one of minutes is not", async () => {
  const clock = new QuickClock();
  const crm = await sandbox.crm({ clock });
  const throttled = (seconds: string) => ({
    path: "^/crm/v8/Leads$",
    effect: { status: 429, body: body("TOO_MANY_REQUESTS"), headers: { "retry-after": seconds } },
  });
  await sandbox.fault(throttled("30"));
  await crm.send(recordOperations.listRecords, list);
  expect(clock.slept).toBeGreaterThanOrEqual(29_000);
  await sandbox.fault(throttled("600"));
  await expect(crm.send(recordOperations.listRecords, list)).rejects.toMatchObject({
    kind: "throttled",
    retryAfterMs: 600_000,
  });
});

test("a call ends after three minutes, however often Zoho asks to wait", async () => {
  const zoho = await startHostile();
  zoho.respond((_, response) => json(response, 429, body("TOO_MANY_REQUESTS"), { "retry-after": "60" }));
  try {
    const call = crmAt({ url: zoho.url }).send(recordOperations.listRecords, list);
    await expect(call).rejects.toMatchObject({ kind: "throttled" });
    expect(zoho.received).toHaveLength(3);
  } finally {
    await zoho.close();
  }
});

test("good answers widen what a 429 has narrowed", async () => {
  const zoho = await startHostile();
  const good = { data: [{ id: "1" }] };
  zoho.respond((_, response, number) =>
    number === 1 ? json(response, 429, body("TOO_MANY_REQUESTS")) : json(response, 200, good),
  );
  try {
    const crm = crmAt({ url: zoho.url });
    for (let sent = 0; sent < 20; sent += 1) await crm.send(recordOperations.listRecords, list);
    // Both are answered when both are on their way.
    const waiting: ServerResponse[] = [];
    zoho.respond((_, response) => {
      waiting.push(response);
      if (waiting.length === 2) for (const each of waiting) json(each, 200, good);
    });
    const both = [1, 2].map(() => crm.send(recordOperations.listRecords, list));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  } finally {
    await zoho.close();
  }
});

test("a storm of 429 costs every waiting call one pause", async () => {
  const clock = new QuickClock();
  const crm = await sandbox.crm({ clock });
  await sandbox.fault({
    path: "^/crm/v8/Leads$",
    times: 3,
    effect: { status: 429, body: body("TOO_MANY_REQUESTS") },
  });
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => crm.send(recordOperations.listRecords, list)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  expect(crm.ledger.requests).toBe(15);
});

test("a missing scope is named", async () => {
  const { token } = await sandbox.connection("zohoTemplatedConnection", "&scopes=ZohoCRM.settings.ALL");
  const crm = await sandbox.crm({ token: String(token.access_token) });
  await expect(crm.send(recordOperations.listRecords, list)).rejects.toMatchObject({
    kind: "connection",
    code: "OAUTH_SCOPE_MISMATCH",
    hint: expect.stringContaining("ZohoCRM.modules.leads.READ"),
  });
});

test("no try is begun when the time of the execution is over", async () => {
  const crm = await sandbox.crm({ deadlineAt: Date.now() - 1 });
  await expect(crm.send(recordOperations.listRecords, list)).rejects.toMatchObject({ code: "OUT_OF_TIME" });
  expect(crm.ledger.requests).toBe(0);
});

test("a call whose time is over while it waits for others to end is not sent", async () => {
  const zoho = await startHostile();
  let now = 0;
  const clock = { now: () => now, sleep: async () => {}, random: () => 0 };
  const waiting: ServerResponse[] = [];
  const isFull = new Promise<void>((full) => {
    zoho.respond((_, response) => {
      waiting.push(response);
      if (waiting.length === IN_FLIGHT) full();
    });
  });
  try {
    const crm = crmAt({ url: zoho.url, clock, deadlineAt: 60_000 });
    const call = () => crm.send(recordOperations.insertRecords, insert());
    const under = Array.from({ length: IN_FLIGHT }, call);
    await isFull;
    const late = expect(call()).rejects.toMatchObject({ code: "OUT_OF_TIME" });
    now += 60_000;
    for (const response of waiting) json(response, 201, { data: [{ status: "success" }] });
    await Promise.all(under);
    await late;
    expect([zoho.received.length, crm.ledger.requests]).toEqual([IN_FLIGHT, IN_FLIGHT]);
  } finally {
    await zoho.close();
  }
});

test("a call that could start only when the time is over is refused at once", async () => {
  const zoho = await startHostile();
  zoho.respond((_, response) => json(response, 200, { code: 0, invoices: [] }));
  try {
    let now = 0;
    const sleep = async (ms: number) => {
      now += ms;
    };
    const books = booksAt({
      url: zoho.url,
      clock: { now: () => now, sleep, random: () => 0 },
      deadlineAt: 61_000,
    });
    const call = () =>
      books.send(booksRecords.listRecords, { path: { anyPath: "invoices", module: "invoices" } });
    for (let sent = 0; sent < 100; sent += 1) await call();
    await expect(call()).rejects.toMatchObject({ code: "OUT_OF_TIME" });
    expect([now, zoho.received.length]).toEqual([0, 100]);
  } finally {
    await zoho.close();
  }
});

test("a refusal keeps no other call waiting", async () => {
  const zoho = await startHostile();
  zoho.respond((_, response) =>
    json(response, 400, { code: "INVALID_DATA", message: "no", status: "error" }),
  );
  try {
    const clock = new QuickClock();
    const crm = crmAt({ url: zoho.url, clock });
    for (let sent = 0; sent < 2; sent += 1)
      await expect(crm.send(recordOperations.listRecords, list)).rejects.toMatchObject({
        code: "INVALID_DATA",
      });
    expect(clock.slept).toBe(0);
  } finally {
    await zoho.close();
  }
});

test("a try has no more time than is left of the execution", async () => {
  const zoho = await startHostile();
  zoho.respond(() => {});
  try {
    const clock = new QuickClock();
    const crm = crmAt({ url: zoho.url, clock, deadlineAt: clock.now() + 1000, timeoutMs: 4000 });
    const call = crm.send(recordOperations.listRecords, list);
    await expect(call).rejects.toThrow("no complete answer within 1 s");
  } finally {
    await zoho.close();
  }
});

test("what Zoho charges is what the ledger says", async () => {
  const crm = await sandbox.crm();
  await sandbox.clearLedger();
  await crm.send(recordOperations.listRecords, list);
  const data = Array.from({ length: 35 }, (_, index) => ({
    Last_Name: `Lead ${index}`,
    Company: "Canary Ltd",
  }));
  await crm.send(recordOperations.insertRecords, { path: leads, body: { data }, units: data.length });
  const { requests, credits } = await sandbox.ledger();
  expect({ requests: crm.ledger.requests, credits: crm.ledger.credits }).toEqual({ requests, credits });
});

test("a part of a path that would leave its place is refused", async () => {
  const crm = await sandbox.crm();
  await expect(crm.send(recordOperations.getRecord, { path: { module: "Leads", id: ".." } })).rejects.toThrow(
    /no value for id/,
  );
  await expect(crm.send(recordOperations.getRecord, { path: { module: "", id: "1" } })).rejects.toThrow(
    /needs a value for module/,
  );
  expect(crm.ledger.requests).toBe(0);
});

describe("what is known of a write after several tries", () => {
  const removal = { path: { module: "Leads", id: "1" } };
  const fault = (status: number, times = 1): Fault => ({
    method: "DELETE",
    times,
    effect: { status, body: { code: "INVALID_DATA", details: {}, message: "no", status: "error" } },
  });

  test("a refusal says whether an earlier try may have been carried out", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault(fault(400));
    const first = crm.send(recordOperations.deleteRecord, removal);
    await expect(first).rejects.toMatchObject({ code: "INVALID_DATA", resent: false });
    await sandbox.fault(fault(503), fault(400));
    const second = crm.send(recordOperations.deleteRecord, removal);
    await expect(second).rejects.toMatchObject({ code: "INVALID_DATA", resent: true });
  });

  test.each([
    ["a redirect", { status: 302, body: "", headers: { location: "https://zoho.example/" } }],
    ["a page of a proxy", { status: 403, body: "<html>Forbidden</html>" }],
  ])("%s after a try that may have been carried out is no verdict on it", async (_, effect) => {
    const crm = await sandbox.crm();
    await sandbox.fault(fault(503), { method: "DELETE", times: 1, effect });
    const call = crm.send(recordOperations.deleteRecord, removal);
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
  });

  test("the end of the time after a try that may have been carried out is no proof that nothing was sent", async () => {
    const clock = new QuickClock();
    const crm = await sandbox.crm({ clock, deadlineAt: clock.now() + 1000 });
    const throttled = { ...fault(429, 9), effect: { ...fault(429).effect, headers: { "retry-after": "1" } } };
    await sandbox.fault(fault(503), throttled);
    const call = crm.send(recordOperations.deleteRecord, removal);
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
  });

  test("a time-out is told from a connection that broke", async () => {
    const crm = await sandbox.crm({ timeoutMs: 60 });
    await sandbox.fault({ method: "POST", effect: { delayMs: 200 } });
    const call = crm.send(recordOperations.insertRecords, {
      path: { module: "Leads" },
      body: { data: [{}] },
    });
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", details: { cause: "TIMED_OUT" } });
  });
});
