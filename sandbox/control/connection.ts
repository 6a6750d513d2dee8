import { client, fullScopes, otherScopes, portalId } from "../accounts/client";
import { isScope, parseScopes } from "../accounts/scopes";
import { firstAnswer, tokenAnswer } from "../accounts/token";
import type { Answer } from "../core/answer";
import { type DataCenter, isDataCenter, locationOf, prefixOf } from "../core/dataCenters";
import { zgid } from "../crm/organization";
import type { SandboxRequest } from "../http/route";
import { problem } from "./problem";

type Fields = (base: string, scopes: string, organizationId: string) => Record<string, string>;

const SELF_CLIENT = "zohoSelfClient";
const credentials = { clientId: client.id, clientSecret: client.secret };

const oauth2: Fields = (base, scopes) => ({
  scopes,
  ...credentials,
  authorizeUrl: `${base}/oauth/v2/auth?access_type=offline&prompt=consent`,
  tokenUrl: `${base}/oauth/v2/token`,
  revokeUrl: `${base}/oauth/v2/token/revoke`,
});

const regional: Fields = (base, ...rest) => ({ zohoRegion: base, ...oauth2(base, ...rest) });

/** The fields of each connection of the component, by its key. */
const connections = new Map<string, Fields>([
  ["zohoTemplatedConnection", regional],
  ["zohoCrmConnection", regional],
  ["zohoBooksConnection", regional],
  ["oauth2", oauth2],
  [
    SELF_CLIENT,
    (base, scopes, organizationId) => ({
      zohoRegion: base,
      service: "ZohoCRM",
      organizationId,
      scopes,
      ...credentials,
      tokenUrl: `${base}/oauth/v2/token?soid=ZohoCRM.${organizationId}`,
    }),
  ],
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
  const scopes = asked === null ? [...fullScopes, ...otherScopes].filter(scopesOf(key)) : parseScopes(asked);
  const wrong = scopes.find((scope) => !isScope(scope));
  if (wrong !== undefined) return problem(`"${wrong}" is no scope of Zoho's.`);

  const base = `http://${headers.host}${prefixOf(dataCenter)}`;
  const issued = world.accounts.connect({ clientId: client.id, dataCenter, scopes });
  // A self client has neither a refresh token nor the parameters that a login brings back.
  const token = key === SELF_CLIENT ? tokenAnswer(issued, base) : firstAnswer(issued, base);
  const context = key === SELF_CLIENT ? {} : { location: locationOf(dataCenter), "accounts-server": base };
  return {
    status: 200,
    body: { key, fields: fields(base, scopes.join(" "), zgid), token, context },
  };
}

/** A connection of one product has the scopes of that product alone. */
function scopesOf(key: string): (scope: string) => boolean {
  const isOfBooks = (scope: string) => scope.startsWith("ZohoBooks.");
  if (key === "zohoBooksConnection") return isOfBooks;
  return key === "zohoCrmConnection"
    ? (scope) => fullScopes.includes(scope) && !isOfBooks(scope)
    : () => true;
}
