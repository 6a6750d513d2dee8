import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import { fieldChoices } from "../../zoho/crm/choices";

export const selectWritableField = dataSource({
  display: {
    label: "Select Writable Field",
    description: "Lists the fields of a module that can be set on create or update.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => fieldChoices(crm, recordType, true)),
  examplePayload: { result: [{ key: "Last_Name", label: "Last Name" }] },
});
