import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId } from "../../../inputs/crm/recordActions";
import { updatableModule } from "../../../inputs/modules";
import { unlockedExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { unlockRecord } from "../../../zoho/crm/recordActions/locks";

export const crmUnlockRecord = action({
  display: {
    label: "CRM - Unlock Record",
    description: "Ends the lock of a record.",
  },
  inputs: { connection, recordType: updatableModule, recordId: ownRecordId },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => unlockRecord(crm, input)),
  ...writes(unlockedExample),
});
