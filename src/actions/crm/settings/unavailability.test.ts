import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

const idsOf = async (world: ExampleWorld, key: string, list: string): Promise<string[]> => {
  const items = (await world.act(key, {}))[list];
  return Array.isArray(items) ? items.map(({ id }) => String(id)) : [];
};

exerciseActions("crm/settings/unavailability", {
  crmGetUserUnavailability: async (world) => ({
    after: "2026-03-02T08:00:00Z",
    before: "2026-03-02T18:00:00Z",
    roleIds: await idsOf(world, "crmGetRoles", "roles"),
  }),
  crmSetUserUnavailability: async (world) => ({
    userId: (await idsOf(world, "crmGetUsers", "users"))[0],
    from: "2026-03-03T09:00:00Z",
    to: "2026-03-03T17:00:00Z",
    comments: "Day off",
  }),
  crmRemoveUserUnavailability: async (world) => ({
    unavailabilityId: (await idsOf(world, "crmGetUserUnavailability", "users_unavailability"))[0],
  }),
});
