import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { userIds, userType } from "../../../inputs/crm/people";
import { numberedPaging } from "../../../inputs/paging";
import { usersExample } from "../../../outputs/crm/users";
import { reads } from "../../../outputs/output";
import { getUsers } from "../../../zoho/crm/people/users";

export const crmGetUsers = action({
  display: {
    label: "CRM - Get Users",
    description: "Returns the users of the organisation, one page or all of them.",
  },
  inputs: {
    connection,
    userType,
    ids: userIds,
    ...numberedPaging,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getUsers(crm, input)),
  ...reads(usersExample),
});
