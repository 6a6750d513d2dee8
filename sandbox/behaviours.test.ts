import { startTestCrm, type TestCrm } from "./crm/testing";

interface Listed {
  name: string;
  description: string;
  choices: string[];
  present: string;
  default: string;
  evidence: { level: string; source: string };
}

describe("the behaviours that nobody knows for certain", () => {
  let crm: TestCrm;
  beforeEach(async () => {
    crm = await startTestCrm();
  });
  afterEach(() => crm.close());

  const list = async () => ((await crm.control("GET", "behaviours")) as { behaviours: Listed[] }).behaviours;
  const play = (choices: Record<string, unknown>) => crm.control("POST", "behaviours", choices);
  const presentOf = async (name: string) => (await list()).find((each) => each.name === name)?.present;

  it("are listed by name with their choices, the present one, and the evidence", async () => {
    const listed = await list();
    expect(listed.find(({ name }) => name === "unknownFields")).toEqual({
      name: "unknownFields",
      description: expect.stringMatching(/\.$/),
      choices: ["ignored", "refused"],
      present: "ignored",
      default: "ignored",
      evidence: { level: "live", source: expect.stringMatching(/\.$/) },
    });
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    for (const { choices, default: first, present, evidence } of listed) {
      expect(new Set(choices).size).toBe(choices.length);
      expect([first, present]).toEqual([choices[0], choices[0]]);
      expect(["live", "documented", "file", "switchable"]).toContain(evidence.level);
      expect(evidence.source).toMatch(/\.$/);
    }
  });

  it("are switched together, kept over a reset, and taken back by DELETE", async () => {
    await play({ unknownFields: "refused", unknownId: "400" });
    await crm.control("POST", "reset", { seed: 2 });
    expect([await presentOf("unknownFields"), await presentOf("unknownId")]).toEqual(["refused", "400"]);
    await crm.control("DELETE", "behaviours");
    expect([await presentOf("unknownFields"), await presentOf("unknownId")]).toEqual(["ignored", "204"]);
  });

  it.each([
    [{ unknownThings: "refused" }, /Unknown behaviour .*unknownThings.*: known are .*unknownFields/],
    [{ unknownFields: "eaten" }, /eaten.* is no choice of unknownFields: its choices are ignored, refused\./],
    [{ unknownFields: true }, /must be string/],
    [{ unknownId: "400", unknownFields: "eaten" }, /no choice of unknownFields/],
    [{ toString: "refused" }, /Unknown behaviour .*toString/],
  ])("switch nothing for %j", async (choices, message) => {
    await expect(play(choices)).rejects.toThrow(message);
    expect(await presentOf("unknownId")).toBe("204");
  });

  const lead = { Last_Name: "Grün", Company: "Firma" };

  it("unknownFields: a field that the module does not have is ignored or refused", async () => {
    const write = () => crm.call("POST", "/Leads", { data: [{ ...lead, No_Such_Field: 1 }] });
    expect((await write()).status).toBe(201);
    await play({ unknownFields: "refused" });
    expect((await write()).body.data[0]).toMatchObject({
      code: "INVALID_DATA",
      details: { api_name: "No_Such_Field" },
    });
  });

  it("unknownId: a record that is not there is 204 or 400", async () => {
    expect((await crm.get("/Leads/5000000000001")).status).toBe(204);
    await play({ unknownId: "400" });
    expect(await crm.get("/Leads/5000000000001")).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { resource_path_index: 1 } },
    });
  });

  it("mixedBatchStatus, failedBatchStatus: refused records in a batch are told by the status or not", async () => {
    const mixed = () => crm.call("POST", "/Leads", { data: [lead, {}] });
    const failed = () => crm.call("POST", "/Leads", { data: [{}, {}] });
    expect([(await mixed()).status, (await failed()).status]).toEqual([207, 400]);
    await play({ mixedBatchStatus: "200", failedBatchStatus: "200" });
    const [some, none] = [await mixed(), await failed()];
    expect([some.status, none.status]).toEqual([200, 200]);
    expect(some.body.data.map(({ status }) => status)).toEqual(["success", "error"]);
    expect((await crm.call("POST", "/Leads", {})).status).toBe(400);
  });

  it("restoredTime: a restored record is modified now or when it was", async () => {
    const restoredAfterAnHour = async () => {
      const id = await crm.add("Leads", lead);
      const before = (await crm.read("Leads", id)).Modified_Time;
      await crm.call("DELETE", `/Leads/${id}`);
      await crm.control("POST", "clock", { advanceSeconds: 3600 });
      const restored = await crm.call("POST", `/settings/recycle_bin/${id}/actions/restore`);
      expect([restored.status, restored.body.recycle_bin]).toMatchObject([200, [{ code: "SUCCESS" }]]);
      return { before, after: (await crm.read("Leads", id)).Modified_Time };
    };
    const renewed = await restoredAfterAnHour();
    expect(renewed.after).not.toBe(renewed.before);
    await play({ restoredTime: "kept" });
    const kept = await restoredAfterAnHour();
    expect(kept.after).toBe(kept.before);
  });

  it("spuriousSyntaxError: a query is refused for nothing, and answered when it is sent again", async () => {
    const query = () =>
      crm.call("POST", "/coql", { select_query: "select id from Leads where id is not null" });
    expect((await query()).status).toBe(200);
    await play({ spuriousSyntaxError: "sometimes" });
    expect(await query()).toMatchObject({ status: 400, body: { code: "SYNTAX_ERROR" } });
    expect((await query()).status).toBe(200);
  });

  const query = async (select_query: string) => crm.call("POST", "/coql", { select_query });

  it("convertedColumn: a query may name Converted__s, or is refused", async () => {
    await crm.add("Leads", lead);
    const named = () => query("select id from Leads where Converted__s = false");
    expect((await named()).status).toBe(200);
    await play({ convertedColumn: "refused" });
    expect(await named()).toMatchObject({
      status: 400,
      body: { code: "INVALID_QUERY", details: { column_name: "Converted__s" } },
    });
  });

  it("multiSelectInQueries: a query shows the values as a list, or as one text", async () => {
    await crm.add("Leads", { ...lead, Languages: ["English", "German"] });
    const shown = async () =>
      (await query("select Languages from Leads where Languages is not null")).body.data[0]?.Languages;
    expect(await shown()).toEqual(["English", "German"]);
    await play({ multiSelectInQueries: "text" });
    expect(await shown()).toBe("English;German");
  });

  it("lookupNames: a query shows lookups with their names, or by id alone", async () => {
    const id = await crm.add("Accounts", { Account_Name: "ABC" });
    await crm.add("Contacts", { Last_Name: "Burns", Account_Name: { id } });
    const shown = async () =>
      (await query("select Account_Name from Contacts where Last_Name = 'Burns'")).body.data[0]?.Account_Name;
    expect(await shown()).toEqual({ id, name: "ABC" });
    await play({ lookupNames: "hidden" });
    expect(await shown()).toEqual({ id });
  });

  it("modifiedByOfCustomModules: metadata, rows and queries have Modified_By, or lack it", async () => {
    const id = await crm.add("Properties", { Name: "Villa", Listing_Price: 1 });
    const has = async () => ({
      listed: (
        (await crm.get("/settings/fields?module=Properties")).body.fields as { api_name: string }[]
      ).some(({ api_name: name }) => name === "Modified_By"),
      inRecord: "Modified_By" in (await crm.read("Properties", id)),
      inQuery: (await query("select Modified_By from Properties where id is not null")).status === 200,
    });
    expect(await has()).toEqual({ listed: true, inRecord: true, inQuery: true });
    await play({ modifiedByOfCustomModules: "absent" });
    expect(await has()).toEqual({ listed: false, inRecord: false, inQuery: false });
    expect(await crm.read("Leads", await crm.add("Leads", lead))).toHaveProperty("Modified_By");
  });

  it("bearerToken: the general word before a token is taken or refused", async () => {
    const [, token] = Object.values(crm.authorization(["ZohoCRM.org.READ"]))
      .join()
      .split(" ");
    const org = () => crm.get("/org", { Authorization: `Bearer ${token}` });
    expect((await org()).status).toBe(200);
    await play({ bearerToken: "refused" });
    expect(await org()).toMatchObject({ status: 401, body: { code: "AUTHENTICATION_FAILURE" } });
  });

  it("dateHeader: answers are dated by one clock or by several", async () => {
    const dates = async () => {
      const answers = [await crm.get("/org"), await crm.get("/org"), await crm.get("/org")];
      return answers.map(({ headers }) => Date.parse(headers.get("date") ?? ""));
    };
    await play({ dateHeader: "apart" });
    const apart = await dates();
    expect(Math.max(...apart) - Math.min(...apart)).toBeGreaterThanOrEqual(4000);
    expect([...apart].sort()).not.toEqual(apart);
  });
});
