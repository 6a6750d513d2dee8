import type { Route, SandboxRequest } from "../../http/route";
import { moduleRoute, moduleScopes, scope } from "../call";
import { changeOwner, massChangeOwner, massChangeOwnerStatus } from "./changeOwner";
import { massDelete, massDeleteStatus } from "./massDelete";
import { massUpdate, massUpdateStatus } from "./massUpdate";
import { merge, mergeStatus } from "./merge";

/** A scope such as `ZohoCRM.mass_update.leads.UPDATE`, with the module as in the scopes of records. */
const ofModule =
  (group: string, operation: string) =>
  (request: SandboxRequest): string[] =>
    moduleScopes(operation)(request).map((name) => name.replace("ZohoCRM.modules", `ZohoCRM.${group}`));

const ownerScopes = { scopes: scope("ZohoCRM.change_owner.CREATE") };
const ownerStatusScopes = { scopes: scope("ZohoCRM.change_owner.READ") };

/** What is done to many records at once or by a job, and how the jobs stand. */
export const jobRoutes: Route[] = [
  moduleRoute("crm.massUpdate.start", ["POST", "/:module/actions/mass_update"], massUpdate, {
    scopes: ofModule("mass_update", "UPDATE"),
  }),
  moduleRoute("crm.massUpdate.status", ["GET", "/:module/actions/mass_update"], massUpdateStatus, {
    scopes: ofModule("mass_update", "READ"),
  }),
  moduleRoute("crm.massDelete.start", ["POST", "/:module/actions/mass_delete"], massDelete, {
    scopes: ofModule("mass_delete", "DELETE"),
  }),
  moduleRoute("crm.massDelete.status", ["GET", "/:module/actions/mass_delete"], massDeleteStatus, {
    scopes: ofModule("mass_delete", "READ"),
  }),
  moduleRoute("crm.changeOwner.one", ["POST", "/:module/:id/actions/change_owner"], changeOwner, ownerScopes),
  moduleRoute("crm.changeOwner.many", ["POST", "/:module/actions/change_owner"], changeOwner, ownerScopes),
  moduleRoute(
    "crm.changeOwner.start",
    ["POST", "/:module/actions/mass_change_owner"],
    massChangeOwner,
    ownerScopes,
  ),
  moduleRoute(
    "crm.changeOwner.status",
    ["GET", "/:module/actions/mass_change_owner"],
    massChangeOwnerStatus,
    ownerStatusScopes,
  ),
  moduleRoute("crm.merge.start", ["POST", "/:module/:id/actions/merge"], merge, {
    scopes: moduleScopes("CREATE", "WRITE"),
  }),
  moduleRoute("crm.merge.status", ["GET", "/:module/:id/actions/merge"], mergeStatus, {
    scopes: moduleScopes("READ"),
  }),
];
