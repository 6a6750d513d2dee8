import { crmGetEmails } from "./crmGetEmails";
import { crmGetFromAddresses } from "./crmGetFromAddresses";
import { crmSendEmail } from "./crmSendEmail";

export const emailActions = { crmGetEmails, crmGetFromAddresses, crmSendEmail };
