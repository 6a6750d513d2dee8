import { attachmentsOperations } from "./attachments";
import { findOperations } from "./find";
import { metadataOperations } from "./metadata";
import { otherOperations } from "./other";
import { recordsOperations } from "./records";
import { usersOperations } from "./users";

/**
 * Every call to Zoho CRM, as data, by subject; http/operation.ts says what each column means.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/
 * Credits: https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
 */
export const crmOperations = {
  ...recordsOperations,
  ...findOperations,
  ...attachmentsOperations,
  ...metadataOperations,
  ...usersOperations,
  ...otherOperations,
} as const;
