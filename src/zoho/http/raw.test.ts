import { operationsOf } from "../../../scripts/docs/tables";
import { crmAt, type Hostile, json, logging, startHostile } from "../../../test/hostile/zoho";
import booksDigest from "../../../test/oas/books.json";
import crmDigest from "../../../test/oas/crm.json";
import { describedCalls } from "../../../test/oas/files";
import { QuickClock } from "../../../test/support/quickClock";
import booksBodies from "../books/callBodies.json";
import booksTable from "../books/knownCalls.json";
import { bodyTemplates as booksBodyTemplates, operationChoices as booksOperationChoices } from "../books/raw";
import { pathOf, recordTypes, verbsOf } from "../books/recordTypes";
import crmBodies from "../crm/callBodies.json";
import crmTable from "../crm/knownCalls.json";
import { bodyTemplates, crmRawCall, operationChoices } from "../crm/raw";
import { checkedCall, type KnownCall, knownCalls } from "./knownCalls";
import type { RawInput } from "./raw";

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());
beforeEach(() => zoho.respond((_, response) => json(response, 200, { ok: true })));

const call = (input: Partial<RawInput>) =>
  crmRawCall(crmAt({ url: zoho.url }), { method: "GET", url: "/crm/v8/Leads", ...input });
const refused = { kind: "input", code: "INVALID_INPUT" };

describe("a path", () => {
  test.each([
    ["/crm/v8/Leads?fields=Last_Name", "/crm/v8/Leads?fields=Last_Name"],
    ["crm/v8/Leads", "/crm/v8/Leads"],
    ["/Leads/1/actions/share", "/crm/v8/Leads/1/actions/share"],
    ["Leads?fields=Last_Name", "/crm/v8/Leads?fields=Last_Name"],
    ["/v2/Leads", "/crm/v2/Leads"],
    ["/crm/v8/Leads/1/Notes%20of", "/crm/v8/Leads/1/Notes%20of"],
    ["/crm/v8/Leads?x=100%&y=..", "/crm/v8/Leads?x=100%&y=.."],
    ["/v8", "/crm/v8"],
    ["/crm/v8/org?next=//a", "/crm/v8/org?next=//a"],
    ["/crm/v8/functions/50%25done", "/crm/v8/functions/50%25done"],
    ["/crm/x/v8/Leds/1", "/crm/x/v8/Leds/1"],
  ])("%s goes out as %s", async (url, sent) => {
    await call({ url });
    expect(zoho.received.map((request) => request.url)).toEqual([sent]);
  });

  test.each([
    "https://evil.tld/crm/v8/org",
    "HTTPS:/evil.tld/crm/",
    "//evil.tld/crm/v8/org",
    "/\\evil.tld/crm/v8/org",
    "\\\\evil.tld/crm/",
    "javascript:alert(1)",
    "user:secret@evil.tld/crm/",
    "/@evil.tld/crm/",
    "/crm/../oauth/v2/token",
    "/crm/..",
    "/crm/./v8",
    "/crm/%2e%2e/oauth/v2/token",
    "/crm/%2E%2e/oauth/v2/token",
    "/crm/.%2e/oauth/v2/token",
    "/crm/%2e%2e%2foauth",
    "/crm/%252e%252e/oauth",
    "/crm/%25252e%25252e/oauth",
    "/crm/%zz/%2e%2e/%2e%2e/oauth/v2/token",
    "/crm/%/../../oauth/v2/token",
    "/crm/v8/100%",
    "/crm/..%5coauth",
    "/crm/v8\\..\\..\\oauth",
    "/crm//v8/org",
    "/crm/v8/%2f%2fevil.tld",
    "/crm/v8/org#fragment",
    "/crm/v8/a b",
    "/crm/v8/org\r\nHost: evil.tld",
    "/crm/v8/é",
    "/oauth/v2/token",
    "/books/v3/invoices",
    "/%63rm/v8/org",
    "/crm/v8/{module}",
    "",
    "/",
  ])("%j is refused before anything is sent", async (url) => {
    await expect(call({ url })).rejects.toMatchObject(refused);
    expect(zoho.received).toHaveLength(0);
  });
});

describe("headers", () => {
  test.each([
    "Authorization",
    "authorization",
    "Host",
    "cookie",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "Proxy-Authorization",
    "X-Forwarded-Host",
    " Authorization ",
  ])("%j is the connector's own", async (name) => {
    await expect(call({ headers: { [name]: "x" } })).rejects.toMatchObject(refused);
    expect(zoho.received).toHaveLength(0);
  });

  test.each([
    "ERP–1",
    "a\r\nX-Injected: 1",
    "a\nb",
    "a\tb",
    "a\u0000b",
    "a\u007Fb",
    "a\u0085b",
    "日本",
    " ERP1",
    "ERP1 ",
    "😀",
  ])("the value %j would not arrive as it is, and is refused without being shown", async (value) => {
    const error: unknown = await call({ headers: { "X-Value": value } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ ...refused, message: expect.stringContaining('Header "X-Value"') });
    expect(String(error)).not.toContain(value);
    expect(zoho.received).toHaveLength(0);
  });

  test.each(["a:b", "a b", "a\r\nb", "", "é"])("%j is no name", async (name) => {
    await expect(call({ headers: { [name]: "x" } })).rejects.toMatchObject(refused);
  });

  test.each(["ERP-1", "", "caf\u00e9", 'a, b; c="d"'])(
    "the value %j arrives byte for byte",
    async (value) => {
      await call({ headers: { "X-Value": value } });
      expect(zoho.received[0]?.headers["x-value"]).toBe(value);
    },
  );
});

describe("a body", () => {
  test("of text goes out to the last digit, without a byte order mark", async () => {
    const data = '{ "data": [{ "Amount": 71006926071870.82, "No": 9007199254740993 }] }';
    await call({ method: "POST", data: `\uFEFF${data}` });
    expect(zoho.received[0]).toMatchObject({ body: data, headers: { "content-type": "application/json" } });
  });

  test("that is no JSON is refused", async () => {
    await expect(call({ method: "POST", data: "{data}" })).rejects.toMatchObject(refused);
    expect(zoho.received).toHaveLength(0);
  });
});

describe("a refusal says what is wrong", () => {
  test.each([
    ["https://evil.tld/crm/", "not a full URL: the host comes from the connection"],
    ["a1+.-:x", "not a full URL"],
    ["/crm/v8/a b", "without spaces, control characters, backslashes or a fragment"],
    ["/crm/v8/%1", "with each % followed by two hexadecimal digits"],
    ["/crm/v8/%2541", "with nothing encoded twice"],
    ["/crm/v8/..", "without . or .. or empty parts in it"],
    ["/crm/v8/.", "without . or .. or empty parts in it"],
    ["/books/v3/x", "beginning with /crm/"],
  ])("%s", async (url, reason) => {
    await expect(call({ url })).rejects.toThrow(`URL: expected a path such as /crm/…, ${reason}`);
  });

  test.each([
    ["/crm/v8/a:b", "/crm/v8/a:b"],
    ["/crm/v8/%2541x".replace("%25", "%"), "/crm/v8/%41x"],
    ["/crm/v8/100%25", "/crm/v8/100%25"],
    ["/crm/v8/.a..b.", "/crm/v8/.a..b."],
    ["/v2.11/Leads", "/crm/v2.11/Leads"],
    ["/v22/Leads", "/crm/v22/Leads"],
    ["/v2?x=1", "/crm/v2?x=1"],
    ["/Leads", "/crm/v8/Leads"],
    ["/Leads/v8/x", "/crm/v8/Leads/v8/x"],
  ])("and %s goes out as %s", async (url, sent) => {
    await call({ url });
    expect(zoho.received.map((request) => request.url)).toEqual([sent]);
  });

  test("of headers, data and JSON", async () => {
    await expect(call({ headers: { " Host ": "x" } })).rejects.toThrow(
      "Header:  Host  is set by the connector",
    );
    const both = call({ method: "POST", data: "{}", formData: { a: 1 } });
    await expect(both).rejects.toThrow("Data: it cannot be combined with Form Data or File Data");
    await expect(call({ method: "POST", data: "{" })).rejects.toThrow("Data: expected valid JSON");
    await expect(call({ method: "POST", data: "{}\uFEFF" })).rejects.toThrow("Data: expected valid JSON");
  });
});

describe("an answer", () => {
  beforeEach(() => zoho.respond((_, response) => json(response, 200, '{"a":1}')));

  test.each([
    [undefined, { a: 1 }],
    ["json", { a: 1 }],
    ["text", '{"a":1}'],
    ["arraybuffer", Buffer.from('{"a":1}')],
  ] as const)("as %s", async (responseType, expected) => {
    expect(await call({ responseType })).toEqual(expected);
  });

  test("that is empty is null", async () => {
    zoho.respond((_, response) => void response.writeHead(204).end());
    expect(await call({ responseType: "text" })).toBeNull();
  });
});

test("a form has its values, and files by their names and types", async () => {
  await call({
    method: "POST",
    formData: { plain: 5 },
    fileData: {
      one: { data: Buffer.from("bytes"), contentType: "text/csv" },
      two: { data: "text", contentType: 5 },
      three: "bare",
    },
    fileDataFileNames: { one: "a.csv" },
  });
  const { body, headers } = zoho.received[0] ?? { body: "", headers: {} };
  expect(headers["content-type"]).toMatch(/^multipart\/form-data/);
  const parts = body.split(/--[^\r\n]+(?:--)?\r\n/).slice(1, -1);
  expect(parts.slice(0, 3).map((part) => part.trimEnd())).toEqual([
    'Content-Disposition: form-data; name="plain"\r\n\r\n5',
    'Content-Disposition: form-data; name="one"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nbytes',
    'Content-Disposition: form-data; name="two"; filename="two"\r\nContent-Type: application/octet-stream\r\n\r\ntext',
  ]);
  expect(body).toContain(
    'name="three"; filename="three"\r\nContent-Type: application/octet-stream\r\n\r\nbare',
  );
});

test("waits double from the delay that is given, or stay as long", async () => {
  zoho.respond((_, response) => json(response, 503, "down"));
  const waited = async (input: Partial<RawInput>) => {
    const clock = new QuickClock();
    await expect(
      crmRawCall(crmAt({ url: zoho.url, clock }), { method: "GET", url: "/org", ...input }),
    ).rejects.toThrow();
    return clock.slept;
  };
  // Three quarters of each wait, by a clock whose chance is one half.
  expect(await waited({ retryDelayMS: 100, maxRetries: 3 })).toBe(75 * (1 + 2 + 4));
  expect(await waited({ retryDelayMS: 100, maxRetries: 3, useExponentialBackoff: false })).toBe(75 * 3);
  expect(await waited({ retryDelayMS: 0, maxRetries: 1 })).toBe(300);
});

describe("secrets", () => {
  const token = "1000.canary-access-token";

  test("that Zoho echoes are removed from a failure in any answer", async () => {
    const failed = { status: "error", code: "INVALID_DATA", details: { given: `Zoho-oauthtoken ${token}` } };
    zoho.respond((_, response) =>
      json(response, 207, {
        data: [{ status: "success" }, failed],
        share: { ...failed, code: 5 },
        name: "plain",
      }),
    );
    const removed = { ...failed, details: { given: "Zoho-oauthtoken [REDACTED]" } };
    expect(await call({ method: "POST", data: "{}" })).toEqual({
      data: [{ status: "success" }, removed],
      share: { ...removed, code: 5 },
      name: "plain",
    });
  });

  test("stay out of the log of a request, which shows its body and the answer where that is asked for", async () => {
    const { log, lines } = logging();
    const quiet = crmAt({ url: zoho.url, log });
    const crm = crmAt({ url: zoho.url, log, showsBodies: true });
    const data = `\uFEFF{"Last_Name":"Burns","password":"secret","Note":"${token}"}`;
    const input = { method: "POST", url: "/crm/v8/Leads", data } as const;
    await crmRawCall(quiet, input);
    expect(lines.info).toEqual([]);
    const shown = async (more: Partial<RawInput>): Promise<string | undefined> => {
      await crmRawCall(crm, { ...input, ...more });
      return lines.info.at(-1);
    };
    expect(await shown({})).toBe(
      'POST /crm/v8/Leads sends {"Last_Name":"Burns","password":"[REDACTED]","Note":"[REDACTED]"}: 200, {"ok":true}',
    );
    const form = { data: undefined, formData: { text: "x".repeat(3000) }, fileData: { file: "secret" } };
    expect(await shown(form)).toHaveLength('POST /crm/v8/Leads sends : 200, {"ok":true}'.length + 2000);
    expect(await shown({ ...form, formData: {} })).toContain(' sends {"file":"file"}: 200');
    expect(await shown({ method: "GET", data: undefined })).toContain("GET /crm/v8/Leads sends nothing: 200");
    zoho.respond((_, response) => void response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00])));
    expect(await shown({ method: "GET", data: undefined, responseType: "arraybuffer" })).toContain(
      "sends nothing: 200, <3 bytes>",
    );
    zoho.respond((_, response) => void response.destroy());
    await expect(crmRawCall(crm, { ...input, maxRetries: 0 })).rejects.toThrow();
    expect(lines.info.at(-1)).toContain(": no answer");
  });

  test("show a page instead of data as it is, and change nothing of what becomes of the call", async () => {
    const { log, lines } = logging();
    zoho.respond((_, response, number) =>
      number === 1
        ? void response.writeHead(503).end(`<html>Down, ${token}`)
        : json(response, 200, { ok: true }),
    );
    const crm = crmAt({ url: zoho.url, log, showsBodies: true });
    expect(await crmRawCall(crm, { url: "/crm/v8/Leads" })).toEqual({ ok: true });
    expect(lines.info).toEqual([
      "GET /crm/v8/Leads sends nothing: 503, <html>Down, [REDACTED]",
      'GET /crm/v8/Leads sends nothing: 200, {"ok":true}',
    ]);
  });
});

describe("tries", () => {
  const failing = () => zoho.respond((_, response) => json(response, 503, "down"));

  test("of a write end with the first that may have been carried out", async () => {
    failing();
    await expect(call({ method: "POST", data: "{}" })).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(zoho.received).toHaveLength(1);
  });

  test.each([
    [{ retryAllErrors: true }, 5],
    [{ retryAllErrors: true, maxRetries: 2 }, 3],
    [{ retryAllErrors: true, maxRetries: 0 }, 1],
  ])("of a write with %j are %i", async (input, tries) => {
    failing();
    await expect(call({ method: "POST", data: "{}", ...input })).rejects.toThrow();
    expect(zoho.received).toHaveLength(tries);
  });

  test("of a refusal are one, also where all errors are tried again", async () => {
    zoho.respond((_, response) =>
      json(response, 400, { code: "INVALID_DATA", status: "error", message: "no" }),
    );
    await expect(call({ method: "POST", data: "{}", retryAllErrors: true })).rejects.toMatchObject({
      code: "INVALID_DATA",
    });
    expect(zoho.received).toHaveLength(1);
  });
});

describe("a template of a body", () => {
  /**
   * What is wrong with keys and kinds; which texts are taken, Zoho's files say by way of examples. A criteria
   * has two forms, and a text that is wrong for one counts as keys that are wrong for the other.
   */
  const shape =
    /^(?!.*\/criteria ).*(additional properties|required property|must be (string|array|object|integer|number|boolean))/;
  const products = [
    ["crm", operationChoices, bodyTemplates, crmBodies],
    ["books", booksOperationChoices, booksBodyTemplates, booksBodies],
  ] as const;

  test.each(products)("stands for each call of %s that can be picked and takes one", async (...row) => {
    const [product, choices, templates, bodies] = row;
    const picked = new Set((await choices()).map(({ key }) => key));
    expect(Object.keys(bodies).filter((key) => !picked.has(key))).toEqual([]);
    // Two files may describe the same call, for two kinds of record.
    const problems = new Map<string, string[]>();
    for (const { method, path, body, file } of describedCalls(product)) {
      const key = `${method} ${path}`;
      const [choice] = await templates(key);
      if (method === "GET" || !body || !choice) continue;
      const found = body(JSON.parse(choice.key)).filter((problem) => shape.test(problem));
      const before = problems.get(key);
      problems.set(key, before?.length === 0 ? [] : found.map((problem) => `${file}: ${problem}`));
    }
    const wrong = [...problems].filter(([, found]) => found.length > 0);
    expect(wrong).toEqual([]);
  });

  test("is JSON to be changed, and none where none is taken", async () => {
    expect(await bodyTemplates("POST /contacts/roles")).toEqual([
      {
        key: JSON.stringify({ contact_roles: [{ name: "text", sequence_number: 1 }] }, undefined, 2),
        label: '{"contact_roles":[{"name":"text","sequence_number":1}]}',
      },
    ]);
    const [layouts] = await bodyTemplates("PATCH /settings/layouts");
    expect(layouts?.label).toHaveLength(151);
    for (const none of [undefined, "", "GET /contacts/roles", "DELETE /Leads/1", "constructor"])
      expect(await bodyTemplates(none)).toEqual([]);
  });
});

describe("a path that Zoho's files know", () => {
  const known = { crm: knownCalls(crmTable, "crm"), books: knownCalls(booksTable, "books") };
  const check = (product: "crm" | "books", method: string, path: string, byExternalId = false) => {
    const name = known.crm.map((each) => each.method).find((each) => each === method);
    if (name === undefined) throw new Error(`${method} is no method.`);
    return checkedCall(product, known[product], { method: name, path, byExternalId });
  };
  const inShort = (path: string) => path.replace(/^\/crm(\/\w+)?\/\{version\}/, (_, own = "") => own);
  const filled = (path: string) =>
    path
      .replaceAll("{module_name}", "cm_debtor")
      .replaceAll(/\{(\w*module(ApiName|Name|Identifier)?|parentRecordModule)\}/g, "Leads")
      .replaceAll("{relatedList}", "Products")
      .replaceAll(/\{\w+\}/g, "5725767000000524001");

  test("is picked with its scope, credits and parameters, all of them and by words", async () => {
    for (const [digest, choices] of [
      [crmDigest, await operationChoices()],
      [booksDigest, await booksOperationChoices()],
    ] as const) {
      const keys = new Set(choices.map(({ key }) => key.replace(/ \/crm\/\{version\}/, " ")));
      const keyOf = ({ method, base = "", path }: { method: string; base?: string; path: string }) =>
        `${method} ${base}${path}`;
      expect(digest.calls.map(keyOf).filter((key) => !keys.has(key))).toEqual([]);
    }
    expect(crmDigest.calls.length + booksDigest.calls.length).toBe(987);
    expect(await operationChoices("LEAD conversion __conv")).toEqual([
      {
        key: "GET /Leads/{leadId}/__conversion_options",
        label:
          "Conversion option: get lead conversion options: GET /Leads/{leadId}/__conversion_options (1 credit, scope ZohoCRM.modules.leads.READ)",
      },
    ]);
    expect((await operationChoices("bulk write job POST")).map(({ label }) => label)).toEqual([
      expect.stringContaining("(500 credits, scope ZohoCRM.bulk.CREATE)"),
    ]);
    expect((await booksOperationChoices("mark invoice sent")).map(({ key }) => key)).toEqual([
      "POST /invoices/{invoice_id}/status/sent",
      "POST /retainerinvoices/{retainerinvoice_id}/status/sent",
    ]);
    expect((await operationChoices("search")).map(({ label }) => label)).toContainEqual(
      expect.stringContaining("parameters"),
    );
  });

  test("passes, whatever its slots hold", () => {
    for (const product of ["crm", "books"] as const)
      for (const { method, path } of known[product]) {
        const found: KnownCall | undefined = check(product, method, filled(inShort(path)));
        expect([method, path, found?.method]).toEqual([method, path, method]);
      }
  });

  test("and every call that the connector makes itself", () => {
    const refusals: string[] = [];
    const pass = (product: "crm" | "books", method: string, path: string) => {
      try {
        check(product, method, path);
      } catch (error) {
        refusals.push(String(error));
      }
    };
    for (const { method, path } of Object.values(operationsOf("crm")))
      if (!path.includes("{anyPath}"))
        pass("crm", method, filled(inShort(path.replace("/crm/{version}", ""))));
    const methods = { list: "GET", get: "GET", create: "POST", update: "PUT", remove: "DELETE" };
    for (const type of recordTypes().values()) {
      for (const verb of verbsOf(type))
        pass("books", methods[verb], filled(`/${pathOf(type, verb)}`).split("?")[0] ?? "");
      for (const action of Object.values(type.actions ?? {}))
        if (typeof action === "string")
          pass("books", "POST", `/${filled(pathOf(type, "list"))}/1/${action}`.replace(/^.*\/\//, "/"));
    }
    expect(refusals).toEqual([]);
  });

  test.each([
    ["POST", "/Leads/1/convert", "POST /Leads/{leadId}/actions/convert"],
    ["POST", "/Leads/1/actions/convrt", "POST /Leads/{leadId}/actions/convert"],
    ["GET", "/setings/modules", "GET /settings/modules"],
    ["GET", "/settings/moduels", "GET /settings/modules"],
    ["GET", "/modules", "GET /settings/modules"],
    ["GET", "/fields?module=Leads", "GET /settings/fields"],
    ["GET", "/Leads/serach", "GET /{module}/search"],
    ["POST", "/Leads/1", "GET /{module}/{recordID}, PUT /{module}/{recordID}"],
    ["GET", "/coql", "POST /coql"],
    ["PATCH", "/users/1", "GET /users/{user}"],
    ["GET", "/crm/bulk/v8/red/1", "GET /crm/bulk/{version}/read/{jobId}"],
  ] as const)("is told where %s %s is meant", async (method, url, nearest) => {
    const failure = call({ method, url, data: method === "GET" ? undefined : "{}" });
    await expect(failure).rejects.toMatchObject({ ...refused, message: expect.stringContaining(nearest) });
    expect(zoho.received).toHaveLength(0);
    await call({ method, url, skipPathCheck: true });
    expect(zoho.received).toHaveLength(1);
  });

  test.each([
    ["POST", "/invoices/1/status/snt", "POST /invoices/{invoice_id}/status/sent"],
    ["POST", "/invoices/1/sent", "POST /invoices/{invoice_id}/status/sent"],
    ["GET", "/invoice", "GET /invoices"],
    ["DELETE", "/organizations/1", "GET /organizations/{organization_id}"],
  ])("is told in Books where %s %s is meant", (method, path, nearest) => {
    expect(() => check("books", method, path)).toThrow(nearest);
  });

  test.each([
    ["GET", "/Leads/1/Anything_At_All"],
    ["GET", "/settings/something_new/1"],
    ["POST", "/Leads/1/actions/something_new"],
    ["GET", "/cm_New/1"],
    ["PUT", "/Leads/1/Notes/2"],
    ["GET", "/settings/variables/Last_Sync"],
    ["GET", "/leads/1"],
    ["GET", "/v2/modules"],
    ["GET", "/crm/v2.1/settings/moduels"],
  ] as const)("or not, as %s %s, goes out", async (method, url) => {
    await call({ method, url, data: method === "GET" ? undefined : "{}" });
    expect(zoho.received).toHaveLength(1);
  });

  test("may name a record by another field where its header says so", async () => {
    zoho.respond((_, response) =>
      json(response, 401, { code: "OAUTH_SCOPE_MISMATCH", message: "invalid oauth scope", status: "error" }),
    );
    const named = { method: "PUT", url: "/Leads/ERP-1", data: "{}" } as const;
    const scope = "Add the scope ZohoCRM.modules.leads.UPDATE";
    for (const header of ["X-EXTERNAL", "x-external"])
      await expect(call({ ...named, headers: { [header]: "Leads.ERP" } })).rejects.toThrow(scope);
    for (const headers of [{}, { "X-EXTERNAL-ID": "Leads.ERP" }, { "Not-X-EXTERNAL": "Leads.ERP" }])
      await expect(call({ ...named, headers })).rejects.not.toThrow(scope);
    expect(zoho.received).toHaveLength(5);
  });

  test("is filled from the operation that was picked", async () => {
    const operation = "POST /Leads/{leadId}/actions/convert";
    await call({
      url: undefined,
      method: undefined,
      operation,
      pathValues: { leadId: "1/2" },
      data: "{}",
      queryParams: { a: 1 },
    });
    await call({
      url: undefined,
      method: "GET",
      operation: "GET /crm/bulk/{version}/read/{jobId}",
      pathValues: { jobId: 7 },
    });
    await call({ url: undefined, method: undefined, operation: "GET /crm/email/{version}/settings/compose" });
    expect(zoho.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST /crm/v8/Leads/1%2F2/actions/convert?a=1",
      "GET /crm/bulk/v8/read/7",
      "GET /crm/email/v8/settings/compose",
    ]);
  });

  test.each([
    [
      { operation: "POST /Leads/{leadId}/actions/convert" },
      "Path Values: POST /Leads/{leadId}/actions/convert needs a value for leadId",
    ],
    [
      { operation: "GET /org", pathValues: { id: "1" } },
      "Path Values: id is no part of GET /org, which has no parts to fill in",
    ],
    [{ operation: "GET /org", method: "POST" }, "Method: GET /org is sent by GET, not by POST"],
    [{ operation: "GET /org", url: "/org" }, "URL: it cannot be combined with Operation"],
    [{ operation: "org" }, "Operation: expected a method and a path such as GET /settings/modules"],
    [{ operation: "GET /{module}/../oauth", pathValues: { module: "x" } }, "without . or .."],
    [{}, "URL: expected a path, or an Operation"],
  ] as const)("is refused as %j", async (input, message) => {
    const given: Partial<RawInput> = { url: undefined, method: undefined, ...input };
    await expect(call(given)).rejects.toThrow(message);
    expect(zoho.received).toHaveLength(0);
  });

  test("tells its scope where the login lacks it", async () => {
    zoho.respond((_, response) =>
      json(response, 401, { code: "OAUTH_SCOPE_MISMATCH", message: "invalid oauth scope", status: "error" }),
    );
    await expect(call({ url: "/settings/roles" })).rejects.toThrow("ZohoCRM.settings.roles.READ");
    await expect(call({ url: "/crm/email/v8/settings/compose" })).rejects.toThrow(
      "ZohoCRM.settings.emails.READ",
    );
    await expect(call({ url: "/Price_Books/1" })).rejects.toThrow("ZohoCRM.modules.pricebooks.READ");
  });

  test.each([
    ["POST" as const, "/Leads/1/actions/convert", 5],
    ["POST" as const, "/crm/bulk/v8/read", 50],
    ["POST" as const, "/crm/bulk/v8/write", 500],
    ["GET" as const, "/crm/bulk/v8/read/1/result", 0],
    ["GET" as const, "/Leads/deleted", 2],
    ["GET" as const, "/Leads", 1],
    ["POST" as const, "/Leads/upsert", 1],
    ["GET" as const, "/crm/v7/Leads/deleted", 1],
    ["GET" as const, "/crm/v8x/Leads/deleted", 1],
  ])("costs what they say: %s %s %i credits", async (method, url, credits) => {
    const crm = crmAt({ url: zoho.url });
    await crmRawCall(crm, { method, url, data: method === "POST" ? "{}" : undefined });
    expect(crm.ledger.credits).toBe(credits);
  });

  test("goes to the host for uploads where they say so", async () => {
    const crm = crmAt({ url: zoho.url, uploadBase: `${zoho.url}/elsewhere` });
    await crmRawCall(crm, { method: "POST", url: "/crm/v8/upload", data: "{}" });
    await crmRawCall(crm, { method: "POST", url: "/crm/v8/Leads/upsert", data: "{}" });
    await crmRawCall(crm, { method: "POST", url: "/crm/v8/upload", data: "{}", skipPathCheck: true });
    expect(zoho.received.map(({ url }) => url)).toEqual([
      "/elsewhere/crm/v8/upload",
      "/crm/v8/Leads/upsert",
      "/crm/v8/upload",
    ]);
  });
});
