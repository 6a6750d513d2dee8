import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const binned = async (world: ExampleWorld) => {
  const recordId = await idOf(world, "Leads");
  await world.act("crmRemoveRecord", { recordType: "Leads", recordId });
  return recordId;
};

exerciseActions("crm/settings/retention", {
  crmGetRecycleBin: async (world) => {
    await binned(world);
    return {};
  },
  crmRestoreRecords: async (world) => ({ recordIds: [await binned(world), "111111000000000001"] }),
  crmRemoveFromRecycleBin: async (world) => ({ recordId: await binned(world) }),
  crmEmptyRecycleBin: async (world) => {
    await binned(world);
    return {};
  },
  crmScheduleBackup: () => ({ recurrence: "FREQ=WEEKLY;BYDAY=MO" }),
  crmGetBackup: async (world) => {
    await world.act("crmScheduleBackup", {});
    return {};
  },
  crmExportAuditLog: () => ({
    criteria: {
      field: { api_name: "audited_time" },
      comparator: "greater_than",
      value: "2026-03-01T00:00:00+01:00",
    },
  }),
});
