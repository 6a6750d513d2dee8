import { isObject, objectsOf } from "../objects";
import { startTestCrm, type TestCrm } from "../testing";

const key = "users_unavailability";
const path = `/settings/${key}`;
const idIn = (value: unknown): string => String(isObject(value) ? value.id : "");
const span = { from: "2026-04-01T09:00:00+02:00", to: "2026-04-01T17:00:00+02:00" };

describe("when users are not available", () => {
  let crm: TestCrm;
  beforeEach(async () => {
    crm = await startTestCrm();
  });
  afterEach(() => crm.close());

  const users = () => crm.list("/users?type=ActiveUsers", "users");
  const comments = async (query: string) =>
    (await crm.list(`${path}?${query}`, key)).map(({ comments: said }) => said);
  const make = async (more: object = {}) => {
    const [, , user] = await users();
    const { body, status } = await crm.write("POST", path, key, {
      ...span,
      comments: "Day off",
      user: { id: user?.id },
      ...more,
    });
    return { status, item: objectsOf(body[key])[0], user };
  };

  it("crm.usersUnavailability.create, crm.usersUnavailability.update, crm.usersUnavailability.updateMany and crm.usersUnavailability.delete change crm.usersUnavailability.list and crm.usersUnavailability.get", async () => {
    const { status, item, user } = await make();
    expect(status).toBe(201);
    expect(item).toMatchObject({ code: "SUCCESS", message: "Unavailability Hours saved successfully" });
    const id = idIn(item?.details);
    const one = async (query = "") => (await crm.list(`${path}/${id}${query}`, key))[0];
    expect(await one()).toEqual({
      id,
      ...span,
      comments: "Day off",
      user: { name: user?.full_name, id: user?.id },
    });
    expect(await one("?include_inner_details=user.zuid")).toMatchObject({ user: { zuid: user?.zuid } });
    const change = await crm.write("PUT", `${path}/${id}`, key, { comments: "Ill" });
    expect(change).toMatchObject({ status: 200, body: { [key]: [{ code: "SUCCESS", details: { id } }] } });
    await crm.write("PUT", path, key, { id, to: "2026-04-02T17:00:00+02:00" });
    expect(await one()).toMatchObject({ from: span.from, to: "2026-04-02T17:00:00+02:00", comments: "Ill" });
    expect((await crm.call("DELETE", `${path}/${id}`)).body[key]).toMatchObject([
      { code: "SUCCESS", message: "Unavailability deleted Successfully" },
    ]);
    expect((await crm.get(`${path}/${id}`)).status).toBe(204);
  });

  it.each([
    [{ from: undefined }, "MANDATORY_NOT_FOUND", "from"],
    [{ user: undefined }, "MANDATORY_NOT_FOUND", "user"],
    [{ from: "tomorrow" }, "INVALID_DATA", "from"],
    [{ to: "2026-03-01T09:00:00+02:00" }, "INVALID_DATA", "to"],
    [{ user: { id: "1" } }, "INVALID_DATA", "id"],
    [{ comments: "x".repeat(251) }, "INVALID_DATA", "comments"],
  ])("is not made of %o", async (more, code, api_name) => {
    expect(await make(more)).toMatchObject({ status: 400, item: { code, details: { api_name } } });
  });

  it("is asked for by a filter on its times", async () => {
    await make();
    const filter = (api_name: string, comparator: string, value: string) => ({
      comparator,
      field: { api_name },
      value,
    });
    const asked = (filters: object) => comments(`filters=${encodeURIComponent(JSON.stringify(filters))}`);
    expect(await asked(filter("from", "greater_than", "2026-03-20T00:00:00Z"))).toEqual(["Day off"]);
    expect(await asked(filter("to", "equal", "2026-04-01T15:00:00Z"))).toEqual(["Day off"]);
    const both = [
      filter("to", "greater_equal", "2026-03-02T10:00:00Z"),
      filter("from", "less_equal", "2026-03-02T10:00:00Z"),
    ];
    expect(await asked({ group_operator: "and", group: both })).toEqual(["Dentist"]);
    expect(await asked({ group_operator: "or", group: both })).toEqual(["Dentist", "Day off"]);
    expect(await asked(filter("from", "not_equal", span.from))).toEqual(["Dentist"]);
    expect(await asked(filter("from", "less_than", "2026-01-01T00:00:00Z"))).toEqual([]);
  });

  it("is asked for by what its user belongs to", async () => {
    const { user } = await make();
    const role = idIn(user?.role);
    expect(await comments(`role_ids=${role}`)).toContain("Day off");
    expect(await comments("role_ids=1")).toEqual([]);
    const [territory] = await crm.list("/settings/territories", "territories");
    expect(await comments(`territory_ids=${territory?.id}`)).toEqual(["Day off"]);
    const sources = [{ type: "users", source: { id: user?.id } }];
    const group = await crm.write("POST", "/settings/user_groups", "user_groups", { name: "Late", sources });
    const [made] = objectsOf(group.body.user_groups);
    expect(await comments(`group_ids=${idIn(made?.details)}`)).toEqual(["Day off"]);
  });

  it.each([
    ["group_ids=1,x", { code: "INVALID_DATA", details: { index: 1, param_name: "group_ids" } }],
    ["include_inner_details=user", { code: "PATTERN_NOT_MATCHED" }],
    ["filters=soon", { code: "UNABLE_TO_PARSE_DATA_TYPE" }],
    ["filters=%7B%22comparator%22%3A%22like%22%7D", { code: "UNABLE_TO_PARSE_DATA_TYPE" }],
    ["per_page=201", { code: "INVALID_DATA" }],
  ])("is not asked for by %s", async (query, refusal) => {
    expect(await crm.get(`${path}?${query}`)).toMatchObject({ status: 400, body: refusal });
  });
});
