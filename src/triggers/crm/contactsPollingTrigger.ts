import { moduleTrigger } from "./moduleTrigger";

export const contactsPollingTrigger = moduleTrigger("Contacts", {
  label: "New and Updated CRM Contacts",
  description: "Emits new and updated contacts of Zoho CRM on a schedule.",
});
