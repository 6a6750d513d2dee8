import type { Answer } from "../../core/answer";
import type { Route, SandboxRequest } from "../../http/route";
import { crmRoute, scope } from "../call";
import { isObject } from "../objects";
import { composite } from "./composite";

/** Several requests in one. */
export const compositeRoutes: Route[] = [
  crmRoute("crm.composite", ["POST", "/__composite_requests"], composite, {
    scopes: scope("ZohoCRM.composite_requests.CUSTOM"),
    subConcurrency: () => true,
    credits,
  }),
];

/** One credit, and one more for a rollback that was asked for and not needed. */
function credits({ body }: SandboxRequest, { status }: Answer): number {
  return isObject(body) && body.rollback_on_fail === true && status === 200 ? 2 : 1;
}
