import { type Item, startTestCrm, type TestCrm } from "../../testing";

describe("crm.records.list", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  const reset = (records: Record<string, number> = {}) => crm.control("POST", "reset", { seed: 1, records });
  const error = (code: string, details: object) => ({
    status: 400,
    body: { code, details, message: expect.any(String), status: "error" },
  });
  const column = async (path: string, field = "id") =>
    (await crm.get(path)).body.data.map((row) => row[field]);

  describe("fields", () => {
    beforeAll(() => reset());

    it("must be given", async () => {
      expect(await crm.get("/Leads")).toMatchObject(
        error("REQUIRED_PARAM_MISSING", { param_name: "fields" }),
      );
      expect(await crm.get("/Leads?fields=")).toMatchObject(
        error("REQUIRED_PARAM_MISSING", { param_name: "fields" }),
      );
    });

    it("may be fifty at most", async () => {
      const names = Array.from({ length: 51 }, (_, index) => `F${index}`);
      expect(await crm.get(`/Leads?fields=${names}`)).toMatchObject(
        error("LIMIT_EXCEEDED", { limit: 50, param_name: "fields" }),
      );
      expect((await crm.get(`/Leads?fields=${names.slice(1)}`)).status).toBe(200);
    });

    it("and the id are all that comes back", async () => {
      const { body } = await crm.get("/Leads?fields=Last_Name,Owner,Skype_ID,Email_Opt_Out&per_page=2");
      for (const row of body.data) {
        expect(Object.keys(row).sort()).toEqual(["Email_Opt_Out", "Last_Name", "Owner", "Skype_ID", "id"]);
        expect(row).toMatchObject({
          Skype_ID: null,
          Owner: { name: expect.any(String), id: expect.any(String), email: expect.any(String) },
        });
      }
    });

    it("lookups are name and id, whatever becomes of the name", async () => {
      const account = await crm.add("Accounts", { Account_Name: "Before" });
      const contact = await crm.add("Contacts", { Last_Name: "Kingsley", Account_Name: { id: account } });
      const list = () => crm.get(`/Contacts?fields=Account_Name&ids=${contact}`);
      expect((await list()).body.data).toEqual([
        { id: contact, Account_Name: { name: "Before", id: account } },
      ]);
      await crm.call("PUT", `/Accounts/${account}`, { data: [{ Account_Name: "After" }] });
      expect((await list()).body.data).toEqual([
        { id: contact, Account_Name: { name: "After", id: account } },
      ]);
    });

    it("never give subforms, and only the beginning of rich text", async () => {
      const id = await crm.add("Leads", {
        Last_Name: "Rich",
        Company: "ABC Inc.",
        Proposal: "x".repeat(700),
        Site_Visits: [{ Purpose: "Look" }],
      });
      const { body } = await crm.get(`/Leads?fields=Proposal,Site_Visits&ids=${id}`);
      expect(body.data).toEqual([{ id, Proposal: "x".repeat(500) }]);
      expect((await crm.read("Leads", id)).Proposal).toBe("x".repeat(700));
    });

    it("may be left out in v2, which gives everything", async () => {
      const { status, body } = await crm.get("v2:/Leads?per_page=1");
      expect(status).toBe(200);
      expect(body.data[0]).toHaveProperty("Company");
      expect(body.data[0]).toHaveProperty("$approval_state", "approved");
      const sorted = { sort_by: "id", sort_order: "desc" };
      expect(body.info).toEqual({ per_page: 1, count: 1, page: 1, more_records: true, ...sorted });
    });
  });

  describe("paging", () => {
    beforeAll(() => reset({ Leads: 2_450 }));

    it("gives 200 by default, newest id first, with the whole info block", async () => {
      const { body } = await crm.get("/Leads?fields=id");
      expect(body.data).toHaveLength(200);
      const ids = body.data.map(({ id }) => String(id));
      expect([...ids].sort().reverse()).toEqual(ids);
      expect(body.info).toEqual({
        call: false,
        per_page: 200,
        next_page_token: expect.stringMatching(/^[0-9a-f]+$/),
        count: 200,
        sort_by: "id",
        page: 1,
        previous_page_token: null,
        page_token_expiry: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
        sort_order: "desc",
        email: false,
        more_records: true,
      });
    });

    it.each(["0", "201", "x", "-1", "1.5"])("refuses per_page=%s", async (perPage) => {
      expect(await crm.get(`/Leads?fields=id&per_page=${perPage}`)).toMatchObject(
        error("INVALID_DATA", { param_name: "per_page" }),
      );
      expect(await crm.get(`v2:/Leads?per_page=${perPage}`)).toMatchObject(
        error("PATTERN_NOT_MATCHED", { param_name: "per_page" }),
      );
    });

    it("reads the first 2,000 by page, and no more", async () => {
      expect((await crm.get("/Leads?fields=id&page=10")).status).toBe(200);
      expect(await crm.get("/Leads?fields=id&page=11")).toMatchObject(
        error("DISCRETE_PAGINATION_LIMIT_EXCEEDED", { limit: 2000 }),
      );
      expect(await crm.get("/Leads?fields=id&page=21&per_page=100")).toMatchObject(
        error("DISCRETE_PAGINATION_LIMIT_EXCEEDED", { limit: 2000 }),
      );
      expect((await crm.get("v2:/Leads?page=13")).body.data).toHaveLength(50);
    });

    it.each(["id", "Created_Time", "Modified_Time"])(
      "page tokens by %s walk through every record once",
      async (sortBy) => {
        for (const order of ["asc", "desc"]) {
          const seen: Item[] = [];
          const path = `/Leads?fields=Modified_Time&sort_by=${sortBy}&sort_order=${order}`;
          let token: string | null = "";
          while (token !== null) {
            const { body } = await crm.get(path + (token && `&page_token=${token}`));
            seen.push(...body.data);
            token = body.info.next_page_token;
          }
          expect(new Set(seen.map(({ id }) => id)).size).toBe(2_450);
          expect(seen).toHaveLength(2_450);
          const keys = seen.map((row) => String(sortBy === "Modified_Time" ? row.Modified_Time : row.id));
          const sorted = [...keys].sort();
          expect(keys).toEqual(order === "asc" ? sorted : sorted.reverse());
        }
      },
    );

    it("the token of page 10 goes on where pages end, and leads back", async () => {
      const tenth = (await crm.get("/Leads?fields=id&page=10")).body;
      const eleventh = (await crm.get(`/Leads?fields=id&page_token=${tenth.info.next_page_token}`)).body;
      const all = (await crm.control("GET", "records/Leads")) as { data: { id: string }[] };
      const expected = all.data
        .map(({ id }) => id)
        .reverse()
        .slice(2_000, 2_200);
      expect(eleventh.data.map(({ id }) => id)).toEqual(expected);
      expect(eleventh.info.page).toBe(11);
    });

    it("does not skip or repeat when records are added or deleted between pages", async () => {
      const first = (await crm.get("/Leads?fields=id&per_page=100")).body;
      const added = await crm.add("Leads", { Last_Name: "Late", Company: "ABC Inc." });
      const gone = first.data[99]?.id;
      await crm.call("DELETE", `/Leads/${gone}`);
      const second = (await crm.get(`/Leads?fields=id&per_page=100&page_token=${first.info.next_page_token}`))
        .body;
      const all = (await crm.control("GET", "records/Leads")) as { data: { id: string }[] };
      const ids = all.data
        .map(({ id }) => id)
        .filter((id) => id < String(gone))
        .reverse();
      expect(second.data.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(second.data.map(({ id }) => id)).not.toContain(added);
    });

    it("binds a token to its parameters", async () => {
      const { body } = await crm.get("/Leads?fields=id&per_page=100");
      const token = body.info.next_page_token;
      const mismatch = error("TOKEN_BOUND_DATA_MISMATCH", { param_name: "page_token" });
      expect(await crm.get(`/Leads?fields=id&per_page=50&page_token=${token}`)).toMatchObject(mismatch);
      expect(await crm.get(`/Leads?fields=id,Email&per_page=100&page_token=${token}`)).toMatchObject(
        mismatch,
      );
      expect(await crm.get(`/Leads?fields=id&per_page=100&converted=both&page_token=${token}`)).toMatchObject(
        mismatch,
      );
      expect(await crm.get(`/Contacts?fields=id&per_page=100&page_token=${token}`)).toMatchObject(mismatch);
      expect(await crm.get("/Leads?fields=id&per_page=100&page_token=abc")).toMatchObject(mismatch);
      expect((await crm.get(`/Leads?per_page=100&page_token=${token}&fields=id`)).status).toBe(200);
    });

    it("lets a token expire after 24 hours", async () => {
      const path = `/Leads?fields=id&page_token=${(await crm.get("/Leads?fields=id")).body.info.next_page_token}`;
      await crm.control("POST", "clock", { advanceSeconds: 24 * 3600 - 60 });
      expect((await crm.get(path)).status).toBe(200);
      await crm.control("POST", "clock", { advanceSeconds: 120 });
      expect(await crm.get(path)).toMatchObject({
        status: 400,
        body: {
          code: "EXPIRED_VALUE",
          details: { api_name: "page_token", json_path: "$.query.page_token" },
          message: "Page token expired",
        },
      });
    });
  });

  it("page tokens end where Zoho ends them", async () => {
    await reset({ Leads: 1250 });
    await crm.control("POST", "limits", { pagedRecords: 1000 });
    let token = "";
    let rows = 0;
    for (;;) {
      const { status, body } = await crm.get(`/Leads?fields=id${token && `&page_token=${token}`}`);
      if (status !== 200) {
        expect({ status, body }).toMatchObject(error("PAGINATION_LIMIT_EXCEEDED", { limit: 1000 }));
        break;
      }
      rows += body.data.length;
      token = body.info.next_page_token ?? "";
      expect(token).not.toBe("");
    }
    expect(rows).toBe(1000);
  });

  describe("limits and order", () => {
    beforeAll(() => reset());
    const get: TestCrm["get"] = (path) => crm.get(path);

    it("refuses page with page_token, and cvid with sort_by", async () => {
      const ambiguity = (...names: string[]) =>
        error("AMBIGUITY_DURING_PROCESSING", {
          ambiguity_due_to: names.map((param_name) => ({ param_name })),
        });
      expect(await get("/Leads?fields=id&page=1&page_token=x")).toMatchObject(
        ambiguity("page", "page_token"),
      );
      expect(await get("/Leads?fields=id&cvid=1&sort_by=id")).toMatchObject(ambiguity("cvid", "sort_by"));
    });

    it("sorts by three fields only", async () => {
      expect(await get("/Leads?fields=id&sort_by=Last_Name")).toMatchObject(
        error("INVALID_DATA", {
          param_name: "sort_by",
          supported_values: ["id", "Created_Time", "Modified_Time"],
        }),
      );
      expect(await get("/Leads?fields=id&sort_order=up")).toMatchObject(
        error("INVALID_DATA", { param_name: "sort_order" }),
      );
    });

    it("gives 204 without a body when there is nothing", async () => {
      await crm.control("POST", "reset", { seed: 1, records: { Vendors: 0 } });
      const response = await fetch(`${crm.url}/crm/v8/Vendors?fields=id`, { headers: crm.authorization() });
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
    });

    it("knows its modules", async () => {
      expect(await get("/Nothing?fields=id")).toMatchObject(
        error("INVALID_MODULE", { resource_path_index: 0 }),
      );
      expect(await get("/Activities?fields=id")).toMatchObject({
        status: 400,
        body: { code: "INVALID_MODULE", message: "the given module is not supported in api" },
      });
      expect(await get("v9:/Leads?fields=id")).toMatchObject({
        status: 404,
        body: { code: "INVALID_URL_PATTERN" },
      });
    });

    it("needs the scope of the module; custom modules share one", async () => {
      const may = async (module: string, scope: string) =>
        (await crm.get(`/${module}?fields=id`, crm.authorization([scope]))).status;
      expect(await may("Leads", "ZohoCRM.modules.leads.READ")).toBe(200);
      expect(await may("Leads", "ZohoCRM.modules.contacts.READ")).toBe(401);
      expect(await may("Price_Books", "ZohoCRM.modules.pricebooks.READ")).toBe(200);
      expect(await may("Properties", "ZohoCRM.modules.custom.READ")).toBe(200);
    });
  });

  describe("what is listed", () => {
    beforeEach(() => reset());
    const headers = { "If-Modified-Since": "2099-01-01T00:00:00+05:30" };

    it("If-Modified-Since lists what was changed at that second or later, else 304", async () => {
      expect((await crm.get("/Leads?fields=id", headers)).status).toBe(304);
      const before = new Date(Math.floor(crm.world.clock.now() / 1000) * 1000 - 5_000)
        .toISOString()
        .slice(0, 19);
      const id = await crm.add("Leads", { Last_Name: "New", Company: "ABC Inc." });
      const later = await crm.get("/Leads?fields=id", { "If-Modified-Since": `${before}+00:00` });
      expect(later.body.data).toEqual([{ id }]);
      const { Modified_Time } = await crm.read("Leads", id);
      const since = async (text: string) =>
        (await crm.get("/Leads?fields=id", { "If-Modified-Since": text })).body;
      const same = new Date(String(Modified_Time));
      expect((await since(String(Modified_Time))).data).toEqual([{ id }]);
      expect((await since(same.toUTCString())).data).toEqual([{ id }]);
      expect(await since(new Date(same.getTime() + 1000).toUTCString())).toBeUndefined();
      expect(await crm.get("/Leads?fields=id", { "If-Modified-Since": "yesterday" })).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA" },
      });
    });

    it("ids lists those alone", async () => {
      const [one, two] = await column("/Leads?fields=id&per_page=2");
      expect(await column(`/Leads?fields=id&ids=${two},${one},5725767000000000001`)).toEqual([one, two]);
    });

    it("cvid lists a view", async () => {
      const views = (await crm.get("/settings/custom_views?module=Leads")).body.custom_views as Item[];
      const view = views.find(({ name }) => name === "Not Contacted Leads");
      const statuses = await column(`/Leads?fields=Lead_Status&cvid=${view?.id}`, "Lead_Status");
      expect(new Set(statuses)).toEqual(new Set(["Not Contacted"]));
      const mine = views.find(({ name }) => name === "My Leads");
      const owners = (await column(`/Leads?fields=Owner&cvid=${mine?.id}`, "Owner")) as Item[];
      expect(new Set(owners.map(({ id }) => id))).toEqual(new Set([crm.world.crm.currentUser.id]));
      expect(await crm.get("/Leads?fields=id&cvid=1")).toMatchObject(
        error("INVALID_DATA", { param_name: "cvid" }),
      );
    });

    it("converted leads are listed only when asked for", async () => {
      const id = await crm.add("Leads", { Last_Name: "Converted", Company: "ABC Inc." });
      const module = crm.world.crm.schema.get("Leads");
      const store = module && crm.world.crm.store(module);
      store?.put({ ...store.get(id), id, Converted__s: true });
      expect(await column("/Leads?fields=id")).not.toContain(id);
      expect(await column("/Leads?fields=Converted__s&converted=true")).toEqual([id]);
      expect(await column("/Leads?fields=id&converted=both")).toHaveLength(61);
      expect(await crm.get("/Leads?fields=id&converted=maybe")).toMatchObject(
        error("INVALID_DATA", { param_name: "converted" }),
      );
    });

    it("records in approval mode are listed only when asked for", async () => {
      const id = await crm.add("Leads", { Last_Name: "Form", Company: "ABC Inc.", $approved: false });
      expect(await column("/Leads?fields=id")).not.toContain(id);
      expect(await column("/Leads?fields=id,$approval_state&approved=false", "$approval_state")).toEqual([
        "approval_pending",
      ]);
      expect(await column("/Leads?fields=id&approved=both")).toContain(id);
    });
  });

  describe("costs", () => {
    beforeAll(() => reset());
    const creditsOf = async (path: string) => {
      await crm.control("DELETE", "ledger");
      await crm.get(path);
      return ((await crm.control("GET", "ledger")) as { credits: number }).credits;
    };

    it("a place among the ten for costly calls, with sort_by or cvid", async () => {
      const statuses = async (query: string) => {
        const calls = Array.from({ length: 11 }, () => crm.get(`/Leads?fields=id${query}`));
        return (await Promise.all(calls)).map(({ status }) => status).sort();
      };
      const ten = Array.from({ length: 10 }, () => 200);
      expect(await statuses("")).toEqual([...ten, 200]);
      expect(await statuses("&sort_by=id")).toEqual([...ten, 429]);
    });

    it("one credit, three with cvid", async () => {
      expect(await creditsOf("/Leads?fields=id")).toBe(1);
      expect(await creditsOf("/Leads?fields=id&cvid=1")).toBe(3);
    });
  });

  it("crm.records.count counts a module, a view and a search", async () => {
    await reset({ Leads: 30 });
    const count = async (query: string) => (await crm.get(`/Leads/actions/count?${query}`)).body.count;
    expect(await count("")).toBe(30);
    await crm.call("POST", "/Leads", { data: [{ Last_Name: "Unheard-Of", Company: "ABC Inc." }] });
    expect(await count("")).toBe(31);
    expect(await count("criteria=(Last_Name:equals:Unheard-Of)")).toBe(1);
  });
});
