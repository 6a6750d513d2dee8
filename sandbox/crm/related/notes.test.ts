import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("the notes of a record", () => {
  let crm: TestCrm;
  let path: string;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(async () => {
    await crm.control("POST", "reset", { seed: 1, records: { Notes: 0 } });
    path = `/Leads/${await crm.add("Leads", { Last_Name: "Burns", Company: "ABC" })}/Notes`;
  });

  const fields = "?fields=Note_Title,Note_Content,Parent_Id";
  const note = async (title: string): Promise<string> =>
    itemOf(await crm.call("POST", path, { data: [{ Note_Title: title }] })).details.id;
  const titles = async (): Promise<unknown[]> => {
    const { status, body } = await crm.get(path + fields);
    return status === 204 ? [] : body.data.map(({ Note_Title }: Item) => Note_Title);
  };

  it("crm.notes.create adds notes, which crm.notes.list gives newest first", async () => {
    expect((await crm.get(path + fields)).status).toBe(204);
    const reply = await crm.call("POST", path, {
      data: [{ Note_Title: "One" }, { Note_Content: "Two" }, {}],
    });
    expect(reply.status).toBe(207);
    expect(itemOf(reply)).toMatchObject({ message: "record added", status: "success" });
    expect(itemOf(reply, 2).code).toBe("EXPECTED_FIELD_MISSING");
    const { body } = await crm.get(path + fields);
    const id = path.split("/")[2];
    expect(body.data).toMatchObject([
      {
        Note_Title: null,
        Note_Content: "Two",
        Parent_Id: { id, name: "Burns", module: { api_name: "Leads" } },
      },
      { Note_Title: "One", Note_Content: null },
    ]);
    expect(body.info).toMatchObject({ count: 2, more_records: false });
  });

  it("crm.notes.get, crm.notes.update and crm.notes.delete serve one note", async () => {
    const id = await note("One");
    expect((await crm.get(`${path}/${id}${fields}`)).body.data).toMatchObject([{ id, Note_Title: "One" }]);
    const updated = await crm.call("PUT", `${path}/${id}`, { data: [{ Note_Title: "Two" }] });
    expect([updated.status, itemOf(updated).message]).toEqual([200, "record updated"]);
    expect(await titles()).toEqual(["Two"]);
    expect((await crm.call("DELETE", `${path}/${id}`)).status).toBe(200);
    expect((await crm.get(`${path}/${id}${fields}`)).status).toBe(204);
  });

  it("crm.notes.updateMany and crm.notes.deleteMany say of each note what became of it", async () => {
    const id = await note("One");
    const updated = await crm.call("PUT", path, {
      data: [
        { id, Note_Title: "Two" },
        { id: "111", Note_Title: "x" },
      ],
    });
    expect([updated.status, itemOf(updated, 1).code]).toEqual([207, "INVALID_DATA"]);
    const deleted = await crm.call("DELETE", `${path}?ids=${id},111`);
    expect([deleted.status, itemOf(deleted, 1).message]).toEqual([207, "record not deleted"]);
    expect(await titles()).toEqual([]);
  });

  it("leaves the notes of other records alone", async () => {
    const lead = await crm.add("Leads", { Last_Name: "Other", Company: "ABC" });
    const id = await note("One");
    expect((await crm.call("DELETE", `/Leads/${lead}/Notes/${id}`)).status).toBe(400);
    expect(await titles()).toEqual(["One"]);
  });

  it("needs the scope of notes and to read the module", async () => {
    const held = (...scopes: string[]) => crm.get(path + fields, crm.authorization(scopes));
    expect((await held("ZohoCRM.modules.notes.READ")).body.code).toBe("OAUTH_SCOPE_MISMATCH");
    expect((await held("ZohoCRM.modules.leads.READ")).body.code).toBe("OAUTH_SCOPE_MISMATCH");
    expect((await held("ZohoCRM.modules.leads.READ", "ZohoCRM.modules.notes.READ")).status).toBe(204);
  });
});
