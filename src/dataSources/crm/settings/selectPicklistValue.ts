import { dataSource } from "@prismatic-io/spectral";
import { chooseFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fieldName } from "../../../inputs/crm/metadata";
import { viewableModule } from "../../../inputs/modules";
import { picklistChoices } from "../../../zoho/crm/settingChoices";

export const selectPicklistValue = dataSource({
  display: {
    label: "Select Picklist Value",
    description: "Lists the values of a picklist field that are in use.",
  },
  dataSourceType: "picklist",
  inputs: { connection, recordType: viewableModule, fieldName },
  perform: (context, { connection, recordType, fieldName }) =>
    chooseFromCrm(context, connection, (crm) => picklistChoices(crm, recordType, fieldName)),
  examplePayload: { result: [{ key: "Contacted", label: "Contacted" }] },
});
