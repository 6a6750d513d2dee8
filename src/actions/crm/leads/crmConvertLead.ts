import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  accountId,
  addToExisting,
  assignTo,
  carryOverTags,
  contactId,
  contactRoleId,
  dealInputs,
  leadId,
  moveAttachmentsTo,
  notifyLeadOwner,
  notifyNewOwner,
  overwrite,
} from "../../../inputs/crm/leads";
import { convertedExample } from "../../../outputs/crm/leads";
import { writes } from "../../../outputs/output";
import { convertLead } from "../../../zoho/crm/leads/convert";

export const crmConvertLead = action({
  display: {
    label: "CRM - Convert Lead",
    description:
      "Converts a lead into a contact, an account where it names a company, and a deal where one is described.",
  },
  inputs: {
    connection,
    recordId: leadId,
    accountId,
    contactId,
    addToExisting,
    overwrite,
    ...dealInputs,
    contactRoleId,
    assignTo,
    carryOverTags,
    moveAttachmentsTo,
    notifyLeadOwner,
    notifyNewOwner,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => convertLead(crm, input)),
  ...writes(convertedExample),
});
