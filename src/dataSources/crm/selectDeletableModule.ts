import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectDeletableModule = dataSource({
  display: {
    label: "Select Deletable Module",
    description: "Lists the modules from which records can be removed, custom modules included.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "deletable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
