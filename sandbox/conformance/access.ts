import { isObject, textOf } from "../crm/objects";
import type { Access } from "./zoho";

/** A connection value as the platform has it: its token, and what its fields know of the token endpoint. */
export function accessOf(connection: unknown): Access {
  const { token, fields } = isObject(connection) ? connection : {};
  const of = isObject(token) ? token : {};
  const about = isObject(fields) ? fields : {};
  const [api, value] = [textOf(of.api_domain), textOf(of.access_token)];
  if (!api || !value)
    throw new Error("The connection value holds no token with an access_token and an api_domain.");
  const text = (name: string) => textOf(about[name]);
  return {
    api,
    token: value,
    tokenUrl: text("tokenUrl"),
    clientId: text("clientId"),
    clientSecret: text("clientSecret"),
  };
}

/**
 * What a refresh token gives access to: `ZOHO_REFRESH_TOKEN` of a client `ZOHO_CLIENT_ID` and
 * `ZOHO_CLIENT_SECRET`, at the accounts server `ZOHO_ACCOUNTS_URL`.
 */
export async function accessByRefreshToken(env: NodeJS.ProcessEnv): Promise<Access> {
  const { ZOHO_REFRESH_TOKEN = "", ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "" } = env;
  const tokenUrl = `${env.ZOHO_ACCOUNTS_URL ?? "https://accounts.zoho.com"}/oauth/v2/token`;
  const client = { client_id: ZOHO_CLIENT_ID, client_secret: ZOHO_CLIENT_SECRET };
  const form = { grant_type: "refresh_token", refresh_token: ZOHO_REFRESH_TOKEN, ...client };
  const response = await fetch(tokenUrl, { method: "POST", body: new URLSearchParams(form) });
  const token: unknown = await response.json();
  if (!isObject(token) || !token.access_token)
    throw new Error(`Zoho gave no access token: ${isObject(token) ? String(token.error) : response.status}.`);
  return accessOf({
    token,
    fields: { tokenUrl, clientId: ZOHO_CLIENT_ID, clientSecret: ZOHO_CLIENT_SECRET },
  });
}
