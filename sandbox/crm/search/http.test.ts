import { json, startTestServer, type TestServer } from "../../testing";
import { searchRoutes } from "./routes";

const scopes = ["ZohoCRM.modules.ALL", "ZohoSearch.securesearch.READ"];

interface Answered {
  status: number;
  body: { data: Record<string, unknown>[]; info: Record<string, unknown>; [key: string]: unknown };
}

describe("search over HTTP: crm.records.search and crm.records.bulkSearch", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer([...searchRoutes]);
  });
  afterAll(() => server.close());

  async function read(response: Response): Promise<Answered> {
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  async function find(module: string, params: Record<string, string>, held = scopes): Promise<Answered> {
    const query = new URLSearchParams(params);
    return read(
      await fetch(`${server.url}/crm/v8/${module}/search?${query}`, { headers: server.authorization(held) }),
    );
  }

  async function bulk(module: string, body: unknown, version = "v8"): Promise<Answered> {
    const url = `${server.url}/crm/${version}/${module}/bulk/search`;
    return read(await fetch(url, json("POST", body, server.authorization(scopes))));
  }

  const write = (module: string, data: object[]) => server.control("POST", `records/${module}`, { data });
  const lead = (name: string, more: object = {}) => ({ Last_Name: name, Company: "Zylker", ...more });
  const names = ({ status, body }: Answered) =>
    status === 204 ? [] : body.data.map(({ Last_Name: name }) => name);

  beforeEach(() => server.control("POST", "reset", { seed: 1, records: { Leads: 0, Contacts: 0 } }));

  it("finds records by criteria and answers all their fields", async () => {
    await write("Leads", [lead("Burns,B (Jr)", { Email: "b@zylker.com" }), lead("Other")]);
    const { status, body } = await find("Leads", {
      criteria: "((Last_Name:equals:Burns\\,B \\(Jr\\))and(Company:starts_with:zyl))",
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      {
        Last_Name: "Burns,B (Jr)",
        Email: "b@zylker.com",
        Phone: null,
        $approval_state: "approved",
        Owner: { email: expect.any(String) },
      },
    ]);
    expect(body.info).toEqual({
      per_page: 200,
      count: 1,
      sort_by: "id",
      page: 1,
      sort_order: "desc",
      more_records: false,
    });
  });

  it("answers only the fields that are asked for, and 204 for nothing", async () => {
    await write("Leads", [lead("Smith")]);
    const { body } = await find("Leads", { word: "smith", fields: "Company,No_Such_Field" });
    expect(body.data).toEqual([{ id: expect.any(String), Company: "Zylker" }]);
    expect(await find("Leads", { word: "nobody" })).toEqual({ status: 204, body: undefined });
  });

  it("sorts by any field and pages", async () => {
    await write(
      "Leads",
      ["b", "C", "a", "d", "e"].map((name) => lead(name)),
    );
    const params = { word: "zylker", sort_by: "Last_Name", sort_order: "asc", per_page: "2" };
    const pages = await Promise.all(["1", "2", "3"].map((page) => find("Leads", { ...params, page })));
    expect(pages.map(names)).toEqual([["a", "b"], ["C", "d"], ["e"]]);
    expect(pages.map(({ body }) => body.info.more_records)).toEqual([true, true, false]);
    expect(names(await find("Leads", { word: "zylker" }))).toEqual(["e", "d", "a", "C", "b"]);
  });

  it("reads an index that lags behind the records", async () => {
    await server.control("POST", "limits", { searchLagSeconds: 60 });
    await write("Leads", [lead("Late")]);
    expect((await find("Leads", { word: "Late" })).status).toBe(204);
    await server.control("POST", "clock", { advanceSeconds: 61 });
    expect(names(await find("Leads", { word: "Late" }))).toEqual(["Late"]);
  });

  it("ends at 2,000 records", async () => {
    await server.control("POST", "reset", { seed: 1, records: { Leads: 2100 } });
    const criteria = "(Created_Time:greater_than:2000-01-01T00:00:00+00:00)";
    const last = await find("Leads", { criteria, page: "10", fields: "id" });
    expect(last.body.info).toMatchObject({ count: 200, page: 10, more_records: true });
    expect(await find("Leads", { criteria, page: "11" })).toEqual({
      status: 400,
      body: {
        code: "LIMIT_REACHED",
        details: { limit: "2000" },
        message: "maximum response iteration limit reached",
        status: "error",
      },
    });
  });

  it("leaves converted leads and those that wait for approval out, unless they are asked for", async () => {
    await write("Leads", [lead("Plain"), lead("Converted"), lead("Waiting")]);
    const { crm } = server.world;
    const module = crm.schema.get("Leads");
    for (const record of module ? crm.records("Leads") : []) {
      if (!module || record.Last_Name === "Plain") continue;
      const more =
        record.Last_Name === "Converted"
          ? { Converted__s: true }
          : { $approval_state: "approval_process_pending" };
      crm.store(module).put({ ...record, ...more });
    }
    const search = async (params: object) => names(await find("Leads", { word: "zylker", ...params }));
    expect(await search({})).toEqual(["Plain"]);
    expect(await search({ converted: "true" })).toEqual(["Converted"]);
    expect(await search({ approved: "false" })).toEqual(["Waiting"]);
    expect(await search({ approval_state: "approval_process_pending" })).toEqual(["Waiting"]);
    expect(await search({ converted: "both", approved: "both" })).toEqual(["Waiting", "Converted", "Plain"]);
  });

  it("searches the rows of a subform by the subform's module", async () => {
    await server.control("POST", "reset", { seed: 1, records: { Quotes: 5 } });
    const { status, body } = await find("Quoted_Items", {
      criteria: "(Quantity:greater_than:0)",
      fields: "Quantity",
    });
    expect(status).toBe(200);
    expect(body.data.length).toBeGreaterThanOrEqual(5);
    for (const row of body.data) expect(row.Quantity).toBeGreaterThan(0);
  });

  it.each([
    [{}, "EXPECTED_PARAM_MISSING"],
    [{ word: "x" }, "INVALID_DATA"],
    [{ word: "xx", per_page: "201" }, "INVALID_DATA"],
    [{ word: "xx", page: "0" }, "INVALID_DATA"],
    [{ word: "xx", sort_by: "Nothing" }, "INVALID_DATA"],
    [{ word: "xx", sort_order: "up" }, "INVALID_DATA"],
    [{ word: "xx", converted: "maybe" }, "INVALID_DATA"],
    [{ criteria: "(Last_Name:contains:x)" }, "INVALID_QUERY"],
    [{ criteria: "(Created_Time:greater_than:2000-01-01T00:00:00 00:00)" }, "INVALID_QUERY"],
  ])("%j: %s", async (params, code) => {
    expect(await find("Leads", params)).toMatchObject({ status: 400, body: { code, status: "error" } });
  });

  it("knows which modules can be searched, and who may", async () => {
    expect(await find("Nothing", { word: "xx" })).toMatchObject({
      status: 400,
      body: { code: "INVALID_MODULE" },
    });
    expect(await find("Attachments", { word: "xx" })).toMatchObject({
      status: 400,
      body: {
        code: "NOT_SUPPORTED",
        message: "module not suppoted for search",
        details: { module: "Attachments" },
      },
    });
    expect(await find("Leads", { word: "xx" }, ["ZohoCRM.modules.ALL"])).toMatchObject({ status: 401 });
    expect(
      await find("Leads", { word: "xx" }, ["ZohoCRM.modules.contacts.READ", ...scopes.slice(1)]),
    ).toMatchObject({ status: 401 });
  });

  it("takes more conditions in a body, from v8 on", async () => {
    await write("Leads", [lead("Smith")]);
    const criteria = (count: number) =>
      `(${Array.from({ length: count }, () => "(Last_Name:equals:smith)").join("and")})`;
    expect(names(await bulk("Leads", { criteria: criteria(15), page: 1, per_page: 5 }))).toEqual(["Smith"]);
    expect(await bulk("Leads", { criteria: criteria(16) })).toMatchObject({
      status: 400,
      body: { code: "CRITERIA_LIMIT_EXCEEDED" },
    });
    expect(await find("Leads", { criteria: criteria(11) })).toMatchObject({
      status: 400,
      body: { code: "CRITERIA_LIMIT_EXCEEDED" },
    });
    expect(await bulk("Leads", undefined)).toMatchObject({
      status: 400,
      body: { code: "EXPECTED_PARAM_MISSING" },
    });
    expect(await bulk("Leads", { word: "smith" }, "v7")).toMatchObject({
      status: 400,
      body: { code: "API_NOT_SUPPORTED", details: { supported_version: "v8" } },
    });
  });
});
