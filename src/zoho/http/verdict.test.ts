import { fileOperations } from "../crm/files/files";
import { queryOperations } from "../crm/query/select";
import { recordOperations } from "../crm/records/operations";
import type { ExchangeOutcome } from "./exchange";
import { judge } from "./judge";

type Question = Parameters<typeof judge>[0];

import type { Operation } from "./operation";

describe("a verdict", () => {
  const now = Date.UTC(2026, 2, 1, 9, 30);
  const read: Operation = { ...recordOperations.listRecords };
  const insert: Operation = { ...recordOperations.insertRecords };
  const remove: Operation = { ...fileOperations.deletePhoto, tells: undefined };
  const query: Operation = { ...queryOperations.runQuery, success: [200] };
  const ask = (operation: Operation, more: Partial<Question> = {}): Question => ({
    product: "crm",
    operation,
    scope: "THE.SCOPE",
    as: "json",
    now,
    ...more,
  });
  const answered = (status: number, body: unknown = "", headers: Record<string, string> = {}) => ({
    kind: "answered" as const,
    status,
    headers,
    body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  });
  const no = (certainty: string, kind: string, code: string, message: string, more: object = {}) => ({
    ok: false,
    certainty,
    failure: { product: "crm", kind, code, message, ...more },
  });
  const yes = (status: number, body: unknown, headers = {}) => ({
    ok: true,
    answer: { status, headers, body },
  });
  const unreadable = (status: number, lacking: string, more: object = {}) =>
    no("unknown", "answer", "UNREADABLE_ANSWER", `Zoho's answer ${lacking}`, { status, ...more });
  const json = { "content-type": "application/json;charset=UTF-8" };
  const file = { as: "bytes" } as const;
  const books = { product: "books" } as const;
  const others = { product: "zoho" } as const;
  const said = { status: "error", code: "NOT_SO", message: "not so", details: { api_name: "Name" } };
  const told = { details: { api_name: "Name" } };
  const blank = "Zoho gave no reason";
  const page = "Zoho answered with a page instead of data";

  test.each<[string, Question, ExchangeOutcome, object]>([
    [
      "what was never sent",
      ask(insert),
      { kind: "unsent", host: "www.zohoapis.eu", reason: "ECONNREFUSED" },
      no(
        "unsent",
        "unavailable",
        "UNREACHABLE",
        "Zoho could not be reached at www.zohoapis.eu (ECONNREFUSED). Nothing was sent",
      ),
    ],
    [
      "what got no answer",
      ask(insert),
      { kind: "lost", reason: "reset" },
      no("unknown", "unavailable", "NO_ANSWER", "Zoho gave no whole answer (reset)"),
    ],
    [
      "what took too long",
      ask(insert),
      { kind: "lost", reason: "late", timedOut: true },
      no("unknown", "unavailable", "TIMED_OUT", "Zoho gave no whole answer (late)"),
    ],
    [
      "a request too large",
      ask(insert),
      { kind: "tooLarge", what: "request", maxMb: 7 },
      no(
        "refused",
        "input",
        "REQUEST_TOO_LARGE",
        "The request is larger than 7 MB, which is the most that is sent at once",
      ),
    ],
    [
      "an answer too large to a read",
      ask(read),
      { kind: "tooLarge", what: "answer", maxMb: 7 },
      no(
        "refused",
        "answer",
        "ANSWER_TOO_LARGE",
        "The answer is larger than 7 MB, which is the most that is read at once",
      ),
    ],
    [
      "an answer too large to a write",
      ask(insert),
      { kind: "tooLarge", what: "answer", maxMb: 7 },
      no(
        "unknown",
        "answer",
        "ANSWER_TOO_LARGE",
        "The answer is larger than 7 MB, which is the most that is read at once",
      ),
    ],
    ["a file", ask(read, file), answered(200, "content"), yes(200, Buffer.from("content"))],
    [
      "JSON that is a file's content",
      ask(read, file),
      answered(200, { a: 1 }, json),
      yes(200, Buffer.from('{"a":1}'), json),
    ],
    ["an empty file", ask(read, file), answered(200), unreadable(200, "is empty")],
    [
      "a file with another status",
      ask(read, file),
      answered(202, "content"),
      unreadable(202, "is not whole JSON"),
    ],
    [
      "a refusal in the place of a file",
      ask(read, file),
      answered(200, said, json),
      no("refused", "input", "NOT_SO", "not so", { status: 200, ...told }),
    ],
    [
      "what only looks like a refusal",
      ask(read, file),
      answered(200, said),
      yes(200, Buffer.from(JSON.stringify(said))),
    ],
    ...["response.json", '"response.json"'].map((name): [string, Question, ExchangeOutcome, object] => [
      `a refusal that is named ${name}`,
      ask(read, file),
      answered(200, said, { ...json, "content-disposition": `attachment; filename=${name}` }),
      no("refused", "input", "NOT_SO", "not so", { status: 200, ...told }),
    ]),
    [
      "a file that looks like a refusal",
      ask(read, file),
      answered(200, said, { ...json, "content-disposition": 'attachment; filename="a.json"' }),
      yes(200, Buffer.from(JSON.stringify(said)), {
        ...json,
        "content-disposition": 'attachment; filename="a.json"',
      }),
    ],
    ["items with a failed status", ask(insert), answered(400, { data: [said] }), yes(400, { data: [said] })],
    [
      "items of a server that failed",
      ask(insert),
      answered(500, { data: [1, { status: "success" }, said] }),
      no("unknown", "unavailable", "NOT_SO", "not so", { status: 500, ...told }),
    ],
    [
      "a list without a failed item",
      ask(read),
      answered(404, { data: [{ status: "success", code: "SUCCESS" }], message: "none" }),
      no("refused", "notFound", "HTTP_404", "none", { status: 404 }),
    ],
    ["an empty list by its status", ask(read), answered(204), yes(204, undefined)],
    ["nothing new by its status", ask(read), answered(304), yes(304, undefined)],
    ["an empty list that is none of the operation's", ask(query), answered(204), unreadable(204, "is empty")],
    ["nothing in the place of a list", ask(read), answered(200, " \n"), unreadable(200, "is empty")],
    ["nothing of a removal", ask(remove), answered(200), yes(200, undefined)],
    ["nothing of a removal with another status", ask(remove), answered(202), unreadable(202, "is empty")],
    ["a page in the place of data", ask(read), answered(200, "<html>"), unreadable(200, "is not whole JSON")],
    [
      "a list in the place of an object",
      ask(read),
      answered(200, []),
      unreadable(200, "is a list instead of an object"),
    ],
    ["null", ask(read), answered(200, "null"), unreadable(200, "is null instead of an object")],
    ["a number", ask(read), answered(200, "1"), unreadable(200, "is a number instead of an object")],
    ["an empty object", ask(read), answered(200, "{}"), unreadable(200, "is an empty object")],
    ["an object without the list", ask(read), answered(200, { info: {} }), unreadable(200, "has no data")],
    ["an object without anything to have", ask(remove), answered(200, { a: 1 }), yes(200, { a: 1 })],
    [
      "an object without the code of Books",
      ask(remove, books),
      answered(200, { message: "x" }),
      unreadable(200, "has no code", books),
    ],
    ["a good code of Books", ask(remove, books), answered(200, { code: 0 }), yes(200, { code: 0 })],
    [
      "a good code of Books in text",
      ask(remove, books),
      answered(200, { code: "0" }),
      yes(200, { code: "0" }),
    ],
    [
      "another code of Books",
      ask(remove, books),
      answered(200, { code: 9, status: "ok" }),
      no("refused", "input", "9", blank, { status: 200, ...books }),
    ],
    [
      "a record of Books that has failed",
      ask(remove, books),
      answered(200, { code: 0, status: "error" }),
      yes(200, { code: 0, status: "error" }),
    ],
    ...[0, "0"].map((code): [string, Question, ExchangeOutcome, object] => [
      `a refusal within a good answer of Books, ${typeof code}`,
      ask(remove, books),
      answered(200, { code, message: "success", data: { code: 1004, message: "not so" } }),
      no("refused", "input", "1004", "not so", { status: 200, ...books }),
    ]),
    [
      "a refusal of Books, whatever is within",
      ask(remove, books),
      answered(200, { code: 9, message: "outer", data: { code: 1004, message: "not so" } }),
      no("refused", "input", "9", "outer", { status: 200, ...books }),
    ],
    ...[
      { message: "x" },
      { code: 0, message: "x" },
      { code: "0", message: "x" },
      { code: 9, message: 5 },
    ].map((data): [string, Question, ExchangeOutcome, object] => [
      `no refusal of Books within: ${JSON.stringify(data)}`,
      ask(remove, books),
      answered(200, { code: 0, data }),
      yes(200, { code: 0, data }),
    ]),
    ["an empty list of Books", ask(read, books), answered(200, { data: "" }), yes(200, { data: "" })],
    [
      "text for a list",
      ask(read, books),
      answered(200, { data: "x" }),
      unreadable(200, "has no data", books),
    ],
    ["an empty text of CRM", ask(read), answered(200, { data: "" }), unreadable(200, "has no data")],
    [
      "one in the place of a list",
      ask(read),
      answered(200, { data: { a: 1 } }),
      yes(200, { data: { a: 1 } }),
    ],
    [
      "one that is well in the place of a list",
      ask(read),
      answered(200, { data: { status: "success", code: "SUCCESS" } }),
      yes(200, { data: { status: "success", code: "SUCCESS" } }),
    ],
    [
      "a list with a hole",
      ask(read),
      answered(200, { data: [{}, null] }),
      unreadable(200, "has nothing in the place of one of its data"),
    ],
    ...["error", "failure"].map((status): [string, Question, ExchangeOutcome, object] => [
      `a status of another product, ${status}`,
      ask(remove, others),
      answered(200, { status }),
      no("refused", "input", "HTTP_200", blank, { status: 200, ...others }),
    ]),
    [
      "a refusal within a good answer of another product",
      ask(remove, others),
      answered(200, { code: 0, data: { code: 5, message: "not so" } }),
      no("refused", "input", "5", "not so", { status: 200, ...others }),
    ],
    ...[{ code: 5 }, { status: "ok", message: "x" }].map(
      (body): [string, Question, ExchangeOutcome, object] => [
        `a good answer of another product: ${JSON.stringify(body)}`,
        ask(remove, others),
        answered(200, body),
        yes(200, body),
      ],
    ),
    ...(
      [
        [{ error: "text", message: "told" }, "HTTP_400", "told"],
        [{ error: { code: "WITHIN", message: "told" }, error_info: "more" }, "WITHIN", "told"],
        [{ code: "OUTER", message: "told", errorCode: "OTHER" }, "OUTER", "told"],
        [{ message: "told", errorCode: "OTHER" }, "OTHER", "told"],
        [{ status: { code: 404, description: "told" }, data: { errorCode: "OTHER" } }, "OTHER", "told"],
        [{ status: { code: 404, description: "told" }, data: { moreInfo: "x" } }, "404", "told"],
        [{ status: { code: 404, description: "told" } }, "404", "told"],
      ] as const
    ).map(([body, code, message]): [string, Question, ExchangeOutcome, object] => [
      `the reason in ${JSON.stringify(body)}`,
      ask(remove, others),
      answered(400, body),
      no("refused", "input", code, message, { status: 400, ...others }),
    ]),
    ["a code of CRM", ask(remove), answered(200, { code: "SUCCESS" }), yes(200, { code: "SUCCESS" })],
    [
      "a refusal with a good status",
      ask(read),
      answered(200, said),
      no("refused", "input", "NOT_SO", "not so", { status: 200, ...told }),
    ],
    [
      "too many requests",
      ask(read),
      answered(429),
      no("throttled", "throttled", "TOO_MANY_REQUESTS", "Too many requests", { status: 429 }),
    ],
    [
      "too many requests, and how long to wait",
      ask(read),
      answered(429, { ...said, message: "slow down" }, { "retry-after": "7" }),
      no("throttled", "throttled", "NOT_SO", "slow down", { status: 429, retryAfterMs: 7000, ...told }),
    ],
    [
      "too many requests of a minute of Books",
      ask(remove, books),
      answered(429, { code: 44, message: "minute" }),
      no("throttled", "throttled", "44", "minute", { status: 429, retryAfterMs: 61_000, ...books }),
    ],
    [
      "the code of Books, in CRM",
      ask(read),
      answered(429, { code: "45", message: "x" }),
      no("throttled", "throttled", "45", "x", { status: 429 }),
    ],
    [
      "the day of CRM",
      ask(read),
      answered(429, { message: "API credit limit" }),
      no("refused", "credits", "TOO_MANY_REQUESTS", "API credit limit", {
        status: 429,
        hint: "Credits come back 24 hours after their use.",
      }),
    ],
    [
      "the day of CRM in older keys",
      ask(read),
      answered(429, {
        code: 429,
        error: "TOO_MANY_REQUESTS",
        error_info: "Many requests fired than the allowed limit for the past 24 hours.",
        details: [],
      }),
      no(
        "refused",
        "credits",
        "TOO_MANY_REQUESTS",
        "Many requests fired than the allowed limit for the past 24 hours.",
        { status: 429, details: [], hint: "Credits come back 24 hours after their use." },
      ),
    ],
    [
      "concurrent calls of CRM",
      ask(read),
      answered(429, { message: "Daily concurrency" }),
      no("throttled", "throttled", "TOO_MANY_REQUESTS", "Daily concurrency", { status: 429 }),
    ],
    [
      "the day of Books",
      ask(remove, books),
      answered(429, { code: 45, message: "x" }, { "retry-after": "3600" }),
      no("refused", "credits", "45", "x", {
        status: 429,
        retryAfterMs: 3_600_000,
        hint: expect.stringMatching(/takes more in .+, at 2026-03-01 10:30 UTC\.$/),
        ...books,
      }),
    ],
    [
      "the day of Books without an end",
      ask(remove, books),
      answered(429, { code: 45, message: "x" }),
      no("refused", "credits", "45", "x", { status: 429, ...books }),
    ],
    ["a redirect", ask(read), answered(301), no("refused", "answer", "REDIRECTED", blank, { status: 301 })],
    [
      "the last of redirects",
      ask(read),
      answered(399),
      no("refused", "answer", "REDIRECTED", blank, { status: 399 }),
    ],
    [
      "a status of before",
      ask(read),
      answered(199, { data: [] }),
      no("refused", "input", "HTTP_199", blank, { status: 199 }),
    ],
    [
      "a bad request",
      ask(read),
      answered(400, "<html>"),
      no("refused", "input", "HTTP_400", page, { status: 400 }),
    ],
    [
      "a code that is none",
      ask(read),
      answered(400, { code: true, message: 1 }),
      no("refused", "input", "HTTP_400", blank, { status: 400 }),
    ],
    ["no login", ask(read), answered(401), no("refused", "connection", "HTTP_401", blank, { status: 401 })],
    ["no right", ask(read), answered(403), no("refused", "permission", "HTTP_403", blank, { status: 403 })],
    [
      "an owner whose account is closed",
      ask(read),
      answered(403, { ...said, code: "INVALID_DATA" }),
      no("refused", "input", "INVALID_DATA", "not so", { status: 403, ...told }),
    ],
    [
      "a record that is still at work",
      ask(read),
      answered(403, { ...said, code: "CANNOT_PROCESS" }),
      no("refused", "conflict", "CANNOT_PROCESS", "not so", { status: 403, ...told }),
    ],
    [
      "a refusal in the place of the list",
      ask(insert),
      answered(400, { data: said }),
      no("refused", "input", "NOT_SO", "not so", { status: 400, ...told }),
    ],
    [
      "a refusal in the place of the list, inside of a good status",
      ask(insert),
      answered(200, { data: said }),
      no("refused", "input", "NOT_SO", "not so", { status: 200, ...told }),
    ],
    [
      "nothing there",
      ask(read),
      answered(404),
      no("refused", "notFound", "HTTP_404", blank, { status: 404 }),
    ],
    [
      "a time-out of Zoho's",
      ask(read),
      answered(408),
      no("unknown", "input", "HTTP_408", blank, { status: 408 }),
    ],
    [
      "a change in between",
      ask(read),
      answered(412),
      no("refused", "conflict", "HTTP_412", blank, { status: 412 }),
    ],
    [
      "what would be the last",
      ask(read),
      answered(499),
      no("refused", "input", "HTTP_499", blank, { status: 499 }),
    ],
    [
      "a server that failed",
      ask(read),
      answered(500),
      no("unknown", "unavailable", "HTTP_500", blank, { status: 500 }),
    ],
    [
      "a lock, whatever the status",
      ask(read),
      answered(401, { code: "RECORD_LOCKED", message: "locked" }),
      no("refused", "conflict", "RECORD_LOCKED", "locked", { status: 401 }),
    ],
    ...["X_SCOPE_MISMATCH", "SCOPE_MISMATCHED"].map((code): [string, Question, ExchangeOutcome, object] => [
      `no scope that is missing, ${code}`,
      ask(read),
      answered(401, { code, message: "no" }),
      no("refused", "connection", code, "no", { status: 401 }),
    ]),
    [
      "a scope that is missing, in another word",
      ask(read),
      answered(401, { code: "INVALID_OAUTHSCOPE", message: "no" }),
      no("refused", "connection", "INVALID_OAUTHSCOPE", "no", {
        status: 401,
        hint: "Add the scope THE.SCOPE to the connection and reconnect.",
      }),
    ],
    [
      "a scope that is missing",
      ask(read),
      answered(401, { code: "OAUTH_SCOPE_MISMATCH", message: "no" }),
      no("refused", "connection", "OAUTH_SCOPE_MISMATCH", "no", {
        status: 401,
        hint: "Add the scope THE.SCOPE to the connection and reconnect.",
      }),
    ],
    [
      "a scope that is missing in Books",
      ask(remove, books),
      answered(401, { code: 57, message: "no" }),
      no("refused", "connection", "57", "no", {
        status: 401,
        hint: "The login has ended, or it lacks the scope THE.SCOPE. Reconnect, and check the scopes of the connection.",
        ...books,
      }),
    ],
  ])("on %s", (_, question, outcome, expected) => {
    expect(judge(question, outcome)).toEqual(expected);
  });
});
