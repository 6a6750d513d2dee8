import { type Item, itemOf, startTestCrm, type TestCrm } from "../testing";

describe("tags", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.control("POST", "reset", { seed: 1, records: { Leads: 3 } }));

  const settings = "/settings/tags?module=Leads";
  const create = (...tags: object[]) => crm.call("POST", settings, { tags });
  const list = async (): Promise<Item[]> => {
    const { status, body } = await crm.get(settings);
    return status === 204 ? [] : (body.tags as Item[]);
  };
  const leads = async (): Promise<string[]> => {
    const { data } = (await crm.control("GET", "records/Leads")) as { data: Item[] };
    return data.map(({ id }) => String(id));
  };
  const tagsOf = async (id = "") => ((await crm.read("Leads", id)).Tag as Item[]).map(({ name }) => name);

  it("crm.tags.create makes tags, which crm.tags.list gives", async () => {
    const { status, body } = await create({ name: "hot", color_code: "#F17574" }, { name: "hot" });
    expect(status).toBe(207);
    expect(body.tags).toMatchObject([
      {
        code: "SUCCESS",
        details: { name: "hot", color_code: "#F17574" },
        message: "tags created successfully",
      },
      { code: "DUPLICATE_DATA", details: { api_name: "name", json_path: "$.tags[1].name" } },
    ]);
    expect(await list()).toMatchObject([
      { name: "hot", color_code: "#F17574", created_by: { name: "Patricia Boyle" } },
    ]);
  });

  it("need a body even where all is in the query", async () => {
    const [id] = await leads();
    expect(await crm.call("POST", `/Leads/actions/add_tags?ids=${id}&tag_names=hot`)).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { expected_data_type: "jsonobject" }, message: "body" },
    });
  });

  it.each(["v2", "v2.1"])(
    "are named in the query by the clients of %s, which send no body",
    async (version) => {
      const [one = "", two = ""] = await leads();
      const call = (path: string) => crm.call("POST", `${version}:${path}`);
      expect(await call(`/Leads/actions/add_tags?ids=${one},${two}&tag_names=hot,new`)).toMatchObject({
        status: 200,
        body: { success_count: "2" },
      });
      expect([await tagsOf(one), await tagsOf(two)]).toEqual([
        ["hot", "new"],
        ["hot", "new"],
      ]);
      await call(`/Leads/${one}/actions/add_tags?tag_names=old&over_write=true`);
      await call(`/Leads/${two}/actions/remove_tags?tag_names=hot`);
      expect([await tagsOf(one), await tagsOf(two)]).toEqual([["old"], ["new"]]);
    },
  );

  it("crm.tags.count says how many records bear a tag", async () => {
    const [one, two] = await leads();
    await crm.call("POST", "/Leads/actions/add_tags", { tags: [{ name: "hot" }], ids: [one, two] });
    const [hot] = await list();
    const counted = (id: unknown) => crm.get(`/settings/tags/${id}/actions/records_count?module=Leads`);
    expect(await counted(hot?.id)).toMatchObject({ status: 200, body: { count: "2" } });
    expect(await counted("111")).toMatchObject({ status: 404, body: { message: "tags not found" } });
  });

  it("are empty, without a word, to a token that lacks their scope", async () => {
    const [id = ""] = await leads();
    await create({ name: "hot" });
    await crm.call("POST", `/Leads/${id}/actions/add_tags`, { tags: [{ name: "hot" }] });
    const narrow = crm.authorization(["ZohoCRM.modules.ALL", "ZohoCRM.coql.READ"]);
    const read = await crm.get(`/Leads/${id}`, narrow);
    const list = await crm.get(`/Leads?fields=Tag&ids=${id}`, narrow);
    const query = { select_query: `select Tag from Leads where id = '${id}'` };
    const queried = await crm.call("POST", "/coql", query, narrow);
    for (const { status, body } of [read, list, queried]) {
      expect(status).toBe(200);
      expect(body.data).toMatchObject([{ Tag: [] }]);
    }
    expect(await tagsOf(id)).toEqual(["hot"]);
  });

  it.each([
    ["no name", {}, "MANDATORY_NOT_FOUND"],
    ["a long name", { name: "x".repeat(26) }, "INVALID_DATA"],
    ["a name that is no text", { name: 1 }, "INVALID_DATA"],
    ["a long colour", { name: "hot", color_code: "#F1757400" }, "INVALID_DATA"],
  ])("crm.tags.create refuses %s", async (_, tag, code) => {
    expect(await create(tag)).toMatchObject({ status: 400, body: { tags: [{ code, status: "error" }] } });
  });

  it("crm.tags.delete takes a tag from its records too", async () => {
    const [lead = ""] = await leads();
    await crm.call("POST", `/Leads/${lead}/actions/add_tags`, { tags: [{ name: "hot" }, { name: "new" }] });
    const [hot] = await list();
    const { status, body } = await crm.call("DELETE", `/settings/tags/${hot?.id}`);
    expect([status, body.tags]).toMatchObject([200, [{ message: "tags deleted successfully" }]]);
    expect(await tagsOf(lead)).toEqual(["new"]);
    expect((await crm.call("DELETE", `/settings/tags/${hot?.id}`)).body).toMatchObject({
      message: "tags not found",
    });
  });

  it("are refused to the one record that is locked, flatly where they are added", async () => {
    const [one] = await leads();
    await crm.call("POST", `/Leads/${one}/Locking_Information__s`, { data: [{ Locked_Reason__s: "Audit" }] });
    const body = { tags: [{ name: "hot" }], ids: [one] };
    const lock = { code: "RECORD_LOCKED", details: { action: "record_locking", id: one } };
    const added = await crm.call("POST", "/Leads/actions/add_tags", body);
    expect(added).toMatchObject({ status: 400, body: lock });
    const removed = await crm.call("POST", "/Leads/actions/remove_tags", body);
    expect(removed).toMatchObject({ status: 400, body: { data: [lock], locked_count: "1" } });
  });

  it("crm.tags.add and crm.tags.remove change the tags of many records, with one result each", async () => {
    const [one, two] = await leads();
    const tags = [{ name: "hot", color_code: "#F17574" }];
    const added = await crm.call("POST", "/Leads/actions/add_tags", { tags, ids: [one, "111", two] });
    expect(added.status).toBe(207);
    expect(itemOf(added)).toMatchObject({
      code: "SUCCESS",
      details: { id: one, tags: [{ name: "hot", color_code: "#F17574" }] },
      message: "tags updated successfully",
    });
    expect(itemOf(added, 1)).toMatchObject({ code: "INVALID_DATA", details: { id: "111" } });
    expect(added.body).toMatchObject({ success_count: "2", locked_count: "0" });
    const removed = await crm.call("POST", "/Leads/actions/remove_tags", {
      tags: [{ name: "hot" }],
      ids: [one],
    });
    expect([removed.status, await tagsOf(one), await tagsOf(two)]).toEqual([200, [], ["hot"]]);
  });

  it("crm.tags.addToRecord and crm.tags.removeFromRecord change those of one", async () => {
    const [lead = ""] = await leads();
    const post = (action: string, ...names: string[]) =>
      crm.call("POST", `/Leads/${lead}/actions/${action}`, { tags: names.map((name) => ({ name })) });
    await post("add_tags", "hot", "new");
    await post("add_tags", "hot", "old");
    expect(await tagsOf(lead)).toEqual(["hot", "new", "old"]);
    await post("remove_tags", "new");
    expect(await tagsOf(lead)).toEqual(["hot", "old"]);
  });

  it("replaces tags with over_write, and says which did not fit", async () => {
    const [lead = ""] = await leads();
    const names = Array.from({ length: 11 }, (_, index) => ({ name: `tag ${index}` }));
    await crm.call("POST", `/Leads/${lead}/actions/add_tags`, { tags: [{ name: "hot" }] });
    const reply = await crm.call("POST", `/Leads/${lead}/actions/add_tags`, {
      tags: names,
      over_write: true,
    });
    expect(itemOf(reply).details.not_added_tags).toMatchObject([{ name: "tag 10" }]);
    expect(await tagsOf(lead)).toEqual(names.slice(0, 10).map(({ name }) => name));
  });

  it("costs a credit for each 50 records, and takes at most 500", async () => {
    const ids = Array.from({ length: 500 }, (_, index) => String(index + 1));
    await crm.control("DELETE", "ledger");
    await crm.call("POST", "/Leads/actions/add_tags", { tags: [{ name: "hot" }], ids });
    expect(await crm.control("GET", "ledger")).toMatchObject({ credits: 10 });
    const reply = await crm.call("POST", "/Leads/actions/add_tags", {
      tags: [{ name: "hot" }],
      ids: [...ids, "501"],
    });
    expect(reply).toMatchObject({ status: 400, body: { details: { maximum_length: 500, api_name: "ids" } } });
  });

  it("crm.tags.merge gives the records of a tag another, which crm.tags.count counts", async () => {
    const [first = "", second = ""] = await leads();
    const add = (id: string, name: string) =>
      crm.call("POST", `/Leads/${id}/actions/add_tags`, { tags: [{ name }] });
    await add(first, "hot");
    await add(second, "warm");
    const known = (await crm.get("/settings/tags?module=Leads")).body.tags as Item[];
    const idOf = (name: string) => known.find((each) => each.name === name)?.id;
    const merge = () =>
      crm.call("POST", `/settings/tags/${idOf("hot")}/actions/merge`, {
        tags: [{ conflict_id: idOf("warm") }],
      });
    expect(await merge()).toMatchObject({ status: 200 });
    expect(await tagsOf(second)).toEqual(["hot"]);
    const count = await crm.get(`/settings/tags/${idOf("hot")}/actions/records_count?module=Leads`);
    expect(count.body).toEqual({ count: "2" });
    expect(await merge()).toMatchObject({ status: 400, body: { tags: [{ code: "INVALID_DATA" }] } });
  });
});
