import { crmConvertInventoryRecord } from "./crmConvertInventoryRecord";
import { crmConvertLead } from "./crmConvertLead";
import { crmGetLeadConversionOptions } from "./crmGetLeadConversionOptions";
import { crmMassConvertLeads } from "./crmMassConvertLeads";

export const leadsActions = {
  crmConvertInventoryRecord,
  crmConvertLead,
  crmGetLeadConversionOptions,
  crmMassConvertLeads,
};
