import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { tagsExample } from "../../../outputs/crm/tags";
import { reads } from "../../../outputs/output";
import { getTags } from "../../../zoho/crm/tags/tags";

export const crmGetTags = action({
  display: {
    label: "CRM - Get Tags",
    description: "Returns the tags of a module.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getTags(crm, input)),
  ...reads(tagsExample),
});
