import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

const firstId = async (world: ExampleWorld, key: string, list: string, index = 0) => {
  const answer = await world.act(key, {});
  const items = answer[list];
  return Array.isArray(items) ? String(items[index].id) : "";
};

exerciseActions("crm/settings/users", {
  crmCreateUser: async (world) => ({
    firstName: "Ada",
    lastName: "Burns",
    email: "ada.burns@example.com",
    roleId: await firstId(world, "crmGetRoles", "roles"),
    profileId: await firstId(world, "crmGetProfiles", "profiles"),
  }),
  crmUpdateUser: async (world) => ({
    userId: await firstId(world, "crmGetUsers", "users", 2),
    lastName: "Burns",
    active: false,
  }),
  crmRemoveUser: async (world) => ({ userId: await firstId(world, "crmGetUsers", "users", 2) }),
  crmTransferUser: async (world) => ({
    userId: await firstId(world, "crmGetUsers", "users", 2),
    newUserId: await firstId(world, "crmGetUsers", "users", 3),
    deleteUser: true,
  }),
});
