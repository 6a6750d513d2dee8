import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectViewableModule = dataSource({
  display: {
    label: "Select Module",
    description: "Lists the modules whose records can be read, custom modules included.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "viewable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
