import { inspect } from "node:util";
import { isConnectionError } from "@prismatic-io/spectral";
import { type ConnectionValue, startSandbox, type TestSandbox } from "../test/support/sandbox";
import { createClients, run } from "./client";
import { getRecords } from "./zoho/crm/records/records";
import { getOrganization } from "./zoho/crm/users";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const logger = { debug: jest.fn(), info: jest.fn(), warn: jest.fn() };
const context = { logger };

const connectionOf = (given: Partial<ConnectionValue>): ConnectionValue => ({
  key: "zohoTemplatedConnection",
  configVarKey: "zoho",
  fields: {},
  token: { access_token: "1000.canary-access-token" },
  context: {},
  ...given,
});

const refusal = (connection: ConnectionValue): Error => {
  try {
    createClients(connection, context);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It was not refused.");
};

describe("the host", () => {
  const token = { access_token: "1000.canary-access-token" };

  test.each<[string, Partial<ConnectionValue>]>([
    [
      "comes from the token",
      { token: { ...token, api_domain: "https://www.zohoapis.eu" }, context: { location: "us" } },
    ],
    [
      "comes from the location",
      { context: { location: "eu", "accounts-server": "https://accounts.zoho.com" } },
    ],
    [
      "comes from the accounts server",
      {
        context: { "accounts-server": "https://accounts.zoho.eu" },
        fields: { zohoRegion: "https://accounts.zoho.com" },
      },
    ],
    ["comes from the Region URL", { fields: { zohoRegion: "https://accounts.zoho.eu" } }],
    [
      "comes from the token URL of the deprecated connection",
      { key: "oauth2", fields: { tokenUrl: "https://accounts.zoho.eu/oauth/v2/token" } },
    ],
  ])("%s", (_, given) => {
    const { crm } = createClients(connectionOf({ token, ...given }), context);
    expect(Reflect.get(crm.transport, "settings")).toMatchObject({
      base: "https://www.zohoapis.eu",
      uploadBase: "https://content.zohoapis.eu",
    });
  });

  test("of a Vertical Solution is its own, with its own version", () => {
    const fields = { domainUrl: "https://acme.zohoplatform.com", portalId: "1", apiVersion: "v2.1" };
    const { crm } = createClients(connectionOf({ key: "zohoVerticalSolution", fields }), context);
    expect(Reflect.get(crm.transport, "settings")).toMatchObject({
      base: "https://acme.zohoplatform.com",
      version: "v2.1",
    });
    expect(crm.version).toBe(2.1);
  });

  test.each<[string, Partial<ConnectionValue>, RegExp]>([
    [
      "a token that names another host",
      { token: { ...token, api_domain: "https://evil.tld" } },
      /API host that is not Zoho's/,
    ],
    ["no region at all", {}, /data center cannot be told/],
    [
      "an unknown region",
      { context: { "accounts-server": "https://accounts.zoho.evil" } },
      /data center cannot be told/,
    ],
    ["no token", { token: {} }, /holds no access token/],
    ["another component's connection", { key: "salesforce" }, /not a Zoho connection/],
    [
      "a Vertical Solution elsewhere",
      { key: "zohoVerticalSolution", fields: { domainUrl: "https://evil.tld" } },
      /Domain URL is not a host of Zoho's/,
    ],
    [
      "a version that is none",
      {
        key: "zohoVerticalSolution",
        fields: { domainUrl: "https://a.zohoplatform.eu", apiVersion: "../v2" },
      },
      /API Version/,
    ],
  ])("is refused: %s", (_, given, message) => {
    const error = refusal(connectionOf({ token, ...given }));
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toMatch(message);
    expect(inspect(error, { depth: null })).not.toContain("canary");
  });
});

test.each([["us"], ["eu"], ["ca"], ["cn"], ["sg"]])(
  "several data centres work with one connection definition: %s",
  async (location) => {
    const connection = await sandbox.connection("zohoTemplatedConnection", `&location=${location}`);
    const result = await run(context, connection, ({ crm }) => getOrganization(crm));
    expect(result).toMatchObject({ org: [{ zgid: expect.any(String) }] });
  },
);

test.each([["oauth2"], ["zohoCrmConnection"], ["zohoSelfClient"], ["zohoVerticalSolution"]])(
  "%s works end to end",
  async (key) => {
    const connection = await sandbox.connection(key);
    const result = await run(context, connection, ({ crm }) =>
      getRecords(crm, { recordType: "Leads", fields: ["Last_Name"] }),
    );
    expect(result).toMatchObject({ data: expect.any(Array) });
  },
);

test("a token of another data centre is an error of the connection that says so", async () => {
  const connection = await sandbox.connection("zohoTemplatedConnection", "&location=eu");
  const elsewhere = { ...connection, token: { ...connection.token, api_domain: sandbox.url } };
  const error = await run(context, elsewhere, ({ crm }) => getOrganization(crm)).catch(
    (thrown: unknown) => thrown,
  );
  expect(isConnectionError(error)).toBe(true);
  expect(String(error)).toMatch(/AUTHENTICATION_FAILURE|INVALID_TOKEN/);
});

test("a missing scope is an error of the connection that names it", async () => {
  const connection = await sandbox.connection("zohoTemplatedConnection", "&scopes=ZohoCRM.modules.ALL");
  const error = await run(context, connection, ({ crm }) => getOrganization(crm)).catch(
    (thrown: unknown) => thrown,
  );
  expect(isConnectionError(error)).toBe(true);
  expect(String(error)).toContain("ZohoCRM.org.READ");
});

test("the limits of a self client are shared over its tokens, which have no refresh token", async () => {
  const connection = await sandbox.connection("zohoSelfClient");
  const cacheOf = (token: string) =>
    Reflect.get(
      createClients({ ...connection, token: { ...connection.token, access_token: token } }, context).crm,
      "cache",
    );
  expect(cacheOf("1000.a.b")).toBe(cacheOf("1000.c.d"));
  const other = { ...connection, fields: { ...connection.fields, organizationId: "1" } };
  expect(createClients(other, context).crm.cache).not.toBe(cacheOf("1000.a.b"));
});

test("a profile without the use of the API is told what to grant", async () => {
  await sandbox.limits({ apiAccess: false });
  const error = await run(context, await sandbox.connection(), ({ crm }) => getOrganization(crm)).catch(
    (thrown: unknown) => thrown,
  );
  await sandbox.limits({ apiAccess: true });
  expect(String(error)).toMatch(
    /NO_PERMISSION \(403\).*Crm_Implied_Api_Access.*Zoho CRM API Access.*Developer Permissions/,
  );
});

test("debug lines are written where debugging is on, and nowhere hold a secret", async () => {
  const connection = await sandbox.connection();
  await run({ logger, debug: { enabled: false } }, connection, ({ crm }) => getOrganization(crm));
  expect(logger.debug).not.toHaveBeenCalled();
  await run({ logger, debug: { enabled: true } }, connection, ({ crm }) => getOrganization(crm));
  expect(logger.debug).toHaveBeenCalledWith(
    expect.stringMatching(/^GET \/crm\/v8\/org: 200, 1 credits, \d+ ms\.$/),
  );
  expect(JSON.stringify(logger.debug.mock.calls)).not.toContain(String(connection.token.access_token));
});

test("what an execution cost is in its log at the end, also where it failed", async () => {
  const connection = await sandbox.connection();
  const cost = expect.stringMatching(/^Zoho: 2 requests, 2 credits, \d+ ms\.$/);
  const twice = jest.fn();
  await run({ logger: { ...logger, info: twice } }, connection, async ({ crm }) => {
    await getOrganization(crm);
    await getOrganization(crm);
  });
  expect(twice).toHaveBeenCalledWith(cost);
  const failing = jest.fn();
  const work = run({ logger: { ...logger, info: failing } }, connection, async ({ crm }) => {
    await getOrganization(crm);
    await getOrganization(crm);
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(failing).toHaveBeenCalledWith(cost);
});

test("past the time of an execution nothing is sent any more", async () => {
  const connection = await sandbox.connection();
  const ended = { logger, startedAt: new Date(Date.now() - 14.6 * 60_000).toISOString() };
  await sandbox.clearLedger();
  await expect(run(ended, connection, ({ crm }) => getOrganization(crm))).rejects.toMatchObject({
    code: "OUT_OF_TIME",
  });
  expect((await sandbox.ledger()).requests).toBe(0);
});

test("a connection without fields is none that fails without a sentence", () => {
  const { fields: _, ...bare } = connectionOf({});
  expect(refusal(bare as ConnectionValue).message).toMatch(/data center cannot be told/);
  const vertical = { ...bare, key: "zohoVerticalSolution" } as ConnectionValue;
  expect(refusal(vertical).message).toMatch(/Domain URL/);
});

test("a connection without fields works where its token says where the API is", async () => {
  const { fields: _, ...bare } = await sandbox.connection();
  const { crm } = createClients(bare as ConnectionValue, context);
  await expect(getOrganization(crm)).resolves.toHaveProperty("org");
});
