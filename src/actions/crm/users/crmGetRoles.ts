import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { rolesExample } from "../../../outputs/crm/users";
import { reads } from "../../../outputs/output";
import { getRoles } from "../../../zoho/crm/people/users";

export const crmGetRoles = action({
  display: {
    label: "CRM - Get Roles",
    description: "Returns the roles of the organisation.",
  },
  inputs: {
    connection,
  },
  perform: (context, { connection }) => onCrm(context, connection, getRoles),
  ...reads(rolesExample),
});
