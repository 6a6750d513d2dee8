import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectCreatableModule = dataSource({
  display: {
    label: "Select Creatable Module",
    description: "Lists the modules in which records can be created, custom modules included.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "creatable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
