import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { attachmentId } from "../../../inputs/crm/files";
import { updatableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { attachmentRemovedExample } from "../../../outputs/crm/attachments";
import { writes } from "../../../outputs/output";
import { removeAttachment } from "../../../zoho/crm/files/attachments";

export const crmRemoveAttachment = action({
  display: {
    label: "CRM - Remove Attachment",
    description: "Deletes an attachment of a record.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId,
    attachmentId,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => removeAttachment(crm, input)),
  ...writes(attachmentRemovedExample),
});
