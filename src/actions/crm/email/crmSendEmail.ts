import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { emailInputs } from "../../../inputs/crm/email";
import { viewableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { emailSentExample } from "../../../outputs/crm/email";
import { writes } from "../../../outputs/output";
import { sendEmail } from "../../../zoho/crm/email/email";

export const crmSendEmail = action({
  display: {
    label: "CRM - Send Email",
    description: "Sends an email from a record, at once or at a time.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    ...emailInputs,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => sendEmail(crm, input)),
  ...writes(emailSentExample),
});
