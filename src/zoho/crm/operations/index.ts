import { attachmentsOperations } from "./attachments";
import { emailOperations } from "./email";
import { findOperations } from "./find";
import { jobsOperations } from "./jobs";
import { leadsOperations } from "./leads";
import { metadataOperations } from "./metadata";
import { notificationsOperations } from "./notifications";
import { otherOperations } from "./other";
import { recordActionsOperations } from "./recordActions";
import { recordsOperations } from "./records";
import { relatedOperations } from "./related";
import { tagsOperations } from "./tags";
import { usersOperations } from "./users";

/**
 * Every call to Zoho CRM, as data, by subject; http/operation.ts says what each column means.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/
 * Credits: https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
 */
export const crmOperations = {
  ...recordsOperations,
  ...recordActionsOperations,
  ...findOperations,
  ...leadsOperations,
  ...jobsOperations,
  ...attachmentsOperations,
  ...metadataOperations,
  ...usersOperations,
  ...emailOperations,
  ...relatedOperations,
  ...tagsOperations,
  ...notificationsOperations,
  ...otherOperations,
} as const;
