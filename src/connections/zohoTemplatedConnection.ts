import { OAuth2Type, oauth2Connection, templateConnectionInputs } from "@prismatic-io/spectral";
import { dataCenters } from "../zoho/dataCenters";
import { clientId, clientSecret, scopes } from "./scopes";

const zohoRegion = {
  label: "Region URL",
  type: "string" as const,
  required: true,
  default: "https://accounts.zoho.com",
  model: dataCenters.map(({ name, accounts }) => ({ label: `${name} (${accounts})`, value: accounts })),
  comments:
    "The data centre in which the Zoho organisation lives, by its accounts URL. The login page of the organisation shows it. See [multiple data centres](https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html).",
  example: "https://accounts.zoho.eu",
};

export const zohoTemplatedConnection = oauth2Connection({
  key: "zohoTemplatedConnection",
  display: {
    label: "OAuth 2.0",
    description:
      "Authenticates requests to Zoho CRM and Zoho Books with OAuth 2.0, in any of Zoho's data centres.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: templateConnectionInputs(
    { zohoRegion, scopes: { ...scopes }, clientId: { ...clientId }, clientSecret: { ...clientSecret } },
    {
      authorizeUrl: {
        type: "template",
        label: "Authorize URL",
        templateValue: "{{#zohoRegion}}/oauth/v2/auth?access_type=offline&prompt=consent",
        comments: "Where the login begins, made from the Region URL.",
      },
      tokenUrl: {
        type: "template",
        label: "Token URL",
        templateValue: "{{#zohoRegion}}/oauth/v2/token",
        comments: "Where tokens are issued, made from the Region URL.",
      },
      revokeUrl: {
        type: "template",
        label: "Revoke URL",
        templateValue: "{{#zohoRegion}}/oauth/v2/token/revoke",
        comments: "Where the refresh token is revoked, made from the Region URL.",
      },
    },
    OAuth2Type.AuthorizationCode,
  ),
});
