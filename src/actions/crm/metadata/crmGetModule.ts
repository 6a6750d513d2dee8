import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { moduleExample } from "../../../outputs/crm/metadata";
import { reads } from "../../../outputs/output";
import { getModule } from "../../../zoho/crm/metadataLists";

export const crmGetModule = action({
  display: {
    label: "CRM - Get Module",
    description: "Returns a module with all that Zoho tells of it.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getModule(crm, input)),
  ...reads(moduleExample),
});
