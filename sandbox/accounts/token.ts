import type { Answer, SandboxRequest } from "../http/route";
import { ACCESS_TOKEN_LIFE_SECONDS, type AccessToken, type Refusal } from "./accounts";
import { client } from "./client";

/** What the token endpoint sends; a refresh has no `refresh_token` in its answer. */
export interface TokenAnswer {
  access_token: string;
  refresh_token?: string;
  scope: string;
  api_domain: string;
  token_type: "Bearer";
  expires_in: number;
}

/** The token endpoint, with `authorization_code` and `refresh_token` grants; it answers 200 whatever is wrong. */
export function token(request: SandboxRequest): Answer {
  const value = parameters(request);
  const { id, secret } = credentials(request, value);
  if (id !== client.id) return refuse({ error: "invalid_client" });
  if (secret !== client.secret) return refuse({ error: "invalid_client_secret" });

  const { accounts } = request.world;
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
    default:
      return refuse({ error: "unsupported_grant_type" });
  }
}

/** Ends a refresh token with all its access tokens, or an access token alone. */
export function revoke(request: SandboxRequest): Answer {
  const value = parameters(request)("token") ?? "";
  if (!request.world.accounts.revoke(value)) return refuse({ error: "invalid_token" });
  return { status: 200, body: { status: "success" } };
}

/** The answer to the first exchange, which alone carries the refresh token. */
export function firstAnswer(issued: AccessToken, apiDomain: string): TokenAnswer {
  const { access_token, ...rest } = tokenAnswer(issued, apiDomain);
  const { offline, refreshToken } = issued.grant;
  return { access_token, ...(offline && { refresh_token: refreshToken }), ...rest };
}

function tokenAnswer(issued: AccessToken, apiDomain: string): TokenAnswer {
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

function refuse(refusal: Refusal): Answer {
  if (refusal.error !== "Access Denied") return { status: 200, body: refusal };
  const error_description = "You have made too many requests continuously. Please try again after some time.";
  return { status: 200, body: { error_description, ...refusal, status: "failure" } };
}
