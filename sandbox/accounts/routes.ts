import { refusals } from "../http/refusals";
import type { Route } from "../http/route";
import { authorize } from "./authorize";
import { portalId } from "./client";
import { revoke, token } from "./token";

/** A vertical solution has its own paths, on its own host, by portal. */
function ofPortal(handle: Route["handle"]): Route["handle"] {
  return (request) => {
    if (request.dataCenter !== "vertical") return refusals.accounts.path;
    if (request.params.portalId !== portalId) return { status: 200, body: { error: "invalid_client" } };
    return handle(request);
  };
}

export const accountsRoutes: Route[] = [
  { operation: "accounts.authorize", method: "GET", path: "/oauth/v2/auth", handle: authorize },
  { operation: "accounts.token", method: "POST", path: "/oauth/v2/token", handle: token },
  { operation: "accounts.revoke", method: "POST", path: "/oauth/v2/token/revoke", handle: revoke },
  {
    operation: "accounts.vertical.authorize",
    method: "GET",
    path: "/clientoauth/v2/:portalId/auth",
    handle: ofPortal(authorize),
  },
  {
    operation: "accounts.vertical.token",
    method: "POST",
    path: "/clientoauth/v2/:portalId/token",
    handle: ofPortal(token),
  },
];
