import {
  type OAuth2ConnectionDefinition,
  OAuth2Type,
  oauth2Connection,
  templateConnectionInputs,
} from "@prismatic-io/spectral";
import { clientId, clientSecret, crmScopes, minimumCredits, scopesOf, zohoRegion } from "./regional";

const service = {
  label: "Service",
  type: "string" as const,
  required: true,
  default: "ZohoCRM",
  model: [
    { label: "Zoho CRM", value: "ZohoCRM" },
    { label: "Zoho Books", value: "ZohoBooks" },
  ],
  comments: "The product to which the Organization ID belongs.",
  example: "ZohoCRM",
};

const organizationId = {
  label: "Organization ID",
  type: "string" as const,
  required: true,
  comments:
    "The ID of the organization in that product. Zoho CRM shows it under Setup, Company Details; Zoho Books under Manage Organizations.",
  example: "60012345678",
};

/**
 * Client credentials of a Self Client: the login belongs to the organization, which the token request names
 * as `soid`.
 * @see https://www.zoho.com/accounts/protocol/oauth/self-client/client-credentials-flow.html
 */
export const zohoSelfClient: OAuth2ConnectionDefinition = oauth2Connection({
  key: "zohoSelfClient",
  display: {
    label: "OAuth 2.0 (Self Client)",
    description:
      "Authenticates requests to Zoho with the client credentials of a Self Client, without a user's login.",
  },
  oauth2Type: OAuth2Type.ClientCredentials,
  inputs: templateConnectionInputs(
    {
      zohoRegion: { ...zohoRegion },
      service,
      organizationId,
      scopes: scopesOf(crmScopes),
      clientId: { ...clientId },
      clientSecret: { ...clientSecret },
      minimumCredits,
    },
    {
      tokenUrl: {
        type: "template",
        label: "Token URL",
        templateValue: "{{#zohoRegion}}/oauth/v2/token?soid={{#service}}.{{#organizationId}}",
        comments: "Where tokens are issued, made from the Region URL, the Service and the Organization ID.",
      },
    },
    OAuth2Type.ClientCredentials,
  ),
});
