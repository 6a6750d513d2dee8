import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import { searchableFieldChoices } from "../../zoho/crm/search/choices";

export const selectSearchableField = dataSource({
  display: {
    label: "Select Searchable Field",
    description: "Lists the fields of a module by which records can be found and sorted.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule },
  perform: (context, { connection, recordType }) =>
    chooseFromCrm(context, connection, (crm) => searchableFieldChoices(crm, recordType)),
  examplePayload: { result: [{ key: "Last_Name", label: "Last Name" }] },
});
