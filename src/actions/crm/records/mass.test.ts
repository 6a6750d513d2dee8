import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";
import type { JsonObject } from "../../../zoho/core/json";

/** The id of a custom view that Zoho makes itself. */
async function viewOf(world: ExampleWorld, recordType: string, name: string): Promise<unknown> {
  const { custom_views: views } = await world.act("crmGetCustomViews", { recordType });
  const found = (views as JsonObject[]).find((view) => view.name === name);
  return found?.id;
}

async function userOf(world: ExampleWorld): Promise<unknown> {
  const { users } = await world.act("crmGetUsers", { userType: "ActiveUsers" });
  return (users as JsonObject[])[1]?.id;
}

exerciseActions("crm/records/mass", {
  crmMassUpdateRecords: async (world) => ({
    recordType: "Leads",
    customViewId: await viewOf(world, "Leads", "Not Contacted Leads"),
    fieldValues: [{ key: "Lead_Status", value: "Contacted" }],
  }),
  crmMassDeleteRecords: async (world) => ({
    recordType: "Leads",
    customViewId: await viewOf(world, "Leads", "Not Contacted Leads"),
  }),
  crmChangeOwner: async (world) => ({
    recordType: "Leads",
    customViewId: await viewOf(world, "Leads", "Not Contacted Leads"),
    ownerId: await userOf(world),
  }),
  crmMergeRecords: async (world) => {
    const duplicate = await idOf(world, "Contacts", 1);
    return {
      recordType: "Contacts",
      recordId: await idOf(world, "Contacts"),
      mergeIds: [duplicate],
      fieldsFrom: [{ key: "Phone", value: duplicate }],
    };
  },
});
