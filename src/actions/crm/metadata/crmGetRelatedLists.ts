import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { relatedListsExample } from "../../../outputs/crm/metadataLists";
import { reads } from "../../../outputs/output";
import { getRelatedLists } from "../../../zoho/crm/metadataLists";

export const crmGetRelatedLists = action({
  display: {
    label: "CRM - Get Related Lists",
    description: "Returns the related lists of a module.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
  },
  perform: (context, { connection, recordType }) =>
    onCrm(context, connection, async (crm) => ({ related_lists: await getRelatedLists(crm, recordType) })),
  ...reads(relatedListsExample),
});
