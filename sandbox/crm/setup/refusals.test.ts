import { objectsOf } from "../objects";
import { at, error, type Item, refusedBy, startTestCrm, type TestCrm } from "../testing";

/*
 * What Zoho refuses an administrator, word for word as its examples have it.
 */

let crm: TestCrm;
beforeEach(async () => {
  crm = await startTestCrm();
});
afterEach(() => crm.close());

const list: TestCrm["list"] = (...of) => crm.list(...of);
const call: TestCrm["write"] = (...of) => crm.write(...of);

describe("users", () => {
  const users = (type: string) => list(`/users?type=${type}`, "users");
  const newUser = async (more: object = {}) => {
    const [role] = await list("/settings/roles", "roles");
    const [profile] = await list("/settings/profiles", "profiles");
    const named = { role: { id: role?.id }, profile: { id: profile?.id } };
    return { last_name: "New", email: "new@zylker.example", ...named, ...more };
  };
  const idOf = async (type: string, place = 0) => String((await users(type))[place]?.id);

  it.each([
    [
      { email: "jane.doe@zylker.example" },
      error("DUPLICATE_DATA", "Failed to add user since same email id is already present"),
    ],
    [
      { email: "nobody" },
      error("INVALID_DATA", "Invalid Email Id. Please choose a different email id", { api_name: "email" }),
    ],
    [{ profile: { id: "1" } }, error("INVALID_DATA", "INVALID_DATA", at("users", "profile"))],
    [{ role: { id: "1" } }, error("INVALID_DATA", "INVALID_DATA", at("users", "role"))],
    [{ status: "asleep" }, error("INVALID_DATA", "Pattern not matched", at("users", "status"))],
  ])("are not made of %o", async (more, refusal) => {
    expect(await call("POST", "/users", "users", await newUser(more))).toEqual(refusedBy("users", refusal));
  });

  it("are made one at a time, and changed ten at a time", async () => {
    const tooMany = (maximum_length: number) => ({
      status: 400,
      body: error("INVALID_DATA", "invalid data", {
        maximum_length,
        api_name: "users",
        json_path: "$.users",
      }),
    });
    expect(await call("POST", "/users", "users", await newUser(), await newUser())).toEqual(tooMany(1));
    const id = await idOf("CurrentUser");
    expect(await call("PUT", `/users/${id}`, "users", {}, {})).toEqual(tooMany(1));
    const eleven = Array.from({ length: 11 }, () => ({ id }));
    expect(await call("PUT", "/users", "users", ...eleven)).toEqual(tooMany(10));
    expect(await call("PUT", "/users", "users", { id, phone: "1" }, { phone: "2" })).toMatchObject({
      status: 207,
      body: {
        users: [
          { code: "SUCCESS" },
          error("MANDATORY_NOT_FOUND", "required field not found", at("users", "id", 1)),
        ],
      },
    });
  });

  it("need a license each, new or back in use", async () => {
    const idle = await idOf("DeactiveUsers");
    for (let free = 10 - (await users("ActiveUsers")).length; free > 0; free -= 1)
      await call("POST", "/users", "users", await newUser({ email: `${free}@zylker.example` }));
    const none = "Request exceeds your license limit. Need to upgrade in order to add a user";
    expect(await call("POST", "/users", "users", await newUser())).toEqual(
      refusedBy("users", error("LICENSE_LIMIT_EXCEEDED", none)),
    );
    expect(await call("PUT", `/users/${idle}`, "users", { status: "active" })).toEqual(
      refusedBy("users", error("LICENSE_LIMIT_EXCEEDED", "License Limit is Exceeded")),
    );
  });

  it("stay as they are where Zoho says so", async () => {
    const [own, other, idle, gone] = [
      await idOf("CurrentUser"),
      await idOf("ActiveConfirmedUsers", 2),
      await idOf("DeactiveUsers"),
      await idOf("DeletedUsers"),
    ];
    const json_path = "$.users[0].id";
    const refusals: [string, object, object][] = [
      [
        own,
        { status: "inactive" },
        error("INVALID_REQUEST", "Primary Contact cannot be deactivated", { id: own, json_path }),
      ],
      [
        other,
        { status: "active" },
        error("ID_ALREADY_ACTIVE", "User is already active", { id: other, json_path }),
      ],
      [
        idle,
        { status: "inactive" },
        error("ID_ALREADY_DEACTIVATED", "User is already deactivated", { api_name: "id", id: json_path }),
      ],
      [gone, { last_name: "Back" }, error("CANNOT_UPDATE_DELETED_USER", "Deleted user cannot be updated")],
      [
        other,
        { email: "other@zylker.example" },
        error("EMAIL_UPDATE_NOT_ALOWED", "Cannot update email of a confirmed CRM User", {
          api_name: "email",
        }),
      ],
    ];
    for (const [id, change, refusal] of refusals)
      expect(await call("PUT", `/users/${id}`, "users", change)).toEqual(refusedBy("users", refusal));
    expect(await crm.call("DELETE", `/users/${gone}`)).toMatchObject(
      refusedBy("users", error("ID_ALREADY_DELETED", "User is already deleted", { id: gone, json_path })),
    );
  });
});

describe("what a user leaves", () => {
  const key = "transfer_and_delete";
  const idOf = async (type: string, place = 0) =>
    String((await list(`/users?type=${type}`, "users"))[place]?.id);
  const give = (id: string, item: object) => call("POST", `/users/${id}/actions/${key}`, key, item);

  it("goes to nobody while the request does not say to whom, or names one who is deleted", async () => {
    const [leaving, gone] = [await idOf("ActiveConfirmedUsers", 2), await idOf("DeletedUsers")];
    const place = (path: string) => ({
      api_name: path.split(".").at(-1),
      json_path: `$.${key}.${path}`,
    });
    expect(await give(leaving, {})).toEqual(
      refusedBy(
        key,
        error("EXPECTED_FIELD_MISSING", "Specify atleast one field", {
          expected_data: [place("transfer"), place("move_subordinate")],
        }),
      ),
    );
    expect(await give(leaving, { transfer: { records: true } })).toEqual(
      refusedBy(
        key,
        error("MANDATORY_NOT_FOUND", "required field not found", {
          ...place("transfer.id"),
          parent_api_name: "transfer",
        }),
      ),
    );
    expect(await give(leaving, { transfer: { id: gone, records: true } })).toEqual(
      refusedBy(
        key,
        error("INVALID_DATA", "The user to whom you are trying to transfer is deleted.", {
          ...place("transfer.id"),
          owner_status: "deleted",
        }),
      ),
    );
  });

  it("stays with the administrator above all, and with a user who is deleted", async () => {
    const [own, gone, heir] = [
      await idOf("CurrentUser"),
      await idOf("DeletedUsers"),
      await idOf("ActiveConfirmedUsers", 3),
    ];
    const item = { transfer: { id: heir, records: true } };
    const superAdmin = (details: object) => error("NOT_ALLOWED", "Super Admin cannot be Deleted.", details);
    expect(await give(own, item)).toEqual({ status: 400, body: superAdmin({ resource_path_index: 1 }) });
    expect(await call("POST", `/users/actions/${key}`, key, { id: own, ...item })).toEqual(
      refusedBy(key, superAdmin({ api_name: "id", json_path: `$.${key}.id` })),
    );
    expect(await crm.get(`/users/${own}/actions/validate_before_transfer`)).toMatchObject({
      status: 403,
      body: error("NOT_ALLOWED", "Super Admin cannot be validated.", { resource_path_index: 1 }),
    });
    expect(await give(gone, item)).toEqual({
      status: 400,
      body: error("INVALID_DATA", "the user id provided is already deleted.", {
        resource_path_index: 1,
        owner_status: "deleted",
      }),
    });
  });

  it("goes by ten jobs at a time", async () => {
    const [leaving, heir] = [await idOf("ActiveConfirmedUsers", 2), await idOf("ActiveConfirmedUsers", 3)];
    const item = { transfer: { id: heir, records: true } };
    const statuses = [];
    for (let job = 0; job < 10; job += 1) statuses.push((await give(leaving, item)).status);
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await give(leaving, item)).toEqual({
      status: 400,
      body: error("CONCURRENT_JOB_LIMIT_EXCEEDED", "Transfer and delete user scheduler limit reached", {
        limit: "10",
      }),
    });
  });
});

describe("groups and roles", () => {
  const groups = "/settings/user_groups";

  it("have a name of their own, and are made of what is there", async () => {
    const [first] = await list(groups, "user_groups");
    const [own] = await list("/users?type=CurrentUser", "users");
    const sources = [{ type: "users", source: { id: own?.id } }];
    expect(await call("POST", groups, "user_groups", { name: first?.name, sources })).toEqual(
      refusedBy(
        "user_groups",
        error("DUPLICATE_DATA", "A user group with the same name already exists.", at("user_groups", "name")),
      ),
    );
    const strangers = [{ type: "users", source: { id: "1" } }];
    expect(await call("PUT", `${groups}/${first?.id}`, "user_groups", { sources: strangers })).toEqual(
      refusedBy(
        "user_groups",
        error("INVALID_DATA", "The User Id given seems to be Invalid", {
          api_name: "id",
          json_path: "$.user_groups[0].source[0].id",
        }),
      ),
    );
    expect(await call("DELETE", `${groups}/1`, "user_groups")).toEqual({
      status: 400,
      body: error("INVALID_DATA", "The provided group ID is invalid.", { resource_path_index: 2 }),
    });
  });

  it("end by a job where records are shared with the group, and the shares with it", async () => {
    const [group] = await list(groups, "user_groups");
    const lead = await crm.add("Leads", { Last_Name: "Near", Company: "Home" });
    const shared_with = { id: group?.id, type: "groups" };
    const share = { type: "private", permission: "read_only", shared_with };
    expect((await call("POST", `/Leads/${lead}/actions/share`, "share", share)).status).toBe(201);
    expect(await call("DELETE", `${groups}/${group?.id}`, "user_groups")).toEqual({
      status: 200,
      body: {
        user_groups: [
          {
            code: "SCHEDULED",
            message: "User group deletion has been scheduled",
            status: "scheduled",
            details: { job_id: expect.any(String) },
          },
        ],
      },
    });
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect((await crm.get(`${groups}/${group?.id}`)).status).toBe(204);
    expect(await list(`/Leads/${lead}/actions/share`, "share")).toEqual([]);
  });

  it("have a name of 200 characters at most, as roles", async () => {
    const [above] = await list("/settings/roles", "roles");
    const role = { name: "x".repeat(201), reporting_to: { id: above?.id } };
    expect(await call("POST", "/settings/roles", "roles", role)).toEqual(
      refusedBy(
        "roles",
        error("INVALID_DATA", "Invalid role name", { maximum_length: 200, ...at("roles", "name") }),
      ),
    );
  });
});

describe("contact roles", () => {
  const [path, key] = ["/Contacts/roles", "contact_roles"];

  it.each([
    [{ name: undefined }, error("MANDATORY_NOT_FOUND", "required field not found", at(key, "name"))],
    [{ name: 5 }, error("INVALID_DATA", "invalid data", { expected_data_type: "text", ...at(key, "name") })],
    [{ name: "Purchasing" }, error("DUPLICATE_DATA", "duplicate data", at(key, "name"))],
  ])("are not made of %o", async (more, refusal) => {
    const role = { sequence_number: 4, ...more };
    expect(await call("POST", path, key, role)).toEqual(refusedBy(key, refusal));
  });

  it("are not removed where there is none", async () => {
    expect(await call("DELETE", `${path}/1`, key)).toEqual(
      refusedBy(key, error("INVALID_DATA", "Invalid data provided", { id: "1" })),
    );
  });
});

describe("pipelines", () => {
  const path = "/settings/pipeline";
  const open = async () => {
    const [layout] = await list("/settings/layouts?module=Deals", "layouts");
    const query = `?layout_id=${layout?.id}`;
    const [from, to] = await list(`${path}${query}`, "pipeline");
    const stages = objectsOf(from?.maps).map(({ id }) => id);
    const give = (item: object) =>
      call("POST", `${path}/actions/transfer${query}`, "transfer_pipeline", item);
    return { query, from, to, stages, give };
  };
  const place = (name: string) => ({
    api_name: name.split(".").at(-1),
    json_path: `$.transfer_pipeline[0].${name}`,
  });

  it("go to another pipeline, each stage once", async () => {
    const { from, to, stages, give } = await open();
    const pipeline = { from: from?.id, to: to?.id };
    const [stage] = stages;
    const pair = { from: stage, to: stage };
    const refusals: [object, object][] = [
      [
        { pipeline: { from: "1", to: to?.id } },
        error("INVALID_DATA", "Invalid from id", place("pipeline[0].from")),
      ],
      [
        { pipeline: { from: from?.id, to: "1" } },
        error("INVALID_DATA", "Invalid to id", place("pipeline[0].to")),
      ],
      [
        { pipeline: { from: from?.id, to: from?.id } },
        error("INVALID_DATA", "Both from_id and to_id cannot be same ", place("pipeline[0].to")),
      ],
      [{ pipeline }, error("MANDATORY_NOT_FOUND", "Required field not found", place("stages"))],
      [
        { pipeline, stages: [{ from: "1", to: stage }] },
        error("INVALID_DATA", "Invalid from id", place("stages[0].from")),
      ],
      [
        { pipeline, stages: [{ from: stage, to: "1" }] },
        error("INVALID_DATA", "Invalid to id", place("stages[0].to")),
      ],
      [
        { pipeline, stages: [pair, pair] },
        error("ALREADY_USED", "from id is mapped more than once", {
          ...place("stages[1].from"),
          exists_in: { json_path: "$.transfer_pipeline[0].stages[0].from" },
        }),
      ],
    ];
    for (const [item, refusal] of refusals)
      expect(await give(item)).toEqual(refusedBy("transfer_pipeline", refusal));
  });

  it("stay while their deals move", async () => {
    const { query, from: to, to: from, give } = await open();
    const stages = objectsOf(from?.maps).map(({ id }) => ({ from: id, to: objectsOf(to?.maps)[0]?.id }));
    const item = { pipeline: { from: from?.id, to: to?.id }, stages };
    expect((await give(item)).status).toBe(200);
    const running = "Scheduler already running for this pipeline";
    expect(await give(item)).toEqual(
      refusedBy(
        "transfer_pipeline",
        error("ALREADY_SCHEDULED", running, { api_name: "cvid", value: from?.id }),
      ),
    );
    const gone = () =>
      call("PATCH", `${path}/${from?.id}${query}`, "pipeline", { _delete: { permanent: null } });
    expect(await gone()).toEqual(
      refusedBy(
        "pipeline",
        error("ALREADY_SCHEDULED", running, { ...at("pipeline", "pipeline"), value: from?.id }),
      ),
    );
    await crm.control("POST", "clock", { advanceSeconds: 5 });
    expect((await gone()).status).toBe(200);
  });

  it("keep a stage and a name of their own", async () => {
    const { query, from, to, stages } = await open();
    const own = `${path}/${from?.id}${query}`;
    const stage = { api_name: "id", json_path: "$.pipeline[0].maps[0].id" };
    const refusals: [object, object][] = [
      [
        { maps: [{ id: stages[0], _delete: null }] },
        error("CANNOT_DELETE", "Cannot delete the last stage associated with the pipeline", stage),
      ],
      [{ maps: [{ id: "1" }] }, error("INVALID_DATA", "Invalid child option id", stage)],
      [{ maps: [{}] }, error("MANDATORY_NOT_FOUND", "required field not found", stage)],
      [
        { display_value: to?.display_value },
        error("DUPLICATE_DATA", "Duplicate pipeline label found", at("pipeline", "display_value")),
      ],
    ];
    for (const [item, refusal] of refusals)
      expect(await call("PATCH", own, "pipeline", item)).toEqual(refusedBy("pipeline", refusal));
    expect(await call("PATCH", `${path}/1${query}`, "pipeline", {})).toEqual({
      status: 400,
      body: error("INVALID_DATA", "invalid pick_list_values id", { resource_path_index: 2 }),
    });
  });
});

describe("global picklists", () => {
  const path = "/settings/global_picklists";
  const key = "global_picklists";
  const region = async () => {
    const [first] = await list(path, key);
    return { own: `${path}/${first?.id}`, values: first?.pick_list_values as Item[] };
  };
  const whole = { api_name: "pick_list_values", json_path: `$.${key}[0].pick_list_values` };
  const within = (name: string) => ({ api_name: name, json_path: `${whole.json_path}[1].${name}` });

  it("lose one value at a time, and never all", async () => {
    const { own, values } = await region();
    const all = (more: object) => values.map(({ id }) => ({ id, ...more }));
    const change = (...pick_list_values: object[]) => call("PATCH", own, key, { pick_list_values });
    expect(await change(...all({ _delete: true }))).toEqual(
      refusedBy(
        key,
        error("LIMIT_EXCEEDED", "More than one picklist value cannot be deleted", {
          limit_due_to: within("_delete"),
          limit: 1,
        }),
      ),
    );
    expect(await change(...all({ type: "unused" }))).toEqual(
      refusedBy(
        key,
        error("LIMIT_EXCEEDED", "More than one picklist value cannot be moved to unused type", {
          limit_due_to: [within("type")],
          limit: 1,
        }),
      ),
    );
    for (const { id } of values.slice(1)) expect((await change({ id, _delete: true })).status).toBe(200);
    expect(await change({ id: values[0]?.id, _delete: true })).toEqual(
      refusedBy(key, error("INVALID_DATA", "Values in the pick list field cannot be empty.", whole)),
    );
    expect(await change({ display_value: values[0]?.display_value })).toEqual(
      refusedBy(key, error("DUPLICATE_DATA", "Duplicate option found. Enter a unique option.", whole)),
    );
  });

  it("are left alone while they are being deleted", async () => {
    const { own } = await region();
    expect(await call("DELETE", own, key)).toMatchObject({
      status: 202,
      body: { [key]: [{ code: "SCHEDULED", message: "Deletion scheduled" }] },
    });
    const inProgress = {
      status: 400,
      body: error("NOT_ALLOWED", "global picklist deletion in progress.", { resource_path_index: 2 }),
    };
    const name = "replace_picklist_values";
    expect(await call("DELETE", own, key)).toEqual(inProgress);
    expect(await call("PATCH", own, key, { display_label: "Area" })).toEqual(inProgress);
    expect(await call("POST", `${own}/actions/${name}`, name, {})).toEqual(inProgress);
  });

  it("are not deleted while more than 15 fields use them", async () => {
    const { own, values } = await region();
    const field = { field_label: "Region", data_type: "picklist", pick_list_values: values };
    const { body } = await crm.get("/settings/modules");
    const statuses = [];
    for (const { api_name } of objectsOf(body.modules))
      statuses.push((await call("POST", `/settings/fields?module=${api_name}`, "fields", field)).status);
    expect(statuses.filter((status) => status === 200 || status === 201).length).toBeGreaterThan(15);
    expect(await call("DELETE", own, key)).toEqual({
      status: 400,
      body: error("NOT_ALLOWED", "global set can't be deleted as it is associated to more than 15 fields", {
        resource_path_index: 2,
      }),
    });
  });

  it("replace a value that they have", async () => {
    const { own } = await region();
    const name = "replace_picklist_values";
    const swap = { old_value: { display_value: "Nowhere" }, new_value: { display_value: "Asia" } };
    expect(await call("POST", `${own}/actions/${name}`, name, swap)).toEqual(
      refusedBy(
        name,
        error("INVALID_DATA", "The given value seems to be invalid", {
          api_name: "id",
          json_path: `$.${name}[0].old_value.id`,
        }),
      ),
    );
  });
});

describe("currencies and variables", () => {
  const make = (more: object) =>
    call("POST", "/org/currencies", "currencies", { iso_code: "GBP", exchange_rate: "0.8", ...more });

  it.each([
    [
      { iso_code: "pound" },
      error("INVALID_DATA", "Currency isocode given seems to be invalid", at("currencies", "iso_code")),
    ],
    [
      { iso_code: "EUR" },
      error("DUPLICATE_DATA", "Duplicate value given for Isocode parameter", at("currencies", "iso_code")),
    ],
    [{ symbol: "$" }, error("INVALID_DATA", "Currency symbol is already used", at("currencies", "symbol"))],
    [
      { exchange_rate: "many" },
      error("INVALID_DATA", "Exchange rate given seems to be invalid", at("currencies", "exchange_rate")),
    ],
    ...(
      [
        ["thousand_separator", "Dot", "Thousand separator given seems to be invalid"],
        ["decimal_separator", "Space", "Decimal separator given seems to be invalid"],
        ["decimal_places", "1", "Decimal places given seems to be invalid"],
        ["numeral_system", "Roman", "Numeral system given seems to be invalid"],
      ] as const
    ).map(([name, value, message]): [object, object] => [
      { format: { [name]: value } },
      error("INVALID_DATA", message, { api_name: name, json_path: `$.currencies[0].format.${name}` }),
    ]),
    [
      { format: { thousand_separator: "Comma", decimal_separator: "Comma" } },
      error("NOT_ALLOWED", "Thousand separator and Decimal separator should not be equal", {
        api_name: "decimal_places",
        json_path: "$.currencies[0].format.decimal_places",
      }),
    ],
    [
      { format: { thousand_separator: "Space", numeral_system: "Indian" } },
      error(
        "INVALID_DATA",
        "The only supported thousand and decimal separators in the Indian numeral system are the comma and the period",
        { api_name: "numeral_system", json_path: "$.currencies[0].format.numeral_system" },
      ),
    ],
    [
      { exchange_rate_auto_update: "yes" },
      error("INVALID_DATA", "invalid data", {
        expected_data_type: "boolean",
        ...at("currencies", "exchange_rate_auto_update"),
      }),
    ],
  ])("refuse a currency with %o", async (more, refusal) => {
    expect(await make(more)).toEqual(refusedBy("currencies", refusal));
  });

  it("are ten active currencies at most", async () => {
    for (const iso_code of ["GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK"])
      expect((await make({ iso_code })).status).toBe(200);
    expect(await make({ iso_code: "HUF" })).toEqual(
      refusedBy(
        "currencies",
        error(
          "ACTIVE_STATE_LIMIT_EXCEEDED",
          "Allowed active currency limit reached. Please deactivate any one of the existing active currencies to create this currency.",
          { limit: 10 },
        ),
      ),
    );
  });

  it("know their variables by id, and the type of each", async () => {
    const [, size] = await list("/settings/variables", "variables");
    expect(await call("PUT", `/settings/variables/${size?.id}`, "variables", { value: "many" })).toEqual(
      refusedBy(
        "variables",
        error("INVALID_DATA", "invalid data", {
          expected_data_type: "integer",
          ...at("variables", "value"),
        }),
      ),
    );
    expect(await call("DELETE", "/settings/variables/1", "variables")).toEqual({
      status: 400,
      body: error("INVALID_DATA", "invalid data", { resource_path_index: 2 }),
    });
  });
});
