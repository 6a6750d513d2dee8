import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId } from "../../../inputs/crm/recordActions";
import { updatableModule } from "../../../inputs/modules";
import { revokedExample } from "../../../outputs/crm/recordActions";
import { writes } from "../../../outputs/output";
import { revokeSharedRecord } from "../../../zoho/crm/sharing/sharing";

export const crmRevokeSharedRecord = action({
  display: {
    label: "CRM - Revoke Shared Record",
    description: "Ends every share of a record.",
  },
  inputs: { connection, recordType: updatableModule, recordId: ownRecordId },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => revokeSharedRecord(crm, input)),
  ...writes(revokedExample),
});
