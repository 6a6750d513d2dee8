import { type Example, idOf } from "../world";

const recordType = "Leads";
const record = { Last_Name: "Burns", Company: "ABC Inc.", Email: "ada.burns@example.com" };

export const examples: Record<string, Example> = {
  crmGetRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType) }),
  crmGetRecords: () => ({
    recordType,
    fields: ["Last_Name", "First_Name", "Email", "Company", "Annual_Revenue", "Owner"],
    per_page: "3",
  }),
  crmGetAllRecords: () => ({ recordType, fields: ["Last_Name", "Email"] }),
  crmCreateRecord: () => ({ recordType, record }),
  crmUpdateRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType), record }),
  crmUpsertRecord: () => ({ recordType, record }),
  crmRemoveRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType) }),
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
  crmFindOrCreateRecord: async (world) => {
    const [lead] = await world.records(recordType);
    return { recordType, record, matchField: "Email", matchValue: lead?.Email };
  },
};
