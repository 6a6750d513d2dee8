import assert from "node:assert/strict";
import type { Connection } from "@prismatic-io/spectral";
import type { Component } from "../component";
import { isObject, textAt } from "./values";

const redirectUri = "https://oauth2.prismatic.io/callback";

/** The value of a hidden template input, as the platform fills it in. */
function filled(component: Component, key: string, fields: Record<string, string>): string {
  const connection = component.connections.find((candidate) => candidate.key === "zohoTemplatedConnection");
  const template = connection?.inputs.find((input) => input.key === key)?.default;
  return String(template).replace(/{{#(\w+)}}/g, (_, name: string) => fields[name] ?? "");
}

/**
 * Gets a connection as the platform does: sends the customer to the authorize URL, takes the code that comes
 * back to the accounts server that comes with it, and keeps what both answered.
 */
export async function connect(
  component: Component,
  accounts: string,
  client: { id: string; secret: string },
): Promise<Connection> {
  const definition = component.connections.find(({ key }) => key === "zohoTemplatedConnection");
  const scopes = String(definition?.inputs.find(({ key }) => key === "scopes")?.default);
  const fields = { zohoRegion: accounts, clientId: client.id, clientSecret: client.secret, scopes };

  const authorizeUrl = new URL(filled(component, "authorizeUrl", fields));
  const question = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes,
    state: "story",
  };
  for (const [name, value] of Object.entries(question)) authorizeUrl.searchParams.set(name, value);
  const redirect = await fetch(authorizeUrl, { redirect: "manual" });
  assert.equal(redirect.status, 302, "The authorize page did not redirect.");
  const callback = new URL(redirect.headers.get("location") ?? "");
  const { code, state, ...context } = Object.fromEntries(callback.searchParams);
  assert.equal(state, "story");

  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client.id,
    client_secret: client.secret,
    redirect_uri: redirectUri,
    code: code ?? "",
  });
  const token: unknown = await (
    await fetch(`${context["accounts-server"]}/oauth/v2/token`, { method: "POST", body })
  ).json();
  assert.ok(isObject(token) && textAt(token, "access_token"), "The token endpoint gave no token.");
  return {
    key: "zohoTemplatedConnection",
    configVarKey: "Zoho Connection",
    fields: {
      ...fields,
      tokenUrl: filled(component, "tokenUrl", fields),
      revokeUrl: filled(component, "revokeUrl", fields),
    },
    token,
    context,
  };
}

/** Renews the access token of a connection in place, as the platform does before it ends. */
export async function refresh(connection: Connection): Promise<void> {
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: String(connection.fields.clientId),
    client_secret: String(connection.fields.clientSecret),
    refresh_token: textAt(connection.token, "refresh_token"),
  });
  const token: unknown = await (
    await fetch(String(connection.fields.tokenUrl), { method: "POST", body })
  ).json();
  assert.ok(isObject(token) && textAt(token, "access_token"), "The token was not renewed.");
  connection.token = { ...connection.token, ...token };
}
