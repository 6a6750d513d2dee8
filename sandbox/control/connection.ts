import { client, fullScopes, portalId } from "../accounts/client";
import { isScope, parseScopes } from "../accounts/scopes";
import { firstAnswer } from "../accounts/token";
import { type DataCenter, isDataCenter, locationOf, prefixOf } from "../core/dataCenters";
import type { Answer, SandboxRequest } from "../http/route";
import { problem } from "./problem";

type Fields = (base: string, scopes: string) => Record<string, string>;

const credentials = { clientId: client.id, clientSecret: client.secret };

const oauth2: Fields = (base, scopes) => ({
  scopes,
  ...credentials,
  authorizeUrl: `${base}/oauth/v2/auth?access_type=offline&prompt=consent`,
  tokenUrl: `${base}/oauth/v2/token`,
  revokeUrl: `${base}/oauth/v2/token/revoke`,
});

/** The fields of each connection of the component, by its key. */
const connections = new Map<string, Fields>([
  ["zohoTemplatedConnection", (base, scopes) => ({ zohoRegion: base, ...oauth2(base, scopes) })],
  ["oauth2", oauth2],
  [
    "zohoVerticalSolution",
    (base, scopes) => ({
      domainUrl: base,
      portalId,
      apiVersion: "v2",
      scopes,
      ...credentials,
      authorizeUrl: `${base}/clientoauth/v2/${portalId}/auth?access_type=offline&prompt=consent`,
      tokenUrl: `${base}/clientoauth/v2/${portalId}/token`,
    }),
  ],
]);

/** A connection value as the platform hands it to an action: after consent, with a live access token. */
export function connection({ query, headers, world }: SandboxRequest): Answer {
  const key = query.get("key") ?? "zohoTemplatedConnection";
  const fields = connections.get(key);
  if (!fields)
    return problem(`Unknown connection "${key}": known are ${[...connections.keys()].join(", ")}.`);
  const location = query.get("location") ?? "us";
  const dataCenter: DataCenter | undefined =
    key === "zohoVerticalSolution" ? "vertical" : isDataCenter(location) ? location : undefined;
  if (!dataCenter) return problem(`Unknown location "${location}".`);
  const asked = query.get("scopes");
  const scopes = asked === null ? [...fullScopes] : parseScopes(asked);
  const wrong = scopes.find((scope) => !isScope(scope));
  if (wrong !== undefined) return problem(`"${wrong}" is no scope.`);

  const base = `http://${headers.host}${prefixOf(dataCenter)}`;
  const issued = world.accounts.connect({ clientId: client.id, dataCenter, scopes });
  const token = firstAnswer(issued, base);
  const context = { location: locationOf(dataCenter), "accounts-server": base };
  return { status: 200, body: { key, fields: fields(base, scopes.join(" ")), token, context } };
}
