import { type Item, startTestCrm, type TestCrm } from "../testing";

describe("the history of a deal's stages", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Deals: 2 } }));

  const names = "Stage,Moved_To__s,Stage_Duration_Calendar_Days,Modified_Time,Amount,Potential_Name";
  const later = (seconds: number) => crm.control("POST", "clock", { advanceSeconds: seconds });
  const move = (id: string, Stage: string) =>
    crm.call("PUT", `/Deals/${id}`, { data: [{ Stage, Amount: 900 }] });
  const historyOf = async (id: string): Promise<Item[]> => {
    const { status, body } = await crm.get(`/Deals/${id}/Stage_History?fields=${names}`);
    expect(status).toBe(200);
    return body.data.toReversed() as Item[];
  };
  const newDeal = (): Promise<string> =>
    crm.add("Deals", { Deal_Name: "Order", Stage: "Qualification", Amount: 500 });

  it("crm.related.list gives a row for each stage, of the time when the deal entered it", async () => {
    const id = await newDeal();
    const [{ Modified_Time: made } = {}] = await historyOf(id);
    await later(30 * 3600);
    await move(id, "Needs Analysis");
    await later(60);
    await crm.call("PUT", `/Deals/${id}`, { data: [{ Amount: 950 }] });
    await move(id, "Closed Won");
    const [first, second, third, ...others] = await historyOf(id);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ Stage: "Qualification", Moved_To__s: "Needs Analysis", Amount: 500 });
    expect(first?.Modified_Time).toBe(made);
    const [entered = 0, left = 0] = [first, second].map((row) =>
      Date.parse(String(row?.Modified_Time).slice(0, 10)),
    );
    expect(first?.Stage_Duration_Calendar_Days).toBe((left - entered) / 86_400_000);
    expect(second).toMatchObject({ Stage: "Needs Analysis", Moved_To__s: "Closed Won", Amount: 900 });
    expect(third).toMatchObject({
      Stage: "Closed Won",
      Moved_To__s: null,
      Stage_Duration_Calendar_Days: null,
      Potential_Name: { id, name: "Order" },
    });
  });

  it("begins with the stage of a deal that was there", async () => {
    const { data } = (await crm.control("GET", "records/Deals")) as { data: Item[] };
    const [deal = {}] = data;
    expect(await historyOf(String(deal.id))).toMatchObject([{ Stage: deal.Stage, Moved_To__s: null }]);
  });

  it("is a module of its own for queries, which nobody writes or searches", async () => {
    const id = await newDeal();
    await move(id, "Closed Lost");
    const select_query = `select Stage, Potential_Name.Deal_Name from DealHistory where Potential_Name = '${id}' and Moved_To__s = 'Closed Lost'`;
    const found = await crm.call("POST", "/coql", { select_query });
    expect(found.body.data).toMatchObject([{ Stage: "Qualification", "Potential_Name.Deal_Name": "Order" }]);
    const written = await crm.call("POST", "/DealHistory", { data: [{ Stage: "Qualification" }] });
    expect(written.status).toBe(400);
    expect(await crm.get("/DealHistory/search?word=order")).toMatchObject({
      status: 403,
      body: { code: "NO_PERMISSION" },
    });
    expect((await crm.get("/settings/modules/DealHistory")).body.modules).toMatchObject([
      {
        generated_type: "field_tracker",
        status: "system_hidden",
        parent_module: { api_name: "Deals" },
        creatable: false,
        viewable: true,
      },
    ]);
  });

  it("names no deal once that is deleted, and names it again once it is restored", async () => {
    const id = await newDeal();
    const rowsOf = async () => {
      const { data } = (await crm.control("GET", "records/DealHistory")) as { data: Item[] };
      return data.slice(-1);
    };
    await crm.call("DELETE", `/Deals/${id}`);
    expect(await rowsOf()).toMatchObject([{ Stage: "Qualification", Potential_Name: null }]);
    await crm.call("POST", "/settings/recycle_bin/actions/restore", { ids: [id] });
    expect(await rowsOf()).toMatchObject([{ Potential_Name: { id } }]);
  });
});
