import type { Answer } from "../core/answer";
import type { SandboxRequest } from "../http/route";
import type { World } from "../world";
import { ACCESS_TOKEN_LIFE_SECONDS, type AccessToken, type Refusal } from "./accounts";
import { client } from "./client";
import { areGrantable, parseScopes } from "./scopes";

/** What the token endpoint sends; a refresh has no `refresh_token` in its answer. */
export interface TokenAnswer {
  access_token: string;
  refresh_token?: string;
  scope: string;
  api_domain: string;
  token_type: "Bearer";
  expires_in: number;
}

/**
 * The token endpoint, with the grants `authorization_code`, `refresh_token` and `client_credentials`. What is
 * wrong with a request comes as `{ "error" }`, mostly with status 200; a throttled one is 400.
 */
export function token(request: SandboxRequest): Answer {
  const value = parameters(request);
  const { id, secret } = credentials(request, value);
  const { accounts, behaviours } = request.world;
  const refuse = (refusal: Refusal) => refused(refusal, Number(behaviours.tokenErrorStatus));
  if (id !== client.id) return refuse({ error: "invalid_client" });
  if (secret !== client.secret) return refuse({ error: "invalid_client_secret" });

  const from = { clientId: client.id, dataCenter: request.dataCenter };
  switch (value("grant_type")) {
    case "authorization_code": {
      const redirectUri = value("redirect_uri") ?? "";
      const verifier = value("code_verifier");
      const issued = accounts.exchange(value("code") ?? "", { ...from, redirectUri, verifier });
      return "error" in issued ? refuse(issued) : { status: 200, body: firstAnswer(issued, request.baseUrl) };
    }
    case "refresh_token": {
      const issued = accounts.refresh(value("refresh_token") ?? "", from.clientId, from.dataCenter);
      return "error" in issued ? refuse(issued) : { status: 200, body: tokenAnswer(issued, request.baseUrl) };
    }
    case "client_credentials": {
      const scopes = parseScopes(value("scope") ?? "");
      const problem = problemOf(scopes, value("soid"), request.world);
      if (problem) return refuse(problem);
      return { status: 200, body: tokenAnswer(accounts.issueToClient({ ...from, scopes }), request.baseUrl) };
    }
    default:
      return refuse({ error: "unsupported_grant_type" });
  }
}

/**
 * What is wrong with a request for a token that belongs to an organization: it names scopes, and the
 * organization as `{service}.{id}`.
 */
function problemOf(scopes: readonly string[], soid: string | undefined, world: World): Refusal | undefined {
  if (!areGrantable(scopes, world.limits.products)) return { error: "INVALID_OAUTH_SCOPE" };
  const [service, id = ""] = (soid ?? "").split(".");
  const isKnown =
    service === "ZohoBooks" ? world.books.find(id) : id === world.crm.zgid && service === "ZohoCRM";
  return isKnown
    ? undefined
    : { error: soid === undefined ? "missing_org_info" : world.behaviours.unknownSoid };
}

/** Ends a refresh token with all its access tokens, or an access token alone. */
export function revoke(request: SandboxRequest): Answer {
  const value = parameters(request)("token") ?? "";
  if (!request.world.accounts.revoke(value)) return refused({ error: "invalid_token" }, 200);
  return { status: 200, body: { status: "success" } };
}

/** The answer to the first exchange, which alone carries the refresh token. */
export function firstAnswer(issued: AccessToken, apiDomain: string): TokenAnswer {
  const { access_token, ...rest } = tokenAnswer(issued, apiDomain);
  const { offline, refreshToken } = issued.grant;
  return { access_token, ...(offline && { refresh_token: refreshToken }), ...rest };
}

/** The answer to everything but a first exchange. */
export function tokenAnswer(issued: AccessToken, apiDomain: string): TokenAnswer {
  return {
    access_token: issued.value,
    scope: issued.grant.scopes.names.join(" "),
    api_domain: apiDomain,
    token_type: "Bearer",
    expires_in: ACCESS_TOKEN_LIFE_SECONDS,
  };
}

type Parameters = (name: string) => string | undefined;

/** Parameters may stand in the form or in the query; the form goes first. */
function parameters({ body, query }: SandboxRequest): Parameters {
  const form = new Map<string, unknown>(
    typeof body === "object" && body !== null ? Object.entries(body) : [],
  );
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : (query.get(name) ?? undefined);
  };
}

/** `client_secret_post` and `client_secret_basic`. */
function credentials({ headers }: SandboxRequest, value: Parameters) {
  const [scheme, encoded] = (headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic") return { id: value("client_id"), secret: value("client_secret") };
  const [id, ...secret] = Buffer.from(encoded ?? "", "base64")
    .toString()
    .split(":");
  return { id, secret: secret.join(":") };
}

function refused(refusal: Refusal, status: number): Answer {
  if (refusal.error !== "Access Denied") return { status, body: refusal };
  const error_description = "You have made too many requests continuously. Please try again after some time.";
  return { status: 400, body: { error_description, ...refusal, status: "failure" } };
}
