import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { customViewChoices } from "../../../zoho/crm/settingChoices";

export const selectCustomView = dataSource({
  display: {
    label: "Select Custom View",
    description: "Lists the custom views of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => customViewChoices(crm, recordType)),
  examplePayload: { result: [{ key: "5725767000000087501", label: "All Leads" }] },
});
