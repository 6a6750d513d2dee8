import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

/** A case at the beginning of its process. */
async function newCase(world: ExampleWorld): Promise<string> {
  const record = { Subject: "Lock does not open", Status: "New", Case_Origin: "Web" };
  const { data } = await world.act("crmCreateRecord", { recordType: "Cases", record });
  const [{ details }] = data as [{ details: { id: string } }];
  return details.id;
}

exerciseActions("crm/records/blueprint", {
  crmGetBlueprint: async (world) => ({ recordType: "Cases", recordId: await newCase(world) }),
  crmUpdateBlueprint: async (world) => ({
    recordType: "Cases",
    recordId: await newCase(world),
    transition: "Wait for the customer",
    fieldValues: [{ key: "Case_Reason", value: "New problem" }],
  }),
});
