import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const recordType = "Leads";

/** A new lead, whose unique fields are empty. */
async function newLead(world: ExampleWorld): Promise<string> {
  const record = { Last_Name: "Burns", Company: "ABC Inc.", City: "Paris", Proposal: "<i>All of it.</i>" };
  const { data } = await world.act("crmCreateRecord", { recordType, record });
  const [{ details }] = data as [{ details: { id: string } }];
  return details.id;
}

exerciseActions("crm/records/history", {
  crmGetDeletedRecords: async (world) => {
    const recordId = await idOf(world, recordType);
    await world.act("crmRemoveRecord", { recordType, recordId });
    return { recordType, type: "recycle" };
  },
  crmGetRecordTimeline: async (world) => {
    const recordId = await newLead(world);
    await world.act("crmUpdateRecord", { recordType, recordId, record: { City: "Rome" } });
    return { recordType, recordId };
  },
  crmGetFullData: async (world) => ({ recordType, recordIds: [await newLead(world)] }),
  crmGetStageHistory: async (world) => {
    const recordId = await idOf(world, "Deals");
    await world.act("crmUpdateRecord", { recordType: "Deals", recordId, record: { Stage: "Closed Won" } });
    return { recordId };
  },
  crmGetEntityScores: () => ({ per_page: "5" }),
});
