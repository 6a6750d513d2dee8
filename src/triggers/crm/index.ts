import { contactsPollingTrigger } from "./contactsPollingTrigger";
import { crmRecordChanges } from "./crmRecordChanges";
import { leadsPollingTrigger } from "./leadsPollingTrigger";
import { notificationsTrigger } from "./notificationsTrigger";

export const crmTriggers = {
  crmRecordChanges,
  notificationsTrigger,
  leadsPollingTrigger,
  contactsPollingTrigger,
};
