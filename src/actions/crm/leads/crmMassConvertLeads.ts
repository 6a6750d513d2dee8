import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { jobInputs } from "../../../inputs/crm/jobs";
import { assignTo, carryOverTags, dealInputs, leadIds, moveAttachmentsTo } from "../../../inputs/crm/leads";
import { massConvertedExample } from "../../../outputs/crm/jobs";
import { writes } from "../../../outputs/output";
import { massConvertLeads } from "../../../zoho/crm/leads/massConvert";

export const crmMassConvertLeads = action({
  display: {
    label: "CRM - Mass Convert Leads",
    description: "Converts up to 50 leads by a job, waits for it, and returns its counts.",
  },
  inputs: {
    connection,
    recordIds: leadIds,
    ...dealInputs,
    assignTo,
    carryOverTags,
    moveAttachmentsTo,
    ...jobInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => massConvertLeads(crm, input)),
  ...writes(massConvertedExample),
});
