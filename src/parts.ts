/*
 * Every part of the component by its key, and the page that holds it. A page is loaded when a part of it is
 * first asked for: an execution needs one of them. Written by `npm run docs` from the pages.
 */

const booksCrmImportActions = (): typeof import("./actions/books/crmImport") => require("./actions/books/crmImport");
const booksDocumentsActions = (): typeof import("./actions/books/documents") => require("./actions/books/documents");
const booksMoneyActions = (): typeof import("./actions/books/money") => require("./actions/books/money");
const booksOrganizationsActions = (): typeof import("./actions/books/organizations") => require("./actions/books/organizations");
const booksRawActions = (): typeof import("./actions/books/raw") => require("./actions/books/raw");
const booksRecordsManyActions = (): typeof import("./actions/books/records/many") => require("./actions/books/records/many");
const booksRecordsReadActions = (): typeof import("./actions/books/records/read") => require("./actions/books/records/read");
const booksRecordsWriteActions = (): typeof import("./actions/books/records/write") => require("./actions/books/records/write");
const crmAttachmentsActions = (): typeof import("./actions/crm/attachments") => require("./actions/crm/attachments");
const crmBulkReadActions = (): typeof import("./actions/crm/bulk/read") => require("./actions/crm/bulk/read");
const crmBulkWriteActions = (): typeof import("./actions/crm/bulk/write") => require("./actions/crm/bulk/write");
const crmCompositeActions = (): typeof import("./actions/crm/composite") => require("./actions/crm/composite");
const crmEmailDraftsActions = (): typeof import("./actions/crm/email/drafts") => require("./actions/crm/email/drafts");
const crmEmailMailMergeActions = (): typeof import("./actions/crm/email/mailMerge") => require("./actions/crm/email/mailMerge");
const crmEmailSendActions = (): typeof import("./actions/crm/email/send") => require("./actions/crm/email/send");
const crmFilesActions = (): typeof import("./actions/crm/files") => require("./actions/crm/files");
const crmInventoryActions = (): typeof import("./actions/crm/inventory") => require("./actions/crm/inventory");
const crmLeadsActions = (): typeof import("./actions/crm/leads") => require("./actions/crm/leads");
const crmMeetingsActions = (): typeof import("./actions/crm/meetings") => require("./actions/crm/meetings");
const crmMetadataCustomizeActions = (): typeof import("./actions/crm/metadata/customize") => require("./actions/crm/metadata/customize");
const crmMetadataLayoutsActions = (): typeof import("./actions/crm/metadata/layouts") => require("./actions/crm/metadata/layouts");
const crmMetadataModulesActions = (): typeof import("./actions/crm/metadata/modules") => require("./actions/crm/metadata/modules");
const crmMetadataPipelinesActions = (): typeof import("./actions/crm/metadata/pipelines") => require("./actions/crm/metadata/pipelines");
const crmNotesActions = (): typeof import("./actions/crm/notes") => require("./actions/crm/notes");
const crmNotificationsActions = (): typeof import("./actions/crm/notifications") => require("./actions/crm/notifications");
const crmRawActions = (): typeof import("./actions/crm/raw") => require("./actions/crm/raw");
const crmRecordsBlueprintActions = (): typeof import("./actions/crm/records/blueprint") => require("./actions/crm/records/blueprint");
const crmRecordsHistoryActions = (): typeof import("./actions/crm/records/history") => require("./actions/crm/records/history");
const crmRecordsManyActions = (): typeof import("./actions/crm/records/many") => require("./actions/crm/records/many");
const crmRecordsMassActions = (): typeof import("./actions/crm/records/mass") => require("./actions/crm/records/mass");
const crmRecordsReadActions = (): typeof import("./actions/crm/records/read") => require("./actions/crm/records/read");
const crmRecordsWriteActions = (): typeof import("./actions/crm/records/write") => require("./actions/crm/records/write");
const crmRelatedActions = (): typeof import("./actions/crm/related") => require("./actions/crm/related");
const crmSearchActions = (): typeof import("./actions/crm/search") => require("./actions/crm/search");
const crmSettingsAutomationActions = (): typeof import("./actions/crm/settings/automation") => require("./actions/crm/settings/automation");
const crmSettingsCurrenciesActions = (): typeof import("./actions/crm/settings/currencies") => require("./actions/crm/settings/currencies");
const crmSettingsGlobalPicklistsActions = (): typeof import("./actions/crm/settings/globalPicklists") => require("./actions/crm/settings/globalPicklists");
const crmSettingsOrganizationActions = (): typeof import("./actions/crm/settings/organization") => require("./actions/crm/settings/organization");
const crmSettingsPeopleActions = (): typeof import("./actions/crm/settings/people") => require("./actions/crm/settings/people");
const crmSettingsReferenceActions = (): typeof import("./actions/crm/settings/reference") => require("./actions/crm/settings/reference");
const crmSettingsRetentionActions = (): typeof import("./actions/crm/settings/retention") => require("./actions/crm/settings/retention");
const crmSettingsTerritoriesActions = (): typeof import("./actions/crm/settings/territories") => require("./actions/crm/settings/territories");
const crmSettingsUnavailabilityActions = (): typeof import("./actions/crm/settings/unavailability") => require("./actions/crm/settings/unavailability");
const crmSettingsUsersActions = (): typeof import("./actions/crm/settings/users") => require("./actions/crm/settings/users");
const crmSettingsVariablesActions = (): typeof import("./actions/crm/settings/variables") => require("./actions/crm/settings/variables");
const crmSharingActions = (): typeof import("./actions/crm/sharing") => require("./actions/crm/sharing");
const crmTagsActions = (): typeof import("./actions/crm/tags") => require("./actions/crm/tags");
const crmUsersActions = (): typeof import("./actions/crm/users") => require("./actions/crm/users");
const rawActions = (): typeof import("./actions/raw") => require("./actions/raw");
const booksFormsDataSources = (): typeof import("./dataSources/books/forms") => require("./dataSources/books/forms");
const booksRecordsDataSources = (): typeof import("./dataSources/books/records") => require("./dataSources/books/records");
const crmFormsDataSources = (): typeof import("./dataSources/crm/forms") => require("./dataSources/crm/forms");
const crmModulesDataSources = (): typeof import("./dataSources/crm/modules") => require("./dataSources/crm/modules");
const crmRecordsDataSources = (): typeof import("./dataSources/crm/records") => require("./dataSources/crm/records");
const crmSettingsDataSources = (): typeof import("./dataSources/crm/settings") => require("./dataSources/crm/settings");
const booksBookContactsPollingTriggerTriggers = (): typeof import("./triggers/books/bookContactsPollingTrigger") => require("./triggers/books/bookContactsPollingTrigger");
const booksBooksNotificationsTriggers = (): typeof import("./triggers/books/booksNotifications") => require("./triggers/books/booksNotifications");
const booksBooksRecordChangesTriggers = (): typeof import("./triggers/books/booksRecordChanges") => require("./triggers/books/booksRecordChanges");
const crmCrmNotificationsTriggers = (): typeof import("./triggers/crm/crmNotifications") => require("./triggers/crm/crmNotifications");
const crmCrmRecordChangesTriggers = (): typeof import("./triggers/crm/crmRecordChanges") => require("./triggers/crm/crmRecordChanges");
const crmModulePollingTriggersTriggers = (): typeof import("./triggers/crm/modulePollingTriggers") => require("./triggers/crm/modulePollingTriggers");
const crmNotificationsTriggerTriggers = (): typeof import("./triggers/crm/notificationsTrigger") => require("./triggers/crm/notificationsTrigger");

export const actions = {
  booksImportFromCrm: () => booksCrmImportActions().booksImportFromCrm,
  booksAddAttachment: () => booksDocumentsActions().booksAddAttachment,
  booksAddComment: () => booksDocumentsActions().booksAddComment,
  booksDownloadAttachment: () => booksDocumentsActions().booksDownloadAttachment,
  booksDownloadPdf: () => booksDocumentsActions().booksDownloadPdf,
  booksEmailRecord: () => booksDocumentsActions().booksEmailRecord,
  booksGetComments: () => booksDocumentsActions().booksGetComments,
  booksApplyCredits: () => booksMoneyActions().booksApplyCredits,
  booksRecordPayment: () => booksMoneyActions().booksRecordPayment,
  booksGetOrganizations: () => booksOrganizationsActions().booksGetOrganizations,
  booksRawRequest: () => booksRawActions().booksRawRequest,
  booksCreateRecords: () => booksRecordsManyActions().booksCreateRecords,
  booksRemoveRecords: () => booksRecordsManyActions().booksRemoveRecords,
  booksUpdateRecords: () => booksRecordsManyActions().booksUpdateRecords,
  booksGetRecord: () => booksRecordsReadActions().booksGetRecord,
  booksGetRecords: () => booksRecordsReadActions().booksGetRecords,
  booksCreateRecord: () => booksRecordsWriteActions().booksCreateRecord,
  booksRemoveRecord: () => booksRecordsWriteActions().booksRemoveRecord,
  booksRunRecordAction: () => booksRecordsWriteActions().booksRunRecordAction,
  booksUpdateRecord: () => booksRecordsWriteActions().booksUpdateRecord,
  booksUpsertRecord: () => booksRecordsWriteActions().booksUpsertRecord,
  crmAddAttachment: () => crmAttachmentsActions().crmAddAttachment,
  crmDownloadAttachment: () => crmAttachmentsActions().crmDownloadAttachment,
  crmGetAttachments: () => crmAttachmentsActions().crmGetAttachments,
  crmRemoveAttachment: () => crmAttachmentsActions().crmRemoveAttachment,
  crmBulkRead: () => crmBulkReadActions().crmBulkRead,
  crmStartBulkRead: () => crmBulkReadActions().crmStartBulkRead,
  crmGetBulkReadJob: () => crmBulkReadActions().crmGetBulkReadJob,
  crmDownloadBulkRead: () => crmBulkReadActions().crmDownloadBulkRead,
  crmBulkWrite: () => crmBulkWriteActions().crmBulkWrite,
  crmStartBulkWrite: () => crmBulkWriteActions().crmStartBulkWrite,
  crmGetBulkWriteJob: () => crmBulkWriteActions().crmGetBulkWriteJob,
  crmDownloadBulkWrite: () => crmBulkWriteActions().crmDownloadBulkWrite,
  crmCompositeRequest: () => crmCompositeActions().crmCompositeRequest,
  crmGetEmailDrafts: () => crmEmailDraftsActions().crmGetEmailDrafts,
  crmSaveEmailDraft: () => crmEmailDraftsActions().crmSaveEmailDraft,
  crmRemoveEmailDraft: () => crmEmailDraftsActions().crmRemoveEmailDraft,
  crmAssociateEmail: () => crmEmailDraftsActions().crmAssociateEmail,
  crmSendMailMerge: () => crmEmailMailMergeActions().crmSendMailMerge,
  crmSignMailMerge: () => crmEmailMailMergeActions().crmSignMailMerge,
  crmDownloadMailMerge: () => crmEmailMailMergeActions().crmDownloadMailMerge,
  crmGetEmails: () => crmEmailSendActions().crmGetEmails,
  crmGetFromAddresses: () => crmEmailSendActions().crmGetFromAddresses,
  crmSendEmail: () => crmEmailSendActions().crmSendEmail,
  crmDownloadFile: () => crmFilesActions().crmDownloadFile,
  crmUploadFile: () => crmFilesActions().crmUploadFile,
  crmDownloadPhoto: () => crmFilesActions().crmDownloadPhoto,
  crmRemovePhoto: () => crmFilesActions().crmRemovePhoto,
  crmUploadPhoto: () => crmFilesActions().crmUploadPhoto,
  crmDownloadOrganizationPhoto: () => crmFilesActions().crmDownloadOrganizationPhoto,
  crmUploadOrganizationPhoto: () => crmFilesActions().crmUploadOrganizationPhoto,
  crmConvertInventoryRecord: () => crmInventoryActions().crmConvertInventoryRecord,
  crmMassConvertInventoryRecords: () => crmInventoryActions().crmMassConvertInventoryRecords,
  crmConvertLead: () => crmLeadsActions().crmConvertLead,
  crmGetLeadConversionOptions: () => crmLeadsActions().crmGetLeadConversionOptions,
  crmMassConvertLeads: () => crmLeadsActions().crmMassConvertLeads,
  crmCancelMeeting: () => crmMeetingsActions().crmCancelMeeting,
  crmCreateField: () => crmMetadataCustomizeActions().crmCreateField,
  crmUpdateField: () => crmMetadataCustomizeActions().crmUpdateField,
  crmRemoveField: () => crmMetadataCustomizeActions().crmRemoveField,
  crmCreateModule: () => crmMetadataCustomizeActions().crmCreateModule,
  crmUpdateModule: () => crmMetadataCustomizeActions().crmUpdateModule,
  crmGetCustomViews: () => crmMetadataLayoutsActions().crmGetCustomViews,
  crmGetLayouts: () => crmMetadataLayoutsActions().crmGetLayouts,
  crmGetFields: () => crmMetadataLayoutsActions().crmGetFields,
  crmGetPicklistValues: () => crmMetadataLayoutsActions().crmGetPicklistValues,
  crmGetModule: () => crmMetadataModulesActions().crmGetModule,
  crmGetModules: () => crmMetadataModulesActions().crmGetModules,
  crmGetRelatedLists: () => crmMetadataModulesActions().crmGetRelatedLists,
  crmGetPipelines: () => crmMetadataPipelinesActions().crmGetPipelines,
  crmCreatePipeline: () => crmMetadataPipelinesActions().crmCreatePipeline,
  crmRemovePipeline: () => crmMetadataPipelinesActions().crmRemovePipeline,
  crmCreateNote: () => crmNotesActions().crmCreateNote,
  crmGetNotes: () => crmNotesActions().crmGetNotes,
  crmRemoveNote: () => crmNotesActions().crmRemoveNote,
  crmUpdateNote: () => crmNotesActions().crmUpdateNote,
  crmDisableNotification: () => crmNotificationsActions().crmDisableNotification,
  crmDisableSpecificNotification: () => crmNotificationsActions().crmDisableSpecificNotification,
  crmEnableNotification: () => crmNotificationsActions().crmEnableNotification,
  crmGetNotificationDetails: () => crmNotificationsActions().crmGetNotificationDetails,
  crmUpdateNotification: () => crmNotificationsActions().crmUpdateNotification,
  crmRawRequest: () => crmRawActions().crmRawRequest,
  crmGetBlueprint: () => crmRecordsBlueprintActions().crmGetBlueprint,
  crmUpdateBlueprint: () => crmRecordsBlueprintActions().crmUpdateBlueprint,
  crmGetRecordTimeline: () => crmRecordsHistoryActions().crmGetRecordTimeline,
  crmGetDeletedRecords: () => crmRecordsHistoryActions().crmGetDeletedRecords,
  crmGetFullData: () => crmRecordsHistoryActions().crmGetFullData,
  crmGetStageHistory: () => crmRecordsHistoryActions().crmGetStageHistory,
  crmGetEntityScores: () => crmRecordsHistoryActions().crmGetEntityScores,
  crmCreateRecords: () => crmRecordsManyActions().crmCreateRecords,
  crmRemoveRecords: () => crmRecordsManyActions().crmRemoveRecords,
  crmUpdateRecords: () => crmRecordsManyActions().crmUpdateRecords,
  crmUpsertRecords: () => crmRecordsManyActions().crmUpsertRecords,
  crmPreviewRecord: () => crmRecordsManyActions().crmPreviewRecord,
  crmChangeOwner: () => crmRecordsMassActions().crmChangeOwner,
  crmMassDeleteRecords: () => crmRecordsMassActions().crmMassDeleteRecords,
  crmMassUpdateRecords: () => crmRecordsMassActions().crmMassUpdateRecords,
  crmMergeRecords: () => crmRecordsMassActions().crmMergeRecords,
  crmGetAllRecords: () => crmRecordsReadActions().crmGetAllRecords,
  crmCountRecords: () => crmRecordsReadActions().crmCountRecords,
  crmGetRecord: () => crmRecordsReadActions().crmGetRecord,
  crmGetRecords: () => crmRecordsReadActions().crmGetRecords,
  crmCloneRecord: () => crmRecordsWriteActions().crmCloneRecord,
  crmCreateRecord: () => crmRecordsWriteActions().crmCreateRecord,
  crmFindOrCreateRecord: () => crmRecordsWriteActions().crmFindOrCreateRecord,
  crmRemoveRecord: () => crmRecordsWriteActions().crmRemoveRecord,
  crmUpdateRecord: () => crmRecordsWriteActions().crmUpdateRecord,
  crmUpsertRecord: () => crmRecordsWriteActions().crmUpsertRecord,
  crmGetRelatedRecords: () => crmRelatedActions().crmGetRelatedRecords,
  crmLinkRelatedRecords: () => crmRelatedActions().crmLinkRelatedRecords,
  crmUnlinkRelatedRecords: () => crmRelatedActions().crmUnlinkRelatedRecords,
  crmCountRelatedRecords: () => crmRelatedActions().crmCountRelatedRecords,
  crmRunQuery: () => crmSearchActions().crmRunQuery,
  crmSearchRecords: () => crmSearchActions().crmSearchRecords,
  crmGetCadences: () => crmSettingsAutomationActions().crmGetCadences,
  crmEnrollInCadence: () => crmSettingsAutomationActions().crmEnrollInCadence,
  crmUnenrollFromCadence: () => crmSettingsAutomationActions().crmUnenrollFromCadence,
  crmExecuteFunction: () => crmSettingsAutomationActions().crmExecuteFunction,
  crmGetWorkflowRules: () => crmSettingsAutomationActions().crmGetWorkflowRules,
  crmGetWorkflowActions: () => crmSettingsAutomationActions().crmGetWorkflowActions,
  crmGetCurrencies: () => crmSettingsCurrenciesActions().crmGetCurrencies,
  crmCreateCurrency: () => crmSettingsCurrenciesActions().crmCreateCurrency,
  crmUpdateCurrency: () => crmSettingsCurrenciesActions().crmUpdateCurrency,
  crmGetTaxes: () => crmSettingsCurrenciesActions().crmGetTaxes,
  crmSetTax: () => crmSettingsCurrenciesActions().crmSetTax,
  crmGetGlobalPicklists: () => crmSettingsGlobalPicklistsActions().crmGetGlobalPicklists,
  crmSetGlobalPicklist: () => crmSettingsGlobalPicklistsActions().crmSetGlobalPicklist,
  crmRemoveGlobalPicklist: () => crmSettingsGlobalPicklistsActions().crmRemoveGlobalPicklist,
  crmReplacePicklistValue: () => crmSettingsGlobalPicklistsActions().crmReplacePicklistValue,
  crmGetPortals: () => crmSettingsOrganizationActions().crmGetPortals,
  crmGetPortalUserTypes: () => crmSettingsOrganizationActions().crmGetPortalUserTypes,
  crmGetPortalUsers: () => crmSettingsOrganizationActions().crmGetPortalUsers,
  crmInvitePortalUsers: () => crmSettingsOrganizationActions().crmInvitePortalUsers,
  crmChangePortalUserStatus: () => crmSettingsOrganizationActions().crmChangePortalUserStatus,
  crmGetWizards: () => crmSettingsOrganizationActions().crmGetWizards,
  crmGetDataSharing: () => crmSettingsOrganizationActions().crmGetDataSharing,
  crmGetUnsubscribeLinks: () => crmSettingsOrganizationActions().crmGetUnsubscribeLinks,
  crmGetPreferences: () => crmSettingsOrganizationActions().crmGetPreferences,
  crmGetUserGroups: () => crmSettingsPeopleActions().crmGetUserGroups,
  crmCreateUserGroup: () => crmSettingsPeopleActions().crmCreateUserGroup,
  crmUpdateUserGroup: () => crmSettingsPeopleActions().crmUpdateUserGroup,
  crmRemoveUserGroup: () => crmSettingsPeopleActions().crmRemoveUserGroup,
  crmGetContactRoles: () => crmSettingsPeopleActions().crmGetContactRoles,
  crmCreateContactRole: () => crmSettingsPeopleActions().crmCreateContactRole,
  crmUpdateContactRole: () => crmSettingsPeopleActions().crmUpdateContactRole,
  crmRemoveContactRole: () => crmSettingsPeopleActions().crmRemoveContactRole,
  crmCreateRole: () => crmSettingsPeopleActions().crmCreateRole,
  crmUpdateRole: () => crmSettingsPeopleActions().crmUpdateRole,
  crmRemoveRole: () => crmSettingsPeopleActions().crmRemoveRole,
  crmGetEmailTemplates: () => crmSettingsReferenceActions().crmGetEmailTemplates,
  crmGetInventoryTemplates: () => crmSettingsReferenceActions().crmGetInventoryTemplates,
  crmGetAssignmentRules: () => crmSettingsReferenceActions().crmGetAssignmentRules,
  crmGetBusinessHours: () => crmSettingsReferenceActions().crmGetBusinessHours,
  crmGetHolidays: () => crmSettingsReferenceActions().crmGetHolidays,
  crmGetFiscalYear: () => crmSettingsReferenceActions().crmGetFiscalYear,
  crmGetFeatures: () => crmSettingsReferenceActions().crmGetFeatures,
  crmGetRecycleBin: () => crmSettingsRetentionActions().crmGetRecycleBin,
  crmRestoreRecords: () => crmSettingsRetentionActions().crmRestoreRecords,
  crmRemoveFromRecycleBin: () => crmSettingsRetentionActions().crmRemoveFromRecycleBin,
  crmEmptyRecycleBin: () => crmSettingsRetentionActions().crmEmptyRecycleBin,
  crmScheduleBackup: () => crmSettingsRetentionActions().crmScheduleBackup,
  crmGetBackup: () => crmSettingsRetentionActions().crmGetBackup,
  crmExportAuditLog: () => crmSettingsRetentionActions().crmExportAuditLog,
  crmDownloadExport: () => crmSettingsRetentionActions().crmDownloadExport,
  crmGetTerritories: () => crmSettingsTerritoriesActions().crmGetTerritories,
  crmAssignTerritories: () => crmSettingsTerritoriesActions().crmAssignTerritories,
  crmRemoveTerritories: () => crmSettingsTerritoriesActions().crmRemoveTerritories,
  crmCreateTerritory: () => crmSettingsTerritoriesActions().crmCreateTerritory,
  crmUpdateTerritory: () => crmSettingsTerritoriesActions().crmUpdateTerritory,
  crmRemoveTerritory: () => crmSettingsTerritoriesActions().crmRemoveTerritory,
  crmGetTerritoryUsers: () => crmSettingsTerritoriesActions().crmGetTerritoryUsers,
  crmChangeTerritoryUsers: () => crmSettingsTerritoriesActions().crmChangeTerritoryUsers,
  crmGetUserUnavailability: () => crmSettingsUnavailabilityActions().crmGetUserUnavailability,
  crmSetUserUnavailability: () => crmSettingsUnavailabilityActions().crmSetUserUnavailability,
  crmRemoveUserUnavailability: () => crmSettingsUnavailabilityActions().crmRemoveUserUnavailability,
  crmCreateUser: () => crmSettingsUsersActions().crmCreateUser,
  crmUpdateUser: () => crmSettingsUsersActions().crmUpdateUser,
  crmRemoveUser: () => crmSettingsUsersActions().crmRemoveUser,
  crmTransferUser: () => crmSettingsUsersActions().crmTransferUser,
  crmGetVariables: () => crmSettingsVariablesActions().crmGetVariables,
  crmGetVariable: () => crmSettingsVariablesActions().crmGetVariable,
  crmSetVariable: () => crmSettingsVariablesActions().crmSetVariable,
  crmRemoveVariable: () => crmSettingsVariablesActions().crmRemoveVariable,
  crmGetVariableGroups: () => crmSettingsVariablesActions().crmGetVariableGroups,
  crmGetSharedRecord: () => crmSharingActions().crmGetSharedRecord,
  crmRevokeSharedRecord: () => crmSharingActions().crmRevokeSharedRecord,
  crmShareRecord: () => crmSharingActions().crmShareRecord,
  crmLockRecord: () => crmSharingActions().crmLockRecord,
  crmGetRecordLock: () => crmSharingActions().crmGetRecordLock,
  crmUpdateRecordLock: () => crmSharingActions().crmUpdateRecordLock,
  crmUnlockRecord: () => crmSharingActions().crmUnlockRecord,
  crmAddTags: () => crmTagsActions().crmAddTags,
  crmCreateTag: () => crmTagsActions().crmCreateTag,
  crmUpdateTag: () => crmTagsActions().crmUpdateTag,
  crmGetTags: () => crmTagsActions().crmGetTags,
  crmRemoveTag: () => crmTagsActions().crmRemoveTag,
  crmRemoveTags: () => crmTagsActions().crmRemoveTags,
  crmMergeTags: () => crmTagsActions().crmMergeTags,
  crmCountTaggedRecords: () => crmTagsActions().crmCountTaggedRecords,
  crmGetOrganization: () => crmUsersActions().crmGetOrganization,
  crmGetProfiles: () => crmUsersActions().crmGetProfiles,
  crmGetRoles: () => crmUsersActions().crmGetRoles,
  crmGetUser: () => crmUsersActions().crmGetUser,
  crmGetUsers: () => crmUsersActions().crmGetUsers,
  crmGetCurrentUser: () => crmUsersActions().crmGetCurrentUser,
  crmValidateConnection: () => crmUsersActions().crmValidateConnection,
  crmCountUsers: () => crmUsersActions().crmCountUsers,
  crmGetProfile: () => crmUsersActions().crmGetProfile,
  zohoRawRequest: () => rawActions().zohoRawRequest,
};

export const dataSources = {
  mapBooksRecordTypeFields: () => booksFormsDataSources().mapBooksRecordTypeFields,
  previewBooksRecordTypeFieldValues: () => booksFormsDataSources().previewBooksRecordTypeFieldValues,
  selectBooksRecordTypesWithFields: () => booksFormsDataSources().selectBooksRecordTypesWithFields,
  booksFieldMappingForm: () => booksFormsDataSources().booksFieldMappingForm,
  booksRecordForm: () => booksFormsDataSources().booksRecordForm,
  selectAccount: () => booksRecordsDataSources().selectAccount,
  selectBooksField: () => booksRecordsDataSources().selectBooksField,
  selectBooksParentRecord: () => booksRecordsDataSources().selectBooksParentRecord,
  selectBooksRecord: () => booksRecordsDataSources().selectBooksRecord,
  selectBooksRecordAction: () => booksRecordsDataSources().selectBooksRecordAction,
  selectBooksOperation: () => booksRecordsDataSources().selectBooksOperation,
  selectBooksBody: () => booksRecordsDataSources().selectBooksBody,
  selectItem: () => booksRecordsDataSources().selectItem,
  selectOrganization: () => booksRecordsDataSources().selectOrganization,
  selectTax: () => booksRecordsDataSources().selectTax,
  mapRecordTypeFields: () => crmFormsDataSources().mapRecordTypeFields,
  previewRecordTypeFieldValues: () => crmFormsDataSources().previewRecordTypeFieldValues,
  selectRecordTypesWithFields: () => crmFormsDataSources().selectRecordTypesWithFields,
  fieldMappingForm: () => crmFormsDataSources().fieldMappingForm,
  recordForm: () => crmFormsDataSources().recordForm,
  selectConvertableModule: () => crmModulesDataSources().selectConvertableModule,
  selectCreatableModule: () => crmModulesDataSources().selectCreatableModule,
  selectDeletableModule: () => crmModulesDataSources().selectDeletableModule,
  selectUpdatableModule: () => crmModulesDataSources().selectUpdatableModule,
  selectUpsertableModule: () => crmModulesDataSources().selectUpsertableModule,
  selectViewableModule: () => crmModulesDataSources().selectViewableModule,
  selectField: () => crmModulesDataSources().selectField,
  selectSearchableField: () => crmModulesDataSources().selectSearchableField,
  selectWritableField: () => crmModulesDataSources().selectWritableField,
  selectCrmOperation: () => crmModulesDataSources().selectCrmOperation,
  selectCrmBody: () => crmModulesDataSources().selectCrmBody,
  selectCrmRecord: () => crmRecordsDataSources().selectCrmRecord,
  selectFromAddress: () => crmRecordsDataSources().selectFromAddress,
  selectLead: () => crmRecordsDataSources().selectLead,
  selectDeal: () => crmRecordsDataSources().selectDeal,
  selectNote: () => crmRecordsDataSources().selectNote,
  selectAttachment: () => crmRecordsDataSources().selectAttachment,
  selectUser: () => crmRecordsDataSources().selectUser,
  selectNotificationChannel: () => crmSettingsDataSources().selectNotificationChannel,
  selectCustomView: () => crmSettingsDataSources().selectCustomView,
  selectLayout: () => crmSettingsDataSources().selectLayout,
  selectPicklistValue: () => crmSettingsDataSources().selectPicklistValue,
  selectPipeline: () => crmSettingsDataSources().selectPipeline,
  selectRelatedList: () => crmSettingsDataSources().selectRelatedList,
  selectTag: () => crmSettingsDataSources().selectTag,
  selectCurrency: () => crmSettingsDataSources().selectCurrency,
  selectVariable: () => crmSettingsDataSources().selectVariable,
  selectRole: () => crmSettingsDataSources().selectRole,
  selectProfile: () => crmSettingsDataSources().selectProfile,
  selectTerritory: () => crmSettingsDataSources().selectTerritory,
  selectUserGroup: () => crmSettingsDataSources().selectUserGroup,
  selectContactRole: () => crmSettingsDataSources().selectContactRole,
  selectCadence: () => crmSettingsDataSources().selectCadence,
  selectAssignmentRule: () => crmSettingsDataSources().selectAssignmentRule,
  selectEmailTemplate: () => crmSettingsDataSources().selectEmailTemplate,
  selectGlobalPicklist: () => crmSettingsDataSources().selectGlobalPicklist,
};

export const triggers = {
  bookContactsPollingTrigger: () => booksBookContactsPollingTriggerTriggers().bookContactsPollingTrigger,
  booksNotifications: () => booksBooksNotificationsTriggers().booksNotifications,
  booksRecordChanges: () => booksBooksRecordChangesTriggers().booksRecordChanges,
  crmNotifications: () => crmCrmNotificationsTriggers().crmNotifications,
  crmRecordChanges: () => crmCrmRecordChangesTriggers().crmRecordChanges,
  leadsPollingTrigger: () => crmModulePollingTriggersTriggers().leadsPollingTrigger,
  contactsPollingTrigger: () => crmModulePollingTriggersTriggers().contactsPollingTrigger,
  notificationsTrigger: () => crmNotificationsTriggerTriggers().notificationsTrigger,
};
