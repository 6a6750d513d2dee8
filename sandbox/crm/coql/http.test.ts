import { json, startTestServer, type TestServer } from "../../testing";
import { coqlRoutes } from "./routes";

const allScopes = ["ZohoCRM.coql.READ", "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL"];

interface Answered {
  status: number;
  body: {
    data: Record<string, unknown>[];
    info: { count: number; more_records: boolean };
    [key: string]: unknown;
  };
}

describe("POST /crm/{version}/coql, crm.coql.query", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer([...coqlRoutes]);
  });
  afterAll(() => server.close());

  async function send(body: unknown, { scopes = allScopes, version = "v8" } = {}): Promise<Answered> {
    const headers = server.authorization(scopes);
    const response = await fetch(`${server.url}/crm/${version}/coql`, json("POST", body, headers));
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }
  const ask = (query: string, options?: { scopes?: string[]; version?: string }) =>
    send({ select_query: query }, options);
  const reset = (records: Record<string, number>) => server.control("POST", "reset", { seed: 3, records });

  beforeEach(() => reset({ Leads: 30 }));

  it("answers rows, no rows, and errors in Zoho's envelope", async () => {
    const { status, body } = await ask("select Last_Name, Owner from Leads where id is not null limit 2");
    expect({ status, info: body.info }).toEqual({ status: 200, info: { count: 2, more_records: true } });
    const [lead] = server.world.crm.records("Leads");
    expect(body.data[0]).toMatchObject({ id: lead?.id, Last_Name: lead?.Last_Name });
    expect(body.data[0]?.Owner).toEqual({ name: expect.any(String), id: expect.any(String) });

    expect(await ask("select id from Leads where Last_Name = 'No Such Name'")).toEqual({
      status: 204,
      body: undefined,
    });
    expect(await ask("select id from Leads")).toEqual({
      status: 400,
      body: {
        code: "SYNTAX_ERROR",
        details: { clause: "where" },
        message: "missing clause",
        status: "error",
      },
    });
    expect(await send(undefined)).toMatchObject({ status: 400, body: { code: "MANDATORY_NOT_FOUND" } });
  });

  it("follows lookups to records, users and their profiles", async () => {
    await reset({ Contacts: 20, Accounts: 5 });
    const query =
      "select Account_Name, Account_Name.Account_Name, Owner.last_name, Owner.profile.name from Contacts where Account_Name.Account_Name is not null";
    const { body } = await ask(query);
    expect(body.data.length).toBeGreaterThan(0);
    for (const row of body.data) {
      expect(row.Account_Name).toMatchObject({ name: row["Account_Name.Account_Name"] });
      expect(row["Owner.profile.name"]).toMatch(/Administrator|Standard|Read Only/);
    }
  });

  it("sees a write at once, whatever search does", async () => {
    await server.control("POST", "limits", { searchLagSeconds: 3600 });
    await server.control("POST", "records/Leads", { data: [{ Last_Name: "O'Neil \\ Söhne", Company: "X" }] });
    const { body } = await ask("select Last_Name from Leads where Last_Name = 'o''neil \\ söhne'");
    expect(body.data).toMatchObject([{ Last_Name: "O'Neil \\ Söhne" }]);
  });

  it("leaves converted leads out unless the criteria name what makes them so", async () => {
    const { body: before } = await ask("select id from Leads where id is not null limit 1");
    const id = String(before.data[0]?.id);
    const found = async (where: string) => {
      const { status, body } = await ask(`select id from Leads where (id = ${id} and ${where})`);
      return status === 204 ? 0 : body.data.length;
    };
    const module = server.world.crm.schema.get("Leads");
    const store = module && server.world.crm.store(module);
    store?.put({ ...store.get(id), id, Converted__s: true });
    expect(await found("Last_Name is not null")).toBe(0);
    expect(await found("Converted__s = true")).toBe(1);
    expect(await found("Converted__s = false")).toBe(0);
    expect(await found("(Converted__s = true or Converted__s = false)")).toBe(1);
  });

  it.each([
    ["Cases", "Comments"],
    ["Solutions", "Comments"],
    ["Calls", "CTI_Entry"],
    ["Deals", "Stage_Modified_Time"],
    ["Events", "Participants"],
    ["Price_Books", "Pricing_Details"],
    ["Leads", "Record_Image"],
  ])("describes %s.%s, and selects it in no query", async (module, column_name) => {
    expect(await ask(`select ${column_name} from ${module} where id is not null`)).toMatchObject({
      status: 400,
      body: { code: "INVALID_QUERY", details: { column_name } },
    });
    expect(server.world.crm.schema.get(module)?.fields.has(column_name)).toBe(true);
  });

  it("adds the metadata of the fields that were asked for", async () => {
    const query = {
      select_query: "select Last_Name from Leads where id is not null",
      include_meta: ["fields"],
    };
    const { body } = await send(query);
    expect(body.fields).toMatchObject({
      Last_Name: { api_name: "Last_Name", data_type: "text", system_mandatory: true },
    });
    expect((await send(query, { scopes: ["ZohoCRM.coql.READ", "ZohoCRM.modules.ALL"] })).status).toBe(401);
  });

  it.each([
    [["ZohoCRM.modules.ALL"], 401],
    [["ZohoCRM.coql.READ"], 401],
    [["ZohoCRM.coql.READ", "ZohoCRM.modules.leads.READ"], 200],
    [["ZohoCRM.coql.READ", "ZohoCRM.modules.accounts.READ"], 401],
    [["ZohoCRM.coql.READ", "ZohoCRM.modules.READ"], 200],
  ])("%j: %i", async (scopes, status) => {
    const answer = await ask("select id from Leads where id is not null", { scopes });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body).toMatchObject({ code: "OAUTH_SCOPE_MISMATCH" });
  });

  it.each([
    ["", 1],
    ["limit 200", 1],
    ["limit 201", 2],
    ["limit 0, 1000", 2],
    ["limit 1001", 3],
    ["limit 2000", 3],
  ])("%s costs %i", async (limit, credits) => {
    await server.control("DELETE", "ledger");
    expect((await ask(`select id from Leads where id is not null ${limit}`)).status).toBe(200);
    expect(await server.control("GET", "ledger")).toMatchObject({ requests: 1, credits });
  });

  it.each([
    ["id", (last: Record<string, unknown>) => `id > '${last.id}'`, "id asc"],
    [
      "(Modified_Time, id)",
      ({ Modified_Time: time, id }: Record<string, unknown>) =>
        `(Modified_Time > '${time}' or (Modified_Time = '${time}' and id > '${id}'))`,
      "Modified_Time asc, id asc",
    ],
  ])("a walk by %s reads 5,000 records once each", async (_, after, order) => {
    await reset({ Leads: 5000 });
    const seen: unknown[] = [];
    let where = "id is not null";
    for (let more = true; more; ) {
      const { body } = await ask(
        `select id, Modified_Time from Leads where ${where} order by ${order} limit 2000`,
      );
      seen.push(...body.data.map(({ id }) => id));
      where = after(body.data.at(-1) ?? {});
      more = body.info.more_records;
    }
    expect(seen).toHaveLength(5000);
    expect(new Set(seen)).toEqual(new Set(server.world.crm.records("Leads").map(({ id }) => id)));
  });

  it("counts against the ten costly calls at a time", async () => {
    const fault = { method: "POST", path: "/coql$", times: 11, effect: { delayMs: 500 } };
    await server.control("POST", "faults", [fault]);
    const calls = Array.from({ length: 11 }, () => ask("select id from Leads where id is not null"));
    const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
    await server.control("DELETE", "faults");
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });

  it("has one verb, and the versions that Zoho serves", async () => {
    const headers = server.authorization(allScopes);
    const get = await fetch(`${server.url}/crm/v8/coql`, { headers });
    expect({ status: get.status, body: await get.json() }).toMatchObject({
      status: 400,
      body: { code: "INVALID_REQUEST_METHOD" },
    });
    expect((await ask("select id from Leads where id is not null", { version: "v9" })).status).toBe(404);
    const { body } = await ask("select Owner from Leads where id is not null limit 1", { version: "v2.1" });
    expect(body.data[0]?.Owner).toEqual({ id: expect.any(String) });
  });
});
