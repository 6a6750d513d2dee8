import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { pipelineLayoutId, pipelineModule } from "../../../inputs/crm/metadata";
import { pipelineChoices } from "../../../zoho/crm/settingChoices";

export const selectPipeline = dataSource({
  display: {
    label: "Select Pipeline",
    description: "Lists the pipelines of a layout, or of all layouts of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: pipelineModule, layoutId: pipelineLayoutId },
  perform: (context, { connection, recordType, layoutId }) =>
    chooseFromCrm(context, connection, (crm) => pipelineChoices(crm, recordType, layoutId)),
  examplePayload: { result: [{ key: "Sales", label: "Sales" }] },
});
