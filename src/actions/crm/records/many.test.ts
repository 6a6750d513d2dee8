import { exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

const record = { Last_Name: "Burns", Company: "ABC Inc.", Email: "ada.burns@example.com" };

exerciseActions("crm/records/many", {
  crmCreateRecords: () => ({ recordType, records: [record, { Company: "ABC Inc." }] }),
  crmUpdateRecords: async (world) => ({
    recordType,
    records: [
      { id: await idOf(world, recordType), Company: "ABC Inc." },
      { id: "5725767000000999999", Company: "ABC Inc." },
    ],
  }),
  crmUpsertRecords: () => ({ recordType, records: [record, { ...record, Email: "ada@" }] }),
  crmRemoveRecords: async (world) => ({
    recordType,
    recordIds: [await idOf(world, recordType), "5725767000000999999"],
  }),
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
