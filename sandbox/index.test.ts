import { createSandbox, type Sandbox } from ".";
import { json } from "./testing";

describe("a sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox();
  });
  afterAll(() => sandbox.close());

  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${sandbox.url}/__sandbox/${path}`, json(method, body));
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };
  const stored = async (module: string) =>
    (await control("GET", `records/${module}`)).answer.data as Record<string, unknown>[];

  it("makes as many records as asked for, the same for the same seed", async () => {
    const names = async (seed: number) => {
      expect((await control("POST", "reset", { seed, records: { Leads: 250, Deals: 0 } })).status).toBe(200);
      expect(await stored("Deals")).toHaveLength(0);
      return (await stored("Leads")).map((lead) => [lead.id, lead.Last_Name, lead.Company]);
    };
    const first = await names(5);
    expect(first).toHaveLength(250);
    expect(await names(5)).toEqual(first);
    expect(await names(6)).not.toEqual(first);
  });

  it("answers the CRM API with a connection's token", async () => {
    await control("POST", "reset", { seed: 1, records: { Leads: 3 } });
    const { token } = (await control("GET", "connection?key=zohoTemplatedConnection")).answer as {
      token: { api_domain: string; access_token: string };
    };
    const headers = { Authorization: `Zoho-oauthtoken ${token.access_token}` };
    const response = await fetch(`${token.api_domain}/crm/v8/Leads?fields=Last_Name`, { headers });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { data: unknown[] }).data).toHaveLength(3);
  });

  it("changes nothing in a reset that names what it does not have", async () => {
    await control("POST", "reset", { records: { Leads: 4 } });
    const wrong = await control("POST", "reset", { records: { Leads: 9, Nothings: 1 } });
    expect(wrong).toMatchObject({ status: 400, answer: { error: expect.stringContaining("Nothings") } });
    const books = await control("POST", "reset", { books: { nothings: 1 } });
    expect(books).toMatchObject({ status: 400, answer: { error: expect.stringContaining("nothings") } });
    expect((await control("POST", "reset", { records: { Leads: -1 } })).status).toBe(400);
    expect(await stored("Leads")).toHaveLength(4);
  });

  it("writes as another user, outside the ledger", async () => {
    await control("POST", "reset", { records: { Leads: 2 } });
    await control("DELETE", "ledger");
    const [first, second] = await stored("Leads");
    const data = [
      { Last_Name: "Of another", Company: "Elsewhere" },
      { id: first?.id, Last_Name: "Renamed" },
      { id: second?.id, $delete: true },
    ];
    expect((await control("POST", "records/Leads", { data })).status).toBe(200);
    const names = (await stored("Leads")).map((lead) => lead.Last_Name);
    expect(names.sort()).toEqual(["Of another", "Renamed"]);
    expect((await control("GET", "ledger")).answer).toMatchObject({ requests: 0, credits: 0 });
  });

  it("has no records of a module that is none", async () => {
    expect((await control("GET", "records/Nothings")).status).toBe(400);
    expect((await control("POST", "records/Nothings", { data: [] })).status).toBe(400);
    expect((await control("POST", "records/Leads", { rows: [] })).status).toBe(400);
  });

  it("is one of several that know nothing of each other", async () => {
    const other = await createSandbox({ seed: 2 });
    const { token } = (await control("GET", "connection")).answer as { token: { access_token: string } };
    const headers = { Authorization: `Zoho-oauthtoken ${token.access_token}` };
    expect((await fetch(`${other.url}/crm/v8/Leads?fields=id`, { headers })).status).toBe(401);
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
