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
const seen = "decides who sees records, which an administrator does by hand";
const zia = "Zia's own, for editions that have it";
const onScreen = "for a person at the screen";
/** What an action does by another path. */
const doneBy = (...keys: string[]): string =>
  `${keys.map((key) => `\`${key}\``).join(" and ")} ${keys.length > 1 ? "do" : "does"} it by another path`;

/**
 * The first row that fits a call counts. A row that no call needs any more makes `npm run docs` fail, as does
 * a call that has neither an action nor a row.
 */
export const reasons: readonly Reason[] = [
  { file: "apis", why: "tells of the API itself, which this page does" },
  { file: "appointment-preference", why: byHand },
  { file: "assignment-rules", calls: /^GET .*\}$/, why: doneBy("crmGetAssignmentRules") },
  { file: "assignment-rules", why: automation },
  { file: "assignment-thresholds", why: "how much each user is given is decided by hand" },
  { file: "associate-email", why: "for mail clients, before they associate an email" },
  { file: "attachments", why: doneBy("crmRemoveAttachment") },
  { file: "audit-log-export", why: "`crmExportAuditLog` waits for the one that it starts" },
  {
    file: "available-currencies",
    why: "the choices of an administrator; `crmCreateCurrency` takes any ISO code",
  },
  { file: "backup", why: byHand },
  {
    file: "blueprints",
    why: "processes are designed by hand; `crmGetBlueprint` and `crmUpdateBlueprint` take a record through them",
  },
  { file: "business-hours", why: byHand },
  { file: "cadences", why: "cadences are designed by hand; `crmEnrollInCadence` puts records into them" },
  { file: "calendar", why: onScreen },
  { file: "call-preferences", why: byHand },
  { file: "change-owner", why: doneBy("crmChangeOwner") },
  { file: "connected-workflows", why: automation },
  {
    file: "contact-roles",
    why: doneBy("crmGetContactRoles", "crmUpdateContactRole", "crmRemoveContactRole"),
  },
  { file: "currencies", calls: /actions\/enable/, why: byHand },
  { file: "currencies", why: doneBy("crmGetCurrencies", "crmUpdateCurrency") },
  { file: "custom-views", calls: /change_sort/, why: onScreen },
  { file: "custom-views", calls: /^GET /, why: doneBy("crmGetCustomViews") },
  {
    file: "custom-views",
    why: "views are made by those who look at them; `crmRunQuery` has conditions of its own",
  },
  { file: "data-sharing", why: seen },
  {
    file: "deal-contact-roles",
    why: doneBy("crmGetRelatedRecords", "crmLinkRelatedRecords", "crmUnlinkRelatedRecords"),
  },
  { file: "deal-link-emails", why: onScreen },
  { file: "download-attachments", why: "for mail clients; `crmGetEmails` names the attachments" },
  { file: "download-inline-images", why: "for mail clients; `crmGetEmails` has the content" },
  { file: "duplicate-check-preference", why: byHand },
  { file: "email-compose", why: "how a person's own composer looks" },
  { file: "email-drafts", calls: /^PUT /, why: doneBy("crmSaveEmailDraft") },
  { file: "email-drafts", why: doneBy("crmGetEmailDrafts") },
  { file: "email-notifications", why: automation },
  { file: "email-signatures", why: "a person's own, by hand" },
  {
    file: "email-templates",
    why: "the text of a template, which `crmSendEmail` sends by its ID",
  },
  { file: "emails-sharing-details", why: onScreen },
  { file: "entity-scores", why: doneBy("crmGetEntityScores") },
  { file: "features", why: doneBy("crmGetFeatures") },
  { file: "fetch-full-data", why: doneBy("crmGetFullData") },
  { file: "field-attachments", why: doneBy("crmDownloadFile") },
  { file: "field-updates", why: automation },
  { file: "fields", calls: /scheduled_jobs/, why: onScreen },
  { file: "fields", why: doneBy("crmGetFields", "crmUpdateField") },
  { file: "fiscal-year", why: byHand },
  { file: "functions", why: doneBy("crmExecuteFunction") },
  { file: "global-picklists", calls: /actions/, why: onScreen },
  {
    file: "global-picklists",
    calls: /^(PATCH|DELETE) /,
    why: doneBy("crmSetGlobalPicklist", "crmRemoveGlobalPicklist"),
  },
  { file: "global-picklists", why: doneBy("crmGetGlobalPicklists") },
  { file: "holidays", calls: /^GET /, why: doneBy("crmGetHolidays") },
  { file: "holidays", why: byHand },
  { file: "inventory-templates", why: "the text of a template, which Zoho fills in itself" },
  { file: "kiosks", why: "screens that lead a person through a task, designed by hand" },
  { file: "layouts", calls: /^GET /, why: doneBy("crmGetLayouts") },
  {
    file: "layouts",
    why: "the places of fields on a page are designed by hand; `crmCreateField` adds to them",
  },
  { file: "layouts-activate-deactivate", why: byHand },
  { file: "map-dependency", why: "picklists that depend on one another are designed by hand" },
  { file: "mass-delete-tags", why: doneBy("crmRemoveTag") },
  {
    file: "module-search",
    why: "for criteria that are too long for a path; `crmRunQuery` sends its conditions in a body",
  },
  { file: "modules", calls: /generate_link/, why: onScreen },
  { file: "modules", why: doneBy("crmUpdateModule") },
  { file: "notifications", why: doneBy("crmEnableNotification", "crmUpdateNotification") },
  { file: "org-photo", why: "`crmUploadOrganizationPhoto` puts another in its place" },
  { file: "pick-list-values", why: doneBy("crmGetFields", "crmUpdateField") },
  { file: "pipeline", calls: /^GET /, why: doneBy("crmGetPipelines") },
  {
    file: "pipeline",
    why: "the order of stages is designed by hand; `crmRemovePipeline` sends the deletion",
  },
  { file: "portal-user-type", why: "what users of a portal may do is designed by hand" },
  {
    file: "portal-users",
    calls: /change_status|portal_invite/,
    why: doneBy("crmChangePortalUserStatus", "crmInvitePortalUsers"),
  },
  { file: "portal-users", why: "`crmChangePortalUserStatus` keeps a user out" },
  { file: "portals", why: byHand },
  { file: "portals-meta", why: onScreen },
  { file: "privacy", why: byHand },
  { file: "profiles", why: "rights are given by hand, lest an integration widen its own" },
  { file: "record-count", why: doneBy("crmCountRecords") },
  { file: "record-locking", why: doneBy("crmGetRecordLock") },
  {
    file: "record-locking-configurations",
    why: "when records lock is designed by hand; `crmLockRecord` locks one",
  },
  { file: "record-share-email", why: onScreen },
  { file: "recycle-bin", calls: /count/, why: "`crmGetRecycleBin` counts what it lists" },
  { file: "recycle-bin", why: doneBy("crmGetRecycleBin", "crmRestoreRecords", "crmRemoveFromRecycleBin") },
  { file: "related-lists", why: doneBy("crmGetRelatedLists") },
  { file: "related-notes", why: doneBy("crmGetNotes", "crmUpdateNote", "crmRemoveNote") },
  { file: "related-records", calls: /deleted/, why: doneBy("crmGetDeletedRecords") },
  {
    file: "related-records",
    why: doneBy("crmGetRelatedRecords", "crmLinkRelatedRecords", "crmUnlinkRelatedRecords"),
  },
  { file: "roles", why: doneBy("crmGetRoles", "crmUpdateRole") },
  {
    file: "scoring-rules",
    calls: /run_scoring_rules/,
    why: "scores follow by themselves; whoever changes a rule runs it anew",
  },
  { file: "scoring-rules", why: automation },
  { file: "service-preference", why: byHand },
  { file: "sharing-rules", why: seen },
  { file: "shift-hours", why: byHand },
  { file: "signals", why: "for extensions, which define their signals" },
  { file: "tags", why: doneBy("crmUpdateTag") },
  { file: "tags-actions", why: doneBy("crmAddTags", "crmRemoveTags") },
  {
    file: "territories",
    calls: /(assign|remove)_territories/,
    why: doneBy("crmAssignTerritories", "crmRemoveTerritories"),
  },
  {
    file: "territories",
    calls: /run_rule/,
    why: "rules run by themselves; whoever changes one runs it anew",
  },
  { file: "territories", calls: /^GET /, why: doneBy("crmGetTerritories", "crmGetTerritoryUsers") },
  { file: "territories", why: doneBy("crmUpdateTerritory", "crmRemoveTerritory") },
  { file: "territory-users", why: doneBy("crmGetTerritoryUsers", "crmChangeTerritoryUsers") },
  { file: "taxes", why: doneBy("crmGetTaxes") },
  { file: "templates", why: doneBy("crmGetEmailTemplates", "crmGetInventoryTemplates") },
  { file: "unblock-email", why: onScreen },
  { file: "unsubscribe-links", why: "the text of a page, written once by hand" },
  { file: "user-groups", calls: /^PUT /, why: doneBy("crmUpdateUserGroup") },
  { file: "user-groups", calls: /assigned$|grouped_counts|deletion_jobs/, why: onScreen },
  { file: "user-groups", why: doneBy("crmGetUserGroups") },
  { file: "users", why: doneBy("crmUpdateUser") },
  { file: "users-territories", why: doneBy("crmGetTerritoryUsers", "crmChangeTerritoryUsers") },
  { file: "users-transfer", calls: /validate/, why: onScreen },
  { file: "users-transfer", why: doneBy("crmTransferUser") },
  { file: "users-unavailability", why: doneBy("crmGetUserUnavailability", "crmSetUserUnavailability") },
  { file: "variable-groups", calls: /^GET /, why: doneBy("crmGetVariableGroups") },
  { file: "variable-groups", why: byHand },
  { file: "variables", calls: /generate_api_name|associations/, why: onScreen },
  { file: "variables", why: doneBy("crmGetVariable", "crmSetVariable", "crmRemoveVariable") },
  { file: "webforms", why: "forms of a website, designed by hand" },
  { file: "webhooks", calls: /usage|failures|associated/, why: onScreen },
  { file: "webhooks", why: automation },
  { file: "wizards", why: doneBy("crmGetWizards") },
  { file: "workflow-configurations", why: automation },
  { file: "workflow-rules", calls: /^GET .*actions/, why: onScreen },
  { file: "workflow-rules", why: automation },
  { file: "workflow-tasks", why: automation },
  { file: "zia-assistant", why: zia },
  { file: "zia-enrichment", why: byHand },
  { file: "zia-org-enrichment", why: zia },
  { file: "zia-people-enrichment", why: zia },
];
