import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { userId } from "../../../inputs/crm/people";
import { userExample } from "../../../outputs/crm/users";
import { reads } from "../../../outputs/output";
import { getUser } from "../../../zoho/crm/people/users";

export const crmGetUser = action({
  display: {
    label: "CRM - Get User",
    description: "Returns a user of the organisation, or the connected one.",
  },
  inputs: {
    connection,
    userId,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getUser(crm, input)),
  ...reads(userExample),
});
