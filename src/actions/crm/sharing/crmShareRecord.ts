import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId } from "../../../inputs/crm/recordActions";
import {
  notifySharedMembers,
  permission,
  sharedWithIds,
  sharedWithType,
  shareRelatedRecords,
  shareType,
} from "../../../inputs/crm/sharing";
import { updatableModule } from "../../../inputs/modules";
import { sharedExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { shareRecord } from "../../../zoho/crm/sharing/sharing";

export const crmShareRecord = action({
  display: {
    label: "CRM - Share Record",
    description: "Shares a record with users, roles or groups.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId: ownRecordId,
    sharedWithType,
    sharedWithIds,
    permission,
    shareType,
    shareRelatedRecords,
    notifySharedMembers,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => shareRecord(crm, input)),
  ...writes(sharedExample),
});
