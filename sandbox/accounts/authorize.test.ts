import { startTestServer, type TestServer } from "../testing";
import { client, portalId } from "./client";

const usual = {
  client_id: client.id,
  redirect_uri: client.redirectUri,
  response_type: "code",
  scope: "ZohoCRM.modules.ALL,ZohoCRM.settings.ALL",
  access_type: "offline",
  prompt: "consent",
};

describe("GET /oauth/v2/auth", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  const authorize = (parameters: Record<string, string>, path = "/oauth/v2/auth") =>
    fetch(`${server.url}${path}?${new URLSearchParams(parameters)}`, { redirect: "manual" });

  it("redirects with the code, the location, the accounts server and the state", async () => {
    const response = await authorize({ ...usual, state: "a b&c" });
    expect(response.status).toBe(302);
    const back = new URL(response.headers.get("location") ?? "");
    expect(`${back.origin}${back.pathname}`).toBe(client.redirectUri);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
      location: "us",
      "accounts-server": server.url,
      state: "a b&c",
    });
  });

  it("names the data centre that it was asked at", async () => {
    const response = await authorize(usual, "/dc/ca/oauth/v2/auth");
    const back = new URL(response.headers.get("location") ?? "");
    expect(back.searchParams.get("location")).toBe("ca");
    expect(back.searchParams.get("accounts-server")).toBe(`${server.url}/dc/ca`);
    expect(back.searchParams.has("state")).toBe(false);
  });

  it.each([
    [{ client_id: "1000.UNKNOWN" }, "invalid_client"],
    [{ redirect_uri: "https://evil.example/callback" }, "invalid_redirect_uri"],
    [{ response_type: "token" }, "invalid_response_type"],
    [{ scope: "" }, "INVALID_OAUTH_SCOPE"],
    [{ scope: "everything" }, "INVALID_OAUTH_SCOPE"],
    [{ scope: `${usual.scope},ZohoCRM.mass_update.ALL` }, "INVALID_OAUTH_SCOPE"],
    [{ scope: `${usual.scope} ZohoCRM.modules.appointmentss.READ` }, "INVALID_OAUTH_SCOPE"],
    [{ code_challenge: "abc", code_challenge_method: "S512" }, "invalid_code_challenge_method"],
  ])("refuses %j", async (changed, error) => {
    const response = await authorize({ ...usual, ...changed });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ error });
  });

  it("refuses a whole consent for one scope of a product that the organization does not have", async () => {
    const both = { ...usual, scope: "ZohoCRM.modules.ALL ZohoBooks.fullaccess.all" };
    expect((await authorize(both)).status).toBe(302);
    await server.control("POST", "limits", { products: ["crm"] });
    expect(await (await authorize(both)).json()).toEqual({ error: "INVALID_OAUTH_SCOPE" });
    expect((await authorize(usual)).status).toBe(302);
  });

  it("gives a client ten codes in ten minutes", async () => {
    for (let count = 0; count < 10; count++) expect((await authorize(usual)).status).toBe(302);
    expect(await (await authorize(usual)).json()).toEqual({ error: "access_denied" });
    await server.control("POST", "clock", { advanceSeconds: 600 });
    expect((await authorize(usual)).status).toBe(302);
  });

  it("has the vertical solution's page at GET /clientoauth/v2/:portalId/auth, under its own prefix alone", async () => {
    const path = `/clientoauth/v2/${portalId}/auth`;
    const response = await authorize(usual, `/dc/vertical${path}`);
    const back = new URL(response.headers.get("location") ?? "");
    expect(back.searchParams.get("accounts-server")).toBe(`${server.url}/dc/vertical`);
    expect((await authorize(usual, path)).status).toBe(404);
    expect(await (await authorize(usual, "/dc/vertical/clientoauth/v2/1/auth")).json()).toEqual({
      error: "invalid_client",
    });
  });
});
