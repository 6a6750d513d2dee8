import { bulkReadOperations } from "./bulk/read/job";
import { bulkWriteOperations } from "./bulk/write/job";
import { compositeOperations } from "./composite";
import { emailOperations } from "./email";
import { draftOperations } from "./emailDrafts";
import { attachmentOperations } from "./files/attachments";
import { fileOperations } from "./files/files";
import { inventoryOperations } from "./inventory";
import { massOperations } from "./jobs/massActions";
import { mergeOperations } from "./jobs/merge";
import { leadOperations } from "./leads";
import { customizeOperations } from "./metadata/customize";
import { metadataOperations } from "./metadata/modules";
import { metadataListOperations } from "./metadata/settings";
import { noteOperations } from "./notes";
import { notificationOperations } from "./notifications/channels";
import { queryOperations } from "./query/select";
import { rawOperations } from "./raw";
import { blueprintOperations } from "./records/blueprint";
import { cloneOperations } from "./records/clone";
import { countOperations } from "./records/count";
import { historyOperations } from "./records/history";
import { recordOperations } from "./records/operations";
import { relatedOperations } from "./related";
import { searchOperations } from "./search/search";
import { settingsOperations } from "./settings/operations";
import { sharingOperations } from "./sharing";
import { tagOperations } from "./tags";
import { userOperations } from "./users";

/**
 * Every call to Zoho CRM, as data, from the subjects that make them; http/operation.ts says what each column
 * means.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/ Credits:
 * https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
 */
export const crmOperations = {
  ...attachmentOperations,
  ...blueprintOperations,
  ...bulkReadOperations,
  ...bulkWriteOperations,
  ...cloneOperations,
  ...compositeOperations,
  ...countOperations,
  ...customizeOperations,
  ...draftOperations,
  ...emailOperations,
  ...fileOperations,
  ...historyOperations,
  ...inventoryOperations,
  ...leadOperations,
  ...massOperations,
  ...mergeOperations,
  ...metadataListOperations,
  ...metadataOperations,
  ...noteOperations,
  ...notificationOperations,
  ...queryOperations,
  ...rawOperations,
  ...recordOperations,
  ...relatedOperations,
  ...searchOperations,
  ...settingsOperations,
  ...sharingOperations,
  ...tagOperations,
  ...userOperations,
} as const;
