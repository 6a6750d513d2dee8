/** Why calls have no action of their own, and are left to Raw Request. */
export interface Reason {
  /** Zoho's OpenAPI file that describes them, without its ending. */
  readonly file: string;
  /** Which of them, by `METHOD path`; all that no action sends when left out. */
  readonly calls?: RegExp;
  /** In a few words, after a colon. Keys of actions stand in backticks. */
  readonly why: string;
}

const byHand = "administration of the organization, done once by hand in Setup";
const automation = "automation is designed by hand in Setup, not by another system";
const onScreen = "for a person at the screen";
/** What an action does by another path. */
const doneBy = (...keys: string[]): string =>
  `${keys.map((key) => `\`${key}\``).join(" and ")} ${keys.length > 1 ? "do" : "does"} it by another path`;

/**
 * The first row that fits a call counts. A row that no call needs any more makes `npm run docs` fail, as does a
 * call that has neither an action nor a row.
 */
export const reasons: readonly Reason[] = [
  { file: "apis", why: "tells of the API itself, which this page does" },
  { file: "appointment-preference", why: byHand },
  { file: "assignment-rules", why: doneBy("crmGetAssignmentRules") },
  { file: "associate-email", why: "for mail clients" },
  { file: "audit-log-export", why: "for an auditor, who downloads it in Setup" },
  { file: "business-hours", why: byHand },
  { file: "call-preferences", why: byHand },
  { file: "cancel-meetings", why: onScreen },
  { file: "change-owner", why: doneBy("crmChangeOwner") },
  {
    file: "contact-roles",
    why: doneBy("crmGetContactRoles", "crmUpdateContactRole", "crmRemoveContactRole"),
  },
  { file: "currencies", calls: /actions\/enable/, why: byHand },
  { file: "currencies", why: doneBy("crmGetCurrencies", "crmUpdateCurrency") },
  { file: "custom-views", calls: /change_sort/, why: onScreen },
  { file: "custom-views", why: doneBy("crmGetCustomViews") },
  { file: "data-sharing", why: byHand },
  {
    file: "deal-contact-roles",
    why: doneBy("crmGetRelatedRecords", "crmLinkRelatedRecords", "crmUnlinkRelatedRecords"),
  },
  { file: "deal-link-emails", why: onScreen },
  { file: "download-attachments", why: "for mail clients" },
  { file: "download-inline-images", why: "for mail clients" },
  { file: "duplicate-check-preference", why: byHand },
  { file: "email-drafts", why: onScreen },
  { file: "emails-sharing-details", why: onScreen },
  { file: "features", why: doneBy("crmGetFeatures") },
  { file: "fetch-full-data", why: doneBy("crmGetRecord") },
  { file: "field-updates", why: automation },
  { file: "fields", calls: /^(POST|PATCH|DELETE) /, why: byHand },
  { file: "fields", why: doneBy("crmGetFields") },
  { file: "fiscal-year", why: byHand },
  { file: "get-related-records-count", why: doneBy("crmGetRelatedRecords") },
  { file: "global-picklists", why: byHand },
  { file: "holidays", calls: /^GET /, why: doneBy("crmGetHolidays") },
  { file: "holidays", why: byHand },
  { file: "layouts", calls: /^GET /, why: doneBy("crmGetLayouts") },
  { file: "layouts", why: byHand },
  { file: "layouts-activate-deactivate", why: byHand },
  { file: "locking-informations", why: doneBy("crmUnlockRecord", "crmLockRecord") },
  { file: "mail-merge", why: "Zoho Writer's, whose scopes no default connection has" },
  { file: "map-dependency", why: byHand },
  { file: "mass-delete-tags", why: doneBy("crmRemoveTag") },
  { file: "modules", why: byHand },
  { file: "notifications", why: doneBy("crmEnableNotification", "crmUpdateNotification") },
  { file: "org-photo", why: byHand },
  { file: "pipeline", calls: /^GET /, why: doneBy("crmGetPipelines") },
  { file: "pipeline", why: byHand },
  { file: "portal-user-type", why: byHand },
  { file: "portal-users", why: byHand },
  { file: "portals", why: byHand },
  { file: "profiles", calls: /^GET /, why: doneBy("crmGetProfiles") },
  { file: "profiles", why: byHand },
  { file: "record-locking-configurations", why: byHand },
  { file: "record-share-email", why: onScreen },
  { file: "recycle-bin", calls: /count/, why: "`crmGetRecycleBin` counts what it lists" },
  { file: "recycle-bin", why: doneBy("crmGetRecycleBin", "crmRestoreRecords", "crmRemoveFromRecycleBin") },
  { file: "related-notes", why: doneBy("crmGetNotes", "crmUpdateNote", "crmRemoveNote") },
  { file: "related-records", calls: /deleted/, why: doneBy("crmGetDeletedRecords") },
  {
    file: "related-records",
    why: doneBy("crmGetRelatedRecords", "crmLinkRelatedRecords", "crmUnlinkRelatedRecords"),
  },
  { file: "roles", calls: /^GET /, why: doneBy("crmGetRoles") },
  { file: "roles", why: byHand },
  { file: "scoring-rules", why: automation },
  { file: "service-preference", why: byHand },
  { file: "share-records", why: doneBy("crmShareRecord", "crmRevokeSharedRecord") },
  { file: "shift-hours", why: byHand },
  { file: "tags", why: onScreen },
  { file: "tags-actions", why: doneBy("crmAddTags", "crmRemoveTags") },
  {
    file: "territories",
    calls: /(assign|remove)_territories/,
    why: doneBy("crmAssignTerritories", "crmRemoveTerritories"),
  },
  { file: "territories", calls: /^GET /, why: doneBy("crmGetTerritories") },
  { file: "territories", why: byHand },
  { file: "territory-users", why: byHand },
  { file: "unblock-email", why: onScreen },
  { file: "unsubscribe-links", why: byHand },
  { file: "user-groups", calls: /actions|sources/, why: onScreen },
  { file: "user-groups", calls: /^GET /, why: doneBy("crmGetUserGroups") },
  { file: "user-groups", why: byHand },
  { file: "users", why: doneBy("crmUpdateUser") },
  { file: "users-territories", why: byHand },
  { file: "users-transfer", why: byHand },
  { file: "variable-groups", calls: /^GET /, why: doneBy("crmGetVariableGroups") },
  { file: "variable-groups", why: byHand },
  { file: "variables", why: doneBy("crmGetVariable", "crmSetVariable", "crmRemoveVariable") },
  { file: "webhooks", why: automation },
  { file: "wizards", why: onScreen },
  { file: "workflow-configurations", why: automation },
  { file: "workflow-rules", why: automation },
  { file: "workflow-tasks", why: automation },
  { file: "zia-enrichment", why: byHand },
  { file: "zia-org-enrichment", why: "Zia's own, for editions that have it" },
];
