import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { leadId } from "../../../inputs/crm/leads";
import { conversionOptionsExample } from "../../../outputs/crm/leads";
import { reads } from "../../../outputs/output";
import { getConversionOptions } from "../../../zoho/crm/leads/convert";

export const crmGetLeadConversionOptions = action({
  display: {
    label: "CRM - Get Lead Conversion Options",
    description:
      "Returns the contacts and accounts that a lead may be the same as, and by which of its values.",
  },
  inputs: { connection, recordId: leadId },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getConversionOptions(crm, input)),
  ...reads(conversionOptionsExample),
});
