import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const idIn = async (world: ExampleWorld, key: string, list: string) => {
  const items = (await world.act(key, {}))[list];
  return Array.isArray(items) ? String(items[0].id) : "";
};

const contactRole = async (world: ExampleWorld) => ({
  contactRoleId: await idIn(world, "crmGetContactRoles", "contact_roles"),
});

exerciseActions("crm/settings/people", {
  crmGetUserGroups: () => ({}),
  crmCreateUserGroup: async (world) => ({ groupName: "Night Shift", userIds: [await idOf(world, "Users")] }),
  crmRemoveUserGroup: async (world) => ({ groupId: await idIn(world, "crmGetUserGroups", "user_groups") }),
  crmGetContactRoles: () => ({}),
  crmCreateContactRole: () => ({ roleName: "Economic Buyer" }),
  crmUpdateContactRole: async (world) => ({ ...(await contactRole(world)), roleName: "Champion" }),
  crmRemoveContactRole: contactRole,
});
