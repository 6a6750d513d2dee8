import type { Route, SandboxRequest } from "../../http/route";
import { crmRoute, moduleRoute, moduleScopes, scope } from "../call";
import { getBlueprint, makeTransition } from "./blueprint";
import { cloneRecord } from "./clone";
import { changeReason, getLock, lockRecord, ofRecord, unlockRecord } from "./locks";
import { cancelMeeting } from "./meetings";
import { getShares, revokeShares, share } from "./share";
import { getTimeline } from "./timeline";

const sharePath = "/:module/:id/actions/share";
const blueprintPath = "/:module/:id/actions/blueprint";
const lockPath = "/:module/:id/Locking_Information__s";

const shareScopes = (operation: string) => ({
  scopes: (request: SandboxRequest) =>
    moduleScopes(operation)(request).map((name) => name.replace("ZohoCRM.modules", "ZohoCRM.share")),
});

/** The file of Zoho's API for locks names a scope of the settings, its pages one of the module. */
const lockScopes = (operation: string) => ({
  scopes: (request: SandboxRequest) => [
    ...moduleScopes(operation)(request),
    `ZohoCRM.settings.modules.${operation}`,
  ],
});

/** What can be done with a single record besides reading and writing it. */
export const recordActionRoutes: Route[] = [
  moduleRoute("crm.records.clone", ["POST", "/:module/:id/actions/clone"], cloneRecord, {
    scopes: moduleScopes("CREATE", "WRITE"),
  }),
  crmRoute("crm.meetings.cancel", ["POST", "/Events/:id/actions/cancel"], cancelMeeting, {
    scopes: scope("ZohoCRM.modules.events.UPDATE"),
  }),
  moduleRoute("crm.records.timeline", ["GET", "/:module/:id/__timeline"], getTimeline, {
    scopes: moduleScopes("READ"),
  }),
  moduleRoute("crm.blueprint.get", ["GET", blueprintPath], getBlueprint, { scopes: moduleScopes("READ") }),
  moduleRoute("crm.blueprint.update", ["PUT", blueprintPath], makeTransition, {
    scopes: moduleScopes("UPDATE", "WRITE"),
  }),
  moduleRoute("crm.lock.get", ["GET", lockPath], ofRecord(getLock), lockScopes("READ")),
  moduleRoute("crm.lock.create", ["POST", lockPath], ofRecord(lockRecord), lockScopes("CREATE")),
  moduleRoute(
    "crm.lock.update",
    ["PUT", `${lockPath}/:lockId`],
    ofRecord(changeReason),
    lockScopes("UPDATE"),
  ),
  moduleRoute(
    "crm.lock.delete",
    ["DELETE", `${lockPath}/:lockId`],
    ofRecord(unlockRecord),
    lockScopes("DELETE"),
  ),
  moduleRoute("crm.share.get", ["GET", sharePath], getShares, shareScopes("READ")),
  moduleRoute("crm.share.create", ["POST", sharePath], share(false), shareScopes("CREATE")),
  moduleRoute("crm.share.update", ["PUT", sharePath], share(true), shareScopes("UPDATE")),
  moduleRoute("crm.share.revoke", ["DELETE", sharePath], revokeShares, shareScopes("DELETE")),
];
