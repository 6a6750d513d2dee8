import { exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

exerciseActions("crm/records/read", {
  crmCountRecords: () => ({ recordType: "Leads", criteria: "(Annual_Revenue:greater_than:1000)" }),
  crmGetRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType) }),
  crmGetRecords: () => ({
    recordType,
    fields: ["Last_Name", "First_Name", "Email", "Company", "Annual_Revenue", "Owner"],
    per_page: "3",
  }),
  crmGetAllRecords: () => ({ recordType, fields: ["Last_Name", "Email"] }),
});
