import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { allowMissing, externalIdField, recordFields, recordId } from "../../../inputs/records";
import { recordExample } from "../../../outputs/crm/records";
import { reads } from "../../../outputs/output";
import { getRecord } from "../../../zoho/crm/records/records";

export const crmGetRecord = action({
  display: {
    label: "CRM - Get Record",
    description: "Returns one record of a module by its ID or by the value of an external ID field.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    externalIdField,
    fields: recordFields,
    allowMissing,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getRecord(crm, input)),
  ...reads(recordExample),
});
