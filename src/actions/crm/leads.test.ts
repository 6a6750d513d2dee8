import { type ExampleWorld, exerciseActions, idOf } from "../../../test/support/actions";

const deal = {
  Deal_Name: "Zylker, first order",
  Pipeline: "Standard (Standard)",
  Stage: "Qualification",
  Closing_Date: "2026-06-30",
  Amount: 500,
};

const idsOf = async (world: ExampleWorld, module: string, count: number): Promise<string[]> =>
  (await world.records(module)).slice(0, count).map(({ id }) => String(id));

exerciseActions("crm/leads", {
  crmConvertLead: async (world) => ({ recordId: await idOf(world, "Leads"), record: deal }),
  crmGetLeadConversionOptions: async (world) => {
    const [lead] = await world.records("Leads");
    await world.act("crmCreateRecord", {
      recordType: "Contacts",
      record: { Last_Name: "Known", Email: lead?.Email },
    });
    return { recordId: lead?.id };
  },
  crmMassConvertLeads: async (world) => ({ recordIds: await idsOf(world, "Leads", 3), record: deal }),
});
