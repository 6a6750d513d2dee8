import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { getProfile, getProfiles, getRoles, getUser, getUsers, validateConnection } from "./users";

describe("people", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.clearLedger());

  const names = ({ users }: { users: readonly object[] }) =>
    users.map((user) => Reflect.get(user, "full_name"));

  it("are the connected user, or one that is named", async () => {
    const crm = await sandbox.crm();
    expect(names(await getUser(crm, {}))).toEqual(["Patricia Boyle"]);
    const [, jane] = (await getUsers(crm, {})).users;
    expect(names(await getUser(crm, { userId: String(jane?.id) }))).toEqual(["Jane Doe"]);
    await expect(getUser(crm, { userId: "111" })).rejects.toMatchObject({
      code: "USER_NOT_FOUND",
      kind: "notFound",
    });
  });

  it("are read by type, by id, by page or all of them", async () => {
    const crm = await sandbox.crm();
    const active = await getUsers(crm, { userType: "ActiveUsers", fetchAll: true, per_page: 2 });
    expect(active).toMatchObject({ users: { length: 6 }, info: { count: 6, more_records: false } });
    expect((await sandbox.ledger()).routes).toEqual({ "GET /crm/v8/users": 3 });
    expect(names(await getUsers(crm, { userType: "DeletedUsers" }))).toEqual(["Olga Petrova"]);
    const page = await getUsers(crm, { userType: "ActiveUsers", page: 2, per_page: 4 });
    expect(names(page)).toEqual(["Lukas Meyer", "Amina Okafor"]);
    const [one] = active.users;
    expect(names(await getUsers(crm, { ids: [String(one?.id)] }))).toEqual(["Patricia Boyle"]);
    expect(await getUsers(crm, { ids: ["111"] })).toMatchObject({ users: [], info: { count: 0 } });
  });

  it("who may not use the API have a connection that does not work", async () => {
    const crm = await sandbox.crm();
    const body = {
      code: "NO_PERMISSION",
      details: { permissions: ["Crm_Implied_Api_Access"] },
      message: "permission denied",
      status: "error",
    };
    await sandbox.fault({ path: "/(users|org)$", times: 10, effect: { status: 403, body } });
    expect(await validateConnection(crm)).toEqual({
      verdict: false,
      reasons: [expect.stringContaining("API access is switched off")],
    });
    await sandbox.clearFaults();
    await sandbox.fault({ path: "/users$", times: 10, effect: { status: 400, body: { code: "ODD" } } });
    await expect(validateConnection(crm)).rejects.toThrow("ODD");
    await sandbox.clearFaults();
  });

  it("have roles and profiles", async () => {
    const crm = await sandbox.crm();
    expect((await getRoles(crm)).roles).toContainEqual(expect.objectContaining({ name: "CEO" }));
    expect((await getProfiles(crm)).profiles).toContainEqual(
      expect.objectContaining({ name: "Administrator" }),
    );
    await expect(getProfile(crm, { profileId: "5725767000000999999" })).rejects.toMatchObject({
      code: "INVALID_DATA",
      message: expect.stringContaining("invalid or already deleted"),
    });
  });
});
