import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const placed = async (world: ExampleWorld) => {
  const { territories } = await world.act("crmGetTerritories", {});
  const territoryIds = Array.isArray(territories) ? [String(territories[0].id)] : [];
  return { recordType: "Accounts", recordIds: [await idOf(world, "Accounts")], territoryIds };
};

exerciseActions("crm/settings/territories", {
  crmGetTerritories: () => ({}),
  crmAssignTerritories: placed,
  crmRemoveTerritories: placed,
});
