import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/users", {
  crmGetOrganization: () => ({}),
  crmGetUser: () => ({}),
  crmGetCurrentUser: () => ({}),
  crmValidateConnection: () => ({}),
  crmGetUsers: () => ({ userType: "ActiveUsers", fetchAll: "true" }),
  crmGetRoles: () => ({}),
  crmGetProfiles: () => ({}),
});
