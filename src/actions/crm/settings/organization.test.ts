import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const portal = "ZylkerCustomers";

async function clientType(world: ExampleWorld): Promise<{ userTypeId: string }> {
  const { user_type: types } = await world.act("crmGetPortalUserTypes", { portal });
  return { userTypeId: Array.isArray(types) ? String(types[0].id) : "" };
}

const invitation = async (world: ExampleWorld) => ({
  recordType: "Contacts",
  recordIds: [await idOf(world, "Contacts")],
  ...(await clientType(world)),
});

exerciseActions("crm/settings/organization", {
  crmGetPortals: () => ({}),
  crmGetPortalUserTypes: () => ({ portal }),
  crmGetPortalUsers: async (world) => {
    await world.act("crmInvitePortalUsers", await invitation(world));
    return { portal, ...(await clientType(world)) };
  },
  crmInvitePortalUsers: invitation,
  crmChangePortalUserStatus: async (world) => {
    await world.act("crmInvitePortalUsers", await invitation(world));
    return {
      portal,
      ...(await clientType(world)),
      recordId: await idOf(world, "Contacts"),
      active: false,
    };
  },
  crmGetWizards: () => ({ recordType: "Leads" }),
  crmGetDataSharing: () => ({}),
  crmGetUnsubscribeLinks: () => ({}),
  crmGetPreferences: () => ({ preference: "services" }),
});
