import { crmTriggers } from "./crm";

export const triggers = { ...crmTriggers };
