import { crmGetOrganization } from "./crmGetOrganization";

export const usersActions = { crmGetOrganization };
