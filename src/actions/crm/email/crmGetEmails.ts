import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { emailIndex, emailType, messageId, ownerId } from "../../../inputs/crm/email";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords } from "../../../inputs/paging";
import { recordId } from "../../../inputs/records";
import { emailsExample } from "../../../outputs/crm/email";
import { reads } from "../../../outputs/output";
import { getEmails } from "../../../zoho/crm/email/email";

export const crmGetEmails = action({
  display: {
    label: "CRM - Get Emails",
    description:
      "Returns the emails of a record, ten at a time or all of them, or one of them with its content.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    emailType,
    ownerId,
    messageId,
    fetchAll,
    maxRecords,
    index: emailIndex,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getEmails(crm, input)),
  ...reads(emailsExample),
});
