import { crmGetOrganization } from "./crmGetOrganization";
import { crmGetProfiles } from "./crmGetProfiles";
import { crmGetRoles } from "./crmGetRoles";
import { crmGetUser } from "./crmGetUser";
import { crmGetUsers } from "./crmGetUsers";

export const usersActions = { crmGetOrganization, crmGetProfiles, crmGetRoles, crmGetUser, crmGetUsers };
