import { OAuth2Type, oauth2Connection, templateConnectionInputs } from "@prismatic-io/spectral";
import { dataCenters } from "../zoho/dataCenters";
import { booksScopes, clientId, clientSecret, crmScopes, minimumCredits, scopesOf } from "./scopes";

/** The data center by its accounts URL, from which the addresses of the login are made. */
export const zohoRegion = {
  label: "Region URL",
  type: "string" as const,
  required: true,
  default: "https://accounts.zoho.com",
  model: dataCenters.map(({ name, accounts }) => ({ label: `${name} (${accounts})`, value: accounts })),
  comments:
    "The data center in which the Zoho organization lives, by its accounts URL. The login page of the organization shows it. See [multiple data centers](https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html).",
  example: "https://accounts.zoho.eu",
};

interface RegionalConnection {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

/**
 * A login in a data center that the Region URL names; the connections of this kind differ in their scopes
 * alone.
 */
const regionalConnection = ({ key, label, description, scopes }: RegionalConnection) =>
  oauth2Connection({
    key,
    display: { label, description },
    oauth2Type: OAuth2Type.AuthorizationCode,
    inputs: templateConnectionInputs(
      {
        zohoRegion: { ...zohoRegion },
        scopes: scopesOf(scopes),
        clientId: { ...clientId },
        clientSecret: { ...clientSecret },
        minimumCredits,
      },
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

export const regionalConnections = [
  {
    key: "zohoTemplatedConnection",
    label: "OAuth 2.0",
    description:
      "Authenticates requests to Zoho CRM and Zoho Books with OAuth 2.0, in any of Zoho's data centers.",
    scopes: [...crmScopes, ...booksScopes],
  },
  {
    key: "zohoCrmConnection",
    label: "OAuth 2.0 (Zoho CRM)",
    description:
      "Authenticates requests to Zoho CRM with OAuth 2.0, for organizations that do not have Zoho Books.",
    scopes: crmScopes,
  },
  {
    key: "zohoBooksConnection",
    label: "OAuth 2.0 (Zoho Books)",
    description:
      "Authenticates requests to Zoho Books with OAuth 2.0, for organizations that do not have Zoho CRM.",
    scopes: booksScopes,
  },
].map(regionalConnection);
