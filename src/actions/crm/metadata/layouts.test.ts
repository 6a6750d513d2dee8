import { exerciseActions } from "../../../../test/support/actions";

const recordType = "Leads";

exerciseActions("crm/metadata/layouts", {
  crmGetFields: () => ({ recordType: "Leads" }),
  crmGetPicklistValues: () => ({ recordType, fieldName: "Lead_Status" }),
  crmGetLayouts: () => ({ recordType }),
  crmGetCustomViews: () => ({ recordType }),
});
