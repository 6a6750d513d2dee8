import { crmAddAttachment } from "./crmAddAttachment";

export const attachmentsActions = { crmAddAttachment };
