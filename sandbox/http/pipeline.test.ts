import { json, rawExchange, startTestServer, type TestServer } from "../testing";
import type { Route } from "./route";

const routes: Route[] = [
  {
    operation: "test.things.list",
    method: "GET",
    path: "/crm/:version/:module",
    scopes: ({ params }) => [`ZohoCRM.modules.${params.module?.toLowerCase()}.READ`],
    handle: ({ params, path, query, baseUrl, dataCenter, holdsScope }) => ({
      status: 200,
      body: {
        params,
        path,
        query: [...query],
        baseUrl,
        dataCenter,
        coql: holdsScope("ZohoCRM.coql.READ"),
      },
    }),
  },
  {
    operation: "test.things.create",
    method: "POST",
    path: "/crm/:version/:module",
    scopes: () => ["ZohoCRM.modules.CREATE"],
    handle: ({ body, files }) => ({
      status: 201,
      body: { body, files: files.map((file) => ({ ...file, data: file.data.toString() })) },
    }),
  },
  {
    operation: "test.things.search",
    method: "GET",
    path: "/crm/:version/:module/search",
    scopes: () => [],
    handle: () => ({ status: 204 }),
  },
  {
    operation: "test.things.get",
    method: "GET",
    path: "/crm/:version/:module/:id",
    scopes: () => ["ZohoCRM.modules.READ"],
    handle: ({ params }) => ({ status: 200, body: Buffer.from(params.id ?? ""), headers: { "X-Test": "1" } }),
  },
  {
    operation: "test.things.fail",
    method: "DELETE",
    path: "/crm/:version/:module/:id",
    scopes: () => ["ZohoCRM.modules.DELETE"],
    handle: () => {
      throw new Error("on purpose");
    },
  },
  {
    operation: "test.contacts.list",
    method: "GET",
    path: "/books/v3/contacts",
    scopes: () => ["ZohoBooks.contacts.READ"],
    handle: () => ({ status: 200, body: { code: 0 } }),
  },
];

describe("the way of a call", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(routes);
  });
  afterAll(() => server.close());

  async function call(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const response = await fetch(server.url + path, json(method, body, headers));
    const text = await response.text();
    const answer: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, answer, headers: response.headers };
  }

  const authenticationFailure = {
    code: "AUTHENTICATION_FAILURE",
    details: {},
    message: "Authentication failed",
    status: "error",
  };
  const invalidToken = {
    code: "INVALID_TOKEN",
    details: {},
    message: "invalid oauth token",
    status: "error",
  };

  describe("the token", () => {
    it.each([
      ["no header", {}, authenticationFailure],
      ["a blank header", { Authorization: "" }, authenticationFailure],
      ["a blank token", { Authorization: "Zoho-oauthtoken " }, authenticationFailure],
      ["another scheme", { Authorization: "Basic 1000.a.b" }, authenticationFailure],
      ["an unknown token", { Authorization: "Zoho-oauthtoken 1000.a.b" }, invalidToken],
    ])("is refused by CRM with 401: %s", async (_name, headers: Record<string, string>, body) => {
      expect(await call("GET", "/crm/v8/Leads", headers)).toMatchObject({ status: 401, answer: body });
    });

    it.each([
      ["no header", {}, 14],
      ["an unknown token", { Authorization: "Zoho-oauthtoken 1000.a.b" }, 57],
    ])("is refused by Books with 401: %s", async (_name, headers: Record<string, string>, code) => {
      const { status, answer } = await call("GET", "/books/v3/contacts", headers);
      expect(status).toBe(401);
      expect(answer).toMatchObject({ code, message: expect.any(String) });
    });

    it("is refused at another data centre", async () => {
      const eu = server.authorization(undefined, "eu");
      expect(await call("GET", "/dc/eu/crm/v8/Leads", eu)).toMatchObject({ status: 200 });
      expect(await call("GET", "/crm/v8/Leads", eu)).toMatchObject({
        status: 401,
        answer: authenticationFailure,
      });
      expect(await call("GET", "/dc/ca/crm/v8/Leads", eu)).toMatchObject({ status: 401 });
      expect(await call("GET", "/dc/eu/crm/v8/Leads", server.authorization())).toMatchObject({ status: 401 });
    });

    it("tells when it ends in X-ACCESSTOKEN-RESET", async () => {
      const { headers } = await call("GET", "/crm/v8/Leads", server.authorization());
      const left =
        Date.parse(headers.get("X-ACCESSTOKEN-RESET") ?? "") - Date.parse(headers.get("Date") ?? "");
      expect(left).toBeGreaterThan(1_800_000);
      expect(left).toBeLessThanOrEqual(3_600_000);
    });
  });

  describe("the scope", () => {
    it("is checked by operation", async () => {
      const leads = server.authorization(["ZohoCRM.modules.leads.READ"]);
      expect(await call("GET", "/crm/v8/Leads", leads)).toMatchObject({
        status: 200,
        answer: { coql: false },
      });
      expect(await call("GET", "/crm/v8/Contacts", leads)).toMatchObject({
        status: 401,
        answer: { code: "OAUTH_SCOPE_MISMATCH", status: "error" },
      });
      expect(await call("GET", "/crm/v8/Leads/search", leads)).toMatchObject({ status: 204 });
    });

    it("is Books' code 57 where it is missing", async () => {
      const crmOnly = server.authorization(["ZohoCRM.modules.ALL"]);
      expect(await call("GET", "/books/v3/contacts", crmOnly)).toMatchObject({
        status: 401,
        answer: { code: 57 },
      });
      const books = server.authorization(["ZohoBooks.fullaccess.all"]);
      expect(await call("GET", "/books/v3/contacts", books)).toMatchObject({ status: 200 });
    });

    it("can be asked for by the operation itself", async () => {
      const both = server.authorization(["ZohoCRM.modules.READ", "ZohoCRM.coql.READ"]);
      expect(await call("GET", "/crm/v8/Leads", both)).toMatchObject({ answer: { coql: true } });
    });
  });

  describe("the path", () => {
    it("is unknown to CRM: 404 INVALID_URL_PATTERN, but 401 without a token", async () => {
      const answer = { code: "INVALID_URL_PATTERN", details: {}, status: "error" };
      expect(await call("GET", "/crm/v8/a/b/c/d", server.authorization())).toMatchObject({
        status: 404,
        answer,
      });
      expect(await call("GET", "/crm/v8/a/b/c/d", {})).toMatchObject({ status: 401 });
    });

    it.each(["/crm/v8/Leads", "/crm/v8/Leads/search", "/crm/v8/Leads/12"])(
      "is known, but not with this verb: 400 INVALID_REQUEST_METHOD at %s",
      async (path) => {
        const answer = {
          code: "INVALID_REQUEST_METHOD",
          message: "The http request method type is not a valid one",
        };
        expect(await call("PUT", path, server.authorization())).toMatchObject({ status: 400, answer });
      },
    );

    it("is unknown to Books with code 5, and wrong in its verb with 405", async () => {
      const books = server.authorization(["ZohoBooks.fullaccess.all"]);
      expect(await call("GET", "/books/v3/nothing", books)).toMatchObject({
        status: 404,
        answer: { code: 5 },
      });
      expect(await call("PUT", "/books/v3/contacts", books)).toMatchObject({ status: 405 });
    });

    it("is answered by the CRM with the headers of a live answer, which names its JSON as a file", async () => {
      const { headers } = await fetch(`${server.url}/crm/v8/Leads?fields=id`, {
        headers: server.authorization(),
      });
      expect(headers.get("content-disposition")).toBe("attachment; filename=response.json");
      expect(headers.get("server")).toBe("ZGS");
      expect(headers.get("x-accesstoken-reset")).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d$/);
    });

    it("is unknown to the sandbox outside its products, and with a percent sign that means nothing", async () => {
      expect(await call("GET", "/nothing", {})).toMatchObject({ status: 404 });
      expect(await call("GET", "/dc/xx/crm/v8/Leads", server.authorization())).toMatchObject({ status: 404 });
      expect(await call("GET", "/crm/v8/%zz", server.authorization())).toMatchObject({ status: 404 });
    });

    it("comes to the operation without the data centre, with its parts and the query decoded", async () => {
      const token = server.authorization(undefined, "jp");
      const { answer } = await call("GET", "/dc/jp/crm/v8/My%20Module?fields=A,B&x=%2B1&x=2", token);
      expect(answer).toMatchObject({
        params: { version: "v8", module: "My Module" },
        path: "/crm/v8/My%20Module",
        query: [
          ["fields", "A,B"],
          ["x", "+1"],
          ["x", "2"],
        ],
        baseUrl: `${server.url}/dc/jp`,
        dataCenter: "jp",
      });
    });
  });

  describe("the body", () => {
    const post = async (body: NonNullable<RequestInit["body"]>, headers: Record<string, string>) => {
      const all = { ...server.authorization(), ...headers };
      const response = await fetch(`${server.url}/crm/v8/Leads`, { method: "POST", body, headers: all });
      return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
    };

    it("is JSON, whatever its type says", async () => {
      const parsed = { status: 201, answer: { body: { data: [1] }, files: [] } };
      expect(await post('{"data":[1]}', { "Content-Type": "application/json; charset=utf-8" })).toEqual(
        parsed,
      );
      expect(await post('{"data":[1]}', { "Content-Type": "text/plain" })).toEqual(parsed);
      expect(await post('{"data":[1]}', { "Content-Type": "application/octet-stream" })).toEqual(parsed);
    });

    it("is refused where its JSON is broken, after the token and the scope", async () => {
      const { status, answer } = await post('{"data":[', { "Content-Type": "application/json" });
      expect(status).toBe(400);
      expect(answer).toMatchObject({ status: "error" });
      const readOnly = server.authorization(["ZohoCRM.modules.READ"]);
      expect((await post("{", { ...readOnly, "Content-Type": "application/json" })).status).toBe(401);
    });

    it("is a form, or JSON in a form's JSONString", async () => {
      expect((await post(new URLSearchParams({ a: "1", b: "x y" }), {})).answer.body).toEqual({
        a: "1",
        b: "x y",
      });
      expect((await post(new URLSearchParams({ JSONString: '{"a":1}' }), {})).answer.body).toEqual({ a: 1 });
      expect((await post(new URLSearchParams({ JSONString: "{" }), {})).status).toBe(400);
    });

    it("is multipart, with files as they were", async () => {
      const form = new FormData();
      form.append("title", "Grüße");
      form.append("file", new Blob(["a,b\r\n1,2"], { type: "text/csv" }), "zähler.csv");
      expect((await post(form, {})).answer).toEqual({
        body: { title: "Grüße" },
        files: [{ field: "file", name: "zähler.csv", contentType: "text/csv", data: "a,b\r\n1,2" }],
      });
      const broken = await post("--x\r\nnothing", { "Content-Type": "multipart/form-data; boundary=x" });
      expect(broken.status).toBe(400);
    });

    it("is refused with 413 where it is over 101 MB, before it is sent, and the connection ends", async () => {
      const head = `POST /crm/v8/Leads HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${102 * 1024 * 1024}`;
      const { Authorization } = server.authorization();
      const { text } = await rawExchange(server.url, `${head}\r\nAuthorization: ${Authorization}\r\n\r\n`);
      expect(text).toMatch(/^HTTP\/1\.1 413 /);
      expect(text).toMatch(/"code":"REQUEST_ENTITY_TOO_LARGE"/);
    });
  });

  describe("the answer", () => {
    it("is JSON with Zoho's content type, bytes as they are, or nothing with 204", async () => {
      const token = server.authorization();
      const list = await call("GET", "/crm/v8/Leads", token);
      expect(list.headers.get("content-type")).toBe("application/json;charset=UTF-8");
      const bytes = await fetch(`${server.url}/crm/v8/Leads/12`, { headers: token });
      expect(bytes.headers.get("content-type")).toBe("application/octet-stream");
      expect(bytes.headers.get("x-test")).toBe("1");
      expect(await bytes.text()).toBe("12");
      const none = await call("GET", "/crm/v8/Leads/search", token);
      expect(none).toMatchObject({ status: 204, answer: undefined });
      expect(none.headers.has("content-type")).toBe(false);
    });

    it("is Zoho's 500 where the sandbox itself fails, and the console says why", async () => {
      const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
      const { status, answer } = await call("DELETE", "/crm/v8/Leads/1", server.authorization());
      expect({ status, answer }).toMatchObject({ status: 500, answer: { code: "INTERNAL_ERROR" } });
      expect(said).toHaveBeenCalledWith(expect.stringContaining("DELETE /crm/v8/Leads/1"), expect.any(Error));
      said.mockRestore();
    });
  });

  it("answers to this machine's own names only", async () => {
    const get = (host: string) =>
      rawExchange(server.url, `GET /__sandbox/ledger HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect((await get("127.0.0.1:1")).text).toMatch(/^HTTP\/1\.1 200 /);
    expect((await get("localhost")).text).toMatch(/^HTTP\/1\.1 200 /);
    for (const host of [
      "evil.example",
      "127.0.0.1.evil.example",
      "localhost@evil.example",
      "169.254.169.254",
    ]) {
      expect((await get(host)).text).toMatch(/^HTTP\/1\.1 403 /);
    }
  });
});
