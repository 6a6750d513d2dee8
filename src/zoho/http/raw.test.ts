import { crmAt, type Hostile, json, startHostile } from "../../../test/hostile/zoho";
import { crmRawCall } from "../crm/raw";
import type { RawInput } from "./raw";

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());
beforeEach(() => zoho.respond((_, response) => json(response, 200, { ok: true })));

const call = (input: Partial<RawInput>) =>
  crmRawCall(crmAt({ url: zoho.url }), { method: "GET", url: "/crm/v8/org", ...input });
const refused = { kind: "input", code: "INVALID_INPUT" };

describe("a path", () => {
  test.each([
    ["/crm/v8/Leads?fields=Last_Name", "/crm/v8/Leads?fields=Last_Name"],
    ["crm/v8/Leads", "/crm/v8/Leads"],
    ["/Leads/1/actions/convert", "/crm/v8/Leads/1/actions/convert"],
    ["Leads?fields=Last_Name", "/crm/v8/Leads?fields=Last_Name"],
    ["/v2/Leads", "/crm/v2/Leads"],
    ["/crm/v8/Leads/1/Notes%20of", "/crm/v8/Leads/1/Notes%20of"],
    ["/crm/v8/coql?x=100%&y=..", "/crm/v8/coql?x=100%&y=.."],
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
