import { operationsOf } from "../../../scripts/docs/tables";
import { booksAt, crmAt, type Hostile, json, logging, startHostile } from "../../../test/hostile/zoho";
import { QuickClock } from "../../../test/support/quickClock";
import { organizationOperations } from "../books/organizations";
import { recordOperations as booksRecords } from "../books/records/operations";
import { fileOperations } from "../crm/files/files";
import { leadOperations } from "../crm/leads";
import { queryOperations } from "../crm/query/select";
import { rawOperations } from "../crm/raw";
import { blueprintOperations } from "../crm/records/blueprint";
import { recordOperations } from "../crm/records/operations";
import { sharingOperations } from "../crm/sharing";

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());

const leads = { path: { module: "Leads" } };
const invoices = { path: { anyPath: "invoices", module: "invoices" } };

describe("junk with a good status is no answer", () => {
  const junk = ["null", "{}", "[]", '"maintenance"', "1", "true", '[{"id":"1"}]', '{"ok":', "", "\u0000"];

  test.each(junk)("%j to a query, a list and an insert of CRM", async (body) => {
    zoho.respond((_, response) => json(response, 200, body));
    const crm = crmAt({ url: zoho.url });
    const unreadable = { kind: "answer", code: "UNREADABLE_ANSWER", status: 200 };
    const select_query = "select id from Leads where id is not null limit 1";
    await expect(crm.send(queryOperations.runQuery, { body: { select_query } })).rejects.toMatchObject(
      unreadable,
    );
    await expect(crm.send(recordOperations.listRecords, leads)).rejects.toMatchObject(unreadable);
    await expect(
      crm.send(recordOperations.insertRecords, { ...leads, body: { data: [{}] } }),
    ).rejects.toMatchObject({
      kind: "unknown",
      code: "OUTCOME_UNKNOWN",
      details: { cause: "UNREADABLE_ANSWER" },
    });
  });

  test.each([...junk, '{"message":"success"}', '{"invoices":[]}'])(
    "%j to a list and a create of Books",
    async (body) => {
      zoho.respond((_, response) => json(response, 200, body));
      const books = booksAt({ url: zoho.url });
      await expect(books.send(booksRecords.listRecords, invoices)).rejects.toMatchObject({
        kind: "answer",
        code: "UNREADABLE_ANSWER",
      });
      await expect(books.send(booksRecords.createRecord, { ...invoices, body: {} })).rejects.toMatchObject({
        code: "OUTCOME_UNKNOWN",
      });
    },
  );

  test("an object that is not what the query asks for", async () => {
    zoho.respond((_, response) => json(response, 200, { info: { more_records: false } }));
    const query = crmAt({ url: zoho.url }).send(queryOperations.runQuery, { body: { select_query: "" } });
    await expect(query).rejects.toThrow("Zoho's answer has no data");
  });

  const files = /^download|^get(Organization)?Photo$/;
  const reads = Object.entries(operationsOf("crm")).filter(
    ([name, { safety, anyAnswer }]) => safety === "safe" && !anyAnswer && !files.test(name),
  );

  test.each([
    ["nothing of what was asked for", () => ({ info: { more_records: false } })],
    ["null for it", (key: string) => ({ [key]: null })],
    ["a text in the place of a list", (key: string) => ({ [key]: "maintenance" })],
  ])("%s is no answer to any read of CRM", async (what, answer) => {
    expect(reads.length).toBeGreaterThan(50);
    const crm = crmAt({ url: zoho.url });
    const taken: string[] = [];
    for (const [name, operation] of reads) {
      const { path, answers, items, tells } = operation;
      if (what.startsWith("a text") && tells) continue;
      zoho.respond((_, response) => json(response, 200, answer(answers ?? items ?? tells ?? "data")));
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part = ""]) => [part, "1"]);
      const call = { path: { ...Object.fromEntries(parts), version: "v8" }, body: {} };
      const code = await crm.send(operation, call).then(
        () => "taken",
        (error: { code?: string }) => error.code,
      );
      if (code !== "UNREADABLE_ANSWER") taken.push(`${name}: ${code}`);
    }
    expect(taken).toEqual([]);
  });

  test.each([fileOperations.uploadPhoto, fileOperations.deletePhoto])(
    "$method of a photo: nor is one to a write without items",
    async (operation) => {
      zoho.respond((_, response) => json(response, 200, { info: {} }));
      const photo = { path: { module: "Leads", id: "1" }, body: {} };
      await expect(crmAt({ url: zoho.url }).send(operation, photo)).rejects.toMatchObject({
        code: "OUTCOME_UNKNOWN",
        details: { cause: "UNREADABLE_ANSWER" },
      });
    },
  );

  test.each([
    blueprintOperations.updateBlueprint,
    leadOperations.massConvertLeads,
    sharingOperations.revokeShares,
  ])("an empty object is none to $method $path, whose answers come in several forms", async (operation) => {
    zoho.respond((_, response) => json(response, 200, {}));
    const call = { path: { module: "Leads", id: "1" }, body: {} };
    await expect(crmAt({ url: zoho.url }).send(operation, call)).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
      details: { cause: "UNREADABLE_ANSWER" },
    });
  });

  test("a list of organizations of Books without them is no answer", async () => {
    zoho.respond((_, response) => json(response, 200, { code: 0, message: "success" }));
    const organizations = booksAt({ url: zoho.url }).send(organizationOperations.getOrganizations);
    await expect(organizations).rejects.toMatchObject({ code: "UNREADABLE_ANSWER" });
  });

  test("a builder's own request shows what Zoho sent", async () => {
    zoho.respond((_, response) => json(response, 200, "[1]"));
    const call = { path: { anyPath: "/crm/v8/anything" } };
    await expect(crmAt({ url: zoho.url }).send(rawOperations.rawRead, call)).resolves.toMatchObject({
      body: [1],
    });
  });
});

test.each([408, 500, 502, 503, 504])(
  "a write that is answered %i may have been carried out",
  async (status) => {
    zoho.respond((_, response) => json(response, status, { code: "X", message: "no", status: "error" }));
    const crm = crmAt({ url: zoho.url });
    await expect(
      crm.send(recordOperations.insertRecords, { ...leads, body: { data: [{}] } }),
    ).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
    });
    expect(zoho.received).toHaveLength(1);
  },
);

test.each<[string, number, object]>([
  ["a dead token", 401, { code: "INVALID_TOKEN", message: "invalid oauth token", status: "error" }],
  [
    "spent credits",
    429,
    { code: "TOO_MANY_REQUESTS", message: "credits of 24 hours are spent", status: "error" },
  ],
])("%s after a try that may have been carried out is no verdict on it", async (_, status, body) => {
  zoho.respond((_request, response, number) =>
    number === 1 ? json(response, 503, "<html>") : json(response, status, body),
  );
  const update = { path: { module: "Leads", id: "1" }, body: { data: [{ id: "1" }] } };
  await expect(crmAt({ url: zoho.url }).send(recordOperations.updateRecord, update)).rejects.toMatchObject({
    kind: "unknown",
    code: "OUTCOME_UNKNOWN",
  });
  expect(zoho.received).toHaveLength(2);
});

test.each([
  ["FEATURE_NOT_ENABLED", "input"],
  ["FEATURE_NOT_SUPPORTED", "input"],
  ["NO_PERMISSION", "permission"],
])("%s with 403 is of the kind %s", async (code, kind) => {
  zoho.respond((_, response) => json(response, 403, { code, details: {}, message: "no", status: "error" }));
  await expect(crmAt({ url: zoho.url }).send(recordOperations.insertRecords, leads)).rejects.toMatchObject({
    code,
    kind,
  });
});

describe("1002 of Books", () => {
  const missing = { code: 1002, message: "Please enter valid expense account" };

  test("of a record that was asked for by its id is a missing record", async () => {
    zoho.respond((_, response) => json(response, 404, missing));
    const call = { path: { anyPath: "expenses/1", module: "expenses" } };
    for (const operation of [booksRecords.getRecord, booksRecords.updateRecord, booksRecords.removeRecord]) {
      await expect(booksAt({ url: zoho.url }).send(operation, call)).rejects.toMatchObject({
        kind: "notFound",
        hint: expect.stringContaining("Check the id"),
      });
    }
  });

  test("of a new record is a reference that leads nowhere", async () => {
    zoho.respond((_, response) => json(response, 404, missing));
    const call = { path: { anyPath: "expenses", module: "expenses" }, body: {} };
    await expect(booksAt({ url: zoho.url }).send(booksRecords.createRecord, call)).rejects.toMatchObject({
      kind: "input",
      code: "1002",
      hint: expect.stringContaining("check the ids in it"),
    });
  });
});

describe("the requests of the day that Books tells of", () => {
  const day = (remaining: number, reset = "37224") => ({
    "x-rate-limit-limit": "1000",
    "x-rate-limit-remaining": String(remaining),
    "x-rate-limit-reset": reset,
  });
  const clock = new QuickClock();
  clock.now = () => Date.parse("2026-11-26T20:00:00Z");
  const good = { code: 0, message: "success", invoices: [] };

  test("are spent until an hour that the error names", async () => {
    const spent = {
      code: 45,
      message: "The API call for this organization has exceeded the maximum call rate limit of 1,000",
    };
    zoho.respond((_, response) => json(response, 429, spent, day(0)));
    await expect(
      booksAt({ url: zoho.url, clock }).send(booksRecords.listRecords, invoices),
    ).rejects.toMatchObject({
      kind: "credits",
      retryAfterMs: 37_224_000,
      message: expect.stringContaining("takes more in 10 h 21 min, at 2026-11-27 06:20 UTC."),
    });
    expect(zoho.received).toHaveLength(1);
  });

  test.each([
    [51, 0],
    [50, 1],
    [0, 1],
  ])("where %i are left, %i line warns of two answers", async (remaining, warnings) => {
    zoho.respond((_, response) => json(response, 200, good, day(remaining)));
    const { lines, log } = logging();
    const books = booksAt({ url: zoho.url, clock, log });
    await books.send(booksRecords.listRecords, invoices);
    await books.send(booksRecords.listRecords, invoices);
    expect(lines.warn).toHaveLength(warnings);
    expect(lines.warn.join()).toMatch(warnings ? `${remaining} of the organization's 1000 requests` : /^$/);
  });

  test.each<Record<string, string>>([{}, { "x-rate-limit-limit": "many" }, day(1, "soon"), day(1, "-5")])(
    "%j tells nothing",
    async (headers) => {
      zoho.respond((_, response) => json(response, 200, good, headers));
      const { lines, log } = logging();
      await booksAt({ url: zoho.url, clock, log }).send(booksRecords.listRecords, invoices);
      expect(lines.warn).toEqual([]);
    },
  );
});

describe("a syntax error of a query that has none", () => {
  const wrong = { code: "SYNTAX_ERROR", details: { near: "" }, message: "error occurred", status: "error" };
  const good = { data: [], info: { count: 0, more_records: false } };
  const query = (crm: ReturnType<typeof crmAt>) =>
    crm.send(queryOperations.runQuery, { body: { select_query: "x" } });

  test("is asked for once more where other queries run", async () => {
    zoho.respond((_, response, number) =>
      json(response, number === 1 ? 400 : 200, number === 1 ? wrong : good),
    );
    const { log, lines } = logging();
    const crm = crmAt({ url: zoho.url, log });
    await expect(Promise.all([query(crm), query(crm), query(crm)])).resolves.toHaveLength(3);
    expect(zoho.received).toHaveLength(4);
    expect(lines.info).toEqual([expect.stringMatching(/SYNTAX_ERROR, .* Asked once more\.$/)]);
  });

  test("is asked for once more where anything else runs, and another error is not", async () => {
    let code = "SYNTAX_ERROR";
    zoho.respond(({ method }, response) =>
      method === "GET" ? json(response, 200, good) : json(response, 400, { ...wrong, code }),
    );
    const crm = crmAt({ url: zoho.url });
    const beside = async () => {
      zoho.received.length = 0;
      const read = crm.send(recordOperations.listRecords, leads);
      await expect(query(crm)).rejects.toMatchObject({ code });
      await read;
      return zoho.received.filter(({ method }) => method === "POST").length;
    };
    expect(await beside()).toBe(2);
    code = "INVALID_QUERY";
    expect(await beside()).toBe(1);
  });

  test("is an error where it comes again, and at once where nothing else runs", async () => {
    zoho.respond((_, response) => json(response, 400, wrong));
    const crm = crmAt({ url: zoho.url });
    const results = await Promise.allSettled([query(crm), query(crm)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(zoho.received.length).toBeLessThanOrEqual(4);
    zoho.respond((_, response) => json(response, 400, wrong));
    await expect(query(crmAt({ url: zoho.url }))).rejects.toMatchObject({ code: "SYNTAX_ERROR" });
    expect(zoho.received).toHaveLength(1);
  });
});

test("a token that Zoho echoes in a record's error is not shown, and a good record is left alone", async () => {
  const token = "1000.canary-access-token";
  const item = (status: string) => ({
    status,
    code: "X",
    message: `got ${token}`,
    details: { given: token },
  });
  zoho.respond((_, response) => json(response, 200, { data: [item("error"), item("success")] }));
  const { body } = await crmAt({ url: zoho.url }).send(recordOperations.insertRecords, {
    ...leads,
    body: { data: [{}] },
  });
  const hidden = { ...item("error"), message: "got [REDACTED]", details: { given: "[REDACTED]" } };
  expect(body).toEqual({ data: [hidden, item("success")] });
});

test("a token that Zoho echoes in a refusal of the whole request is not shown in the error", async () => {
  const token = "1000.canary-access-token";
  const refusal = { message: `got ${token}`, details: { given: [`Zoho-oauthtoken ${token}`] } };
  const told = { reason: "got [REDACTED]", details: { given: ["Zoho-oauthtoken [REDACTED]"] } };
  zoho.respond((_, response) =>
    json(response, 400, { ...refusal, code: "INVALID_REQUEST", status: "error" }),
  );
  const crm = crmAt({ url: zoho.url }).send(recordOperations.listRecords, leads);
  await expect(crm).rejects.toMatchObject(told);
  zoho.respond((_, response) => json(response, 400, { ...refusal, code: 2 }));
  const books = booksAt({ url: zoho.url }).send(booksRecords.listRecords, invoices);
  await expect(books).rejects.toMatchObject(told);
});

test("a long Retry-After is told, and not waited for", async () => {
  const throttled = { code: "TOO_MANY_REQUESTS", message: "too many", status: "error" };
  zoho.respond((_, response) => json(response, 429, throttled, { "retry-after": "600" }));
  await expect(crmAt({ url: zoho.url }).send(recordOperations.listRecords, leads)).rejects.toMatchObject({
    kind: "throttled",
    message: expect.stringContaining("too many. Zoho asks to wait 10 min."),
  });
  expect(zoho.received).toHaveLength(1);
});
