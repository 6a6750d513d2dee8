import { exerciseActions } from "../../../../test/support/actions";

const recordType = "Leads";

exerciseActions("crm/metadata/fields", {
  crmGetFields: () => ({ recordType: "Leads" }),
  crmGetPicklistValues: () => ({ recordType, fieldName: "Lead_Status" }),
});
