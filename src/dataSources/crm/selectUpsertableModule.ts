import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../client";
import { connection } from "../../inputs/connection";
import { moduleChoices } from "../../zoho/crm/choices";

export const selectUpsertableModule = dataSource({
  display: {
    label: "Select Upsertable Module",
    description:
      "Lists the modules in which records can be both created and updated, custom modules included.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromCrm(context, connection, (crm) => moduleChoices(crm, "creatable", "editable")),
  examplePayload: { result: [{ key: "Leads", label: "Leads" }] },
});
