import { createHash } from "node:crypto";
import { startTestServer, type TestServer } from "../testing";
import { client, portalId } from "./client";

const secretPost = { client_id: client.id, client_secret: client.secret };

describe("POST /oauth/v2/token", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  /** Sends a form, as most clients do. */
  async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(form);
    const response = await fetch(server.url + path, { method: "POST", body, headers });
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, string | number>;
  }

  async function codeFor(
    extra: Record<string, string> = {},
    prefix = "",
    path = "/oauth/v2/auth",
  ): Promise<string> {
    const query = new URLSearchParams({
      client_id: client.id,
      redirect_uri: client.redirectUri,
      response_type: "code",
      scope: "ZohoCRM.modules.ALL,ZohoCRM.coql.READ",
      access_type: "offline",
      prompt: "consent",
      ...extra,
    });
    const response = await fetch(`${server.url}${prefix}${path}?${query}`, { redirect: "manual" });
    return new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
  }

  const exchangeForm = (code: string) => ({
    grant_type: "authorization_code",
    code,
    redirect_uri: client.redirectUri,
    ...secretPost,
  });
  const refreshForm = (token: unknown) => ({
    grant_type: "refresh_token",
    refresh_token: String(token),
    ...secretPost,
  });
  const exchange = async (code: string) => post("/oauth/v2/token", exchangeForm(code));
  const refresh = (token: unknown) => post("/oauth/v2/token", refreshForm(token));
  const advance = (advanceSeconds: number) => server.control("POST", "clock", { advanceSeconds });

  /** What the gateway says to a token: 401 for a dead one, 404 for a live one, as no CRM route is there. */
  async function isAlive(token: unknown, prefix = ""): Promise<boolean> {
    const headers = { Authorization: `Zoho-oauthtoken ${token}` };
    const response = await fetch(`${server.url}${prefix}/crm/v8/nothing/here/at/all`, { headers });
    expect([401, 404]).toContain(response.status);
    return response.status === 404;
  }

  it("exchanges a code for tokens, once", async () => {
    const code = await codeFor();
    const answer = await exchange(code);
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
      refresh_token: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
      scope: "ZohoCRM.modules.ALL ZohoCRM.coql.READ",
      api_domain: server.url,
      token_type: "Bearer",
      expires_in: 3600,
    });
    expect(await isAlive(answer.access_token)).toBe(true);
    expect(await exchange(code)).toEqual({ error: "invalid_code" });
  });

  it("takes the parameters from the query, and the client from a Basic header", async () => {
    const { client_id, client_secret, ...form } = exchangeForm(await codeFor());
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString("base64");
    const answer = await post(
      `/oauth/v2/token?${new URLSearchParams(form)}`,
      {},
      { Authorization: `Basic ${basic}` },
    );
    expect(answer).toHaveProperty("access_token");
  });

  it("gives no refresh token without access_type=offline", async () => {
    const answer = await exchange(await codeFor({ access_type: "online" }));
    expect(answer).not.toHaveProperty("refresh_token");
    expect(await isAlive(answer.access_token)).toBe(true);
  });

  it("forgets a code after three minutes", async () => {
    const [early, late] = [await codeFor(), await codeFor()];
    await advance(179);
    expect(await exchange(early)).toHaveProperty("access_token");
    await advance(1);
    expect(await exchange(late)).toEqual({ error: "invalid_code" });
  });

  it("knows a code only at the data centre that gave it, and puts that into api_domain", async () => {
    const code = await codeFor({}, "/dc/eu");
    expect(await exchange(code)).toEqual({ error: "invalid_code" });
    const answer = await post("/dc/eu/oauth/v2/token", exchangeForm(code));
    expect(answer).toMatchObject({ api_domain: `${server.url}/dc/eu` });
    expect(await refresh(answer.refresh_token)).toEqual({ error: "invalid_code" });
    expect(await isAlive(answer.access_token, "/dc/eu")).toBe(true);
    expect(await isAlive(answer.access_token)).toBe(false);
  });

  it.each([
    [{ client_id: "1000.UNKNOWN" }, "invalid_client"],
    [{ client_secret: "wrong" }, "invalid_client_secret"],
    [{ redirect_uri: "https://example.com/" }, "invalid_redirect_uri"],
    [{ code: "1000.a.b" }, "invalid_code"],
    [{ grant_type: "password" }, "unsupported_grant_type"],
  ])("says with status 200 what is wrong with %j", async (changed, error) => {
    const form = { ...exchangeForm(await codeFor()), ...changed };
    expect(await post("/oauth/v2/token", form)).toEqual({ error });
  });

  it.each([
    ["S256", createHash("sha256").update("the-verifier").digest("base64url")],
    ["plain", "the-verifier"],
  ])("lets a code with a %s challenge go only to its verifier", async (method, challenge) => {
    const code = await codeFor({ code_challenge: challenge, code_challenge_method: method });
    expect(await exchange(code)).toHaveProperty("error");
    expect(await post("/oauth/v2/token", { ...exchangeForm(code), code_verifier: "another" })).toHaveProperty(
      "error",
    );
    const answer = await post("/oauth/v2/token", { ...exchangeForm(code), code_verifier: "the-verifier" });
    expect(answer).toHaveProperty("access_token");
  });

  it("refreshes without a new refresh token, and ends access tokens after an hour", async () => {
    const first = await exchange(await codeFor());
    await advance(3599);
    expect(await isAlive(first.access_token)).toBe(true);
    await advance(1);
    expect(await isAlive(first.access_token)).toBe(false);
    const second = await refresh(first.refresh_token);
    expect(Object.keys(second).sort()).toEqual([
      "access_token",
      "api_domain",
      "expires_in",
      "scope",
      "token_type",
    ]);
    expect(await isAlive(second.access_token)).toBe(true);
  });

  it("refuses an eleventh refresh in ten minutes, with status 400", async () => {
    const { refresh_token } = await exchange(await codeFor());
    for (let count = 0; count < 10; count++)
      expect(await refresh(refresh_token)).toHaveProperty("access_token");
    const throttled = await fetch(`${server.url}/oauth/v2/token`, {
      method: "POST",
      body: new URLSearchParams(refreshForm(refresh_token)),
    });
    expect(throttled.status).toBe(400);
    expect(await throttled.json()).toEqual({
      error_description: "You have made too many requests continuously. Please try again after some time.",
      error: "Access Denied",
      status: "failure",
    });
    await advance(600);
    expect(await refresh(refresh_token)).toHaveProperty("access_token");
  });

  it("gives a self client a token of its organization, and no refresh token", async () => {
    const form = {
      grant_type: "client_credentials",
      client_id: client.id,
      client_secret: client.secret,
      scope: "ZohoCRM.modules.ALL",
    };
    const soid = `ZohoCRM.${server.world.crm.zgid}`;
    const answer = await post(`/oauth/v2/token?soid=${soid}`, form);
    expect(answer).toEqual({
      access_token: expect.any(String),
      scope: "ZohoCRM.modules.ALL",
      api_domain: server.url,
      token_type: "Bearer",
      expires_in: 3600,
    });
    expect(await isAlive(answer.access_token)).toBe(true);
    expect(await post("/oauth/v2/token", form)).toEqual({ error: "missing_org_info" });
    expect(await post("/oauth/v2/token?soid=ZohoCRM.1", form)).toEqual({ error: "missing_org_info" });
    await server.control("POST", "behaviours", { unknownSoid: "invalid_soid" });
    expect(await post("/oauth/v2/token?soid=ZohoCRM.1", form)).toEqual({ error: "invalid_soid" });
    await server.control("DELETE", "behaviours");
    expect(await post(`/oauth/v2/token?soid=${soid}`, { ...form, scope: "ZohoCRM.all" })).toEqual({
      error: "INVALID_OAUTH_SCOPE",
    });
  });

  it("tokenErrorStatus: what is wrong comes with status 200 or 400", async () => {
    const wrong = () =>
      fetch(`${server.url}/oauth/v2/token`, {
        method: "POST",
        body: new URLSearchParams(refreshForm("1000.a.b")),
      });
    expect((await wrong()).status).toBe(200);
    await server.control("POST", "behaviours", { tokenErrorStatus: "400" });
    expect((await wrong()).status).toBe(400);
    expect(await (await wrong()).json()).toEqual({ error: "invalid_code" });
  });

  it("keeps fifteen access tokens of a refresh token alive; one more ends the oldest", async () => {
    const first = await exchange(await codeFor());
    const others: unknown[] = [];
    for (let count = 0; count < 14; count++) {
      if (count === 10) await advance(600);
      others.push((await refresh(first.refresh_token)).access_token);
    }
    expect(await isAlive(first.access_token)).toBe(true);
    const newest = await refresh(first.refresh_token);
    expect(await isAlive(first.access_token)).toBe(false);
    for (const token of [...others, newest.access_token]) expect(await isAlive(token)).toBe(true);
  });

  it("keeps twenty refresh tokens of a user; one more ends the first with its access tokens", async () => {
    const answers: Record<string, unknown>[] = [];
    for (let count = 0; count < 21; count++) {
      if (count % 10 === 0) await advance(600);
      answers.push(await exchange(await codeFor()));
    }
    const [first, second] = answers;
    expect(await isAlive(first?.access_token)).toBe(false);
    expect(await refresh(first?.refresh_token)).toEqual({ error: "invalid_code" });
    expect(await isAlive(second?.access_token)).toBe(true);
  });

  it("revokes a refresh token with its access tokens at POST /oauth/v2/token/revoke", async () => {
    const answer = await exchange(await codeFor());
    expect(await post(`/oauth/v2/token/revoke?token=${answer.refresh_token}`, {})).toEqual({
      status: "success",
    });
    expect(await isAlive(answer.access_token)).toBe(false);
    expect(await refresh(answer.refresh_token)).toEqual({ error: "invalid_code" });
    expect(await post("/oauth/v2/token/revoke", { token: "1000.a.b" })).toHaveProperty("error");
  });

  it("keeps tokens over a reset of the organisation", async () => {
    const answer = await exchange(await codeFor());
    await server.control("POST", "reset", { seed: 7 });
    expect(await isAlive(answer.access_token)).toBe(true);
    expect(await refresh(answer.refresh_token)).toHaveProperty("access_token");
  });

  it("serves a vertical solution at POST /clientoauth/v2/:portalId/token", async () => {
    const path = `/clientoauth/v2/${portalId}`;
    const code = await codeFor({}, "/dc/vertical", `${path}/auth`);
    const answer = await post(`/dc/vertical${path}/token`, exchangeForm(code));
    expect(answer).toMatchObject({ api_domain: `${server.url}/dc/vertical` });
    expect(await isAlive(answer.access_token, "/dc/vertical")).toBe(true);
    expect(await isAlive(answer.access_token)).toBe(false);
    const renewed = await post(`/dc/vertical${path}/token`, refreshForm(answer.refresh_token));
    expect(renewed).toHaveProperty("access_token");
  });
});
