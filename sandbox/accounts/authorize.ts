import type { Answer } from "../core/answer";
import { locationOf } from "../core/dataCenters";
import type { SandboxRequest } from "../http/route";
import { parseChallenge } from "./challenge";
import { client } from "./client";
import { areGrantable, parseScopes } from "./scopes";

/**
 * The authorization page, on which the one user says yes at once: a redirect with `code`, `location` and
 * `accounts-server`, at which the code must be exchanged. What is wrong with a request comes as `{ "error"
 * }`.
 */
export function authorize({ query, world, dataCenter, baseUrl }: SandboxRequest): Answer {
  const redirectUri = query.get("redirect_uri");
  const scopes = parseScopes(query.get("scope") ?? "");
  const offline = query.get("access_type") === "offline";
  const challenge = parseChallenge(query);
  if (query.get("client_id") !== client.id) return refuse("invalid_client");
  if (redirectUri !== client.redirectUri) return refuse("invalid_redirect_uri");
  if (query.get("response_type") !== "code") return refuse("invalid_response_type");
  if (!areGrantable(scopes, world.limits.products)) return refuse("INVALID_OAUTH_SCOPE");
  if ("error" in challenge) return refuse(challenge.error);
  const anew = query.get("prompt") === "consent" || !world.accounts.hasGrant(client.id, dataCenter);
  const given = world.accounts.createCode({
    clientId: client.id,
    dataCenter,
    redirectUri,
    scopes,
    offline: offline && anew,
    ...challenge,
  });
  if ("error" in given) return refuse(given.error);

  const back = new URL(redirectUri);
  back.searchParams.set("code", given.code);
  back.searchParams.set("location", locationOf(dataCenter));
  back.searchParams.set("accounts-server", baseUrl);
  const state = query.get("state");
  if (state !== null) back.searchParams.set("state", state);
  return { status: 302, headers: { Location: back.href } };
}

function refuse(error: string): Answer {
  return { status: 200, body: { error } };
}
