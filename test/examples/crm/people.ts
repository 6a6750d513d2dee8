import type { Example } from "../world";

export const examples: Record<string, Example> = {
  crmGetUser: () => ({}),
  crmGetUsers: () => ({ userType: "ActiveUsers", fetchAll: "true" }),
  crmGetRoles: () => ({}),
  crmGetProfiles: () => ({}),
};
