import type { Example } from "../world";

export const examples: Record<string, Example> = {
  crmSearchRecords: () => ({
    recordType: "Leads",
    conditions: [
      { field: "Last_Name", operator: "is_not_empty" },
      { field: "Annual_Revenue", operator: "greater", value: "1000" },
    ],
    fields: ["Last_Name", "Email", "Owner"],
    per_page: "3",
  }),
  crmCountRecords: () => ({ recordType: "Leads", criteria: "(Annual_Revenue:greater_than:1000)" }),
};
