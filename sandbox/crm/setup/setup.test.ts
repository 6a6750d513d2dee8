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
      [{ iso_code: "GBP", exchange_rate: "two" }, "PATTERN_NOT_MATCHED"],
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

    it("refuses to restore by two ways at once, or more than 200", async () => {
      const many = Array.from({ length: 201 }, String);
      for (const body of [{}, { ids: ["1"], restore_all_records: true }, { ids: many }]) {
        expect((await crm.call("POST", `${path}/actions/restore`, body)).status).toBe(400);
      }
    });

    it("crm.recycleBin.delete and crm.recycleBin.empty: what is gone is gone for good", async () => {
      const [first, second] = [await binned("One"), await binned("Two")];
      expect((await crm.call("DELETE", `${path}/${first}`)).status).toBe(200);
      expect((await crm.call("DELETE", `${path}/${first}`)).status).toBe(400);
      expect((await crm.call("POST", `${path}/actions/empty`)).body.code).toBe("SUCCESS");
      expect(await ids()).toEqual([]);
      expect((await crm.call("POST", `${path}/${second}/actions/restore`)).status).toBe(400);
      expect((await crm.get("/Leads/deleted?type=permanent")).body.data).toHaveLength(2);
    });
  });
});
