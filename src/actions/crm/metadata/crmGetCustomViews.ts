import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import { customViewsExample } from "../../../outputs/crm/metadataLists";
import { reads } from "../../../outputs/output";
import { getCustomViews } from "../../../zoho/crm/metadataLists";

export const crmGetCustomViews = action({
  display: {
    label: "CRM - Get Custom Views",
    description: "Returns the custom views of a module, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    ...numberedPaging,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getCustomViews(crm, input)),
  ...reads(customViewsExample),
});
