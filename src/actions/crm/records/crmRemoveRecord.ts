import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { deletableModule } from "../../../inputs/modules";
import { externalIdField, recordId } from "../../../inputs/records";
import { triggerWorkflow } from "../../../inputs/writing";
import { removedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { removeRecord } from "../../../zoho/crm/records/recordWrites";

export const crmRemoveRecord = action({
  display: {
    label: "CRM - Remove Record",
    description: "Moves a record to the recycle bin, by its ID or by the value of an external ID field.",
  },
  inputs: { connection, recordType: deletableModule, recordId, externalIdField, triggerWorkflow },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => removeRecord(crm, input)),
  ...writes(removedExample),
});
