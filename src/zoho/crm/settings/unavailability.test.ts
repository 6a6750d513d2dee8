import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { getUsers } from "../users";
import { getUserUnavailability, removeUserUnavailability, setUserUnavailability } from "./unavailability";

describe("when users are not available", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const span = { from: "2026-04-01T09:00:00+00:00", to: "2026-04-01T17:00:00+00:00" };
  const add = async () => {
    const crm = await sandbox.crm();
    const { users } = await getUsers(crm, {});
    const userId = String(users[2]?.id);
    await setUserUnavailability(crm, { userId, ...span, comments: "Day off" });
    return { crm, userId };
  };

  it.each([
    [{}, ["Dentist", "Day off"]],
    [{ after: "2026-03-10T00:00:00Z" }, ["Day off"]],
    [{ before: "2026-03-10T00:00:00Z" }, ["Dentist"]],
    [{ after: "2026-04-01T10:00:00Z", before: "2026-04-01T11:00:00Z" }, ["Day off"]],
    [{ after: "2026-04-01T17:00:00Z" }, []],
  ])("finds those that overlap %j", async (input, found) => {
    const { crm } = await add();
    const { users_unavailability, info } = await getUserUnavailability(crm, input);
    expect(users_unavailability.map(({ comments }) => comments)).toEqual(found);
    expect(info.more_records).toBe(false);
  });

  it("names the user with the ZUID", async () => {
    const { crm, userId } = await add();
    const { users_unavailability } = await getUserUnavailability(crm, { after: span.from });
    expect(users_unavailability).toMatchObject([{ user: { id: userId, zuid: expect.any(String) } }]);
  });

  it("changes what is given of one that is there, and removes it", async () => {
    const { crm } = await add();
    const known = async () => (await getUserUnavailability(crm, { after: span.from })).users_unavailability;
    const unavailabilityId = String((await known())[0]?.id);
    await setUserUnavailability(crm, { unavailabilityId, to: "2026-04-02T17:00:00+00:00" });
    expect(await known()).toMatchObject([
      { from: span.from, to: "2026-04-02T17:00:00+00:00", comments: "Day off" },
    ]);
    await removeUserUnavailability(crm, { unavailabilityId });
    expect(await known()).toEqual([]);
  });

  it("removes one once, though the answer was lost", async () => {
    const { crm } = await add();
    const [first] = (await getUserUnavailability(crm, {})).users_unavailability;
    await sandbox.fault({ method: "DELETE", times: 1, effect: { applied: true, reset: true } });
    const removed = await removeUserUnavailability(crm, { unavailabilityId: String(first?.id) });
    expect(removed.users_unavailability).toMatchObject([{ code: "SUCCESS" }]);
  });

  it.each([
    [{ ...span }, "User ID: a new unavailability needs it"],
    [{ userId: "1", to: span.to }, "From: a new unavailability needs it"],
    [{ userId: "1", from: span.from }, "To: a new unavailability needs it"],
    [{ unavailabilityId: "1" }, "expected something to change, got nothing"],
  ])("sends nothing of %j", async (input, message) => {
    const crm = await sandbox.crm();
    await expect(setUserUnavailability(crm, input)).rejects.toThrow(message);
    expect(crm.ledger.requests).toBe(0);
  });
});
