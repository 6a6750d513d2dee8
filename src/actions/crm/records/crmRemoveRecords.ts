import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { deletableModule } from "../../../inputs/modules";
import { externalIdField } from "../../../inputs/records";
import { manyInputs, recordIds, triggerWorkflow } from "../../../inputs/writing";
import { manyRemovedExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { removeRecords } from "../../../zoho/crm/records/recordWrites";

export const crmRemoveRecords = action({
  display: {
    label: "CRM - Remove Records",
    description: "Moves any number of records to the recycle bin and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: deletableModule,
    externalIdField,
    recordIds,
    triggerWorkflow,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => removeRecords(crm, input)),
  ...writes(manyRemovedExample),
});
