import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/search", {
  crmRunQuery: () => ({
    query: "select Last_Name, Email from Leads where Company != :company limit 3",
    parameters: [{ key: "company", value: "Nobody" }],
  }),
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
