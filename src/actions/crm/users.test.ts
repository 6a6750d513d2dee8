import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/users", {
  crmCountUsers: () => ({ userType: "ActiveUsers" }),
  crmGetProfile: async (world) => {
    const { profiles } = await world.act("crmGetProfiles", {});
    return { profileId: Array.isArray(profiles) ? String(profiles[1].id) : "" };
  },
  crmGetOrganization: () => ({}),
  crmGetUser: () => ({}),
  crmGetCurrentUser: () => ({}),
  crmValidateConnection: () => ({}),
  crmGetUsers: () => ({ userType: "ActiveUsers", fetchAll: "true" }),
  crmGetRoles: () => ({}),
  crmGetProfiles: () => ({}),
});
