import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectUpdatableModule = dataSource({
  display: {
    label: "Select Updatable Module",
    description: "Lists the modules whose records can be updated, custom modules included.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "editable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
