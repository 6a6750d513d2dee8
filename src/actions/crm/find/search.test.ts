import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/find/search", {
  crmSearchRecords: () => ({
    recordType: "Leads",
    conditions: [
      { field: "Last_Name", operator: "is_not_empty" },
      { field: "Annual_Revenue", operator: "greater", value: "1000" },
    ],
    fields: ["Last_Name", "Email", "Owner"],
    per_page: "3",
  }),
});
