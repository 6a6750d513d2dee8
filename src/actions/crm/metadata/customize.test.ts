import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

const recordType = "Leads";
const field = { recordType, label: "Order Kind", fieldType: "picklist", values: ["New", "Used"] };

async function profiles(world: ExampleWorld): Promise<{ profileIds: string[] }> {
  const { profiles: all } = await world.act("crmGetProfiles", {});
  return { profileIds: Array.isArray(all) ? all.map(({ id }) => String(id)) : [] };
}

const labels = { singularLabel: "Vehicle", pluralLabel: "Vehicles" };

exerciseActions("crm/metadata/customize", {
  crmCreateField: () => field,
  crmUpdateField: async (world) => {
    await world.act("crmCreateField", field);
    return { recordType, fieldName: "Order_Kind", label: "Kind of Order", values: ["New", "Repaired"] };
  },
  crmRemoveField: async (world) => {
    await world.act("crmCreateField", field);
    return { recordType, fieldName: "Order_Kind" };
  },
  crmCreateModule: async (world) => ({ apiName: "Vehicles", ...labels, ...(await profiles(world)) }),
  crmUpdateModule: async (world) => {
    await world.act("crmCreateModule", { apiName: "Vehicles", ...labels, ...(await profiles(world)) });
    return {
      recordType: "Vehicles",
      singularLabel: "Car",
      pluralLabel: "Cars",
      ...(await profiles(world)),
    };
  },
});
