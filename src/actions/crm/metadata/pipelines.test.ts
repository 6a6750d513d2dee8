import { type ExampleWorld, exerciseActions } from "../../../../test/support/actions";

async function layoutOf(world: ExampleWorld): Promise<{ layoutId: string }> {
  const { layouts } = await world.act("crmGetLayouts", { recordType: "Deals" });
  return { layoutId: Array.isArray(layouts) ? String(layouts[0].id) : "" };
}

exerciseActions("crm/metadata/pipelines", {
  crmGetPipelines: () => ({ recordType: "Deals" }),
  crmCreatePipeline: async (world) => ({
    ...(await layoutOf(world)),
    pipelineName: "Partners",
    stages: ["Qualification", "Closed Won"],
  }),
  crmRemovePipeline: async (world) => ({
    ...(await layoutOf(world)),
    pipeline: "Renewals",
    transferTo: "Sales",
  }),
});
