import type { Example } from "../world";

const recordType = "Leads";

export const examples: Record<string, Example> = {
  crmGetModule: () => ({ recordType }),
  crmGetLayouts: () => ({ recordType }),
  crmGetRelatedLists: () => ({ recordType }),
  crmGetCustomViews: () => ({ recordType }),
  crmGetPipelines: () => ({ recordType: "Deals" }),
  crmGetPicklistValues: () => ({ recordType, fieldName: "Lead_Status" }),
};
