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

    it("crm.variableGroups.list names the groups", async () => {
      expect(await all("/settings/variable_groups", "variable_groups")).toHaveLength(2);
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
});
