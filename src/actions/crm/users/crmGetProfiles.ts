import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { profilesExample } from "../../../outputs/crm/users";
import { reads } from "../../../outputs/output";
import { getProfiles } from "../../../zoho/crm/people/users";

export const crmGetProfiles = action({
  display: {
    label: "CRM - Get Profiles",
    description: "Returns the profiles of the organisation.",
  },
  inputs: {
    connection,
  },
  perform: (context, { connection }) => onCrm(context, connection, getProfiles),
  ...reads(profilesExample),
});
