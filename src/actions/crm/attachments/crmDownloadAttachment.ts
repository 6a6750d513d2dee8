import { action } from "@prismatic-io/spectral";
import { fileFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { attachmentId } from "../../../inputs/crm/files";
import { viewableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { downloads } from "../../../outputs/output";
import { downloadAttachment } from "../../../zoho/crm/files/attachments";

export const crmDownloadAttachment = action({
  display: {
    label: "CRM - Download Attachment",
    description: "Downloads the file of an attachment of a record.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    attachmentId,
  },
  perform: (context, { connection, ...input }) =>
    fileFromCrm(context, connection, (crm) => downloadAttachment(crm, input)),
  ...downloads,
});
