import { crmAddAttachment } from "./crmAddAttachment";
import { crmDownloadAttachment } from "./crmDownloadAttachment";
import { crmGetAttachments } from "./crmGetAttachments";
import { crmRemoveAttachment } from "./crmRemoveAttachment";

export const attachmentsActions = {
  crmAddAttachment,
  crmDownloadAttachment,
  crmGetAttachments,
  crmRemoveAttachment,
};
