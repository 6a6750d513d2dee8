import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { cloneValues, ownRecordId } from "../../../inputs/crm/recordActions";
import { creatableModule } from "../../../inputs/modules";
import { automationInputs } from "../../../inputs/writing";
import { createdExample } from "../../../outputs/crm/records";
import { writes } from "../../../outputs/output";
import { cloneRecord } from "../../../zoho/crm/recordActions/clone";

export const crmCloneRecord = action({
  display: {
    label: "CRM - Clone Record",
    description: "Creates a record with the values of another, but for those that are given.",
  },
  inputs: {
    connection,
    recordType: creatableModule,
    recordId: ownRecordId,
    ...cloneValues,
    triggers: automationInputs.triggers,
    skipCadences: automationInputs.skipCadences,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => cloneRecord(crm, input)),
  ...writes(createdExample),
});
