import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fieldName } from "../../../inputs/crm/metadata";
import { viewableModule } from "../../../inputs/modules";
import { picklistValuesExample } from "../../../outputs/crm/metadataLists";
import { reads } from "../../../outputs/output";
import { getPicklistValues } from "../../../zoho/crm/metadataLists";

export const crmGetPicklistValues = action({
  display: {
    label: "CRM - Get Picklist Values",
    description: "Returns the values of a picklist field with their colours and layouts.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    fieldName,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getPicklistValues(crm, input)),
  ...reads(picklistValuesExample),
});
