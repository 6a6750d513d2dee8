import { objectsOf } from "../objects";
import { type Item, startTestCrm, type TestCrm } from "../testing";

let crm: TestCrm;
beforeEach(async () => {
  crm = await startTestCrm();
});
afterEach(() => crm.close());

const list = async (path: string, key: string): Promise<Item[]> => {
  const { status, body } = await crm.get(path);
  return status === 204 ? [] : (body[key] as Item[]);
};
const idsOf = async (path: string, key: string): Promise<string[]> =>
  (await list(path, key)).map(({ id }) => String(id));
/** The one result of a write, or its refusal as a whole. */
const write = async (method: string, path: string, key: string, item?: object) => {
  const { status, body } = await crm.call(method, path, item && { [key]: [item] });
  const result = (body?.[key] as Item[] | undefined)?.[0] ?? body;
  return { httpStatus: status, ...(result as Item & { code: string; details: Item & { id: string } }) };
};
const codes = (method: string, path: string, key: string, items: object) =>
  crm.call(method, path, { [key]: items }).then(({ body }) => (body[key] as Item[]).map(({ code }) => code));

describe("territories", () => {
  const [path, key] = ["/settings/territories", "territories"];

  /** As stored: no field of a record shows them. */
  const territoriesOf = async (id: string) =>
    ((await crm.control("GET", "records/Leads")) as { data: Item[] }).data.find((lead) => lead.id === id)
      ?.Territories;

  it("crm.territories.create, crm.territories.get, crm.territories.update, crm.territories.updateMany and crm.territories.delete change crm.territories.list", async () => {
    const [parent] = await idsOf(path, key);
    const north = { name: "North", reporting_to: { id: parent }, permission_type: "read_only" };
    const { details } = await write("POST", path, key, north);
    expect(await list(`${path}/${details.id}`, key)).toMatchObject([{ reporting_to: { name: "Europe" } }]);
    expect(await idsOf(`${path}/${parent}/__child_territories`, key)).toEqual([details.id]);
    expect(await write("PUT", `${path}/${details.id}`, key, { description: "Cold" })).toMatchObject({
      code: "SUCCESS",
    });
    const many = [{ id: details.id, name: "Far North" }, { id: "1" }, {}];
    expect(await codes("PUT", path, key, many)).toEqual(["SUCCESS", "INVALID_DATA", "MANDATORY_NOT_FOUND"]);
    expect(await write("DELETE", `${path}/${details.id}`, key)).toMatchObject({ code: "SUCCESS" });
    expect((await crm.get(`${path}/${details.id}`)).status).toBe(204);
  });

  it.each([
    [{ name: undefined }, "MANDATORY_NOT_FOUND"],
    [{ name: "Europe" }, "DUPLICATE_DATA"],
    [{ name: "North!" }, "INVALID_DATA"],
    [{ reporting_to: { id: "1" } }, "INVALID_DATA"],
    [{ permission_type: "all" }, "INVALID_DATA"],
  ])("refuses a territory with %o", async (more, code) => {
    const [parent] = await idsOf(path, key);
    const north = { name: "North", reporting_to: { id: parent }, permission_type: "read_only", ...more };
    expect(await write("POST", path, key, north)).toMatchObject({ httpStatus: 400, code });
  });

  it("crm.territories.deleteMany refuses one that others report to, that has records, or that is the last", async () => {
    const [europe = "", asia = ""] = await idsOf(path, key);
    const north = { name: "North", reporting_to: { id: europe }, permission_type: "read_only" };
    const { details } = await write("POST", path, key, north);
    const lead = await crm.add("Leads", { Last_Name: "A", Company: "B" });
    await crm.call("POST", `/Leads/${lead}/actions/assign_territories`, {
      data: [{ Territories: [{ id: asia }] }],
    });
    const removal = await crm.call("DELETE", `${path}?ids=${europe},${asia},1`);
    expect((removal.body[key] as Item[]).map(({ code }) => code)).toEqual([
      "NOT_ALLOWED",
      "NOT_ALLOWED",
      "INVALID_DATA",
    ]);
    // crm.territories.transfer gives both away.
    const to = (id: string, transfer_to_id: string) => ({ id, transfer_to_id });
    expect(
      await write("POST", `${path}/${asia}/actions/transfer_and_delete`, key, to(asia, europe)),
    ).toMatchObject({ code: "SUCCESS" });
    expect(await territoriesOf(lead)).toMatchObject([{ id: europe }]);
    expect(await codes("POST", `${path}/actions/transfer_and_delete`, key, [to(europe, europe)])).toEqual([
      "INVALID_DATA",
    ]);
    // crm.territories.transferMany does the same by a body.
    const north_ = to(europe, details.id);
    expect(await codes("POST", `${path}/actions/transfer_and_delete`, key, [north_])).toEqual(["SUCCESS"]);
    expect(await write("DELETE", `${path}/${details.id}`, key)).toMatchObject({ code: "NOT_ALLOWED" });
    // crm.territories.removeOne takes the record out.
    await crm.call("POST", `/Leads/${lead}/actions/remove_territories`, {
      data: [{ Territories: [{ id: details.id }] }],
    });
    expect(await territoriesOf(lead)).toEqual([]);
  });

  it("crm.territories.children gives none where none report, and crm.territories.assignOne knows its record", async () => {
    const [europe] = await idsOf(path, key);
    expect((await crm.get(`${path}/${europe}/__child_territories`)).status).toBe(204);
    const data = [{ Territories: [{ id: europe }] }];
    expect((await crm.call("POST", "/Leads/1/actions/assign_territories", { data })).status).toBe(400);
  });

  it("crm.territoryUsers.add and crm.territoryUsers.remove change crm.territoryUsers.list and its counts", async () => {
    const [europe = ""] = await idsOf(path, key);
    const [user = "", other = ""] = await idsOf("/users?type=ActiveUsers", "users");
    const users = `${path}/${europe}/users`;
    expect(await codes("PUT", users, "users", [{ id: user }, { id: "1" }])).toEqual([
      "SUCCESS",
      "INVALID_DATA",
    ]);
    // crm.territoryUsers.addOne, crm.territoryUsers.get and crm.territoryUsers.removeOne are about one.
    await crm.call("PUT", `${users}/${other}`);
    expect(await idsOf(`${users}/${other}`, "users")).toEqual([other]);
    expect(await idsOf(users, "users")).toHaveLength(3);
    await crm.call("DELETE", `${users}/${other}`);
    expect((await crm.call("DELETE", `${users}?ids=${user},${user}`)).status).toBe(207);
    // crm.territoryUsers.counts
    expect(await list(`${path}/actions/associated_users_count`, "associated_users_count")).toMatchObject([
      { count: "1", territory: { name: "Europe" } },
      { count: "0" },
    ]);
    expect((await crm.call("PUT", `${path}/1/users`, { users: [{ id: user }] })).status).toBe(400);
  });
});

describe("people", () => {
  it("crm.users.count counts by type", async () => {
    const count = async (type: string) => (await crm.get(`/users/actions/count?type=${type}`)).body.count;
    expect(await count("DeletedUsers")).toBe(1);
    expect(await count("AdminUsers")).toBe(2);
    expect((await crm.get("/users/actions/count?type=Nobody")).status).toBe(400);
  });

  it("crm.users.transfer gives the records of a user away, and crm.users.transferAndDelete the user too", async () => {
    const users = await idsOf("/users?type=ActiveConfirmedUsers", "users");
    const [, , leaving, heir = ""] = users;
    const lead = await crm.add("Leads", { Last_Name: "A", Company: "B", Owner: { id: leaving } });
    const body = { move_subordinate: { id: heir }, transfer: { id: heir, records: true } };
    const { details } = await write("POST", `/users/${leaving}/actions/transfer`, "transfer", body);
    // crm.users.transferStatus moves on by being asked.
    const status = () => list(`/users/actions/transfer?job_id=${details.job_id}`, "transfer");
    expect([await status(), await status(), await status()]).toEqual([
      [{ status: "in_progress" }],
      [{ status: "in_progress" }],
      [{ status: "completed" }],
    ]);
    expect((await crm.read("Leads", lead)).Owner).toMatchObject({ id: heir });
    // crm.users.validateBeforeTransfer tells of what else is the user's.
    const told = await list(`/users/${leaving}/actions/validate_before_transfer`, "validate_before_transfer");
    expect(told).toMatchObject([{ id: leaving, assignment: true }]);
    const key = "transfer_and_delete";
    const gone = await write("POST", `/users/actions/${key}`, key, { id: leaving, ...body });
    // crm.users.transferAndDeleteNamed names the user in the body; crm.users.transferAndDeleteStatus tells of
    // it.
    for (let asked = 0; asked < 3; asked += 1)
      await list(`/users/actions/${key}?job_id=${gone.details.job_id}`, key);
    expect(await idsOf("/users?type=DeletedUsers", "users")).toContain(leaving);
    expect((await crm.get("/users/actions/transfer")).body.code).toBe("REQUIRED_PARAM_MISSING");
  });

  it.each([
    [{}, "EXPECTED_FIELD_MISSING"],
    [{ move_subordinate: { id: "1" }, transfer: { id: "1", records: true } }, "INVALID_DATA"],
    [{ transfer: { records: false } }, "EXPECTED_FIELD_MISSING"],
  ])("refuses a transfer of %o", async (more, code) => {
    const [, , leaving, heir] = await idsOf("/users?type=ActiveConfirmedUsers", "users");
    const given = Object.entries({ move_subordinate: { id: heir }, ...more });
    const body = Object.fromEntries(given.map(([name, value]) => [name, { id: heir, ...(value as object) }]));
    const whole = Object.keys(more).length === 0 ? {} : body;
    const refused = await write(
      "POST",
      `/users/${leaving}/actions/transfer_and_delete`,
      "transfer_and_delete",
      whole,
    );
    expect(refused).toMatchObject({ httpStatus: 400, code });
  });

  it("keeps the last administrator and the primary contact", async () => {
    const admins = await list("/users?type=AdminUsers", "users");
    const [first, second] = admins.map(({ id }) => id);
    const [, standard] = await idsOf("/settings/profiles", "profiles");
    const demote = (id: unknown) => write("PUT", `/users/${id}`, "users", { profile: { id: standard } });
    expect(await demote(second)).toMatchObject({ code: "SUCCESS" });
    expect(await demote(first)).toMatchObject({
      httpStatus: 400,
      code: "INVALID_REQUEST",
      message: "You can't perform this action over logged in user",
    });
    // crm.users.updateMany names them in the body.
    expect(await codes("PUT", "/users", "users", [{ id: first, status: "inactive" }])).toEqual([
      "INVALID_REQUEST",
    ]);
    expect(await codes("PUT", "/users", "users", [{ id: "1" }])).toEqual(["INVALID_DATA"]);
    const body = { move_subordinate: { id: second }, transfer: { id: second, records: true } };
    expect(
      await write("POST", `/users/${first}/actions/transfer_and_delete`, "transfer_and_delete", body),
    ).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("crm.roles.create, crm.roles.update, crm.roles.updateMany and crm.roles.delete change the roles", async () => {
    const [path, key] = ["/settings/roles", "roles"];
    const [ceo, manager, seller] = await idsOf(path, key);
    const { details } = await write("POST", path, key, { name: "Night Manager", reporting_to: { id: ceo } });
    expect(await write("PUT", `${path}/${details.id}`, key, { name: "Owl" })).toMatchObject({
      code: "SUCCESS",
    });
    expect(await codes("PUT", path, key, [{ id: details.id, name: "Night Owl" }])).toEqual(["SUCCESS"]);
    expect(await write("POST", path, key, { name: "CEO", reporting_to: { id: ceo } })).toMatchObject({
      code: "DUPLICATE_DATA",
    });
    expect(await write("PUT", `${path}/${manager}`, key, { reporting_to: { id: seller } })).toMatchObject({
      code: "INVALID_DATA",
    });
    const remove = (to: unknown) => crm.call("DELETE", `${path}/${manager}?transfer_to_id=${to}`);
    expect((await remove(seller)).body.details).toMatchObject({ role_status: "subordinate" });
    expect((await remove(manager)).body.details).toMatchObject({ role_status: "same_role" });
    expect((await crm.call("DELETE", `${path}/${manager}`)).body.code).toBe("REQUIRED_PARAM_MISSING");
    expect((await remove(details.id)).status).toBe(200);
    expect(await list(`${path}/${seller}`, key)).toMatchObject([{ reporting_to: { name: "Night Owl" } }]);
  });

  it("crm.userGroups.update and crm.userGroups.delete: a group that records are shared with goes by a job", async () => {
    const [path, key] = ["/settings/user_groups", "user_groups"];
    const [group = ""] = await idsOf(path, key);
    const [user = ""] = await idsOf("/users?type=ActiveUsers", "users");
    const sources = [{ type: "users", source: { id: user } }];
    expect(await write("PUT", `${path}/${group}`, key, { name: "Day Shift", sources })).toMatchObject({
      code: "SUCCESS",
    });
    // crm.userGroups.get, crm.userGroups.sources, crm.userGroups.counts, crm.userGroups.userCounts and
    // crm.userGroups.ofUser tell of it.
    expect(await list(`${path}/${group}`, key)).toMatchObject([{ name: "Day Shift" }]);
    expect(await list(`${path}/${group}/sources`, "sources")).toMatchObject(sources);
    expect(await list(`${path}/${group}/actions/sources_count`, "sources_count")).toMatchObject([
      { users: { active: 1 } },
    ]);
    expect(await list(`${path}/actions/associated_users_count`, "associated_users_count")).toMatchObject([
      { count: 1 },
      { count: 0 },
    ]);
    expect(await idsOf(`/users/${user}/actions/associated_groups`, key)).toEqual([group]);
    const lead = await crm.add("Leads", { Last_Name: "A", Company: "B" });
    const shared_with = { type: "groups", id: group };
    const share = [{ type: "private", permission: "read_only", shared_with }];
    expect((await crm.call("POST", `/Leads/${lead}/actions/share`, { share })).status).toBe(201);
    // crm.userGroups.associations
    expect(await list(`${path}/${group}/actions/associations`, "associations")).toMatchObject([
      { resource: { id: lead }, details: { module: { api_name: "Leads" } } },
    ]);
    expect((await crm.call("DELETE", `${path}/${group}`)).body.user_groups).toMatchObject([
      { code: "SCHEDULED" },
    ]);
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect((await crm.get(`${path}/${group}/sources`)).status).toBe(400);
  });

  it("crm.contactsRoles.list, crm.contactsRoles.get, crm.contactsRoles.create, crm.contactsRoles.update, crm.contactsRoles.updateMany, crm.contactsRoles.delete and crm.contactsRoles.deleteMany are the same by the name of the module", async () => {
    const [path, key] = ["/Contacts/roles", "contact_roles"];
    const { details } = await write("POST", path, key, { name: "Champion", sequence_number: 4 });
    expect(await write("PUT", `${path}/${details.id}`, key, { name: "Sponsor" })).toMatchObject({
      code: "SUCCESS",
    });
    expect(await list(`/contacts/roles/${details.id}`, key)).toMatchObject([{ name: "Sponsor" }]);
    expect(await write("DELETE", `${path}/${details.id}`, key)).toMatchObject({ code: "SUCCESS" });
  });

  it("crm.contactRoles.get, crm.contactRoles.updateMany and crm.contactRoles.deleteMany leave one", async () => {
    const [path, key] = ["/contacts/roles", "contact_roles"];
    const ids = await idsOf(path, key);
    expect(await codes("PUT", path, key, [{ id: ids[0], name: "Champion", sequence_number: 1 }])).toEqual([
      "SUCCESS",
    ]);
    expect(await list(`${path}/${ids[0]}`, key)).toMatchObject([{ name: "Champion" }]);
    const { body } = await crm.call("DELETE", `${path}?ids=${ids.join(",")}`);
    expect((body[key] as Item[]).map(({ code }) => code)).toEqual([
      "SUCCESS",
      "SUCCESS",
      "LOWER_LIMIT_REACHED",
    ]);
  });
});

describe("money and tags", () => {
  it("crm.taxes.update adds, changes and removes, all of it or nothing", async () => {
    const taxes = async () => ((await crm.get("/org/taxes")).body.org_taxes as { taxes: Item[] }).taxes;
    const put = (changes: object[]) => crm.call("PUT", "/org/taxes", { org_taxes: { taxes: changes } });
    const [sales] = await taxes();
    const added = await put([
      { name: "City", value: 1 },
      { id: sales?.id, value: 6 },
    ]);
    expect(added.body.org_taxes).toMatchObject({ code: "SUCCESS", message: "tax updated" });
    expect((await taxes()).map(({ name, value }) => [name, value])).toEqual([
      ["Sales Tax", 6],
      ["Vat", 12.5],
      ["City", 1],
    ]);
    const refused = [
      [{ name: "Vat", value: 1 }],
      [{ value: 1 }],
      [{ name: "X", value: 101 }],
      [{ id: "1" }],
      [],
    ];
    const before = await taxes();
    for (const changes of refused) expect((await put([...changes, ...changes])).status).toBe(400);
    expect(await taxes()).toEqual(before);
    await put([{ id: sales?.id, _delete: true }]);
    // crm.taxes.get gives one.
    expect((await crm.get(`/org/taxes/${sales?.id}`)).status).toBe(204);
  });

  it("crm.currencies.get and crm.currencies.updateMany are about one and several", async () => {
    const [path, key] = ["/org/currencies", "currencies"];
    const [, euro] = await idsOf(path, key);
    expect(await codes("PUT", path, key, [{ id: euro, exchange_rate: "0.9" }])).toEqual(["SUCCESS"]);
    expect(await list(`${path}/${euro}`, key)).toMatchObject([{ exchange_rate: "0.9" }]);
  });

  it("crm.tags.update and crm.tags.updateMany change tags on the records that have them", async () => {
    const lead = await crm.add("Leads", { Last_Name: "A", Company: "B", Tag: [{ name: "Fair" }] });
    await write("POST", "/settings/tags?module=Leads", "tags", { name: "Other" });
    const [tag] = (await list("/settings/tags?module=Leads", "tags")).filter(({ name }) => name === "Fair");
    const path = `/settings/tags/${tag?.id}?module=Leads`;
    expect(await write("PUT", path, "tags", { name: "Trade Fair" })).toMatchObject({ code: "SUCCESS" });
    expect((await crm.read("Leads", lead)).Tag).toMatchObject([{ name: "Trade Fair" }]);
    const many = [
      { id: tag?.id, name: "Other" },
      { id: "1", name: "X" },
    ];
    expect(await codes("PUT", "/settings/tags?module=Leads", "tags", many)).toEqual([
      "DUPLICATE_DATA",
      "INVALID_DATA",
    ]);
    expect((await crm.call("PUT", "/settings/tags?module=Leads", {})).status).toBe(400);
  });
});

describe("fields, modules, pipelines and picklists", () => {
  const fields = "/settings/fields";
  const field = {
    field_label: "Order Kind",
    data_type: "picklist",
    pick_list_values: [{ display_value: "New" }],
  };

  it("crm.fields.create adds a field that records take, crm.fields.delete takes it from them", async () => {
    const { details } = await write("POST", `${fields}?module=Leads`, "fields", field);
    const lead = await crm.add("Leads", { Last_Name: "A", Company: "B", Order_Kind: "New" });
    expect((await crm.read("Leads", lead)).Order_Kind).toBe("New");
    const query = { select_query: `select Order_Kind from Leads where id = ${lead}` };
    expect((await crm.call("POST", "/coql", query)).body.data).toMatchObject([{ Order_Kind: "New" }]);
    // crm.fields.update and crm.fields.updateMany
    const own = `${fields}/${details.id}?module=Leads`;
    const values = [{ display_value: "Used", actual_value: "Used" }];
    expect(
      await write("PATCH", own, "fields", { field_label: "Kind", pick_list_values: values }),
    ).toMatchObject({
      code: "SUCCESS",
    });
    expect(await codes("PATCH", `${fields}?module=Leads`, "fields", [{ id: "1" }])).toEqual(["INVALID_DATA"]);
    expect(await list(own, "fields")).toMatchObject([{ field_label: "Kind", api_name: "Order_Kind" }]);
    expect((await crm.call("DELETE", own)).status).toBe(200);
    expect(await crm.read("Leads", lead)).not.toHaveProperty("Order_Kind");
    expect((await crm.call("DELETE", own)).status).toBe(400);
  });

  it.each([
    [{ field_label: undefined }, "MANDATORY_NOT_FOUND"],
    [{ field_label: "x".repeat(26) }, "INVALID_DATA"],
    [{ data_type: "subform" }, "INVALID_DATA"],
    [{ field_label: "Last Name" }, "DUPLICATE_DATA"],
    [{ pick_list_values: [] }, "DEPENDENT_FIELD_MISSING"],
    [{ data_type: "lookup", lookup: { module: { api_name: "Nowhere" } } }, "INVALID_DATA"],
  ])("refuses a field with %o", async (more, code) => {
    expect(await write("POST", `${fields}?module=Leads`, "fields", { ...field, ...more })).toMatchObject({
      httpStatus: 400,
      code,
    });
  });

  it("takes five fields at a time, and no default field away", async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ ...field, field_label: `Kind ${index}` }));
    const { body } = await crm.call("POST", `${fields}?module=Leads`, { fields: many });
    expect(body).toMatchObject({ code: "LIMIT_EXCEEDED", details: { limit: 5 } });
    const [first] = await list(`${fields}?module=Leads`, "fields");
    expect((await crm.call("DELETE", `${fields}/${first?.id}?module=Leads`)).status).toBe(400);
  });

  it("crm.modules.create adds a module that takes records, crm.modules.update renames it", async () => {
    const profiles = (await idsOf("/settings/profiles", "profiles")).map((id) => ({ id }));
    const labels = { singular_label: "Vehicle", plural_label: "Vehicles", profiles };
    const path = "/settings/modules";
    const made = await write("POST", path, "modules", { ...labels, api_name: "Vehicles" });
    expect(made).toMatchObject({ httpStatus: 201, code: "SUCCESS" });
    const id = await crm.add("Vehicles", { Name: "Van" });
    expect(await crm.read("Vehicles", id)).toMatchObject({ Name: "Van" });
    const cars = { ...labels, singular_label: "Car", plural_label: "Cars", id: made.details.id };
    expect(await write("PUT", `${path}/Vehicles`, "modules", cars)).toMatchObject({ code: "SUCCESS" });
    expect(await list(`${path}/Vehicles`, "modules")).toMatchObject([{ plural_label: "Cars" }]);
    // crm.modules.updateNamed
    expect(await write("PUT", path, "modules", { ...cars, id: "1" })).toMatchObject({ code: "INVALID_DATA" });
    expect((await write("PUT", `${path}/Nowhere`, "modules", cars)).code).toBe("INVALID_MODULE");
    const refusals: [object, string][] = [
      [{ api_name: "Leads" }, "DUPLICATE_DATA"],
      [{ api_name: "Users", singular_label: "U", plural_label: "Us" }, "RESERVED_KEYWORD_NOT_ALLOWED"],
      [{ singular_label: undefined }, "MANDATORY_NOT_FOUND"],
      [{ singular_label: "x".repeat(26) }, "INVALID_DATA"],
      [
        { api_name: "Boats", singular_label: "Boat", plural_label: "Boats", profiles: [{ id: "1" }] },
        "INVALID_DATA",
      ],
    ];
    for (const [more, code] of refusals)
      expect(await write("POST", path, "modules", { ...labels, api_name: "Vans", ...more })).toMatchObject({
        code,
      });
  });

  it("crm.pipelines.create, crm.pipelines.update and crm.pipelines.transfer: deals follow, and go first", async () => {
    const [layout] = await idsOf("/settings/layouts?module=Deals", "layouts");
    const query = `?layout_id=${layout}`;
    const path = "/settings/pipeline";
    const [sales, renewals] = await list(`${path}${query}`, "pipeline");
    const [stage, won] = (sales?.maps as Item[]) ?? [];
    const maps = [{ id: stage?.id }, { id: won?.id }];
    const made = await write("POST", `${path}${query}`, "pipeline", { display_value: "Partners", maps });
    expect(made).toMatchObject({ httpStatus: 201, code: "SUCCESS" });
    const deal = await crm.add("Deals", {
      Deal_Name: "D",
      Pipeline: "Partners",
      Stage: stage?.display_value,
      Closing_Date: "2026-12-31",
    });
    const own = `${path}/${made.details.id}${query}`;
    // crm.pipelines.replace and crm.pipelines.replaceNamed do the same by PUT.
    expect(await write("PUT", own, "pipeline", { display_value: "Allies" })).toMatchObject({
      code: "SUCCESS",
    });
    expect((await crm.read("Deals", deal)).Pipeline).toBe("Allies");
    const gone = { _delete: { permanent: null } };
    expect(await write("PATCH", own, "pipeline", gone)).toMatchObject({ code: "CANNOT_DELETE" });
    const transfer = { pipeline: { from: made.details.id, to: sales?.id }, stages: [] };
    const key = "transfer_pipeline";
    expect(await write("POST", `${path}/actions/transfer${query}`, key, transfer)).toMatchObject({
      code: "SUCCESS",
    });
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    // crm.pipelines.updateNamed
    expect(
      await write("PATCH", `${path}${query}`, "pipeline", { id: made.details.id, ...gone }),
    ).toMatchObject({
      code: "SUCCESS",
    });
    expect((await crm.read("Deals", deal)).Pipeline).toBe("Sales");
    const refusals: [object, string][] = [
      [{ display_value: "Sales", maps }, "DUPLICATE_DATA"],
      [{ display_value: "X" }, "MANDATORY_NOT_FOUND"],
      [{ maps }, "MANDATORY_NOT_FOUND"],
      [{ display_value: "X", maps: [{ id: "1" }] }, "INVALID_DATA"],
    ];
    for (const [item, code] of refusals)
      expect(await write("POST", `${path}${query}`, "pipeline", item)).toMatchObject({ code });
    expect(await write("PATCH", `${path}/${sales?.id}${query}`, "pipeline", gone)).toMatchObject({
      code: "CANNOT_DELETE",
    });
    const wrong = { pipeline: { from: renewals?.id, to: renewals?.id }, stages: [] };
    expect(await write("POST", `${path}/actions/transfer${query}`, key, wrong)).toMatchObject({
      code: "INVALID_DATA",
    });
  });

  it("crm.globalPicklists.create, crm.globalPicklists.update, crm.globalPicklists.replace and crm.globalPicklists.delete", async () => {
    const [path, key] = ["/settings/global_picklists", "global_picklists"];
    const values = (...names: string[]) => names.map((display_value) => ({ display_value, type: "used" }));
    const made = await write("POST", path, key, {
      display_label: "Size",
      pick_list_values: values("S", "M"),
    });
    const own = `${path}/${made.details.id}`;
    // crm.globalPicklists.get
    const listed = async () =>
      objectsOf((await list(own, key))[0]?.pick_list_values).map((each) => each.display_value);
    const [small] = objectsOf((await list(own, key))[0]?.pick_list_values);
    const changes = { pick_list_values: [{ id: small?.id, _delete: true }, ...values("L")] };
    expect(await write("PATCH", own, key, changes)).toMatchObject({ code: "SUCCESS" });
    expect(await listed()).toEqual(["M", "L"]);
    for (const wrong of [values("L"), [{ id: "1" }], [{}], values("X", "X")])
      expect((await write("PATCH", own, key, { pick_list_values: wrong })).httpStatus).toBe(400);
    const name = "replace_picklist_values";
    const swap = (from: string, to: string) =>
      write("POST", `${own}/actions/${name}`, name, {
        old_value: { display_value: from },
        new_value: { display_value: to },
      });
    expect(await swap("M", "M")).toMatchObject({ code: "INVALID_DATA" });
    expect(await swap("M", "L")).toMatchObject({ code: "SCHEDULED" });
    // crm.globalPicklists.replaced and crm.globalPicklists.associations
    expect(await list(`${own}/actions/replaced_values`, "replaced_values")).toMatchObject([
      { display_value: "M" },
    ]);
    expect((await crm.get(`${own}/actions/associations`)).status).toBe(204);
    expect(await write("DELETE", own, key)).toMatchObject({ httpStatus: 202, code: "SCHEDULED" });
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect((await crm.get(own)).status).toBe(204);
    expect((await crm.call("DELETE", own)).status).toBe(400);
  });
});
