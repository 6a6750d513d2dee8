import { error, type Item, startTestCrm, type TestCrm } from "../testing";

describe("the organisation and its people", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const users = async (query: string) => {
    const { status, body } = await crm.get(`/users?${query}`);
    return status === 204 ? [] : (body.users as Item[]);
  };

  it("crm.org.get gives the organisation with its zgid", async () => {
    const { status, body } = await crm.get("/org");
    expect(status).toBe(200);
    expect(body.org).toEqual([
      expect.objectContaining({
        zgid: crm.world.crm.zgid,
        company_name: "Zylker Realty",
        iso_code: "USD",
        time_zone: "Asia/Kolkata",
        license_details: expect.objectContaining({ paid_type: "enterprise" }),
      }),
    ]);
  });

  it("crm.users.list gives users with role and profile, and pages", async () => {
    const { body } = await crm.get("/users?type=AllUsers&page=1&per_page=3");
    expect(body.info).toEqual({ per_page: 3, count: 3, page: 1, more_records: true });
    expect(body.users).toContainEqual(
      expect.objectContaining({
        full_name: "Patricia Boyle",
        status: "active",
        confirm: true,
        role: { name: "CEO", id: expect.stringMatching(/^\d{19}$/) },
        profile: { name: "Administrator", id: expect.stringMatching(/^\d{19}$/) },
      }),
    );
    expect((await crm.get("/users?type=AllUsers&page=3&per_page=3")).body.info).toMatchObject({
      count: 1,
      more_records: false,
    });
    expect((await crm.get("/users?page=4&per_page=3")).status).toBe(204);
  });

  it.each([
    ["AllUsers", 7],
    ["ActiveUsers", 6],
    ["DeactiveUsers", 1],
    ["ConfirmedUsers", 6],
    ["NotConfirmedUsers", 1],
    ["DeletedUsers", 1],
    ["ActiveConfirmedUsers", 5],
    ["AdminUsers", 2],
    ["ActiveConfirmedAdmins", 2],
    ["CurrentUser", 1],
  ])("type %s names %i of the eight users", async (type, count) => {
    expect(await users(`type=${type}`)).toHaveLength(count);
  });

  it("CurrentUser is who writes", async () => {
    const [current] = await users("type=CurrentUser");
    const id = await crm.add("Leads", { Last_Name: "Boyle", Company: "ABC Inc." });
    const lead = await crm.read("Leads", id);
    expect(lead.Created_By).toEqual({ name: current?.full_name, id: current?.id, email: current?.email });
  });

  it("takes users by ids, and refuses a type that there is not", async () => {
    const [first, second] = await users("type=AllUsers");
    expect(await users(`ids=${second?.id},${first?.id}`)).toHaveLength(2);
    expect(await crm.get("/users?type=Nobody")).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA", details: { param_name: "type" }, status: "error" },
    });
  });

  it("crm.users.get gives one user, or 204", async () => {
    const [current] = await users("type=CurrentUser");
    expect((await crm.get(`/users/${current?.id}`)).body.users).toEqual([current]);
    expect((await crm.get("/users/5725767000000999999")).status).toBe(204);
  });

  it.each([
    ["crm.roles.list and crm.roles.get", "roles"],
    ["crm.profiles.list and crm.profiles.get", "profiles"],
  ])("%s give all of them, and one by id", async (_, key) => {
    const all = (await crm.get(`/settings/${key}`)).body[key] as Item[];
    expect(all.length).toBeGreaterThan(2);
    expect((await crm.get(`/settings/${key}/${all[1]?.id}`)).body[key]).toMatchObject([all[1] ?? {}]);
  });

  it("there is no role of an unknown id, and such a profile is refused", async () => {
    expect((await crm.get("/settings/roles/5725767000000999999")).status).toBe(204);
    const message = "the id given seems to be invalid or already deleted";
    const profile = await crm.get("/settings/profiles/5725767000000999999");
    expect(profile.status).toBe(400);
    expect(profile.body).toEqual(error("INVALID_DATA", message, { resource_path_index: 2 }));
    const wrong = await crm.get("/settings/profiles?type=strange");
    expect(wrong.body).toEqual(error("INVALID_DATA", "invalid data", { param_name: "type" }));
  });

  it("a profile by itself says what it may do", async () => {
    const [, standard] = (await crm.get("/settings/profiles")).body.profiles as Item[];
    const [profile] = (await crm.get(`/settings/profiles/${standard?.id}`)).body.profiles as Item[];
    expect(profile?.permissions_details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Crm_Implied_View_Leads", enabled: true }),
        expect.objectContaining({ name: "Crm_Implied_Manage_Users", enabled: false }),
      ]),
    );
  });

  it("a role says whom it reports to", async () => {
    const roles = (await crm.get("/settings/roles")).body.roles as Item[];
    const manager = roles.find(({ name }) => name === "Manager");
    expect(manager?.reporting_to).toMatchObject({ name: "CEO" });
  });

  it("needs the scope of each", async () => {
    const headers = crm.authorization(["ZohoCRM.modules.ALL"]);
    for (const path of ["/org", "/users", "/settings/roles"]) {
      expect(await crm.get(path, headers)).toMatchObject({
        status: 401,
        body: { code: "OAUTH_SCOPE_MISMATCH" },
      });
    }
  });
});
