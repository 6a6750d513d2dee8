import {
  type OAuth2ConnectionDefinition,
  OAuth2Type,
  oauth2Connection,
  templateConnectionInputs,
} from "@prismatic-io/spectral";
import { clientId, clientSecret, crmScopes, minimumCredits, scopesOf } from "./regional";

const domainUrl = {
  label: "Domain URL",
  type: "string" as const,
  required: true,
  comments:
    "The host of the Vertical Solution, of the form `https://{domain}.zohoplatform.{tld}`, without a closing slash.",
  example: "https://acme.zohoplatform.com",
};

const portalId = {
  label: "Portal ID",
  type: "string" as const,
  required: true,
  comments: "The portal ID of the Vertical Solution, as its administrator sees it.",
  example: "50012345678",
};

const apiVersion = {
  label: "API Version",
  type: "string" as const,
  required: true,
  default: "v2",
  model: ["v2", "v2.1", "v3", "v4", "v5", "v6"].map((version) => ({ label: version, value: version })),
  comments: "The version of the Zoho CRM API that the Vertical Solution offers.",
  example: "v2",
};

export const zohoVerticalSolution: OAuth2ConnectionDefinition = oauth2Connection({
  key: "zohoVerticalSolution",
  display: {
    label: "OAuth 2.0 (Vertical Solution)",
    description: "Authenticates requests to a Vertical Solution on its own zohoplatform host with OAuth 2.0.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: templateConnectionInputs(
    {
      domainUrl,
      portalId,
      apiVersion,
      scopes: scopesOf(crmScopes),
      clientId: { ...clientId },
      clientSecret: { ...clientSecret },
      minimumCredits,
    },
    {
      authorizeUrl: {
        type: "template",
        label: "Authorize URL",
        templateValue: "{{#domainUrl}}/clientoauth/v2/{{#portalId}}/auth?access_type=offline&prompt=consent",
        comments: "Where the login begins, made from the Domain URL and the Portal ID.",
      },
      tokenUrl: {
        type: "template",
        label: "Token URL",
        templateValue: "{{#domainUrl}}/clientoauth/v2/{{#portalId}}/token",
        comments: "Where tokens are issued, made from the Domain URL and the Portal ID.",
      },
    },
    OAuth2Type.AuthorizationCode,
  ),
});
