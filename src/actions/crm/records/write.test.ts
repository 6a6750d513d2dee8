import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

/** A new lead, whose unique fields are empty. */
async function newLead(world: ExampleWorld): Promise<string> {
  const record = { Last_Name: "Burns", Company: "ABC Inc.", City: "Paris" };
  const { data } = await world.act("crmCreateRecord", { recordType, record });
  const [{ details }] = data as [{ details: { id: string } }];
  return details.id;
}

const record = { Last_Name: "Burns", Company: "ABC Inc.", Email: "ada.burns@example.com" };

exerciseActions("crm/records/write", {
  crmCloneRecord: async (world) => ({
    recordType,
    recordId: await newLead(world),
    fieldValues: [{ key: "City", value: "Rome" }],
  }),
  crmCreateRecord: () => ({ recordType, record }),
  crmUpdateRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType), record }),
  crmUpsertRecord: () => ({ recordType, record }),
  crmRemoveRecord: async (world) => ({ recordType, recordId: await idOf(world, recordType) }),
  crmFindOrCreateRecord: async (world) => {
    const [lead] = await world.records(recordType);
    const { Email: _, ...others } = record;
    return { recordType, record: others, matchField: "Email", matchValue: lead?.Email };
  },
});
