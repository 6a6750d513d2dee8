import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/records/preview", {
  crmPreviewRecord: () => ({
    recordType: "Leads",
    record: { surname: "Burns", revenue: "250000", changed: "2026-03-01", company: "" },
    fieldMapping: {
      mappings: [
        { source: "surname", field: "Last_Name" },
        { source: "revenue", field: "Annual_Revenue" },
        { source: "changed", field: "Modified_Time" },
      ],
    },
  }),
});
