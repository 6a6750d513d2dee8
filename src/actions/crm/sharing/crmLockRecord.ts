import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { lockReason, ownRecordId } from "../../../inputs/crm/recordActions";
import { updatableModule } from "../../../inputs/modules";
import { lockedExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { lockRecord } from "../../../zoho/crm/recordActions/locks";

export const crmLockRecord = action({
  display: {
    label: "CRM - Lock Record",
    description: "Locks a record, so that nobody changes or deletes it until it is unlocked.",
  },
  inputs: { connection, recordType: updatableModule, recordId: ownRecordId, lockReason },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => lockRecord(crm, input)),
  ...writes(lockedExample),
});
