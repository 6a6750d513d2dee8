import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const binned = async (world: ExampleWorld) => {
  const recordId = await idOf(world, "Leads");
  await world.act("crmRemoveRecord", { recordType: "Leads", recordId });
  return recordId;
};

exerciseActions("crm/settings/recycleBin", {
  crmGetRecycleBin: async (world) => {
    await binned(world);
    return {};
  },
  crmRestoreRecords: async (world) => ({ recordIds: [await binned(world)] }),
  crmRemoveFromRecycleBin: async (world) => ({ recordId: await binned(world) }),
  crmEmptyRecycleBin: async (world) => {
    await binned(world);
    return {};
  },
});
