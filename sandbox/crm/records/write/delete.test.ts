import { type Item, itemOf, startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.delete, crm.records.deleteMany and crm.records.deleted", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1 }));

  it("deletes one", async () => {
    const id = await crm.add("Leads", { Last_Name: "Gone", Company: "ABC Inc." });
    const reply = await crm.call("DELETE", `/Leads/${id}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      data: [{ code: "SUCCESS", details: { id }, message: "record deleted", status: "success" }],
    });
    expect((await crm.get(`/Leads/${id}`)).status).toBe(204);
    expect(await crm.call("DELETE", `/Leads/${id}`)).toMatchObject({
      status: 400,
      body: {
        data: [{ code: "INVALID_DATA", message: "the id given seems to be invalid", status: "error" }],
      },
    });
  });

  it("deletes many by ids, in order, 207 when some are not there", async () => {
    const ids = [
      await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc." }),
      "5725767000000999999",
      await crm.add("Leads", { Last_Name: "B", Company: "ABC Inc." }),
    ];
    const reply = await crm.call("DELETE", `/Leads?ids=${ids}`);
    expect(reply.status).toBe(207);
    expect(reply.body.data).toMatchObject([
      { code: "SUCCESS", details: { id: ids[0] } },
      { code: "INVALID_DATA", details: { id: ids[1] }, message: "record not deleted", status: "error" },
      { code: "SUCCESS", details: { id: ids[2] } },
    ]);
    expect((await crm.call("DELETE", `/Leads?ids=${ids[0]}`)).status).toBe(400);
  });

  it("needs ids, and takes 100 at most", async () => {
    expect(await crm.call("DELETE", "/Leads")).toMatchObject({
      status: 400,
      body: { code: "REQUIRED_PARAM_MISSING", details: { param_name: "ids" } },
    });
    const many = Array.from({ length: 101 }, (_, index) => `57257670000009${10_000 + index}`);
    expect(await crm.call("DELETE", `/Leads?ids=${many}`)).toMatchObject({
      status: 400,
      body: { code: "LIMIT_EXCEEDED" },
    });
  });

  it("wf_trigger=false runs no workflow", async () => {
    const id = await crm.add("Leads", { Last_Name: "Quiet", Company: "ABC Inc." });
    await crm.call("DELETE", `/Leads/${id}?wf_trigger=false`);
    const run = crm.world.crm.automationRuns.at(-1);
    expect(run).toMatchObject({ operation: "delete", id });
    expect(run?.triggers).not.toContain("workflow");
  });

  it("frees what was unique", async () => {
    const id = await crm.add("Leads", { Last_Name: "A", Company: "ABC Inc.", Referral_Code: "ONCE" });
    await crm.call("DELETE", `/Leads/${id}`);
    expect(
      (
        await crm.call("POST", "/Leads", {
          data: [{ Last_Name: "B", Company: "ABC Inc.", Referral_Code: "ONCE" }],
        })
      ).status,
    ).toBe(201);
  });

  describe("the deleted list", () => {
    it("is empty at first, then has what was deleted, newest first", async () => {
      expect((await crm.get("/Leads/deleted?type=all")).status).toBe(204);
      const ids = [
        await crm.add("Leads", { Last_Name: "First", Company: "ABC Inc." }),
        await crm.add("Leads", { First_Name: "The", Last_Name: "Second", Company: "ABC Inc." }),
      ];
      await crm.call("DELETE", `/Leads?ids=${ids}`);
      const person = { name: "Patricia Boyle", id: crm.world.crm.currentUser.id };
      const row = {
        deleted_by: person,
        created_by: person,
        type: "recycle",
        deleted_time: expect.stringMatching(/\+05:30$/),
      };
      expect((await crm.get("/Leads/deleted?type=recycle")).body).toEqual({
        data: [
          { ...row, id: ids[1], display_name: "The Second" },
          { ...row, id: ids[0], display_name: "First" },
        ],
        info: { per_page: 200, count: 2, page: 1, more_records: false },
      });
      expect((await crm.get("/Leads/deleted?type=permanent")).status).toBe(204);
      expect((await crm.get("/Leads/deleted?per_page=1&page=2")).body).toMatchObject({
        data: [{ id: ids[0] }],
        info: { more_records: false },
      });
    });

    it("names nobody for what is gone for good", async () => {
      const id = await crm.add("Leads", { Last_Name: "Gone", Company: "ABC Inc." });
      await crm.call("DELETE", `/Leads/${id}`);
      const module = crm.world.crm.schema.get("Leads");
      const binned = module && crm.world.crm.store(module).deleted.get(id);
      if (binned) binned.type = "permanent";
      expect((await crm.get("/Leads/deleted?type=permanent")).body.data).toEqual([
        {
          deleted_by: null,
          id,
          display_name: null,
          type: "permanent",
          created_by: null,
          deleted_time: expect.any(String),
        },
      ]);
    });

    it("takes If-Modified-Since and refuses other types", async () => {
      const id = await crm.add("Leads", { Last_Name: "Gone", Company: "ABC Inc." });
      await crm.call("DELETE", `/Leads/${id}`);
      const since = (time: string) => crm.get("/Leads/deleted", { "If-Modified-Since": time });
      expect((await since("2020-01-01T00:00:00+05:30")).status).toBe(200);
      expect((await since("2099-01-01T00:00:00+05:30")).status).toBe(204);
      const time = String((await crm.get("/Leads/deleted")).body.data[0]?.deleted_time);
      expect((await since(time)).status).toBe(200);
      expect((await since(new Date(time).toUTCString())).status).toBe(200);
      expect(await crm.get("/Leads/deleted?type=some")).toMatchObject({
        status: 400,
        body: {
          code: "PATTERN_NOT_MATCHED",
          details: { param_name: "type" },
          message: "Please check whether the input values are correct",
        },
      });
    });

    it("costs two credits", async () => {
      await crm.control("DELETE", "ledger");
      await crm.get("/Leads/deleted");
      expect(await crm.control("GET", "ledger")).toMatchObject({ credits: 2 });
    });
  });

  it("another user deletes and restores", async () => {
    const id = await crm.add("Leads", { Last_Name: "Back", Company: "ABC Inc.", Email: "back@zylker.com" });
    const write = async (record: object) =>
      ((await crm.control("POST", "records/Leads", { data: [record] })) as { data: Item[] }).data[0];
    expect(await write({ id, $delete: true })).toMatchObject({ status: "success" });
    expect((await crm.get("/Leads/deleted")).body.data).toMatchObject([
      { id, deleted_by: { name: "Jane Doe" } },
    ]);
    expect(await write({ id, $restore: true })).toMatchObject({ status: "success" });
    expect((await crm.get("/Leads/deleted")).status).toBe(204);
    expect(await crm.read("Leads", id)).toMatchObject({
      Email: "back@zylker.com",
      Modified_By: { name: "Jane Doe" },
    });
    expect(await write({ id, $restore: true })).toMatchObject({ code: "INVALID_DATA" });
  });

  describe("external ids", () => {
    const external = { "X-EXTERNAL": "Contacts.External_Contact_ID" };
    beforeEach(() => crm.add("Contacts", { Last_Name: "Ext", External_Contact_ID: "extcontact/3" }));
    const path = "/Contacts/extcontact%2F3";

    it("stand for ids in GET, PUT and DELETE of one", async () => {
      const { body } = await crm.get(path, external);
      expect(body.data).toMatchObject([{ Last_Name: "Ext", External_Contact_ID: "extcontact/3" }]);
      expect((await crm.call("PUT", path, { data: [{ Title: "CEO" }] }, external)).status).toBe(200);
      const reply = await crm.call("DELETE", path, undefined, external);
      expect(itemOf(reply)).toMatchObject({
        code: "SUCCESS",
        details: { External_Contact_ID: "extcontact/3", id: body.data[0]?.id },
      });
      expect((await crm.get(path, external)).status).toBe(204);
      expect(itemOf(await crm.call("DELETE", path, undefined, external))).toMatchObject({
        code: "INVALID_DATA",
        message: "The value of the external field is invalid.",
      });
    });

    it("stand for ids in PUT and DELETE of many", async () => {
      const data = [
        { External_Contact_ID: "extcontact/3", Title: "CEO" },
        { External_Contact_ID: "nobody", Title: "CEO" },
      ];
      const reply = await crm.call("PUT", "/Contacts", { data }, external);
      expect(reply.status).toBe(207);
      expect(itemOf(reply, 1)).toMatchObject({
        message: "The value of the external field is invalid.",
        details: { json_path: "$.data[1].External_Contact_ID" },
      });
      expect(
        (await crm.call("DELETE", "/Contacts?ids=extcontact%2F3,nobody", undefined, external)).status,
      ).toBe(207);
    });

    it("need a header that names an external field of the module", async () => {
      for (const header of ["Contacts.Email", "Leads.ERP_Id", "nonsense"]) {
        expect(await crm.get(path, { "X-EXTERNAL": header })).toMatchObject({
          status: 400,
          body: { code: "INVALID_DATA" },
        });
      }
      expect(
        (await crm.get(path, { "X-EXTERNAL": "Leads.ERP_Id,Contacts.External_Contact_ID" })).status,
      ).toBe(200);
    });
  });
});
