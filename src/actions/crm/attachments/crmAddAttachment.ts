import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { attachmentTitle, attachmentUrl, file, fileName } from "../../../inputs/files";
import { updatableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { attachedExample } from "../../../outputs/crm/attachments";
import { writes } from "../../../outputs/output";
import { addAttachment } from "../../../zoho/crm/files/attachments";

export const crmAddAttachment = action({
  display: {
    label: "CRM - Add Attachment",
    description: "Attaches a file, or a link to one, to a record.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId,
    file,
    fileName,
    attachmentUrl,
    attachmentTitle,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => addAttachment(crm, input)),
  ...writes(attachedExample),
});
