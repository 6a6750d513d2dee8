import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { layoutChoices } from "../../../zoho/crm/settingChoices";

export const selectLayout = dataSource({
  display: {
    label: "Select Layout",
    description: "Lists the layouts of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => layoutChoices(crm, recordType)),
  examplePayload: { result: [{ key: "5725767000000091055", label: "Standard" }] },
});
