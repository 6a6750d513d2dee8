import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import { fieldChoices } from "../../zoho/crm/choices";

export const selectField = dataSource({
  display: {
    label: "Select Field",
    description: "Lists the fields of a module.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => fieldChoices(crm, recordType)),
  examplePayload: { result: [{ key: "Last_Name", label: "Last Name" }] },
});
