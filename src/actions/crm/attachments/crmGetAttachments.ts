import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { attachmentFields } from "../../../inputs/crm/files";
import { viewableModule } from "../../../inputs/modules";
import { pagingInputs } from "../../../inputs/paging";
import { recordId } from "../../../inputs/records";
import { attachmentsExample } from "../../../outputs/crm/attachments";
import { reads } from "../../../outputs/output";
import { getAttachments } from "../../../zoho/crm/files/attachments";

export const crmGetAttachments = action({
  display: {
    label: "CRM - Get Attachments",
    description: "Returns the attachments of a record, files and links, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    fields: attachmentFields,
    ...pagingInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getAttachments(crm, input)),
  ...reads(attachmentsExample),
});
