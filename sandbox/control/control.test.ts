import { client } from "../accounts/client";
import type { Route } from "../http/route";
import { json, startTestServer, type TestServer } from "../testing";

const routes: Route[] = [
  {
    operation: "test.things.create",
    method: "POST",
    path: "/crm/:version/:module",
    scopes: () => ["ZohoCRM.modules.CREATE"],
    credits: () => 3,
    handle: ({ body, files }) => {
      // An operation may do what it likes to its body; the journal has its own.
      if (typeof body === "object" && body !== null) Object.assign(body, { changed: true });
      return { status: 201, body: { files: files.length } };
    },
  },
  {
    operation: "test.bytes",
    method: "GET",
    path: "/crm/:version/bytes",
    scopes: () => ["ZohoCRM.modules.READ"],
    handle: ({ query }) => ({ status: 200, body: Buffer.alloc(Number(query.get("size"))) }),
  },
];

describe("the control interface", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer(routes);
  });
  afterEach(() => server.close());

  const create = (body: unknown, path = "/crm/v8/Leads") =>
    fetch(server.url + path, json("POST", body, server.authorization()));

  describe("ledger", () => {
    it("counts requests by method and path, and credits, until it is cleared", async () => {
      await create({});
      await create({}, "/crm/v8/Leads?a=1");
      await fetch(`${server.url}/crm/v8/bytes?size=1`, { headers: server.authorization() });
      expect(await server.control("GET", "ledger")).toEqual({
        requests: 3,
        credits: 7,
        peakConcurrency: 1,
        routes: { "POST /crm/v8/Leads": 2, "GET /crm/v8/bytes": 1 },
      });
      const empty = { requests: 0, credits: 0, peakConcurrency: 0, routes: {} };
      expect(await server.control("DELETE", "ledger")).toEqual(empty);
      expect(await server.control("GET", "ledger")).toEqual(empty);
    });
  });

  describe("requests", () => {
    const requests = async () =>
      (await server.control("GET", "requests")) as { requests: Record<string, unknown>[] };

    it("shows what came and what was answered, without the token", async () => {
      await create({ data: [{ Last_Name: "A" }] }, "/dc/eu/crm/v8/Leads?a=1&b=2");
      await create({ data: [] });
      const shown = await requests();
      expect(shown.requests).toMatchObject([
        { method: "POST", path: "/crm/v8/Leads", query: { a: "1", b: "2" }, status: 401 },
        {
          method: "POST",
          path: "/crm/v8/Leads",
          query: {},
          headers: { "content-type": "application/json" },
          body: { data: [] },
          status: 201,
          response: { files: 0 },
        },
      ]);
      expect(shown.requests[1]?.body).toEqual({ data: [] });
      expect(JSON.stringify(shown)).not.toContain(server.authorization().Authorization.split(" ")[1]);
    });

    it("hides the secrets of the accounts server", async () => {
      const form = new URLSearchParams({
        client_id: client.id,
        client_secret: client.secret,
        refresh_token: "1000.x.y",
      });
      await fetch(`${server.url}/oauth/v2/token?grant_type=refresh_token`, { method: "POST", body: form });
      await fetch(`${server.url}/oauth/v2/token/revoke?token=1000.z.z`, { method: "POST" });
      const shown = await requests();
      expect(shown.requests[0]).toMatchObject({
        query: { grant_type: "refresh_token" },
        body: { client_id: client.id, client_secret: "***", refresh_token: "***" },
        response: { error: "invalid_code" },
      });
      expect(shown.requests[1]).toMatchObject({ query: { token: "***" } });
    });

    it("tells files and bytes by their size", async () => {
      const form = new FormData();
      form.append("title", "T");
      form.append("file", new Blob(["12345"], { type: "text/plain" }), "a.txt");
      const headers = server.authorization();
      await fetch(`${server.url}/crm/v8/Leads`, { method: "POST", body: form, headers });
      await fetch(`${server.url}/crm/v8/bytes?size=7`, { headers });
      const file = { field: "file", name: "a.txt", contentType: "text/plain", bytes: 5 };
      expect((await requests()).requests).toMatchObject([
        { body: { fields: { title: "T" }, files: [file] } },
        { response: { bytes: 7 } },
      ]);
    });

    it("shows broken JSON as it came, and 0 where the connection was reset", async () => {
      const headers = { ...server.authorization(), "Content-Type": "application/json" };
      await fetch(`${server.url}/crm/v8/Leads`, { method: "POST", body: "{", headers });
      await server.control("POST", "faults", [{ effect: { reset: true } }]);
      await expect(create({})).rejects.toThrow();
      expect((await requests()).requests).toMatchObject([{ body: "{", status: 400 }, { status: 0 }]);
    });

    it("keeps the last thousand", async () => {
      for (let count = 0; count < 1001; count++)
        await fetch(`${server.url}/nothing?${count}`).then((r) => r.text());
      const shown = (await requests()).requests;
      expect(shown).toHaveLength(1000);
      expect(shown[0]).toMatchObject({ query: { "1": "" } });
      expect(await server.control("DELETE", "requests")).toEqual({ requests: [] });
    });
  });

  describe("clock", () => {
    it("moves the sandbox's time, which answers are dated by", async () => {
      const before = (await server.control("GET", "clock")) as { now: string };
      const after = (await server.control("POST", "clock", { advanceSeconds: 86_400 })) as { now: string };
      expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(86_400_000);
      const date = Date.parse((await create({})).headers.get("date") ?? "");
      expect(date).toBeGreaterThanOrEqual(Date.parse(after.now) - 1000);
    });

    it("steps back too, and sets the date of answers apart from the records' clock", async () => {
      const before = (await server.control("GET", "clock")) as { now: string };
      const change = { advanceSeconds: -3600, dateSkewSeconds: 7200 };
      const after = (await server.control("POST", "clock", change)) as { now: string };
      expect(Date.parse(before.now) - Date.parse(after.now)).toBeGreaterThan(3_590_000);
      const date = Date.parse((await create({})).headers.get("date") ?? "");
      expect(date - Date.parse(after.now)).toBeGreaterThanOrEqual(7_199_000);
      await server.control("POST", "clock", { advanceSeconds: 3600, dateSkewSeconds: 0 });
      expect(await server.control("GET", "clock")).toMatchObject({ dateSkewSeconds: 0 });
    });

    it.each([[{}], [{ dateSkewSeconds: "x" }], [{ advanceSeconds: "1" }], [{ advanceSeconds: 1, x: 1 }]])(
      "does not take %j",
      async (body) => {
        await expect(server.control("POST", "clock", body)).rejects.toThrow();
      },
    );
  });

  describe("connection", () => {
    const connection = async (query: string) =>
      (await server.control("GET", `connection?${query}`)) as {
        key: string;
        fields: Record<string, string>;
        token: Record<string, string>;
        context: Record<string, string>;
      };

    it("gives a value with a live token, as the platform does", async () => {
      const { key, fields, token, context } = await connection("key=zohoTemplatedConnection");
      expect(key).toBe("zohoTemplatedConnection");
      expect(fields).toMatchObject({
        zohoRegion: server.url,
        clientId: client.id,
        authorizeUrl: `${server.url}/oauth/v2/auth?access_type=offline&prompt=consent`,
        tokenUrl: `${server.url}/oauth/v2/token`,
        revokeUrl: `${server.url}/oauth/v2/token/revoke`,
      });
      expect(token).toEqual({
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        scope: fields.scopes,
        api_domain: server.url,
        token_type: "Bearer",
        expires_in: 3600,
      });
      expect(context).toEqual({ location: "us", "accounts-server": server.url });
      const headers = { Authorization: `Zoho-oauthtoken ${token.access_token}` };
      expect((await fetch(`${server.url}/crm/v8/bytes?size=1`, { headers })).status).toBe(200);
      const form = { grant_type: "refresh_token", client_id: client.id, client_secret: client.secret };
      const body = new URLSearchParams({ ...form, refresh_token: token.refresh_token ?? "" });
      const renewed = await fetch(fields.tokenUrl ?? "", { method: "POST", body });
      expect(await renewed.json()).toHaveProperty("access_token");
    });

    it("keeps one token for a set of scopes, and renews it when it grows old", async () => {
      const first = await connection("");
      expect((await connection("")).token).toEqual(first.token);
      await server.control("POST", "clock", { advanceSeconds: 3600 });
      const { token } = await connection("");
      expect(token.access_token).not.toBe(first.token.access_token);
      expect(token.refresh_token).toBe(first.token.refresh_token);
    });

    it("gives the scopes asked for, at the data centre asked for", async () => {
      const { token, context } = await connection("location=ca&scopes=ZohoCRM.org.READ,ZohoCRM.users.READ");
      expect(token).toMatchObject({
        scope: "ZohoCRM.org.READ ZohoCRM.users.READ",
        api_domain: `${server.url}/dc/ca`,
      });
      expect(context).toEqual({ location: "ca", "accounts-server": `${server.url}/dc/ca` });
    });

    it("knows the deprecated connection and the vertical solution", async () => {
      const deprecated = await connection("key=oauth2&location=eu");
      expect(deprecated.fields).not.toHaveProperty("zohoRegion");
      expect(deprecated.fields.tokenUrl).toBe(`${server.url}/dc/eu/oauth/v2/token`);
      const vertical = await connection("key=zohoVerticalSolution");
      const base = `${server.url}/dc/vertical`;
      const { portalId } = vertical.fields;
      expect(vertical.fields).toMatchObject({
        domainUrl: base,
        apiVersion: "v2",
        tokenUrl: `${base}/clientoauth/v2/${portalId}/token`,
      });
      expect(vertical.token.api_domain).toBe(base);
    });

    it.each([
      ["zohoCrmConnection", /^(?!.*ZohoBooks).*ZohoCRM\.modules\.ALL/],
      ["zohoBooksConnection", /^ZohoBooks\.fullaccess\.all$/],
    ])("gives %s the scopes of its own product", async (key, scopes) => {
      const { fields, token } = await connection(`key=${key}`);
      expect(fields).toMatchObject({ zohoRegion: server.url, scopes: expect.stringMatching(scopes) });
      expect(token.scope).toBe(fields.scopes);
    });

    it("gives a self client a token of its organization, which is not refreshed but asked for again", async () => {
      const { fields, token, context } = await connection("key=zohoSelfClient");
      expect(token).not.toHaveProperty("refresh_token");
      expect(context).toEqual({});
      const { clientId, clientSecret, scopes } = fields;
      const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
      const body = new URLSearchParams({ ...form, scope: scopes } as Record<string, string>);
      const again = await fetch(fields.tokenUrl ?? "", { method: "POST", body });
      expect(await again.json()).toMatchObject({ access_token: expect.any(String), scope: scopes });
    });

    it.each(["key=nothing", "location=xx", "scopes=ZohoCRM.mass_update.ALL"])("refuses %s", async (query) => {
      await expect(connection(query)).rejects.toThrow(query.split("=")[1]);
    });
  });

  it("refuses a body that is no JSON, an unknown key, and a path it does not have", async () => {
    const headers = { "Content-Type": "application/json" };
    const broken = await fetch(`${server.url}/__sandbox/reset`, { method: "POST", body: "{", headers });
    expect(broken.status).toBe(400);
    await expect(server.control("POST", "reset", { sed: 1 })).rejects.toThrow("Unknown key sed");
    expect((await fetch(`${server.url}/__sandbox/nothing`)).status).toBe(404);
    expect(await server.control("GET", "ledger")).toMatchObject({ requests: 0 });
  });
});
