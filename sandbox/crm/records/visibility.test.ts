import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("readers that lag behind writes", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  const lag = (limits: object) => crm.control("POST", "limits", limits);
  const wait = (seconds: number) => crm.control("POST", "clock", { advanceSeconds: seconds });
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 3 } }));

  const listed = async () => {
    const { status, body } = await crm.get("/Leads?fields=Last_Name&sort_by=Modified_Time");
    return status === 204 ? [] : body.data.map(({ Last_Name }) => Last_Name);
  };
  const queried = async () => {
    const query = "select Last_Name from Leads where id is not null";
    const { status, body } = await crm.call("POST", "/coql", { select_query: query });
    return status === 204 ? [] : body.data.map(({ Last_Name }) => Last_Name);
  };
  const searched = async (name: string) =>
    (await crm.get(`/Leads/search?criteria=(Last_Name:equals:${name})`)).status;

  it("do not see an insert, an update or a delete until so many seconds later", async () => {
    await lag({ visibilityLagSeconds: 30 });
    const id = await crm.add("Leads", { Last_Name: "Fresh", Company: "ABC Inc." });
    expect(await listed()).not.toContain("Fresh");
    expect(await queried()).not.toContain("Fresh");
    expect((await crm.get(`/Leads/${id}`)).status).toBe(204);
    await wait(31);
    expect(await listed()).toContain("Fresh");
    expect(await queried()).toContain("Fresh");

    await crm.call("PUT", `/Leads/${id}`, { data: [{ Last_Name: "Changed" }] });
    await wait(20);
    await crm.call("PUT", `/Leads/${id}`, { data: [{ Last_Name: "Again" }] });
    expect(await crm.read("Leads", id)).toMatchObject({ Last_Name: "Fresh" });
    await wait(20);
    expect(await crm.read("Leads", id)).toMatchObject({ Last_Name: "Changed" });
    await wait(20);
    expect(await crm.read("Leads", id)).toMatchObject({ Last_Name: "Again" });

    await crm.call("DELETE", `/Leads/${id}`);
    expect(await listed()).toContain("Again");
    expect((await crm.get("/Leads/deleted")).status).toBe(204);
    await wait(31);
    expect(await listed()).not.toContain("Again");
    expect((await crm.get("/Leads/deleted")).body.data).toMatchObject([{ id }]);
  });

  it("but writes and unique checks see what is latest", async () => {
    await lag({ visibilityLagSeconds: 30 });
    const id = await crm.add("Leads", { Last_Name: "Fresh", Company: "ABC Inc.", Referral_Code: "ONCE" });
    expect((await crm.call("PUT", `/Leads/${id}`, { data: [{ City: "x" }] })).status).toBe(200);
    expect(
      itemOf(
        await crm.call("POST", "/Leads", {
          data: [{ Last_Name: "B", Company: "ABC Inc.", Referral_Code: "ONCE" }],
        }),
      ),
    ).toMatchObject({ code: "DUPLICATE_DATA" });
    expect(
      itemOf(
        await crm.call("POST", "/Leads/upsert", {
          data: [{ Last_Name: "C", Company: "ABC Inc.", Referral_Code: "ONCE" }],
        }),
      ),
    ).toMatchObject({ action: "update" });
    const stored = (await crm.control("GET", "records/Leads")) as { data: Item[] };
    expect(stored.data.at(-1)).toMatchObject({ Last_Name: "C", City: "x" });
  });

  it("searchLagSeconds makes only search late", async () => {
    await lag({ searchLagSeconds: 60 });
    await crm.add("Leads", { Last_Name: "Searchable", Company: "ABC Inc." });
    expect(await queried()).toContain("Searchable");
    expect(await searched("Searchable")).toBe(204);
    await wait(61);
    expect(await searched("Searchable")).toBe(200);
  });

  it("queries are late alone where queriesSee is", async () => {
    await crm.control("POST", "behaviours", { queriesSee: "late" });
    const id = await crm.add("Leads", { Last_Name: "Delayed", Company: "ABC Inc." });
    expect(await queried()).not.toContain("Delayed");
    expect((await crm.get(`/Leads/${id}`)).status).toBe(200);
    await wait(5);
    expect(await queried()).toContain("Delayed");
    await crm.control("DELETE", "behaviours");
  });

  it("does search, and the list of deleted records, where searchIndex and deletesTold are late", async () => {
    await crm.control("POST", "behaviours", { searchIndex: "late", deletesTold: "late" });
    const id = await crm.add("Leads", { Last_Name: "Late", Company: "ABC Inc." });
    expect(await queried()).toContain("Late");
    expect(await searched("Late")).toBe(204);
    await wait(21);
    expect(await searched("Late")).toBe(200);
    await crm.call("DELETE", `/Leads/${id}`);
    expect(await queried()).not.toContain("Late");
    expect((await crm.get("/Leads/deleted")).status).toBe(204);
    await wait(5);
    expect((await crm.get("/Leads/deleted")).body.data).toMatchObject([{ id }]);
    await crm.control("DELETE", "behaviours");
  });
});
