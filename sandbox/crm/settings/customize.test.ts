import { objectsOf } from "../objects";
import { at, error, refusedBy, startTestCrm, type TestCrm } from "../testing";

/*
 * What Zoho refuses of fields and modules, word for word as its examples have it.
 */

let crm: TestCrm;
beforeEach(async () => {
  crm = await startTestCrm();
});
afterEach(() => crm.close());

const list: TestCrm["list"] = (...of) => crm.list(...of);
const call: TestCrm["write"] = (...of) => crm.write(...of);

describe("modules", () => {
  it.each([
    [
      { singular_label: undefined },
      error(
        "MANDATORY_NOT_FOUND",
        "The required field 'singular_label' is missing from the request.",
        at("modules", "singular_label"),
      ),
    ],
    [
      { api_name: "Leads" },
      error(
        "DUPLICATE_DATA",
        "A module with the provided api_name already exists. Please use a unique api_name.",
        at("modules", "api_name"),
      ),
    ],
    [
      { api_name: "Users" },
      error(
        "RESERVED_KEYWORD_NOT_ALLOWED",
        "The api_name contains a reserved system keyword. Please choose a different name.",
        at("modules", "api_name"),
      ),
    ],
    [
      { profiles: [{ id: "1" }] },
      error("INVALID_DATA", "The provided profile ID is invalid or does not exist.", {
        api_name: "id",
        json_path: "$.modules[0].profiles[0].id",
      }),
    ],
    [
      { profiles: [{}] },
      error("MANDATORY_NOT_FOUND", "The required field 'id' is missing from the profile configuration.", {
        api_name: "id",
        json_path: "$.modules[0].profiles[0].id",
      }),
    ],
    [
      { api_name: "" },
      error(
        "INVALID_DATA",
        "The field 'api_name' cannot be null or empty. Please provide a valid api_name.",
        at("modules", "api_name"),
      ),
    ],
    [
      { api_name: "Light Vans" },
      error(
        "INVALID_DATA",
        "The api_name format is invalid. It must follow CRM naming conventions.",
        at("modules", "api_name"),
      ),
    ],
  ])("crm.modules.create makes none of %o", async (more, refusal) => {
    const [profile] = await list("/settings/profiles", "profiles");
    const van = {
      api_name: "Vans",
      singular_label: "Van",
      plural_label: "Vans",
      profiles: [{ id: profile?.id }],
    };
    expect(await call("POST", "/settings/modules", "modules", { ...van, ...more })).toEqual(
      refusedBy("modules", refusal),
    );
  });

  const profileIds = async () => (await list("/settings/profiles", "profiles")).map(({ id }) => String(id));
  const seenBy = async (name: string) =>
    objectsOf((await list(`/settings/modules/${name}`, "modules"))[0]?.profiles).map(({ id }) => id);
  const gone = (ids: string[]) => ids.map((id) => ({ id, _delete: null }));

  it.each([
    [
      { singular_label: undefined },
      error("MANDATORY_NOT_FOUND", "required field not found", at("modules", "singular_label")),
    ],
    [
      { profiles: undefined },
      error("MANDATORY_NOT_FOUND", "required field not found", at("modules", "profiles")),
    ],
    [
      { plural_label: "x".repeat(26) },
      error("INVALID_DATA", "invalid data", { maximum_length: 25, ...at("modules", "plural_label") }),
    ],
    [
      { singular_label: "House!" },
      error("INVALID_DATA", "Special characters in module singular name", at("modules", "singular_label")),
    ],
    [
      { plural_label: "Leads" },
      error("DUPLICATE_DATA", "Module plural name duplicate", at("modules", "plural_label")),
    ],
    [{ api_name: "Houses" }, error("NOT_ALLOWED", "Api name update not allowed", at("modules", "api_name"))],
    [
      { access_type: "team_based" },
      error("NOT_ALLOWED", "access type update not allowed", at("modules", "access_type")),
    ],
    [
      { profiles: [{ id: "1" }] },
      error("INVALID_DATA", "Invalid profile id passed", {
        api_name: "id",
        json_path: "$.modules[0].profiles[0].id",
      }),
    ],
  ])("crm.modules.update refuses %o", async (more, refusal) => {
    const profiles = (await profileIds()).map((id) => ({ id }));
    const house = { singular_label: "House", plural_label: "Homes", profiles, ...more };
    expect(await call("PUT", "/settings/modules/Properties", "modules", house)).toEqual(
      refusedBy("modules", refusal),
    );
    expect((await list("/settings/modules/Properties", "modules"))[0]?.plural_label).toBe("Properties");
  });

  it("crm.modules.updateNamed takes away the profiles that are marked, and leaves at least one", async () => {
    const ids = await profileIds();
    const [first = "", ...others] = ids;
    const { id } = (await list("/settings/modules/Properties", "modules"))[0] ?? {};
    const change = (...items: object[]) => call("PUT", "/settings/modules", "modules", ...items);
    expect((await change({ id, profiles: gone(others) })).status).toBe(200);
    expect(await seenBy("Properties")).toEqual([first]);
    expect(await change({ id, profiles: gone([first]) })).toEqual(
      refusedBy(
        "modules",
        error("MINIMUM_DATA_NOT_FOUND", "At least one profile needed", at("modules", "profiles")),
      ),
    );
    expect(
      await change({ id, profiles: others.map((other) => ({ id: other })) }, {}, { id: "1" }),
    ).toMatchObject({
      status: 207,
      body: {
        modules: [
          { code: "SUCCESS" },
          error("MANDATORY_NOT_FOUND", "required field not found", at("modules", "id", 1)),
          error("INVALID_DATA", "the module id given seems to be invalid", at("modules", "id", 2)),
        ],
      },
    });
    expect(await seenBy("Properties")).toEqual(ids);
  });
});

describe("fields", () => {
  const [path, key] = ["/settings/fields", "fields"];
  const idOf = async (module: string, name: string) =>
    (await list(`${path}?module=${module}`, key)).find(({ api_name }) => api_name === name)?.id;

  it("crm.fields.delete leaves one that a custom view asks for", async () => {
    const id = await idOf("Properties", "Tier");
    expect(await call("DELETE", `${path}/${id}?module=Properties`, key)).toEqual({
      status: 400,
      body: error("NOT_ALLOWED", "The custom field has already used in other places", {
        resource_path_index: 2,
      }),
    });
    expect(await idOf("Properties", "Tier")).toBe(id);
  });

  it("crm.fields.update adds no value that a picklist has", async () => {
    const id = await idOf("Properties", "Tier");
    const refusal = error(
      "DUPLICATE_DATA",
      "Duplicate option found. Enter a unique option.",
      at(key, "pick_list_values"),
    );
    const pick_list_values = [{ display_value: "Gold", actual_value: "Gold" }];
    expect(await call("PATCH", `${path}/${id}?module=Properties`, key, { pick_list_values })).toEqual(
      refusedBy(key, refusal),
    );
  });

  it("crm.fields.update gives none another type", async () => {
    const id = await idOf("Properties", "Tier");
    expect(await call("PATCH", `${path}/${id}?module=Properties`, key, { data_type: "text" })).toEqual(
      refusedBy(key, error("INVALID_DATA", "invalid data", at(key, "data_type"))),
    );
  });
});
