import { type ExampleWorld, exerciseActions, idOf } from "../../../../test/support/actions";

const enrolled = async (world: ExampleWorld) => {
  const { cadences } = await world.act("crmGetCadences", { recordType: "Leads" });
  const cadenceIds = Array.isArray(cadences) ? [String(cadences[0].id)] : [];
  return { recordType: "Leads", recordIds: [await idOf(world, "Leads"), "111111000000000001"], cadenceIds };
};

exerciseActions("crm/settings/automation", {
  crmGetCadences: () => ({}),
  crmEnrollInCadence: enrolled,
  crmUnenrollFromCadence: async (world) => {
    const input = await enrolled(world);
    await world.act("crmEnrollInCadence", input);
    return input;
  },
  crmExecuteFunction: () => ({ functionName: "greet", functionArguments: { name: "Ada" } }),
  crmGetWorkflowRules: () => ({ recordType: "Leads" }),
  crmGetWorkflowActions: () => ({ actionKind: "webhooks" }),
});
