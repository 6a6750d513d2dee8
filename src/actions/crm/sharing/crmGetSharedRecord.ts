import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { ownRecordId } from "../../../inputs/crm/recordActions";
import { viewableModule } from "../../../inputs/modules";
import { sharesExample } from "../../../outputs/crm/recordActions";
import { reads } from "../../../outputs/output";
import { getSharedRecord } from "../../../zoho/crm/sharing/sharing";

export const crmGetSharedRecord = action({
  display: {
    label: "CRM - Get Shared Record",
    description: "Returns with whom a record is shared, and what they may do with it.",
  },
  inputs: { connection, recordType: viewableModule, recordId: ownRecordId },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getSharedRecord(crm, input)),
  ...reads(sharesExample),
});
