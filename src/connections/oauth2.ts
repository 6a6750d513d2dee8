import { OAuth2Type, oauth2Connection } from "@prismatic-io/spectral";
import { dataCenters } from "../zoho/dataCenters";
import { booksScopes, clientId, clientSecret, crmScopes, scopesOf } from "./regional";

const regional = (label: string, path: string, purpose: string, required = true) => ({
  label,
  type: "string" as const,
  required,
  model: dataCenters.map(({ name, accounts }) => ({
    label: `${name} (${accounts})`,
    value: accounts + path,
  })),
  comments: `${purpose} Choose the same data center in all three URLs.`,
  example: `https://accounts.zoho.com${path}`,
});

export const oauth2 = oauth2Connection({
  key: "oauth2",
  display: {
    label: "Zoho OAuth 2.0 (Deprecated)",
    description:
      "Authenticates requests to Zoho with OAuth 2.0 by three separate URLs. New integrations use OAuth 2.0.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: {
    authorizeUrl: regional(
      "Authorize URL",
      "/oauth/v2/auth?access_type=offline&prompt=consent",
      "The URL at which the login begins.",
    ),
    tokenUrl: regional("Token URL", "/oauth/v2/token", "The URL that issues tokens."),
    scopes: scopesOf([...crmScopes, ...booksScopes]),
    revokeUrl: regional(
      "Refresh Token Revoke URL",
      "/oauth/v2/token/revoke",
      "The URL that revokes the refresh token; without it the token outlives the connection.",
      false,
    ),
    clientId,
    clientSecret,
  },
});
