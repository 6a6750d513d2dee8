/** What the connector's actions need, each by the least that Zoho offers for all modules. */
export const defaultScopes = [
  "ZohoCRM.coql.READ",
  "ZohoCRM.notifications.ALL",
  "ZohoCRM.users.ALL",
  "ZohoCRM.org.ALL",
  "ZohoCRM.settings.ALL",
  "ZohoCRM.modules.ALL",
  "ZohoCRM.bulk.ALL",
  "ZohoCRM.files.CREATE",
  "ZohoCRM.files.READ",
  "ZohoCRM.composite_requests.CUSTOM",
  "ZohoCRM.change_owner.CREATE",
  "ZohoCRM.change_owner.READ",
  "ZohoCRM.mass_update.ALL",
  "ZohoCRM.mass_delete.ALL",
  "ZohoCRM.mass_convert.leads.ALL",
  "ZohoCRM.share.ALL",
  "ZohoCRM.send_mail.all.CREATE",
  "ZohoSearch.securesearch.READ",
  "ZohoFiles.files.ALL",
  "ZohoBooks.fullaccess.all",
].join(" ");

export const scopes = {
  label: "Scopes",
  type: "string" as const,
  required: true,
  default: defaultScopes,
  comments:
    "The OAuth scopes to ask for, separated by spaces. The documentation of each action names the scope it needs. See Zoho's [list of scopes](https://www.zoho.com/crm/developer/docs/api/v8/scopes.html).",
  example: "ZohoCRM.modules.ALL ZohoCRM.settings.ALL",
};

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
