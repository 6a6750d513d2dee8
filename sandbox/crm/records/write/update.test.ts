import { type Item, itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.update and crm.records.updateMany", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const update = (module: string, data: unknown[], headers?: Record<string, string>) =>
    crm.call("PUT", `/${module}`, { data }, headers);
  const updateOne = (module: string, id: string, record: object, headers?: Record<string, string>) =>
    crm.call("PUT", `/${module}/${id}`, { data: [record] }, headers);

  it("changes the fields that are sent and stamps the record", async () => {
    const id = await crm.add("Leads", {
      Last_Name: "Boyle",
      First_Name: "Pat",
      City: "Newark",
      Company: "ABC",
    });
    const before = await crm.read("Leads", id);
    await crm.control("POST", "clock", { advanceSeconds: 60 });
    const reply = await updateOne("Leads", id, { First_Name: "Patricia", City: null });
    expect(reply.status).toBe(200);
    const after = await crm.read("Leads", id);
    expect(itemOf(reply)).toEqual({
      code: "SUCCESS",
      details: {
        Modified_Time: after.Modified_Time,
        Modified_By: { name: "Patricia Boyle", id: expect.any(String) },
        Created_Time: before.Created_Time,
        id,
        Created_By: { name: "Patricia Boyle", id: expect.any(String) },
      },
      message: "record updated",
      status: "success",
    });
    expect(after).toMatchObject({
      First_Name: "Patricia",
      Full_Name: "Patricia Boyle",
      City: null,
      Company: "ABC",
    });
    expect(String(after.Modified_Time) > String(before.Modified_Time)).toBe(true);
  });

  it("names who changed a record last", async () => {
    const id = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
    await crm.control("POST", "records/Leads", { data: [{ id, City: "Paris" }] });
    expect(await crm.read("Leads", id)).toMatchObject({
      Modified_By: { name: "Jane Doe" },
      Created_By: { name: "Patricia Boyle" },
    });
  });

  it("many: each names itself, results in order, 207 and 400 as for inserts", async () => {
    const ids = [
      await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc." }),
      await crm.add("Leads", { Last_Name: "B", Company: "ABC Inc." }),
    ];
    const reply = await update("Leads", [
      { id: ids[0], City: "Newark" },
      { City: "Nowhere" },
      { id: "5725767000000999999", City: "Nowhere" },
      { id: ids[1], Seats: "x" },
    ]);
    expect(reply.status).toBe(207);
    expect(reply.body.data).toMatchObject([
      { code: "SUCCESS", details: { id: ids[0] } },
      { code: "MANDATORY_NOT_FOUND", details: { api_name: "id", json_path: "$.data[1].id" } },
      {
        code: "INVALID_DATA",
        message: "the id given seems to be invalid",
        details: { api_name: "id", json_path: "$.data[2].id" },
      },
      { code: "INVALID_DATA", details: { api_name: "Seats", expected_data_type: "integer" } },
    ]);
    expect((await update("Leads", [{ City: "Nowhere" }])).status).toBe(400);
    expect(await updateOne("Leads", "5725767000000999999", { City: "x" })).toMatchObject({ status: 400 });
  });

  it("does not let a mandatory field be emptied", async () => {
    const id = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
    expect(itemOf(await updateOne("Leads", id, { Last_Name: null }))).toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Last_Name", json_path: "$.data[0].Last_Name", id },
    });
  });

  it("lets a unique value stay where it is", async () => {
    const id = await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc.", Referral_Code: "MINE" });
    const other = await crm.add("Leads", { Last_Name: "B", Company: "ABC Inc.", Referral_Code: "YOURS" });
    expect((await updateOne("Leads", id, { Referral_Code: "MINE" })).status).toBe(200);
    expect(itemOf(await updateOne("Leads", id, { Referral_Code: "YOURS" }))).toMatchObject({
      code: "DUPLICATE_DATA",
      details: { id: other },
    });
    await updateOne("Leads", other, { Referral_Code: null });
    expect((await updateOne("Leads", id, { Referral_Code: "YOURS" })).status).toBe(200);
  });

  it("$append_values adds to a multi-select picklist, otherwise it is replaced", async () => {
    const id = await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc.", Languages: ["English"] });
    const languages = async () => (await crm.read("Leads", id)).Languages;
    await updateOne("Leads", id, { Languages: ["German", "English"], $append_values: { Languages: true } });
    expect(await languages()).toEqual(["English", "German"]);
    await updateOne("Leads", id, { Languages: ["Korean"], $append_values: { Languages: false } });
    expect(await languages()).toEqual(["Korean"]);
    await updateOne("Leads", id, { Languages: ["Tamil"] });
    expect(await languages()).toEqual(["Tamil"]);
  });

  it("If-Unmodified-Since refuses with 412 what was modified later", async () => {
    const id = await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc." });
    const long = { "If-Unmodified-Since": "2020-01-01T00:00:00+05:30" };
    const reply = await updateOne("Leads", id, { City: "x" }, long);
    expect(reply.status).toBe(412);
    expect(itemOf(reply)).toEqual({
      code: "ALREADY_MODIFIED",
      details: {
        Modified_Time: expect.any(String),
        Created_Time: expect.any(String),
        id,
        Modified_By: { name: expect.any(String), id: expect.any(String) },
        Created_By: { name: expect.any(String), id: expect.any(String) },
      },
      message: "record updated time has already passed if-unmodified-since time",
      status: "error",
    });
    expect((await crm.read("Leads", id)).City).toBeNull();
    const { Modified_Time } = await crm.read("Leads", id);
    expect(
      (await updateOne("Leads", id, { City: "x" }, { "If-Unmodified-Since": String(Modified_Time) })).status,
    ).toBe(200);
  });

  it("records in approval mode, locked and converted ones stay as they are", async () => {
    const pending = await crm.add("Leads", { Last_Name: "Form", Company: "ABC Inc.", $approved: false });
    expect(itemOf(await updateOne("Leads", pending, { City: "x" }))).toMatchObject({ code: "NOT_APPROVED" });
    const id = await crm.add("Leads", { Last_Name: "Fixed", Company: "ABC Inc." });
    const module = crm.world.crm.schema.get("Leads");
    const store = module && crm.world.crm.store(module);
    store?.put({ ...store.get(id), id, Locked__s: true });
    expect(itemOf(await updateOne("Leads", id, { City: "x" }))).toMatchObject({
      code: "RECORD_LOCKED",
      details: { action: "record_locking" },
    });
    store?.put({ ...store.get(id), id, Locked__s: false, Converted__s: true });
    expect(itemOf(await updateOne("Leads", id, { City: "x" }))).toMatchObject({ code: "CONVERTED_RECORD" });
  });

  describe("rows", () => {
    const visit = (purpose: string) => ({ Purpose: purpose });
    const start = async () => {
      const id = await crm.add("Leads", {
        Last_Name: "Rows",
        Company: "ABC Inc.",
        Site_Visits: [visit("One"), visit("Two"), visit("Three")],
      });
      const rows = async () => (await crm.read("Leads", id)).Site_Visits as (Item & { id: string })[];
      return { id, rows, before: await rows() };
    };

    it("with an id are changed, without one added, those not mentioned stay", async () => {
      const { id, rows, before } = await start();
      await updateOne("Leads", id, { Site_Visits: [{ id: before[1]?.id, Hours: 2 }, visit("Four")] });
      const after = await rows();
      expect(after.map(({ Purpose, Hours }) => [Purpose, Hours ?? null])).toEqual([
        ["One", null],
        ["Two", 2],
        ["Three", null],
        ["Four", null],
      ]);
      expect(after.slice(0, 3).map((row) => row.id)).toEqual(before.map((row) => row.id));
    });

    it("with _delete are removed, [] removes all", async () => {
      const { id, rows, before } = await start();
      await updateOne("Leads", id, { Site_Visits: [{ id: before[0]?.id, _delete: null }] });
      expect((await rows()).map(({ Purpose }) => Purpose)).toEqual(["Two", "Three"]);
      await updateOne("Leads", id, { City: "x" });
      expect(await rows()).toHaveLength(2);
      await updateOne("Leads", id, { Site_Visits: [] });
      expect(await rows()).toEqual([]);
    });

    it("are checked like records", async () => {
      const { id } = await start();
      const errorOf = async (row: object) => itemOf(await updateOne("Leads", id, { Site_Visits: [row] }));
      expect(await errorOf({ Hours: 1 })).toMatchObject({
        code: "MANDATORY_NOT_FOUND",
        details: { json_path: "$.data[0].Site_Visits[0].Purpose" },
      });
      expect(await errorOf({ Purpose: "x", Visit_Date: "soon" })).toMatchObject({
        code: "INVALID_DATA",
        details: { json_path: "$.data[0].Site_Visits[0].Visit_Date" },
      });
      expect(await errorOf({ id: "1", Purpose: "x" })).toMatchObject({
        code: "INVALID_DATA",
        message: "the id given seems to be invalid",
      });
    });

    it("of multi-select and multi-user lookups are linked and unlinked the same way", async () => {
      const products = [
        await crm.add("Products", { Product_Name: "P1" }),
        await crm.add("Products", { Product_Name: "P2" }),
      ];
      const link = (id: string | undefined) => ({ Interested_Products: { id } });
      const id = await crm.add("Leads", {
        Last_Name: "Links",
        Company: "ABC Inc.",
        Interested_Products: [link(products[0])],
      });
      const links = async () =>
        (await crm.read("Leads", id)).Interested_Products as (Item & { id: string })[];
      const [first] = await links();
      await updateOne("Leads", id, {
        Interested_Products: [link(products[1]), { id: first?.id, _delete: null }],
      });
      expect(await links()).toMatchObject([{ Interested_Products: { name: "P2", id: products[1] } }]);
      expect(itemOf(await updateOne("Leads", id, { Interested_Products: [link("1")] }))).toMatchObject({
        code: "INVALID_DATA",
      });
    });

    it("can be queried as a module of their own", async () => {
      const { id } = await start();
      const { body } = await crm.call("POST", "/coql", {
        select_query: `select Purpose from Leads_Site_Visits where Parent_Id = '${id}' order by id asc`,
      });
      expect(body.data.map(({ Purpose }) => Purpose)).toEqual(["One", "Two", "Three"]);
    });
  });
});
