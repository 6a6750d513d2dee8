import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { organizationExample } from "../../../outputs/crm/users";
import { reads } from "../../../outputs/output";
import { getOrganization } from "../../../zoho/crm/people/organization";

export const crmGetOrganization = action({
  display: {
    label: "CRM - Get Organization",
    description:
      "Returns the organisation that the connection belongs to, with its licence, currency and time zone.",
  },
  inputs: { connection },
  perform: (context, { connection }) => onCrm(context, connection, getOrganization),
  ...reads(organizationExample),
});
