import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { pipelineLayoutId, pipelineModule } from "../../../inputs/crm/metadata";
import { pipelinesExample } from "../../../outputs/crm/metadataLists";
import { reads } from "../../../outputs/output";
import { getPipelines } from "../../../zoho/crm/metadataLists";

export const crmGetPipelines = action({
  display: {
    label: "CRM - Get Pipelines",
    description: "Returns the pipelines of a layout, or of all layouts of a module, with their stages.",
  },
  inputs: {
    connection,
    recordType: pipelineModule,
    layoutId: pipelineLayoutId,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getPipelines(crm, input)),
  ...reads(pipelinesExample),
});
