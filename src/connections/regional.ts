import {
  type OAuth2ConnectionDefinition,
  OAuth2Type,
  oauth2Connection,
  templateConnectionInputs,
} from "@prismatic-io/spectral";
import { dataCenters } from "../zoho/dataCenters";

/** What the actions on Zoho CRM need, each by the least that Zoho offers for all modules. */
export const crmScopes = [
  "ZohoCRM.modules.ALL",
  "ZohoCRM.settings.ALL",
  "ZohoCRM.coql.READ",
  "ZohoCRM.users.ALL",
  "ZohoCRM.org.ALL",
  "ZohoCRM.bulk.READ",
  "ZohoCRM.bulk.CREATE",
  "ZohoFiles.files.ALL",
  "ZohoCRM.notifications.ALL",
  "ZohoCRM.files.CREATE",
  "ZohoCRM.files.READ",
  "ZohoCRM.composite_requests.CUSTOM",
  "ZohoCRM.change_owner.CREATE",
  "ZohoCRM.change_owner.READ",
  "ZohoCRM.mass_update.UPDATE",
  "ZohoCRM.mass_update.READ",
  "ZohoCRM.mass_delete.DELETE",
  "ZohoCRM.mass_delete.READ",
  "ZohoCRM.mass_convert.leads.CREATE",
  "ZohoCRM.mass_convert.leads.READ",
  "ZohoCRM.share.ALL",
  "ZohoCRM.send_mail.all.CREATE",
  "ZohoCRM.templates.email.READ",
  "ZohoCRM.templates.inventory.READ",
  "ZohoCRM.features.READ",
  "ZohoCRM.functions.execute.CREATE",
  "ZohoSearch.securesearch.READ",
];

/**
 * What a few actions need besides: scopes of products that an organization with Zoho CRM may not have, and
 * those that no login is known to have had. No connection begins with them, for one scope that Zoho does not
 * take keeps everybody out; a builder adds what the description of an action names.
 */
export const addedScopes = [
  "ZohoCRM.mass_convert.quotes.CREATE",
  "ZohoCRM.mass_convert.quotes.READ",
  "ZohoCRM.mass_convert.salesorders.CREATE",
  "ZohoCRM.mass_convert.salesorders.READ",
  "ZohoWriter.documentEditor.ALL",
  "ZohoWriter.merge.ALL",
  "ZohoSign.documents.ALL",
];

/** What the actions on Zoho Books need. */
export const booksScopes = ["ZohoBooks.fullaccess.all"];

/** The input for the scopes of a connection, with what its actions need to begin with. */
export const scopesOf = (scopes: readonly string[]) => ({
  label: "Scopes",
  type: "string" as const,
  required: true,
  default: scopes.join(" "),
  comments:
    "The OAuth scopes to ask for, separated by spaces. The documentation of each action names the scope it needs. One scope that Zoho does not know, or of a product that the organization does not have, makes Zoho refuse the login with INVALID_OAUTH_SCOPE. See Zoho's [list of scopes](https://www.zoho.com/crm/developer/docs/api/v8/scopes.html).",
  example: "ZohoCRM.modules.ALL ZohoCRM.settings.ALL",
});

export const clientId = {
  label: "Client ID",
  type: "string" as const,
  required: true,
  comments: "The client ID of the application in the [Zoho API console](https://api-console.zoho.com/).",
  example: "1000.GMB0YULZHJK411248S8I5GZ4CHUEX0",
};

export const clientSecret = {
  label: "Client Secret",
  type: "password" as const,
  required: true,
  comments: "The client secret of the application in the [Zoho API console](https://api-console.zoho.com/).",
  example: "122c324d3496d5d777ceeebc129470715fbb856b7f",
};

/** The input of every kind of connection that says how many credits are left to others. */
export const minimumCredits = {
  label: "Minimum Credits",
  type: "string" as const,
  required: false,
  comments:
    "The number of Zoho CRM API credits of the day to leave to others. Below it, batches and reads of all records stop with what they have. Zoho reports what is left once half of the credits of the day are used. Leave empty to use all.",
  example: "5000",
};

/** The input of the kinds of connection to Zoho Books that says how many requests are left to others. */
const minimumRequests = {
  label: "Minimum Requests",
  type: "string" as const,
  required: false,
  comments:
    "The number of Zoho Books API requests of the day to leave to others. Below it, batches and reads of all records stop with what they have. Zoho reports with each answer what is left. Leave empty to use all.",
  example: "500",
};

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
const regionalConnection = ({
  key,
  label,
  description,
  scopes,
}: RegionalConnection): OAuth2ConnectionDefinition =>
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
        ...(scopes === crmScopes ? {} : { minimumRequests }),
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
