import { type Item, startTestCrm, type TestCrm } from "../testing";

describe("what an administrator sets up", () => {
  let crm: TestCrm;
  beforeEach(async () => {
    crm = await startTestCrm();
  });
  afterEach(() => crm.close());

  const all = async (path: string, key: string): Promise<Item[]> => {
    const { status, body } = await crm.get(path);
    return status === 204 ? [] : (body[key] as Item[]);
  };
  const write = async (method: string, path: string, key: string, item: object) => {
    const { status, body } = await crm.call(method, path, { [key]: [item] });
    const result: Item = (body[key] as Item[] | undefined)?.[0] ?? { ...body };
    return { ...result, code: result.code, details: result.details as Item, httpStatus: status };
  };

  describe("variables", () => {
    const path = "/settings/variables";
    const variable = { api_name: "Region", name: "Region", type: "text", value: "eu" };
    const group = async () => {
      const [first] = await all("/settings/variable_groups", "variable_groups");
      return { id: first?.id };
    };
    const create = async (more: object = {}) =>
      write("POST", path, "variables", { ...variable, variable_group: await group(), ...more });

    it("crm.variables.create, crm.variables.update and crm.variables.delete change crm.variables.list", async () => {
      const made = await create();
      expect(made).toMatchObject({ httpStatus: 201, code: "SUCCESS", message: "variable added" });
      const { id } = made.details;
      expect(await write("PUT", `${path}/${id}`, "variables", { value: "us" })).toMatchObject({
        httpStatus: 200,
      });
      expect((await all(path, "variables")).find((each) => each.id === id)).toMatchObject({
        ...variable,
        value: "us",
        variable_group: { api_name: "General" },
      });
      expect(await crm.call("DELETE", `${path}/${id}`)).toMatchObject({ status: 200 });
      expect(await crm.call("DELETE", `${path}/${id}`)).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA" },
      });
    });

    it("crm.variableGroups.list names the groups, and crm.variableGroups.get one", async () => {
      const [first, ...others] = await all("/settings/variable_groups", "variable_groups");
      expect(others).toHaveLength(1);
      expect(await all(`/settings/variable_groups/${first?.id}`, "variable_groups")).toEqual([first]);
      expect(await crm.get("/settings/variable_groups/1")).toMatchObject({
        status: 400,
        body: { code: "INVALID_DATA", details: { resource_path_index: 2 }, message: "Invalid ID" },
      });
    });

    it.each([
      [{ api_name: undefined }, "MANDATORY_NOT_FOUND"],
      [{ api_name: "Last_Sync" }, "DUPLICATE_DATA"],
      [{ api_name: "4 seasons" }, "PATTERN_NOT_MATCHED"],
      [{ name: "x".repeat(51) }, "INVALID_DATA"],
      [{ type: "integer", value: "four" }, "INVALID_DATA"],
      [{ variable_group: { id: "1" } }, "INVALID_DATA"],
    ])("refuses a variable with %o", async (more, code) => {
      expect(await create(more)).toMatchObject({ httpStatus: 400, code });
    });

    it("needs the scope", async () => {
      const headers = crm.authorization(["ZohoCRM.settings.currencies.ALL"]);
      expect((await crm.get(path, headers)).status).toBe(401);
    });
  });

  describe("currencies", () => {
    const path = "/org/currencies";
    const idOf = async (code: string) =>
      (await all(path, "currencies")).find(({ iso_code }) => iso_code === code)?.id;

    it("crm.currencies.create and crm.currencies.update change crm.currencies.list", async () => {
      const yen = { iso_code: "JPY", exchange_rate: "150" };
      expect(await write("POST", path, "currencies", yen)).toMatchObject({
        httpStatus: 200,
        code: "SUCCESS",
      });
      const own = `${path}/${await idOf("JPY")}`;
      expect(await write("PUT", own, "currencies", { exchange_rate: "151.5" })).toMatchObject({
        code: "SUCCESS",
      });
      expect((await all(path, "currencies")).at(-1)).toMatchObject({ ...yen, exchange_rate: "151.5" });
    });

    it.each([
      [{ iso_code: "EUR", exchange_rate: "1" }, "DUPLICATE_DATA"],
      [{ iso_code: "GBP" }, "MANDATORY_NOT_FOUND"],
      [{ iso_code: "GBP", exchange_rate: 2 }, "INVALID_DATA"],
      [{ iso_code: "GBP", exchange_rate: "two" }, "INVALID_DATA"],
    ])("refuses the currency %o", async (item, code) => {
      expect(await write("POST", path, "currencies", item)).toMatchObject({ httpStatus: 400, code });
    });

    it("keeps the home currency in use", async () => {
      const home = `${path}/${await idOf("USD")}`;
      for (const change of [{ is_active: false }, { exchange_rate: "2" }]) {
        expect(await write("PUT", home, "currencies", change)).toMatchObject({ code: "NOT_ALLOWED" });
      }
    });

    it("crm.taxes.list gives the taxes with their rates", async () => {
      expect((await crm.get("/org/taxes")).body.org_taxes).toMatchObject({ taxes: [{ value: 5 }, {}] });
    });
  });

  describe("the recycle bin", () => {
    const path = "/settings/recycle_bin";
    const binned = async (name: string) => {
      const id = await crm.add("Leads", { Last_Name: name, Company: "Bin" });
      await crm.call("DELETE", `/Leads/${id}`);
      return id;
    };
    const ids = async () => (await all(path, "recycle_bin")).map(({ id }) => id);

    it("crm.recycleBin.list and crm.recycleBin.restoreMany: what is restored is in the bin no more", async () => {
      const [first, second] = [await binned("One"), await binned("Two")];
      expect((await ids()).sort()).toEqual([first, second].sort());
      const restore = await crm.call("POST", `${path}/actions/restore`, { ids: [first, "1"] });
      expect(restore).toMatchObject({
        status: 207,
        body: { recycle_bin: [{ code: "SUCCESS" }, { code: "INVALID_DATA" }] },
      });
      expect(await ids()).toEqual([second]);
      expect(await crm.read("Leads", first)).toMatchObject({ Last_Name: "One" });
    });

    it.each([
      [{}, "EXPECTED_FIELD_MISSING"],
      [{ ids: ["1"], restore_all_records: true }, "AMBIGUITY_DURING_PROCESSING"],
      [{ ids: Array.from({ length: 201 }, String) }, "LIMIT_EXCEEDED"],
    ])("restores by one way at a time, and 200 at most: %j", async (body, code) => {
      const refusal = await crm.call("POST", `${path}/actions/restore`, body);
      expect(refusal).toMatchObject({ status: 400, body: { code } });
    });

    it("restores everything by a job, and says so once", async () => {
      await Promise.all([binned("One"), binned("Two")]);
      expect(await crm.call("POST", `${path}/actions/restore`, { restore_all_records: true })).toMatchObject({
        status: 202,
        body: { recycle_bin: [{ code: "SCHEDULED", details: {}, status: "success" }] },
      });
      expect(await ids()).toEqual([]);
    });

    it("crm.recycleBin.delete and crm.recycleBin.empty: what is gone is gone for good", async () => {
      const [first, second] = [await binned("One"), await binned("Two")];
      expect((await crm.call("DELETE", `${path}/${first}`)).body.recycle_bin).toMatchObject([
        { code: "SUCCESS", message: "Deleted permanently" },
      ]);
      expect((await crm.call("DELETE", `${path}/${first}`)).status).toBe(400);
      expect((await crm.call("POST", `${path}/actions/empty`)).body.code).toBe("SUCCESS");
      expect(await ids()).toEqual([]);
      expect((await crm.call("POST", `${path}/${second}/actions/restore`)).status).toBe(400);
      expect((await crm.get("/Leads/deleted?type=permanent")).body.data).toHaveLength(2);
    });
  });

  describe("users", () => {
    const first = async (key: string) => ({ id: (await all(`/settings/${key}`, key))[0]?.id });
    const user = async (more: object = {}) => ({
      last_name: "New",
      email: "new@zylker.example",
      role: await first("roles"),
      profile: await first("profiles"),
      ...more,
    });
    const users = (type: string) => all(`/users?type=${type}`, "users");

    it("crm.users.create invites a user, crm.users.update and crm.users.delete change it", async () => {
      const made = await write("POST", "/users", "users", await user());
      expect(made).toMatchObject({ httpStatus: 201, message: "User added" });
      const path = `/users/${made.details.id}`;
      expect(await write("PUT", path, "users", { last_name: "Newer", status: "inactive" })).toMatchObject({
        code: "SUCCESS",
      });
      expect((await all(path, "users"))[0]).toMatchObject({ last_name: "Newer", status: "disabled" });
      expect((await crm.call("DELETE", path)).status).toBe(200);
      expect((await crm.call("DELETE", path)).body.users).toMatchObject([{ code: "ID_ALREADY_DELETED" }]);
    });

    it.each([
      [{ email: "jane.doe@zylker.example" }, "DUPLICATE_DATA"],
      [{ email: undefined }, "MANDATORY_NOT_FOUND"],
      [{ role: { id: "1" } }, "INVALID_DATA"],
      [{ email: "nobody" }, "INVALID_DATA"],
    ])("refuses a user with %o", async (more, code) => {
      expect(await write("POST", "/users", "users", await user(more))).toMatchObject({ code });
    });

    it("has ten licenses", async () => {
      const free = 10 - (await users("ActiveUsers")).length;
      for (let index = 0; index < free; index += 1) {
        await write("POST", "/users", "users", await user({ email: `${index}@zylker.example` }));
      }
      expect(await write("POST", "/users", "users", await user())).toMatchObject({
        code: "LICENSE_LIMIT_EXCEEDED",
      });
    });

    it("keeps the primary contact, and the address of who has confirmed it", async () => {
      const [own] = await users("CurrentUser");
      const path = `/users/${own?.id}`;
      expect((await crm.call("DELETE", path)).body.users).toMatchObject([{ code: "INVALID_REQUEST" }]);
      expect(await write("PUT", path, "users", { status: "inactive" })).toMatchObject({
        code: "INVALID_REQUEST",
      });
      expect(await write("PUT", path, "users", { email: "other@zylker.example" })).toMatchObject({
        code: "EMAIL_UPDATE_NOT_ALOWED",
      });
    });
  });

  it("crm.territories.list, crm.territories.assign and crm.territories.remove: records are in territories", async () => {
    const [territory] = await all("/settings/territories", "territories");
    const id = await crm.add("Leads", { Last_Name: "Near", Company: "Home" });
    const send = (verb: string, data: object[], module = "Leads") =>
      crm.call("POST", `/${module}/actions/${verb}_territories`, { data });
    const Territories = [{ id: territory?.id }];
    expect(await send("assign", [{ id, Territories }])).toMatchObject({
      status: 202,
      body: { data: [{ code: "SCHEDULED", details: { id } }] },
    });
    expect(await send("remove", [{ id, Territories }])).toMatchObject({ status: 202 });
    for (const item of [{ id }, { id: "1", Territories }, { id, Territories: [{ id: "1" }] }]) {
      expect((await send("assign", [item])).status).toBe(400);
    }
    expect((await send("assign", [{ id, Territories }], "Cases")).body.code).toBe("NOT_SUPPORTED");
  });

  describe("groups", () => {
    it("crm.userGroups.list, crm.userGroups.create and crm.userGroups.delete", async () => {
      const path = "/settings/user_groups";
      const [own] = await all("/users?type=CurrentUser", "users");
      const sources = [{ type: "users", source: { id: own?.id } }];
      const made = await write("POST", path, "user_groups", { name: "Night", sources });
      expect(made).toMatchObject({ httpStatus: 201 });
      expect(await write("POST", path, "user_groups", { name: "Night", sources })).toMatchObject({
        code: "DUPLICATE_DATA",
      });
      const wrong = { name: "Day", sources: [{ type: "users", source: { id: "1" } }] };
      expect(await write("POST", path, "user_groups", wrong)).toMatchObject({ code: "INVALID_DATA" });
      expect((await crm.call("DELETE", `${path}/${made.details.id}`)).status).toBe(200);
      expect(await all(path, "user_groups")).toHaveLength(2);
    });

    it("crm.contactRoles.list, crm.contactRoles.create, crm.contactRoles.update, crm.contactRoles.delete; one role stays", async () => {
      const path = "/contacts/roles";
      const made = await write("POST", path, "contact_roles", { name: "Buyer", sequence_number: 4 });
      await write("PUT", `${path}/${made.details.id}`, "contact_roles", { name: "Champion" });
      const roles = await all(path, "contact_roles");
      expect(roles.map(({ name }) => name)).toContain("Champion");
      const statuses = [];
      for (const { id } of roles) statuses.push((await crm.call("DELETE", `${path}/${id}`)).status);
      expect(statuses).toEqual([200, 200, 200, 400]);
      const [last] = await all(path, "contact_roles");
      expect((await crm.call("DELETE", `${path}/${last?.id}`)).body.contact_roles).toMatchObject([
        { code: "LOWER_LIMIT_REACHED", details: { limit: 1, id: last?.id } },
      ]);
      expect((await crm.call("DELETE", `${path}/1`)).body.contact_roles).toMatchObject([
        { code: "INVALID_DATA", details: { id: "1" } },
      ]);
    });
  });

  it.each([
    ["crm.emailTemplates.list", "/settings/email_templates?module=Leads", "email_templates", 1],
    ["crm.inventoryTemplates.list", "/settings/inventory_templates", "inventory_templates", 2],
    ["crm.globalPicklists.list", "/settings/global_picklists", "global_picklists", 1],
    ["crm.holidays.list", "/settings/holidays?year=2026", "holidays", 2],
    ["crm.features.list", "/__features", "__features", 2],
  ])("%s gives what is set up", async (_, path, key, count) => {
    expect(await all(path, key)).toHaveLength(count);
  });

  const automation = (list: string) => `/settings/automation/${list}`;
  const wrongParam = "The value provided to the param is Invalid";
  const wrongOrder = "Please check whether the input values are correct";
  it.each([
    ["/settings/email_templates", "INVALID_DATA", "Module not found or not allowed"],
    ["/settings/inventory_templates", "INVALID_DATA", "The module name provided is invalid."],
    [automation("cadences"), "INVALID_DATA", "the given module doesn't exist"],
    ...["workflow_rules", "webhooks", "field_updates", "tasks"].map((list) => [
      automation(list),
      "INVALID_MODULE",
      wrongParam,
    ]),
  ])("%s says no to a module that is not there", async (path, code, message) => {
    expect(await crm.get(`${path}?module=Nowhere`)).toMatchObject({
      status: 400,
      body: { code, details: { param_name: "module" }, message, status: "error" },
    });
    expect((await crm.get(`${path}?module=Contacts`)).status).toBe(204);
  });

  it.each([
    ["/settings/email_templates", "PATTERN_NOT_MATCHED", wrongOrder],
    ["/settings/inventory_templates", "PATTERN_NOT_MATCHED", wrongOrder],
    ...["workflow_rules", "webhooks", "field_updates", "tasks"].map((list) => [
      automation(list),
      "INVALID_DATA",
      wrongParam,
    ]),
  ])("%s says no to an order that is none", async (path, code, message) => {
    expect(await crm.get(`${path}?sort_order=up`)).toMatchObject({
      status: 400,
      body: { code, details: { param_name: "sort_order" }, message, status: "error" },
    });
    for (const order of ["asc", "desc"])
      expect((await crm.get(`${path}?sort_order=${order}`)).status).toBe(200);
  });

  it("crm.features.list says no to a module that is not there, and its features have no ids", async () => {
    expect((await crm.get("/__features?module=Nowhere")).body).toMatchObject({
      code: "INVALID_MODULE",
      details: {},
    });
    for (const feature of await all("/__features", "__features")) expect(feature).not.toHaveProperty("id");
  });

  it("crm.holidays.list gives those of a year and a type, and an empty list as one", async () => {
    const path = "/settings/holidays";
    expect((await crm.get(`${path}?year=2001`)).body).toEqual({ holidays: [] });
    expect((await crm.get(`${path}?type=shift_holiday`)).body).toEqual({ holidays: [] });
    expect(await crm.get(`${path}?type=feast`)).toMatchObject({
      status: 400,
      body: { code: "PATTERN_NOT_MATCHED", details: { param_name: "type" } },
    });
  });

  it("crm.businessHours.get and crm.fiscalYear.get give one each", async () => {
    expect((await crm.get("/settings/business_hours")).body.business_hours).toMatchObject({ type: "custom" });
    expect((await crm.get("/settings/fiscal_year")).body.fiscal_year).toMatchObject({ start_month: "APRIL" });
  });

  describe("cadences", () => {
    it("crm.cadences.list, crm.cadences.enroll and crm.cadences.unenroll", async () => {
      const [active, other] = await all("/settings/automation/cadences?module=Leads", "cadences");
      const id = await crm.add("Leads", { Last_Name: "Keen", Company: "Home" });
      const send = (verb: string, cadence: unknown, ids: string[], module = "Leads") =>
        crm.call("POST", `/${module}/actions/${verb}_cadences`, { cadences_ids: [cadence], ids });
      expect((await send("enrol_in", active?.id, [id, "1"])).body.data).toMatchObject([
        { code: "SUCCESS", details: { cadences: [{ name: "New Leads" }] } },
        { code: "INVALID_DATA" },
      ]);
      expect((await send("unenrol_from", active?.id, [id])).status).toBe(200);
      expect((await send("unenrol_from", active?.id, [id])).status).toBe(400);
      expect((await send("enrol_in", other?.id, [id])).body).toMatchObject({
        code: "NOT_ALLOWED",
        details: { api_name: "cadences_id", json_path: "$.cadences_id[0]" },
        message: "id given is not manual enrollment cadence",
      });
      const aText = { cadences_ids: [active?.id], ids: id };
      expect((await crm.call("POST", "/Leads/actions/enrol_in_cadences", aText)).body).toMatchObject({
        code: "INVALID_DATA",
        details: { expected_data_type: "jsonarray", api_name: "ids", json_path: "$.ids" },
        message: "Record ids not found",
      });
      expect((await send("enrol_in", active?.id, [id], "Contacts")).body.code).toBe("INVALID_DATA");
      expect((await send("enrol_in", active?.id, [])).body.code).toBe("MANDATORY_NOT_FOUND");
      const many = await send("enrol_in", active?.id, Array(101).fill(id));
      expect(many.body).toMatchObject({ code: "LIMIT_EXCEEDED", details: { limit: 100 } });
    });
  });

  it("crm.functions.execute runs a function with its arguments, and says when there is none", async () => {
    const run = (name: string, query: string) =>
      crm.call("POST", `/functions/${name}/actions/execute?${query}`);
    const given = encodeURIComponent('{"name":"Ada"}');
    expect((await run("greet", `auth_type=oauth&arguments=${given}`)).body.details.output).toBe("Hello Ada");
    expect((await run("nothing", "auth_type=oauth")).status).toBe(400);
    expect((await run("greet", "auth_type=apikey")).status).toBe(401);
  });
});
