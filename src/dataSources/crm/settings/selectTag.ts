import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { tagChoices } from "../../../zoho/crm/settingChoices";

export const selectTag = dataSource({
  display: {
    label: "Select Tag",
    description: "Lists the tags of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => tagChoices(crm, recordType)),
  examplePayload: { result: [{ key: "Trade Show", label: "Trade Show" }] },
});
