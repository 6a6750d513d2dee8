/** The one registered client, multi-DC with a common secret; made up, in the shape of Zoho's. */
export const client = {
  id: "1000.Z4M7Q2SANDBOX8K3V6T1XW9RBJ5HYD",
  secret: "5f0c9e2b7a41d8366be0f7c29a13d54e80617fb2c9",
  redirectUri: "https://oauth2.prismatic.io/callback",
};

/** Scopes of Zoho's other products, which a builder adds to a connection for the ones that are used. */
export const otherScopes: readonly string[] = [
  "Desk.tickets.ALL",
  "ZohoBigin.modules.ALL",
  "ZohoCampaigns.contact.ALL",
  "ZohoExpense.fullaccess.ALL",
  "ZohoInventory.FullAccess.all",
  "ZohoInvoice.fullaccess.all",
  "ZohoMail.accounts.READ",
  "ZohoProjects.portals.READ",
  "ZohoRecruit.modules.ALL",
  "ZohoSign.documents.ALL",
  "ZohoSubscriptions.fullaccess.all",
  "ZohoWriter.documentEditor.ALL",
  "ZohoWriter.merge.ALL",
];

/** The portal of the vertical solution under `/dc/vertical`. */
export const portalId = "10068412305";

/**
 * Every scope that a full connector needs: the ones Prismatic's public Zoho component asks for, and what they
 * leave out.
 */
export const fullScopes: readonly string[] = [
  "ZohoCRM.coql.READ",
  "ZohoCRM.notifications.ALL",
  "ZohoCRM.users.ALL",
  "ZohoCRM.org.ALL",
  "ZohoCRM.settings.ALL",
  "ZohoCRM.modules.ALL",
  "ZohoCRM.bulk.ALL",
  "ZohoBooks.fullaccess.all",
  "ZohoFiles.files.ALL",
  "ZohoCRM.composite_requests.CUSTOM",
  "ZohoCRM.files.CREATE",
  "ZohoCRM.files.READ",
  "ZohoCRM.share.ALL",
  "ZohoCRM.mass_update.READ",
  "ZohoCRM.mass_update.UPDATE",
  "ZohoCRM.mass_delete.READ",
  "ZohoCRM.mass_delete.DELETE",
  "ZohoCRM.mass_convert.CREATE",
  "ZohoCRM.mass_convert.READ",
  "ZohoCRM.change_owner.CREATE",
  "ZohoCRM.change_owner.READ",
  "ZohoCRM.send_mail.all.CREATE",
  "ZohoCRM.templates.email.READ",
  "ZohoCRM.templates.inventory.READ",
  "ZohoCRM.features.READ",
  "ZohoCRM.functions.execute.CREATE",
  "ZohoSearch.securesearch.READ",
];
