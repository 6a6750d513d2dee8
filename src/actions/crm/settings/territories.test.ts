import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const placed = async (world: ExampleWorld) => {
  const { territories } = await world.act("crmGetTerritories", {});
  const territoryIds = Array.isArray(territories) ? [String(territories[0].id)] : [];
  return {
    recordType: "Accounts",
    recordIds: [await idOf(world, "Accounts"), "111111000000000001"],
    territoryIds,
  };
};

const territories = async (world: ExampleWorld): Promise<string[]> => {
  const { territories: all } = await world.act("crmGetTerritories", {});
  return Array.isArray(all) ? all.map(({ id }) => String(id)) : [];
};
const parentOf = async (world: ExampleWorld) => {
  const [parentTerritoryId = ""] = await territories(world);
  return { parentTerritoryId };
};

exerciseActions("crm/settings/territories", {
  crmGetTerritories: () => ({}),
  crmAssignTerritories: placed,
  crmRemoveTerritories: async (world) => {
    const given = await placed(world);
    await world.act("crmAssignTerritories", given);
    return given;
  },
  crmCreateTerritory: async (world) => ({
    ...(await parentOf(world)),
    territoryName: "North",
    managerId: await idOf(world, "Users"),
    description: "From Iceland to Finland.",
  }),
  crmUpdateTerritory: async (world) => {
    const [territoryId] = await territories(world);
    return { territoryId, territoryName: "Old World", accessType: "read_write_delete" };
  },
  crmRemoveTerritory: async (world) => {
    const [territoryId, transferTo] = await territories(world);
    await world.act("crmAssignTerritories", { ...(await placed(world)), territoryIds: [territoryId] });
    return { territoryId, transferTo };
  },
  crmGetTerritoryUsers: async (world) => ({ territoryId: (await territories(world))[0] }),
  crmChangeTerritoryUsers: async (world) => ({
    territoryId: (await territories(world))[1],
    userIds: [await idOf(world, "Users")],
  }),
});
