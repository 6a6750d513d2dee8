import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/users", {
  crmGetOrganization: () => ({}),
  crmGetUser: () => ({}),
  crmGetUsers: () => ({ userType: "ActiveUsers", fetchAll: "true" }),
  crmGetRoles: () => ({}),
  crmGetProfiles: () => ({}),
});
