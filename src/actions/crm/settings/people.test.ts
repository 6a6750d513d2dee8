import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const idIn = async (world: ExampleWorld, key: string, list: string) => {
  const items = (await world.act(key, {}))[list];
  return Array.isArray(items) ? String(items[0].id) : "";
};

const contactRole = async (world: ExampleWorld) => ({
  contactRoleId: await idIn(world, "crmGetContactRoles", "contact_roles"),
});

const roles = async (world: ExampleWorld): Promise<string[]> => {
  const { roles: all } = await world.act("crmGetRoles", {});
  return Array.isArray(all) ? all.map(({ id }) => String(id)) : [];
};

exerciseActions("crm/settings/people", {
  crmGetUserGroups: () => ({}),
  crmCreateUserGroup: async (world) => ({ groupName: "Night Shift", userIds: [await idOf(world, "Users")] }),
  crmUpdateUserGroup: async (world) => ({
    groupId: await idIn(world, "crmGetUserGroups", "user_groups"),
    groupName: "Day Shift",
    roleIds: (await roles(world)).slice(0, 2),
  }),
  crmRemoveUserGroup: async (world) => ({ groupId: await idIn(world, "crmGetUserGroups", "user_groups") }),
  crmGetContactRoles: () => ({}),
  crmCreateContactRole: () => ({ roleName: "Economic Buyer" }),
  crmUpdateContactRole: async (world) => ({ ...(await contactRole(world)), roleName: "Champion" }),
  crmRemoveContactRole: contactRole,
  crmCreateRole: async (world) => ({ roleName: "Night Manager", parentRoleId: (await roles(world))[0] }),
  crmUpdateRole: async (world) => {
    const [parentRoleId, , roleId] = await roles(world);
    return { roleId, roleName: "Seller", parentRoleId, shareWithPeers: true };
  },
  crmRemoveRole: async (world) => {
    const [, transferTo, roleId] = await roles(world);
    return { roleId, transferTo };
  },
});
