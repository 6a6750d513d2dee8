import { moduleTrigger } from "./moduleTrigger";

export const leadsPollingTrigger = moduleTrigger("Leads", {
  label: "New and Updated CRM Leads",
  description: "Emits new and updated leads of Zoho CRM on a schedule.",
});
