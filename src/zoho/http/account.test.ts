import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { booksAt, crmAt, type Hostile, json, logging, startHostile } from "../../../test/hostile/zoho";
import { QuickClock } from "../../../test/support/quickClock";
import { recordOperations as booksRecords } from "../books/records/operations";
import { fileOperations } from "../crm/files/files";
import { recordOperations } from "../crm/records/operations";
import type { Operation, Product } from "./operation";
import { RateLimiter } from "./pacing/rateLimiter";
import type { TransportSettings } from "./transport";

/*
 * What the transport keeps an account of while it sends: costs, what is left, Zoho's clock and the log; and
 * where a call and its answer go.
 */

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const read = { path: { module: "Leads" } };
const found = { data: [{ id: "1" }], info: { more_records: false } };
const insert = { ...read, body: { data: [{ Last_Name: "Burns" }] } };
const open = (settings: Partial<TransportSettings> = {}) => crmAt({ url: zoho.url, ...settings });
const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  zoho.respond((_, response) => json(response, status, body, headers));
const once = { attempts: 1, baseMs: 1, factor: 1, capMs: 1, longestRetryAfterMs: 1 };
const list: Operation = { ...recordOperations.listRecords, credits: 3 };

describe("credits", () => {
  test.each([
    [200, found, 3],
    [204, "", 3],
    [400, { code: "INVALID_DATA", message: "no", status: "error" }, 3],
    [500, { code: "INTERNAL_ERROR", message: "no", status: "error" }, 3],
    [429, { code: "TOO_MANY_REQUESTS", message: "no", status: "error" }, 0],
    [401, { code: "INVALID_TOKEN", message: "no", status: "error" }, 0],
  ])("of an answer of %i with %j", async (status, body, expected) => {
    answering(status, body);
    const crm = open({ retry: once });
    await crm.send(list, read).catch(() => undefined);
    expect([crm.ledger.requests, crm.ledger.credits]).toEqual([1, expected]);
  });

  test("of a request without an answer are none", async () => {
    zoho.respond(({ socket }) => void socket.destroy());
    const crm = open({ retry: once });
    await expect(crm.send(list, read)).rejects.toMatchObject({ code: "NO_ANSWER" });
    expect([crm.ledger.requests, crm.ledger.credits]).toEqual([1, 0]);
  });

  test("that CRM says are left end long work below what is left to others, with a warning", async () => {
    const { log, lines } = logging();
    const crm = open({ log, minimumCredits: 100 });
    expect([crm.shortage(), crm.stoppedEarly()]).toEqual([undefined, undefined]);
    answering(200, found, { "x-api-credits-remaining": "99" });
    await crm.send(list, read);
    const reason = "99 credits of the day are left, and the connection leaves 100 to others";
    expect(crm.shortage()).toMatchObject({ name: "ZohoError", code: "MINIMUM_CREDITS", reason });
    expect(crm.stoppedEarly()).toBe(reason);
    expect(lines.warn).toEqual([`${reason}. What was read up to there is returned.`]);
    answering(200, found);
    await crm.send(list, read);
    expect(crm.ledger.creditsLeft).toBe(99);
  });

  test("of Books are its requests, as its headers say, and no other product's", async () => {
    const quota = { "x-rate-limit-limit": "1000", "x-rate-limit-remaining": "7", "x-rate-limit-reset": "90" };
    const { log, lines } = logging();
    const books = booksAt({ url: zoho.url, log, minimumRequests: 8 });
    answering(200, { code: 0, invoices: [], page_context: {} }, quota);
    await books.send(booksRecords.listRecords, { path: { anyPath: "invoices", module: "invoices" } });
    expect(books.ledger.requestsLeft).toBe(7);
    expect(books.shortage()?.code).toBe("MINIMUM_REQUESTS");
    expect(lines.warn).toEqual([
      "7 of the organization's 1000 requests of the day are left for the next 90 s.",
    ]);
    answering(200, found, quota);
    const crm = open();
    await crm.send(list, read);
    expect(crm.ledger.requestsLeft).toBeUndefined();
  });
});

describe("the log", () => {
  test("has a line for each request, with its size, status, credits and time", async () => {
    const { log, lines } = logging();
    const clock = new QuickClock();
    const crm = open({ log, clock });
    zoho.respond((_, response) => {
      clock.slept += 5000;
      json(response, 200, found);
    });
    await crm.send(list, { ...read, query: { page: 2 } });
    await crm.send(recordOperations.insertRecords, insert);
    const form = new FormData();
    form.append("file", "x");
    answering(200, { data: [{ status: "success", code: "SUCCESS", details: {}, message: "" }] });
    await crm.send(fileOperations.uploadFile, { body: form });
    expect(lines.debug).toEqual([
      expect.stringMatching(/^GET \/crm\/v8\/Leads\?page=2: 200, 3 credits, 5\d{3} ms\.$/),
      expect.stringMatching(/^POST \/crm\/v8\/Leads, 32 bytes: 200, 1 credits, 5\d{3} ms\.$/),
      expect.stringMatching(/^POST \S+, a form: 200, \d+ credits, \d{1,3} ms\.$/),
    ]);
  });

  test("says when the next try is, and of a request without an answer that there was none", async () => {
    const { log, lines } = logging();
    zoho.respond(({ socket }, response, number) =>
      number === 1 ? void socket.destroy() : json(response, 200, found),
    );
    await open({ log }).send(list, read);
    expect(lines.warn).toEqual([
      expect.stringMatching(
        /^GET \/crm\/\{version\}\/\{module\}: Zoho gave no whole answer .*\. Next try in 300 ms\.$/,
      ),
    ]);
    expect(lines.debug[0]).toContain("/crm/v8/Leads: no answer, 0 credits");
  });
});

describe("Zoho's clock", () => {
  const sentAt = 1_700_000_000_000;

  test("is not known before its first answer, nor from an answer without a date", async () => {
    const crm = open();
    expect(crm.transport.zohoTime(sentAt)).toBeUndefined();
    answering(200, found, { date: "soon" });
    await crm.send(list, read);
    expect(crm.transport.zohoTime(sentAt)).toBeUndefined();
  });

  test("is as far ahead as its last answer says, a failure too", async () => {
    const clock = new QuickClock();
    const crm = open({ clock, retry: once });
    const ahead = async (ms: number, status: number): Promise<number> => {
      answering(status, found, { date: new Date(clock.now() + ms).toUTCString() });
      await crm.send(list, read).catch(() => undefined);
      return (crm.transport.zohoTime(sentAt) ?? Number.NaN) - sentAt;
    };
    for (const [ms, status] of [
      [3_600_000, 200],
      [-60_000, 500],
    ] as const) {
      const told = await ahead(ms, status);
      // HTTP tells seconds, and the answer took its time.
      expect(told).toBeLessThanOrEqual(ms);
      expect(told).toBeGreaterThan(ms - 10_000);
    }
  });

  test.each([
    ["v8", 8],
    ["v2.1", 2.1],
  ])("aside, the version %s is the number %d", (version, expected) => {
    expect(open({ version }).transport.version).toBe(expected);
  });
});

describe("a call goes", () => {
  test("nowhere where it is for a host that Zoho did not name, or that is not Zoho's", async () => {
    zoho.respond((_, response) => json(response, 200, found));
    const homeless = open({ uploadBase: undefined });
    await expect(homeless.send({ ...list, host: "upload" }, read)).rejects.toMatchObject({
      kind: "connection",
      code: "NO_UPLOAD_HOST",
      reason: "Zoho names no upload host for this data center",
    });
    for (const [base, host] of [
      ["https://evil.example/x", "evil.example"],
      ["evil", "?"],
    ] as const)
      await expect(open().send(list, { ...read, base })).rejects.toMatchObject({
        kind: "answer",
        code: "UNTRUSTED_HOST",
        reason: `Zoho's answer names the host ${host}, which is not known to be Zoho's`,
      });
    expect(zoho.received).toHaveLength(0);
  });

  test("to the host for uploads where its operation says so, and to the other where not", async () => {
    answering(200, found);
    const crm = open({ uploadBase: `${zoho.url}/up` });
    await crm.send({ ...list, host: "upload" }, read);
    await crm.send(list, read);
    expect(zoho.received.map(({ url }) => url)).toEqual(["/up/crm/v8/Leads", "/crm/v8/Leads"]);
  });

  test("not at all where its values make no request", async () => {
    answering(200, found);
    await expect(open().send(list, { path: { module: ".." } })).rejects.toMatchObject({
      kind: "input",
      code: "INVALID_INPUT",
      reason: '".." is no value for module',
    });
    expect(zoho.received).toHaveLength(0);
  });

  test.each([
    [{ sort_by: "Last_Name" }, true],
    [{ cvid: "1" }, true],
    [{ page: 2 }, false],
    [undefined, false],
  ])("with the query %j through the smaller concurrency: %j", async (query, expected) => {
    answering(200, found);
    const smaller: boolean[] = [];
    class Noting extends RateLimiter {
      override queuesFor(product: Product, isSub: boolean) {
        smaller.push(isSub);
        return super.queuesFor(product, isSub);
      }
    }
    const crm = open({ limiter: new Noting(new QuickClock()) });
    await crm.send({ ...list, class: "subWhenSorted" }, { ...read, query });
    expect(smaller).toEqual([expected]);
  });
});

describe("an answer that is saved as it comes", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "zoho-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const download: Operation = { ...list, anyAnswer: true };
  const saving = (saveTo: string, settings: Partial<TransportSettings> = {}) =>
    open({ retry: once, ...settings }).send(download, { ...read, as: "bytes", saveTo });

  test("is in its file to the last byte, and its path in the answer", async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    zoho.respond((_, response) => void response.writeHead(200, { "content-type": "text/csv" }).end(bytes));
    const file = path.join(folder, "whole");
    expect((await saving(file)).body).toBe(file);
    expect(await readFile(file)).toEqual(bytes);
    zoho.respond((_, response) => void response.writeHead(200).end("untyped"));
    expect((await saving(file)).body).toBe(file);
    expect(await readFile(file, "utf8")).toBe("untyped");
  });

  test.each([
    [200, "application/json", '{"status":"error","code":"ANY","message":"no"}', { code: "ANY" }],
    [404, "text/csv", "none", { code: "HTTP_404", kind: "notFound" }],
    [400, "text/plain", '{"status":"error","code":"ANY","message":"no"}', { code: "ANY" }],
    [200, "text/csv", "", { code: "UNREADABLE_ANSWER" }],
  ])("is a failure where it is a %i of %s: %j", async (status, type, body, failure) => {
    zoho.respond((_, response) => void response.writeHead(status, { "content-type": type }).end(body));
    await expect(saving(path.join(folder, "failed"))).rejects.toMatchObject({
      name: "ZohoError",
      ...failure,
    });
  });

  test("is no file where it is a page, which is handed on as it came", async () => {
    zoho.respond(
      (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    );
    expect((await saving(path.join(folder, "page"))).body).toEqual(Buffer.from("<html>"));
  });

  test("is asked for again where it was cut, and whole then", async () => {
    zoho.respond(({ socket }, response, number) => {
      response.writeHead(200, { "content-type": "text/csv", "content-length": "10" });
      if (number === 1) response.write("01234", () => socket.destroy());
      else response.end("0123456789");
    });
    const file = path.join(folder, "cut");
    await saving(file, { retry: { ...once, attempts: 2 } });
    expect(await readFile(file, "utf8")).toBe("0123456789");
    expect(zoho.received).toHaveLength(2);
  });

  test("says that its time is over where it stops in the middle", async () => {
    zoho.respond((_, response) => {
      response.writeHead(200, { "content-type": "text/csv", "content-length": "10" }).write("01234");
    });
    const stopped = saving(path.join(folder, "stopped"), { timeoutMs: 100 });
    await expect(stopped).rejects.toThrow("no complete answer within 0 s");
  });

  test("says what is wrong with this machine's own disk, and is not asked for again", async () => {
    zoho.respond((_, response) => void response.writeHead(200, { "content-type": "text/csv" }).end("x"));
    const call = saving(path.join(folder, "no", "such", "folder"), { retry: { ...once, attempts: 3 } });
    await expect(call).rejects.toMatchObject({ code: "ENOENT" });
    expect(zoho.received).toHaveLength(1);
  });
});
