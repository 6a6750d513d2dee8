import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectConvertableModule = dataSource({
  display: {
    label: "Select Convertable Module",
    description: "Lists the modules whose records can be converted.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "convertable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
