import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { viewableModule } from "../../inputs/modules";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/crm/choices";

export const selectCrmRecord = dataSource({
  display: {
    label: "Select Record",
    description: "Lists up to 200 records of a module by name, the most recently changed first.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule, searchText },
  perform: (context, { connection, recordType, searchText }) =>
    chooseFromCrm(context, connection, (crm) => recordChoices(crm, recordType, searchText)),
  examplePayload: { result: [{ key: "5725767000000524001", label: "Ada Burns" }] },
});
