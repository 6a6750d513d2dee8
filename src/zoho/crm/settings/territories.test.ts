import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { getUsers } from "../users";
import {
  assignTerritories,
  changeTerritoryUsers,
  createTerritory,
  getTerritories,
  removeTerritories,
  removeTerritory,
} from "./territories";

describe("territories", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const ids = async () => {
    const crm = await sandbox.crm();
    const { territories } = await getTerritories(crm, { fetchAll: true });
    const { users } = await getUsers(crm, { userType: "ActiveConfirmedUsers", fetchAll: true });
    const [europe = "", asia = ""] = territories.map(({ id }) => String(id));
    const [user = "", other = ""] = users.map(({ id }) => String(id));
    const [lead] = await sandbox.records("Leads");
    return { crm, europe, asia, user, other, lead: String(lead?.id) };
  };
  const loseAnswer = (path: string) =>
    sandbox.fault({ path, times: 1, effect: { reset: true, applied: true } });

  it.each(["nested", "plain"])(
    "tells of each user who comes and goes, the removals listed %s",
    async (way) => {
      await sandbox.behaviours({ territoryRemovals: way });
      const { crm, europe, user, other } = await ids();
      for (const change of ["add", "remove"] as const)
        expect(
          await changeTerritoryUsers(crm, { territoryId: europe, userIds: [user, other], change }),
        ).toMatchObject({ users: [{ details: { id: user } }, { details: { id: other } }] });
    },
  );

  it("refuses a user who is in the territory, or not in it, unless an earlier try brought that about", async () => {
    const { crm, europe, user } = await ids();
    for (const [change, code] of [
      ["add", "DUPLICATE_DATA"],
      ["remove", "INVALID_DATA"],
    ] as const) {
      const input = { territoryId: europe, userIds: [user], change };
      await loseAnswer("/territories/\\d+/users");
      expect(await changeTerritoryUsers(crm, input)).toMatchObject({
        users: [{ status: "success", details: { id: user } }],
      });
      await expect(changeTerritoryUsers(crm, input)).rejects.toMatchObject({ code });
    }
  });

  it("refuses a record that is in a territory, or not in it, but cannot tell after a lost answer", async () => {
    const { crm, europe, lead } = await ids();
    const input = { recordType: "Leads", recordIds: [lead], territoryIds: [europe] };
    for (const [send, path, code] of [
      [assignTerritories, "assign_territories", "DUPLICATE_DATA"],
      [removeTerritories, "remove_territories", "INVALID_DATA"],
    ] as const) {
      await loseAnswer(path);
      expect(await send(crm, input)).toMatchObject({
        data: [{ code: "OUTCOME_UNKNOWN", details: { cause: code } }],
      });
      expect(await send(crm, input)).toMatchObject({ data: [{ status: "error", code }] });
    }
  });

  it("deletes a territory that others report to after they went to the one that is named", async () => {
    const { crm, europe, asia } = await ids();
    await createTerritory(crm, {
      territoryName: "North",
      parentTerritoryId: europe,
      accessType: "read_only",
    });
    await expect(removeTerritory(crm, { territoryId: europe })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    expect(await removeTerritory(crm, { territoryId: europe, transferTo: asia })).toMatchObject({
      territories: [{ code: "SUCCESS" }],
    });
  });
});
