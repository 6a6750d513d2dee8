import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { relatedListChoices } from "../../../zoho/crm/settingChoices";

export const selectRelatedList = dataSource({
  display: {
    label: "Select Related List",
    description: "Lists the related lists of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => relatedListChoices(crm, recordType)),
  examplePayload: { result: [{ key: "Products", label: "Products" }] },
});
