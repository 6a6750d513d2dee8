import { type Item, startTestCrm, type TestCrm } from "../testing";

/*
 * What Zoho refuses of territories, their users and their records, word for word as its examples have it.
 */

const path = "/settings/territories";
const key = "territories";

let crm: TestCrm;
let europe: string;
let asia: string;
beforeEach(async () => {
  crm = await startTestCrm();
  [europe = "", asia = ""] = ((await crm.get(path)).body[key] as Item[]).map(({ id }) => String(id));
});
afterEach(() => crm.close());

const error = (code: string, message: string, details: object) => ({
  code,
  message,
  details,
  status: "error",
});
const refusedBy = (list: string, ...errors: object[]) => ({ status: 400, body: { [list]: errors } });
const send = async (method: string, to: string, list: string, ...items: object[]) => {
  const { status, body } = await crm.call(method, to, items.length > 0 ? { [list]: items } : undefined);
  return { status, body };
};
const create = async (name: string, parent: string): Promise<string> => {
  const item = { name, reporting_to: { id: parent }, permission_type: "read_only" };
  const { body } = await crm.call("POST", path, { [key]: [item] });
  const [made] = body[key] as { details: Item }[];
  return String(made?.details.id);
};

describe("the rules of territories", () => {
  const rule = { field: { api_name: "Annual_Revenue" }, comparator: "greater_than", value: "1000" };
  const at = (name: string) => ({
    api_name: name,
    json_path: `$.territories[0].account_rule_criteria.${name}`,
  });
  const dependee = at("field");
  const makes = (account_rule_criteria: object) =>
    send("POST", path, key, {
      name: "Rich",
      reporting_to: { id: europe },
      permission_type: "read_only",
      account_rule_criteria,
    });

  it.each<[string, object, object]>([
    [
      "no field",
      { ...rule, field: "Annual_Revenue" },
      error("INVALID_DATA", "invalid data", { ...at("field"), expected_data_type: "jsonobject" }),
    ],
    [
      "a comparator that the field does not have",
      { ...rule, comparator: "contains" },
      error("DEPENDENT_MISMATCH", "The comparator is not compatible with the given field", {
        dependee,
        ...at("comparator"),
        supported_values: ["equal", "not_equal", "greater_than", "less_than"],
      }),
    ],
    [
      "a value of another type",
      { ...rule, value: "much" },
      error("DEPENDENT_MISMATCH", "The value is not compatible with the given field", {
        dependee,
        ...at("value"),
        expected_data_type: "double",
      }),
    ],
    [
      "no comparator",
      { field: rule.field, value: "1" },
      error("DEPENDENT_FIELD_MISSING", "required field not found", { dependee, ...at("comparator") }),
    ],
  ])("are refused with %s", async (_, wrong, refused) => {
    expect(await makes(wrong)).toEqual(refusedBy(key, refused));
  });

  it("are taken, alone and in groups, of which each is looked at", async () => {
    expect((await makes(rule)).status).toBe(201);
    const group = { group_operator: "AND", group: [rule, { ...rule, value: "much" }] };
    const { body } = await send("PUT", `${path}/${europe}`, key, { lead_rule_criteria: group });
    expect(body).toMatchObject({
      [key]: [{ details: { json_path: "$.territories[0].lead_rule_criteria.group[1].value" } }],
    });
  });
});

describe("territories", () => {
  it("are transferred with a target where others report to them", async () => {
    await create("North", europe);
    const message = "This territory has its child. Please Give the transfer_to_id field value";
    const at = { api_name: "transfer_to_id", json_path: "$.territories[0].transfer_to_id" };
    expect(await send("POST", `${path}/${europe}/actions/transfer_and_delete`, key, {})).toEqual(
      refusedBy(
        key,
        error("DEPENDENT_FIELD_MISSING", message, { ...at, dependee: { resource_path_index: 2 } }),
      ),
    );
    expect(await send("POST", `${path}/actions/transfer_and_delete`, key, { id: europe })).toEqual(
      refusedBy(
        key,
        error("DEPENDENT_FIELD_MISSING", message, {
          ...at,
          dependee: { api_name: "id", json_path: "$.territories[0].id" },
        }),
      ),
    );
    expect(
      await send("POST", `${path}/${europe}/actions/transfer_and_delete`, key, { transfer_to_id: "1" }),
    ).toEqual(refusedBy(key, error("INVALID_DATA", "Given transfer_to_id isn't valid one", at)));
    expect(
      await send("POST", `${path}/${europe}/actions/transfer_and_delete`, key, { transfer_to_id: asia }),
    ).toMatchObject({
      status: 200,
      body: { [key]: [{ message: "Territory Transferred And Deleted Successfully" }] },
    });
  });

  it("are 250 at most", async () => {
    const items = Array.from({ length: 249 }, (_, index) => ({
      name: `Area ${index}`,
      reporting_to: { id: europe },
      permission_type: "read_only",
    }));
    const { status, body } = await send("POST", path, key, ...items);
    expect(status).toBe(207);
    expect((body[key] as Item[]).at(-1)).toEqual(
      error("LIMIT_EXCEEDED", "Territory Limit reached", { limit: 250 }),
    );
  });
});

describe("users of a territory", () => {
  const userOf = async (type: string) =>
    String(((await crm.get(`/users?type=${type}`)).body.users as Item[])[0]?.id);
  const users = () => `${path}/${europe}/users`;
  const at = { api_name: "id", json_path: "$.users[0].id" };

  it("come once, and not when they are deleted", async () => {
    const [own, gone] = [await userOf("CurrentUser"), await userOf("DeletedUsers")];
    expect(await send("PUT", users(), "users", { id: own })).toMatchObject({
      status: 200,
      body: { users: [{ message: "Given User added to the mentioned territory Successfully" }] },
    });
    const twice = "Given user id already exists for that record";
    expect(await send("PUT", users(), "users", { id: own })).toEqual(
      refusedBy("users", error("DUPLICATE_DATA", twice, at)),
    );
    expect(await send("PUT", `${users()}/${own}`, "users")).toEqual(
      refusedBy("users", error("DUPLICATE_DATA", twice, { resource_path_index: 4 })),
    );
    expect(await send("PUT", users(), "users", { id: gone })).toEqual(
      refusedBy(
        "users",
        error("INVALID_DATA", "The user to whom you are trying to update is deleted.", {
          ...at,
          owner_status: "deleted",
        }),
      ),
    );
  });

  it("leave where they are members, in a list within the list", async () => {
    const own = await userOf("CurrentUser");
    expect(await send("DELETE", `${users()}?ids=${own},1`, "users")).toEqual(
      refusedBy(
        "users",
        error("INVALID_DATA", "Given user is not a member of this territory.", { id: own }),
        error("INVALID_DATA", "the given user id given seems to be invalid", { id: "1" }),
      ),
    );
    expect(await send("DELETE", `${users()}/${own}`, "users")).toEqual({
      status: 400,
      body: error("INVALID_DATA", "the id given seems to be invalid.", { resource_path_index: 4 }),
    });
    expect(await send("DELETE", `${path}/1/users?ids=${own}`, "users")).toEqual(
      refusedBy(
        "users",
        error("INVALID_DATA", "the given id given seems to be invalid", { resource_path_index: 2 }),
      ),
    );
    await send("PUT", users(), "users", { id: own });
    expect(await send("DELETE", `${users()}?ids=${own}`, "users")).toMatchObject({
      status: 200,
      body: {
        users: [
          [
            {
              details: { id: own },
              message: "Given User Removed from the mentioned territory Successfully",
            },
          ],
        ],
      },
    });
  });
});

describe("records of a territory", () => {
  const at = (name: string) => ({
    api_name: name.split(".").at(-1),
    json_path: `$.data[0].${name}`,
  });
  const change = (verb: string, id: string, ...territories: object[]) =>
    send("POST", `/Leads/actions/${verb}_territories`, "data", { id, Territories: territories });

  it("come once, leave once, and need the id of a territory", async () => {
    const id = await crm.add("Leads", { Last_Name: "Near", Company: "Home" });
    expect(await change("assign", id, { id: europe })).toMatchObject({
      status: 202,
      body: { data: [{ message: "Territory assignment process scheduled successfully" }] },
    });
    expect(await change("assign", id, { id: asia }, { id: europe })).toEqual(
      refusedBy(
        "data",
        error("DUPLICATE_DATA", "Given Territory already exists for that record", at("Territories[1].id")),
      ),
    );
    expect(await change("remove", id, { id: asia })).toEqual(
      refusedBy("data", error("INVALID_DATA", "the id given seems to be invalid", at("Territories[0].id"))),
    );
    expect(await change("assign", id, { name: "Europe" })).toEqual(
      refusedBy("data", error("MANDATORY_NOT_FOUND", "required field not found", at("Territories[0].id"))),
    );
    expect(await change("remove", id, { id: europe })).toMatchObject({
      status: 202,
      body: { data: [{ message: "Territory removal process scheduled successfully" }] },
    });
  });

  it("are in ten at most, and of modules that have territories", async () => {
    const id = await crm.add("Leads", { Last_Name: "Near", Company: "Home" });
    const more = [];
    for (let index = 0; index < 9; index += 1) more.push(await create(`Area ${index}`, europe));
    const eleven = [europe, asia, ...more].map((territory) => ({ id: territory }));
    expect(await change("assign", id, ...eleven)).toEqual(
      refusedBy(
        "data",
        error("LIMIT_EXCEEDED", "Maximum limit of territories for that record exceeds", {
          ...at("Territories"),
          limit: 10,
        }),
      ),
    );
    expect(await send("POST", "/Cases/actions/assign_territories", "data", { id })).toEqual({
      status: 400,
      body: error("NOT_SUPPORTED", "the api is not supported for this module", { resource_path_index: 0 }),
    });
  });
});
