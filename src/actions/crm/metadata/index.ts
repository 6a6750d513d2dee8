import { crmGetFields } from "./crmGetFields";
import { crmGetModules } from "./crmGetModules";

export const metadataActions = { crmGetModules, crmGetFields };
