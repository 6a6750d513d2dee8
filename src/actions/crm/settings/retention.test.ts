import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";
import { isObject } from "../../../zoho/core/json";

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
  crmDownloadExport: async (world) => {
    await world.act("crmScheduleBackup", {});
    await world.act("crmGetBackup", {});
    const { urls } = await world.act("crmGetBackup", {});
    const [link] = isObject(urls) && Array.isArray(urls.data_links) ? urls.data_links : [];
    return { link };
  },
  crmExportAuditLog: () => ({
    criteria: {
      field: { api_name: "audited_time" },
      comparator: "greater_than",
      value: "2026-03-01T00:00:00+01:00",
    },
  }),
});
