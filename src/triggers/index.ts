import { booksTriggers } from "./books";
import { crmTriggers } from "./crm";

export const triggers = { ...crmTriggers, ...booksTriggers };
